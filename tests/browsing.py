"""Chromium, and the built site served to it."""

from __future__ import annotations

import contextlib
import functools
import http.server
import os
import re
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Page,
    Playwright,
    expect,
    sync_playwright,
)

from waiting import HANG

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

EMBEDDED = "frise.html"
# At the foot of each page, not in the menu.
CITING = "citer.html"
CONFIGURATION = Path(__file__).parent.parent / "mkdocs.yml"
# What Chromium needs as root and without the internet; Playwright makes a new profile each time.
ARGUMENTS = """--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking
    --disable-component-update --disable-sync""".split()


class Visit(NamedTuple):
    """A page of a browser, and what it and those beside it said and asked for."""

    page: Page
    messages: list[str]
    requests: list[str]


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Sends the files of a folder, without a word."""

    def log_message(self, *_: object) -> None:
        """Nothing."""


def chromium_path() -> str:
    """The browser's program, as `make test` finds it."""
    return os.environ.get("CHROMIUM", "/usr/bin/chromium")


def pages_of(site: Path) -> list[str]:
    """Every page of a built site, by its address below the site's, the first one's being `""`.

    The one that stands in pages of other sites has no head and no foot: see test_embedded.py.
    """
    names = (path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    return sorted(name.removesuffix("index.html") for name in names if name != EMBEDDED)


def with_frame(site: Path) -> list[Path]:
    """The files of every page that has the site's head and foot around it, lost one included."""
    return [
        path for path in sorted(site.rglob("*.html")) if "frise" not in str(path.relative_to(site))
    ]


def named_pages() -> list[str]:
    """The same before there is a site: the pages that mkdocs.yml names, and the lost one.

    For tests that are spread over the processors a page at a time; test_axe.py compares the two.
    """
    sources = re.findall(r": ([\w/-]+)\.md$", CONFIGURATION.read_text("utf-8"), re.MULTILINE)
    names = ("" if name == "index" else f"{name}.html" for name in sources)
    return sorted([*names, CITING, "404.html"])


@contextlib.contextmanager
def serving(folder: Path, handler: type[Quiet] = Quiet) -> Iterator[str]:
    """The address at which a folder is served."""
    bound = functools.partial(handler, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), bound) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """The address at which the built site is served."""
    with serving(site) as url:
        yield url


@pytest.fixture(scope="session")
def bare_address(bare_site: Path) -> Iterator[str]:
    """The same for the site of the article alone."""
    with serving(bare_site) as url:
        yield url


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Playwright, started once."""
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """Chromium, started once."""
    chromium = playwright.chromium.launch(
        executable_path=chromium_path(), args=ARGUMENTS, timeout=HANG * 1000
    )
    expect.set_options(timeout=HANG * 1000)
    yield chromium
    chromium.close()


def new_context(browser: Browser, **options: Any) -> BrowserContext:  # noqa: ANN401 - Playwright's
    """A reader's profile, in which nothing fails for being slow."""
    context = browser.new_context(**options)
    context.set_default_timeout(HANG * 1000)
    return context


def open_page(page: Page, url: str, *, javascript: bool) -> None:
    """Loads a page as a reader with scripts or without gets it.

    Those of a test run in it afterwards, as they would not where scripts are off for good;
    test_axe.py asserts that the page is the same as there.
    """
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setScriptExecutionDisabled", {"value": not javascript})
    page.goto(url)
    session.send("Emulation.setScriptExecutionDisabled", {"value": False})
    session.detach()


@pytest.fixture(params=[True, False], ids=["javascript", "no-javascript"])
def javascript(request: pytest.FixtureRequest) -> bool:
    """Whether the reader lets scripts run."""
    return bool(request.param)


@pytest.fixture(scope="session")
def readers(browser: Browser) -> Callable[[bool], Visit]:
    """The function that gives the page of a reader with scripts, or without, as if it were new.

    A new context costs the browser four times what a page does: one for each serves all tests, but
    those that store something, or bring a script of their own.
    """

    @functools.cache
    def begin(javascript: bool) -> Visit:  # noqa: FBT001 - as Playwright says it
        context = new_context(browser, java_script_enabled=javascript, locale="fr-FR")
        found = Visit(context.new_page(), [], [])
        context.on("console", lambda message: found.messages.append(message.text))
        context.on("weberror", lambda error: found.messages.append(str(error.error)))
        context.on("request", lambda sent: found.requests.append(sent.url))
        return found

    def renew(javascript: bool) -> Visit:  # noqa: FBT001
        found = begin(javascript)
        page = found.page
        for other in page.context.pages:
            if other is not page:
                other.close()
        page.goto("about:blank")
        page.emulate_media(
            media="null", color_scheme="null", reduced_motion="null", forced_colors="null"
        )
        page.set_viewport_size({"width": 1280, "height": 720})
        page.mouse.move(0, 0)
        found.messages.clear()
        found.requests.clear()
        return found

    return renew


@pytest.fixture
def page(readers: Callable[[bool], Visit]) -> Page:
    """The page of a reader with scripts, on a desk."""
    return readers(True).page  # noqa: FBT003


@pytest.fixture(params=[True, False], ids=["javascript", "no-javascript"])
def visit(request: pytest.FixtureRequest, readers: Callable[[bool], Visit]) -> Visit:
    """A phone-sized page that remembers what it says and asks for."""
    found = readers(request.param)
    found.page.set_viewport_size({"width": 375, "height": 667})
    return found
