"""A folder that another builder of the MkDocs family builds to the same pages, without our hook.

Builders that ignore `hooks:` publish a site without the generated pages, and say nothing. Without
the hook, the page around the article and the search are the theme's own.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, pairwise

import yaml

from story.assemble_story import Story
from story.exports.addresses import Addresses
from story.exports.all_formats import exported_files
from story.pages.make_pages import GeneratedPage

CONFIGURATION = "mkdocs.yml"
DOCS = "docs"
# What only the build from content/ needs.
_OWN_KEYS = ("site_name", "hooks", "watch", "plugins", "theme.custom_dir")


def folder_files(
    configuration: str, docs: Mapping[str, bytes], pages: Iterable[GeneratedPage], story: Story
) -> dict[str, bytes]:
    """The files of the folder by their paths: configuration, docs, data, generated pages."""
    named = {"site_name": story.name, "site_description": story.description}
    head = yaml.safe_dump(named, allow_unicode=True, sort_keys=False, width=10_000)
    files = {CONFIGURATION: (head + without_keys(configuration, _OWN_KEYS)).encode()}
    files |= {f"{DOCS}/{name}": data for name, data in docs.items()}
    files |= {f"{DOCS}/{name}": data for name, data in exported_files(story, Addresses()).items()}
    return files | {f"{DOCS}/{page.name}": page.markdown.encode() for page in pages}


def without_keys(source: str, keys: Iterable[str]) -> str:
    """A YAML mapping without some keys (`inner.key` below `inner`), other lines as they were."""
    lines = source.splitlines(keepends=True)
    root = yaml.compose(source, Loader=yaml.SafeLoader)
    found = [range(first, last) for key, first, last in _keys(root, len(lines)) if key in keys]
    dropped = {*chain.from_iterable(found)}
    return "".join(line for number, line in enumerate(lines) if number not in dropped)


def _keys(node: yaml.Node | None, end: int, prefix: str = "") -> Iterator[tuple[str, int, int]]:
    """Each key of a mapping and of those in it, its first line, and the one after its last."""
    if not isinstance(node, yaml.MappingNode):
        return
    starts = [key.start_mark.line for key, _ in node.value] + [end]
    for (key, value), (first, last) in zip(node.value, pairwise(starts), strict=True):
        yield f"{prefix}{key.value}", first, last
        yield from _keys(value, last, f"{prefix}{key.value}.")
