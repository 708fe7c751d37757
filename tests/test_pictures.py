"""The pictures that no page draws are made by a script of the repository."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PIL import Image

from make_pictures import ROOT, make_pictures

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser


def size_of(path: Path) -> tuple[int, int]:
    """Width and height of a picture."""
    with Image.open(path) as picture:
        return picture.size


def test_pictures_are_made(browser: Browser, tmp_path: Path) -> None:
    """The share cards and the icons, in the sizes that networks and systems ask for, and light."""
    make_pictures(browser, tmp_path, tmp_path)
    sizes = {path.name: size_of(path) for path in tmp_path.iterdir()}
    assert sizes == {
        "carte.png": (1200, 630),
        "carte-chronologie.png": (1200, 630),
        "carte-echange.png": (1200, 630),
        "apple-touch-icon.png": (180, 180),
        "favicon.ico": (32, 32),
    }
    for path in tmp_path.iterdir():
        assert path.stat().st_size < 60_000
    for name, size in sizes.items():
        folder = ROOT / ("content" if name.startswith("carte") else "docs/assets")
        assert size_of(folder / name) == size
    # Not one colour: under its title the card has two bars, one ten times the other.
    with Image.open(tmp_path / "carte.png") as picture:
        card = picture.convert("RGB")
    offer, reply = card.getpixel((5, 400)), card.getpixel((5, 510))
    assert offer != reply
    assert [card.getpixel((x, 400)) for x in range(1200)].count(offer) == 1200
    assert [card.getpixel((x, 510)) for x in range(1200)].count(reply) == pytest.approx(120, abs=2)
