"""The search, in real Chromium: French words, in any form, lead to the right page."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from browsing import new_context
from conftest import content_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page, Route

    from browsing import Visit


pytestmark = pytest.mark.browser

# What is typed, and an address that the results must hold.
QUERIES = {
    "rachat": "chronologie.html#rachat-twitter",
    "racheter": "sources.html#acheter-ou-racheter",
    "rachète": "sources.html#acheter-ou-racheter",
    "investisseurs": "qui-est-qui.html#investisseurs-offre",
    "investisseur": "qui-est-qui.html#investisseurs-offre",
    "lucratif": "sources.html#terme-but-non-lucratif",
    "offre": "index.html#offre",
    "démission": "chronologie.html#depart-conseil",
    "verdict": "chronologie.html#verdict-mai-2026",
    "97.4": "sources.html#montant-exact",
    "97,4": "sources.html#montant-exact",
    "Escroc": "echange.html#parole-2",
    "escrocs": "echange.html#parole-2",
    "fondation": "chronologie.html#fondation-openai",
    "février": "chronologie.html#offre-rachat",
    "fevrier": "chronologie.html#offre-rachat",
    "milliards": "sources.html#montant-exact",
    "milliard": "sources.html#milliard-de-depart",
    "cofondateur": "qui-est-qui.html#elon-musk",
    "fondateur": "qui-est-qui.html#elon-musk",
    "intelligence": "chronologie.html#fondation-openai",
    "artificielle": "chronologie.html#fondation-openai",
    "d'OpenAI": "qui-est-qui.html#openai",
    "OpenAI": "qui-est-qui.html#openai",
    "Altman": "qui-est-qui.html#sam-altman",
    "conseil": "chronologie.html#rejet-conseil",
    "entité": "qui-est-qui.html#entite-non-lucrative",
    "entite": "qui-est-qui.html#entite-non-lucrative",
}


@pytest.fixture(scope="module")
def search(browser: Browser, address: str) -> Iterator[Page]:
    """A page in which the search has been opened by its link."""
    context = new_context(browser, locale="fr-FR", viewport={"width": 375, "height": 667})
    page = context.new_page()
    page.goto(address)
    page.locator(".ouvre-recherche").press("Enter")
    yield page
    context.close()


def results(page: Page, words: str) -> list[str]:
    """The addresses that are found, best first, once the answer is there."""
    field = page.get_by_role("searchbox", name="Rechercher")
    field.fill("")
    page.locator("#recherche [role=status]:empty").wait_for(state="attached")
    field.fill(words)
    page.locator("#recherche [role=status]:not(:empty)").wait_for()
    found = page.locator("#recherche li a").evaluate_all("all => all.map(one => one.href)")
    return [str(url) for url in found]


@pytest.mark.parametrize(("words", "expected"), QUERIES.items())
def test_words_lead_to_the_right_page(
    search: Page, address: str, words: str, expected: str
) -> None:
    """Each query finds the passage that a reader would look for, its page among the first ten."""
    found = [url.removeprefix(address) for url in results(search, words)]
    assert expected in found
    page = expected.partition("#")[0]
    assert page in {url.partition("#")[0] for url in found[:10]}
    count = search.locator("#recherche [role=status]").inner_text()
    assert count == f"{len(found)} résultat{'s' if len(found) > 1 else ''}"


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("président", "Le vice-président parle."),
        ("présidents", "La vice-présidente parle."),
        ("directeur", "Le codirecteur parle."),
        ("ministre", "L’ex-ministre parle."),
    ],
)
def test_a_word_is_found_behind_its_prefix(
    browser: Browser, address: str, words: str, text: str
) -> None:
    """A family of words is one: its parts are found whatever the site itself says."""
    part = {"location": "index.html#a", "title": "Une part", "page": "Une page", "text": text}

    def answer(route: Route) -> None:
        script = route.fetch().text()
        parts = f"const PARTS = {json.dumps([part, part | {'text': 'Rien ici.'}])}"
        changed, count = re.subn(r"const PARTS = .*", lambda _: parts, script)
        assert count == 1
        route.fulfill(body=changed, content_type="text/javascript")

    # A profile of its own: no other test may be given that answer.
    with new_context(browser) as context:
        page = context.new_page()
        page.route(re.compile(r"/recherche\.[^/]*js"), answer)
        page.goto(address)
        page.locator(".ouvre-recherche").press("Enter")
        assert results(page, words) == [f"{address}index.html#a"]
        assert page.locator("#recherche li p").inner_text() == text


@pytest.mark.parametrize("words", ["brouette", "xylophone", "97,5", "offre brouette"])
def test_words_that_are_nowhere(search: Page, words: str) -> None:
    """A word that no page holds gives no result, alone or beside one that is there."""
    assert results(search, words) == []
    assert search.locator("#recherche [role=status]").inner_text() == "Aucun résultat"


def test_each_event_is_a_result_of_its_own(search: Page, address: str) -> None:
    """The title of each event finds it, at its own address."""
    for event in content_of().story.events:
        assert f"{address}chronologie.html#{event.id}" in results(search, event.title)


def test_a_result_opens_at_the_event(page: Page, address: str) -> None:
    """The keyboard alone: open, type, go down to a result, open it there; Escape closes."""
    page.goto(address + "echange.html")
    page.locator(".ouvre-recherche").press("Enter")
    page.keyboard.type("boucle le rachat")
    page.locator("#recherche li a").first.wait_for()
    page.keyboard.press("Escape")
    assert page.locator("#recherche").is_hidden()
    page.locator(".ouvre-recherche").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    page.wait_for_url(address + "chronologie.html#rachat-twitter")
    page.locator(".ouvre-recherche").press("Enter")
    page.keyboard.type("boucle le rachat")
    page.locator("#recherche li a").first.wait_for()
    page.keyboard.press("Enter")  # in the field: the first result
    assert page.locator("#recherche").is_hidden()


def test_the_field_is_ready_at_once(readers: Callable[[bool], Visit], address: str) -> None:
    """What is typed while the search is on its way is not lost, and nothing came before."""
    page, _, asked = readers(True)  # noqa: FBT003 - with scripts
    page.goto(address, wait_until="networkidle")
    assert not [url for url in asked if "recherche." in url]
    page.locator(".ouvre-recherche").press("Enter")
    page.keyboard.type("fondation")
    page.locator("#recherche li a").first.wait_for()
    assert page.get_by_role("searchbox").input_value() == "fondation"
    assert len([url for url in asked if "recherche." in url]) == 1


def test_without_javascript_the_index_serves(visit: Visit, address: str) -> None:
    """The same link leads to a page that lists every event, name, word and source."""
    page = visit.page
    page.goto(address + "chronologie.html")
    link = page.locator(".ouvre-recherche")
    page.goto(str(link.evaluate("link => link.href")))
    assert page.locator("h1").inner_text().startswith("Index")
    targets = page.locator("article li a").evaluate_all("all => all.map(one => one.href)")
    story = content_of().story
    for event in story.events:
        assert any(target.endswith(f"#{event.id}") for target in targets)
    ids = [one.id for one in story.people] + [one.id for one in story.glossary]
    for id_ in (*ids, *(one.id for one in story.differences)):
        assert any(target.endswith(f"#{id_}") for target in targets)
