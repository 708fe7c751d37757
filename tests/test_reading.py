"""What the reader finds in whole articles: each is a text beside what must be found in it."""

from __future__ import annotations

import functools
import json
from pathlib import Path
from typing import Any

import pytest

from story.assemble_story import Story, read_story
from story.reading.article_file import read_article
from story.reading.body import fold

FIXTURES = Path(__file__).parent / "fixtures"
ARTICLES = sorted((FIXTURES / "articles").glob("*.fr.md"))
LIMITS = sorted((FIXTURES / "limits").glob("*.fr.md"))


@functools.cache
def read(path: Path) -> tuple[Story, dict[str, Any]]:
    """The story in an article, and what must be in it."""
    story = read_story(read_article(path.read_bytes(), path.name))
    expected = json.loads(path.with_name(path.name.replace(".fr.md", ".json")).read_text("utf-8"))
    return story, expected


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.name.split(".")[0])
def test_article_is_understood(path: Path) -> None:
    """Dates, amounts and quotations are those that a careful reader finds, in their order."""
    found, expected = understood(path)
    assert found == expected


@pytest.mark.parametrize("path", LIMITS, ids=lambda path: path.name.split(".")[0])
def test_known_limits(path: Path) -> None:
    """What the reader is known not to find; one that comes right moves to the articles."""
    found, expected = understood(path)
    assert found != expected


def understood(path: Path) -> tuple[dict[str, Any], dict[str, Any]]:
    """What the reader finds in an article, and what it should."""
    story, expected = read(path)
    found = {
        "dates": {event.date.edtf for event in story.events},
        "amounts": [[float(a.value), a.currency] for a in story.amounts],
        "quotes": [[said.speaker, said.text] for said in story.exchange],
    }
    return found, {
        "dates": set(expected["dates"]),
        "amounts": [[float(value), currency] for value, currency in expected["amounts"]],
        "quotes": expected["quotes"],
    }


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.name.split(".")[0])
def test_people_are_found(path: Path) -> None:
    """Every person and every clear organisation is found, as what it is."""
    story, expected = read(path)
    found = {(fold(person.name), person.kind) for person in story.people}
    for name, kind in expected.get("people", []):
        if name not in NOT_A_RUN_OF_CAPITALS:
            assert (fold(name), kind) in found


# Names with lower-case words in them, of which the reader finds the capitalised part.
NOT_A_RUN_OF_CAPITALS = {"Union des boulangers d'Armor", "Autorité des marchés financiers"}
