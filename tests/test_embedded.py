"""The timeline in a page of somebody else, under the policy of the site."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from browsing import CITING, EMBEDDED, serving
from conftest import PUBLISHED, soup_of
from story.reading.body import squeeze
from test_axe import AXE, OPTIONS, RUN, WIDTHS
from test_server import fetch

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

    from caddy import Caddy

pytestmark = pytest.mark.browser


def test_only_the_timeline_may_be_framed(caddy: Caddy, published_site: Path) -> None:
    """Its answer has the policy of all pages, less the word on frames."""
    _, own, _ = fetch(caddy.address + "chronologie.html")
    _, headers, _ = fetch(caddy.address + EMBEDDED)
    policy = str(headers["Content-Security-Policy"])
    assert f"{policy}; frame-ancestors 'none'" == own["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; script-src 'self' 'sha256-")
    assert headers["X-Frame-Options"] is None
    assert headers["X-Content-Type-Options"] == "nosniff"
    for path in ("donnees/frise.json", "flux.xml"):
        assert fetch(caddy.address + path)[1]["Access-Control-Allow-Origin"] == "*"
    assert own["Access-Control-Allow-Origin"] is None
    rules = (published_site / "_headers").read_text("utf-8").split("\n/")
    named = {rule.partition("\n")[0] for rule in rules if "frame-ancestors" in rule}
    assert {"", "index.html", "chronologie.html", "chronologie", "404.html"} <= named
    assert not {"*", EMBEDDED, "frise"} & named


def test_it_is_shown_in_a_page_of_another_origin(
    caddy: Caddy, published_site: Path, browser: Browser, tmp_path: Path
) -> None:
    """The lines that the page of the data gives, pasted; no other page lets itself be shown so."""
    text = soup_of(published_site / "donnees.html").select_one("samp")
    assert text
    lines = "\n".join(filter(None, (line.strip() for line in text.get_text("\n").split("\n"))))
    assert len(lines.splitlines()) == 2
    assert f'src="{PUBLISHED}{EMBEDDED}"' in lines
    lines = lines.replace(PUBLISHED, caddy.address)
    refused = lines.replace(EMBEDDED, "chronologie.html")
    (tmp_path / "index.html").write_text(f"<!doctype html><p>Autre</p>{lines}{refused}", "utf-8")
    page = browser.new_page()
    with serving(tmp_path) as address:
        page.goto(address)
        page.wait_for_load_state("networkidle")
        framed, other = page.frames[1:]
        assert framed.url == caddy.address + EMBEDDED
        assert other.url.startswith("chrome-error:")
        rows = framed.locator("article > ul > li")
        events = soup_of(published_site / "chronologie.html").select("article h3[id]")
        assert rows.count() == len(events)
        # A point leads to its line, within the frame.
        first = str(events[0]["id"])
        framed.locator(f".densite .point a[href='#{first}']").click()
        assert framed.url == f"{caddy.address}{EMBEDDED}#{first}"
        assert page.url == address
        # A title leads to the evidence, on the site, in a tab of its own.
        with page.context.expect_page() as opened:
            rows.locator("a").first.click()
        assert opened.value.url == f"{caddy.address}chronologie.html#{first}"
    page.close()


def test_an_address_that_nobody_has_given_is_said_to_be_missing(site: Path) -> None:
    """The lines to paste then hold a word for it, which the sentence above them explains."""
    soup = soup_of(site / "donnees.html")
    (lines,) = soup.select("samp")
    assert f'src="SITE/{EMBEDDED}"' in lines.get_text()
    for page in ("donnees.html", CITING):
        words = " ".join(one.get_text() for one in soup_of(site / page).select("article > p"))
        assert squeeze("SITE y est l’adresse de ce site") in squeeze(words)


def test_it_says_what_the_timeline_says(site: Path) -> None:
    """The same events and dates, in the same order, each leading to its place; no script, no head."""
    soup = soup_of(site / EMBEDDED)
    rows = soup.select("article > ul > li")
    events = soup_of(site / "chronologie.html").select("article h3[id]")
    assert [str(row.select("span[id]")[0]["id"]) for row in rows] == [one["id"] for one in events]
    for row, event in zip(rows, events, strict=True):
        (link,) = row.select("a")
        assert link["href"] == f"chronologie.html#{event['id']}"
        assert squeeze(link.get_text()) in squeeze(event.get_text(" "))
        (mine,), (theirs,) = row.select("time"), event.select("time")
        assert mine["datetime"] == theirs["datetime"]
    assert not soup.select("script, header, footer, nav:not(.densite), link[rel=canonical]")
    (robots,) = soup.select("meta[name=robots]")
    assert robots["content"] == "noindex"
    points = [str(one["href"])[1:] for one in soup.select(".densite .point a")]
    assert points == [one["id"] for one in events]
    assert not soup.select(".footnote")


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_nothing_keeps_a_reader_out(browser: Browser, address: str, colours: str) -> None:
    """What axe looks for on every page of the site, at every width; nothing is wider than the frame."""
    page = browser.new_page(color_scheme=colours, bypass_csp=True)  # type: ignore[arg-type]
    page.goto(address + EMBEDDED)
    page.add_script_tag(path=AXE)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 600})
        page.evaluate(RUN, OPTIONS)
        page.wait_for_function("window.found !== null")
        assert page.evaluate("window.found") == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


@pytest.mark.parametrize("width", WIDTHS)
def test_its_title_comes_first(browser: Browser, published_site: Path, width: int) -> None:
    """Above all else, and all else in one column under it."""
    page = browser.new_page(viewport={"width": width, "height": 800}, java_script_enabled=False)
    page.goto((published_site / EMBEDDED).as_uri())
    title = page.locator("h1").bounding_box()
    others = [one.bounding_box() for one in page.locator("article > :not(h1)").all()]
    page.close()
    assert title
    assert len(others) > 1
    assert all(one["y"] >= title["y"] + title["height"] for one in others if one)
    assert len({round(one["x"]) for one in others if one and one["height"]}) == 1
