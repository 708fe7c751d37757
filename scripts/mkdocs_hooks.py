"""The door to MkDocs, and the only module that imports it.

The article is converted before the site's folder is cleaned, so that a fault leaves the last good
site where it is; the pages are added once MkDocs has listed the files of docs/.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File

from story.content import ARTICLE, read_content
from story.faults import ArticleError
from story.pages import make_pages

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

    from story.pages import GeneratedPage

_PAGES_KEY = "generated_pages"
_DATE_KEY = "published"


def on_pre_build(config: MkDocsConfig) -> None:
    """Converts the article, or stops the build with all that is wrong with it."""
    root = Path(config.config_file_path).parent
    try:
        story = read_content(root / "content", root, docs=Path(config.docs_dir))
    except ArticleError as error:
        count = len(error.faults)
        raise PluginError(f"contenu à corriger ({count})\n{error}") from error
    config.extra[_PAGES_KEY] = make_pages(story)
    config.extra[_DATE_KEY] = story.article.day.isoformat()


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Adds the generated pages to those of docs/."""
    pages: list[GeneratedPage] = config.extra[_PAGES_KEY]
    for page in pages:
        file = File.generated(config, page.name, content=page.markdown)
        file.edit_uri = f"../content/{ARTICLE}"
        files.append(file)
    return files


def on_page_markdown(_: str, page: Page, config: MkDocsConfig, **__: object) -> None:
    """Dates the page by the article, not by the day of the build: two builds give the same site."""
    page.update_date = config.extra[_DATE_KEY]
