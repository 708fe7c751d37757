"""The whole site as one file: read offline in Chromium, and by a reader of PDF."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from bs4 import BeautifulSoup
from pypdfium2 import PdfDocument

from conftest import content_of, soup_of
from make_editions import PAGES, make_editions, one_file
from paper import sheets_of, without_blanks
from story.content_folder import EDITIONS, edition_name
from story.reading.body import squeeze

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser

    from story.assemble_story import Story

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def story() -> Story:
    """The story of the site."""
    return content_of().story


@pytest.fixture(scope="module")
def editions(
    site: Path, story: Story, browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """The folder of both editions."""
    folder = tmp_path_factory.mktemp("made") / EDITIONS
    make_editions(browser, site, story, folder)
    return folder


def texts_of(site: Path) -> dict[str, str]:
    """The text of each page that an edition holds, blanks aside."""
    found = {}
    for name in PAGES:
        article = soup_of(site / f"{name}.html").select_one("article")
        assert article
        found[name] = without_blanks(article.get_text())
    return found


def test_one_file_holds_every_page(editions: Path, site: Path, story: Story) -> None:
    """Each word of each page with its notes, ids once, and no link that leads nowhere."""
    soup = BeautifulSoup((editions / edition_name(story, ".html")).read_text("utf-8"), "html5lib")
    for name, text in texts_of(site).items():
        (section,) = soup.select(f"#page-{name}")
        assert without_blanks(section.get_text()).strip() == text, name
    ids = [str(one["id"]) for one in soup.select("[id]")]
    assert len(ids) == len(set(ids))
    inside = [str(link["href"]) for link in soup.select("a[href]")]
    assert all(one.startswith(("#", "https://", "http://")) for one in inside)
    assert {one[1:] for one in inside if one.startswith("#") and one != "#"} <= set(ids)
    named = {
        id_
        for one in soup.select("[aria-labelledby]")
        for id_ in str(one["aria-labelledby"]).split()
    }
    assert named <= set(ids)
    calls = soup.select("sup > a")
    marks = sum(len(soup_of(site / f"{name}.html").select("sup > a")) for name in PAGES)
    assert len(calls) == marks > 100


def test_one_file_reads_offline(editions: Path, story: Story, browser: Browser) -> None:
    """From disk, nothing is asked for, nothing is refused, and a mark leads to its note."""
    page = browser.new_page()
    said: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("request", lambda request: asked.append(request.url))
    address = (editions / edition_name(story, ".html")).resolve().as_uri()
    page.goto(address)
    assert asked == [address]
    assert said == []
    mark = page.locator("#page-echange sup > a").first
    note = str(mark.get_attribute("href"))
    mark.click()
    assert page.url == address + note
    assert page.locator(f'[id="{note[1:]}"]').bounding_box()
    page.close()


def test_the_pdf(editions: Path, site: Path, story: Story) -> None:
    """A bookmark for each title, a number on each sheet, and every passage of the pages."""
    path = editions / edition_name(story, ".pdf")
    soup = BeautifulSoup((editions / edition_name(story, ".html")).read_text("utf-8"), "html5lib")
    titles = [squeeze(one.get_text()) for one in soup.select("h1, h2")]
    # Chromium tells a title twice where the columns under it begin on another sheet.
    bookmarks = PdfDocument(path).get_toc(max_depth=2)
    told = [squeeze(one.get_title()) for one in bookmarks]
    told = [one if one in titles else re.sub(r"^(.+)\1$", r"\1", one) for one in told]
    assert told == titles
    sheets = sheets_of(path.read_bytes())
    for number, sheet in enumerate(sheets, 1):
        assert re.search(rf"{number} / {len(sheets)}\s*$", sheet)
    whole = without_blanks("".join(re.sub(r"\d+ / \d+\s*$", "", sheet) for sheet in sheets))
    for name in PAGES:
        for passage in soup_of(site / f"{name}.html").select(".footnote mark"):
            assert without_blanks(passage.get_text()) in whole


def test_links_to_what_is_not_there_are_text(editions: Path, story: Story) -> None:
    """The data stay on the site."""
    text = (editions / edition_name(story, ".html")).read_text("utf-8")
    assert "donnees.html" not in text
    assert "La page Données les donne" in squeeze(text)


def test_a_page_without_an_article_is_no_page_of_ours(tmp_path: Path, story: Story) -> None:
    """What was not built by this project is refused."""
    for name in PAGES:
        (tmp_path / f"{name}.html").write_text("<p>Rien", "utf-8")
    with pytest.raises(ValueError, match="no article"):
        one_file(tmp_path, story)


def test_the_site_leads_to_them_where_they_are(
    project: Path, build: Callable[[Path], Path], story: Story
) -> None:
    """Those of the day of the content alone: an older one says what the site no longer says."""
    folder = project / EDITIONS
    folder.mkdir()
    for name in (edition_name(story, ".pdf"), "edition-2020-01-01.html"):
        (folder / name).write_bytes(b"%PDF")
    site = build(project)
    links = [str(one["href"]) for one in soup_of(site / "donnees.html").select("article a[href]")]
    assert [one for one in links if "edition-" in one] == [
        f"editions/{edition_name(story, '.pdf')}"
    ]
    assert (site / "editions" / edition_name(story, ".pdf")).read_bytes() == b"%PDF"
