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
from story.reading.decoding import unseen_faults, without_unseen

if TYPE_CHECKING:
    from collections.abc import Collection


DEEPEST = 20
"""Lists and mappings in one another: no section needs more than half of it."""

# The same YAML read in C, ten times as fast, where PyYAML was built with it.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NULL = "tag:yaml.org,2002:null"


@dataclass(slots=True)
class YamlFile:
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

    def compose(self, source: str) -> yaml.Node | None:
        """The root node; None where the text is no YAML, which is a fault, or empty."""
        if unseen := unseen_faults(source.split("\n"), self.path, self.first_line):
            self.faults += unseen
            # It would stop YAML, or begin a line that the file has not.
            source = without_unseen(source)
        try:
            is_a_tree = self._is_a_tree(source)
            return yaml.compose(source, Loader=_LOADER) if is_a_tree else None
        except yaml.MarkedYAMLError as error:
            line, problem, expected = _explained(source, error)
            self.fault(min(line, source.count("\n")) + self.first_line, problem, expected)
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
    ) -> dict[str, tuple[int, yaml.Node]] | None:
        """The keys of a mapping, their lines and nodes; any key is known where `known` is None.

        None, and a fault, for anything else.
        """
        if not isinstance(node, yaml.MappingNode):
            self.fault(self.line(node), f"{what} n’est pas une liste de clés", "« clé: valeur »")
            return None
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

    def text(self, key: str, line: int, node: yaml.Node) -> str | None:
        """The text of a scalar; None, and a fault, for nothing, a list or a block."""
        if not isinstance(node, yaml.ScalarNode):
            self.fault(line, f"la clé « {key} » contient une liste ou un bloc", "un texte simple")
            return None
        text = str(node.value).strip()
        if node.tag == _NULL or not text:
            self.fault(line, f"la clé « {key} » est vide", "un texte")
            return None
        return text

    def items(self, key: str, line: int, node: yaml.Node) -> list[yaml.Node]:
        """The items of a list; none, and a fault, for anything else."""
        if isinstance(node, yaml.SequenceNode):
            return list(node.value)
        self.fault(line, f"la clé « {key} » n’est pas une liste", "une ligne « - … » par élément")
        return []


def suggestion(word: str, known: Collection[str], others: str = "les clés possibles sont") -> str:
    """What to say of a word that is not among the known ones."""
    close = difflib.get_close_matches(word.lower(), known, n=1)
    if close:
        return f"vouliez-vous dire « {close[0]} » ?"
    return f"{others} {', '.join(known)}" if known else "rien de tel dans le contenu"


# What PyYAML says (a part of it), and what that is to the person who wrote the file.
_EXPLANATIONS = (
    (
        "mapping values are not allowed",
        "un « : » de trop, ou un retrait de trop",
        "la valeur entre guillemets",
    ),
    ("could not find expected ':'", "il manque « : »", "« clé: valeur »"),
    (
        "found character '\\t'",
        "une tabulation dans le retrait",
        "des espaces",
    ),
    (
        "cannot start any token",
        "la valeur commence par un signe que YAML se réserve",
        "la valeur entre guillemets",
    ),
    (
        "unknown escape character",
        "une barre oblique inverse dans un texte entre guillemets",
        "« \\\\ » pour la montrer",
    ),
    ("expected the node content", "il manque une valeur, ou un crochet fermant", "« clé: valeur »"),
    ("expected ',' or ", "la liste n’est pas finie", "« , » ou le crochet fermant"),
    ("expected <block end>", "le retrait ne suit pas", "le même retrait que les clés voisines"),
    ("another document", "une ligne « --- » coupe le fichier", "un seul bloc"),
)


def _explained(source: str, error: yaml.MarkedYAMLError) -> tuple[int, str, str]:
    """The line (from 0) where the mistake is, what it is, and what is expected."""
    if open_line := _open_quotation(source):
        return open_line - 1, "le guillemet ouvert ici ne se ferme pas", '« " » en fin de valeur'
    try:
        # In Python: it says more than the same in C.
        yaml.compose(source, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as slower:
        error = slower
    mark = error.problem_mark or error.context_mark
    said = str(error.problem)
    inside_flow = "expected ',' or " in said and error.context_mark
    place = error.context_mark if inside_flow or "expected ':'" in said else mark
    if mark and "mapping values" in said:
        before = source.split("\n")[max(mark.line - 1, 0)]
        if _KEY_ALONE.fullmatch(before):
            return mark.line - 1, "il manque « : »", "« clé: valeur »"
    for part, problem, expected in _EXPLANATIONS:
        if part in said:
            return place.line if place else 0, problem, expected
    expected = "« clé: valeur » à chaque ligne, la valeur entre guillemets si elle a des signes"
    return mark.line if mark else 0, "ce n’est pas du YAML valide", expected


_KEY_ALONE = re.compile(r"\s*(?:- )?[\w-]+\s*")
_KEY_AND_VALUE = re.compile(r"""\s*(?:- )?(?:[\w-]+:\s|- )\s*(?P<mark>["'])(?P<rest>.*)$""")


def _open_quotation(source: str) -> int | None:
    """The first line (from 1) whose value opens a quotation that the line does not close.

    Asked only of a file that is no YAML: a value may run over lines where the file is sound.
    """
    for number, line in enumerate(source.split("\n"), 1):
        match = _KEY_AND_VALUE.match(line)
        if match is None:
            continue
        rest = match["rest"].replace("\\" + match["mark"], "").replace("''", "")
        if match["mark"] not in rest:
            return number
    return None
