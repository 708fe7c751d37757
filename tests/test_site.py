"""The built site in real Chromium, with JavaScript and without."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from in_page import THERE_AND_BACK
from story.content_folder import read_content

if TYPE_CHECKING:
    from browsing import Visit

ROOT = Path(__file__).parent.parent

pytestmark = pytest.mark.browser

CONTENT = ("", "chronologie.html", "echange.html", "qui-est-qui.html", "sources.html")
PAGES = (*CONTENT, "mentions-legales.html")


def test_pages_are_quiet_and_stay_home(visit: Visit, address: str) -> None:
    """No page says anything in the console, nor asks another host for anything."""
    pages = [visit.page.context.new_page() for _ in PAGES]
    for name, page in zip(PAGES, pages, strict=True):
        response = page.goto(address + name)
        assert response is not None
        assert response.ok
    for page in pages:
        page.wait_for_load_state("networkidle")
    assert visit.messages == []
    assert [url for url in visit.requests if not url.startswith(address)] == []


def test_every_mark_is_followed_there_and_back(visit: Visit, bare_address: str) -> None:
    """A click on a mark brings its passage on the screen; a click there brings the mark back."""
    page = visit.page
    for name in CONTENT[:3]:
        page.goto(bare_address + name)
        assert page.locator("article a.footnote-ref").count() > 0
        assert page.evaluate(THERE_AND_BACK) == [], name
        assert page.locator(".footnote li:not(:has(mark))").count() == 0
    mark = page.locator("article a.footnote-ref").first
    mark.click()
    note = page.locator(f"[id='{str(mark.get_attribute('href')).partition('#')[2]}']")
    expect(note.locator("mark").first).to_be_in_viewport()
    note.locator("a.footnote-backref").first.click()
    expect(mark).to_be_in_viewport()


# Follows every link within the page that a selector finds, and gives those whose target is not seen.
FOLLOW = """selector => [...document.querySelectorAll(selector)].map(link => {
    const id = decodeURIComponent(link.getAttribute('href').split('#')[1])
    location.hash = id
    const target = document.getElementById(id)
    const box = target ? target.getBoundingClientRect() : {bottom: -1, top: 0}
    return box.bottom > 0 && box.top < innerHeight ? null : id
}).filter(Boolean)"""


def test_every_link_within_a_page_is_followed(visit: Visit, address: str) -> None:
    """Marks, notes, points of the axis and entries: each leads to what it names."""
    page = visit.page
    for name in CONTENT:
        page.goto(address + name)
        if name == "chronologie.html":
            page.locator("#echelle-annees").check()
        for selector in ("a.footnote-ref", "a.footnote-backref", ".axe-annees a", ".details a"):
            assert page.evaluate(FOLLOW, f"article {selector}") == [], name


@pytest.mark.parametrize(
    ("fixture", "answers"),
    [
        (
            "bare_address",
            (
                "97,4 milliards de dollars",
                "Un groupe d’investisseurs dirigé par Elon Musk a formulé une offre non sollicitée",
                "l’organisation à but non lucratif qui détient le contrôle d’OpenAI",
                "Sam Altman, en réponse",
                "Non merci mais nous rachèterons Twitter pour 9,74 milliards de dollars si tu veux.",
                "Elon Musk, en réponse",
                "Escroc.",
                "Wall Street Journal",
                "Fusacq, le 12 février 2025",
            ),
        ),
        (
            "address",
            (
                "Elon Musk et des investisseurs offrent 97,4 milliards de dollars",
                "Les actifs de l’organisation à but non lucratif qui contrôle OpenAI",
                "Le Wall Street Journal, le 10 février 2025",
                "refuse, sur X, et offre 9,74 milliards de dollars pour Twitter",
                "« Escroc », réplique Elon Musk",
                "rejette l’offre à l’unanimité",
                "la justice rejette l’action d’Elon Musk",
            ),
        ),
    ],
)
def test_first_screen_answers(
    visit: Visit, fixture: str, answers: tuple[str, ...], request: pytest.FixtureRequest
) -> None:
    """Who offers what, how much, to whom, what was answered, according to whom, as of when."""
    page = visit.page
    page.goto(request.getfixturevalue(fixture))
    facts = page.locator("article dl").first
    box = facts.bounding_box()
    assert box is not None
    assert box["y"] + box["height"] <= 667
    text = " ".join(facts.inner_text().split())
    for answer in answers:
        assert answer in text


def test_timeline_is_the_data(visit: Visit, address: str) -> None:
    """Each event of the data has its entry, its date, its point on the axis, its evidence."""
    story = read_content(ROOT / "content", ROOT).story
    page = visit.page
    page.goto(address + "chronologie.html")
    for event in story.events:
        heading = page.locator(f"article ol > li > h3[id='{event.id}']")
        if event.date.machine:
            assert heading.locator("time").get_attribute("datetime") == event.date.machine
        assert page.locator(f".axe-annees a[href='#{event.id}'][id='axe-{event.id}']").count() == 1
        (mark,) = heading.locator("xpath=..").locator("a.footnote-ref").all()
        note = page.locator(f"[id='{(mark.get_attribute('href') or '')[1:]}']")
        assert note.locator("b").count() == len(event.evidence)


def test_bars_are_to_scale(visit: Visit, address: str) -> None:
    """The offer is ten times the reply, and all are of one scale, at any width; no text under 12 px."""
    story = read_content(ROOT / "content", ROOT).story
    values = [float(amount.value) for amount in story.amounts]
    page = visit.page
    page.goto(address)
    for width in (320, 375, 768, 1280, 1440):
        page.set_viewport_size({"width": width, "height": 800})
        widths = page.locator("article li rect").evaluate_all(
            "all => all.map(one => one.getBoundingClientRect().width)"
        )
        assert widths[0] / widths[1] == pytest.approx(10, abs=0.05), width
        shares = [value / max(values) for value in values]
        assert [one / max(widths) for one in widths] == pytest.approx(shares, abs=0.001), width
        sizes = page.locator("article ul:has(rect)").evaluate_all(
            "all => all.map(one => parseFloat(getComputedStyle(one).fontSize))"
        )
        assert min(sizes) >= 12, width


def test_zoom_and_filter_by_keyboard(visit: Visit, address: str) -> None:
    """Arrows alone change the scale and the theme, with JavaScript or without."""
    page = visit.page
    page.goto(address + "chronologie.html")
    entries = page.locator("article ol > li:has(> h3)")
    every = entries.count()
    page.locator("#echelle-annees").focus()
    assert page.locator(".axe-jours").is_hidden()
    page.keyboard.press("ArrowRight")
    assert page.locator(".axe-jours").is_visible()
    assert page.locator(".axe-annees").is_hidden()
    page.locator("#theme-tous").focus()
    for theme in (1, 2):
        page.keyboard.press("ArrowRight")
        assert page.locator(f"#theme-{theme}").is_checked()
        shown = [i for i in range(every) if entries.nth(i).is_visible()]
        assert 0 < len(shown) < every
        for index in shown:
            assert entries.nth(index).locator(f"h3.theme-{theme}").count() == 1
    nothing = page.locator(".axe-jours .rien")
    for choice in page.locator("input[name=theme]").all():
        choice.check()
        points = [point.is_visible() for point in page.locator(".axe-jours a").all()]
        assert nothing.is_visible() is not any(points)
