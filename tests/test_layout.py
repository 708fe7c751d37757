"""Nothing is cut, hidden or out of reach: small screens, zoom, spaced text, keyboard, calm motion."""

from __future__ import annotations

import re
import shutil
import threading
import time
from typing import IO, TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from browsing import Quiet, new_context, open_page, pages_of, serving
from in_page import COMMON, SIDEWAYS
from waiting import HANG

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from browsing import Visit

pytestmark = pytest.mark.browser

# A phone, and a window 1,280 px wide and 1,024 px high at 400 % zoom: 320 by 256 px, four times as
# dense.
# Heights of windows 320 px wide, and how many pixels of the screen one of theirs takes.
SMALL = {"phone": (640, 1), "zoom": (256, 4)}
WIDTHS = (320, 768, 1280)

# Text that an element hides because it does not fit in it: measured on the text itself, so that a
# decoration that overflows is none.
CUT = f"""() => {{
    {COMMON}
    const hides = value => value === 'hidden' || value === 'clip'
    const isCut = (box, frame, style) =>
        (hides(style.overflowX) && (box.right > frame.right + 1 || box.left < frame.left - 1)) ||
        (hides(style.overflowY) && (box.bottom > frame.bottom + 1 || box.top < frame.top - 1))
    const found = []
    for (const element of document.body.querySelectorAll('*')) {{
        const boxes = textBoxes(element)
        if (!boxes.length || !isShown(element) || isOnlyHeard(element)) continue
        for (let each = element; each !== document.documentElement; each = each.parentElement) {{
            const style = getComputedStyle(each)
            const frame = each.getBoundingClientRect()
            if (each instanceof SVGElement && !(each instanceof SVGSVGElement)) continue
            if (style.webkitLineClamp !== 'none') continue // folded; see the test below
            if (boxes.some(box => box.width && isCut(box, frame, style)))
                found.push(`cut by ${{name(each).split(' «')[0]}}: ${{name(element)}}`)
            if (style.position === 'fixed') break
        }}
    }}
    return found
}}"""

# Words that two lines share, and so any figure that parts from its unit: what French typography
# keeps together counts as one word.
BROKEN = f"""() => {{
    {COMMON}
    const words = /[\\p{{L}}\\p{{N}}.,;:?!’«»\\u00a0\\u202f]+/gu
    const range = document.createRange()
    const lines = (node, start, end) => {{
        range.setStart(node, start)
        range.setEnd(node, end)
        return new Set([...range.getClientRects()].filter(box => box.width).map(box => box.top)).size
    }}
    return [...document.querySelectorAll('main *')]
        .filter(each => isShown(each) && !isOnlyHeard(each))
        .flatMap(each => [...each.childNodes].filter(node => node.nodeType === Node.TEXT_NODE)
            .flatMap(node => [...node.data.matchAll(words)]
                .filter(word => lines(node, word.index, word.index + word[0].length) > 1)
                .map(word => `broken, « ${{word[0]}} »: ${{name(each)}}`)))
}}"""

# Texts over which one lies that stays in the window while they scroll.
STUCK = f"""() => {{
    {COMMON}
    const boxes = element => [element, ...element.querySelectorAll('*')].flatMap(textBoxes)
    const meet = (one, other) => one.left < other.right && other.left < one.right &&
        one.top < other.bottom && other.top < one.bottom
    const all = [...document.querySelectorAll('main *')].filter(each => isShown(each) && !isOnlyHeard(each))
    return all.filter(each => getComputedStyle(each).position === 'sticky' &&
            getComputedStyle(each).backgroundColor === 'rgba(0, 0, 0, 0)')
        .flatMap(stuck => all.filter(each => !stuck.contains(each) &&
                textBoxes(each).some(box => boxes(stuck).some(own => meet(own, box))))
            .map(each => `under ${{name(stuck)}}: ${{name(each)}}`))
}}"""

# WCAG 1.4.12: all of these at once must cost no content. A constructed sheet: no policy forbids it.
SPACE = """() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(`
        * { line-height: 1.5 !important; letter-spacing: 0.12em !important;
            word-spacing: 0.16em !important }
        p { margin-block-end: 2em !important }`)
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
}"""

# What still moves by itself: longer than a hundredth of a millisecond.
MOVING = f"""() => {{
    {COMMON}
    const longest = list => Math.max(...list.split(',').map(each =>
        each.includes('ms') ? parseFloat(each) / 1000 : parseFloat(each)))
    const found = []
    for (const element of document.querySelectorAll('*'))
        for (const part of [null, '::before', '::after']) {{
            const style = getComputedStyle(element, part)
            const where = `${{name(element)}}${{part ?? ''}}`
            if (style.transitionProperty !== 'none' && longest(style.transitionDuration) > 1e-5)
                found.push(`transition of ${{style.transitionDuration}}: ${{where}}`)
            if (style.animationName !== 'none' && longest(style.animationDuration) > 1e-5)
                found.push(`animation of ${{style.animationDuration}}: ${{where}}`)
            if (style.scrollBehavior === 'smooth')
                found.push(`smooth scrolling: ${{where}}`)
        }}
    return found
}}"""

# Links among words; marks of notes and titles, which link to themselves, stand apart by their form.
NOT_UNDERLINED = f"""() => {{
    {COMMON}
    const apart = 'sup > a, .footnote [aria-label], :is(h1, h2, h3, h4) > a, svg a'
    return [...document.querySelectorAll('article :is(p, li, dd) a[href]')]
        .filter(link => !link.matches(apart) && isShown(link) && link.textContent.trim())
        .filter(link => ![link, ...link.querySelectorAll('*')].some(each =>
            getComputedStyle(each).textDecorationLine.includes('underline')))
        .map(link => `not underlined: ${{name(link)}}`)
}}"""

# What a reader can use, and whether it is marked and lies free while it has the focus.
FOCUS = f"""
    {COMMON}
    // What shows itself only once it has the focus is a stop too.
    const isStop = element => element.tabIndex >= 0 && !element.disabled &&
        element.checkVisibility({{visibilityProperty: true}}) && !element.closest('[inert]')
    const stops = [...document.querySelectorAll(
        'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]')]
        .filter(isStop)
    const canvas = new OffscreenCanvas(1, 1).getContext('2d', {{willReadFrequently: true}})
    const known = new Map()
    const rgba = colour => {{
        if (!known.has(colour)) {{
            canvas.clearRect(0, 0, 1, 1)
            canvas.fillStyle = colour
            canvas.fillRect(0, 0, 1, 1)
            known.set(colour, canvas.getImageData(0, 0, 1, 1).data)
        }}
        return known.get(colour)
    }}
    const luminance = ([r, g, b]) => {{
        const [x, y, z] = [r, g, b].map(each => each / 255)
            .map(each => each <= 0.04045 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4)
        return 0.2126 * x + 0.7152 * y + 0.0722 * z
    }}
    const behind = element => {{
        for (let each = element.parentElement; each; each = each.parentElement) {{
            const colour = rgba(getComputedStyle(each).backgroundColor)
            if (colour[3] === 255) return colour
        }}
        return rgba(matchMedia('(prefers-color-scheme: dark)').matches ? '#000' : '#fff')
    }}
    const contrast = (one, other) => {{
        const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b)
        return (high + 0.05) / (low + 0.05)
    }}
    const isMarked = element => {{
        const style = getComputedStyle(element)
        if (!isShown(element)) return false
        if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) return false
        const colour = rgba(style.outlineColor)
        return colour[3] === 255 && contrast(colour, behind(element)) >= 3
    }}
    // A field may be shown by its label: a radio button drawn as a tab, for instance.
    const looks = element => [element, ...(element.labels ?? [])]
    const points = element => [element, ...element.querySelectorAll('*')]
        .flatMap(each => [...each.getClientRects()])
        .filter(box => box.width && box.height)
        .flatMap(box => [[1, 1], [0.2, 0.2], [1.8, 0.2], [0.2, 1.8], [1.8, 1.8]]
            .map(([x, y]) => [box.left + box.width / 2 * x, box.top + box.height / 2 * y]))
    const coverOf = element => {{
        let cover = null
        for (const [x, y] of points(element)) {{
            const top = document.elementFromPoint(x, y)
            if (top && element.contains(top)) return null
            cover ??= top
        }}
        return cover ? `covered by ${{name(cover)}}` : 'outside the window'
    }}
    const faultsOf = element => {{
        const covers = looks(element).map(coverOf)
        return [
            ...looks(element).some(isMarked) ? [] : [`focus not to be seen: ${{name(element)}}`],
            ...covers.includes(null) ? [] : [`focus hidden, ${{covers[0]}}: ${{name(element)}}`],
        ]
    }}
"""

# Gives the focus to one stop after another.
GLANCE = f"""() => {{
    {FOCUS}
    return stops.flatMap(element => {{
        element.focus()
        const taken = document.activeElement === element
        return [...taken ? [] : [`takes no focus: ${{name(element)}}`], ...faultsOf(element)]
    }})
}}"""

# Prepares a walk by Tab to every stop, one for each group of radio buttons. The element that has
# the focus is looked at when the next Tab is pressed: by then the browser has brought it on the
# screen.
WALK = f"""() => {{
    {FOCUS}
    const key = element => element.type === 'radio' ? `radio ${{element.name}}` : name(element)
    const faults = []
    const reached = []
    let isOver = false
    const look = () => {{
        const element = document.activeElement
        if (reached.length && (element === document.body || element === reached[0])) isOver = true
        if (element === document.body || reached.includes(element)) return
        reached.push(element)
        faults.push(...faultsOf(element))
    }}
    addEventListener('keydown', look, {{capture: true}})
    const finish = () => {{
        look()
        const keys = new Set(reached.map(key))
        for (const stop of stops)
            if (!reached.includes(stop) && !(stop.type === 'radio' && keys.has(key(stop))))
                faults.push(`not reached by Tab: ${{name(stop)}}`)
        return faults
    }}
    window.walk = {{finish, isOver: () => isOver}}
    return stops.length
}}"""


def walk(page: Page) -> list[str]:
    """What is wrong with the focus on a page, from its first stop until it comes back there."""
    stops = page.evaluate(WALK)
    # The key goes down and stays: that moves the focus, and there are many presses.
    keyboard = page.context.new_cdp_session(page)
    tab = {"type": "rawKeyDown", "key": "Tab", "code": "Tab", "windowsVirtualKeyCode": 9}
    # Chromium stops at more, at scrolling regions for instance: hence the further rounds.
    for presses in (stops + 2, *[20] * 10):
        for _ in range(presses):
            keyboard.send("Input.dispatchKeyEvent", tab)
        if page.evaluate("walk.isOver()"):
            break
    keyboard.detach()
    faults: list[str] = page.evaluate("walk.finish()")
    return faults


def report(faults: dict[str, list[str]]) -> str:
    """The faults of each page, a line each."""
    return "".join(f"\n{where}: {fault}" for where, all_of in faults.items() for fault in all_of)


@pytest.fixture
def page(page: Page) -> Page:
    """A page of a reader who wants no motion."""
    page.emulate_media(reduced_motion="reduce")
    return page


@pytest.mark.parametrize("screen", SMALL)
def test_no_page_scrolls_sideways(
    browser: Browser,
    site: Path,
    address: str,
    screen: str,
    javascript: bool,  # noqa: FBT001 - a fixture
) -> None:
    """At 320 px and at 400 % zoom, all of the text lies within the window, or scrolls by itself."""
    height, scale = SMALL[screen]
    context = new_context(
        browser,
        viewport={"width": 320, "height": height},
        device_scale_factor=scale,
        java_script_enabled=javascript,
    )
    page = context.new_page()
    faults = {}
    for name in pages_of(site):
        page.goto(address + name)
        faults[f"/{name} ({screen})"] = page.evaluate(SIDEWAYS)
    context.close()
    assert not report(faults), report(faults)


def test_spaced_text_is_not_cut(page: Page, site: Path, address: str) -> None:
    """With the spacing of WCAG 1.4.12, no text is hidden and no page scrolls sideways."""
    faults = {}
    for name in pages_of(site):
        page.goto(address + name)
        page.evaluate(SPACE)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            found = page.evaluate(CUT) + page.evaluate(SIDEWAYS)
            faults[f"/{name} at {width} px, spaced"] = found
    assert not report(faults), report(faults)


def test_what_stays_in_sight_covers_no_text(page: Page, site: Path, address: str) -> None:
    """What scrolls with the window stands beside the text, or on a ground of its own."""
    faults = {}
    for name in pages_of(site):
        page.goto(address + name)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            for part in (0.1, 0.3, 0.7):
                page.evaluate(f"scrollTo(0, {part} * document.body.scrollHeight)")
                faults[f"/{name} at {width} px, {part:.0%} down"] = page.evaluate(STUCK)
    assert not report(faults), report(faults)


def test_no_word_is_broken(page: Page, site: Path, address: str) -> None:
    """A long name, a domain's for instance, never leaves its last letters to the next line."""
    faults = {}
    for name in pages_of(site):
        page.goto(address + name)
        for width in (*WIDTHS, 375, 1000, 1200, 1920):
            page.set_viewport_size({"width": width, "height": 800})
            faults[f"/{name} at {width} px"] = page.evaluate(BROKEN)
    assert not report(faults), report(faults)


def test_what_a_mark_shows_takes_no_press(page: Page, address: str) -> None:
    """Hovered, a mark shows the address of its sentence, and is pressed all the same."""
    page.set_viewport_size({"width": 375, "height": 667})
    page.goto(address)
    marks = page.locator(".chapitre sup[id]:not([id^=fnref]) a")
    at = """link => {
        const {left, right, top, bottom} = link.getBoundingClientRect()
        return document.elementFromPoint((left + right) / 2, (top + bottom) / 2) === link
    }"""
    assert marks.count() > 1
    for mark in marks.all():
        mark.hover()
        assert mark.evaluate(at), mark.evaluate("link => link.parentElement.id")


@pytest.mark.parametrize("width", [375, 1280])
def test_a_folded_note_unfolds(page: Page, site: Path, address: str, width: int) -> None:
    """A note that ends in dots shows all of it when it is asked for, or has the focus."""
    page.set_viewport_size({"width": width, "height": 800})
    for name in pages_of(site):
        page.goto(address + name)
        page.evaluate(SPACE)
        for link in page.locator(".footnote li[id^='fn:p'] p > a:first-of-type").all()[::7]:
            fold = "link => getComputedStyle(link.closest('p')).webkitLineClamp"
            assert link.evaluate(fold) != "none", name
            link.focus()
            assert link.evaluate(fold) == "none", name


def test_notes_are_folded_on_phones_alone(page: Page, address: str) -> None:
    """Two lines each at the foot of a phone's page; whole at the foot of a wide one, and on paper."""
    # As in a browser that cannot lay them beside their sentences.
    apart = (
        "document.querySelectorAll('.footnote li').forEach(one => one.id = one.id.replace('p', ''))"
    )
    lines = """() => [...document.querySelectorAll('.footnote li > p')].map(one =>
        Math.round(one.clientHeight / parseFloat(getComputedStyle(one).lineHeight)))"""
    whole = """() => [...document.querySelectorAll('.footnote li > p')]
        .every(one => one.scrollHeight <= one.clientHeight + 1)"""
    for name in ("", "chronologie.html", "sources.html"):
        page.emulate_media(media="screen")
        page.set_viewport_size({"width": 375, "height": 667})
        page.goto(address + name)
        assert max(page.evaluate(lines)) == 2
        assert not page.evaluate(whole)
        page.evaluate(apart)
        page.set_viewport_size({"width": 1280, "height": 800})
        assert page.evaluate(whole)
        page.emulate_media(media="print")
        page.set_viewport_size({"width": 375, "height": 667})
        assert page.evaluate(whole)


@pytest.mark.parametrize(("width", "scheme"), [(375, "dark"), (1280, "light")])
def test_tab_goes_everywhere(page: Page, site: Path, address: str, width: int, scheme: str) -> None:
    """Tab reaches all that can be used; what has the focus is marked, and lies under nothing."""
    page.set_viewport_size({"width": width, "height": 667})
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    faults = {}
    for name in pages_of(site):
        page.goto(address + name)
        faults[f"/{name} at {width} px, {scheme}"] = walk(page)
    assert not report(faults), report(faults)


@pytest.mark.parametrize(("width", "scheme"), [(375, "light"), (1280, "dark")])
def test_focus_is_seen_without_scripts(
    page: Page, site: Path, address: str, width: int, scheme: str
) -> None:
    """Whatever takes the focus is marked, and lies under nothing, in the other colours too."""
    page.set_viewport_size({"width": width, "height": 667})
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    faults = {}
    for name in pages_of(site):
        open_page(page, address + name, javascript=False)
        faults[f"/{name} at {width} px, {scheme}, without scripts"] = page.evaluate(GLANCE)
    assert not report(faults), report(faults)


def test_the_menu_obeys_the_keyboard(visit: Visit, site: Path, address: str) -> None:
    """On a phone, Enter opens the menu and Tab goes in; Escape or Enter closes it: no script needed."""
    page = visit.page
    opener, menu, link = page.locator(".ouvre-menu"), page.locator("#menu"), page.locator("#menu a")
    for name in pages_of(site):
        page.goto(address + name)
        expect(menu).to_be_hidden()
        opener.focus()
        page.keyboard.press("Enter")
        expect(menu).to_be_visible()
        page.keyboard.press("Tab")
        expect(link.first).to_be_focused()
        page.keyboard.press("Escape")
        expect(menu).to_be_hidden()
        expect(opener).to_be_focused()
        page.keyboard.press("Space")
        expect(menu).to_be_visible()
        page.keyboard.press("Enter")
        expect(menu).to_be_hidden()
    opener.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(f"^{re.escape(address)}(index.html)?$"))
    assert not visit.messages


def test_an_open_menu_covers_no_focus(page: Page, site: Path, address: str) -> None:
    """Who goes on by Tab from the menu sees what has the focus then, and each stop after it."""
    page.set_viewport_size({"width": 375, "height": 667})
    faults = {}
    for name in pages_of(site):
        page.goto(address + name)
        page.locator(".ouvre-menu").press("Enter")
        expect(page.locator("#menu")).to_be_visible()
        page.locator("#menu a").last.focus()
        found = []
        for _ in range(6):
            page.keyboard.press("Tab")
            found += page.evaluate(f"() => {{ {FOCUS} return faultsOf(document.activeElement) }}")
        assert page.evaluate("!document.activeElement.closest('header')"), name
        faults[f"/{name}"] = found
    assert not report(faults), report(faults)


def test_nothing_moves_by_itself(page: Page, site: Path, address: str) -> None:
    """For a reader who wants less motion, nothing is animated and no scrolling is smooth."""
    faults = {}
    for name in pages_of(site):
        page.goto(address + name)
        faults[f"/{name}"] = page.evaluate(MOVING)
    assert not report(faults), report(faults)


def test_links_are_underlined(page: Page, site: Path, address: str) -> None:
    """A link among words is known without its colour."""
    faults = {}
    for name in pages_of(site):
        page.goto(address + name)
        faults[f"/{name}"] = page.evaluate(NOT_UNDERLINED)
    assert not report(faults), report(faults)


def up_to_the_body(source: IO[bytes], more: int) -> bytes:
    """What stands before the body of a page, with its look, and so many bytes more."""
    start = source.read().find(b"<body") + more
    source.seek(0)
    return source.read(start)


class Dribbling(Quiet):
    """Sends what a page begins with in pieces, as a poor connection may.

    The pieces cut the header and the choices; between two of them there is time to paint.
    """

    def copyfile(self, source: IO[bytes], outputfile: IO[bytes]) -> None:  # type: ignore[override]
        """A piece after the other; a slow machine gets several at once, and has less to be seen."""
        outputfile.write(up_to_the_body(source, 0))
        for _ in range(25):
            outputfile.write(source.read(100))
            time.sleep(0.025)
        outputfile.write(source.read())


class Waiting(Quiet):
    """Sends the head and the header of a page, and the rest once they have been painted."""

    painted = threading.Event()

    def copyfile(self, source: IO[bytes], outputfile: IO[bytes]) -> None:  # type: ignore[override]
        """What is no page comes at once."""
        outputfile.write(up_to_the_body(source, 2_000))
        if self.path.endswith(".html"):
            self.painted.clear()
            assert self.painted.wait(HANG)
        outputfile.write(source.read())

    def do_GET(self) -> None:  # noqa: N802 - its parent's name
        """The page asks for this address when it has been painted."""
        if self.path == "/painted":
            self.painted.set()
        super().do_GET()


# What moved in a page since it began to come, each with how far.
WATCH = """
    window.moved = []
    new PerformanceObserver(list => moved.push(...list.getEntries().flatMap(({value, sources}) =>
        sources.map(({node}) => `${value.toFixed(5)}: ${node?.outerHTML?.slice(0, 120)}`))))
        .observe({type: 'layout-shift', buffered: true})
    requestAnimationFrame(() => requestAnimationFrame(() => fetch('/painted')))
"""


def moved(
    browser: Browser, folder: Path, names: list[str], handler: type[Quiet]
) -> dict[str, list[str]]:
    """What moves on pages of a site while they come in pieces; all of them come at once."""
    with serving(folder, handler) as address:
        context = new_context(browser, viewport={"width": 412, "height": 823}, locale="fr-FR")
        context.add_init_script(WATCH)
        pages = {name: context.new_page() for name in names}
        for name, page in pages.items():
            page.goto(address + name, wait_until="commit")
        found: dict[str, list[str]] = {}
        for name, page in pages.items():
            page.wait_for_load_state()
            found[f"/{name}"] = page.evaluate(
                "() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))"
                ".then(() => moved)"
            )
        context.close()
    return found


def test_nothing_moves_while_a_page_comes(browser: Browser, site: Path, tmp_path: Path) -> None:
    """Header, choices and text stand still from the first paint; a page that moves is reported."""
    faults = moved(browser, site, pages_of(site), Dribbling)
    assert not report(faults), report(faults)
    hasty = shutil.copytree(site, tmp_path / "site")
    page = hasty / "chronologie.html"
    html = page.read_text("utf-8")
    assert html.count('"expect"') == 1
    html = re.sub("<meta http-equiv=[^>]*>", "", html).replace('"expect"', '""')
    page.write_text(f"{html}<style>.tete {{ margin-top: 3rem }}</style>", "utf-8")
    assert report(moved(browser, hasty, ["chronologie.html"], Waiting))


# For each check above, what it has to find on a page that is spoiled in this way.
SPOILED = {
    "scrolls sideways": (SIDEWAYS, "main.style.minWidth = '2000px'"),
    "outside the window": (
        SIDEWAYS,
        "document.body.style.overflow = 'clip'; title.style.marginLeft = '2000px'",
    ),
    "cut by": (CUT, "Object.assign(title.style, {overflow: 'hidden', height: '5px'})"),
    "transition": (MOVING, "title.style.setProperty('transition', 'color 1s', 'important')"),
    "smooth scrolling": (MOVING, "document.documentElement.style.scrollBehavior = 'smooth'"),
    "not underlined": (
        NOT_UNDERLINED,
        (
            "title.insertAdjacentHTML('afterend', '<p><a id=bare href=#x>Lien</a></p>');"
            "document.getElementById('bare').style.textDecoration = 'none'"
        ),
    ),
}


@pytest.mark.parametrize("fault", SPOILED)
def test_faults_are_found(page: Page, address: str, fault: str) -> None:
    """A page that is spoiled on purpose is reported: each check bites."""
    check, spoil = SPOILED[fault]
    page.goto(address)
    page.evaluate(
        f"""() => {{
            const main = document.querySelector('main'), title = document.querySelector('article h1')
            {spoil}
        }}"""
    )
    assert fault in "\n".join(page.evaluate(check))


@pytest.mark.parametrize(
    ("fault", "spoil"),
    [
        ("focus not to be seen", "link.style.outline = 'none'"),
        ("focus not to be seen", "link.style.outline = '3px solid white'"),
        ("covered by div#cover", "Object.assign(cover.style, {position: 'fixed', inset: 0})"),
        ("not reached by Tab", "link.addEventListener('focus', () => link.blur())"),
    ],
)
def test_faults_of_focus_are_found(page: Page, address: str, fault: str, spoil: str) -> None:
    """The walk and the glance report a link without mark, under a cover, or out of reach."""
    page.goto(address)
    page.evaluate(
        f"""() => {{
            document.body.innerHTML = '<a href="#x">Lien</a><div id="cover"></div>'
            const link = document.querySelector('a'), cover = document.getElementById('cover')
            document.body.style.background = 'white'
            {spoil}
        }}"""
    )
    assert fault.replace("not reached by Tab", "takes no focus") in "\n".join(page.evaluate(GLANCE))
    page.evaluate("document.activeElement.blur()")
    assert fault in "\n".join(walk(page))
