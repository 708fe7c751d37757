"""Who speaks in a quotation, and why the reader thinks so.

First the clause that attributes is found: inside the marks, after them, before them, or in the
sentence beside; then its subject among the candidates (`clause_subjects`), then whom that stands
for (`antecedents`). The rules are tried in the order of `_RULES`; each one's docstring gives its
form. Where a clause attributes and its subject is not settled, the quotation has no speaker. Words
between quotation marks that no clause attributes are no quotation: a term, a title.
"""

from __future__ import annotations

import bisect
import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from story.languages.found_types import Unattributed
from story.languages.fr.antecedents import NOBODY, Antecedents, Found, together
from story.languages.fr.clause_subjects import VERB, Members, Subjects
from story.languages.fr.noun_phrases import Candidate, speaks
from story.languages.fr.quotation_places import BLANKS, Place, Range, find_places, is_listed
from story.languages.fr.speaker_candidates import Candidates
from story.languages.fr.speech_verbs import (
    ACCORDING,
    ACCORDING_TO_WHOM,
    AFTERWARDS,
    ARTICLE,
    COMPARED,
    CONTINUES,
    INSISTS,
    LEAD,
    MEDIUM,
    NAMING,
    PASSIVE,
    REPLY,
    SPEECH_NOUN,
    SPEECH_NOUNS,
    THAT,
    SpeechVerb,
    any_verb,
    is_speech,
)
from story.languages.fr.word_lists import DOCUMENTS, PEOPLE, WRITINGS
from story.model import Quotation
from story.reading.body import Body, Passage, plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from story.languages.found_types import FoundPerson
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
TOPIC = "sujet de la phrase précédente"
FOLLOWING = "sujet de la phrase suivante"
ALIKE = "même phrase qu’une autre citation"
ONLY_VOICE = "seule voix de l’article"
INTERVIEW = "réponse dans un entretien"
NO_CLAUSE = "aucune phrase ne dit qui parle"
NO_ONE = "le texte ne dit pas qui"

_COORDINATED = re.compile(r"(?:et|puis|mais|ou|ni|tout en) ", re.IGNORECASE)
_RELATIVE_AT = re.compile(r"(?:qui|lequel|laquelle)\b")
_RELATIVE_OPEN = re.compile(r", (?:qui|pour qui|dont|où|laquelle|lequel)\b[^,]*$")
_RELATIVE_END = re.compile(r"(?:qui|lequel|laquelle)$")
_STARTS_VERB = re.compile(r" (?:a|ont|avait|est|va|sera|n'a|s'est)\b")
_QUESTION = re.compile(r"(?:\*\*.*\*\*|[–—-] ?.*\?|.*\?)$", re.DOTALL)
# What is said of somebody after a comma: « , qui… », « , maire de Lyon ».
_APPOSED = re.compile(
    r", (?:qui\b|dont\b|\d{2} ans|l[ea]s? |l'|une? |son |sa |ex-|ancien"
    r"|[a-zà-ÿ-]+(?: [a-zà-ÿ]+)? (?:de|du|des|d'|à|au|chez) ?)"
)
# « parle de la « saison des fjords » »: what is spoken of, not what is said.
_IMPERSONAL = re.compile(
    r"il (?:faut|fa(?:lla|ud)(?:ra)?it|s'agi(?:t|ssait)|convient|suffit)\b", re.IGNORECASE
)
_THAT_ASIDE = re.compile(r"\bque, $")
# « des aides, qu’elle appelle « bricoleurs » »
_CALLED = re.compile(r"\bqu'(?:ils?|elles?|on) (?:appel|nomm|surnomm|baptis)\w+$")
_REMARK = re.compile(r" *\[[^\]]*\]")
_OF_WHOM = re.compile(
    r" [a-zà-ÿ]+é(?: \w+)? par "
    r"|(?: [a-zà-ÿ]+)?(?: rendu)? (?=d(?:u|es) )|(?: [a-zà-ÿ]+)? (?:de |d')"
)
_OF = re.compile(r"\b(?:de|d'|des|du)$")
_OF_THE = re.compile(r"\b(?:de l[ae]s?|du|des)$")
_FIRST_WORD = re.compile(r", ([^\W\d_][\w-]*)")
_SIGNATURE = re.compile(r" *\.? *(?:[–—-] *|\()(?=\w)")
_STOP = re.compile(r"(?<!\bM)(?<!\bDr)[,.;:!?…]")
_HEADS = re.compile(r"(?:^|[,;:–—] ?|\b(?:et|mais|car|or|que|puis) )", re.IGNORECASE)
# « a répliqué par un simple « Escroc » »
_BY_A = re.compile(
    r"(?:\bpar|\bd')(?: ?une?)?(?: (?:simple|bref|brève|laconique|cinglant|sobre|sec|seul mot))* *$"
)
_DENIED = re.compile(r"\bn(?:e |')\w+ (?:pas|voulu|souhaité) [^,]*$")
_REFUSED = re.compile(r"n(?:e |').*(?:voulu|souhaité)")
# « accuse X d’avoir dit : « … » »: said by X, as somebody else has it.
_REPORTED = re.compile(r"\bd'avoir (?:dit|déclaré|lancé|crié|écrit|affirmé|répondu) *:?$")
# Verbs after which words are said, and no title stands.
_CRIES = re.compile(
    r"(?:di(?:t|sent)|cri|répon|répli|rétor|souffl|murmur|hurl|scand|clam|lâch|répét)"
)
_OPENS = re.compile(
    r"(?:n(?:e |')|s(?:e |'))?(?:(?P<act>pren(?:d|nent) (?:acte|note))|(?P<word>[a-zà-ÿ]+))"
)
# « Il m’a dit », « Elle me répétait », « Je l’ai vu »
_OF_HIM = re.compile(
    r"(?P<who>il|elle) (?:m'|me |nous )(?:(?:a|avait) )?"
    r"(?:dit|dis|répét|répond|écri|demand|conseill|expliqu|promis|appel)|je (?:lui) ",
    re.IGNORECASE,
)
# « dégaine sur LinkedIn X »: where, how or when, between a verb and its subject.
_CIRCUMSTANCE = re.compile(
    r"(?: (?:pas|plus|guère|[a-zà-ÿ]+)(?: (?:hésité à|de) (?:s')?\w+)?)?"
    r"(?: (?:sur|à|au|aux|dans|devant|lors|en|depuis|auprès|par|avec|sans|de|d')\b[^,;:.«»]{1,40})?"
)
# « Et menace : », « Puis, à l’adresse de l’assemblée : »
_GOES_ON = re.compile(r"(?:et|puis|mais|avant)\b", re.IGNORECASE)
# What no organisation says.
_MYSELF = re.compile(r"\b(?:je|moi|mon|ma|mes)\b|\b[jm]['’]", re.IGNORECASE)
_THEIR_WORDS = re.compile(rf"(?:sa|son|ses|leurs?) (?:\w+ )?{SPEECH_NOUNS}\b", re.IGNORECASE)
_FROM_WHOM = re.compile(
    r"\b(?:de|d'|du|chez|dire à|sous la plume de)(?: ?(?:la|le|l'|M\.|Mme|Me|Dr))? ?$"
)
# « peut-on lire dans un communiqué de X », « a-t-on appris auprès de X ».
_READ_IN = re.compile(
    r"(?: lire)? (?:dans|sur) (?:une?|l[ea]|l')? ?(?:communiqué|message|courriel|lettre|note|site"
    r"|rapport|compte [A-Z]\w+|page [A-Z]\w+|tribune) d(?:e |u |es |')(?:la |l')?"
    r"| (?:auprès|du côté) (?:de |d'|(?=d(?:u|es) ))| (?:dans |chez |à (?=l[a'])|(?=aux? ))"
)
_BY = re.compile(
    r"\b(?:f(?:ait|it|aisait) dire à|(?:accus|soupçonn|qualifi|trait|tax)ée?s? par) (?=\S)"
)
FINITE = re.compile(
    r"\b(?:a|ont|avai(?:en)?t|est|sont|étai(?:en)?t|se|ne|il|elle|ils|elles|on|qui|c'\w+|[sn]'\w+|\w+(?:ait|aient|era|eront))\b",
    re.IGNORECASE,
)
_OTHER_VOICE = re.compile(r"\b(?:réponse|réplique|réaction|question)\b", re.IGNORECASE)
_SURE = re.compile(r"(?:en est|en sont|s'en dit) ")
_MIDDLE = re.compile(r"[,?!…] ?")
_AGENT = re.compile(r" par (?=\S)")
_NEAR = 30
_HERE = 200
_FAR = 600
# How many verbs or commas of a clause are tried.
_LAST = 6
# So many sentences without words may stand between two quotations of one voice.
_SILENT = 4
_SHORT = 3
# So often has the only voice of an article spoken before words alone are its own.
_OFTEN = 3
# So many words are said by somebody.
_SPOKEN = 6


@dataclass(frozen=True, slots=True)
class _Answer:
    """A speaker with the clause that says so; `found.name` is None where it is not settled.

    `cuts` are clauses inside the quotation that are not said.
    """

    found: Found
    reason: str
    clause: Range | None = None
    cuts: tuple[Range, ...] = ()


def attribute(
    body: Body,
    sentences: Sequence[Passage],
    quoted: Sequence[Quoted],
    people: Sequence[FoundPerson],
) -> tuple[tuple[Quotation, ...], tuple[Unattributed, ...]]:
    """The quotations of an article, in order, and what is said in it without a speaker."""
    answers = _Reader(body, sentences, quoted, people).answers()
    told = [(mark, answer) for mark, answer in answers if answer]
    return (
        tuple(_quotation(body, mark, answer) for mark, answer in told if answer.found.name),
        tuple(
            Unattributed(mark.pieces[0], answer.reason)
            for mark, answer in told
            if not answer.found.name
        ),
    )


def _quotation(body: Body, mark: Quoted, answer: _Answer) -> Quotation:
    said: list[list[Passage]] = []
    for piece in mark.pieces:
        inside = [cut for cut in answer.cuts if piece.start <= cut[0] < piece.end]
        starts = [piece.start, *(right for _, right in inside)]
        ends = [*(left for left, _ in inside), piece.end]
        parts = [body.passage(*part) for part in zip(starts, ends, strict=True)]
        said.append([part for part in parts if part.exact])
    clause = body.passage(*answer.clause) if answer.clause else None
    medium = MEDIUM.search(body.folded, *answer.clause) if answer.clause else None
    return Quotation(
        speaker=answer.found.name or "",
        text=" ".join(map(_joined, said)),
        passages=tuple(part for parts in said for part in parts if part.exact.strip(" ,.;:")),
        attribution=clause,
        medium=body.passage(*medium.span()) if medium else None,
        replies=bool(clause and REPLY.search(clause.exact)),
        reason=answer.reason,
    )


def _joined(parts: Sequence[Passage]) -> str:
    """What is said, a mark of punctuation right after what it closes."""
    text = ""
    for part in parts:
        text += part.exact if not text or part.exact[0] in ",.;:!?…" else f" {part.exact}"
    return text


class _Reader:
    """Goes through the quotations of one article in order."""

    def __init__(
        self,
        body: Body,
        sentences: Sequence[Passage],
        quoted: Sequence[Quoted],
        people: Sequence[FoundPerson],
    ) -> None:
        self._body = body
        self._text = body.folded
        self._sentences = sentences
        self._quoted = quoted
        self._candidates = Candidates(body, people)
        self._subjects = Subjects(self._candidates)
        outside = [one for one in self._candidates.all if not self._is_quoted(one.start)]
        self._antecedents = Antecedents(people, outside, sentences)
        self._first_person = next((one for one in outside if one.kind == "person"), None)
        self._noted = 0  # how many sentences the antecedents know
        self._spoken: dict[int, Members] = {}  # who speaks in a sentence
        self._previous: tuple[Place, Found] | None = None
        self._voice: str | None = None  # who spoke last
        self._voice_paragraph = 0
        self._voices: Counter[str] = Counter()  # how often each has spoken

    def answers(self) -> list[tuple[Quoted, _Answer | None]]:
        """Each quotation with its speaker, or with why it has none; None for terms and titles."""
        answers: list[tuple[Quoted, _Answer | None]] = []
        waiting: list[Place] = []  # those that a later quotation of their sentence may speak for
        quoted = [one for one in self._quoted if one.pieces[0].exact[0] != "#"]
        for place in find_places(self._body, self._sentences, quoted):
            self._note_before(place.sentence)
            self._antecedents.addressed = self._named_in(place)
            answer = next((found for rule in _RULES if (found := rule(self, place))), None)
            self._antecedents.addressed = frozenset()
            told = waiting[-1:] if self._is_before(waiting[-1:], place, answer) else []
            for other in told:
                answers[-1] = (other.mark, _Answer(answer.found, ALIKE))
            if waiting and waiting[-1].last_sentence != place.sentence:
                waiting = []
            if answer is None:
                waiting.append(place)
                if place.alone or place.words >= _SPOKEN:
                    answer = _Answer(Found(None, NO_CLAUSE), NO_CLAUSE)
            elif answer.found.name and answer.reason.startswith((AFTER, ACCORDING_TO)):
                for number, other in enumerate(reversed(self._alike(waiting, place)), 1):
                    told = _Answer(answer.found, ALIKE, answer.clause)
                    answers[-number] = (other.mark, told)
            answers.append((place.mark, answer))
            self._remember(place, answer)
        return answers

    def _remember(self, place: Place, answer: _Answer | None) -> None:
        if answer is None or answer.found.name is None:
            self._previous = None
            return
        self._previous = (place, answer.found)
        self._voice = answer.found.name
        self._voice_paragraph = place.paragraph
        self._voices[answer.found.name] += 1
        self._spoken[place.last_sentence] = answer.found.members
        if answer.clause and answer.clause[0] > place.mark.outer.end:
            self._spoken[place.last_sentence + 1] = answer.found.members

    def _alike(self, waiting: Sequence[Place], place: Place) -> list[Place]:
        """The quotations right before one that are said with it: in a list, or at its head."""
        found: list[Place] = []
        following = place
        for other in reversed(waiting):
            whole = other.before[0] == other.mark.outer.start and other.words >= _SPOKEN
            if other.mark.outer.end != following.before[0] or not (
                is_listed(self._text, other, following) or (whole and following is place)
            ):
                break
            found.insert(0, other)
            following = other
        return found

    def _named_in(self, place: Place) -> frozenset[str]:
        """The persons whom words name: nobody speaks so of himself."""
        within = self._candidates.within(place.mark.outer.start, place.mark.outer.end)
        return frozenset(one.name for one in within if one.kind == "person")

    def _is_before(self, others: Sequence[Place], place: Place, answer: _Answer | None) -> bool:
        """Whether the sentence before is about whoever speaks now: `Elle a grandi « … ». « … »`."""
        name = answer and answer.found.name
        return bool(name) and any(
            other.last_sentence == place.sentence - 1
            and other.paragraph == place.paragraph
            and not self._is_title(other)
            and {one.name for one in self._antecedents.of(other.sentence)} == {name}
            for other in others
        )

    def _is_quoted(self, offset: int) -> bool:
        index = bisect.bisect_right(self._quoted, offset, key=lambda one: one.outer.start) - 1
        return index >= 0 and offset < self._quoted[index].outer.end

    # Subjects

    def _note_before(self, sentence: int) -> None:
        """Takes note of whom the sentences up to this one are about."""
        while self._noted < sentence:
            one = self._sentences[self._noted]
            members = self._spoken.get(self._noted) or self._topic(one.start, one.end)
            paragraph = self._body.paragraph(one).number
            self._antecedents.note(self._noted, paragraph, members)
            if self._noted not in self._spoken:
                self._antecedents.note(self._noted, paragraph, self._informant(one.start, one.end))
            self._noted += 1

    def _free(self, start: int, end: int) -> list[Candidate]:
        """The candidates outside quotations that may be a subject and speak."""
        return [
            one
            for one in self._candidates.within(start, end)
            if one.speaks and not one.governed and not self._is_quoted(one.start)
        ]

    def _topic(self, start: int, end: int) -> Members:
        """Whom a sentence is about: its first subject that can speak, outside quotations."""
        members = self._subject(start, end)
        return self._resolved(members).members if members else ()

    def _subject(self, start: int, end: int) -> Members:
        """The first subject of a sentence that can speak, as it is written."""
        if self._text[end - 1] == "?" and len(self._text[start:end].split()) <= _SPOKEN:
            return ()  # « Les grands groupes ? »
        for left, right in self._subjects.main_pieces(start, end):
            free = self._free(left, end)
            if free and free[0].start < right:
                return self._subjects.chain(free)
        return tuple(one for one in self._free(start, end) if one.kind == "someone")[:1]

    def _inverted_within(self, start: int, end: int) -> Members:
        """Who is named after an inverted verb; not in `X, maire, accuse Y`."""
        for verb in self._candidates.verbs_within(start, end)[:_LAST]:
            if verb.loose or verb.pronoun or self._text[verb.start - 2 : verb.start] != ", ":
                continue
            members = self._subjects.after(verb.end, min(end, verb.end + _HERE))
            near = members and members[0].start - verb.end <= _NEAR
            piece = self._subjects.pieces(max(start, verb.start - _HERE), verb.start - 2)[-1][0]
            apposed = _APPOSED.match(self._text, piece - 1) or self._is_quoted(verb.start)
            if near and members[0].kind in ("person", "organisation") and not apposed:
                return members
        return ()

    def _informant(self, start: int, end: int) -> Members:
        """Who is said to say what a sentence tells: `Selon X, tout va`, `Tout va, a dit X`."""
        inverted = self._inverted_within(start, end)
        if inverted:
            return self._resolved(inverted).members
        for match in ACCORDING.finditer(self._text, start, end):
            members = self._subjects.phrase_at(match.end())
            goal = match[0].lower() == "pour " or self._is_quoted(match.start())
            if not goal and members and members[0].speaks:
                return self._resolved(members).members
        return ()

    def _resolved(self, members: Members, here: Members = ()) -> Found:
        """Whom the members of a subject stand for."""
        founds = [self._antecedents.find(one, self._noted, here) for one in members]
        if len(founds) == 1 and founds[0].reason == NOBODY:
            founds = [self._told_later(members[0]) or founds[0]]
        unsettled = [found for found in founds if found.name is None]
        if len(founds) == 1 or unsettled:
            return (unsettled or founds)[0]
        everybody = tuple(member for found in founds for member in found.members)
        return Found(together(everybody).name, "", everybody)

    def _told_later(self, one: Candidate) -> Found | None:
        """Whoever the next sentence is about, where a pronoun stands for nobody yet."""
        following = self._sentences[self._noted + 1 : self._noted + 2]
        told = self._subject(following[0].start, following[0].end) if following else ()
        fits = len(told) == 1 and told[0].kind == "person" and self._antecedents.that_fit(one, told)
        return Found(told[0].name, FOLLOWING, told) if fits else None

    def _answer(
        self, members: Members, reason: str, clause: Range | None, cuts: tuple[Range, ...] = ()
    ) -> _Answer | None:
        """The answer that a subject gives; None where it is nobody who can speak."""
        if members and members[0].noun in WRITINGS and reason in (AFTER, INSIDE, ACCORDING_TO):
            members = self._author(members[0])
        if not members or not members[0].speaks:
            return None
        here: Members = ()
        if members[0].kind == "pronoun" and reason in (BEFORE, COLON):
            start = max(self._sentences[self._noted].start, members[0].start - _HERE)
            pieces = self._subjects.main_pieces(start, members[0].start)
            free = [
                one
                for piece in pieces
                for one in self._free(*piece)
                if one.kind != "pronoun" and one.end < members[0].start
            ]
            here = self._subjects.chain(free) if free else ()
        found = self._resolved(members, here)
        if found.reason:
            reason = f"{reason}, « {members[0].name} »\u00a0: {found.reason}"
        return _Answer(found, reason, clause, cuts)

    def _author(self, writing: Candidate) -> Members:
        """Who wrote something: whom it is said to be of, or who wrote it in a sentence before."""
        of = _OF_WHOM.match(self._text, writing.end)
        named = self._subjects.phrase_at(of.end()) if of else ()
        if named and named[0].speaks:
            return named
        for number in (self._noted - 1, self._noted - 2):
            sentence = self._sentences[max(number, 0)]
            told = self._spoken.get(number) or self._antecedents.of(number)
            if told and re.search(rf"\b(?:un|son) {writing.noun}\b", plain(sentence.exact)):
                return told
        return (replace(writing, kind="organisation"),)

    def _said_by(self, verb: SpeechVerb, end: int, reason: str, clause: Range) -> _Answer | None:
        """The answer that an inverted verb gives: `explique-t-elle`, `dit-on`, `a déclaré X`."""
        if verb.pronoun and verb.pronoun.lower() == "on":
            at = _READ_IN.match(self._text, verb.end)
            there = self._text[verb.start : verb.start + 2].lower() == "y "
            found = self._subjects.phrase_at(at.end()) if at else ()
            if there:
                found = self._antecedents.previous(
                    self._body.paragraph(self._sentences[self._noted]).number
                )
            told = self._answer(found, reason, clause)
            return told or _Answer(Found(None, NO_ONE), NO_ONE, clause)
        return self._answer(self._subjects.inverted(verb.pronoun, verb.end, end), reason, clause)

    # Rules

    def inside(self, place: Place) -> _Answer | None:
        """Finds `« Nous partons, déclare X. Et vite. »`."""
        answer: _Answer | None = None
        for members, verb, cut in self._asides(place):
            cuts = (*answer.cuts, cut) if answer else (cut,)
            if answer is None:
                answer = self._answer(members, INSIDE, (verb.start, cut[1]), cuts)
            else:
                answer = replace(answer, cuts=cuts)
        return answer

    def _asides(self, place: Place) -> Iterator[tuple[Members, SpeechVerb, Range]]:
        """The clauses inside a quotation that say who speaks: subject, verb, and what to cut."""
        for piece in place.mark.pieces:
            for opens in _MIDDLE.finditer(self._text, piece.start + 1, piece.end):
                known = self._candidates.verbs_within(opens.end(), opens.end() + 1)
                verb = known[0] if known else any_verb(self._text, opens.end())
                if verb is None or verb.loose:
                    continue
                limit = min(piece.end, verb.end + _HERE)
                members = self._subjects.inverted(verb.pronoun, verb.end, limit)
                gap = self._text[verb.end : members[0].start] if members else ","
                named = verb.pronoun or (members and members[0].kind == "person" and gap == " ")
                if (
                    "," in gap
                    or not (known or named)
                    or not members[0].speaks
                    or self._is_nested(piece, verb.start)
                ):
                    continue
                end = self._end_of_aside(max(verb.end, members[0].end), piece.end)
                comma = opens[0][0] == ","
                end += not comma and self._text[end : end + 1] == "."
                yield members, verb, (opens.start() + (not comma), end)

    def _is_nested(self, piece: Passage, offset: int) -> bool:
        """Whether an offset is in a quotation inside a quotation."""
        before = self._text[max(piece.start, offset - _HERE) : offset]
        return max(before.rfind("“"), before.rfind("«")) > max(before.rfind("”"), before.rfind("»"))

    def _end_of_aside(self, end: int, limit: int) -> int:
        """Where a clause inside a quotation ends: with its subject and what is said of that."""
        while True:
            stop = _STOP.search(self._text, end, limit)
            end = stop.start() if stop else limit
            word = _FIRST_WORD.match(self._text, end, limit)
            beside = self._candidates.within(end + 2, end + 3)
            if word and speaks(plain(word[1])):
                end = word.end()
            elif (
                self._text[end : end + 1] == ","
                and beside
                and beside[0].kind in ("someone", "person")
                and beside[0].end < limit
                and self._text[beside[0].end] in ",.!?…"
            ):
                end = beside[0].end
            elif _APPOSED.match(self._text, end, limit):
                end += 2
            else:
                return end

    def after(self, place: Place) -> _Answer | None:
        """Finds `« … », a déclaré X`, `« … », explique-t-elle`, `comme dit X`, `« … », selon X`."""
        start, end = place.after
        if remark := _REMARK.match(self._text, start, end):
            start = remark.end()
        if answer := self._according_after(place, start):
            return answer
        comma = self._text[start : start + 1] == ","
        if comma and _RELATIVE_OPEN.search(self._text, *place.before):
            return None  # « X, qui se dit « choqué », a quitté la salle »
        if members := self._resumes(place, start, end):
            return self._answer(members, AFTER, place.after)
        lead = COMPARED.match(self._text, start, end) or LEAD.match(self._text, start, end)
        verb = next(iter(self._candidates.verbs_within(start, end)), None)
        listed = verb and lead and verb.start <= lead.end() and not verb.loose
        if not verb or not listed:
            verb = self._any_verb(place, start, end)
        if verb is None:
            return None
        if listed and not verb.pronoun and place.mark.outer.start == place.head:
            members = self._subjects.after(verb.end, end)
            if members and not self._text[verb.end : members[0].start].strip():
                members = tuple(map(_somebody, members))
            return self._answer(members, AFTER, place.after)
        return self._said_by(verb, end, AFTER, place.after)

    def _resumes(self, place: Place, start: int, end: int) -> Members:
        """The subject of `« … » : X…`, `« Soulagé », X part`, `Dénonçant « … », X part`."""
        verb = next(iter(self._candidates.verbs_within(start, end)), None)
        if verb and _SURE.match(self._text, verb.start):
            return self._subjects.before(start, verb.start)
        first = next(iter(self._candidates.verbs_within(place.head, place.mark.outer.start)), None)
        gerund = first is not None and first.loose and first.start == place.head
        if place.mark.outer.start != place.head and not gerund:
            return ()
        if self._text[start : start + 2] == " :":
            return self._topic(start + 2, end)
        beside = self._subjects.phrase_at(start + 2) if self._text[start : start + 1] == "," else ()
        return beside if beside and beside[0].kind == "person" else ()

    def _any_verb(self, place: Place, start: int, end: int) -> SpeechVerb | None:
        """Any verb after a comma, where its subject follows at once."""
        comma = self._text[start:end].lstrip()[:1] == ","
        ends = place.mark.pieces[-1].exact[-1] in ",!?…"
        verb = any_verb(self._text, start) if comma or ends else None
        if verb is None or verb.end > end or verb.pronoun:
            return verb if verb and verb.end <= end else None
        members = self._subjects.after(verb.end, end)
        gap = self._text[verb.end : members[0].start].rstrip() if members else "?"
        return verb if _CIRCUMSTANCE.fullmatch(gap) and members[0].speaks else None

    def _according(self, start: int, at: int, end: int) -> tuple[Members, str]:
        """Who is meant where `selon X`, `comme le dit X` or `pour qui` stands, and the words."""
        compared = COMPARED.match(self._text, at)
        if compared:
            verb = next(iter(self._candidates.verbs_within(at, compared.end() + 1)), None)
            members = self._subjects.inverted(verb.pronoun, verb.end, end) if verb else ()
            return members, compared[0]
        according = ACCORDING.match(self._text, at)
        if according is None:
            return (), ""
        if _RELATIVE_AT.match(self._text, according.end()):
            return self._subjects.antecedent(start, at), according[0]
        return self._subjects.phrase_at(according.end()), according[0].lower()

    def _according_after(self, place: Place, start: int) -> _Answer | None:
        lead = LEAD.match(self._text, start, place.after[1])
        at = lead.end() if lead else start
        if to_whom := ACCORDING_TO_WHOM.match(self._text, at, place.after[1]):
            return self._of_whom(to_whom, place.after)
        members, how = self._according(start, at, place.after[1])
        if not how or COMPARED.fullmatch(how):
            return None
        comma = "," in self._text[start:at] or place.mark.pieces[-1].exact[-1] == ","
        apposed = self._text[place.before[0] : place.before[1]].endswith(", ")
        # « « exigence absolue » pour Paris », but « , « historique » pour X, »
        apposed = apposed or place.mark.outer.start == place.head
        goal = how == "pour " and not comma and not (apposed and place.words < _SPOKEN)
        return None if goal else self._answer(members, ACCORDING_TO, place.after)

    def _of_whom(self, match: re.Match[str], clause: Range) -> _Answer | None:
        """The answer of `à ses yeux`: whoever was spoken of."""
        found = self._resolved((_whom(match),))
        reason = f"{ACCORDING_TO}, « {match[0].lower()} »\u00a0: {found.reason}"
        return _Answer(found, reason, clause)

    def passive(self, place: Place) -> _Answer | None:
        """Finds `qualifiée de « hostile » par X`, `accusé par X d’avoir « menti »`."""
        if by := _BY.search(self._text, *place.before):
            return self._answer(self._subjects.phrase_at(by.end()), AGENT, place.before)
        start = max(place.before[0], place.before[1] - _HERE)
        agent = _AGENT.match(self._text, *place.after)
        if not agent or not PASSIVE.search(self._text[start : place.before[1]].rstrip()):
            return None
        return self._answer(self._subjects.phrase_at(agent.end()), AGENT, place.after)

    def goes_on(self, place: Place) -> _Answer | None:
        """Finds `Et d’ajouter : « … »`, `« … », dit X, « … »`, `juge « … » et dénonce « … »`."""
        clause = place.lead or place.before
        near = max(clause[0], clause[1] - _HERE)
        text = self._text[near : clause[1]].rstrip()
        if insists := INSISTS.search(text):
            start, end = (near + offset for offset in insists.span("who"))
            return self._answer(tuple(self._candidates.within(start, end)[:1]), COLON, clause)
        if self._previous is None:
            return None
        last, found = self._previous
        verbs = self._candidates.verbs_within(*place.before)
        same = last.last_sentence == place.sentence
        # « , qualifiant X de « … » »
        gerund = same and verbs and verbs[0].start == place.before[0] + len(", ")
        gerund = gerund and all(verb.loose for verb in verbs)
        if CONTINUES.search(text) or gerund:
            return _Answer(found, SAME_VOICE, clause)
        if not same or place.lead:
            return None
        if _COORDINATED.match(text.strip(" ,")) and verbs:
            free = self._candidates.within(clause[0], verbs[0].start)
            new = NAMING.search(text) or any(not one.governed for one in free)
            return None if new else _Answer(found, SAME_VOICE, place.before)
        split = text.endswith(",") and not self._informant(*place.before)
        goes_on = not place.capital and (split or is_listed(self._text, last, place))
        return _Answer(found, SAME_VOICE) if goes_on else None

    def before(self, place: Place) -> _Answer | None:
        """Finds `X a déclaré : « … »`, `Selon X, « … »`, `X juge l’offre « … »`."""
        start, stop = place.lead or place.before
        text = self._text[start:stop].rstrip()
        if not text.strip(BLANKS) or _REPORTED.search(text):
            return None
        clause = (start, start + len(text))
        if answer := self._according_before(place, clause, text):
            return answer
        if text.endswith(":"):
            return self._noun(clause, text) or self._colon(clause) or self._went_on(place, text)
        return self._woven(place, clause, text)

    def _according_before(self, place: Place, clause: Range, text: str) -> _Answer | None:
        """Finds `Selon X, « … »`, `à ses yeux, « … »`; farther off where words are woven in."""
        for head in reversed([*_HEADS.finditer(text)][-_LAST:]):
            at = clause[0] + head.end()
            if to_whom := ACCORDING_TO_WHOM.match(self._text, at):
                return self._of_whom(to_whom, clause)
            members, how = self._according(clause[0], at, clause[1])
            if not members or self._is_reported(clause[0], at):
                continue
            end = max(one.end for one in members)
            woven = not NAMING.search(text) and (not place.capital or THAT.search(text))
            near = text.endswith((",", ":")) and not VERB.search(self._text, end, clause[1])
            free = (near or woven) and not self._acts_within(end, clause[1])
            if free or how.startswith("par la") or _RELATIVE_END.search(text):
                return self._answer(members, ACCORDING_TO, clause)
        return None

    def _is_reported(self, start: int, at: int) -> bool:
        """Whether somebody tells what another says: `X affirme que, selon Y, « … »`."""
        return _THAT_ASIDE.search(self._text, start, at) is not None and bool(
            self._candidates.verbs_within(start, at)
        )

    def _acts_within(self, start: int, stop: int) -> bool:
        """Whether somebody else speaks between two offsets."""
        for verb in self._candidates.verbs_within(start, stop)[-_LAST:]:
            members = () if verb.announces else self._subjects.before(start, verb.start)
            if verb.pronoun or (members and members[0].speaks):
                return True
        return False

    def _noun(self, clause: Range, text: str) -> _Answer | None:
        """Finds `une réponse de X : « … »`, `Sa réponse : « … »`."""
        if own := _THEIR_WORDS.match(text):
            whose = self._antecedents.pronoun(_whom(own), self._noted, ())
            return _Answer(whose, f"{NOUN}, « {own[0]} »\u00a0: {whose.reason}", clause)
        nouns = [*SPEECH_NOUN.finditer(text)]
        at = clause[0] + nouns[-1].end() if nouns else clause[1]
        found = [one for one in self._candidates.within(at, clause[1]) if one.speaks]
        if not found or found[0].start - at > len("de la "):
            return None
        owned = all(one.governed for one in found[1:])
        return self._answer(tuple(found[:1]), NOUN, clause) if owned else None

    def _colon(self, clause: Range) -> _Answer | None:
        """The subject of the last verb of speech before a colon, else of the sentence."""
        start, stop = clause[0], clause[0] + len(self._text[slice(*clause)].rstrip(": "))
        for verb in reversed(self._candidates.verbs_within(start, stop)[-_LAST:]):
            if verb.pronoun:
                return self._said_by(verb, stop, COLON, clause)
            aside = self._text[verb.start - 2 : verb.start] == ", " and not verb.loose
            members = self._inverted_within(verb.start, stop) if aside else ()
            if not members and not verb.doubtful:
                members = self._subjects.before(start, verb.start)
            if not members and not verb.loose and not verb.doubtful:
                members = self._subjects.after(verb.end, stop)
            if answer := self._answer(members, COLON, clause):
                return answer
        pieces = self._subjects.main_pieces(start, stop)
        heads = [found for piece in pieces if (found := self._subjects.within(*piece, stop))]
        named = [one for one in self._candidates.within(start, stop) if one.kind == "person"]
        if len(named) == 1 and not named[0].governed:  # « une annonce qui agace X : »
            heads.insert(1, tuple(named))
        answers = (self._answer(members, COLON, clause) for members in heads[:2])
        if answer := next((one for one in answers if one), None):
            return answer
        told = named if len(named) == 1 and self._is_source(start, named[0]) else ()
        return self._answer(tuple(told), COLON, clause)

    def _is_source(self, start: int, named: Candidate) -> bool:
        """Whether words come from somebody: `chez X :`, `le ton de X est grave :`."""
        return (
            _FROM_WHOM.search(self._text, max(start, named.start - _NEAR), named.start) is not None
        )

    def _went_on(self, place: Place, text: str) -> _Answer | None:
        """Finds `X promet la discrétion. Et menace : « … »`: the subject is that before."""
        told = self._antecedents.previous(place.paragraph)
        if self._voice_paragraph == place.paragraph and _IMPERSONAL.match(text.strip()):
            return _Answer(Found(self._voice, ""), SAME_VOICE, place.lead or place.before)
        quiet = not FINITE.search(text) and not self._candidates.verbs_within(
            *(place.lead or place.before)
        )
        opens = _GOES_ON.match(text.strip()) or (quiet and not _OTHER_VOICE.search(text))
        return self._answer(told, COLON, place.lead or place.before) if opens else None

    def _woven(self, place: Place, clause: Range, text: str) -> _Answer | None:
        """The subject where a sentence takes words in: `X juge l’offre « insuffisante »`."""
        begin = clause[0] + max(text.rfind(":"), text.rfind(";")) + 1
        verbs = self._candidates.verbs_within(begin, clause[1])
        if not verbs and text[begin - clause[0] - 1 : begin - clause[0]] == ":":
            told = not self._is_title(place) and self._candidates.verbs_within(clause[0], begin)
            return self._colon((clause[0], begin)) if told else None  # « X prévient : tout est… »
        if not self._may_weave(place, clause, text, verbs):
            return None
        article = ARTICLE.search(text) is not None
        if clause[0] == place.head and (aside := self._aside_before(verbs, clause, text)):
            return aside
        for verb in reversed(verbs[-_LAST:]):
            before = place.head < clause[0] == verb.start - len(", ")  # « A », précise X
            if verb.doubtful or before or (verb.announces and (article or verb.loose)):
                continue
            if place.capital and not THAT.search(text) and not self._is_said(place, verb, clause):
                continue
            if verb.pronoun:
                return self._said_by(verb, clause[1], BEFORE, clause)
            members = self._subjects.before(begin, verb.start)
            if not members and not verb.loose:
                members = self._inverted_within(begin, clause[1])
            if not members and begin == clause[0] and 0 < begin - place.head < _FAR:
                farther = self._subjects.before(place.head, verb.start)
                members = tuple(one for one in farther if not self._is_quoted(one.start))
            if members:
                return self._answer(members, BEFORE, clause)
        return None

    def _aside_before(
        self, verbs: Sequence[SpeechVerb], clause: Range, text: str
    ) -> _Answer | None:
        """Finds `au-delà, prévient le groupe, « … »`: the clause stands right before the words."""
        aside = next((verb for verb in reversed(verbs) if not verb.loose), None)
        if aside is None or not text.endswith(",") or "," in self._text[aside.end : clause[1] - 1]:
            return None
        opens = self._text[aside.start - 2 : aside.start] == ", "
        return self._said_by(aside, clause[1], BEFORE, clause) if opens else None

    def _may_weave(
        self, place: Place, clause: Range, text: str, verbs: Sequence[SpeechVerb]
    ) -> bool:
        """Whether the words may be somebody's: no title, no name of a thing, not denied."""
        if not verbs:
            return False
        last = verbs[-1]
        naming = NAMING.search(text)
        titled = (
            place.capital and THAT.search(text) and _STARTS_VERB.match(self._text, place.after[0])
        )
        said = self._text[last.start : last.end].lower()
        spoken_of = _OF_THE.search(text) and "parl" in said
        before = max(clause[0], last.start - _NEAR)
        denied = last.loose and _DENIED.search(self._text, before, last.start)
        denied = denied or _REFUSED.match(said)
        beside = self._candidates.within(max(clause[0], last.start - _FAR), last.start)[-1:]
        named = [one for one in beside if one.end == last.start - 1 and one.speaks]
        longer = naming and last.start < clause[0] + naming.start()
        verbal = naming and last.end == clause[1] and (longer or named)
        called = place.words <= _SHORT and _CALLED.search(text)
        return not (titled or spoken_of or denied or called or (naming and not verbal))

    def _is_said(self, place: Place, verb: SpeechVerb, clause: Range) -> bool:
        """Whether words with a capital follow a verb as words said, not as a title."""
        between = self._text[verb.end : clause[1]].strip()
        whole = place.mark.pieces[0].exact[-1] in ".!?…" or place.words >= _SPOKEN
        cried = not between and _CRIES.search(self._text, verb.start, verb.end)
        return bool(cried) or (whole and len(between) <= _NEAR) or _BY_A.search(between) is not None

    def far_after(self, place: Place) -> _Answer | None:
        """Finds `« Nous sommes prêts » pour la suite, a commenté X`, `« … » a été dit, selon X`."""
        start, end = place.after
        if self._is_title(place) and place.mark.outer.start != place.head:
            return None
        for verb in self._candidates.verbs_within(start, end)[:_LAST]:
            comma = self._text[verb.start - 2 : verb.start] == ", " and not verb.loose
            if comma and (answer := self._said_by(verb, end, AFTER, place.after)):
                return answer
        commas = [start + match.start() for match in re.finditer(",", self._text[start:end])]
        answers = (self._according_after(place, comma) for comma in commas[-_LAST:])
        return next((answer for answer in answers if answer), None)

    def verb_inside(self, place: Place) -> _Answer | None:
        """Finds `X « regrette » l’offre`, with the verb in the words, and `X, « soulagé », …`."""
        start, stop = place.before
        verb = _OPENS.match(self._text, place.mark.pieces[0].start)
        apposed = self._text[max(start, stop - 2) : stop] == ", " and start == place.head
        if not apposed and (verb is None or not (verb["act"] or is_speech(verb["word"]))):
            return None
        if apposed and (place.capital or place.words >= _SPOKEN):
            return None
        members = self._subjects.before(start, stop)
        rest = self._text[members[-1].end : stop].strip() if members else "?"
        beside = not rest or (rest[0] == rest[-1] == ",")
        return self._answer(members, BEFORE, place.before) if beside else None

    def hangs(self, place: Place) -> _Answer | None:
        """Finds `X juge « A » le plan qui « B »`: other words of a sentence that has a speaker."""
        if self._is_title(place):
            return None
        if self._previous and self._previous[0].last_sentence == place.sentence:
            return _Answer(self._previous[1], ALIKE)
        return None

    def takes_up(self, place: Place) -> _Answer | None:
        """Finds `« A », dit X. Il vise « B »`: the subject is who spoke last."""
        if self._is_title(place) or place.lead or place.paragraph != self._voice_paragraph:
            return None
        members = self._topic(place.head, place.mark.outer.start)
        same = members and self._resolved(members).name == self._voice
        return self._answer(members, SAME_VOICE, place.before) if same else None

    def adds(self, place: Place) -> _Answer | None:
        """Finds `X rappelle la date. Quant au prix, « il reste bas ».`: words without a verb."""
        start, end = place.head, max(place.after[1], place.before[1])
        frame = self._text[start : place.mark.outer.start] + self._text[place.mark.outer.end : end]
        told = self._antecedents.previous(place.paragraph)
        if (
            len(told) != 1
            or place.lead
            or place.alone
            or self._is_title(place)
            or place.words < _SHORT
        ):
            return None
        free = self._free(start, end)
        if (
            free
            or FINITE.search(frame)
            or self._candidates.verbs_within(start, place.mark.outer.start)
        ):
            return None
        return self._answer(told, SAME_VOICE, None)

    def _is_title(self, place: Place) -> bool:
        """Whether the words may be the name of something."""
        before = self._text[place.before[0] : place.before[1]].rstrip()
        named = NAMING.search(before) or (place.words == 1 and _OF.search(before))
        return bool(named) or (place.capital and place.words < _SPOKEN)

    def signed(self, place: Place) -> _Answer | None:
        """Finds `« … » – X`, `« … » (X)`."""
        start, end = place.after
        if place.alone and place.last_sentence + 1 < len(self._sentences):
            end = self._sentences[place.last_sentence + 1].end
        opens = place.mark.outer.start == place.head
        signature = _SIGNATURE.match(self._text, start, end)
        if signature and not opens and (place.capital or signature[0] != " ("):
            return None
        members = self._subjects.phrase_at(signature.end()) if signature else ()
        return self._answer(members, SIGNED, (start, end))

    def afterwards(self, place: Place) -> _Answer | None:
        """Finds `« … » C’est par ces mots que X…`, `« … » Le constat de X est sans appel`."""
        number = place.last_sentence + 1
        if number >= len(self._sentences):
            return None
        start, end = self._sentences[number].start, self._sentences[number].end
        said = AFTERWARDS.match(self._text, start, end)
        if said is None or not (place.alone or said["whose"]):
            return None
        found = self._candidates.within(said.end(), end) if said else []
        return self._answer(tuple(one for one in found if one.speaks)[:1], NOUN, (start, end))

    def same_voice(self, place: Place) -> _Answer | None:
        """Finds `« … », dit X. « … »`, and `X est inquiet. « … »`: a whole sentence of words."""
        if not place.alone:
            return None
        human = _MYSELF.search(place.mark.pieces[0].exact) is not None
        told = self._antecedents.previous(place.paragraph, human=human)
        if not told and self._opens_paragraph(place):
            told = self._antecedents.of(place.sentence - 1)
            same = len(told) == 1 and self._resolved(told).name
            return self._answer(told, TOPIC, None) if same and same == self._voice else None
        if self._previous:
            last, found = self._previous
            asked = (
                last.mark.pieces[-1].exact[-1] == "?"
                and self._text[place.mark.outer.end - 2] != "?"
            )
            if (
                asked
                and last.paragraph == place.paragraph
                and last.last_sentence < place.sentence - 1
                and not self._antecedents.of(place.sentence - 1)
            ):
                return None  # « Combien ? » Silence. « Deux. »
            between = range(last.last_sentence + 1, place.sentence)
            own = len(between) < _SILENT and all(
                not (members := self._antecedents.of(number))
                or self._resolved(members).name == found.name
                for number in between
            )
            if last.paragraph == place.paragraph and (own or self._is_about(place, told)):
                return _Answer(found, SAME_VOICE)
        if not told or told[0].kind == "organisation":
            told = self._named_before(place) or told
        if len(told) != 1 or self._is_about(place, told):
            return None
        return self._answer(told, TOPIC, None)

    def only_voice(self, place: Place) -> _Answer | None:
        """A paragraph of words, where one person has said all that came before."""
        often = len(self._voices) == 1 and self._voices.total() >= _OFTEN
        if not often or not place.alone or not self._opens_paragraph(place):
            return None
        return _Answer(Found(self._voice, ""), ONLY_VOICE)

    def announced(self, place: Place) -> _Answer | None:
        """Finds `« … » X n’a plus de voix.`, where words open a paragraph."""
        number = place.last_sentence + 1
        if not place.alone or number >= len(self._sentences):
            return None
        following = self._sentences[number]
        before = self._body.paragraph(self._sentences[place.sentence - 1]).number
        first = not place.sentence or before < place.paragraph
        same = self._body.paragraph(following).number == place.paragraph
        if not first or not same:
            return None
        members = self._topic(following.start, following.end)
        quiet = not any(self._is_quoted(at) for at in (following.start, following.end - 1))
        human = len(members) == 1 and (members[0].kind == "person" or members[0].noun in PEOPLE)
        if not human or not quiet:
            return None
        return self._answer(members, FOLLOWING, None)

    def _named_before(self, place: Place) -> Members:
        """The only person in the sentence before: `Même colère chez X. « … »`."""
        before = self._sentences[place.sentence - 1]
        same = place.sentence and self._body.paragraph(before).number == place.paragraph
        within = self._candidates.within(before.start, before.end) if same else []
        named = {one.name: one for one in within if one.kind == "person"}
        alone = len(named) == 1 and not any(self._is_quoted(one.start) for one in named.values())
        return tuple(named.values()) if alone else ()

    def _opens_paragraph(self, place: Place) -> bool:
        """Whether it opens a paragraph, after one that does not end with somebody's words."""
        if not place.sentence or self._text[place.mark.outer.start] in "–—-":
            return False
        before = self._sentences[place.sentence - 1]
        said = self._previous and self._previous[0].last_sentence == place.sentence - 1
        return self._body.paragraph(before).number < place.paragraph and not said

    def _is_about(self, place: Place, members: Members) -> bool:
        """Whether the words speak of these as of somebody else: « Il m’a dit… »."""
        match = _OF_HIM.match(self._text, place.mark.pieces[0].start)
        if match is None or len(members) != 1:
            return False
        who = match["who"]
        return not who or members[0].feminine in (None, who.lower() == "elle")

    def interview(self, place: Place) -> _Answer | None:
        """A question is a paragraph, and the words that answer it are the next."""
        if not place.alone or place.paragraph == 1 or self._first_person is None:
            return None
        question = self._body.paragraphs[place.paragraph - 2].passage
        index = bisect.bisect_left(self._quoted, question.end, key=lambda one: one.outer.start)
        answered = index > 0 and self._quoted[index - 1].outer.end > question.start
        asked = not answered and _QUESTION.fullmatch(question.exact)
        return self._answer((self._first_person,), INTERVIEW, None) if asked else None


def _whom(match: re.Match[str]) -> Candidate:
    """Whoever a possessive means: `à ses yeux`, `leur réponse`."""
    return Candidate(
        start=match.start(),
        end=match.end(),
        name=match[0].lower(),
        kind="pronoun",
        feminine=None,
        plural=re.search(r"\b(?:leurs?|les)\b", match[0], re.IGNORECASE) is not None,
    )


def _somebody(one: Candidate) -> Candidate:
    """A noun after a verb of speech is somebody, unless it is a writing: `glisse un habitué`."""
    writing = one.noun.removesuffix("s") in DOCUMENTS
    return one if one.speaks or writing else replace(one, kind="someone")


_RULES = (
    _Reader.afterwards,
    _Reader.signed,
    _Reader.inside,
    _Reader.after,
    _Reader.passive,
    _Reader.goes_on,
    _Reader.before,
    _Reader.verb_inside,
    _Reader.far_after,
    _Reader.hangs,
    _Reader.takes_up,
    _Reader.adds,
    _Reader.same_voice,
    _Reader.only_voice,
    _Reader.announced,
    _Reader.interview,
)
