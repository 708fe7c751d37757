"""Who speaks where no clause says so: the last voice, the subject before, the only voice."""

import bisect
import re

from story.languages.fr.antecedents import PREVIOUS, SEVERAL, Found
from story.languages.fr.clause_subjects import Members
from story.languages.fr.clauses import Clauses
from story.languages.fr.discourse import (
    ALIKE,
    BEFORE,
    COLON,
    FOLLOWING,
    INTERVIEW,
    ONLY_VOICE,
    SAME_VOICE,
    Answer,
)
from story.languages.fr.noun_phrases import Candidate
from story.languages.fr.quotation_places import HERE, Place, is_listed, is_title
from story.languages.fr.speech_verbs import CONTINUES, NAMING
from story.languages.fr.word_lists import PEOPLE, ROLE_NOUNS, SPEAKING_NOUNS

_COORDINATED = re.compile(r"(?:et|puis|mais|ou|ni|tout en) ", re.IGNORECASE)
_QUESTION = re.compile(r"(?:\*\*.*\*\*|[–—-] ?.*\?|.*\?)$", re.DOTALL)
# « parle de la « saison des fjords » »: what is spoken of, not what is said.
_IMPERSONAL = re.compile(
    r"(?:il (?:faut|fa(?:lla|ud)(?:ra)?(?:it)?|s'agi(?:t|ssait)|convient|suffit)"
    r"|ce (?:sera|serait|n'est)|c'est|(?:l'idée|l'objectif|le but|la priorité) (?:est|serait))\b",
    re.IGNORECASE,
)
# « Il m’a dit », « Elle me répétait », « Je l’ai vu »
_OF_HIM = re.compile(
    r"(?P<who>il|elle) (?:m'|me |nous )(?:(?:a|avait) )?"
    r"(?:dit|dis|répét|répond|écri|demand|conseill|expliqu|promis|appel)|je (?:lui) ",
    re.IGNORECASE,
)
_TO_HIM = re.compile(r"je lui ", re.IGNORECASE)
# « Et de rappeler que la ligne « reste fermée » »
_AND_TO = re.compile(r"(?:et|avant|puis) (?:de |d')", re.IGNORECASE)
# « Et menace : », « Puis, à l’adresse de l’assemblée : »
_GOES_ON = re.compile(r"(?:et|puis|mais|avant)\b", re.IGNORECASE)
# What no organisation says.
_MYSELF = re.compile(r"\b(?:je|moi|mon|ma|mes)\b|\b[jm]['’]", re.IGNORECASE)
_FINITE = re.compile(
    r"\b(?:a|ont|avai(?:en)?t|est|sont|étai(?:en)?t|se|ne|ils?|elles?|on|qui|[csn]'\w+"
    r"|\w+(?:ait|aient|era|eront))\b",
    re.IGNORECASE,
)
_KIN = {*"mari femme epouse epoux mere pere fils fille frere soeur oncle cousin cousine".split()}
_OTHER_VOICE = re.compile(r"\b(?:réponse|réplique|réaction|question)\b", re.IGNORECASE)
_SHORT = 3
# So often has the only voice of an article spoken before words alone are its own.
_OFTEN = 3


def _is_told(one: Candidate) -> bool:
    """Whether a sentence tells of somebody who then speaks: `Un éleveur`, `Sa conseillère`."""
    determiner = one.name[:2].lower()
    if one.noun in ROLE_NOUNS - _KIN and determiner != "ce":  # `ce chauffeur`, who has a name
        return True
    return determiner == "un" and one.noun not in SPEAKING_NOUNS


class Voices(Clauses):
    """Rules for words that no clause of their own attributes."""

    def goes_on(self, place: Place) -> Answer | None:
        """Finds `Et d’ajouter : « … »`, `« … », dit X, « … »`, `juge « … » et dénonce « … »`."""
        clause = place.lead or place.before
        near = max(clause[0], clause[1] - HERE)
        text = self._text[near : clause[1]].rstrip()
        if self._discourse.previous is None:
            return None
        last, found = self._discourse.previous
        verbs = self._subjects.verbs(*place.before)
        same = last.last_sentence == place.sentence
        # « , qualifiant X de « … » »
        gerund = same and verbs and verbs[0].start == place.before[0] + len(", ")
        gerund = gerund and all(verb.loose for verb in verbs)
        adds = verbs and _AND_TO.match(text)
        if CONTINUES.search(text) or gerund or adds:
            return Answer(found, SAME_VOICE, clause)
        if not same:
            return None
        if _COORDINATED.match(text.strip(" ,")) and verbs:
            free = self._subjects.candidates(clause[0], verbs[0].start)
            new = NAMING.search(text) or any(not one.governed for one in free)
            return None if new else Answer(found, SAME_VOICE, place.before)
        split = text.endswith(",") and not self._discourse.informant(*place.before)
        goes_on = split or is_listed(self._text, last, place)
        return Answer(found, SAME_VOICE) if goes_on else None

    def went_on(self, place: Place) -> Answer | None:
        """Finds `X promet le silence. Et menace : « … »`, `Puis, tout bas : « … »`."""
        clause = place.lead or place.before
        text = self._text[slice(*clause)].strip()
        voice, paragraph = self._discourse.voice, self._discourse.voice_paragraph
        if paragraph == place.paragraph and _IMPERSONAL.match(text):
            return Answer(Found(voice, ""), SAME_VOICE, clause)
        if not text.endswith(":"):
            return None
        anew = _FINITE.search(text) or _OTHER_VOICE.search(text)
        if anew and not _GOES_ON.match(text):
            return None
        return self._answer(self._antecedents.previous(place.paragraph), COLON, clause)

    def hangs(self, place: Place) -> Answer | None:
        """Finds `X juge « A » le plan qui « B »`: other words of a sentence that has a speaker."""
        if is_title(self._text, place):
            return None
        previous = self._discourse.previous
        if previous is None or previous[0].last_sentence != place.sentence:
            return None
        other = self._text.find(";", *place.before)
        if other >= 0:  # « X parle d’« A » ; Y, d’« B » »
            told = self._discourse.topic(other + 1, place.mark.outer.start)
            return self._answer(told, BEFORE, place.before)
        return Answer(previous[1], ALIKE)

    def takes_up(self, place: Place) -> Answer | None:
        """Finds `« A », dit X. Il vise « B »`: the subject is who spoke last."""
        if is_title(self._text, place) or place.paragraph != self._discourse.voice_paragraph:
            return None
        members = self._discourse.topic(place.head, place.mark.outer.start)
        same = members and self._resolved(members).name == self._discourse.voice
        return self._answer(members, SAME_VOICE, place.before) if same else None

    def adds(self, place: Place) -> Answer | None:
        """Finds `X rappelle la date. Quant au prix, « il reste bas ».`: words without a verb."""
        start, end = place.head, max(place.after[1], place.before[1])
        frame = self._text[start : place.mark.outer.start] + self._text[place.mark.outer.end : end]
        if place.alone or is_title(self._text, place) or place.words < _SHORT:
            return None
        verbs = self._subjects.verbs(start, place.mark.outer.start)
        if verbs or _FINITE.search(frame) or self._discourse.free(start, end):
            return None
        return self._answer(self._antecedents.previous(place.paragraph), SAME_VOICE, None)

    def same_voice(self, place: Place) -> Answer | None:
        """Finds `« … », dit X. « … »`, and `X est inquiet. « … »`: a whole sentence of words."""
        if not place.alone:
            return None
        human = _MYSELF.search(place.mark.pieces[0].exact) is not None
        told = self._antecedents.previous(place.paragraph, human=human)
        if not told and self._opens_paragraph(place):
            told = self._antecedents.of(place.sentence - 1)
            same = len(told) == 1 and self._resolved(told).name == self._discourse.voice
            return self._answer(told, PREVIOUS, None) if same else None
        last, found = self._discourse.previous or (None, None)
        if last and found and last.paragraph == place.paragraph:
            near = last.last_sentence == place.sentence - 1
            silent = last.asks and not self._antecedents.of(place.sentence - 1)
            if self._discourse.answered if near else silent:
                return None  # « Combien ? » Silence. « Deux. »
            own = all(
                not (members := self._antecedents.of(number))
                or self._resolved(members).name == found.name
                for number in range(last.last_sentence + 1, place.sentence)
            )
            if not own and _TO_HIM.match(place.mark.pieces[0].exact):
                return Answer(Found(None, SEVERAL), SEVERAL)
            if own or self._is_about(place, told):
                return Answer(found, SAME_VOICE)
        told = self._named_before(place) or told
        known = len(told) == 1 and (told[0].kind != "someone" or _is_told(told[0]))
        ours = known and not self._is_about(place, told)
        return self._answer(told, PREVIOUS, None) if ours else None

    def only_voice(self, place: Place) -> Answer | None:
        """A paragraph of words, where one person has said all that came before."""
        often = len(self._discourse.voices) == 1 and self._discourse.voices.total() >= _OFTEN
        if not often or not place.alone or not self._opens_paragraph(place):
            return None
        return Answer(Found(self._discourse.voice, ""), ONLY_VOICE)

    def announced(self, place: Place) -> Answer | None:
        """Finds `« … » X n’a plus de voix.`, where words open a paragraph."""
        number = place.last_sentence + 1
        if not place.alone or number >= len(self._sentences):
            return None
        following = self._sentences[number]
        before = self._discourse.body.paragraph(self._sentences[place.sentence - 1]).number
        first = not place.sentence or before < place.paragraph
        same = self._discourse.body.paragraph(following).number == place.paragraph
        if not first or not same:
            return None
        members = self._discourse.topic(following.start, following.end)
        ends = (following.start, following.end - 1)
        quiet = not any(map(self._discourse.is_quoted, ends))
        human = len(members) == 1 and (members[0].kind == "person" or members[0].noun in PEOPLE)
        return self._answer(members, FOLLOWING, None) if human and quiet else None

    def _named_before(self, place: Place) -> Members:
        """The only person in the sentence before: `Même colère chez X. « … »`."""
        before = self._sentences[place.sentence - 1]
        same = place.sentence and self._discourse.body.paragraph(before).number == place.paragraph
        within = self._subjects.candidates(before.start, before.end) if same else []
        named = {one.name: one for one in within if one.kind == "person"}
        return tuple(named.values()) if len(named) == 1 else ()

    def _opens_paragraph(self, place: Place) -> bool:
        """Whether it opens a paragraph, after one that does not end with somebody's words."""
        before = self._sentences[place.sentence - 1]
        last = self._discourse.previous
        said = last and last[0].last_sentence == place.sentence - 1
        return self._discourse.body.paragraph(before).number < place.paragraph and not said

    def _is_about(self, place: Place, members: Members) -> bool:
        """Whether the words speak of these as of somebody else: « Il m’a dit… »."""
        match = _OF_HIM.match(self._text, place.mark.pieces[0].start)
        if match is None or len(members) != 1:
            return False
        who = match["who"]
        return not who or members[0].feminine in (None, who.lower() == "elle")

    def interview(self, place: Place) -> Answer | None:
        """A question is a paragraph, and the words that answer it are the next."""
        guest = self._discourse.first_person
        if not place.alone or place.paragraph == 1 or guest is None:
            return None
        question = self._discourse.body.paragraphs[place.paragraph - 2].passage
        index = bisect.bisect_left(
            self._discourse.quoted, question.end, key=lambda one: one.outer.start
        )
        answered = index > 0 and self._discourse.quoted[index - 1].outer.end > question.start
        asked = not answered and _QUESTION.fullmatch(question.exact)
        return self._answer((guest,), INTERVIEW, None) if asked else None
