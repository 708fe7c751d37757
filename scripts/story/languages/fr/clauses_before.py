"""The clause that says who speaks, before the words."""

import re
from collections.abc import Sequence

from story.languages.fr.clause_subjects import VERB
from story.languages.fr.clauses import Clauses, whom
from story.languages.fr.discourse import ACCORDING_TO, AGENT, BEFORE, COLON, NOUN, Answer
from story.languages.fr.quotation_places import (
    BLANKS,
    HERE,
    LAST,
    NEAR,
    SPOKEN,
    Place,
    Range,
    is_title,
)
from story.languages.fr.speech_verbs import (
    ACCORDING_TO_WHOM,
    ARTICLE,
    NAMING,
    PASSIVE,
    SPEECH_NOUN,
    SPEECH_NOUNS,
    THAT,
    SpeechVerb,
    is_speech,
)

_STARTS_VERB = re.compile(r" (?:a|ont|avait|est|va|sera|n'a|s'est)\b")
_THAT_ASIDE = re.compile(r"\bque, $")
# « des aides, qu’elle appelle « bricoleurs » »
_CALLED = re.compile(r"\bqu'(?:ils?|elles?|on) (?:appel|nomm|surnomm|baptis)\w+$")
_OF_THE = re.compile(r"\b(?:de l[ae]s?|du|des)$")
_HEADS = re.compile(
    r"(?:^|[,;:–—] ?|\b(?:et|mais|car|or|que|qui|puis) | (?=selon |d'après ))", re.IGNORECASE
)
# « a répliqué par un simple « Escroc » »
_BY_A = re.compile(
    r"(?:\bpar|\bd')(?: ?une?)?(?: (?:simple|bref|brève|laconique|cinglant|sobre|sec|seul mot))* *$"
)
_DENIED = re.compile(
    r"\b(?:n(?:e |')\w+ (?:pas|voulu|souhaité)|(?:démenti?|nie|nié|conteste|contesté)\b) [^,]*$"
)
# « n’a jamais dit « oui » », « ne dira pas « non » », « aurait pu dire « pardon » »
_NEVER = re.compile(
    r"\b(?:n(?:e |')\w+ (?:pas|jamais) (?:\w+ )?(?:dit|déclaré|écrit|prononcé|promis)"
    r"|n(?:e |')(?:di|promet|écri)\w+ (?:pas|jamais)|aurai(?:en)?t (?:pu|dû|voulu|aimé) \w+)"
    r"(?: qu['e])?$"
)
# « accuse X d’avoir dit : « … » »: said by X, as somebody else has it.
_REPORTED = re.compile(r"\bd'avoir (?:dit|déclaré|lancé|crié|écrit|affirmé|répondu) *:?$")
# Verbs after which words are said, and no title stands.
_CRIES = re.compile(
    r"(?:di(?:t|sent)|cri|répon|répli|rétor|souffl|murmur|hurl|scand|clam|lâch|répét)"
)
_OPENS = re.compile(
    r"(?:n(?:e |')|s(?:e |'))?(?:(?P<act>pren(?:d|nent) (?:acte|note))|(?P<word>[a-zà-ÿ]+))"
)
_THEIR_WORDS = re.compile(rf"(?:sa|son|ses|leurs?) (?:\w+ )?{SPEECH_NOUNS}\b", re.IGNORECASE)
# « chez X : », « le ton de X est grave : »
_FROM_WHOM = re.compile(
    r"\b(?:de|d'|du|chez|dire à|sous la plume de)(?: ?(?:la|le|l'|M\.|Mme|Me|Dr))? ?$"
)
# « Le parti n’a « pas d’avis »»
_HAS_NOT = re.compile(r"\bn'(?:a|ont|avai(?:en)?t|est|étai(?:en)?t) $")
_NOT = re.compile(r"(?:pas|plus|rien|jamais|aucune?|nullement) ")
_BY = re.compile(
    r"\b(?:f(?:ait|it|aisait) dire à|(?:accus|soupçonn|qualifi|trait|tax)ée?s? par) (?=\S)"
)
_AGENT = re.compile(r" par (?=\S)")
_FAR = 600


class ClausesBefore(Clauses):
    """Rules for the clause that leads to the words."""

    def passive(self, place: Place) -> Answer | None:
        """Finds `qualifiée de « hostile » par X`, `accusé par X d’avoir « menti »`."""
        if by := _BY.search(self._text, *place.before):
            return self._answer(self._subjects.phrase_at(by.end()), AGENT, place.before)
        start = max(place.before[0], place.before[1] - HERE)
        agent = _AGENT.match(self._text, *place.after)
        if not agent or not PASSIVE.search(self._text[start : place.before[1]].rstrip()):
            return None
        return self._answer(self._subjects.phrase_at(agent.end()), AGENT, place.after)

    def before(self, place: Place) -> Answer | None:
        """Finds `X a déclaré : « … »`, `Selon X, « … »`, `X juge l’offre « … »`."""
        start, stop = place.lead or place.before
        text = self._text[start:stop].rstrip()
        if not text.strip(BLANKS) or _REPORTED.search(text):
            return None
        clause = (start, start + len(text))
        if answer := self._according_before(place, clause, text):
            return answer
        if text.endswith(":"):
            return self._noun(clause, text) or self._colon(clause)
        return self._woven(place, clause, text)

    def _according_before(self, place: Place, clause: Range, text: str) -> Answer | None:
        """Finds `Selon X, « … »`, `à ses yeux, « … »`; farther off where words are woven in."""
        for head in reversed([*_HEADS.finditer(text)][-LAST:]):
            at = clause[0] + head.end()
            if to_whom := ACCORDING_TO_WHOM.match(self._text, at):
                return self.of_whom(to_whom, clause)
            members, _ = self.according(clause[0], at, clause[1])
            if not members or _THAT_ASIDE.search(self._text, clause[0], at):
                continue
            end = max(one.end for one in members)
            woven = not place.capital or THAT.search(text)
            near = text.endswith((",", ":")) and not VERB.search(self._text, end, clause[1])
            if (near or woven) and not self._acts_within(end, clause[1]):
                return self._answer(members, ACCORDING_TO, clause)
        return None

    def _acts_within(self, start: int, stop: int) -> bool:
        """Whether somebody else speaks between two offsets."""
        for verb in self._subjects.verbs(start, stop)[-LAST:]:
            members = () if verb.announces else self._subjects.before(start, verb.start)
            if verb.pronoun or (members and members[0].speaks):
                return True
        return False

    def _noun(self, clause: Range, text: str) -> Answer | None:
        """Finds `une réponse de X : « … »`, `Sa réponse : « … »`."""
        if own := _THEIR_WORDS.match(text):
            whose = self._antecedents.pronoun(whom(own), self._discourse.noted, ())
            return Answer(whose, f"{NOUN}, « {own[0]} »\u00a0: {whose.reason}", clause)
        nouns = [*SPEECH_NOUN.finditer(text)]
        at = clause[0] + nouns[-1].end() if nouns else clause[1]
        found = [one for one in self._subjects.candidates(at, clause[1]) if one.speaks]
        if not found or found[0].start - at > len("de la "):
            return None
        owned = all(one.governed for one in found[1:])
        return self._answer(tuple(found[:1]), NOUN, clause) if owned else None

    def _colon(self, clause: Range) -> Answer | None:
        """The subject of the last verb of speech before a colon, else of the sentence."""
        start, stop = clause[0], clause[0] + len(self._text[slice(*clause)].rstrip(": "))
        for verb in reversed(self._subjects.verbs(start, stop)[-LAST:]):
            if verb.pronoun:
                return self.said_by(verb, stop, COLON, clause)
            members = self._subjects.before(start, verb.start)
            if answer := self._answer(members, COLON, clause):
                return answer
        pieces = self._subjects.main_pieces(start, stop)
        heads = [found for piece in pieces if (found := self._subjects.within(*piece, stop))]
        named = [one for one in self._subjects.candidates(start, stop) if one.kind == "person"]
        if len(named) == 1 and not named[0].governed:  # « une annonce qui agace X : »
            heads.insert(1, tuple(named))
        answers = (self._answer(members, COLON, clause) for members in heads[:2])
        if answer := next((one for one in answers if one), None):
            return answer
        source = len(named) == 1 and _FROM_WHOM.search(
            self._text, max(start, named[0].start - NEAR), named[0].start
        )
        return self._answer(tuple(named), COLON, clause) if source else None

    def _woven(self, place: Place, clause: Range, text: str) -> Answer | None:
        """The subject where a sentence takes words in: `X juge l’offre « insuffisante »`."""
        begin = clause[0] + max(text.rfind(":"), text.rfind(";")) + 1
        verbs = self._subjects.verbs(begin, clause[1])
        if not verbs and text[begin - clause[0] - 1 : begin - clause[0]] == ":":
            told = not is_title(self._text, place) and self._subjects.verbs(clause[0], begin)
            return self._colon((clause[0], begin)) if told else None  # « X prévient : tout est… »
        if not self._may_weave(place, clause, text, verbs):
            return None
        article = ARTICLE.search(text) is not None
        for verb in reversed(verbs[-LAST:]):
            before = place.head < clause[0] == verb.start - len(", ")  # « A », précise X
            if verb.doubtful or before or (verb.announces and (article or verb.loose)):
                continue
            if place.capital and not THAT.search(text) and not self._is_said(place, verb, clause):
                continue
            if verb.pronoun:
                return self.said_by(verb, clause[1], BEFORE, clause)
            aside = self._text[verb.start - 2 : verb.start] == ", " and not verb.loose
            members = self._discourse.inverted_within(begin, clause[1]) if aside else ()
            if not members or members[0].start < verb.start:
                members = self._subjects.before(begin, verb.start) or members
            if not members and begin == clause[0] and 0 < begin - place.head < _FAR:
                farther = self._subjects.before(place.head, verb.start)
                members = tuple(one for one in farther if not self._discourse.is_quoted(one.start))
            if members:
                return self._answer(members, BEFORE, clause)
        return None

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
        before = max(clause[0], last.start - NEAR)
        denied = last.loose and _DENIED.search(self._text, before, last.start)
        denied = denied or _NEVER.search(text) or _CALLED.search(text)
        named = naming and last.end != clause[1]
        return not (titled or spoken_of or denied or named)

    def _is_said(self, place: Place, verb: SpeechVerb, clause: Range) -> bool:
        """Whether words with a capital follow a verb as words said, not as a title."""
        between = self._text[verb.end : clause[1]].strip()
        whole = place.mark.pieces[0].exact[-1] in ".!?…" or place.words >= SPOKEN
        cried = _CRIES.search(self._text, verb.start, verb.end)
        return bool(cried) or (whole and len(between) <= NEAR) or _BY_A.search(between) is not None

    def verb_inside(self, place: Place) -> Answer | None:
        """Finds `X « regrette » l’offre`, with the verb in the words, and `X, « soulagé », …`."""
        start, stop = place.before
        verb = _OPENS.match(self._text, place.mark.pieces[0].start)
        apposed = self._text[max(start, stop - 2) : stop] == ", " and start == place.head
        alone = place.after[1] == self._sentences[place.last_sentence].end
        if alone and (denied := _HAS_NOT.search(self._text, max(start, stop - NEAR), stop)):
            words = _NOT.match(place.mark.pieces[0].exact)
            members = self._subjects.before(start, denied.start()) if words else ()
            return self._answer(members, BEFORE, place.before)
        if not apposed and (verb is None or not (verb["act"] or is_speech(verb["word"]))):
            return None
        members = self._subjects.before(start, stop)
        rest = self._text[members[-1].end : stop].strip() if members else "?"
        beside = not rest or (rest[0] == rest[-1] == ",")
        return self._answer(members, BEFORE, place.before) if beside else None
