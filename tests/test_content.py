"""The content folder: what it must hold, and what may not stand beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from story.content import read_content
from story.faults import ArticleError

if TYPE_CHECKING:
    from pathlib import Path


def test_a_file_named_otherwise(project: Path) -> None:
    """A name that is almost right is named."""
    (project / "content" / "article.fr.md").rename(project / "content" / "articel.fr.md")
    with pytest.raises(ArticleError) as caught:
        read_content(project / "content", project)
    assert str(caught.value) == (
        "content/article.fr.md:1: le fichier manque\u202f;"
        " « articel.fr.md » est là\u202f: à renommer en « article.fr.md »"
    )


@pytest.mark.parametrize("name", ["README.md", "echange.html"])
def test_a_page_of_the_same_address(project: Path, name: str) -> None:
    """So it would where only the address is the same."""
    (project / "docs" / name).write_text("À moi\n", "utf-8")
    with pytest.raises(ArticleError, match=f"docs/{name}:1: cette page a l’adresse"):
        read_content(project / "content", project, docs=project / "docs")


def test_a_page_of_the_same_name(project: Path) -> None:
    """MkDocs would drop one of two pages of the same name without a word: it is a fault."""
    (project / "docs" / "index.md").write_text("# À moi\n", "utf-8")
    with pytest.raises(ArticleError) as caught:
        read_content(project / "content", project, docs=project / "docs")
    assert str(caught.value) == (
        "docs/index.md:1: cette page a l’adresse d’une page produite à partir de l’article"
        "\u202f; un autre nom"
    )
