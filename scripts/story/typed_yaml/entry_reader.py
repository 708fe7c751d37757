"""Reads entries of YAML that people write into classes, by the kinds of their fields.

Every fault at once, with its line; nothing guessed. PyYAML's own loaders accept a key twice
without a word, turn `2015-12-11` into a date and `no` into False. Composing the nodes and reading
their text avoids all three, and each value keeps its line.
"""

import re
from collections.abc import Collection, Mapping
from typing import Any, TypeVar

import yaml

from story.faults import ContentError, Fault
from story.reading.decoding import decode, unseen_faults, without_unseen
from story.typed_yaml.field_types import OURS, Key, Kind, Reference, bare, keys_of
from story.typed_yaml.yaml_mistakes import closest, explained, suggestion
from story.unfinished import unfinished, unwritten

T = TypeVar("T")
Found = dict[str, tuple[int, yaml.Node]]
"""The keys of an entry, with the line and the node of each."""

DEEPEST = 20
"""Lists and mappings in one another: no section needs more than half of it."""

# The same YAML read in C, ten times as fast, where PyYAML was built with it.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NULL = "tag:yaml.org,2002:null"
_BREAK = re.compile(r"[ \t]*\n\s*")
_NO_SPACE = re.compile(r"""[\w-]+:[\s"'\w]""")


def _unread_mark(event: yaml.Event) -> str:
    """What YAML would take for itself at the start of a value, and nobody writes on purpose."""
    if not isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent):
        return ""
    tag = str(event.tag or "").replace("tag:yaml.org,2002:", "!!")
    return f"&{event.anchor}" if event.anchor else tag


class EntryReader:
    """Reads the entries of one file; remembers the ids that they have and those that they name.

    `first_line` is the line on which its YAML starts.
    """

    def __init__(self, path: str, first_line: int = 1) -> None:
        self.faults: list[Fault] = []
        self.unfinished: list[Fault] = []
        """What is still to be written; no fault before the site is published."""
        self.ids: dict[str, dict[str, int]] = {}
        """The line of each id, by the list in which it stands."""
        self.unnamed: set[str] = set()
        """Lists of which an entry has no id that can be read: it may be any that is not known."""
        self.named: list[tuple[str, str, int]] = []
        """Lists, the ids in them that entries name, and the lines where they do."""
        self.whole = True
        """Whether all of the file could be read: what nothing uses cannot be told of a part."""
        self._mistyped: set[int] = set()
        """Lines of keys that are read as another: what that one may not hold is no fault more."""
        self._path = path
        self._first_line = first_line
        self._lines = [""]

    def fault(self, line: int, problem: str, expected: str) -> None:
        """Notes something to mend; `line` is a line of the file."""
        self.faults.append(Fault(self._path, line, problem, expected))

    def line(self, node: yaml.Node) -> int:
        """The line of the file on which a node starts."""
        return self._line(node.start_mark.line)

    def _line(self, at: int) -> int:
        # What is empty or missing is where YAML looked for it, which may be below the last line.
        return min(at, len(self._lines) - 1) + self._first_line

    def read(self, data: bytes) -> yaml.Node | None:
        """The root node of a file; None where it cannot be read, which is a fault, or is empty."""
        try:
            return self.compose(decode(data, self._path))
        except ContentError as error:
            self.faults += error.faults
            self.whole = False
            return None

    def compose(self, source: str) -> yaml.Node | None:
        """The root node; None where the text is no YAML, which is a fault, or empty."""
        if unseen := unseen_faults(source.split("\n"), self._path, self._first_line):
            self.faults += unseen
            # It would stop YAML, or begin a line that the file has not.
            source = without_unseen(source)
        self._lines = source.split("\n")
        try:
            is_a_tree = self._is_a_tree(source)
            self.whole = self.whole and is_a_tree
            return yaml.compose(source, Loader=_LOADER) if is_a_tree else None
        except yaml.MarkedYAMLError as error:
            line, problem, expected = explained(source, error)
            self.fault(self._line(line), problem, expected)
            self.whole = False
            return None

    def _is_a_tree(self, source: str) -> bool:
        """Whether each node stands in one place, not too deep.

        Aliases could multiply for ever, and composing goes down as deep as a text does.
        """
        depth = 0
        escapes = "\\" in source  # by which values have signs that the text of the file has not
        for event in yaml.parse(source, Loader=_LOADER):
            line = (event.start_mark.line if event.start_mark else 0) + self._first_line
            if isinstance(event, yaml.AliasEvent):
                expected = f"le texte de « {event.anchor} » lui-même"
                self.fault(line, f"le renvoi « *{event.anchor} » n’est pas lu", expected)
                return False
            if mark := _unread_mark(event):
                self.fault(line, f"« {mark} » n’est pas lu", "la valeur entre guillemets")
                return False
            if escapes and isinstance(event, yaml.ScalarEvent) and event.style == '"':
                self.faults += unseen_faults([event.value], self._path, line)
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
            if depth > DEEPEST:
                self.fault(line, "des listes sont l’une dans l’autre", f"{DEEPEST} niveaux au plus")
                return False
        return True

    def mapping(
        self,
        node: yaml.Node,
        known: Collection[str] | None,
        what: str = "cette entrée",
        needed: Collection[str] = (),
    ) -> Found | None:
        """The keys of a mapping, their lines and nodes; any key is known where `known` is None.

        One that is mistyped is a fault, and read as the one that was meant: one that is near, or
        the only needed one that is missing. None, and a fault, for anything else.
        """
        if not isinstance(node, yaml.MappingNode):
            self.unread(self.line(node), f"{what} n’est pas une liste de clés", "« clé: valeur »")
            return None
        found: Found = {}
        meant: Found = {}
        for key_node, value_node in node.value:
            line = self.line(key_node)
            if not isinstance(key_node, yaml.ScalarNode):
                self.unread(line, "une clé est une liste ou un bloc", "« clé: valeur »")
                continue
            key = str(key_node.value)
            if key in found:
                expected = f"une seule fois (déjà ligne {found[key][0]})"
                self.unread(line, f"la clé « {key} » est en double", expected)
            elif known is not None and key not in known:
                other = closest(key, known)
                if other is None:
                    names = [str(one.value) for one, _ in node.value]
                    absent = [name for name in needed if not closest(name, names)]
                    other = absent[0] if len(absent) == 1 else None
                problem = f"la clé « {key} » est inconnue"
                expected = suggestion(other or key, known)
                if value_node.start_mark.index == key_node.end_mark.index:  # no colon: `14,80`
                    problem = f"une virgule coupe la valeur avant « {key} »"
                    expected = "la valeur entre guillemets\u202f; un point avant les décimales"
                    if _NO_SPACE.match(key):
                        problem, expected = "il manque une espace après « : »", "« clé: valeur »"
                self.fault(line, problem, expected)
                self.whole = self.whole and other is not None
                self._mistyped.add(line)
                meant[other or key] = (line, value_node)
            else:
                found[key] = (line, value_node)
        return {key: value for key, value in meant.items() if key in (known or ())} | found

    def text(self, key: str, line: int, node: yaml.Node) -> str | None:
        """The text of a scalar; None, and a fault, for nothing, a list or a block."""
        if not isinstance(node, yaml.ScalarNode):
            expected = "un texte simple"
            if isinstance(node, yaml.MappingNode) and not node.flow_style:
                expected = "un texte, entre guillemets s’il a « : »"
            if line not in self._mistyped:
                self.fault(line, f"la clé « {key} » contient une liste ou un bloc", expected)
            return None
        if node.value and not node.style and (rest := self._cut(node)):
            self.fault(line, f"« {rest} » n’est pas lu", f"la valeur de « {key} » entre guillemets")
        text = _BREAK.sub(" ", str(node.value)).strip()
        if node.tag == _NULL or not text:
            self.fault(line, f"la clé « {key} » est vide", "un texte")
            return None
        return text

    def _cut(self, node: yaml.Node) -> str:
        """What YAML takes for a comment after a value: « L’affaire #MeToo » would lose a word."""
        rest = self._lines[node.end_mark.line][node.end_mark.column :].strip()
        return rest if rest.startswith("#") and not rest.startswith("# ") else ""

    def items(self, key: str, line: int, node: yaml.Node) -> list[yaml.Node] | None:
        """The items of a list; None, and a fault, for anything else."""
        if isinstance(node, yaml.SequenceNode):
            return list(node.value)
        problem = f"la clé « {key} » {'est vide' if node.tag == _NULL else 'n’est pas une liste'}"
        if isinstance(node, yaml.ScalarNode) and node.value.startswith("-"):
            line, problem = self.line(node), "il manque une espace après « - »"
        if line not in self._mistyped:
            self.unread(line, problem, "une ligne « - … » par élément")
        return None

    def unread(self, line: int, problem: str, expected: str) -> None:
        """Notes a fault that leaves out what stands there."""
        self.fault(line, problem, expected)
        self.whole = False

    def entry(
        self,
        entry: type[T],
        node: yaml.Node,
        scope: str = "",
        more: Mapping[str, object] | None = None,
        what: str = "cette entrée",
    ) -> T | None:
        """An entry of this class; None, and every fault of it, where there is one.

        `scope` names the list that it stands in: its id is unique there. `more` are fields that
        are not written in the entry.
        """
        before = len(self.faults)
        needed = [key.name for key in keys_of(entry) if key.needed]
        found = self.mapping(node, self.key_names(entry), what, needed)
        if found is None:
            self.unnamed.add(scope)
            return None
        self.begin()
        values: dict[str, Any] = {"line": self.line(node)} | dict(more or {})
        values |= self.values(entry, found, f"{scope}.{node.start_mark.index}." if scope else "")
        if "id" in found and "id" in values:
            self.note_id(scope, values["id"], found["id"][0])
        else:
            self.unnamed.add(scope)
        self.missing(entry, values["line"], found)
        self.complete(entry, values, found)
        made = entry(**values) if len(self.faults) == before else None
        self.made(entry, made, values, found)
        return made

    def key_names(self, entry: type) -> tuple[str, ...]:
        """The keys that an entry of this class may have."""
        return tuple(key.name for key in keys_of(entry))

    def begin(self) -> None:
        """Takes note that an entry begins; those within it come before it is made."""

    def complete(self, entry: type, values: dict[str, Any], found: Found) -> None:
        """Adds what other keys give, and notes what several of them have to agree on."""

    def made(self, entry: type, made: object, values: dict[str, Any], found: Found) -> None:
        """Takes note of an entry; `made` is None where it has a fault."""

    def missing(self, entry: type, line: int, found: Collection[str] = ()) -> None:
        """Notes every key that an entry of this class needs and that is not found."""
        for key in keys_of(entry):
            if key.needed and key.name not in found:
                self.fault(line, f"la clé « {key.name} » manque", f"une ligne « {key.name}: … »")

    def values(self, entry: type, found: Found, scope: str = "") -> dict[str, Any]:
        """What the fields of a class are, of those keys that are found and sound."""
        values = {
            key.field: self._value(key, *found[key.name], f"{scope}{key.name}")
            for key in keys_of(entry)
            if key.name in found
        }
        return {name: value for name, value in values.items() if value is not None}

    def _value(self, key: Key, line: int, node: yaml.Node, scope: str) -> Any:  # noqa: ANN401 - of any kind
        if not key.many:
            return self._one(key, line, node, scope)
        items = self.items(key.name, line, node)
        if items is None:
            return None
        if key.needed and not items:
            self.fault(line, f"la clé « {key.name} » est une liste vide", "au moins un élément")
        values = [self._one(key, self.line(item), item, scope) for item in items]
        for at, value in enumerate(values if isinstance(key.holds, Reference) else ()):
            if value in values[:at] and value is not None:
                self.fault(self.line(items[at]), f"« {value} » y est deux fois", "une seule fois")
        return tuple(value for value in values if value is not None)

    def _one(self, key: Key, line: int, node: yaml.Node, scope: str) -> Any:  # noqa: ANN401
        if isinstance(key.holds, type):
            return self.entry(key.holds, node, scope)
        if isinstance(key.holds, Kind):
            return self.value(key.holds, key.name, line, node)
        text = self.text(key.name, line, node)
        if text is None:
            return None
        if isinstance(key.holds, Reference):
            owner = scope.rpartition(f".{key.holds.among}.")[0] if key.holds.among else ""
            section = f"{owner}.{key.holds.section}" if owner else key.holds.section
            self.named.append((section, text, line))
        elif text not in key.holds and bare(text) in key.holds:
            self.marked(text, line)
        elif text not in key.holds:
            problem = f"« {text} » n’est pas une valeur de « {key.name} »"
            self.fault(line, problem, suggestion(text, key.holds, "parmi"))
        return text

    def value(self, kind: Kind, key: str, line: int, node: yaml.Node) -> Any:  # noqa: ANN401
        """The value of a scalar; None, and a fault, where it is not of this kind."""
        text = self.text(key, line, node)
        value = kind.parse(text) if text else None
        if text and value is None and bare(text) != text and kind.parse(bare(text)) is not None:
            self.marked(text, line)
        elif text and value is None:
            self.fault(line, kind.problem.format(text), kind.expected)
        if text and kind in OURS and (words := unwritten(text)):
            self.unfinished.append(unfinished(words, self._path, line))
        return value

    def marked(self, text: str, line: int) -> None:
        """Notes marks that were meant to be those of YAML."""
        problem = f"les guillemets de « {text} » font partie de la valeur"
        self.fault(line, problem, "des guillemets droits, ou aucun")

    def note_id(self, scope: str, id_: str, line: int) -> None:
        """Remembers an id; a fault where the list has it already."""
        first = self.ids.setdefault(scope, {}).setdefault(id_, line)
        if first != line:
            self.unnamed.add(scope)
            problem = f"l’identifiant « {id_} » est en double"
            self.fault(line, problem, f"un autre (déjà ligne {first})")

    def resolve(self, known: Mapping[str, Collection[str]]) -> None:
        """Notes each id that entries name and that is in no list; `known` are lists of others."""
        lines: dict[tuple[str, str], list[int]] = {}
        for section, id_, line in self.named:
            lines.setdefault((section, id_), []).append(line)
        for (section, id_), at in lines.items():
            ids = known.get(section, self.ids.get(section, ()))
            readable = section not in self.unnamed and (ids or self.whole)
            if id_ in ids or not readable:
                continue
            name = section.rpartition(".")[2]
            where = {"sources": "sources.yml", "kinds": "amount_groups"}.get(name, name)
            expected = suggestion(id_, ids, "parmi")
            once = len(at) > 1 and closest(id_, ids)  # the id itself may be what was mistyped
            where += f" (lignes {', '.join(map(str, at))})" if once else ""
            for line in at[:1] if once else at:
                self.fault(line, f"« {id_} » n’est pas dans {where}", expected)
