"""Reads an entry of a YAML file into a class, by the kinds of its fields (see `kinds`)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import yaml

from story.typed_yaml.field_types import Key, Kind, Reference, keys_of
from story.typed_yaml.yaml_file import YamlFile, suggestion

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

T = TypeVar("T")
Found = dict[str, tuple[int, yaml.Node]]
"""The keys of an entry, with the line and the node of each."""


class EntryReader(YamlFile):
    """Reads entries; remembers the ids that they have and those that they name."""

    def __init__(self, path: str, first_line: int = 1) -> None:
        super().__init__(path, first_line)
        self.ids: dict[str, dict[str, int]] = {}
        """The line of each id, by the list in which it stands."""
        self.named: list[tuple[str, str, int]] = []
        """Lists, the ids in them that entries name, and the lines where they do."""

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
        found = self.mapping(node, self.key_names(entry), what)
        if found is None:
            return None
        before = len(self.faults)
        self.begin()
        values: dict[str, Any] = {"line": self.line(node)} | dict(more or {})
        values |= self._values(entry, found, f"{scope}.{node.start_mark.index}." if scope else "")
        if "id" in found and "id" in values:
            self.note_id(scope, values["id"], found["id"][0])
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

    def _values(self, entry: type, found: Found, scope: str) -> dict[str, Any]:
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
        if key.needed and not items and isinstance(node, yaml.SequenceNode):
            self.fault(line, f"la clé « {key.name} » est une liste vide", "au moins un élément")
        values = [self._one(key, self.line(item), item, scope) for item in items]
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
        elif text not in key.holds:
            problem = f"« {text} » n’est pas une valeur de « {key.name} »"
            self.fault(line, problem, suggestion(text, key.holds, "parmi"))
        return text

    def value(self, kind: Kind, key: str, line: int, node: yaml.Node) -> Any:  # noqa: ANN401
        """The value of a scalar; None, and a fault, where it is not of this kind."""
        text = self.text(key, line, node)
        value = kind.parse(text) if text else None
        if text and value is None:
            self.fault(line, kind.problem.format(text), kind.expected)
        return value

    def note_id(self, scope: str, id_: str, line: int) -> None:
        """Remembers an id; a fault where the list has it already."""
        first = self.ids.setdefault(scope, {}).setdefault(id_, line)
        if first != line:
            problem = f"l’identifiant « {id_} » est en double"
            self.fault(line, problem, f"un autre (déjà ligne {first})")

    def resolve(self, known: Mapping[str, Collection[str]]) -> None:
        """Notes each id that entries name and that is in no list; `known` are lists of others."""
        for section, id_, line in self.named:
            ids = known.get(section, self.ids.get(section, ()))
            if id_ not in ids:
                name = section.rpartition(".")[2]
                where = {"sources": "sources.yml", "kinds": "amount_groups"}.get(name, name)
                self.fault(line, f"« {id_} » n’est pas dans {where}", suggestion(id_, ids, "parmi"))
