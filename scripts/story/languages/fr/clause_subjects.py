"""Who may speak in an article, and who is the subject of a verb: what its clause gives."""

import re
from collections.abc import Sequence
from dataclasses import replace

from story.languages.found_types import FoundPerson
from story.languages.fr.noun_phrases import (
    Candidate,
    NounPhrases,
    pronoun_candidate,
    starting_within,
)
from story.languages.fr.speech_verbs import SpeechVerb, speech_verbs
from story.languages.fr.word_lists import TITLE, WRITINGS
from story.reading.body import Body

Members = tuple[Candidate, ...]
"""A subject: one candidate, or several that `et` links."""

_CLAUSE_END = re.compile(r"[,;:()–—]")
SUBORDINATE = re.compile(
    r" *(?:(?:à|de|avec|pour|sur|selon|chez|dans|par|en) )?"
    r"(?:qui|que|qu'|dont|où|(?:l[ae]|les|au)quel(?:le)?s?|alors que|tandis que|lorsqu|quand|si "
    r"|comme|après|avant|en |dans|pour|afin|malgré|selon|d'après|sans)\b",
    re.IGNORECASE,
)
_CUT = re.compile(
    r"\b(?:que|si|mais|car|quand|lorsque|puis|dont|où|(?:les?|la)?quel(?:le)?s?)\b|\b(?:qu|lorsqu)'",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r",? qui(?: (?:y|en|lui|leur|se|ne|s'|l'|n'))* *$", re.IGNORECASE)
VERB = re.compile(r" (?:a|ont|avait|est|sont|était|va|veut) ")
# « Chez X, on indique », « Au cabinet du ministre, l’on s’étonne »
_ANYBODY = re.compile(r"\b(?:l')?on (?:ne |n'|y |en |se |s')*$", re.IGNORECASE)
_AMONG = re.compile(
    r" *(?:(?:mais|et|or),? )?(?:à (?=l[a']|[A-Z])|(?=aux? )|chez |(?:du )?côté (?:de )?)",
    re.IGNORECASE,
)
_WHERE = re.compile(r",? où (?:l')?on (?:ne |n'|y |en |se |s')*$")
_ASIDE = re.compile(r"[^,;:]*(?=, et )")
_COMMA = re.compile(r"[^,]*, ")
_DISJUNCTIVE = re.compile(r"(?:lui|elles?|eux)\b(?!-)", re.IGNORECASE)
_TITLE = re.compile(rf"{TITLE} ")
# The longest apposition that may stand between two names that `et` links.
_APPOSITION = 90
_NEAR = 30
# So many share a subject, and so many are looked at for one.
_MOST = 8
_MANY = 40


class Subjects:
    """Finds subjects in the text of one article. Offsets are those of its body."""

    def __init__(self, body: Body, people: Sequence[FoundPerson]) -> None:
        self._text = body.folded
        verbs = speech_verbs(self._text)
        self.everybody = NounPhrases(self._text, body.text, verbs).find(people)
        ends = {one.end for one in self.everybody if one.speaks}
        self._verbs = [  # « Paul l’accuse »: what follows a subject is no noun
            replace(verb, doubtful=verb.doubtful and verb.start - 1 not in ends) for verb in verbs
        ]

    def candidates(self, start: int, end: int) -> Sequence[Candidate]:
        """Those who may be a subject and begin between two offsets, in order."""
        return starting_within(self.everybody, start, end)

    def verbs(self, start: int, end: int) -> Sequence[SpeechVerb]:
        """The verbs of speech that begin between two offsets, in order."""
        return starting_within(self._verbs, start, end)

    def pieces(self, start: int, stop: int) -> list[tuple[int, int]]:
        """The stretches between the commas of a clause."""
        breaks = [match.start() for match in _CLAUSE_END.finditer(self._text, start, stop)]
        return list(zip([start, *(place + 1 for place in breaks)], [*breaks, stop], strict=True))

    def main_pieces(self, start: int, stop: int) -> list[tuple[int, int]]:
        """Those that do not depend on another."""
        pieces = self.pieces(start, stop)
        return [piece for piece in pieces if not SUBORDINATE.match(self._text, piece[0])]

    def chain(self, free: Sequence[Candidate]) -> Members:
        """The first candidate, with those that `et` links to it: `Anne et Paul`."""
        first, *others = free
        apposed = bool(others) and first.kind == "someone" and others[0].kind == "person"
        if apposed and self._is_apposed(first, others[0]):
            first, *others = others
        members, listed = [first], [first]  # « Anne, Paul et Luc »
        for one in others[:_MOST]:
            between = self._text[listed[-1].end : one.start]
            if not one.joined and between == ", " and one.kind == listed[-1].kind == "person":
                listed.append(one)
                continue
            if not one.joined or VERB.search(between):
                break
            listed.append(one)
            members = list(listed)
        return tuple(members)

    def within(self, start: int, stop: int, end: int) -> Members:
        """The subject in a stretch without commas, after its last `que`; others up to `end`."""
        free = [one for one in self.candidates(start, end) if not one.governed]
        if not free or free[0].start >= stop:
            return ()
        cut = max((match.end() for match in _CUT.finditer(self._text, start, stop)), default=start)
        free = ([one for one in free if one.start >= cut] or free)[:_MANY]
        members = self.chain(free)
        for index, one in enumerate(free):
            # « X a vu Y et Z affirme »: a new subject after a verb.
            someone = one.speaks or not self._text.startswith("en ", end)
            if one.joined and someone and VERB.search(self._text, free[0].end, one.start):
                members = self.chain(free[index:])
        return members

    def before(self, start: int, stop: int) -> Members:
        """The subject of a verb that begins at `stop`, in a clause that begins at `start`."""
        if relative := _RELATIVE.search(self._text, start, stop):
            members = self.antecedent(start, relative.start())
            name = members and members[0].kind == "person"
            whose = relative[0][0] != "," and members and members[0].governed and not name
            return () if whose else members
        if _ANYBODY.search(self._text, max(start, stop - _NEAR), stop):
            if where := _WHERE.search(self._text, start, stop):  # « à la mairie, où l’on… »
                return tuple(self.candidates(start, where.start())[-1:])
            place = _AMONG.match(self._text, start, stop)
            return self.phrase_at(place.end()) if place else ()
        nearest = self.pieces(start, stop)[-1]
        if members := self.within(*nearest, stop):
            beside = self._beside(*nearest)
            return members if members[0].speaks or not beside else (beside,)
        if beside := self._beside(start, stop):
            return (beside,)
        others = self.main_pieces(start, stop)
        # « à la question de savoir si un maire peut, Paul a dit »: a subject of another verb
        heads = [(left, self._cut(left, right)) for left, right in others]
        found = [one for piece in (*heads, *others) if (one := self.within(*piece, stop))]
        return next(iter(found), ())

    def _cut(self, start: int, stop: int) -> int:
        """Where a clause inside a stretch begins."""
        cut = _CUT.search(self._text, start, stop)
        return cut.start() if cut else stop

    def _beside(self, start: int, stop: int) -> Candidate | None:
        """Somebody who is named right before a verb: `son associé libéral X a dit`."""
        for one in self.candidates(max(start, stop - _APPOSITION), stop)[::-1]:
            beside = self._text[one.end : stop] in (" ", ", ") and not one.governed
            if beside and one.kind == "person" and not one.joined:
                return one
        return None

    def after(self, start: int, end: int) -> Members:
        """The subject after an inverted verb, circumstances aside: `a dit lundi à la presse X`."""
        aside = _ASIDE.match(self._text, start, end)  # « ajoutait X, et les révélations… »
        within = self.candidates(start, aside.end() if aside else end)
        free = [one for one in within if not one.governed]
        return self.chain(free) if free else ()

    def inverted(self, pronoun: str | None, start: int, end: int) -> Members:
        """The subject of an inverted verb that ends at `start`: its pronoun, or what follows."""
        if pronoun is None:
            return self.after(start, end)
        return () if pronoun.lower() == "on" else (pronoun_candidate(pronoun, start),)

    def phrase_at(self, start: int) -> Members:
        """The candidates that begin here, whatever governs them."""
        if pronoun := _DISJUNCTIVE.match(self._text, start):
            return (pronoun_candidate(pronoun[0], pronoun.end()),)
        title = _TITLE.match(self._text, start)
        found = [
            one
            for one in self.candidates(start, (title.end() if title else start) + 2)
            if one.kind != "pronoun" or one.start == start
        ]
        if found and not found[0].speaks and found[0].noun not in WRITINGS:
            beside = self.candidates(found[0].end, found[0].end + _APPOSITION)
            end = found[0].end  # « la maison mère de RFI, X »
            found = [one for one in beside if _COMMA.fullmatch(self._text, end, one.start)]
        if not found:
            return ()
        following = self.candidates(found[0].end, found[0].end + _NEAR)
        return self.chain([found[0], *(one for one in following if one.joined)])

    def antecedent(self, start: int, stop: int) -> Members:
        """Whom a relative pronoun stands for: somebody rather than a group, the last named."""
        named = [one for one in self.candidates(start, stop) if one.speaks]
        human = [one for one in named if one.kind != "organisation"] or named
        while len(human) > 1:
            last = human[-1]
            if last.start > human[-2].end and not self._is_apposed(human[-2], last):
                break
            human.pop()
        return tuple(human[-1:])

    def _is_apposed(self, one: Candidate, following: Candidate) -> bool:
        return self._text[one.end : following.start] == ", "
