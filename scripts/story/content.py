"""The content folder: which files it holds, and the story that they make together."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from story.article import read_article
from story.faults import ArticleError, Fault
from story.pages import NAMES
from story.story import Story, read_story

if TYPE_CHECKING:
    from pathlib import Path

ARTICLE = "article.fr.md"


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
    return read_story(read_article(path.read_bytes(), shown(path, root)))


def shown(path: Path, root: Path) -> str:
    """The path as messages show it: relative to `root` where it lies below."""
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()


def _expected(folder: Path) -> str:
    names = sorted(path.name for path in folder.glob("*")) if folder.is_dir() else []
    if close := difflib.get_close_matches(ARTICLE, names, n=1):
        return f"vouliez-vous nommer ainsi « {close[0]} » ?"
    return "un article, que « python scripts/build_pages.py --import COUPURE » peut écrire"


def _clashes(docs: Path, root: Path) -> list[Fault]:
    return [
        Fault(
            shown(docs / name, root),
            1,
            "cette page porte le nom d’une page produite à partir de l’article",
            "un autre nom",
        )
        for name in NAMES
        if (docs / name).exists()
    ]
