"""The pictures that no page draws are made by a script of the repository."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PIL import Image

import make_pictures

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.browser


def test_pictures_are_made(tmp_path: Path) -> None:
    """The share card and the icons, in the sizes that networks and systems ask for, and light."""
    make_pictures.main(tmp_path)
    sizes = {path.name: Image.open(path).size for path in tmp_path.iterdir()}
    assert sizes == {
        "carte.png": (1200, 630),
        "apple-touch-icon.png": (180, 180),
        "favicon.ico": (32, 32),
    }
    for path in tmp_path.iterdir():
        assert path.stat().st_size < 60_000
    kept = make_pictures.ROOT / "docs" / "assets"
    assert {name: Image.open(kept / name).size for name in sizes} == sizes
    # Not one colour: the card shows its title and two bars, the longer ten times the other.
    card = Image.open(tmp_path / "carte.png").convert("RGB")
    red = [card.getpixel((x, 580)) for x in range(1200)].count(card.getpixel((75, 580)))
    assert red == pytest.approx(1056 / 10, abs=2)
