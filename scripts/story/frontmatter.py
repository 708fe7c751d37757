"""YAML with line numbers: the mapping at the head of a file, every scalar kept as its text.

PyYAML's own loaders accept a key twice without a word, turn `2015-12-11` into a date and `no` into
False. Composing the nodes and reading their text avoids all three, and each value keeps its line.
"""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from typing import TYPE_CHECKING

import yaml

from story.faults import Fault

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

FENCE = "---"


@dataclass(frozen=True, slots=True)
class Value:
    """The text of a scalar, and its line in the file."""

    text: str
    line: int


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


def read_mapping(
    source: str, path: str, first_line: int, known: Collection[str]
) -> tuple[dict[str, Value], list[Fault]]:
    """The keys and texts of a flat YAML mapping that starts on `first_line`, with its faults."""
    faults: list[Fault] = []
    values: dict[str, Value] = {}

    def fault(line: int, problem: str, expected: str) -> None:
        faults.append(Fault(path, line + first_line, problem, expected))

    try:
        root = yaml.compose(source, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        fault(
            min(mark.line, source.count("\n")) if mark else 0,
            "l’en-tête n’est pas du YAML valide",
            "« clé: valeur » à chaque ligne, la valeur entre guillemets si elle contient « : »",
        )
        return values, faults
    if root is None:
        return values, faults
    if not isinstance(root, yaml.MappingNode):
        fault(root.start_mark.line, "l’en-tête n’est pas une liste de clés", "« clé: valeur »")
        return values, faults
    for key_node, value_node in root.value:
        key, line = str(key_node.value), key_node.start_mark.line
        if key in values:
            first = values[key].line
            fault(line, f"la clé « {key} » est en double", f"une seule fois (déjà ligne {first})")
        elif key not in known:
            fault(line, f"la clé « {key} » est inconnue", _suggestion(key, known))
        elif not isinstance(value_node, yaml.ScalarNode):
            fault(line, f"la clé « {key} » contient une liste ou un bloc", "un texte simple")
        else:
            values[key] = Value(value_node.value.strip(), line + first_line)
    return values, faults


def _suggestion(key: str, known: Collection[str]) -> str:
    close = difflib.get_close_matches(key.lower(), known, n=1)
    if close:
        return f"vouliez-vous dire « {close[0]} » ?"
    return "les clés possibles sont " + ", ".join(known)
