"""Reads `dossier.fr.yml` and `sources.yml`, or says everything that is wrong with them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import yaml
from babel.numbers import list_currencies

from story.article import decode
from story.computing import read_computation
from story.dates import EdtfDate, is_edtf
from story.dossier import KINDS, PAGES, SECTIONS, THEMES, Dossier, Entry, Shape
from story.evidence import Computation, Evidence, Source, SourcePassage, Statement
from story.faults import ArticleError
from story.languages import FIGURES
from story.records import RecordReader, suggestion, wrong_url
from story.text import Body, Passage, squeeze

if TYPE_CHECKING:
    from collections.abc import Collection

LONGEST_PASSAGE = 25
"""Words: a passage of another source is a short quotation."""

FIRST_YEAR, LAST_YEAR = 2015, 2025
"""The period of the story; what came after stands in a section of its own."""

_SOURCE_KEYS = ("publisher", "title", "url", "date", "language", "note", "passages")
_DATES = ("published", "updated")
_HEAD = (*_DATES, "title")
_BOOLEAN = ("true", "false")
_POSITIVE = r"(?=.*[1-9])[0-9]{1,18}(?:\.[0-9]{1,4})?"
# The words that a key may have, by the end of its section's name.
_CLOSED = {
    ("events", "theme"): THEMES,
    ("after", "theme"): THEMES,
    ("people", "kind"): ("person", "organisation"),
    ("amounts", "kind"): KINDS,
    ("chapters", "page"): PAGES,
    ("originals", "language"): FIGURES,
    ("edges", "aimed"): _BOOLEAN,
    ("edges", "controls"): _BOOLEAN,
}


def read_sources(data: bytes, path: str) -> dict[str, Source]:
    """The sources by their ids. Raises ArticleError with every fault of the file."""
    reader = RecordReader(path)
    root = reader.compose(decode(data, path))
    sources = {}
    for id_, (line, node) in (reader.mapping(root, None) if root else {}).items():
        keys = reader.mapping(node, _SOURCE_KEYS)
        values = {
            key: value.text
            for key, (at, text) in keys.items()
            if key != "passages" and (value := reader.text(key, at, text))
        }
        passages = [
            value.text
            for item in (reader.items("passages", *keys["passages"]) if "passages" in keys else ())
            if (value := reader.text("passages", reader.line(item), item))
        ]
        if "publisher" not in values:
            reader.fault(line, "la clé « publisher » manque", "une ligne « publisher: … »")
        date = _date(reader, values.get("date"), line)
        language = values.get("language", "fr")
        if language not in FIGURES:
            problem = f"« {language} » n’est pas une valeur de « language »"
            reader.fault(keys["language"][0], problem, _choices(language, FIGURES))
        url = values.get("url")
        if url and (wrong := wrong_url(url)):
            reader.fault(line, *wrong)
        sources[id_] = Source(
            id=id_,
            publisher=values.get("publisher", ""),
            title=values.get("title"),
            url=url,
            date=date,
            language=language,
            note=values.get("note"),
            line=line,
            passages=tuple(passages),
        )
    if reader.faults:
        raise ArticleError(reader.faults)
    return sources


def read_dossier(data: bytes, path: str, body: Body, sources: dict[str, Source]) -> Dossier:
    """The dossier, its passages found in the article. Raises ArticleError with every fault."""
    return _Reader(path, body, sources).read(decode(data, path))


def _date(reader: RecordReader, text: str | None, line: int) -> EdtfDate | None:
    if text is None:
        return None
    if is_edtf(text):
        return EdtfDate(text)
    reader.fault(line, f"la date « {text} » n’existe pas", "AAAA, AAAA-MM ou AAAA-MM-JJ (EDTF)")
    return None


class _Reader(RecordReader):
    """Reads one dossier; remembers the ids that it meets."""

    def __init__(self, path: str, body: Body, sources: dict[str, Source]) -> None:
        super().__init__(path)
        self._body = body
        self._sources = sources
        self._ids: dict[tuple[str, str], int] = {}
        self._people: list[tuple[str, int]] = []
        # A mark that is in no squeezed text parts the passages of a source: one search finds any.
        self._transcribed = {
            id_: "\n".join(map(squeeze, source.passages)) for id_, source in sources.items()
        }

    def read(self, source: str) -> Dossier:
        root = self.compose(source)
        keys = self.mapping(root, (*_HEAD, *SECTIONS), "le dossier") if root else {}
        head = {
            key: value for key in _HEAD if key in keys and (value := self.text(key, *keys[key]))
        }
        dates = {key: _date(self, head[key].text, head[key].line) for key in _DATES if key in head}
        sections = {
            name: tuple(self._entry(name, shape, item) for item in self._list(name, *keys[name]))
            for name, shape in SECTIONS.items()
            if name in keys
        }
        for entry in sections.get("structures", ()):
            self._check_structure(entry)
        known = {entry["id"] for entry in sections.get("people", ())}
        for id_, line in self._people:
            if id_ not in known:
                self.fault(line, f"« {id_} » n’est pas dans people", suggestion(id_, known))
        if self.faults:
            raise ArticleError(self.faults)
        used = {
            source.id: source
            for section in Dossier(sections=sections).statements()
            for item in section.evidence
            if isinstance(item, SourcePassage)
            for source in (item.source, *item.see)
        } | {entry["source"]: None for entry in sections.get("renderings", ())}
        return Dossier(
            published=dates.get("published"),
            updated=dates.get("updated"),
            title=head["title"].text if "title" in head else "",
            sections=sections,
            sources=tuple(source for id_, source in self._sources.items() if id_ in used),
            known_sources=tuple(self._sources.values()),
        )

    def _list(self, key: str, line: int, node: yaml.Node) -> list[yaml.Node]:
        return [node] if isinstance(node, yaml.MappingNode) else self.items(key, line, node)

    def _entry(self, where: str, shape: Shape, node: yaml.Node) -> Entry:
        line = self.line(node)
        keys = self.mapping(node, shape.keys)
        for key in shape.needed:
            if key not in keys:
                self.fault(line, f"la clé « {key} » manque", f"une ligne « {key}: … »")
        texts: dict[str, str] = {}
        lines: dict[str, int] = {}
        for key in (*shape.needed, *shape.optional):
            if key in keys and key not in ("people", "aliases"):
                at, value_node = keys[key]
                if value := self.text(key, at, value_node):
                    texts[key], lines[key] = value.text, at
        self._check_texts(where, texts, lines)
        date = _date(self, texts.get("date"), lines.get("date", line))
        statement = None
        if shape.evidence and keys:
            at = lines.get("text", line)
            before = len(self.faults)
            evidence = self._evidence(keys)
            found_none = not evidence and len(self.faults) == before
            if found_none and "text" in keys and not shape.defines:
                expected = "au moins une ligne sous « evidence »"
                self.fault(at, "cette affirmation n’a pas d’appui", expected)
            statement = Statement(
                text=texts.get("text", ""),
                evidence=evidence,
                line=at,
                language=texts.get("language", "fr"),
                date=date,
            )
        return Entry(
            line=line,
            texts=texts,
            statement=statement,
            date=date,
            people=self._words("people", keys),
            aliases=self._words("aliases", keys),
            lists={
                key: tuple(
                    self._entry(f"{where}.{texts.get('id')}.{key}", inner, item)
                    for item in self.items(key, *keys[key])
                )
                for key, inner in shape.lists.items()
                if key in keys
            },
        )

    def _words(self, key: str, keys: dict[str, tuple[int, yaml.Node]]) -> tuple[str, ...]:
        if key not in keys:
            return ()
        line, node = keys[key]
        words = [
            value.text
            for item in self.items(key, line, node)
            if (value := self.text(key, line, item))
        ]
        if key == "people":
            self._people += [(word, line) for word in words]
        return tuple(words)

    def _check_texts(self, where: str, texts: dict[str, str], lines: dict[str, int]) -> None:
        """Ids, closed sets of words, dates in their period, words of the article left out."""
        if "id" in texts:
            self._check_id(where, texts["id"], lines["id"])
        for (section, key), known in _CLOSED.items():
            if key in texts and where.endswith(section) and texts[key] not in known:
                problem = f"« {texts[key]} » n’est pas une valeur de « {key} »"
                self.fault(lines[key], problem, _choices(texts[key], known))
        if where == "amounts":
            self._check_amount(texts, lines)
        if where == "events" and is_edtf(texts.get("date", "")):
            year = EdtfDate(texts["date"]).first_day.year
            if not FIRST_YEAR <= year <= LAST_YEAR:
                problem = f"la date « {texts['date']} » est hors de la période"
                self.fault(lines["date"], problem, f"une date de {FIRST_YEAR} à {LAST_YEAR}")
        if "source" in texts and texts["source"] not in self._sources:
            self._unknown_source(texts["source"], lines["source"])
        if where == "set_aside" and "article" in texts:
            self._find(texts["article"], lines["article"])

    def _check_id(self, where: str, id_: str, line: int) -> None:
        first = self._ids.setdefault((where, id_), line)
        if first != line:
            problem = f"l’identifiant « {id_} » est en double"
            self.fault(line, problem, f"un autre (déjà ligne {first})")
        if not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", id_):
            problem = f"« {id_} » n’est pas un identifiant"
            self.fault(line, problem, "des minuscules sans accent, des chiffres, des tirets")

    def _check_amount(self, texts: dict[str, str], lines: dict[str, int]) -> None:
        value, currency = texts.get("value"), texts.get("currency")
        if value is not None and not re.fullmatch(_POSITIVE, value):
            problem = f"« {value} » n’est pas une somme"
            self.fault(lines["value"], problem, "un nombre positif, en chiffres : 97400000000")
        if currency is not None and currency not in list_currencies():
            problem = f"« {currency} » n’est pas une devise"
            self.fault(lines["currency"], problem, "un code ISO 4217 : USD, EUR, GBP…")

    def _check_structure(self, entry: Entry) -> None:
        """A structure has nodes, and its edges join them."""
        nodes = [node["id"] for node in entry.lists.get("nodes", ())]
        if not nodes:
            expected = "au moins une ligne « - {id: …, name: …} » sous « nodes »"
            self.fault(entry.line, "cette structure n’a pas de nœud", expected)
        for edge in entry.lists.get("edges", ()):
            for key in ("from", "to"):
                if nodes and edge[key] and edge[key] not in nodes:
                    problem = f"« {edge[key]} » n’est pas un nœud de cette structure"
                    self.fault(edge.line, problem, _choices(edge[key], nodes))

    def _unknown_source(self, id_: str, line: int) -> None:
        problem = f"la source « {id_} » n’est pas dans sources.yml"
        self.fault(line, problem, _choices(id_, self._sources))

    def _evidence(self, keys: dict[str, tuple[int, yaml.Node]]) -> tuple[Evidence, ...]:
        found: list[Evidence] = []
        if "evidence" in keys:
            for item in self.items("evidence", *keys["evidence"]):
                found += self._one_evidence(item)
        if "computed" in keys:
            for item in self.items("computed", *keys["computed"]):
                if value := self.text("computed", self.line(item), item):
                    found += self._computation(value.text, value.line)
        return tuple(found)

    def _computation(self, text: str, line: int) -> list[Computation]:
        computation = read_computation(text)
        if isinstance(computation, str):
            self.fault(line, f"le calcul « {text} » est faux", computation)
            return []
        return [computation]

    def _one_evidence(self, node: yaml.Node) -> list[Evidence]:
        keys = self.mapping(node, ("article", "source", "passage", "see"), "cet appui")
        texts = {
            key: value
            for key in ("article", "source", "passage")
            if key in keys and (value := self.text(key, *keys[key]))
        }
        if "article" in texts:
            passage = self._find(texts["article"].text, texts["article"].line)
            return [passage] if passage else []
        if "source" not in texts or "passage" not in texts:
            expected = "« article: … », ou « source: … » et « passage: … »"
            self.fault(self.line(node), "cet appui est incomplet", expected)
            return []
        id_, line = texts["source"].text, texts["source"].line
        words = len(texts["passage"].text.split())
        if words > LONGEST_PASSAGE:
            expected = f"{LONGEST_PASSAGE} au plus"
            self.fault(texts["passage"].line, f"ce passage a {words} mots", expected)
        see = self._see(keys)
        if id_ not in self._sources:
            self._unknown_source(id_, line)
            return []
        source, exact = self._sources[id_], texts["passage"].text
        if squeeze(exact) not in self._transcribed[id_]:
            problem = f"le passage « {exact} » n’est pas parmi ceux de la source « {id_} »"
            self.fault(texts["passage"].line, problem, "les mots exacts de sources.yml")
        return [SourcePassage(source, exact, see)]

    def _see(self, keys: dict[str, tuple[int, yaml.Node]]) -> tuple[Source, ...]:
        ids = [(word, keys["see"][0]) for word in self._words("see", keys)]
        for id_, line in ids:
            if id_ not in self._sources:
                self._unknown_source(id_, line)
        return tuple(self._sources[id_] for id_, _ in ids if id_ in self._sources)

    def _find(self, text: str, line: int) -> Passage | None:
        """The passage of the article that these words are, its apostrophes and spaces aside."""
        words = squeeze(text)
        count = self._body.folded.count(words) if words else 0
        if count == 1:
            start = self._body.folded.index(words)
            return self._body.passage(start, start + len(words))
        expected = "les mots exacts de l’article" if not count else "un passage plus long"
        times = "n’est pas dans l’article" if not count else f"y est {count} fois"
        self.fault(line, f"le passage « {text} » {times}", expected)
        return None


def _choices(word: str, known: Collection[str]) -> str:
    return suggestion(word, known).replace("les clés possibles sont", "parmi")
