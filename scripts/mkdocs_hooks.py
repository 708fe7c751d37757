"""The door to MkDocs, and the only module that imports it.

The article is converted before the site's folder is cleaned, so that a fault leaves the last good
site where it is; the pages are added once MkDocs has listed the files of docs/; what it has built
is finished for publication at the end.
"""

from __future__ import annotations

from importlib.resources import files as package_files
from pathlib import Path
from typing import TYPE_CHECKING, Literal
from urllib.parse import quote

from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File

from publication.finishing import OWN, SCRIPT, SEARCH, STYLESHEET, Sources, finish
from story.content import ARTICLE, read_content
from story.faults import ContentError

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page

    from story.pages import GeneratedPage

log = get_plugin_logger("story")

_PAGES_KEY = "generated_pages"
_DATE_KEY = "update_date"
_THEME_STYLESHEETS = "assets/stylesheets/main.*.min.css"
# The library that MkDocs' own search is made with, and its French (Snowball).
_LIBRARIES = (
    "templates/search/lunr.js",
    "lunr-language/lunr.stemmer.support.js",
    "lunr-language/lunr.fr.js",
)
# What may stand in a data: address within an attribute.
_IN_DATA = "=:/',"
_serving = False


def on_startup(command: Literal["build", "gh-deploy", "serve"], **_: object) -> None:
    """Remembers whether the site is to be published or only looked at."""
    global _serving  # noqa: PLW0603 - MkDocs tells this once, before there is a configuration
    _serving = command == "serve"


def on_pre_build(config: MkDocsConfig) -> None:
    """Converts the article, or stops the build with all that is wrong with it."""
    root = Path(config.config_file_path).parent
    try:
        content = read_content(root / "content", root, docs=Path(config.docs_dir))
    except ContentError as error:
        count = len(error.faults)
        raise PluginError(f"contenu à corriger ({count})\n{error}") from error
    story, updated = content.story, content.story.updated
    config.extra[_PAGES_KEY] = content.pages
    config.extra[_DATE_KEY] = updated.edtf if updated else story.day.edtf
    config.site_name = story.name
    config.site_description = story.language.typeset(story.description)
    config.extra["tagline"] = story.language.typeset(f" : {story.tagline}") if story.tagline else ""
    config.extra["card"] = story.language.typeset(story.title)
    config.extra["updated"] = story.language.show_date(updated) if updated else ""
    config.extra["search"] = True
    icon = Path(config.docs_dir, "assets", "favicon.svg").read_text("utf-8")
    config.extra["icon"] = quote(icon.strip(), safe=_IN_DATA)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Adds the generated pages; takes out what `finish` writes in another form."""
    for file in list(files):
        of_theme = file.src_dir and not Path(file.src_dir).samefile(config.docs_dir)
        if file.src_uri in OWN or (of_theme and file.src_uri.startswith("assets/")):
            files.remove(file)
    pages: list[GeneratedPage] = config.extra[_PAGES_KEY]
    for page in pages:
        file = File.generated(config, page.name, content=page.markdown)
        file.edit_uri = f"../content/{ARTICLE}"
        files.append(file)
    return files


def on_page_markdown(_: str, page: Page, config: MkDocsConfig, **__: object) -> None:
    """Dates the page by its content, not by the day of the build: two builds give the same site."""
    page.update_date = config.extra[_DATE_KEY]


def on_post_build(config: MkDocsConfig) -> None:
    """Finishes what was built: trimmed, safe, searchable, compressed."""
    site = Path(config.site_dir)
    if not config.site_url:  # a map names whole addresses: MkDocs writes an empty one
        for path in site.glob("sitemap.xml*"):
            path.unlink()
    built = {path.relative_to(site).as_posix(): path for path in sorted(site.rglob("*"))}
    pages = {
        name: path.read_text("utf-8") for name, path in built.items() if path.suffix == ".html"
    }
    others = {
        name: path.read_bytes()
        for name, path in built.items()
        if path.is_file() and name not in pages and path.suffix != ".gz"
    }
    finished = finish(pages, others, _sources(config), serving=_serving)
    for missing in finished.missing:
        log.warning("the theme no longer writes this; RESIDUES has to follow it: %s", missing)
    for name, data in finished.files.items():
        (site / name).parent.mkdir(exist_ok=True)
        (site / name).write_bytes(data)


def _sources(config: MkDocsConfig) -> Sources:
    docs = Path(config.docs_dir)
    theme = next(
        path
        for folder in config.theme.dirs
        for path in sorted(Path(folder).glob(_THEME_STYLESHEETS))
    )
    library = package_files("mkdocs.contrib.search")
    return Sources(
        theme_stylesheet=theme.read_text("utf-8"),
        stylesheet=(docs / STYLESHEET).read_text("utf-8"),
        script=(docs / SCRIPT).read_text("utf-8"),
        search=(docs / SEARCH).read_text("utf-8"),
        address=config.site_url or "",
        libraries="\n".join(library.joinpath(name).read_text("utf-8") for name in _LIBRARIES),
    )
