"""The content folder: which files it holds, and the story that they make together."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from story.article import read_article
from story.checking import check_coverage, check_statements
from story.dossier_reader import read_dossier, read_sources
from story.faults import ArticleError, Fault
from story.pages import NAMES
from story.story import Story, read_story

if TYPE_CHECKING:
    from pathlib import Path

    from story.article import Article
    from story.dossier import Dossier

ARTICLE = "article.fr.md"
DOSSIER = "dossier.fr.yml"
SOURCES = "sources.yml"


def read_content(folder: Path, root: Path, docs: Path | None = None) -> Story:
    """The story in a content folder. Raises ArticleError with every fault found.

    Paths in messages are relative to `root`. A page in `docs` with the name of a generated one is
    a fault: MkDocs would drop one of the two without a word.
    """
    faults = list(_clashes(docs, root)) if docs else []
    try:
        story = _read_story(folder, root)
    except ArticleError as error:
        raise ArticleError([*faults, *error.faults]) from error
    if faults:
        raise ArticleError(faults)
    return story


def _read_story(folder: Path, root: Path) -> Story:
    path = folder / ARTICLE
    if not path.is_file():
        raise ArticleError([Fault(shown(path, root), 1, "le fichier manque", _expected(folder))])
    article = read_article(path.read_bytes(), shown(path, root))
    dossier = _read_dossier(folder, root, article)
    story = read_story(article, dossier)
    if dossier is not None:
        faults = check_statements(dossier, article, shown(folder / DOSSIER, root))
        faults += check_coverage(story)
        if faults:
            raise ArticleError(faults)
    return story


def _read_dossier(folder: Path, root: Path, article: Article) -> Dossier | None:
    """The editorial layer, where there is one."""
    path = folder / DOSSIER
    if not path.is_file():
        return None
    sources = folder / SOURCES
    known = read_sources(sources.read_bytes(), shown(sources, root)) if sources.is_file() else {}
    return read_dossier(path.read_bytes(), shown(path, root), article.body, known)


def shown(path: Path, root: Path) -> str:
    """The path as messages show it: relative to `root` where it lies below."""
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()


def _expected(folder: Path) -> str:
    names = sorted(path.name for path in folder.glob("*")) if folder.is_dir() else []
    if close := difflib.get_close_matches(ARTICLE, names, n=1):
        return f"« {close[0]} » est là\u202f: à renommer en « {ARTICLE} »"
    return "un article, que « python scripts/build_pages.py --import COUPURE » peut écrire"


def _clashes(docs: Path, root: Path) -> list[Fault]:
    return [
        Fault(
            shown(docs / name, root),
            1,
            "cette page a l’adresse d’une page produite à partir de l’article",
            "un autre nom",
        )
        for page in NAMES
        for name in _same_address(page.removesuffix(".md"))
        if (docs / name).exists()
    ]


def _same_address(stem: str) -> list[str]:
    """The files of docs/ that MkDocs would put where it puts this page."""
    names = [f"{stem}.md", f"{stem}.html"]
    return [*names, "README.md"] if stem == "index" else names
