"""What is kept between builds saves time, and changes nothing."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from publication.cache import Cache
from test_build import files_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


class Maker:
    """Makes a result, and counts how often."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self) -> bytes:
        """The same result each time."""
        self.count += 1
        return b"made"


@pytest.fixture
def make() -> Maker:
    """A new one."""
    return Maker()


def test_a_result_is_made_once(tmp_path: Path, make: Maker) -> None:
    """Another build finds it, by all of its parts and nothing less."""
    for _ in range(2):
        assert Cache(tmp_path / "cache").get(("a", b"b"), make) == b"made"
    assert make.count == 1
    for parts in (("a", b"c"), ("ab",), ("a", "b", "")):
        Cache(tmp_path / "cache").get(parts, make)
    assert make.count == 4


@pytest.mark.parametrize("spoiled", [b"", b"half", b"\0" * 40])
def test_a_spoiled_result_is_made_again(tmp_path: Path, make: Maker, spoiled: bytes) -> None:
    """A file that is not what was written counts as none, and is mended."""
    for count in (1, 2, 2):
        assert Cache(tmp_path).get(("a",), make) == b"made"
        assert make.count == count
        (path,) = tmp_path.iterdir()
        if count == 1:
            path.write_bytes(spoiled)


def test_a_folder_that_cannot_be(tmp_path: Path, make: Maker) -> None:
    """Where nothing can be kept, all is made each time."""
    (tmp_path / "cache").write_bytes(b"a file")
    cache = Cache(tmp_path / "cache")
    for count in (1, 2):
        assert cache.get(("a",), make) == b"made"
        assert make.count == count
    cache.forget_unused()


def test_what_is_not_used_goes(tmp_path: Path, make: Maker) -> None:
    """A build keeps its own results alone."""
    Cache(tmp_path).get(("a",), make)
    second = Cache(tmp_path)
    second.get(("b",), make)
    second.forget_unused()
    Cache(tmp_path).get(("b",), make)
    assert make.count == 2
    assert len(list(tmp_path.iterdir())) == 1


def test_it_changes_no_byte(project: Path, build: Callable[[Path], Path]) -> None:
    """Built first, again, with spoiled results, and after they went: the same site."""
    kept = project / ".cache"
    first = files_of(build(project))
    names = {path.name for path in kept.iterdir()}
    assert len(names) > 20
    assert files_of(build(project)) == first
    for path in kept.iterdir():
        path.write_bytes(path.read_bytes()[:-1])
    assert files_of(build(project)) == first
    shutil.rmtree(kept)
    assert files_of(build(project)) == first
    assert {path.name for path in kept.iterdir()} == names
