"""Seconds of the processor that one rebuild of `mkdocs serve` takes: `rebuild.py FILE FROM TO`.

Run in the folder of a project: the site is built as `mkdocs serve` does when it starts, the first
FROM of the file becomes TO, and the site is built again, which is timed. The file stays as it was.
"""

from __future__ import annotations

import logging
import sys
import tempfile
import time
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config


def rebuild(path: Path, old: str, new: str) -> float:
    """Seconds of the second of two builds, with an edit in between."""
    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    text = path.read_text("utf-8")
    if old not in text:
        sys.exit(f"{path}: no {old!r}")
    with tempfile.TemporaryDirectory() as site:
        _build(site)
        path.write_text(text.replace(old, new, 1), "utf-8")
        try:
            start = time.process_time()
            _build(site)
            return time.process_time() - start
        finally:
            path.write_text(text, "utf-8")


def _build(site: str) -> None:
    config = load_config("mkdocs.yml", site_dir=site)
    config.plugins.on_startup(command="serve", dirty=False)
    build(config)
    config.plugins.on_shutdown()


if __name__ == "__main__":
    print(rebuild(Path(sys.argv[1]), *sys.argv[2:]))
