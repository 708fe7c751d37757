"""The clause that says who speaks: what those before and after the words have in common."""

import re
from dataclasses import replace

from story.languages.fr.antecedents import Found
from story.languages.fr.clause_subjects import Members
from story.languages.fr.discourse import ACCORDING_TO, NO_ONE, Answer, Discourse
from story.languages.fr.noun_phrases import Candidate
from story.languages.fr.quotation_places import SPOKEN, Place, Range
from story.languages.fr.speech_verbs import (
    ACCORDING,
    ACCORDING_TO_WHOM,
    ARTICLE,
    COMPARED,
    DAY,
    LEAD,
    SpeechVerb,
)
from story.languages.fr.word_lists import DOCUMENTS

_RELATIVE_AT = re.compile(r"(?:qui|lequel|laquelle)\b")
# « peut-on lire dans un communiqué de X », « a-t-on appris auprès de X ».
_READ_IN = re.compile(
    r"(?: lire)? (?:dans|sur) (?:une?|l[ea]|l')? ?(?:communiqué|message|courriel|lettre|note|site"
    r"|rapport|compte [A-Z]\w+|page [A-Z]\w+|tribune) d(?:e |u |es |')(?:la |l')?"
    r"| (?:auprès|du côté) (?:de |d'|(?=d(?:u|es) ))| (?:dans |chez |à (?=l[a'])|(?=aux? ))"
)

_WHEN = re.compile(rf"(?: {DAY})? ")


class Clauses:
    """What the rules share: the text around a quotation, and how a clause is answered."""

    def __init__(self, discourse: Discourse) -> None:
        self._discourse = discourse
        self._text = discourse.text
        self._sentences = discourse.sentences
        self._subjects = discourse.subjects
        self._antecedents = discourse.antecedents
        self._answer = discourse.answer
        self._resolved = discourse.resolved

    def said_by(self, verb: SpeechVerb, end: int, reason: str, clause: Range) -> Answer | None:
        """The answer that an inverted verb gives: `explique-t-elle`, `dit-on`, `a déclaré X`."""
        if verb.pronoun and verb.pronoun.lower() == "on":
            at = _READ_IN.match(self._text, verb.end)
            there = self._text[verb.start : verb.start + 2].lower() == "y "
            found = self._subjects.phrase_at(at.end()) if at else ()
            if there:
                found = self._antecedents.previous(
                    self._discourse.body.paragraph(self._sentences[self._discourse.noted]).number
                )
            told = self._answer(found, reason, clause)
            return told or Answer(Found(None, NO_ONE), NO_ONE, clause)
        members = self._subjects.inverted(verb.pronoun, verb.end, end)
        opens = self._text[self._sentences[self._discourse.noted].start] in '«“"'
        said = members and (opens or not verb.announces)
        if said and _WHEN.fullmatch(self._text, verb.end, members[0].start):
            members = tuple(map(_somebody, members))
        return self._answer(members, reason, clause)

    def according(self, start: int, at: int, end: int) -> tuple[Members, str]:
        """Who is meant where `selon X`, `comme le dit X` or `pour qui` stands, and the words."""
        compared = COMPARED.match(self._text, at)
        if compared:
            verb = next(iter(self._subjects.verbs(at, compared.end() + 1)), None)
            members = self._subjects.inverted(verb.pronoun, verb.end, end) if verb else ()
            return members, compared[0]
        according = ACCORDING.match(self._text, at)
        if according is None:
            return (), ""
        if _RELATIVE_AT.match(self._text, according.end()):
            return self._subjects.antecedent(start, at), according[0]
        return self._subjects.phrase_at(according.end()), according[0].lower()

    def according_after(self, place: Place, start: int, end: int) -> Answer | None:
        """Finds `« … », selon X`, `« … », à l’en croire`."""
        lead = LEAD.match(self._text, start, end)
        at = lead.end() if lead else start
        if to_whom := ACCORDING_TO_WHOM.match(self._text, at, end):
            return self.of_whom(to_whom, (start, end))
        members, how = self.according(start, at, end)
        if not how or COMPARED.fullmatch(how):
            return None
        comma = "," in self._text[start:at]
        before = self._text[slice(*place.before)]
        apposed = before.endswith(", ") or ARTICLE.fullmatch(before.strip()) is not None
        # « « exigence absolue » pour Paris », but « , « historique » pour X, »
        goal = how == "pour " and not comma and not (apposed and place.words < SPOKEN)
        return None if goal else self._answer(members, ACCORDING_TO, (start, end))

    def of_whom(self, match: re.Match[str], clause: Range) -> Answer | None:
        """The answer of `à ses yeux`: whoever was spoken of."""
        found = self._resolved((whom(match),))
        reason = f"{ACCORDING_TO}, « {match[0].lower()} »\u00a0: {found.reason}"
        return Answer(found, reason, clause)


def _somebody(one: Candidate) -> Candidate:
    """A noun after a verb of speech is somebody, unless it is a writing: `glisse un habitué`."""
    writing = one.noun.removesuffix("s") in DOCUMENTS
    return one if one.speaks or writing else replace(one, kind="someone")


def whom(match: re.Match[str]) -> Candidate:
    """Whoever a possessive means: `à ses yeux`, `leur réponse`."""
    return Candidate(
        start=match.start(),
        end=match.end(),
        name=match[0].lower(),
        kind="pronoun",
        feminine=None,
        plural=re.search(r"\b(?:leurs?|les)\b", match[0], re.IGNORECASE) is not None,
    )
