"""Reads `dossier.fr.yml` and `sources.yml` into the model, or says everything that is wrong.

What each key may hold is in the types of the model. Here stands what the types cannot say: how
evidence is found in its text, and what several keys have to agree on.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

import yaml

from story.checking.computations import read_computation
from story.evidence import ArticleWords, Computation, Evidence, Source, SourcePassage, SourceWords
from story.faults import Fault
from story.languages import FIGURES
from story.model import (
    AmountGroup,
    Caption,
    Chapter,
    Cited,
    Dossier,
    Drawing,
    Edge,
    Fact,
    Node,
    Person,
    Rendering,
    SetAside,
    Statement,
    Structure,
    Term,
    Trial,
)
from story.reading.body import LONGEST_PASSAGE, Body, Passage, fold, plain, squeeze
from story.reading.draft_from_article import Draft
from story.typed_yaml.entry_reader import EntryReader, Found
from story.typed_yaml.field_types import HEADING, bare, keys_of

MOST_THEMES = 8
"""More would be no choice for a reader, and the stylesheet knows as many."""

_UNMARKED = "les mêmes mots, sans ces guillemets"
_MOST_SOUGHT = 30  # passages: nobody mistypes as many at once

_PROOF = ("evidence", "computed")
_DRAWN = ("paths", "days", "structures", "amounts")
# Whose evidence our own words rest on.
_UNDER_IT = "les appuis des phrases sous lui"
_OVER = {Dossier: "les appuis du premier écran, « essentials »", SetAside: "le passage"}
_PASSAGE_KEYS = tuple(key.name for one in (ArticleWords, SourceWords) for key in keys_of(one))


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierFile:
    """What a dossier holds, also where some of it is faulty.

    `dossier` is None where there is a fault. `sections` are the lists that it has; `statements` and
    `captions` all that could be read, each to be held against its evidence; `aside` the passages
    that are set aside; `mistyped` where those may be that the article has not as they are written.
    """

    dossier: Dossier | None = None
    sections: frozenset[str] = frozenset()
    statements: tuple[Statement, ...] = ()
    captions: tuple[Caption, ...] = ()
    unproved: frozenset[int] = frozenset()
    """Lines of statements whose evidence is faulty: what it lacks cannot be told."""
    whole: bool = True
    """Whether all of the file could be read."""
    names_sources: bool = False
    aside: tuple[Passage, ...] = ()
    mistyped: tuple[Passage, ...] = ()
    unfinished: tuple[Fault, ...] = ()
    faults: tuple[Fault, ...] = ()


class SourcesFile(NamedTuple):
    """The sources that can be read, by their ids, every fault of the file, and what else it names.

    `broken` are the ids of those that have a fault; None where nobody can tell which there are.
    """

    sources: dict[str, Source]
    faults: tuple[Fault, ...] = ()
    broken: frozenset[str] | None = frozenset()
    unfinished: tuple[Fault, ...] = ()


def read_sources(data: bytes, path: str) -> SourcesFile:
    """The sources of a file."""
    reader = EntryReader(path)
    root = reader.read(data)
    found = (reader.mapping(root, None) if root else None) or {}
    sources = {}
    names = Counter(str(key.value) for key, _ in root.value) if found and root else Counter[str]()
    for id_, (line, node) in found.items():
        # Of two with one name nobody can tell which is meant, nor which other name was.
        if names[id_] == 1 and (
            source := reader.entry(Source, node, more={"id": id_, "line": line})
        ):
            sources[id_] = source
            read = plain(fold(" ".join(source.passages)))
            words = {code: len(one.common.findall(read)) for code, one in FIGURES.items()}
            other = max(words, key=lambda code: words[code])
            if words[other] > 1 and not words[source.language]:
                problem = f"les passages de « {id_} » se lisent en « {other} »"
                reader.fault(line, problem, f"« language: {other} », où leurs nombres se lisent")
    told_apart = found and set(names.values()) == {1}
    broken = frozenset(found.keys() - sources.keys()) if told_apart else None
    return SourcesFile(sources, tuple(reader.faults), broken, tuple(reader.unfinished))


def read_dossier(
    data: bytes, path: str, body: Body | None, listed: SourcesFile, drafted: Draft | None = None
) -> DossierFile:
    """The dossier, its passages found in the article, and every fault of the file.

    `body` is None where the article cannot be read: then no passage is looked for. `drafted` has
    the people that the article gives where the dossier names none. Broken sources have faults of
    their own: nothing is said of what rests on them.
    """
    day = drafted.article.day.isoformat() if drafted else ""
    reader = _DossierReader(path, body, listed.sources, day)
    root = reader.read(data)
    dossier = reader.entry(Dossier, root, what="le dossier") if root else None
    if not root and not reader.faults:
        reader.unread(1, "le fichier est vide", "ce que « --draft » écrit, ou pas de fichier")
    names_sources = any(section == "sources" for section, *_ in reader.named)
    known = {"sources": (*listed.sources, *(listed.broken or ()))}
    if listed.broken is None:
        reader.named = [one for one in reader.named if one[0] != "sources"]
    if drafted and "people" not in reader.ids and reader.whole:
        known["people"] = tuple(person.id for person in drafted.dossier.people)
    reader.resolve(known)
    return DossierFile(
        dossier=None if reader.faults else dossier,
        sections=frozenset(reader.sections),
        statements=tuple(reader.statements),
        captions=tuple(reader.captions),
        unproved=frozenset(reader.unproved),
        whole=reader.whole,
        names_sources=names_sources,
        aside=tuple(reader.aside),
        mistyped=tuple(reader.mistyped),
        unfinished=tuple(reader.unfinished),
        faults=tuple(reader.faults),
    )


class _DossierReader(EntryReader):
    """Reads the entries of a dossier, and all that has to be held against evidence."""

    def __init__(
        self, path: str, body: Body | None, sources: Mapping[str, Source], day: str
    ) -> None:
        super().__init__(path)
        self.statements: list[Statement] = []
        self.captions: list[Caption] = []
        self.unproved: set[int] = set()
        self.aside: list[Passage] = []
        self.mistyped: list[Passage] = []
        self.sections: list[str] = []
        self._sought = 0
        self._starts: list[int] = []
        self._cited: dict[str, Evidence] = {}
        self._people: dict[str | None, tuple[str, ...]] = {}  # by the nodes that they are
        self._body = body
        self._day = day
        self._sources = sources
        # A mark that is in no squeezed text parts the passages of a source: one search finds any.
        self._transcribed = {
            id_: "\n".join(map(squeeze, source.passages)) for id_, source in sources.items()
        }

    def begin(self) -> None:
        """Remembers which statements will be in an entry."""
        self._starts.append(len(self.statements))

    def key_names(self, entry: type) -> tuple[str, ...]:
        """The keys that an entry of this class may have; a statement has proof."""
        proof: tuple[str, ...] = _PROOF if issubclass(entry, Statement) else ()
        if entry is Cited:
            proof = _PASSAGE_KEYS
        return (*super().key_names(entry), *proof)

    def complete(self, entry: type, values: dict[str, Any], found: Found) -> None:
        """Adds the evidence; notes what several keys have to agree on."""
        if issubclass(entry, Statement):
            values["line"] = found["text"][0] if "text" in found else values["line"]
            needed = entry is not Term and "text" in values
            evidence = self._evidence(found, needed=needed)
            values["evidence"] = tuple(filter(None, evidence))
            if None in evidence or (needed and not evidence):
                self.unproved.add(values["line"])
        if entry is Cited and (one := self._passage(found, values["line"])):
            values["evidence"] = self._cited[values.get("id", "")] = one
        if entry is AmountGroup:
            for kind in values.get("kinds", ()):
                self.ids.setdefault("kinds", {})[kind] = found["kinds"][0]
        elif entry is SetAside and "article" in values:
            line, number = found["article"][0], values.get("occurrence")
            values["passage"] = self._find(values["article"], number, line)
            self.aside += [values["passage"]] if values["passage"] else []
        elif entry is Dossier:
            self._check_dossier(values, found)
        else:
            self._check_keys(entry, values, found)

    def _check_keys(self, entry: type, values: dict[str, Any], found: Found) -> None:
        if entry is Chapter and "anchor" in values and "page" not in values:
            self.fault(found["anchor"][0], "« anchor » sans « page »", "la page où il se trouve")
        elif entry is Edge:
            ends = (values.get("start"), values.get("end"))
            values["people"] = tuple(one for end in ends for one in self._people.get(end, ()))
            if ends[0] and ends[0] == ends[1]:
                problem = f"« {ends[0]} » est aux deux bouts de ce lien"
                self.fault(found["to"][0], problem, "deux éléments de « nodes »")
        elif entry is Trial and values.get("missed", 0) > values.get("tried", 10**6):
            problem = f"{values['missed']} essais manqués sur {values['tried']}"
            self.fault(found["missed"][0], problem, f"{values['tried']} au plus")
        elif entry is Drawing and not any(values.get(key, key in found) for key in _DRAWN):
            expected = "paths, days, structures ou amounts"
            self.fault(values["line"], "ce dessin ne montre rien", expected)

    def made(self, entry: type, made: object, values: dict[str, Any], found: Found) -> None:
        """Keeps a statement, and our own words over statements with the evidence around them."""
        start = self._starts.pop()
        if issubclass(entry, Statement):
            self.statements.append(made if isinstance(made, Statement) else _spare(entry, values))
        if isinstance(made, Node):
            self._people[made.id] = (made.person,) if made.person else ()
        unread = entry is Dossier and not self.whole
        unread |= entry is Rendering and values.get("source") not in self._sources
        if unread or any(one.line in self.unproved for one in self.statements[start:]):
            return  # its own words rest on them
        headings = [key for key in keys_of(entry) if key.holds is HEADING and values.get(key.field)]
        evidence = self._around(entry, values, start) if headings or entry is Rendering else ()
        self.captions += [
            Caption(
                text=values[key.field],
                checked=values.get("checked"),
                evidence=evidence,
                line=found[key.name][0],
                answered=issubclass(entry, Statement),
                over=_OVER.get(entry, "" if issubclass(entry, Statement) else _UNDER_IT),
                date=values.get("date") if (entry, key.name) == (Structure, "title") else None,
            )
            for key in headings
        ]
        # Who is drawn is in the evidence of the links. A name alone is one, with its capital too.
        self.captions += [
            Caption(
                text=node.name if " " in node.name else f"chez {node.name}",
                evidence=self._around(entry, values, start),
                line=node.line,
            )
            for node in values.get("nodes", ())
        ]
        # What a source makes somebody say is in what was read there, but for what is left out.
        self.captions += [
            Caption(text=f"« {part} »", evidence=evidence, line=words.line)
            for words in (values.get("words", ()) if evidence else ())
            for part in filter(None, (one.strip(" .") for one in words.text.split("…")))
        ]

    def _around(self, entry: type, values: dict[str, Any], start: int) -> tuple[Evidence, ...]:
        """The evidence of an entry and of those in it, or what the entry itself quotes."""
        if entry is SetAside:
            return (values["passage"],) if values.get("passage") else ()
        if entry is Rendering:
            source = self._sources.get(values.get("source", ""))
            return tuple(SourcePassage(source, one) for one in source.passages) if source else ()
        within = self.statements[start:]
        if entry is Dossier:  # what names the whole site has to stand on its first screen
            within = [one for one in within if isinstance(one, Fact)]
        return tuple(item for one in within for item in one.evidence)

    def _check_dossier(self, values: dict[str, Any], found: Found) -> None:
        self.sections += [
            name
            for name, (_, node) in found.items()
            if isinstance(node, yaml.SequenceNode) and node.value
        ]
        used = {id_ for section, id_, _ in self.named if section == "passages"}
        unused = [one for one in values.get("passages", ()) if one.id not in used]
        if used <= self._cited.keys() and self.whole:
            for one in unused:
                problem = f"« {one.id} » n’appuie aucune phrase"
                self.fault(one.line, problem, "un emploi sous « evidence », ou rien")
        else:  # one of them may be meant by the name that is not known
            self.mistyped += [one.evidence for one in unused if isinstance(one.evidence, Passage)]
        self._check_names(values.get("people", ()))
        self._check_days(values, found)
        self._check_aside(Dossier(**values))
        if len(values.get("themes", ())) > MOST_THEMES:
            line = found["themes"][0]
            self.fault(line, f"plus de {MOST_THEMES} thèmes", f"{MOST_THEMES} au plus")
        self._check_drawings(values)
        if period := values.get("period"):
            first, last = (int(year) for year in period.edtf.split("/"))
            for event in values.get("events", ()):
                if not first <= event.date.first_day.year <= last:
                    problem = f"la date « {event.date.edtf} » est hors de la période"
                    expected = f"une date de {first} à {last}, ou la section after"
                    self.fault(event.line, problem, expected)

    def _check_names(self, people: Iterable[Person]) -> None:
        """A name stands for one of them: it would support what is said of either."""
        owners: dict[str, str] = {}
        for person in people:
            for name in (person.name, *person.aliases):
                owner = owners.setdefault(squeeze(name).casefold(), person.id)
                if owner != person.id:
                    problem = f"le nom « {name} » est déjà celui de « {owner} »"
                    self.fault(person.line, problem, "à chacun les siens (name, aliases)")

    def _check_days(self, values: dict[str, Any], found: Found) -> None:
        published, updated = values.get("published"), values.get("updated")
        if published and published.edtf < self._day:
            problem = f"« {published.edtf} » est avant l’article"
            self.fault(found["published"][0], problem, f"« {self._day} » ou après")
        if ("published" in found) != ("updated" in found):
            line = found["published" if "published" in found else "updated"][0]
            self.fault(line, "« published » et « updated » vont ensemble", "les deux jours")
        elif published and updated and updated.edtf < published.edtf:
            problem = f"« {updated.edtf} » est avant la publication"
            self.fault(found["updated"][0], problem, f"« {published.edtf} » ou après")
        for one in values.get("corrections", ()):
            if not {"published", "updated"} & found.keys():
                problem = "une correction, et pas de « published » ni de « updated »"
                self.fault(one.line, problem, "les deux jours")
            elif published and updated and not published.edtf <= one.date.edtf <= updated.edtf:
                expected = f"un jour de « {published.edtf} » à « {updated.edtf} » (updated)"
                self.fault(one.line, f"la correction est du « {one.date.edtf} »", expected)

    def _check_aside(self, dossier: Dossier) -> None:
        """What is set aside is told where sources differ, or as unsaid; nothing rests on it."""
        used = dossier.statements(but=("differences", "not_said"))
        for aside in dossier.set_aside:
            for one in used:
                if any(passage.overlaps(aside.passage) for passage in one.passages):
                    problem = f"« {aside.article} » appuie une affirmation (ligne {one.line})"
                    self.fault(aside.line, problem, "un emploi, ou set_aside")

    def _check_drawings(self, values: dict[str, Any]) -> None:
        """What is drawn has to be so: a day is a day, and who has a path through it was there."""
        told = (*values.get("events", ()), *values.get("after", ()))
        events = {event.id: event for event in told}
        for chapter in (*values.get("chapters", ()), *values.get("asides", ())):
            drawing = chapter.drawing or Drawing()
            for event in (events[id_] for id_ in drawing.days if id_ in events):
                if event.date.edtf != f"{event.date.first_day}":
                    problem = f"« {event.id} » est de « {event.date.edtf} », et « days » de jours"
                    self.fault(drawing.line, problem, "des événements datés au jour près")
            for path in drawing.paths:
                for event in (events[id_] for id_ in path.events if id_ in events):
                    known = {*event.people, path.person} <= self.ids.get("people", {}).keys()
                    if known and path.person not in event.people:
                        problem = f"« {path.person} » n’est pas de « {event.id} »"
                        self.fault(path.line, problem, "un événement où « people » l’a")

    def _evidence(self, found: Found, *, needed: bool) -> list[Evidence | None]:
        """All that a statement rests on; None for what is faulty."""
        before = len(self.faults)
        evidence: list[Evidence | None] = []
        for key in _PROOF:
            read = self._computation if key == "computed" else self._proof
            if key in found:
                items = self.items(key, *found[key])
                evidence += [None] if items is None else [read(item) for item in items]
        if needed and not evidence and len(self.faults) == before:
            expected = "au moins une ligne sous « evidence »"
            self.fault(found["text"][0], "cette affirmation n’a pas d’appui", expected)
        return evidence

    def _computation(self, node: yaml.Node) -> Computation | None:
        line = self.line(node)
        text = self.text("computed", line, node)
        if text is None:
            return None
        computation = read_computation(text)
        if not isinstance(computation, Computation):
            self.fault(line, f"le calcul « {text} » {computation[0]}", computation[1])
            return None
        return computation

    def _proof(self, node: yaml.Node) -> Evidence | None:
        """A passage of the article, or of a source; or the name of one."""
        if isinstance(node, yaml.ScalarNode):
            self.named.append(("passages", node.value, self.line(node)))
            return self._cited.get(node.value)
        found = self.mapping(node, _PASSAGE_KEYS, "cet appui")
        return self._passage(found, self.line(node)) if found else None

    def _passage(self, found: Found, line: int) -> Passage | SourcePassage | None:
        of_article = "article" in found
        shape: type[ArticleWords | SourceWords] = ArticleWords if of_article else SourceWords
        given, keys = found.keys() & _PASSAGE_KEYS, keys_of(shape)
        before = len(self.named)
        values = self.values(shape, found)
        if not {key.name for key in keys if key.needed} <= given <= {key.name for key in keys}:
            mixed = of_article and given & {"source", "passage", "see"}
            problem = "mêle l’article et une source" if mixed else "est incomplet"
            expected = "« article: … », ou « source: … » et « passage: … »"
            expected += "\u202f; deux appuis pour les deux" if mixed else ""
            self.fault(line, f"cet appui {problem}", expected)
            del self.named[before:]  # one fault of it is enough
            self._seek(values.get("article", ""))
            return None
        if not given <= values.keys():  # a fault is said
            return None
        name = "article" if of_article else "passage"
        exact, line = values[name], found[name][0]
        if (words := len(exact.split())) > LONGEST_PASSAGE:
            self.fault(line, f"ce passage a {words} mots", f"{LONGEST_PASSAGE} au plus")
        if of_article:
            return self._find(exact, values.get("occurrence"), line)
        return self._of_source(exact, values["source"], values.get("see", ()), line)

    def _of_source(
        self, exact: str, id_: str, see: Iterable[str], line: int
    ) -> SourcePassage | None:
        if id_ not in self._sources:
            return None
        if squeeze(exact) not in self._transcribed[id_]:
            problem = f"le passage « {exact} » n’est pas parmi ceux de la source « {id_} »"
            marked = squeeze(bare(exact)) in self._transcribed[id_]
            self.fault(line, problem, _UNMARKED if marked else "les mots exacts de sources.yml")
            return None
        others = tuple(self._sources[one] for one in see if one in self._sources)
        return SourcePassage(self._sources[id_], exact, others)

    def _find(self, text: str, number: int | None, line: int) -> Passage | None:
        """The passage of the article that these words are; which one, where they stand often."""
        if self._body is None:  # its own faults are said already
            return Passage(0, 0, text)
        found = self._body.places(text)
        if number is None and len(found) == 1:
            return found[0]
        if number and number <= len(found):
            return found[number - 1]
        if self._body.unbalanced and _letters(text) in _letters(self._body.text):
            return Passage(0, 0, text)  # the mark that it has, or has not, is told already
        self._seek(text)
        times, expected = "n’est pas dans l’article", "les mots exacts de l’article"
        if found:
            times = f"y est {len(found)} fois"
            expected = "un passage plus long, ou son rang (occurrence)"
            if number:
                expected = f"occurrence, de 1 à {len(found)}, ou rien"
        elif self._body.places(bare(text)):
            expected = _UNMARKED
        self.fault(line, f"le passage « {text} » {times}", expected)
        return None

    def _seek(self, text: str) -> None:
        """Notes where words of the article may be that are not written as they are there."""
        if self._body and self._sought < _MOST_SOUGHT:
            self._sought += 1
            self.mistyped += self._body.near(text)


def _letters(text: str) -> str:
    return re.sub(r"\W", "", fold(text))


def _spare(entry: type, values: dict[str, Any]) -> Statement:
    """What a faulty entry states: it is held against its evidence all the same."""
    text, evidence, line = values.get("text", ""), values["evidence"], values["line"]
    checked = values.get("checked")
    if entry is Fact:
        label = values.get("label", "")
        return Fact(text=text, checked=checked, evidence=evidence, line=line, label=label)
    return Statement(text=text, checked=checked, evidence=evidence, line=line)
