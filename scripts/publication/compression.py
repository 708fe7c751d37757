"""The files of a site as servers can send them without compressing them each time."""

from __future__ import annotations

import gzip
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import brotli

if TYPE_CHECKING:
    from collections.abc import Mapping

# Pictures but SVG are compressed already.
_TEXT = (".html", ".css", ".js", ".svg", ".xml", ".txt", ".json", ".ico")
# Brotli's quality up to a size: on what is large, its last percents cost seconds, then minutes.
_QUALITIES = {100_000: 11, 2_000_000: 10}
_LEAST = 9


def compressed(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """A `.gz` and a `.br` beside each file of text, the same bytes at every build."""
    texts = {path: data for path, data in files.items() if path.endswith(_TEXT)}
    with ThreadPoolExecutor() as pool:  # both libraries let go of the interpreter
        zipped = pool.map(lambda data: gzip.compress(data, mtime=0), texts.values())
        brotlied = pool.map(_brotli, texts.values())
        return {f"{path}.gz": data for path, data in zip(texts, zipped, strict=True)} | {
            f"{path}.br": data for path, data in zip(texts, brotlied, strict=True)
        }


def _brotli(data: bytes) -> bytes:
    quality = next((best for size, best in _QUALITIES.items() if len(data) <= size), _LEAST)
    return bytes(brotli.compress(data, mode=brotli.MODE_TEXT, quality=quality))
