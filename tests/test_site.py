"""The built site in real Chromium, with JavaScript and without."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from conftest import content_of
from in_page import THERE_AND_BACK

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from browsing import Visit


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
        assert page.locator("article sup > a").count() > 0
        assert page.evaluate(THERE_AND_BACK) == [], name
        assert page.locator(".footnote li:not(:has(mark))").count() == 0
    mark = page.locator("article sup > a").first
    mark.click()
    note = page.locator(f"[id='{str(mark.get_attribute('href')).partition('#')[2]}']")
    expect(note.locator("mark").first).to_be_in_viewport()
    note.locator("[aria-label]").first.click()
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
    """Marks, notes, points and names: each leads to what it names."""
    page = visit.page
    for name in CONTENT:
        page.goto(address + name)
        for selector in ("sup > a", ".footnote [aria-label]", ".densite a", ".lettres a"):
            assert page.evaluate(FOLLOW, f"article {selector}") == [], name


def text_of(page: Page, selector: str) -> str:
    """The words of the elements that a selector finds, on one line."""
    return " ".join(" ".join(page.locator(selector).all_inner_texts()).split())


def test_first_screen_answers(visit: Visit, address: str) -> None:
    """On a phone: who offers what, how much, for what, what was answered, and by whom.

    The rest of what is asked first follows at once: what was decided, according to whom, the end.
    """
    page = visit.page
    page.goto(address)
    opening = page.locator(".ouverture")
    box = opening.bounding_box()
    assert box is not None
    assert box["y"] + box["height"] <= 667
    text = text_of(page, "h1, .ouverture")
    for answer in (
        "Elon Musk offre 97,4 milliards de dollars pour le contrôle d’OpenAI",
        "Prix proposé pour les actifs de l’entité à but non lucratif, 10 février 2025",
        "÷ 10 = 9,74 milliards de dollars",
        "Prix avancé par Sam Altman pour Twitter",
        "Sam Altman « Non merci mais nous rachèterons Twitter pour 9,74 milliards de dollars",
        "Elon Musk « Escroc. »",
    ):
        assert (
            answer in re.sub(r" ?(?<=[^\d,])\d{1,2}(?= |$)(?! février)", "", text) or answer in text
        ), answer
    facts = page.locator("article dl").first.bounding_box()
    assert facts is not None
    assert facts["y"] < 667 + 120
    outcome = page.locator(".issue").bounding_box()
    assert outcome is not None
    assert outcome["y"] < 667
    told = text_of(page, ".issue, article dl")
    for answer in (
        "Elon Musk et des investisseurs offrent 97,4 milliards de dollars",
        "Les actifs de l’organisation à but non lucratif qui contrôle OpenAI",
        "Le Wall Street Journal, le 10 février 2025",
        "« Escroc », réplique Elon Musk",
        "Le conseil d’OpenAI rejette l’offre à l’unanimité",
        "OpenAI n’est pas à vendre, déclare Bret Taylor",
        "la justice rejette l’action d’Elon Musk",
    ):
        assert answer in told, answer


def test_an_article_alone_answers(visit: Visit, bare_address: str) -> None:
    """Both voices first, then the facts, as the article has them."""
    page = visit.page
    page.goto(bare_address)
    box = page.locator(".paroles").bounding_box()
    assert box is not None
    assert box["y"] + box["height"] <= 667
    text = text_of(page, ".paroles, article dl")
    for answer in (
        "97,4 milliards de dollars",
        "Un groupe d’investisseurs dirigé par Elon Musk a formulé une offre non sollicitée",
        "l’organisation à but non lucratif qui détient le contrôle d’OpenAI",
        "Sam Altman « Non merci mais nous rachèterons Twitter pour 9,74 milliards de dollars si tu veux. »",
        "Elon Musk « Escroc. »",
        "Wall Street Journal",
        "Fusacq, le 12 février 2025",
    ):
        assert answer in text, answer


def test_timeline_is_the_data(visit: Visit, address: str) -> None:
    """Each event of the data has its entry, its date, its point, its evidence, its form."""
    story = content_of().story
    page = visit.page
    page.goto(address + "chronologie.html")
    for event in (*story.events, *story.after):
        heading = page.locator(f".annees ol > li > h3[id='{event.id}']")
        if event.date.machine:
            assert heading.locator("time").get_attribute("datetime") == event.date.machine
        point = page.locator(f".densite .point:has(> a[href='#{event.id}'])")
        assert point.count() == 1
        for one in (heading, point):
            assert ("article" in str(one.get_attribute("class"))) == bool(event.passages)
        (mark,) = heading.locator("xpath=..").locator("sup > a").all()
        note = page.locator(f"[id='{(mark.get_attribute('href') or '')[1:]}']")
        assert note.locator("b").count() == len(event.evidence)


def test_points_are_large_enough_and_few_are_stops(visit: Visit, address: str) -> None:
    """24 px at least, apart; from the top of the page, Tab comes to the first event soon."""
    page = visit.page
    page.goto(address + "chronologie.html")
    boxes = page.locator(".densite .point a").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect()).map(box => [box.x, box.y, box.width, box.height])"
    )
    assert len({(x, y) for x, y, _, _ in boxes}) == len(boxes) > 30
    assert all(width >= 24 <= height for _, _, width, height in boxes)
    stops = page.evaluate(
        """() => [...document.querySelectorAll('a[href], button, input:checked')]
            .filter(one => one.tabIndex >= 0 && one.checkVisibility())
            .findIndex(one => one.closest('.annees'))"""
    )
    assert 0 < stops <= 25


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_points_keep_their_forms_in_forced_colours(page: Page, address: str, scheme: str) -> None:
    """What the article tells is full there too, what others add hollow; both in the system's ink."""
    page.emulate_media(forced_colors="active", color_scheme="dark" if scheme == "dark" else "light")
    page.goto(address + "chronologie.html")
    ink, paper = page.locator("body").evaluate(
        "body => [getComputedStyle(body).color, getComputedStyle(body).backgroundColor]"
    )
    assert ink != paper
    points = page.evaluate("""() => [...document.querySelectorAll('.point, .annees li')].map(one => {
        const mark = getComputedStyle(one.querySelector(':scope.point > a') ?? one, '::before')
        const full = one.matches('.article') || Boolean(one.querySelector(':scope > .article'))
        return [full, mark.backgroundColor, mark.borderTopColor]
    })""")
    assert {full for full, _, _ in points} == {True, False}
    assert all(point == [point[0], ink if point[0] else paper, ink] for point in points), points


def test_bars_are_to_scale(visit: Visit, address: str) -> None:
    """The offer is as wide as the window, the reply a tenth, as high; each drawing has one scale."""
    page = visit.page
    story = content_of().story
    page.goto(address)
    widths_of = "all => all.map(one => one.getBoundingClientRect().width)"
    for width in (320, 375, 768, 1280, 1440):
        page.set_viewport_size({"width": width, "height": 800})
        first, second = page.locator(".ouverture rect").evaluate_all(widths_of)
        window = page.evaluate("document.documentElement.clientWidth")
        assert first == pytest.approx(window, abs=1), width
        assert first / second == pytest.approx(10, abs=0.05), width
        heights = widths_of.replace("width", "height")
        first, second = page.locator(".ouverture rect").evaluate_all(heights)
        assert first == pytest.approx(second, abs=1), width
        for group in story.amount_groups:
            found = page.locator(f"figure:has([id='{group.id}']) li rect").evaluate_all(widths_of)
            values = [float(one.value) for one in story.amounts if one.kind in group.kinds]
            shares = [value / max(values) for value in values]
            assert [one / max(found) for one in found] == pytest.approx(shares, abs=0.001), width
        sizes = page.locator("figure li").evaluate_all(
            "all => all.map(one => parseFloat(getComputedStyle(one).fontSize))"
        )
        assert min(sizes) >= 12, width


def test_a_theme_is_chosen_by_keyboard(visit: Visit, address: str) -> None:
    """Arrows alone change it, with JavaScript or without; what an address opens stays shown."""
    page = visit.page
    page.goto(address + "chronologie.html")
    entries = page.locator(".annees ol > li:has(> h3)")
    every = entries.count()
    page.locator("#theme-tous").focus()
    for theme in (1, 2):
        page.keyboard.press("ArrowRight")
        assert page.locator(f"#theme-{theme}").is_checked()
        shown = [i for i in range(every) if entries.nth(i).is_visible()]
        assert 0 < len(shown) < every
        for index in shown:
            assert entries.nth(index).locator(f"h3.theme-{theme}").count() == 1
        years = page.locator(".annees > section")
        assert all(one.locator("h3:visible").count() for one in years.all() if one.is_visible())
        # No year of the overview leads to what is hidden.
        rows = page.locator(".densite > ol > li:visible").all()
        assert len(rows) == page.locator(".annees > section:visible").count()
        assert all(row.locator("li:visible").count() for row in rows)
    other = page.locator(".annees h3:not(.theme-2)").last
    assert not other.is_visible()
    page.evaluate("id => { location.hash = id }", other.get_attribute("id"))
    expect(other).to_be_visible()


def test_a_note_opens_over_the_text(visit: Visit, address: str) -> None:
    """On a phone a mark opens its note at the foot of the window; the text stays where it is."""
    page = visit.page
    for name in ("", "chronologie.html"):
        page.goto(address + name)
        mark = page.locator("article sup > a").nth(12)
        mark.scroll_into_view_if_needed()
        before = page.evaluate("scrollY")
        mark.click()
        note = page.locator(".footnote li:target")
        expect(note).to_be_in_viewport()
        assert page.evaluate("scrollY") == pytest.approx(before, abs=2)
        page.keyboard.press("Tab")
        assert note.evaluate("note => note.contains(document.activeElement)")
        place = mark.evaluate("mark => mark.parentElement.id")
        note.locator(f"[aria-label][href$='#{place}']").click()
        expect(note).to_have_count(0)
        expect(mark).to_be_in_viewport()


# How far each note begins below its mark, and what two notes share of the margin.
DRIFT = """() => {
    const notes = [...document.querySelectorAll('.footnote li[id^="fn:p"]')]
        .map(note => [note.id, note.getBoundingClientRect()])
    return notes.map(([id, box], index) => {
        const mark = document.querySelector(`sup > [href="#${id}"]:not(.encore)`).getBoundingClientRect()
        const next = notes.slice(index + 1).find(([, other]) => other.top < box.bottom && other.bottom > box.top)
        return [id, Math.round(box.top - mark.top), next ? next[0] : '', box.left - mark.right]
    })
}"""


def test_notes_stand_beside_their_sentences(page: Page, address: str) -> None:
    """On a desk each note is in the margin at the height of its mark, over no other and no text."""
    page.set_viewport_size({"width": 1280, "height": 800})
    for name in CONTENT:
        page.goto(address + name)
        found = page.evaluate(DRIFT)
        assert len(found) > 5, name
        far = [one for one in found if not -30 <= one[1] <= 120 or one[2] or one[3] < 0]
        assert far == [], name


@pytest.mark.parametrize(("name", "shown"), [("qui-est-qui", True), ("echange", False)])
def test_notes_at_the_foot_have_their_title(
    page: Page, address: str, name: str, *, shown: bool
) -> None:
    """On a wide screen too, where a drawing leaves some there; none stands over nothing."""
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(f"{address}{name}.html")
    assert page.locator("#notes").is_visible() is shown


def test_what_is_copied_has_no_mark(page: Page, address: str) -> None:
    """A sentence that is selected and copied ends with its last word."""
    page.goto(address)
    copied = page.evaluate(
        """() => {
            getSelection().selectAllChildren(document.querySelector('.chapitre p:has(sup)'))
            return getSelection().toString()
        }"""
    )
    assert re.search(r"dollars\. ? ?Elon Musk quitte", copied), copied


def test_each_sentence_shows_its_address(page: Page, address: str) -> None:
    """On the focus of its mark; the address leads to it, whatever stands around it."""
    page.goto(address)
    mark = page.locator("article sup[id]:not([id^=fnref]) a").nth(8)
    mark.focus()
    shown = mark.evaluate("mark => getComputedStyle(mark.parentElement, '::after').content")
    id_ = mark.evaluate("mark => mark.parentElement.id")
    assert shown == '"#" attr(id)' or id_ in shown
    page.goto(f"{address}#{id_}")
    expect(mark).to_be_in_viewport()


def test_the_chapter_that_is_read_is_marked(page: Page, address: str) -> None:
    """In the running timeline, by scrolling alone; every chapter is there and leads to its place."""
    page.goto(address)
    links = page.locator(".fil a")
    colours = "all => all.map(one => getComputedStyle(one).backgroundColor)"
    for index in range(links.count()):
        links.nth(index).click()
        page.evaluate("scrollBy(0, innerHeight / 3)")
        page.evaluate(
            "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
        )
        found = links.evaluate_all(colours)
        assert [one != found[index - 1] for one in found].count(True) == 1, index
        assert found.count(found[index]) == 1, index


def test_a_chosen_dark_prints_light(page: Page, address: str) -> None:
    """Near-white words on white paper would be none."""
    page.goto(address)
    page.evaluate("document.documentElement.dataset.theme = 'dark'")
    page.emulate_media(media="print")
    words = page.locator("h1").evaluate("one => getComputedStyle(one).color")
    assert words == "rgb(26, 26, 23)"


def test_no_single_key_opens_anything(page: Page, address: str) -> None:
    """A key alone would act while somebody dictates (WCAG 2.1.4)."""
    page.goto(address)
    for key in ("s", "/", "f"):
        page.keyboard.press(key)
        assert not page.locator("#recherche").is_visible()


def test_headings_never_skip_a_level(page: Page, address: str) -> None:
    """Each title is at most one level below the one before it."""
    for name in PAGES:
        page.goto(address + name)
        levels = page.locator("main :is(h1, h2, h3, h4, h5)").evaluate_all(
            "all => all.map(one => Number(one.localName[1]))"
        )
        assert levels[0] == 1
        assert all(after <= before + 1 for before, after in pairwise(levels)), (name, levels)


def test_a_note_closes_where_it_was_opened(page: Page, address: str) -> None:
    """What closes it leads back to the mark that was pressed, where several call it."""
    page.goto(address)
    again = page.locator("article sup > a.encore").first
    place = again.locator("..").get_attribute("id")
    again.click()
    note = page.locator("li:target")
    back = note.locator("[aria-label]").first
    page.wait_for_function(
        "place => document.querySelector('li:target [aria-label]')?.hash === `#${place}`", arg=place
    )
    back.click()
    assert page.evaluate("location.hash") == f"#{place}"


@pytest.mark.parametrize("width", [375, 1280])
def test_a_mark_keeps_its_place(page: Page, address: str, width: int) -> None:
    """A mark in the middle of the window that is pressed stays in it, with its sentence."""
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(address)
    for mark in page.locator(".chapitre > p > sup > a").all():
        mark.evaluate("mark => mark.scrollIntoView({block: 'center'})")
        before = mark.evaluate("mark => mark.getBoundingClientRect().top")
        mark.evaluate("mark => mark.click()")
        assert abs(mark.evaluate("mark => mark.getBoundingClientRect().top") - before) < 200
