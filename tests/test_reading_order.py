"""What a screen reader is told: the accessibility tree of the timeline and of the exchange."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from story.content_folder import read_content
from story.evidence import Computation, SourcePassage
from story.reading.body import Passage, capitalised

if TYPE_CHECKING:
    from browsing import Visit
    from story.assemble_story import Story
    from story.model import Event

ROOT = Path(__file__).parent.parent
# How the level of a note is told.
LEVELS = {Passage: "article", SourcePassage: "autre source", Computation: "calcul"}

pytestmark = pytest.mark.browser


def node(role: str, name: str = "", *, level: int = 0, depth: int = 0) -> str:
    """A line of a snapshot of the tree."""
    told = f" {json.dumps(name, ensure_ascii=False)}" if name else ""
    line = f"{role}{told}{f' [level={level}]' if level else ''}"
    return f"{'  ' * depth}- '{line}'" if told else f"{'  ' * depth}- {line}"


def told_levels(event: Event) -> str:
    """The levels of the evidence of an event, each once, in their order."""
    return ", ".join(dict.fromkeys(LEVELS[type(item)] for item in event.evidence))


def entry(event: Event, story: Story) -> list[str]:
    """What is told of an event: its date and title first, its marks, the way to its point."""
    typeset = story.language.typeset
    heading = f"{capitalised(story.language.show_date(event.date))} : {typeset(event.title)}"
    return [
        node("listitem", depth=1) + ":",
        node("heading", " ".join(heading.split()), level=3, depth=2),
        node("paragraph", depth=2) + ":",
        node("superscript", depth=3) + f":\n        - link /Note \\d+, {told_levels(event)}/",
        node("paragraph", depth=2) + ":",
        node("link", "Sur l’axe", depth=3),
    ]


def test_the_timeline_is_told_in_order(visit: Visit, address: str) -> None:
    """A list of as many items as events; each with its heading, its notes, its point."""
    story = read_content(ROOT / "content", ROOT).story
    visit.page.goto(address + "chronologie.html")
    lines = [line for event in story.events for line in entry(event, story)]
    timeline = visit.page.locator("article ol").first
    expect(timeline).to_match_aria_snapshot("\n".join(["- list:", *lines]))
    items = timeline.aria_snapshot().count("\n  - listitem")
    assert items == len(story.events)


def test_the_axis_is_told_by_the_titles_of_its_events(visit: Visit, address: str) -> None:
    """Two groups of choices with their names; a group of links, each called as its event."""
    story = read_content(ROOT / "content", ROOT).story
    visit.page.goto(address + "chronologie.html")
    links = [node("link", story.language.typeset(event.title), depth=3) for event in story.events]
    expect(visit.page.locator(".axes")).to_match_aria_snapshot(
        "\n".join(
            [
                '- group "Échelle":',
                '  - radio "Toute la période" [checked]',
                '  - radio "Février 2025"',
                '- group "Thème":',
                '  - radio "Tous" [checked]',
                "- figure:",
                "  - group /Les événements, de 2015 à 2025.*/:",
                *[line.replace("      -", "    -", 1) for line in links],
            ]
        )
    )


def test_the_exchange_is_told_in_order(visit: Visit, address: str) -> None:
    """Who speaks, the words as a quotation, then the first wording in English."""
    visit.page.goto(address + "echange.html")
    expect(visit.page.locator("article ol").first).to_match_aria_snapshot(
        """
- list:
  - listitem:
    - 'heading "Sam Altman" [level=3]'
    - blockquote:
      - paragraph:
        - text: « Non merci mais nous rachèterons Twitter pour 9,74 milliards de dollars si tu veux. »
        - superscript:
          - link "Note 1, article"
    - paragraph: /En réponse, sur le réseau X \\(ex-Twitter\\)/
    - paragraph:
      - time: 10 février 2025
      - text: /no thank you but we will buy twitter for \\$9.74 billion if you want/
      - link "le texte d’origine, X"
  - listitem:
    - 'heading "Elon Musk" [level=3]'
    - blockquote:
      - paragraph:
        - text: « Escroc. »
    - paragraph: /En réponse/
    - paragraph:
      - text: /Swindler/
"""
    )
    english = visit.page.locator("article ol").first.locator("span[lang=en]").all_inner_texts()
    assert english == [
        "“no thank you but we will buy twitter for $9.74 billion if you want”",
        "“Swindler”",
    ]


def test_landmarks_come_in_a_sensible_order(visit: Visit, address: str) -> None:
    """The way past the header, the header with its pages and search, the text, the footer."""
    visit.page.set_viewport_size({"width": 1280, "height": 800})
    order = [
        '- link "Aller au contenu"',
        "- banner:",
        '  - navigation "Pages"',
        '  - link "Rechercher"',
        "- main:",
        "  - article:",
        "[level=1]",
        "- contentinfo:",
        '  - navigation "Toutes les pages"',
    ]
    for name in ("", "chronologie.html", "echange.html", "qui-est-qui.html", "sources.html"):
        visit.page.goto(address + name)
        tree = visit.page.locator("body").aria_snapshot()
        places = [tree.find(line) for line in order]
        assert -1 not in places, (name, tree[:2000])
        assert places == sorted(places), name
        assert tree.count("[level=1]") == 1, name
