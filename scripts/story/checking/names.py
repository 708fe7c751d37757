"""Names in statements: each that is known, of somebody or a publisher, stands in the evidence too.

It stands there in any of its forms: the name, another name, the surname of a person, where nobody
else has it; in the entry of a person, whole and as it is written. The evidence
of a source is read with its publisher and those whom its page is about; that of the
article with the sentence around it, and with the speaker of a quotation.
"""

import re
from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Mapping

from story.evidence import Computation, Evidence, Source, SourcePassage, quotations_in
from story.languages.found_types import FoundPerson
from story.model import Person, Statement
from story.reading.body import Passage, comparable, masked, overlapping, plain
from story.reading.draft_from_article import Draft

_WORD = re.compile(r"\w+")
# Words with capitals that no start of a sentence asks for.
_NAME = r"[A-ZÀ-ÖØ-ÞŒ]\w+"
_CAPITAL = re.compile(rf"(?:(?<=[\w,;)]\s)|(?<=[’'(-])){_NAME}(?:[\s-]{_NAME})*")
_KINDS = {"person": "personne", "organisation": "organisation"}
_ALIKE = 6  # letters that a name has in two languages: Californie, California
# What parts the publisher of a text from where it was read.
_AND_WHERE = re.compile(r", (?:sur|avec) | \(|\)")

Words = tuple[str, ...]


class KnownNames:
    """The people, organisations and publishers of a story, by each form of their names.

    `drafted` is what the article says of them.
    """

    def __init__(self, people: Iterable[Person], sources: Iterable[Source], drafted: Draft) -> None:
        self.drafted = drafted
        self._forms: dict[Words, set[Words]] = {}
        self._people = {person.id: person.name for person in people}
        for person in people:
            self._add(person.name, *person.aliases)
        # Whoever speaks in the article is known, also where no entry says who that is.
        speakers = {one.speaker for one in drafted.exchange}
        speaking = (one for one in drafted.people if one.name in speakers)
        unlisted = [one for one in speaking if _words(one.name) not in self._forms]
        self._add_surnames([*people, *unlisted])
        for source in sources:
            for part in _AND_WHERE.split(source.publisher):
                if part[:1].isupper() or part[:1].isdigit():  # else it says of what kind it is
                    self._add(part)
        self._spellings = {_plain(form): form for form in self._forms}
        self._longest: dict[str, int] = {}  # words of the longest form that begins with a word
        for first, *rest in self._spellings:
            self._longest[first] = max(self._longest.get(first, 0), len(rest) + 1)

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Where names stand in a text, and whose they are: one name for all forms of it."""
        places = [match.span() for match in _WORD.finditer(text)]
        words = tuple(text[start:end] for start, end in places)
        for start, end in self._runs(words, self._forms):
            whose = " ".join(min(self._forms[words[start:end]]))
            yield places[start][0], places[end - 1][1], whose

    def unsupported(self, statement: Statement) -> Iterator[str]:
        """The names that a statement has and its evidence has not."""
        names = {" ".join(name): forms for name, forms in self._named(_words(statement.text))}
        yield from _absent(names, self._texts(statement.evidence), plain)
        if isinstance(statement, Person):
            whole = {_words(statement.name)}
            forms = whole if statement.kind == "person" else self._forms[_words(statement.name)]
            own = {statement.name: forms}
            yield from _absent(own, self._texts(statement.evidence), str.casefold)

    def doubts(self, statement: Statement) -> Iterator[tuple[str, str]]:
        """Names of nobody known that the evidence has not, and kinds that the article has not."""
        read = [item for item in statement.evidence if not isinstance(item, Computation)]
        if statement.written_in or not read:
            return
        text = masked(statement.text, quotations_in(statement.text), ".")
        known = {word for name, _ in self._named(_words(text)) for word in name}
        held = {word[:_ALIKE] for word in _words(plain(" ".join(self._texts(statement.evidence))))}
        for name in dict.fromkeys(_CAPITAL.findall(text)):
            words = set(_words(name)) - known
            if any(plain(word)[:_ALIKE] not in held for word in words):
                yield name, "aucun appui n’a ce nom"
        if isinstance(statement, Person):
            kinds = [one.kind for one in self.drafted.people if one.name == statement.name]
            if kinds not in ([], [statement.kind]):
                yield statement.kind, f"l’article en fait une {_KINDS[kinds[0]]}"

    def misspelt(self, statement: Statement) -> Iterator[tuple[str, str]]:
        """The names that our own words write otherwise, in accents or capitals; how they are."""
        text = "" if statement.written_in else statement.text
        words = _words(masked(text, quotations_in(text)))
        for start, end in self._runs(_plain(words), self._spellings):
            written, form = words[start:end], self._spellings[_plain(words[start:end])]
            if written not in self._forms and _capitals(written) == _capitals(form):
                yield " ".join(written), " ".join(form)

    def without_part(self, statement: Statement) -> Iterator[str]:
        """Those who take part, and whom neither a statement and its title nor its evidence has."""
        ids = getattr(statement, "people", ())
        people = [self._people[id_] for id_ in ids if id_ in self._people]
        names = {name: self._forms[_words(name)] for name in people}
        texts = (statement.text, getattr(statement, "title", ""), *self._texts(statement.evidence))
        yield from _absent(names, texts, plain)

    def unnamed_speakers(self, statement: Statement) -> Iterator[tuple[str, str]]:
        """The quotations of the article that a statement gives, and their speakers if not named."""
        quoted = {said_in(statement.text[i:j]) for i, j in quotations_in(statement.text)}
        words = _words(f"{statement.text} {getattr(statement, 'label', '')}")
        named = {name for forms in dict(self._named(words)).values() for name in forms}
        for one in self.drafted.exchange:
            forms = self._forms.get(_words(one.speaker), set())
            if said_in(one.text) in quoted and forms and not forms & named:
                yield one.text, one.speaker

    def _add_surnames(self, people: Iterable[Person | FoundPerson]) -> None:
        """The surname stands for a person, where it is not another's too."""
        named = [(one.name, one.name.split()[-1]) for one in people if one.kind == "person"]
        shared = Counter(surname for _, surname in named)
        for name, surname in named:
            free = shared[surname] == 1 and _words(surname) not in self._forms
            self._add(name, *[surname][:free])

    def _add(self, *forms: str) -> None:
        """One more name; where a form of it is known, it is another form of the same."""
        every = {_words(form) for form in forms} - {()}
        for form in tuple(every):
            every |= self._forms.get(form, set())
        for form in every:
            self._forms[form] = every

    def _named(self, words: Words) -> Iterator[tuple[Words, set[Words]]]:
        for start, end in self._runs(words, self._forms):
            yield words[start:end], self._forms[words[start:end]]

    def _runs(self, words: Words, known: Container[Words]) -> Iterator[tuple[int, int]]:
        """Where the longest names stand among words."""
        start = 0
        while start < len(words):
            last = min(start + self._longest.get(plain(words[start]), 0), len(words))
            ends = range(last, start, -1)
            end = next((end for end in ends if words[start:end] in known), None)
            if end:
                yield start, end
            start = end or start + 1

    def _texts(self, evidence: Iterable[Evidence]) -> Iterator[str]:
        for item in evidence:
            if isinstance(item, SourcePassage):
                source = item.source
                yield from (item.exact, source.publisher, *source.about)
                yield from (other.publisher for other in item.see)
            elif isinstance(item, Passage):
                yield self.drafted.article.publisher
                yield from (one.exact for one in overlapping(self.drafted.sentences, item))
                for one in self.drafted.exchange:
                    if any(said.overlaps(item) for said in one.passages):
                        yield one.speaker


def _absent(
    names: Mapping[str, set[Words]], texts: Iterable[str], as_compared: Callable[[str], str]
) -> Iterator[str]:
    held = f" {' '.join(_words(as_compared(' . '.join(texts))))} " if names else ""
    for name, forms in names.items():
        if not any(f" {as_compared(' '.join(form))} " in held for form in forms):
            yield name


def said_in(quotation: str) -> str:
    """The words of a quotation, as they are compared."""
    return comparable(quotation).strip(" .")


def _words(text: str) -> Words:
    return tuple(_WORD.findall(text))


def _plain(words: Words) -> Words:
    return tuple(map(plain, words))


def _capitals(words: Words) -> list[bool]:
    return [word[0].isupper() for word in words]
