"""What a page costs while it loads, in what the browser counts: no figure here depends on a clock."""

from __future__ import annotations

import functools
import shutil
from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from browsing import CITING, new_context, pages_of
from caddy import running

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from caddy import Caddy

pytestmark = pytest.mark.browser

# The most that a page may cost at a first visit, cache off. Bytes are those of bodies, as the
# server says it has sent them; of scripts, those that run, as they are written.
BOUNDS = {
    "requests": 1,
    "bytes": 11_250,
    "bytes not compressed": 0,
    "requests elsewhere": 0,
    "things left behind": 0,
    "bytes of scripts": 1_000,
    "bytes of scripts before the end of the page": 300,
    "elements": 1_400,
    "elements deep": 16,
}

# Of the three, the pages with the most passages, and that which lists ninety sources and their
# addresses; and the page asked for by who cites, not by who reads: each sentence has its button.
HEAVIEST = {
    ("", "bytes"): 14_600,
    ("chronologie.html", "bytes"): 14_850,
    ("sources.html", "bytes"): 17_000,
} | {
    (CITING, what): most
    for what, most in {
        "requests": 2,
        "bytes": 18_700,
        "bytes of scripts": 3_900,
        "elements": 1_700,
    }.items()
}

# The icons that a browser with windows asks for, and a headless one does not: all but those that are
# written into the page, to be sure. One without any asks for `favicon.ico`.
ICONS = """() => {
    const icons = [...document.querySelectorAll("link[rel=icon]")].map(link => link.href)
    const asked = icons.length ? icons.filter(icon => !icon.startsWith("data:")) : ["/favicon.ico"]
    return Promise.all(asked.map(async icon => (await fetch(icon)).arrayBuffer())).then(() => icons.length)
}"""

# What a page may have left behind; some are there only for what is served safely.
LEFT = """async () => localStorage.length + sessionStorage.length + document.cookie.length +
    (await indexedDB.databases()).length +
    (window.caches ? (await caches.keys()).length : 0) +
    (navigator.serviceWorker ? (await navigator.serviceWorker.getRegistrations()).length : 0)"""

# How many elements there are, how deep they stand, and how long the scripts are for which the
# parser waits before it has come to the end of the text.
COUNTS = """() => {
    const all = [...document.querySelectorAll('*')]
    const depth = element => element ? 1 + depth(element.parentElement) : 0
    const last = all.findLast(one => one.closest('body') && one.localName !== 'script')
    const waits = script => !script.async && !script.defer && script.type !== 'module' &&
        script.compareDocumentPosition(last) & Node.DOCUMENT_POSITION_FOLLOWING
    return {
        'elements': all.length,
        'elements deep': Math.max(...all.map(depth)),
        'bytes of scripts before the end of the page': [...document.scripts].filter(waits)
            .reduce((sum, script) => sum + (script.src ? Infinity : script.text.length), 0),
    }
}"""


class Reader(NamedTuple):
    """Somebody who comes for the first time, what is counted, and bytes by what they are for."""

    name: str
    page: Page
    counted: Counter[str]
    kinds: Counter[str]


def reader_of(browser: Browser, address: str, name: str) -> Reader:
    """A reader of one page, called as the page, so that the server's answers are told apart."""
    page = new_context(browser, locale="fr-FR", user_agent=f"Reader of /{name}").new_page()
    reader = Reader(name, page, Counter(), Counter())
    page.on(
        "request",
        lambda asked: reader.counted.update(
            {"requests elsewhere": not asked.url.startswith((address, "data:"))}
        ),
    )
    session = page.context.new_cdp_session(page)
    session.on(
        "Debugger.scriptParsed",
        lambda script: reader.counted.update(
            {"bytes of scripts": script["length"] if script["url"].startswith(address) else 0}
        ),
    )
    session.send("Debugger.enable")
    page.goto(address + name)
    session.detach()
    return reader


def faults_of(browser: Browser, caddy: Caddy, names: list[str]) -> list[str]:
    """What pages cost more than they may: the page, the figure, its bound, where bytes went."""
    readers = [reader_of(browser, caddy.address, name) for name in names]
    for reader in readers:
        reader.page.wait_for_load_state("networkidle")
    for name, page, counted, _ in readers:
        counted.update(page.evaluate(COUNTS))
        assert page.evaluate(ICONS) > 0, name
        counted["things left behind"] = page.evaluate(LEFT) + len(page.context.cookies())
        page.context.close()
    answers = caddy.answers()
    for name, _, counted, kinds in readers:
        for answer in answers:
            # An icon is asked for by us, above: its bytes count, the request is the system's.
            if answer.reader == f"Reader of /{name}":
                kinds[answer.kind] += answer.size
                counted["requests"] += answer.kind != "empty"
                counted["bytes"] += answer.size
                if answer.encoding != "br":
                    counted["bytes not compressed"] += answer.size
        assert kinds["document"] > 1_000, name
        assert counted["bytes of scripts"] > 0, name
    return [
        f"/{name}: {what}: {counted[what]}, at most {most}; {dict(kinds)}"
        for name, _, counted, kinds in readers
        for what, bound in BOUNDS.items()
        if counted[what] > (most := HEAVIEST.get((name, what), bound))
    ]


def test_a_first_visit_is_light_and_leaves_nothing(
    caddy: Caddy, published_site: Path, browser: Browser
) -> None:
    """Every page, cache off, Brotli: within all bounds, nobody else asked, nothing kept."""
    faults = faults_of(browser, caddy, pages_of(published_site))
    assert not faults, "\n".join(faults)


# What is written into a page so that it breaks each bound but that of compression.
SPOILED = """
<img src="/assets/carte.png" alt=""><img src="http://127.0.0.1:9/x.png" alt="">
<script>
    document.cookie = "left=behind"
    // %s
</script>
""" % ("-" * 3_000)  # fmt: skip


@pytest.fixture
def spoiled(published_site: Path, tmp_path: Path) -> Iterator[Caddy]:
    """A server of the same site, whose home page breaks every bound."""
    folder = shutil.copytree(published_site, tmp_path / "site")
    many = "<div>" * 20 + "<p>Oui</p>" * 3_000 + "</div>" * 20
    page = folder / "index.html"
    html = page.read_text("utf-8")
    policy = html[html.index("<meta http-equiv") : html.index(">", html.index("<meta http-equiv"))]
    page.write_text(
        html.replace(policy, "<meta").replace("<main", f"{SPOILED}{many}<main"), "utf-8"
    )
    for compressed in folder.glob("index.html.*"):
        compressed.unlink()
    (folder / "_headers.caddy").write_text("header Spoiled yes\n", "utf-8")
    with running(folder, tmp_path) as server:
        yield server


def test_each_bound_bites(spoiled: Caddy, browser: Browser) -> None:
    """A page that breaks every bound is reported once for each, with page, figure and bound."""
    faults = faults_of(browser, spoiled, [""])
    assert [fault.split(": ")[1] for fault in faults] == list(BOUNDS)
    assert all(fault.startswith("/: ") and ", at most " in fault for fault in faults)


# The main thread's work that is a layout, and that which is a script.
LAYOUT = {"Layout", "UpdateLayoutTree"}
SCRIPT = {"EvaluateScript", "FunctionCall"}
TRACE = {
    "transferMode": "ReportEvents",
    "traceConfig": {"includedCategories": ["devtools.timeline"], "excludedCategories": ["*"]},
}


def forced_layouts(page: Page, load: Callable[[], object]) -> int:
    """How many layouts took place while a script of the page ran: it had asked for a size."""
    tracer = page.context.new_cdp_session(page)
    trace: list[dict[str, Any]] = []
    complete: list[object] = []
    tracer.on("Tracing.dataCollected", lambda collected: trace.extend(collected["value"]))
    tracer.on("Tracing.tracingComplete", lambda said: complete.append(said))  # noqa: PLW0108 - no method of C
    tracer.send("Tracing.start", TRACE)
    load()
    tracer.send("Tracing.end")
    while not complete:
        page.evaluate("0")  # what the browser reports arrives meanwhile
    tracer.detach()
    events = [event for event in trace if event["ph"] == "X"]
    scripts = [event for event in events if event["name"] in SCRIPT]
    assert scripts, "no script has run"
    return sum(
        (script["pid"], script["tid"]) == (event["pid"], event["tid"])
        and script["ts"] <= event["ts"] < script["ts"] + script["dur"]
        for event in events
        if event["name"] in LAYOUT
        for script in scripts
    )


def test_no_script_forces_a_layout(page: Page, site: Path, address: str) -> None:
    """Scripts of a page ask for no size that the browser would have to work out for them."""
    faults = {
        name: forced_layouts(page, functools.partial(page.goto, address + name))
        for name in pages_of(site)
    }
    assert not any(faults.values()), f"forced layouts, at most 0: {faults}"


def test_a_forced_layout_is_found(page: Page) -> None:
    """A script that changes a page and asks for its height is reported."""
    spoil = "<p>Oui</p><script>document.body.append('Non'); document.body.offsetHeight</script>"
    assert forced_layouts(page, lambda: page.set_content(spoil)) > 0
