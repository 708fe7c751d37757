"""The block of facts at the head of an article file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from story.records import RecordReader, Value

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from story.faults import Fault

FENCE = "---"


def split_front_matter(lines: Sequence[str]) -> tuple[str, int] | None:
    """The front matter's YAML and the index of the first line after it.

    None where the file does not begin with a fenced block.
    """
    if not lines or lines[0].rstrip() != FENCE:
        return None
    for index, line in enumerate(lines[1:], 1):
        if line.rstrip() == FENCE:
            return "\n".join(lines[1:index]), index + 1
    return None


def read_front_matter(
    source: str, path: str, first_line: int, known: Collection[str]
) -> tuple[dict[str, Value], list[Fault]]:
    """The keys and texts of a flat YAML mapping that starts on `first_line`, with its faults."""
    reader = RecordReader(path, first_line)
    root = reader.compose(source, "l’en-tête")
    keys = reader.mapping(root, known, "l’en-tête") if root else {}
    values = {key: reader.text(key, line, node) for key, (line, node) in keys.items()}
    for key, (line, node) in keys.items():
        rest = source.split("\n")[node.end_mark.line][node.end_mark.column :].strip()
        if rest.startswith("#") and not rest.startswith("# "):
            # « L’affaire #MeToo » would be cut without a word.
            reader.fault(
                line, f"« {rest} » n’est pas lu", f"la valeur de « {key} » entre guillemets"
            )
    return {key: value for key, value in values.items() if value}, reader.faults
