"""The built site in real Chromium, with JavaScript and without."""

from __future__ import annotations

import functools
import http.server
import os
import threading
from typing import TYPE_CHECKING, NamedTuple

import pytest
from playwright.sync_api import Browser, Page, Playwright, sync_playwright

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.browser

PAGES = ("", "chronologie/", "echange/", "mentions-legales/")
# What Chromium needs as root and without the internet; Playwright makes a new profile each time.
ARGUMENTS = """--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking
    --disable-component-update --disable-sync""".split()


class Visit(NamedTuple):
    """A page of a browser, and what it said and asked for."""

    page: Page
    messages: list[str]
    requests: list[str]


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """The address at which the built site is served."""
    handler = functools.partial(_Quiet, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Playwright, started once."""
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """Chromium, as `make test` finds it."""
    path = os.environ.get("CHROMIUM", "/usr/bin/chromium")
    chromium = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
    yield chromium
    chromium.close()


@pytest.fixture(params=[True, False], ids=["javascript", "no-javascript"])
def visit(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Visit]:
    """A phone-sized page that remembers what it says and asks for."""
    context = browser.new_context(
        viewport={"width": 375, "height": 667}, java_script_enabled=request.param, locale="fr-FR"
    )
    page = context.new_page()
    found = Visit(page, [], [])
    page.on("console", lambda message: found.messages.append(message.text))
    page.on("pageerror", lambda error: found.messages.append(str(error)))
    page.on("request", lambda sent: found.requests.append(sent.url))
    yield found
    context.close()


def test_pages_are_quiet_and_stay_home(visit: Visit, address: str) -> None:
    """No page says anything in the console, nor asks another host for anything."""
    for name in PAGES:
        response = visit.page.goto(address + name, wait_until="networkidle")
        assert response is not None
        assert response.ok
    assert visit.messages == []
    assert [url for url in visit.requests if not url.startswith(address)] == []


@pytest.mark.parametrize("name", PAGES[:3])
def test_every_mark_is_followed_there_and_back(visit: Visit, address: str, name: str) -> None:
    """A click on a mark brings its passage on the screen; a click there brings the mark back."""
    page = visit.page
    page.goto(address + name)
    marks = page.locator("article a.footnote-ref")
    assert marks.count() > 0
    for index in range(marks.count()):
        mark = marks.nth(index)
        target = str(mark.get_attribute("href")).partition("#")[2]
        source = str(mark.locator("xpath=..").get_attribute("id"))
        mark.click()
        assert page.url.endswith(f"#{target}")
        note = page.locator(f"[id='{target}']")
        assert is_seen(page, f"[id='{target}'] mark")
        note.locator(f"a.footnote-backref[href$='#{source}']").click()
        assert page.url.endswith(f"#{source}")
        assert is_seen(page, f"[id='{source}']")


def is_seen(page: Page, selector: str) -> bool:
    """Whether an element lies, at least in part, in the part of the page on the screen."""
    box = page.locator(selector).bounding_box()
    return box is not None and box["y"] < 667 and box["y"] + box["height"] > 0


def test_first_screen_answers(visit: Visit, address: str) -> None:
    """Who offers what, how much, to whom, what was answered, according to whom, as of when."""
    page = visit.page
    page.goto(address)
    facts = page.locator("article dl").first
    box = facts.bounding_box()
    assert box is not None
    assert box["y"] + box["height"] <= 667
    text = " ".join(facts.inner_text().split())
    for answer in (
        "97,4 milliards de dollars",
        "Un groupe d’investisseurs dirigé par Elon Musk a formulé une offre non sollicitée",
        "l’organisation à but non lucratif qui détient le contrôle d’OpenAI",
        "Sam Altman, en réponse",
        "Non merci mais nous rachèterons Twitter pour 9,74 milliards de dollars si tu veux.",
        "Elon Musk, en réponse",
        "Escroc.",
        "Wall Street Journal",
        "Fusacq, le 12 février 2025",
    ):
        assert answer in text


def test_dates_of_the_summary_lead_to_the_timeline(visit: Visit, address: str) -> None:
    """Each date of the summary opens its entry in the timeline."""
    page = visit.page
    page.goto(address)
    links = page.locator("article a[href*='chronologie/#']")
    assert links.count() == 3
    for index in range(links.count()):
        page.goto(address)
        links.nth(index).click()
        target = page.url.partition("#")[2]
        assert is_seen(page, f"[id='{target}']")


def test_nothing_is_cut_on_a_small_screen(visit: Visit, address: str) -> None:
    """At 320 px no page scrolls sideways."""
    visit.page.set_viewport_size({"width": 320, "height": 640})
    for name in PAGES:
        visit.page.goto(address + name)
        widths = visit.page.locator("html").evaluate_all(
            "all => all.map(one => [one.scrollWidth, one.clientWidth])"
        )
        assert widths[0][0] <= widths[0][1], name


def test_search_finds_words_after_an_apostrophe(browser: Browser, address: str) -> None:
    """`d’investisseurs` is found under `investisseurs`."""
    page = browser.new_page(locale="fr-FR")
    page.goto(address)
    page.keyboard.press("s")
    page.keyboard.type("investisseurs")
    page.locator(".md-search-result__link").first.wait_for()
    assert page.locator(".md-search-result__link").count() >= 2
    page.close()
