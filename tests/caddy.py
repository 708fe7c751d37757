"""The published site behind the server of `deploy/Caddyfile`, and what that server has sent."""

from __future__ import annotations

import contextlib
import json
import os
import socket
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

CADDYFILE = Path(__file__).parent.parent / "deploy" / "Caddyfile"
PATIENCE = 20


class Answer(NamedTuple):
    """What was sent for one request: the bytes of its body as they went over the wire."""

    path: str
    reader: str  # what the browser calls itself: its User-Agent
    kind: str  # what the browser wanted it for: document, style, script, font, image, worker, ...
    size: int
    encoding: str


class Caddy(NamedTuple):
    """A running server."""

    address: str
    log: Path

    def answers(self) -> list[Answer]:
        """All that was sent so far: an address that nobody else asks for marks the end."""
        mark = f"/{time.monotonic_ns()}"
        with contextlib.suppress(urllib.error.HTTPError):
            urllib.request.urlopen(self.address + mark[1:], timeout=PATIENCE)  # noqa: S310 - our own server
        return self._answers_before(mark)

    def _answers_before(self, mark: str) -> list[Answer]:
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            answers = [_answer(line) for line in self.log.read_text("utf-8").splitlines()]
            paths = [answer.path for answer in answers]
            if mark in paths:
                return answers[: paths.index(mark)]
            time.sleep(0.02)
        raise AssertionError(f"Caddy has not logged {mark}")


def _answer(line: str) -> Answer:
    entry = json.loads(line)
    headers = entry["request"]["headers"]
    return Answer(
        path=urlsplit(entry["request"]["uri"]).path,
        reader=headers.get("User-Agent", ["?"])[0],
        kind=headers.get("Sec-Fetch-Dest", ["?"])[0],
        size=entry["size"],
        encoding=entry["resp_headers"].get("Content-Encoding", [""])[0],
    )


def _configuration(program: str, address: str, folder: Path, log: Path) -> dict[str, object]:
    """What `deploy/Caddyfile` says for an address and a folder, and a log of every answer."""
    adapted = subprocess.run(
        [program, "adapt", "--config", CADDYFILE],
        env=os.environ | {"SITE_ADDRESS": address.rstrip("/"), "SITE_ROOT": str(folder)},
        capture_output=True,
        check=True,
    )
    configuration: dict[str, object] = json.loads(adapted.stdout)
    apps = json.loads(adapted.stdout)["apps"]
    for server in apps["http"]["servers"].values():
        server["logs"] = {}
    return configuration | {
        "apps": apps,
        "logging": {
            "logs": {
                "default": {"exclude": ["http.log.access"]},
                "answers": {
                    "include": ["http.log.access"],
                    "writer": {"output": "file", "filename": str(log), "roll": False},
                },
            }
        },
    }


def free_address() -> str:
    """An address of this machine at which nobody answers yet."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{probe.getsockname()[1]}/"


def _is_open(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


@contextlib.contextmanager
def running(folder: Path, scratch: Path, address: str = "") -> Iterator[Caddy]:
    """A server of a built site, at an address of this machine, stopped at the end."""
    address = address or free_address()
    port = int(address.rstrip("/").rpartition(":")[2])
    program = os.environ.get("CADDY", "caddy")
    caddy = Caddy(address, scratch / "answers.log")
    file = scratch / "caddy.json"
    configuration = _configuration(program, caddy.address, folder, caddy.log)
    file.write_text(json.dumps(configuration), "utf-8")
    with (
        (scratch / "caddy.log").open("wb") as said,
        subprocess.Popen(
            [program, "run", "--config", file],
            # Nothing of the person's own is read or written.
            env=os.environ | {"XDG_CONFIG_HOME": str(scratch), "XDG_DATA_HOME": str(scratch)},
            stdout=said,
            stderr=said,
        ) as process,
    ):
        try:
            end = time.monotonic() + PATIENCE
            while not _is_open(port):
                assert process.poll() is None, (scratch / "caddy.log").read_text("utf-8")
                assert time.monotonic() < end, "Caddy does not answer"
                time.sleep(0.02)
            yield caddy
        finally:
            process.terminate()


@pytest.fixture(scope="session")
def caddy(published_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Caddy]:
    """The published site, served as a publisher would."""
    with running(published_site, tmp_path_factory.mktemp("caddy")) as server:
        yield server
