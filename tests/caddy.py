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
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlsplit

import pytest

from waiting import HANG, wait_for

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

# How long a server waits for the parts of a request, for its answer to go, for the next one.
BOUNDS = ("read_timeout", "read_header_timeout", "write_timeout", "idle_timeout")
CADDYFILE = Path(__file__).parent.parent / "deploy" / "Caddyfile"


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
            urllib.request.urlopen(self.address + mark[1:], timeout=HANG)  # noqa: S310 - our own server
        # The log may end in the middle of a line that is being written.
        wait_for(lambda: mark in self._logged(), lambda: f"Caddy has not logged {mark}")
        before = self._logged().partition(mark)[0].splitlines()[:-1]
        return [_answer(line) for line in before]

    def _logged(self) -> str:
        return self.log.read_text("utf-8")


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


def adapted(address: str, folder: Path) -> dict[str, Any]:
    """What `deploy/Caddyfile` says for an address and a folder, as Caddy understands it."""
    done = subprocess.run(
        [_program(), "adapt", "--config", CADDYFILE],
        env=os.environ
        | {
            "SITE_ADDRESS": address.rstrip("/"),
            "SITE_HTTP_PORT": str(urlsplit(address).port or 80),
            "SITE_ROOT": str(folder),
        },
        capture_output=True,
        check=True,
    )
    configuration: dict[str, Any] = json.loads(done.stdout)
    return configuration


def _program() -> str:
    return os.environ.get("CADDY", "caddy")


def _configuration(
    address: str, folder: Path, log: Path, hurried: Collection[str]
) -> dict[str, Any]:
    """The same, with a log of every answer; of its bounds in time, some short, the others long."""
    configuration = adapted(address, folder)
    for server in configuration["apps"]["http"]["servers"].values():
        server["logs"] = {}
        for name in BOUNDS:
            server[name] = server[name] // 100 if name in hurried else server[name] * 60
    return configuration | {
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
def running(folder: Path, scratch: Path, hurried: Collection[str] = ()) -> Iterator[Caddy]:
    """A server of a built site, at an address of this machine, stopped at the end.

    Its bounds are 60 times those of `deploy/`, so that no busy machine is cut off; those that are
    `hurried` are a hundredth, for a test that waits for the end of one.
    """
    address = free_address()
    port = int(address.rstrip("/").rpartition(":")[2])
    caddy = Caddy(address, scratch / "answers.log")
    file = scratch / "caddy.json"
    configuration = _configuration(caddy.address, folder, caddy.log, hurried)
    file.write_text(json.dumps(configuration), "utf-8")
    with (
        (scratch / "caddy.log").open("wb") as said,
        subprocess.Popen(
            [_program(), "run", "--config", file],
            # Nothing of the person's own is read or written.
            env=os.environ | {"XDG_CONFIG_HOME": str(scratch), "XDG_DATA_HOME": str(scratch)},
            stdout=said,
            stderr=said,
        ) as process,
    ):
        try:
            wait_for(
                lambda: process.poll() is not None or _is_open(port),
                lambda: "Caddy does not answer",
            )
            assert process.poll() is None, (scratch / "caddy.log").read_text("utf-8")
            yield caddy
        finally:
            process.terminate()


@pytest.fixture(scope="session")
def caddy(published_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Caddy]:
    """The published site, served as a publisher would."""
    with running(published_site, tmp_path_factory.mktemp("caddy")) as server:
        yield server
