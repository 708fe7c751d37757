"""Makes the site as one HTML file that reads offline, and the same as a PDF.

`make editions` builds the site, runs this, and builds again: the page of the data leads to the
editions of the day on which the content was last changed. Needs a Chromium, as the tests do.
"""

import os
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

from bs4 import BeautifulSoup, Tag
from jinja2 import Template
from playwright.sync_api import Browser, sync_playwright

from make_pictures import ARGUMENTS
from publication.published_files import beside_marks
from publication.source_files import read_parts
from story.assemble_story import Story
from story.content_folder import EDITIONS, edition_name, read_content

ROOT = Path(__file__).resolve().parent.parent
PAGES = ("index", "chronologie", "echange", "qui-est-qui", "sources", "mentions-legales")
_FOOT = (
    '<p style="width:100%;text-align:center;font-size:8px">'
    '<span class="pageNumber"></span> / <span class="totalPages"></span></p>'
)
_MARGIN = "18mm"


def one_file(site: Path, story: Story) -> str:
    """The pages of a built site as one: every link within it leads to its place here.

    An id that several pages have gets the name of its page; the others stay, since the stylesheet
    may name them. A link to what is not here, a file of data for instance, is text.
    """
    texts = {name: _article(site / f"{name}.html") for name in PAGES}
    ids = Counter(str(one["id"]) for text in texts.values() for one in text.select("[id]"))
    places = {
        (name, id_): f"{name}-{id_}" if ids[id_] > 1 else id_
        for name, text in texts.items()
        for id_ in [str(one["id"]) for one in text.select("[id]")]
    } | {(name, ""): f"page-{name}" for name in texts}
    for name, text in texts.items():
        _lead_here(name, text, places)
    template = (ROOT / "scripts" / "editions" / "edition.html").read_text("utf-8")
    whole = Template(template, autoescape=True, keep_trailing_newline=True).render(
        story=story,
        language=story.language,
        stylesheet="\n".join((*read_parts(ROOT / "docs").values(), beside_marks(places.values()))),
        titles={name: title for name, text in texts.items() if (title := text.find("h1"))},
        texts=texts,
    )
    return str(whole)


def _article(page: Path) -> Tag:
    article = BeautifulSoup(page.read_text("utf-8"), "html5lib").select_one("article")
    if article is None:
        raise ValueError("a page of the site has no article")
    return article


def _lead_here(page: str, text: Tag, places: Mapping[tuple[str, str], str]) -> None:
    """Gives the ids of a page, and its links to them, the names that they have in the whole."""
    for element in text.select("[id]"):
        element["id"] = places[page, str(element["id"])]
    for link in text.select("a[href]"):
        target = urlsplit(str(link["href"]))
        if target.scheme:
            continue
        place = (target.path.removesuffix(".html") or page, target.fragment)
        if place in places:
            link["href"] = f"#{places[place]}"
        else:
            link.unwrap()


def make_editions(browser: Browser, site: Path, story: Story, target: Path) -> None:
    """Writes both editions of a built site to a folder."""
    target.mkdir(exist_ok=True)
    whole = target / edition_name(story, ".html")
    whole.write_text(one_file(site, story), "utf-8")
    page = browser.new_page()
    page.set_default_timeout(0)  # a slow machine makes them too
    page.goto(whole.resolve().as_uri())
    page.pdf(
        path=target / edition_name(story, ".pdf"),
        format="A4",
        outline=True,
        tagged=True,
        display_header_footer=True,
        header_template="<p></p>",
        footer_template=_FOOT,
        margin={"top": _MARGIN, "bottom": _MARGIN, "left": _MARGIN, "right": _MARGIN},
    )
    page.close()


if __name__ == "__main__":
    with sync_playwright() as playwright:
        path = os.environ.get("CHROMIUM", "/usr/bin/chromium")
        chromium = playwright.chromium.launch(executable_path=path, args=[*ARGUMENTS])
        told = read_content(ROOT / "content", ROOT).story
        make_editions(chromium, ROOT / "site", told, ROOT / EDITIONS)
        chromium.close()
