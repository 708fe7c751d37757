"""The published site behind a real server, with the configuration of `deploy/`."""

from __future__ import annotations

import contextlib
import gzip
import json
import re
import socket
import urllib.error
import urllib.request
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import brotli
import pytest

from browsing import new_context, pages_of
from caddy import BOUNDS, adapted, running
from waiting import HANG, wait_for

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import Message
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from caddy import Caddy

pytestmark = pytest.mark.browser

# What the Observatory asks for at its best mark.
HEADERS = {
    "Strict-Transport-Security": "max-age=63072000; includeSubDomains",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
DECODERS = {"br": brotli.decompress, "gzip": gzip.decompress, "identity": bytes}


def fetch(address: str, encoding: str = "identity") -> tuple[int, Message, bytes]:
    """Status, headers and body of an answer, as they were sent."""
    request = urllib.request.Request(address, headers={"Accept-Encoding": encoding})  # noqa: S310 - our own server
    try:
        with urllib.request.urlopen(request, timeout=HANG) as answer:  # noqa: S310
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.headers, error.read()


def test_every_answer_has_the_headers(caddy: Caddy, published_site: Path) -> None:
    """Pages, assets and the answer for a lost address, which is ours and says 404."""
    for path in (*pages_of(published_site), "assets/recherche.js", "rien/du/tout"):
        status, headers, body = fetch(caddy.address + path)
        assert {name: headers[name] for name in HEADERS} == HEADERS, path
        policy = str(headers["Content-Security-Policy"])
        assert policy.startswith("default-src 'none'; script-src 'self' 'sha256-")
        assert policy.endswith("frame-ancestors 'none'")
        assert "unsafe" not in policy
        assert headers["Permissions-Policy"]
        lost = path == "rien/du/tout"
        assert status == (404 if lost else 200)
        assert not lost or "Cette page n’existe pas" in body.decode()


def test_data_are_compressed_as_they_are_sent(caddy: Caddy, published_site: Path) -> None:
    """Nobody waits for them while a page comes: the build does not compress them."""
    data = (published_site / "donnees" / "recit.json").read_bytes()
    _, headers, body = fetch(f"{caddy.address}donnees/recit.json", "gzip")
    assert headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(body) == data
    assert not (published_site / "donnees" / "recit.json.gz").exists()


@pytest.mark.parametrize("encoding", DECODERS)
def test_compressed_files_are_sent(caddy: Caddy, published_site: Path, encoding: str) -> None:
    """Each file goes out as the reader's browser asks, and comes in the same."""
    for path in published_site.rglob("*"):
        if path.suffix in {".html", ".js", ".txt", ".xml", ".svg"}:
            name = path.relative_to(published_site).as_posix().removesuffix("index.html")
            _, headers, body = fetch(caddy.address + name, encoding)
            assert headers.get("Content-Encoding", "identity") == encoding, name
            assert DECODERS[encoding](body) == path.read_bytes(), name


def test_what_may_change_is_asked_for_again(caddy: Caddy) -> None:
    """Nothing is kept for good under a name that says nothing of what it holds."""
    _, headers, _ = fetch(caddy.address + "assets/recherche.js")
    assert headers["Cache-Control"] == "no-cache"
    _, headers, _ = fetch(caddy.address)
    assert headers["ETag"]
    assert "immutable" not in headers.get("Cache-Control", "")


def test_what_is_for_the_server_stays_there(caddy: Caddy) -> None:
    """The files of headers are read by servers and sent to nobody."""
    for name in ("_headers", "_headers.caddy"):
        assert fetch(caddy.address + name)[0] == 404


SECONDS = 1_000_000_000  # a bound is a number of nanoseconds
GET = b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n"
SERVED = re.compile(rb"HTTP/1\.1 200 .*</html>\s*$", re.DOTALL)
# The bound that ends it, and what a client sends before it falls silent.
SILENCES = {
    "at once": ("read_header_timeout", b""),
    "in the headers": ("read_header_timeout", GET + b"Accept: text"),
    "in the body": ("read_timeout", b"POST" + GET[3:] + b"Content-Length: 1000\r\n\r\nhalf"),
    "after an answer": ("idle_timeout", GET + b"\r\n"),
}


def connected(server: Caddy) -> socket.socket:
    """A connection on which nothing was said yet."""
    address = urlsplit(server.address)
    return socket.create_connection((address.hostname, address.port), HANG)


def received(client: socket.socket) -> bytes:
    """All that comes before the server closes the connection, politely or not."""
    answer = b""
    with contextlib.suppress(ConnectionError):
        while part := client.recv(65_536):
            answer += part
    return answer


@pytest.mark.parametrize("address", ["http://localhost:8080", "exemple.fr"])
def test_every_wait_has_a_bound(published_site: Path, address: str) -> None:
    """No reader holds a connection for more than two minutes, at any port that is open."""
    servers = adapted(address, published_site)["apps"]["http"]["servers"].values()
    ports = {port for server in servers for port in server["listen"]}
    # For a name, Caddy would open the port of http by itself, without bounds.
    assert ports == ({":80", ":443"} if address == "exemple.fr" else {":8080"})
    for server in servers:
        assert all(0 < server[name] <= 120 * SECONDS for name in BOUNDS), server
        assert 0 < server["read_header_timeout"] <= server["read_timeout"] <= 15 * SECONDS
        assert 4_000 < server["max_header_bytes"] <= 20_000


@pytest.mark.parametrize("silence", SILENCES)
def test_a_silent_client_is_ended(published_site: Path, tmp_path: Path, silence: str) -> None:
    """A connection that falls silent is closed by the server, by the bound that is for it alone."""
    bound, sent = SILENCES[silence]
    with running(published_site, tmp_path, {bound}) as server, connected(server) as client:
        # The server may have closed it already, on a busy machine.
        with contextlib.suppress(ConnectionError):
            client.sendall(sent)
        answer = received(client)
    assert silence != "after an answer" or SERVED.match(answer)


def test_a_client_that_does_not_read_is_ended(tmp_path: Path) -> None:
    """Who asks for more than the system keeps for them, and reads nothing, gets no more of it."""
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "_headers.caddy").write_text("header Tried yes\n", "utf-8")
    with (folder / "large").open("wb") as large:
        large.truncate(256_000_000)  # holes: it takes no room
    with running(folder, tmp_path, {"write_timeout"}) as server, connected(server) as client:
        client.sendall(GET.replace(b"/", b"/large", 1) + b"\r\n")
        # Written when the answer has come to its end.
        wait_for(
            lambda: server.log.exists() and server.log.read_text("utf-8").endswith("\n"),
            lambda: "the answer has no end",
        )
        entry = json.loads(server.log.read_text("utf-8"))
    assert entry["status"] == 200
    assert entry["resp_headers"]["Content-Length"] == ["256000000"]
    assert entry["size"] < 256_000_000


def test_a_slow_client_is_served(caddy: Caddy) -> None:
    """A request that comes letter by letter is answered all the same."""
    with connected(caddy) as client:
        for letter in GET + b"Connection: close\r\n\r\n":
            client.sendall(bytes([letter]))
        assert SERVED.match(received(client))


@pytest.mark.parametrize(("size", "served"), [(8_000, True), (60_000, False)])
def test_long_headers_are_refused(caddy: Caddy, size: int, served: bool) -> None:  # noqa: FBT001
    """What a browser may send is read; headers without end are not."""
    with connected(caddy) as client:
        # It is refused while it is being sent.
        with contextlib.suppress(ConnectionError):
            client.sendall(GET + b"Connection: close\r\nX: " + b"a" * size + b"\r\n\r\n")
        assert bool(SERVED.match(received(client))) == served


VIOLATIONS = """
    window.violations = []
    addEventListener('securitypolicyviolation',
        event => violations.push(`${event.effectiveDirective}: ${event.blockedURI} ${event.sample}`))
"""


@pytest.fixture
def watched(browser: Browser) -> Iterator[tuple[Page, list[str]]]:
    """A page that notes what its policy refuses, and what the console says."""
    context = new_context(browser, locale="fr-FR", viewport={"width": 375, "height": 667})
    context.add_init_script(VIOLATIONS)
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    yield page, said
    context.close()


def test_pages_work_under_the_policy(
    watched: tuple[Page, list[str]], caddy: Caddy, published_site: Path
) -> None:
    """Menu, search, colours, notes and choices of every page are used; nothing is refused."""
    page, said = watched
    for name in pages_of(published_site):
        page.goto(caddy.address + name)
        page.locator(".ouvre-menu").click()
        assert page.locator("#menu").is_visible()
        page.keyboard.press("Escape")
        page.locator(".change-couleurs").click()
        page.locator(".ouvre-recherche").press("Enter")
        page.keyboard.type("rachat")
        page.locator("#recherche li a").first.wait_for()
        page.keyboard.press("Escape")
        for choice in page.locator(".choix label").all():
            choice.click()
        assert page.evaluate("violations") == [], name
    assert said == []


def test_the_policy_refuses(watched: tuple[Page, list[str]], caddy: Caddy) -> None:
    """A script or a style that somebody writes into a page is refused: the policy bites."""
    page, _ = watched
    page.goto(caddy.address)
    page.evaluate(
        """() => {
            const script = document.createElement('script')
            script.textContent = 'window.written = true'
            const style = document.createElement('style')
            style.textContent = 'body { display: none }'
            document.body.append(script, style)
            document.body.insertAdjacentHTML('beforeend', '<p style="color: red">Non</p>')
            document.body.append(Object.assign(new Image(), {src: 'https://exemple.fr/x.png'}))
        }"""
    )
    for directive in ("script-src-elem", "style-src-elem", "style-src-attr", "img-src"):
        # It is told a moment later.
        page.wait_for_function("name => violations.join().includes(name)", arg=directive)
    assert page.evaluate("window.written") is None
    assert page.locator("body").is_visible()
