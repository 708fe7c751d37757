"""The pictures that no page draws are made by a script of the repository."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from conftest import PUBLISHED, WHOLE, build_site, content_of, soup_of
from make_pictures import ROOT, make_pictures
from story.assemble_story import opening_sums
from story.content_folder import read_cards, read_content

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

FIXTURES = WHOLE.parent


def size_of(path: Path) -> tuple[int, int]:
    """Width and height of a picture."""
    with Image.open(path) as picture:
        return picture.size


@pytest.mark.browser
def test_pictures_are_made(browser: Browser, tmp_path: Path) -> None:
    """The share cards and the icons, in the sizes that networks and systems ask for, and light."""
    (tmp_path / "assets").mkdir()
    story = content_of().story
    make_pictures(browser, story, tmp_path, tmp_path)
    made_files = [path for path in tmp_path.rglob("*.*") if path.is_file()]
    sizes = {path.relative_to(tmp_path).as_posix(): size_of(path) for path in made_files}
    assert sizes == {
        "carte.png": (1200, 630),
        "carte-chronologie.png": (1200, 630),
        "carte-echange.png": (1200, 630),
        "apple-touch-icon.png": (180, 180),
        "favicon.ico": (32, 32),
    }
    made, others = read_cards(tmp_path, story)
    assert (len(made), others) == (3, [])
    assert read_cards(WHOLE, story)[1] == []
    for path in made_files:
        assert path.stat().st_size < 60_000
    for name, size in sizes.items():
        folder = WHOLE if name.startswith("carte") else ROOT / "docs"
        assert size_of(folder / name) == size
    # Not one colour: under its title the card has two bars, one ten times the other.
    with Image.open(tmp_path / "carte.png") as picture:
        card = picture.convert("RGB")
    offer, reply = card.getpixel((5, 400)), card.getpixel((5, 510))
    assert offer != reply
    assert [card.getpixel((x, 400)) for x in range(1200)].count(offer) == 1200
    assert [card.getpixel((x, 510)) for x in range(1200)].count(reply) == pytest.approx(120, abs=2)


@pytest.mark.browser
@pytest.mark.parametrize("name", ["stories/phare", "golden/sans-rien"])
def test_a_story_with_nothing_to_draw(browser: Browser, tmp_path: Path, name: str) -> None:
    """Without two sums, without an event, without words: the card has its title alone."""
    story = read_content(FIXTURES / name, FIXTURES).story
    (tmp_path / "assets").mkdir()
    make_pictures(browser, story, tmp_path, tmp_path)
    assert len(read_cards(tmp_path, story)[0]) == 3
    with Image.open(tmp_path / "carte.png") as picture:
        card = picture.convert("RGB")
    paper = card.getpixel((600, 10))
    assert (card.getpixel((600, 480)) == paper) == (not opening_sums(story))
    with Image.open(tmp_path / "carte-chronologie.png") as picture:
        below = picture.convert("RGB").crop((0, 300, 1200, 630))
    assert (len(below.getcolors() or ()) == 1) == (not story.events)


def test_a_card_of_another_content_is_left_out(
    project: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """A title that is changed, half a picture, a folder: said, and not published."""
    content = project / "content"
    dossier = content / "dossier.fr.yml"
    (content / "carte.png").write_bytes((content / "carte.png").read_bytes()[:-5])
    (content / "carte-echange.png").unlink()
    (content / "carte-echange.png").mkdir()
    with caplog.at_level("INFO", logger="mkdocs"):
        home = soup_of(build_site(project, PUBLISHED) / "index.html")
    assert not home.select('[property="og:image"]')
    others = "cartes de partage d’un autre contenu, laissées de côté\u00a0: "
    assert f"{others}carte-echange.png, carte.png" in caplog.text
    assets = project / "site" / "assets"
    assert sorted(path.name for path in assets.glob("carte*")) == ["carte-chronologie.png"]
    text = dossier.read_text("utf-8")
    dossier.write_text(
        re.sub("^name: .*", "name: Un autre site", text, flags=re.MULTILINE), "utf-8"
    )
    build_site(project, PUBLISHED)
    assert not [*assets.glob("carte*")]
