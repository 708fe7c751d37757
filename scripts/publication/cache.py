"""What is kept between builds: results that cost time, each under a digest of all that made it.

A file holds a result after its own digest, so that one that is spoiled, or half written, counts as
none. The folder may be deleted at any time, or not be writable: builds take longer then, and give
the same bytes.
"""

import hashlib
import platform
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import jinja2
from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

_HEAD = hashlib.sha256().digest_size


class Cache:
    """A folder of results."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        code = [path.read_bytes() for path in sorted(Path(__file__).parents[1].rglob("*.py"))]
        self._version = _digest_of((platform.python_version(), *code))
        self._used: set[str] = set()

    def get(self, parts: tuple[str | bytes, ...], make: Callable[[], bytes]) -> bytes:
        """The result for some parts, as it was kept or as it is made now.

        The parts say what is made and from what, with the version of the library that makes it;
        Python's and that of the code in this folder are counted already.
        """
        kept = self.find(parts)
        if kept is not None:
            return kept
        made = make()
        self.keep(parts, made)
        return made

    def find(self, parts: tuple[str | bytes, ...]) -> bytes | None:
        """The result for some parts, where it was kept."""
        with suppress(OSError):
            data = self._path(parts).read_bytes()
            if data[:_HEAD] == hashlib.sha256(data[_HEAD:]).digest():
                return data[_HEAD:]
        return None

    def keep(self, parts: tuple[str | bytes, ...], made: bytes) -> None:
        """Keeps a result."""
        with suppress(OSError):
            self._folder.mkdir(exist_ok=True)
            self._path(parts).write_bytes(hashlib.sha256(made).digest() + made)

    def _path(self, parts: tuple[str | bytes, ...]) -> Path:
        name = _digest_of((self._version, *parts))
        self._used.add(name)
        return self._folder / name

    def forget_unused(self) -> None:
        """Deletes what nothing has asked for: it would pile up."""
        with suppress(OSError):
            for path in self._folder.iterdir():
                if path.name not in self._used:
                    path.unlink()


class CompiledTemplates(BytecodeCache):
    """What Jinja makes of templates, kept: compiling them takes longer than using them once."""

    def __init__(self, cache: Cache) -> None:
        self._cache = cache

    def load_bytecode(self, bucket: Bucket) -> None:
        """Gives a template its code, where it was kept."""
        if code := self._cache.find(_parts(bucket)):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keeps the code of a template."""
        self._cache.keep(_parts(bucket), bucket.bytecode_to_string())


def _parts(bucket: Bucket) -> tuple[str, ...]:
    # Whether lines of blocks leave blanks is compiled in.
    trimmed = repr((bucket.environment.trim_blocks, bucket.environment.lstrip_blocks))
    return "template", jinja2.__version__, bucket.key, bucket.checksum, trimmed


def _digest_of(parts: tuple[str | bytes, ...]) -> str:
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        digest.update(len(data).to_bytes(8))
        digest.update(data)
    return digest.hexdigest()
