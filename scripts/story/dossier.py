"""The editorial layer: what the site says beyond the article, each statement with its evidence.

`content/sources.yml` is a mapping from ids to sources; `content/dossier.fr.yml` holds the sections
named in `SECTIONS`. The README documents each kind of entry with an example.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from story.evidence import Source, Statement

if TYPE_CHECKING:
    from story.dates import EdtfDate

THEMES = {
    "fondation": "Fondation",
    "structure": "Structure",
    "gouvernance": "Gouvernance",
    "financement": "Financement",
    "concurrence": "Concurrence",
    "litige": "Litige",
    "offre": "Offre de rachat",
}
# Where a chapter may lead.
PAGES = ("index", "chronologie", "echange", "qui-est-qui", "sources")
KINDS = ("offre", "plaisanterie", "prix payé", "valorisation")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of a section: its texts by key, its statement, and the lists that it holds."""

    line: int
    texts: dict[str, str]
    statement: Statement | None = None
    date: EdtfDate | None = None
    people: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    lists: dict[str, tuple[Entry, ...]] = field(default_factory=dict)

    def __getitem__(self, key: str) -> str:
        """A text of the entry, empty where it has none."""
        return self.texts.get(key, "")

    @property
    def day(self) -> EdtfDate:
        """The date of an entry that has one."""
        assert self.date is not None  # noqa: S101 - the shape of its section needs one
        return self.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """The editorial layer, read and resolved. Sections that are not there are empty."""

    published: EdtfDate | None = None
    updated: EdtfDate | None = None
    title: str = ""
    sections: dict[str, tuple[Entry, ...]] = field(default_factory=dict)
    sources: tuple[Source, ...] = ()
    """Those that an evidence names, or that say the same as one that does."""
    known_sources: tuple[Source, ...] = ()

    def __getitem__(self, section: str) -> tuple[Entry, ...]:
        """The entries of a section."""
        return self.sections.get(section, ())

    def headings(self) -> list[Statement]:
        """What is said in titles, labels and our own conclusions, with the evidence around it."""
        found = []
        for entry in (entry for entries in self.sections.values() for entry in entries):
            inner = [one.statement for entries in entry.lists.values() for one in entries]
            around = [entry.statement, *inner]
            evidence = tuple(item for one in around if one for item in one.evidence)
            found += [
                Statement(text=entry[key], evidence=evidence, line=entry.line)
                for key in ("title", "label", "role", "ours")
                if entry[key]
            ]
        essentials = [one.statement for one in self["essentials"] if one.statement]
        evidence = tuple(item for one in essentials for item in one.evidence)
        return [*found, Statement(text=self.title, evidence=evidence, line=1)]

    def statements(self) -> list[Statement]:
        """Every statement of every section, in order."""
        found: list[Statement] = []

        def collect(entries: tuple[Entry, ...]) -> None:
            for entry in entries:
                found.extend([entry.statement] if entry.statement else [])
                for inner in entry.lists.values():
                    collect(inner)

        for entries in self.sections.values():
            collect(entries)
        return found


@dataclass(frozen=True, slots=True)
class Shape:
    """What an entry may hold: keys of texts, and lists of entries in it by their keys."""

    needed: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    lists: dict[str, Shape] = field(default_factory=dict)
    evidence: bool = True
    """Whether the entry makes a statement, for which it must name its evidence."""
    defines: bool = False
    """Whether it defines a word, for which it may name none: the story has no part in it."""

    @property
    def keys(self) -> tuple[str, ...]:
        """Every key that an entry may have."""
        common = ("evidence", "computed") if self.evidence else ()
        return (*self.needed, *self.optional, *self.lists, *common)


_STATEMENT = Shape(("text",))
SECTIONS = {
    "essentials": Shape(("label", "text")),
    "chapters": Shape(
        ("id", "title", "page"), ("anchor",), {"statements": _STATEMENT}, evidence=False
    ),
    "events": Shape(("id", "date", "title", "text", "theme"), ("people",)),
    "after": Shape(("id", "date", "title", "text"), ("people", "theme")),
    "people": Shape(
        ("id", "name", "kind", "role", "text"),
        ("aliases",),
        {"dates": Shape(("date", "text"))},
    ),
    "amounts": Shape(("id", "value", "currency", "text", "kind", "label", "date")),
    "originals": Shape(
        ("quotation", "speaker", "text", "language", "date", "medium"), ("url", "note")
    ),
    "context": _STATEMENT,
    "renderings": Shape(("source",), ("altman", "musk", "note"), evidence=False),
    "not_the_reply": _STATEMENT,
    "structures": Shape(
        ("id", "title", "date"),
        ("note",),
        {
            "nodes": Shape(("id", "name"), ("person", "row"), evidence=False),
            "edges": Shape(("from", "to", "text"), ("aimed", "controls")),
        },
        evidence=False,
    ),
    "differences": Shape(("id", "title", "ours"), (), {"positions": _STATEMENT}, evidence=False),
    "not_said": _STATEMENT,
    "glossary": Shape(("id", "term", "text"), defines=True),
    "corrections": Shape(("date", "text", "was"), (), evidence=False),
    "set_aside": Shape(("article", "reason"), (), evidence=False),
}
