"""What an article has told up to a place: whom it is about, and who has spoken."""

import bisect
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from story.languages.found_types import FoundPerson
from story.languages.fr.antecedents import NOBODY, Antecedents, Found, together
from story.languages.fr.clause_subjects import Members, Subjects
from story.languages.fr.noun_phrases import Candidate
from story.languages.fr.quotation_places import HERE, LAST, SPOKEN, Place, Range
from story.languages.fr.speech_verbs import ACCORDING
from story.languages.fr.word_lists import WRITINGS
from story.reading.body import Body, Passage, plain
from story.reading.quotation_marks import Quoted

AFTER = "sujet du verbe qui suit la citation"
INSIDE = "incise dans la citation"
BEFORE = "sujet du verbe qui précède la citation"
COLON = "sujet de ce qui annonce la citation"
ACCORDING_TO = "tournure « selon »"
NOUN = "complément d’un nom de parole"
AGENT = "complément d’agent"
SIGNED = "signature"
SAME_VOICE = "suite de la citation précédente"
FOLLOWING = "sujet de la phrase suivante"
ALIKE = "même phrase qu’une autre citation"
ONLY_VOICE = "seule voix de l’article"
INTERVIEW = "réponse dans un entretien"
NO_CLAUSE = "aucune phrase ne dit qui parle"
NO_ONE = "le texte ne dit pas qui"
# What is said of somebody after a comma: « , qui… », « , maire de Lyon ».
APPOSED = re.compile(
    r", (?:qui\b|dont\b|\d{2} ans|(?:l[ea]s? |l'|une? )(?![^,.;:!?…]{0,200} (?:a|est|ont|sont) )"
    r"|son |sa |ex-|ancien"
    r"|(?:[a-zà-ÿ-]+(?: [a-zà-ÿ]+)? )?(?:de|du|des|d'|à|au|chez)\b ?)"
)
_NAMED = ("person", "organisation")
_THIS = re.compile(r"cet(?:te)? |ce ")
_NEW = re.compile(r"une? ", re.IGNORECASE)
_OF_WHOM = re.compile(
    r" [a-zà-ÿ]+é(?: \w+)? par "
    r"|(?: [a-zà-ÿ]+)?(?: rendu)? (?=d(?:u|es) )|(?: [a-zà-ÿ]+)? (?:de |d')"
)


@dataclass(frozen=True, slots=True)
class Answer:
    """A speaker with the clause that says so; `found.name` is None where it is not settled.

    `cuts` are clauses inside the quotation that are not said.
    """

    found: Found
    reason: str
    clause: Range | None = None
    cuts: tuple[Range, ...] = ()


class Discourse:
    """Follows one article: its subjects, who spoke last, whom a subject stands for."""

    def __init__(
        self,
        body: Body,
        sentences: Sequence[Passage],
        quoted: Sequence[Quoted],
        people: Sequence[FoundPerson],
    ) -> None:
        self.body = body
        self.text = body.folded
        self.sentences = sentences
        self.quoted = quoted
        self.subjects = Subjects(body, people)
        outside = [one for one in self.subjects.everybody if not self.is_quoted(one.start)]
        self.antecedents = Antecedents(people, outside, sentences)
        self.first_person = next((one for one in outside if one.kind == "person"), None)
        self.noted = 0  # how many sentences the antecedents know
        self.spoken: dict[int, Members] = {}  # who speaks in a sentence
        self.place: Place  # what is read now
        self.previous: tuple[Place, Found] | None = None
        self.answered = False  # whether the previous words answer somebody's question
        self.voice: str | None = None  # who spoke last
        self.voice_paragraph = 0
        self.voices: Counter[str] = Counter()  # how often each has spoken

    def is_quoted(self, offset: int) -> bool:
        """Whether an offset is within quotation marks."""
        index = bisect.bisect_right(self.quoted, offset, key=lambda one: one.outer.start) - 1
        return index >= 0 and offset < self.quoted[index].outer.end

    def note_before(self, place: Place) -> None:
        """Takes note of whom the sentences up to this place are about."""
        self.place = place
        while self.noted < place.sentence:
            one = self.sentences[self.noted]
            members = self.spoken.get(self.noted) or self.topic(one.start, one.end)
            paragraph = self.body.paragraph(one).number
            self.antecedents.note(self.noted, paragraph, members)
            if self.noted not in self.spoken:
                self.antecedents.note(self.noted, paragraph, self.informant(one.start, one.end))
            self.noted += 1

    def remember(self, place: Place, answer: Answer | None) -> None:
        """Takes note of who has spoken."""
        if answer is None or answer.found.name is None:
            self.previous = None
            return
        asked = self.previous is not None and self.previous[0].asks
        self.answered = asked and self.voice_paragraph == place.paragraph
        self.previous = (place, answer.found)
        self.voice = answer.found.name
        self.voice_paragraph = place.paragraph
        self.voices[answer.found.name] += 1
        self.spoken[place.last_sentence] = answer.found.members
        within = self.subjects.candidates(place.mark.outer.start, place.mark.outer.end)
        self.antecedents.note_said(answer.found.name, within)

    def free(self, start: int, end: int) -> list[Candidate]:
        """The candidates outside quotations that may be a subject and speak."""
        return [
            one
            for one in self.subjects.candidates(start, end)
            if one.speaks and not one.governed and not self.is_quoted(one.start)
        ]

    def topic(self, start: int, end: int) -> Members:
        """Whom a sentence is about: its first subject that can speak, outside quotations."""
        members = self.subject(start, end)
        return self.resolved(members).members if members else ()

    def subject(self, start: int, end: int) -> Members:
        """The first subject of a sentence that can speak, as it is written."""
        if self.text[end - 1] == "?" and len(self.text[start:end].split()) <= SPOKEN:
            return ()  # « Les grands groupes ? »
        for left, right in self.subjects.main_pieces(start, end):
            free = self.free(left, end)
            if free and free[0].start < right:
                return self.subjects.chain(free)
        return tuple(one for one in self.free(start, end) if one.kind == "someone")[:1]

    def inverted_within(self, start: int, end: int) -> Members:
        """Who is named after an inverted verb; not in `X, maire, accuse Y`."""
        for verb in self.subjects.verbs(start, end)[:LAST]:
            if self.text[verb.start - 2 : verb.start] != ", ":
                continue
            if verb.pronoun:  # « Elle, dit-il, n’a pas répondu »
                return self.subjects.inverted(verb.pronoun, verb.end, end)
            members = self.subjects.after(verb.end, min(end, verb.end + HERE))
            *others, piece = self.subjects.pieces(max(start, verb.start - HERE), verb.start - 2)
            apposed = others and not self.subjects.candidates(*piece)  # « X, ému, accuse Y »
            known = members and (members[0].kind in _NAMED or _THIS.match(members[0].name))
            if known and not apposed:
                return members
        return ()

    def informant(self, start: int, end: int) -> Members:
        """Who is said to say what a sentence tells: `Selon X, tout va`, `Tout va, a dit X`."""
        inverted = self.inverted_within(start, end)
        if inverted:
            return self.resolved(inverted).members
        for match in ACCORDING.finditer(self.text, start, end):
            members = self.subjects.phrase_at(match.end())
            goal = match[0].lower() == "pour " and not (
                members and members[0].kind == "person" and self.text[members[0].end] == ","
            )
            if members and members[0].speaks and not goal:
                return self.resolved(members).members
        return ()

    def resolved(self, members: Members, here: Members = ()) -> Found:
        """Whom the members of a subject stand for."""
        founds = [self.antecedents.find(one, self.noted, here) for one in members]
        if len(founds) == 1 and founds[0].reason == NOBODY:
            founds = [self._told_later(members[0]) or founds[0]]
        unsettled = [found for found in founds if found.name is None]
        if len(founds) == 1 or unsettled:
            return (unsettled or founds)[0]
        everybody = tuple(member for found in founds for member in found.members)
        return Found(together(everybody).name, "", everybody)

    def _told_later(self, one: Candidate) -> Found | None:
        """Whoever the next sentence is about, where a pronoun stands for nobody yet."""
        following = self.sentences[self.noted + 1 : self.noted + 2]
        told = self.subject(following[0].start, following[0].end) if following else ()
        fits = len(told) == 1 and told[0].kind == "person" and self.antecedents.that_fit(one, told)
        return Found(told[0].name, FOLLOWING, told) if fits else None

    def answer(
        self, members: Members, reason: str, clause: Range | None, cuts: tuple[Range, ...] = ()
    ) -> Answer | None:
        """The answer that a subject gives; None where it is nobody who can speak."""
        if members and members[0].noun in WRITINGS:
            new = reason in (BEFORE, COLON) and _NEW.match(members[0].name)
            members = members if new else self._author(members[0])
        if not members or not members[0].speaks:
            return None
        here: Members = ()
        if members[0].kind == "pronoun" and reason in (BEFORE, COLON, AFTER):
            stop = self.place.mark.outer.start
            start = max(self.sentences[self.noted].start, stop - HERE)
            pieces = self.subjects.main_pieces(start, stop)
            free = [
                one
                for piece in pieces
                for one in self.free(*piece)
                if one.kind != "pronoun" and one.end < members[0].start
            ]
            here = self.resolved(self.subjects.chain(free)).members if free else ()
        found = self.resolved(members, here)
        if found.reason:
            reason = f"{reason}, « {members[0].name} »\u00a0: {found.reason}"
        return Answer(found, reason, clause, cuts)

    def _author(self, writing: Candidate) -> Members:
        """Who wrote something: whom it is said to be of, or who wrote it in a sentence before."""
        of = _OF_WHOM.match(self.text, writing.end)
        named = self.subjects.phrase_at(of.end()) if of else ()
        if named:
            return named
        for number in (self.noted - 1, self.noted - 2):
            sentence = self.sentences[max(number, 0)]
            told = self.antecedents.of(number)
            if told and re.search(rf"\b(?:un|son) {writing.noun}\b", plain(sentence.exact)):
                return told
        return (replace(writing, kind="organisation"),)

    def named_in(self, place: Place) -> frozenset[str]:
        """The persons whom words name: nobody speaks so of himself."""
        within = self.subjects.candidates(place.mark.outer.start, place.mark.outer.end)
        return frozenset(one.name for one in within if one.kind == "person")
