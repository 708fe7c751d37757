"""What a screen reader is told: the accessibility tree of the timeline and of the exchange."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from conftest import content_of
from story.evidence import Computation, SourcePassage
from story.reading.body import Passage, capitalised

if TYPE_CHECKING:
    from browsing import Visit
    from story.assemble_story import Story
    from story.model import Event

# How the level of a note is told.
LEVELS = {Passage: "article", SourcePassage: "autre source", Computation: "calcul"}

pytestmark = pytest.mark.browser


def node(role: str, name: str = "", *, level: int = 0, depth: int = 0) -> str:
    """A line of a snapshot of the tree."""
    told = f" {json.dumps(name, ensure_ascii=False)}" if name else ""
    line = f"{role}{told}{f' [level={level}]' if level else ''}"
    return f"{'  ' * depth}- '{line}'" if told else f"{'  ' * depth}- {line}"


def entry(event: Event, story: Story) -> list[str]:
    """What is told of an event: its date and title first, then its mark, which names its levels."""
    typeset = story.language.typeset
    heading = f"{capitalised(story.language.show_date(event.date))} : {typeset(event.title)}"
    levels = ", ".join(dict.fromkeys(LEVELS[type(item)] for item in event.evidence))
    return [
        node("listitem", depth=1) + ":",
        node("heading", " ".join(heading.split()), level=3, depth=2),
        node("paragraph", depth=2) + ":",
        node("superscript", depth=3) + f":\n        - link /Note \\d+, {levels}$/",
    ]


def test_the_timeline_is_told_in_order(visit: Visit, address: str) -> None:
    """Lists of as many items as events, a year each; each item with its heading and its note."""
    story = content_of().story
    visit.page.goto(address + "chronologie.html")
    events = [*story.events, *story.after]
    for timeline in visit.page.locator(".annees > section > ol").all():
        count = timeline.locator("> li").count()
        told, events = events[:count], events[count:]
        lines = [line for event in told for line in entry(event, story)]
        expect(timeline).to_match_aria_snapshot("\n".join(["- list:", *lines]))
    assert events == []


def test_the_rhythm_is_told_by_years_and_dates(visit: Visit, address: str) -> None:
    """A group of choices with its name; then each year leads to its events, each point has a date."""
    story = content_of().story
    page = visit.page
    page.goto(address + "chronologie.html")
    expect(page.locator(".choix")).to_match_aria_snapshot(
        '- group "Thème":\n  - radio "Tous" [checked]'
    )
    rhythm = page.get_by_role("navigation", name="Les événements, année par année")
    events = [*story.events, *story.after]
    dates = [capitalised(story.language.show_date(event.date)) for event in events]
    points = rhythm.locator(".point a")
    assert points.evaluate_all("all => all.map(one => one.title)") == dates
    tree = rhythm.aria_snapshot()
    assert all(f'link "{" ".join(date.split())}"' in tree for date in dates)
    years = dict.fromkeys(str(event.date.first_day.year) for event in events)
    assert rhythm.locator("> ol > li > a").all_inner_texts() == list(years)
    empty = rhythm.locator("> ol > li:not(:has(a))").all_inner_texts()
    assert [" ".join(one.split()) for one in empty] == [
        "2016–2017 aucun événement",
        "2021 aucun événement",
    ]


def test_the_exchange_is_told_in_order(visit: Visit, address: str) -> None:
    """Who speaks, the first wording in English, then the words that the article gives."""
    visit.page.goto(address + "echange.html")
    expect(visit.page.locator("section.parole").first).to_match_aria_snapshot(
        """
- heading "Sam Altman" [level=3]
- paragraph: /En réponse, sur le réseau X \\(ex-Twitter\\)/
- paragraph: /En anglais/
- blockquote:
  - paragraph: /no thank you but we will buy twitter for \\$9.74 billion if you want/
- paragraph: /Selon l’article/
- blockquote:
  - paragraph:
    - text: « Non merci mais nous rachèterons Twitter pour 9,74 milliards de dollars si tu veux. »
    - superscript:
      - link /Note \\d+, article/
- paragraph:
  - link "Le texte d’origine, X"
"""
    )
    expect(visit.page.locator("section.parole").last).to_match_aria_snapshot(
        """
- heading "Elon Musk" [level=3]
- blockquote:
  - paragraph: /Swindler/
- blockquote:
  - paragraph:
    - text: « Escroc. »
"""
    )
    english = visit.page.locator(".parole span[lang=en]").all_inner_texts()
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
        '  - link "Rechercher"',
        '  - navigation "Pages"',
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
