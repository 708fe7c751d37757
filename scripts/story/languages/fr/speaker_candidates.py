"""Who is the subject of a verb of speech, and whom `il`, `elle` or `ce dernier` stands for."""

from __future__ import annotations

import bisect
import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from story.languages.fr.roles import is_feminine
from story.languages.fr.speech_verbs import BETWEEN
from story.languages.fr.word_lists import (
    PREPOSITIONS,
    ROLE_NOUNS,
    SPEAKING_NOUNS,
    SUBJECT_DETERMINERS,
    THINGS,
    TITLES,
)
from story.reading.body import Body, plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from story.languages.found_types import FoundPerson

_LATTER = re.compile(
    r"\b(?P<word>ce dernier|cette dernière|celui-ci|celle-ci|l'intéressée?)\b", re.IGNORECASE
)
_CLITICS = r"(?: (?:y|en|lui|leur|se|ne|s'|l'|n'))*"
_PRONOUN_AT_END = re.compile(rf"(?:^|[\s,])(?P<word>ils|elles|il|elle){_CLITICS} *$", re.IGNORECASE)
_PRONOUN_AT_START = re.compile(r" *(?P<word>elles?|ils?|lui|eux)\b", re.IGNORECASE)
_RELATIVE_AT_END = re.compile(rf",? qui{_CLITICS} *$", re.IGNORECASE)
# Where the name of a speaker ends and the rest of the sentence goes on.
_PHRASE_END = re.compile(
    r" (?:dans|à|au|aux|sur|lors|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|auprès"
    r"|devant|en|hier|ce|cette|par|sous|avant|après|pour|face|qui|interrogée?s?|citée?s?|jointe?s?|mais)"
    r"(?: |$).*$|(?<!\bM)\.(?:\s.*)?$|[;:!?«»“”(\n].*$",
    re.IGNORECASE | re.DOTALL,
)
_DETERMINED = re.compile(r" *(?:le |la |l'|les |un |une |son |sa |leur |ce |cette )", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_TITLE_ONLY = re.compile(rf" *(?:(?:{'|'.join(map(re.escape, TITLES))}) )?")


@dataclass(frozen=True, slots=True)
class _Mention:
    start: int
    end: int
    person: FoundPerson

    @property
    def is_person(self) -> bool:
        return self.person.kind == "person"


class Speakers:
    """Looks up, in one article, who speaks where. Offsets are those of its body."""

    def __init__(self, body: Body, people: Sequence[FoundPerson]) -> None:
        self._text = body.folded
        self._written = body.text
        self._holders: dict[str, str] = {}
        for person in people:
            for noun in _WORD.findall(plain(person.role or "")):
                self._holders.setdefault(noun, person.name)
        mentions = [
            _Mention(passage.start, passage.end, person)
            for person in people
            for passage in person.mentions
        ]
        self._mentions = sorted(mentions, key=lambda mention: mention.start)
        self._persons = {
            feminine: [
                mention
                for mention in self._mentions
                if mention.is_person
                and (feminine is None or mention.person.feminine in (None, feminine))
            ]
            for feminine in (None, True, False)
        }

    def pronoun(self, word: str, before: int) -> str | None:
        """Whom a pronoun stands for: the person named last, of its gender where that is known."""
        folded = plain(word)
        if folded == "on":
            return None
        feminine: bool | None = None
        if folded not in ("eux", "ils"):
            feminine = folded.startswith(("elle", "cette", "celle")) or folded.endswith("ee")
        for mentions in (self._persons[feminine], self._persons[None], self._mentions):
            if count := bisect.bisect_right(mentions, before, key=lambda mention: mention.end):
                return mentions[count - 1].person.name
        return None

    def subject_before(self, start: int, verb: int) -> str | None:
        """The subject in the clause that begins at `start` and ends where the verb begins."""
        clause = self._text[start:verb]
        if pronoun := _PRONOUN_AT_END.search(clause):
            return self.pronoun(pronoun["word"], start + pronoun.start("word"))
        if relative := _RELATIVE_AT_END.search(clause):
            return self._antecedent(start, start + relative.start())
        stretches = _stretches(clause, start)
        # After an apposition the subject is at the head; otherwise it is close to the verb.
        if self._text[slice(*stretches[-1])].strip():
            stretches.reverse()
        for (left, right), following in zip(stretches, [*stretches[1:], (verb, verb)], strict=True):
            if speaker := self._subject_in(left, right):
                return self._name_at(*following) or speaker
        return None

    def subject_after(self, start: int, end: int) -> str | None:
        """The subject after an inverted verb or after `selon`."""
        if between := BETWEEN.match(self._text, start, end):
            start = between.end()
        text = self._text[start:end]
        for pattern in (_PRONOUN_AT_START, _LATTER):
            if pronoun := pattern.match(text.lstrip()):
                return self.pronoun(pronoun["word"], start)
        (left, right), *others = _stretches(text, start)
        # A circumstance may come first: « a répondu à l’AFP une porte-parole ».
        head = _PHRASE_END.sub("", self._text[left:right])
        if not head.strip():
            head = self._text[left:right]
        free = [
            mention
            for mention in self._within(left, left + len(head))
            if not self._text[left : mention.start].strip() or not self._is_governed(mention)
        ]
        for mention in free:
            if mention.is_person:
                return mention.person.name
        role = self._role_phrase(left, left + len(head))
        introduced = role or _DETERMINED.match(head)
        if introduced and others and (apposed := self._name_at(*others[0])):
            return apposed
        return role or next((mention.person.name for mention in free), None)

    def _within(self, start: int, end: int) -> list[_Mention]:
        first = bisect.bisect_left(self._mentions, start, key=lambda mention: mention.start)
        last = bisect.bisect_right(self._mentions, end, first, key=lambda mention: mention.end)
        return self._mentions[first:last]

    def _name_at(self, start: int, end: int) -> str | None:
        """The person with whose name, or title and name, a stretch begins."""
        for mention in self._within(start, end)[:1]:
            if mention.is_person and _TITLE_ONLY.fullmatch(self._text[start : mention.start]):
                return mention.person.name
        return None

    def _antecedent(self, start: int, end: int) -> str | None:
        """Whom a relative `qui` stands for: a person rather than an organisation."""
        named = self._within(start, end)
        persons = [mention for mention in named if mention.is_person]
        for latter in reversed(list(_LATTER.finditer(self._text, start, end))):
            if not persons or latter.start() > persons[-1].start:
                return self.pronoun(latter["word"], latter.start())
        nearest = (persons or named)[-1:]
        return nearest[0].person.name if nearest else None

    def _subject_in(self, start: int, end: int) -> str | None:
        """The subject in a stretch without commas: a person, a role, an organisation."""
        if latter := _LATTER.search(self._text, start, end):
            return self.pronoun(latter["word"], latter.start())
        free = [m for m in self._within(start, end) if not self._is_governed(m)]
        for mention in reversed(free):
            if mention.is_person:
                return mention.person.name
        role = self._role_phrase(start, end)
        named = next((mention for mention in reversed(free)), None)
        if named and (not role or self._is_apposed(start, named)):
            return named.person.name
        return role

    def _is_apposed(self, start: int, mention: _Mention) -> bool:
        """Whether a name says who a noun before it is: `son rival Atlas Ports`."""
        words = _WORD.findall(self._text, start, mention.start)
        return PREPOSITIONS.isdisjoint(map(plain, words))

    def _is_governed(self, mention: _Mention) -> bool:
        """Whether a preposition before a name makes it something else than the subject."""
        before = self._text[max(0, mention.start - 20) : mention.start]
        word = re.search(r"([^\W\d_]+)(?:'| )$", before)
        return word is not None and plain(word[1]) in PREPOSITIONS

    def _role_phrase(self, start: int, end: int) -> str | None:
        """Somebody named by a role alone: `le directeur général`, `un porte-parole du groupe`.

        A role that a person is said to have, or a bare one such as `l’élu`, is that person.
        """
        words = list(_WORD.finditer(self._text, start, end))
        for index, determiner in enumerate(words):
            if plain(determiner[0]) not in SUBJECT_DETERMINERS or (
                index and plain(words[index - 1][0]) in PREPOSITIONS
            ):
                continue
            following = [plain(word[0]) for word in words[index + 1 : index + 3]]
            noun = next((word for word in following if _speaks(word)), None)
            if noun is None or (noun != following[0] and following[0] in PREPOSITIONS):
                continue
            start = determiner.start()
            phrase = _PHRASE_END.sub("", self._text[start:end]).rstrip(" ,")
            return self._holder(noun, phrase, start) or self._written[start : start + len(phrase)]
        return None

    def _holder(self, noun: str, phrase: str, before: int) -> str | None:
        """The person whom a role noun means in this article."""
        if noun not in ROLE_NOUNS:
            return None
        if noun in self._holders:
            return self._holders[noun]
        bare = re.fullmatch(r"(?:le |la |l')[\w-]+", phrase, re.IGNORECASE)
        return self.pronoun("elle" if is_feminine(noun) else "il", before) if bare else None


# Nouns of people by their endings, and nouns of things with the same endings.
_ANIMATE = re.compile(r".{2,}(?:eur|euse|trice|iste|ier|iere|ien|ienne|ain|aine|ant|ante|ateur)s?")


def _speaks(noun: str) -> bool:
    """Whether a noun is somebody who can speak."""
    if noun in ROLE_NOUNS or noun in SPEAKING_NOUNS:
        return True
    return _ANIMATE.fullmatch(noun) is not None and noun.rstrip("s") not in THINGS


def _stretches(text: str, offset: int) -> list[tuple[int, int]]:
    """Offsets of what lies between the commas of a text."""
    commas = [-1, *(match.start() for match in re.finditer(",", text)), len(text)]
    return [(offset + left + 1, offset + right) for left, right in pairwise(commas)]
