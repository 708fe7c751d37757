"""A folder that another builder of the MkDocs family builds to the same pages, without our hook.

Builders that ignore `hooks:` publish a site without the generated pages, and say nothing.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from story.pages import GeneratedPage

CONFIGURATION = "mkdocs.yml"
DOCS = "docs"
# What only the build from content/ needs.
_OWN_KEYS = ("hooks", "watch")


def folder_files(
    configuration: str, docs: Mapping[str, bytes], pages: Iterable[GeneratedPage]
) -> dict[str, bytes]:
    """The files of the folder by their paths: configuration, docs, generated pages."""
    files = {CONFIGURATION: without_keys(configuration, _OWN_KEYS).encode()}
    files |= {f"{DOCS}/{name}": data for name, data in docs.items()}
    return files | {f"{DOCS}/{page.name}": page.markdown.encode() for page in pages}


def without_keys(source: str, keys: Iterable[str]) -> str:
    """A YAML mapping without some of its top keys, every other line as it was."""
    lines = source.splitlines(keepends=True)
    root = yaml.compose(source, Loader=yaml.SafeLoader)
    assert isinstance(root, yaml.MappingNode)  # noqa: S101 - it is our own configuration
    starts = [key.start_mark.line for key, _ in root.value] + [len(lines)]
    dropped = {
        line
        for (key, _), (start, end) in zip(root.value, pairwise(starts), strict=True)
        if key.value in keys
        for line in range(start, end)
    }
    return "".join(line for number, line in enumerate(lines) if number not in dropped)
