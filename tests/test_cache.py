"""What is kept between builds saves time, and changes nothing."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from markdown import Markdown
from mkdocs.config import load_config
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from conftest import copy_project
from publication.cache import Cache
from publication.kept_html import KeptHtml
from story import remembering
from story.pages.make_pages import NAMES
from test_build import files_of, mkdocs

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


class Maker:
    """Makes a result, and counts how often."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self) -> bytes:
        """The same result each time."""
        self.count += 1
        return b"made"


@pytest.fixture
def make() -> Maker:
    """A new one."""
    return Maker()


def test_a_result_is_made_once(tmp_path: Path, make: Maker) -> None:
    """Another build finds it, by all of its parts and nothing less."""
    for _ in range(2):
        assert Cache(tmp_path / "cache").get(("a", b"b"), make) == b"made"
    assert make.count == 1
    for parts in (("a", b"c"), ("ab",), ("a", "b", "")):
        Cache(tmp_path / "cache").get(parts, make)
    assert make.count == 4


@pytest.mark.parametrize("spoiled", [b"", b"half", b"\0" * 40])
def test_a_spoiled_result_is_made_again(tmp_path: Path, make: Maker, spoiled: bytes) -> None:
    """A file that is not what was written counts as none, and is mended."""
    for count in (1, 2, 2):
        assert Cache(tmp_path).get(("a",), make) == b"made"
        assert make.count == count
        (path,) = tmp_path.iterdir()
        if count == 1:
            path.write_bytes(spoiled)


def test_a_folder_that_cannot_be(tmp_path: Path, make: Maker) -> None:
    """Where nothing can be kept, all is made each time."""
    (tmp_path / "cache").write_bytes(b"a file")
    cache = Cache(tmp_path / "cache")
    for count in (1, 2):
        assert cache.get(("a",), make) == b"made"
        assert make.count == count
    cache.forget_unused()


def test_what_is_not_used_goes(tmp_path: Path, make: Maker) -> None:
    """A build keeps its own results alone."""
    Cache(tmp_path).get(("a",), make)
    second = Cache(tmp_path)
    second.get(("b",), make)
    second.forget_unused()
    Cache(tmp_path).get(("b",), make)
    assert make.count == 2
    assert len(list(tmp_path.iterdir())) == 1


@pytest.fixture
def nothing_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    """As a program that has just begun."""
    monkeypatch.setattr(remembering, "_before", {})
    monkeypatch.setattr(remembering, "_asked", {})


@pytest.mark.usefixtures("nothing_remembered")
def test_what_was_found_in_a_text_is_not_looked_for_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """In a run, in the next one of the same program, and in one that begins with what was kept."""
    looked: list[str] = []

    @remembering.remembered
    def length(text: str) -> int:
        looked.append(text)
        return len(text)

    assert [length("un"), length("deux"), length("un")] == [2, 4, 2]
    kept = remembering.keep()
    assert [length("un"), length("trois")] == [2, 5]
    assert looked == ["un", "deux", "trois"]
    monkeypatch.setattr(remembering, "_before", {})
    monkeypatch.setattr(remembering, "_asked", {})
    remembering.recall(kept)
    assert [length("deux"), length("trois"), length("un")] == [4, 5, 2]
    assert looked == ["un", "deux", "trois", "trois"]


@pytest.mark.usefixtures("nothing_remembered")
def test_only_what_was_asked_for_is_kept() -> None:
    """A text that went is forgotten."""
    double = remembering.remembered(_double)
    assert [double("a"), double("b")] == ["aa", "bb"]
    first = remembering.keep()
    assert double("a") == "aa"
    second = remembering.keep()
    assert b"bb" in first
    assert b"bb" not in second
    remembering.recall(first)  # what this program knows already is newer
    assert double("a") == "aa"
    assert remembering.keep() == second


def _double(text: str) -> str:
    return text * 2


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the project that was never built."""
    return copy_project(tmp_path / "project")


def test_it_changes_no_byte(project: Path, build: Callable[[Path], Path]) -> None:
    """Built first, again, with spoiled results, and after they went: the same site."""
    kept = project / ".cache"
    first = files_of(build(project))
    names = {path.name for path in kept.iterdir()}
    assert len(names) > 20
    assert files_of(build(project)) == first
    for path in kept.iterdir():
        path.write_bytes(path.read_bytes()[:-1])
    assert files_of(build(project)) == first
    shutil.rmtree(kept)
    assert files_of(build(project)) == first
    assert {path.name for path in kept.iterdir()} == names


def test_a_page_is_converted_once(
    project: Path, build: Callable[[Path], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only what changed is converted again: a page, or all where what converts them changes."""
    convert, converted = Markdown.convert, list[str]()

    def converting(self: Markdown, source: str) -> str:
        converted.extend([source] if source else [])
        return str(convert(self, source))

    monkeypatch.setattr(Markdown, "convert", converting)
    settings = project / "mkdocs.yml"
    settings.write_text(
        settings.read_text("utf-8").replace("  citer.md", "  citer.md\n  annexe.md"), "utf-8"
    )
    build(project)
    assert len(converted) == len(NAMES)
    (project / "docs" / "annexe.md").write_text("# Annexe\n", "utf-8")
    build(project)  # a page more: where links may lead is not what it was
    assert len(converted) == 2 * len(NAMES) + 1
    build(project)
    assert converted[-1] == "# Annexe\n"  # by hand
    assert len(converted) == 2 * len(NAMES) + 2


def test_what_is_wrong_with_a_page_is_said_at_each_build(project: Path) -> None:
    """With what a page of the content became at another build: its links, and those into it."""
    template = project / "scripts" / "story" / "pages" / "templates" / "donnees.md.j2"
    template.write_text(template.read_text("utf-8") + "\n[ici](absente.md)\n", "utf-8")
    by_hand = "# Annexe\n\n[un](index.md#absent) [deux](chronologie.md#evenements)\n"
    (project / "docs" / "annexe.md").write_text(by_hand, "utf-8")
    said = [mkdocs(project, "build").stderr for _ in range(2)]
    for text in said:
        assert text.count("'absente.md'") == 1
        assert text.count("'#absent'") == 1
        assert "#evenements" not in text


def test_a_page_of_which_something_was_said_is_not_kept(tmp_path: Path) -> None:
    """The next build says it again; a page of which nothing was said, it finds."""
    config = load_config(plugins=[], docs_dir=str(tmp_path))
    page = Page(None, File("a.md", str(tmp_path), str(tmp_path), use_directory_urls=False), config)
    said = [0]
    for expected in ("un", "un", ""):
        kept = KeptHtml(Cache(tmp_path / "cache"), "", Files([page.file]), lambda: said[0])
        assert kept.before(page, "un") == expected
        said[0] += expected == "un" and said[0] == 0  # at the first build alone
        assert kept.after(page, "<p>un</p>" if expected else "") == "<p>un</p>"


def test_what_others_change_of_a_page_stays_changed(project: Path) -> None:
    """A hook of the publisher's finds the text and the HTML of each page, at each build."""
    (project / "ours.py").write_text(
        "def on_page_markdown(markdown, **_):\n    return markdown + '\\n\\n*Un ajout.*\\n'\n"
        "def on_page_content(html, **_):\n    return html.replace('ajout', 'autre ajout')\n",
        "utf-8",
    )
    settings = project / "mkdocs.yml"
    hooks = settings.read_text("utf-8").replace("hooks:\n", "hooks:\n  - ours.py\n", 1)
    for order in ("first", "last"):
        own = "  - scripts/mkdocs_hooks.py\n"
        text = (
            hooks
            if order == "first"
            else hooks.replace("  - ours.py\n", "").replace(own, f"{own}  - ours.py\n")
        )
        settings.write_text(text, "utf-8")
        for _ in range(2):
            assert mkdocs(project, "build", "--strict").returncode == 0
            html = (project / "site" / "sources.html").read_text("utf-8")
            assert html.count("<em>Un autre ajout.</em>") == 1, order
