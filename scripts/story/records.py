"""YAML that people write, read with its lines: every fault at once, nothing guessed.

PyYAML's own loaders accept a key twice without a word, turn `2015-12-11` into a date and `no` into
False. Composing the nodes and reading their text avoids all three, and each value keeps its line.
"""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import yaml

from story.faults import Fault
from story.unseen import unseen_faults, without_unseen

if TYPE_CHECKING:
    from collections.abc import Collection


DEEPEST = 20
"""Lists and mappings in one another: no section needs more than half of it."""

# The same YAML read in C, ten times as fast, where PyYAML was built with it.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Value:
    """A text, and its line in the file."""

    text: str
    line: int


@dataclass(slots=True)
class RecordReader:
    """Reads the nodes of one file. `first_line` is the line on which its YAML starts."""

    path: str
    first_line: int = 1
    faults: list[Fault] = field(default_factory=list)

    def fault(self, line: int, problem: str, expected: str) -> None:
        """Notes something to mend; `line` is a line of the file."""
        self.faults.append(Fault(self.path, line, problem, expected))

    def line(self, node: yaml.Node) -> int:
        """The line of the file on which a node starts."""
        return int(node.start_mark.line) + self.first_line

    def compose(self, source: str, what: str = "le fichier") -> yaml.Node | None:
        """The root node; None where the text is no YAML, which is a fault, or empty."""
        if unseen := unseen_faults(source.split("\n"), self.path, self.first_line):
            self.faults += unseen
            # It would stop YAML, or begin a line that the file has not.
            source = without_unseen(source)
        try:
            is_a_tree = self._is_a_tree(source)
            return yaml.compose(source, Loader=_LOADER) if is_a_tree else None
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            line = min(mark.line, source.count("\n")) if mark else 0
            self.fault(
                line + self.first_line,
                f"{what} n’est pas du YAML valide",
                "« clé: valeur » à chaque ligne, la valeur entre guillemets si elle a des signes",
            )
            return None

    def _is_a_tree(self, source: str) -> bool:
        """Whether each node stands in one place, not too deep.

        Aliases could multiply for ever, and composing goes down as deep as a text does.
        """
        depth = 0
        for event in yaml.parse(source, Loader=_LOADER):
            line = (event.start_mark.line if event.start_mark else 0) + self.first_line
            if isinstance(event, yaml.AliasEvent):
                expected = f"le texte de « {event.anchor} » lui-même"
                self.fault(line, f"le renvoi « *{event.anchor} » n’est pas lu", expected)
                return False
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
            if depth > DEEPEST:
                self.fault(line, "des listes sont l’une dans l’autre", f"{DEEPEST} niveaux au plus")
                return False
        return True

    def mapping(
        self, node: yaml.Node, known: Collection[str] | None, what: str = "cette entrée"
    ) -> dict[str, tuple[int, yaml.Node]]:
        """The keys of a mapping, their lines and nodes; any key is known where `known` is None."""
        if not isinstance(node, yaml.MappingNode):
            self.fault(self.line(node), f"{what} n’est pas une liste de clés", "« clé: valeur »")
            return {}
        found: dict[str, tuple[int, yaml.Node]] = {}
        for key_node, value_node in node.value:
            line = self.line(key_node)
            if not isinstance(key_node, yaml.ScalarNode):
                self.fault(line, "une clé est une liste ou un bloc", "« clé: valeur »")
                continue
            key = str(key_node.value)
            if key in found:
                first = found[key][0]
                expected = f"une seule fois (déjà ligne {first})"
                self.fault(line, f"la clé « {key} » est en double", expected)
            elif known is not None and key not in known:
                self.fault(line, f"la clé « {key} » est inconnue", suggestion(key, known))
            else:
                found[key] = (line, value_node)
        return found

    def text(self, key: str, line: int, node: yaml.Node) -> Value | None:
        """The text of a scalar; None, and a fault, for a list or a block."""
        if isinstance(node, yaml.ScalarNode):
            return Value(str(node.value).strip(), line)
        self.fault(line, f"la clé « {key} » contient une liste ou un bloc", "un texte simple")
        return None

    def items(self, key: str, line: int, node: yaml.Node) -> list[yaml.Node]:
        """The items of a list; none, and a fault, for anything else."""
        if isinstance(node, yaml.SequenceNode):
            return list(node.value)
        self.fault(line, f"la clé « {key} » n’est pas une liste", "une ligne « - … » par élément")
        return []


def wrong_url(text: str) -> tuple[str, str] | None:
    """What is wrong with the address of a web page, and what is expected; None where it is one."""
    if re.match(r"https?://[^/]", text):
        return None
    return f"« {text} » n’est pas une adresse", "https://… ou http://…"


def suggestion(word: str, known: Collection[str]) -> str:
    """What to say of a word that is not among the known ones."""
    close = difflib.get_close_matches(word.lower(), known, n=1)
    if close:
        return f"vouliez-vous dire « {close[0]} » ?"
    return "les clés possibles sont " + ", ".join(known)
