"""Published addresses stay: one that goes needs an alias, one that comes is locked."""

from __future__ import annotations

from pathlib import Path

from conftest import content_of
from story.pages.anchors import anchors_of, lost_anchors

ROOT = Path(__file__).parent.parent
LOCK = ROOT / "content" / "anchors.lock"
LOCKED = LOCK.read_text("utf-8") if LOCK.is_file() else ""


def test_no_address_is_lost() -> None:
    """Every anchor in content/anchors.lock is still on its page, or has an alias that is."""
    anchors = anchors_of(content_of(ROOT / "content").pages)
    assert lost_anchors(LOCKED, anchors) == {}


def test_every_address_is_locked() -> None:
    """A new anchor is written to content/anchors.lock (`build_pages.py --lock`), so that it stays."""
    anchors = anchors_of(content_of(ROOT / "content").pages)
    locked = {line.partition("->")[0].strip() for line in LOCKED.splitlines()}
    new = [anchor for anchor in anchors if anchor not in locked]
    assert new == [], "python scripts/build_pages.py --lock"
    assert len(anchors) == len(set(anchors))


def test_aliases() -> None:
    """A renamed anchor is no loss once its alias is recorded."""
    assert lost_anchors("// note\na#b\na#c -> a#d\na#e -> a#f\n\n", ["a#d"]) == {"a#b": 2, "a#e": 4}
