"""What a first visit costs a reader, and what it leaves behind."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

import pytest

from browsing import pages_of

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page, Request

    from caddy import Caddy

pytestmark = pytest.mark.browser

MOST = 20_000


# The icons that a browser with windows asks for, and a headless one does not: all, to be sure.
ICONS = """() => Promise.all([...document.querySelectorAll("link[rel=icon]:not([href^='data:'])")]
    .map(async link => (await fetch(link.href)).arrayBuffer())).then(all => all.length)"""

# What a page may have left behind, each counted; some are there only for what is served safely.
LEFT = """async () => [localStorage.length, sessionStorage.length, document.cookie.length,
    (await indexedDB.databases()).length,
    window.caches ? (await caches.keys()).length : 0,
    navigator.serviceWorker ? (await navigator.serviceWorker.getRegistrations()).length : 0]"""


class Reader(NamedTuple):
    """Somebody who comes for the first time, and all that their browser has asked for."""

    name: str
    page: Page
    asked: list[Request]


def reader_of(browser: Browser, address: str, name: str) -> Reader:
    """A reader of one page, who is called as the page, so that the server's answers are told apart."""
    page = browser.new_context(locale="fr-FR", user_agent=f"Reader of /{name}").new_page()
    reader = Reader(name, page, [])
    page.on("request", lambda request: reader.asked.append(request))  # noqa: PLW0108 - no method of C
    page.goto(address + name)
    return reader


def test_a_first_visit_is_light_and_leaves_nothing(
    caddy: Caddy, published_site: Path, browser: Browser
) -> None:
    """Every page, cache off, Brotli: at most 20,000 bytes of bodies; nobody else asked, nothing kept.

    The bytes are those that the server says it has sent; whatever the browser asks for counts,
    until it has been still for half a second.
    """
    faults = []
    readers = [reader_of(browser, caddy.address, name) for name in pages_of(published_site)]
    for name, page, asked in readers:
        page.wait_for_load_state("networkidle")
        assert page.evaluate(ICONS) > 0, name
        left = page.evaluate(LEFT)
        if any(left) or page.context.cookies():
            faults.append(f"/{name}: left behind: {left} {page.context.cookies()}")
        elsewhere = [r.url for r in asked if not r.url.startswith((caddy.address, "data:"))]
        faults += [f"/{name}: asked elsewhere: {url}" for url in elsewhere]
        page.context.close()
    answers = caddy.answers()
    for name, *_ in readers:
        kinds: Counter[str] = Counter()
        for answer in answers:
            if answer.reader == f"Reader of /{name}":
                kinds[answer.kind] += answer.size
                if answer.encoding != "br":
                    faults.append(f"/{name}: not compressed: {answer}")
        assert kinds["document"] > 1_000, name
        if sum(kinds.values()) > MOST:
            faults.append(f"/{name}: {sum(kinds.values())} bytes: {dict(kinds)}")
    assert not faults, "\n".join(faults)
