"""`mkdocs serve` builds again when the article or a template changes, once for each change."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import urllib.request
from typing import TYPE_CHECKING

import pytest

from waiting import HANG, wait_for

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

pytestmark = pytest.mark.slow


class Server:
    """`mkdocs serve` in a project, its log in a file."""

    def __init__(self, project: Path) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        self.address = f"http://127.0.0.1:{port}/"
        self._log = project.parent / "serve.log"
        with self._log.open("w", encoding="utf-8") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "mkdocs", "serve", "-a", f"127.0.0.1:{port}"],
                cwd=project,
                env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
                stdout=subprocess.DEVNULL,
                stderr=log,
            )

    def log(self) -> str:
        """What the server has said."""
        return self._log.read_text("utf-8")

    def changes(self) -> int:
        """How often the server has seen a change: MkDocs says so with the time, each time."""
        return self.log().count("Detected file changes")

    def wait_for(self, condition: Callable[[], bool]) -> None:
        """Waits until a condition holds."""
        wait_for(condition, self.log)

    def wait_for_text(self, text: str, name: str = "") -> None:
        """Waits until a page holds a text."""
        self.wait_for(lambda: text in self.page(name))

    def page(self, name: str = "") -> str:
        """A page as it is served."""
        with urllib.request.urlopen(self.address + name, timeout=HANG) as response:  # noqa: S310 - our own server
            return str(response.read().decode("utf-8"))


@pytest.fixture
def server(bare_project: Path) -> Iterator[Server]:
    """A server that is stopped at the end."""
    server = Server(bare_project)
    yield server
    server.process.terminate()
    server.process.wait()


def replace(path: Path, text: str) -> None:
    """Writes a file at one stroke: no build can read a half of it, or see two changes."""
    new = path.parents[2] / "new"  # where nothing watches
    new.write_text(text, "utf-8")
    new.replace(path)


def test_changes_are_seen_once(server: Server, bare_project: Path) -> None:
    """An edit of the article and one of a template each give one build; a fault gives a message."""
    server.wait_for(lambda: "Serving on" in server.log())
    article = bare_project / "content" / "article.fr.md"
    text = article.read_text("utf-8")
    replace(article, text.replace("97,4 milliards", "98,4 milliards"))
    server.wait_for_text("98,4\u00a0milliards")
    template = bare_project / "scripts" / "story" / "pages" / "templates" / "chronologie.md.j2"
    replace(template, template.read_text("utf-8").replace("# Chronologie", "# Les dates"))
    server.wait_for_text("Les dates</a>", "chronologie.html")
    replace(article, text.replace("title:", "titel:"))
    server.wait_for(lambda: "vouliez-vous dire" in server.log())
    # Until the fault is mended, MkDocs holds its answers back.
    # A build that led to another one would show as one change more: there was time for it.
    for count, amount in enumerate(("97,4", "96,4", "95,4"), start=4):
        replace(article, text.replace("97,4 milliards", f"{amount} milliards"))
        server.wait_for_text(f"{amount}\u00a0milliards")
        assert server.changes() == count
