"""Another story is another content/: nothing of this one stands anywhere else."""

from __future__ import annotations

import ast
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from conftest import WHOLE, soup_of
from story.content_folder import read_content
from story.reading.body import squeeze

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from story.assemble_story import Story

ROOT = Path(__file__).parent.parent
STORIES = ROOT / "tests" / "fixtures" / "stories"
# What builds any story.
HOUSE = [
    path
    for folder in ("scripts", "overrides", "docs/assets")
    for path in sorted((ROOT / folder).rglob("*"))
    if path.suffix in {".py", ".j2", ".html", ".css", ".js", ".svg"}
]


@pytest.fixture(scope="module")
def story() -> Story:
    """A whole story."""
    return read_content(WHOLE, WHOLE).story


def words_of(story: Story) -> set[str]:
    """The names that only this story has: of people and organisations, of the site."""
    names = {person.name for person in story.people} | {story.name}
    names |= {alias for person in story.people for alias in person.aliases}
    return {name for name in names if len(name) > 2}


def test_a_second_story_is_built_whole(
    project: Path, build: Callable[[Path], Path], story: Story
) -> None:
    """Of another kind, another decade, with sections of every kind: no word of the first."""
    content = project / "content"
    shutil.rmtree(content)
    shutil.copytree(STORIES / "phare", content)
    site = build(project)
    pages = sorted(site.rglob("*.html"))
    texts = {path.relative_to(site): path.read_text("utf-8") for path in pages}
    for path, text in texts.items():
        shown = soup_of(site / path).get_text(" ")
        for word in words_of(story):
            assert not re.search(rf"\b{re.escape(word)}\b", shown), (path, word)
        assert not re.search(r"\b20[12]\d\b", shown), path
        assert "Le phare de Kerbihan" in text, path
    home = soup_of(site / "index.html")
    assert home.title
    assert home.title.get_text() == "Le phare de Kerbihan\u00a0: une vente, un procès"
    assert len(home.select(".ouverture rect")) == len(home.select("article li rect")) == 2
    legal = soup_of(site / "mentions-legales.html")
    assert "Directeur de la publication\u00a0: Soizic Le Gall" in legal.get_text()
    assert not legal.select(".a-completer")


def test_the_licence_is_the_dossier_s(project: Path, build: Callable[[Path], Path]) -> None:
    """Wherever the site says under what its texts are; what it quotes stays its owners' everywhere."""
    shutil.rmtree(project / "content")
    shutil.copytree(STORIES / "phare", project / "content")
    site = build(project)
    name, address = "Licence Ouverte 2.0", "https://licence.example/ouverte"
    for page in ("donnees.html", "mentions-legales.html"):
        (link,) = soup_of(site / page).select(f"article a[href='{address}']")
        assert squeeze(link.get_text()) == name
    for path in site.rglob("*.html"):
        text = squeeze(soup_of(path).get_text(" "))
        assert "CC BY" not in text
        if path.name != "frise.html":
            assert f"Textes du site sous licence {name}" in text
            assert "les passages cités restent à leurs éditeurs" in text
    for file in ("index.html", "flux.xml", "donnees/annotations.json", "donnees/LISEZMOI.txt"):
        assert address in (site / file).read_text("utf-8"), file
    assert not [path for path in site.rglob("*.*") if b"creativecommons" in path.read_bytes()]


def test_events_are_in_the_order_of_their_dates() -> None:
    """Not in that of the file."""
    folder = STORIES / "phare"
    written = re.findall(
        r"^  - id: (\S+)\n    date:", (folder / "dossier.fr.yml").read_text("utf-8"), re.MULTILINE
    )
    events = [event.id for event in read_content(folder, folder).story.events]
    assert events == ["extinction", "adjudication", "replique", "annulation"] != written


def spoken(path: Path) -> Iterator[str]:
    """The texts of a file: of a program, its names and what it may print; else all but comments."""
    text = path.read_text("utf-8")
    if path.suffix != ".py":
        yield re.sub(
            r"/\*.*?\*/|\{#.*?#\}|<!--.*?-->|^\s*//.*?$", "", text, flags=re.DOTALL | re.MULTILINE
        )
        return
    tree = ast.parse(text)
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.Expr)
    docstrings = {
        id(node.value)
        for parent in ast.walk(tree)
        if isinstance(parent, documented)
        for node in getattr(parent, "body", [parent])
        if isinstance(node, ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and id(node) not in docstrings:
            yield str(node.value)
        elif isinstance(node, ast.Name | ast.arg):
            yield getattr(node, "id", "") or getattr(node, "arg", "")


@pytest.mark.parametrize("path", HOUSE, ids=lambda path: path.name)
def test_nothing_of_this_story_is_code(path: Path, story: Story) -> None:
    """No name, theme or kind of amount of the story, no year of its period."""
    whole = path.read_text("utf-8")
    for word in words_of(story):
        assert not re.search(rf"\b{re.escape(word)}\b", whole), word
    closed = {theme.id for theme in story.themes} | {theme.name for theme in story.themes}
    closed |= {kind for group in story.amount_groups for kind in group.kinds}
    closed -= {"structure", "Structure"}  # a kind of thing in any story
    assert story.period
    first, last = map(int, story.period.edtf.split("/"))
    for text in spoken(path):
        assert text not in closed, text
        assert not re.search(rf"theme-(?:{'|'.join(closed)})", text)
        for year in re.findall(r"\b(?:19|20)\d\d\b", re.sub(r"https?://\S+", "", text)):
            assert not first <= int(year) <= last, text
