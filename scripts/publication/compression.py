"""The files of a site as servers can send them without compressing them each time."""

import gzip
import zlib

import brotli

from publication.cache import Cache

# Pictures but SVG are compressed already; data are taken away, and no reader waits for them.
SUFFIXES = (".html", ".css", ".js", ".svg", ".xml", ".txt", ".ico")
# Brotli's quality for what is large, and for the rest: its best, which saves three percents of what
# a reader waits for, and is kept between builds.
_LARGE, _BEST = 9, 11
_LARGE_SIZE = 100_000


def compressed(data: bytes, cache: Cache) -> dict[str, bytes]:
    """The compressed forms of a text by their suffixes, the same bytes at every build."""
    quality = _LARGE if len(data) > _LARGE_SIZE else _BEST
    br = ("brotli", brotli.__version__, str(quality), data)
    gz = ("gzip", zlib.ZLIB_RUNTIME_VERSION, data)
    return {
        ".br": cache.get(br, lambda: brotli.compress(data, mode=brotli.MODE_TEXT, quality=quality)),
        ".gz": cache.get(gz, lambda: gzip.compress(data, mtime=0)),
    }
