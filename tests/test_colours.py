"""The choice of colours: the system's, light or dark; kept only once it is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from browsing import new_context

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser, Page, Route

    from browsing import Visit

pytestmark = pytest.mark.browser

DARK = "rgb(23, 22, 20)"
LIGHT = "rgb(255, 253, 248)"


def background(page: Page) -> str:
    """The colour of the page's paper."""
    return str(page.locator("body").evaluate("body => getComputedStyle(body).backgroundColor"))


def test_the_system_decides_first(visit: Visit, address: str) -> None:
    """Light or dark as the reader's system is, with JavaScript or without."""
    for scheme, colour in (("light", LIGHT), ("dark", DARK)):
        visit.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        visit.page.goto(address)
        assert background(visit.page) == colour


def test_a_choice_is_kept_and_can_be_taken_back(browser: Browser, address: str) -> None:
    """Nothing is stored before the button is used, nor once the system decides again."""
    context = new_context(browser, color_scheme="light", locale="fr-FR")
    page = context.new_page()
    stored = "() => Object.entries(localStorage)"
    page.goto(address)
    assert page.evaluate(stored) == []
    button = page.locator(".change-couleurs")
    assert button.inner_text() == button.get_attribute("title") == "Couleurs"
    button.click()
    said = "() => document.querySelector('.change-couleurs[title=\"Couleurs %s\"] span')?.innerText"
    page.wait_for_function(said % "sombres")
    assert (background(page), page.evaluate(stored)) == (DARK, [["couleurs", "dark"]])
    page.goto(address + "echange.html")
    assert background(page) == DARK
    button.press("Enter")
    page.wait_for_function(said % "claires")
    assert (background(page), page.evaluate(stored)) == (LIGHT, [])
    button.click()
    page.wait_for_function(said % "sombres")
    assert (background(page), page.evaluate(stored)) == (DARK, [["couleurs", "dark"]])
    context.close()


def test_without_a_store_the_colours_still_change(browser: Browser, address: str) -> None:
    """A browser that refuses to store anything breaks nothing."""
    context = new_context(browser, color_scheme="light")
    context.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new Error('refused') }})"
    )
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(address)
    page.locator(".change-couleurs").click()
    page.wait_for_selector(".change-couleurs[title='Couleurs sombres']")
    assert background(page) == DARK
    assert errors == []
    context.close()


def keeper(held: list[Route]) -> Callable[[Route], None]:
    """What holds back the answers to requests."""

    def hold(route: Route) -> None:
        held.append(route)

    return hold


def test_no_press_is_lost(browser: Browser, address: str) -> None:
    """What is pressed before the script for it is here counts; where it fails, the next one asks again."""
    context = new_context(browser, color_scheme="light")
    page = context.new_page()
    held: list[Route] = []
    page.route("**/gestes.js", keeper(held))
    page.goto(address)
    button = page.locator(".change-couleurs")
    for _ in range(3):
        button.click()
    page.wait_for_function("document.head.querySelectorAll('script[src]').length === 3")
    assert background(page) == LIGHT
    for route in held:
        route.continue_()
    page.wait_for_selector(".change-couleurs[title='Couleurs sombres']")
    assert background(page) == DARK
    button.click()
    assert background(page) == LIGHT
    page.unroute("**/gestes.js")
    page.route("**/gestes.js", lambda route: route.abort())
    page.reload()
    with page.expect_event("requestfailed"):
        button.click()
    page.unroute("**/gestes.js")
    button.click()
    page.wait_for_selector(".change-couleurs[title='Couleurs sombres']")
    context.close()


def test_a_search_that_cannot_come_leads_to_the_index(browser: Browser, address: str) -> None:
    """It says that it is on its way; where its script fails, the page of all words opens."""
    context = new_context(browser)
    page = context.new_page()
    held: list[Route] = []
    page.route("**/recherche.js", keeper(held))
    page.goto(address)
    with page.expect_request("**/recherche.js"):
        page.locator(".ouvre-recherche").click()
    waiting = "getComputedStyle(document.getElementById('recherche'), '::after').content"
    assert page.evaluate(waiting) == '"Chargement…"'
    held[0].abort()
    page.wait_for_url("**/recherche.html")
    context.close()
