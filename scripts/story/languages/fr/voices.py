"""Who speaks where no clause says so: the last voice, the subject before, the only voice."""

import bisect
import re

from story.languages.fr.antecedents import SEVERAL, Found
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
    TOPIC,
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
_KIN = "mari femme epouse epoux mere pere fils fille frere soeur oncle cousin cousine".split()
_OTHER_VOICE = re.compile(r"\b(?:réponse|réplique|réaction|question)\b", re.IGNORECASE)
# So many sentences without words may stand between two quotations of one voice.
_SILENT = 4
_SHORT = 3
# So often has the only voice of an article spoken before words alone are its own.
_OFTEN = 3


def _is_told(one: Candidate) -> bool:
    """Whether a sentence tells of somebody who then speaks: `Un éleveur`, `Sa conseillère`."""
    determiner = one.name[:2].lower()
    known = determiner == "ce" or one.plural  # `ce chauffeur`, who has a name
    office = one.noun in ROLE_NOUNS and one.noun not in _KIN and not known
    return office or (determiner == "un" and one.noun not in SPEAKING_NOUNS)


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
        verbs = self._candidates.verbs_within(*place.before)
        same = last.last_sentence == place.sentence
        # « , qualifiant X de « … » »
        gerund = same and verbs and verbs[0].start == place.before[0] + len(", ")
        gerund = gerund and all(verb.loose for verb in verbs)
        adds = verbs and verbs[0].loose and _AND_TO.match(text)
        if CONTINUES.search(text) or gerund or adds:
            return Answer(found, SAME_VOICE, clause)
        if not same or place.lead:
            return None
        if _COORDINATED.match(text.strip(" ,")) and verbs:
            free = self._candidates.within(clause[0], verbs[0].start)
            new = NAMING.search(text) or any(not one.governed for one in free)
            return None if new else Answer(found, SAME_VOICE, place.before)
        split = text.endswith(",") and not self._discourse.informant(*place.before)
        goes_on = not place.capital and (split or is_listed(self._text, last, place))
        return Answer(found, SAME_VOICE) if goes_on else None

    def went_on(self, place: Place) -> Answer | None:
        """Finds `X promet le silence. Et menace : « … »`, `Puis, tout bas : « … »`."""
        clause = place.lead or place.before
        text = self._text[slice(*clause)].strip()
        colon = text.endswith(":")
        words = not is_title(self._text, place) and place.words >= _SHORT
        if (
            self._discourse.voice_paragraph == place.paragraph
            and (colon or words)
            and _IMPERSONAL.match(text)
        ):
            return Answer(Found(self._discourse.voice, ""), SAME_VOICE, clause)
        if not colon:
            return None
        verbless = not _FINITE.search(text) and not self._candidates.verbs_within(*clause)
        if not _GOES_ON.match(text) and (not verbless or _OTHER_VOICE.search(text)):
            return None
        told = self._antecedents.previous(place.paragraph)
        return self._discourse.answer(told, COLON, clause)

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
            return self._discourse.answer(told, BEFORE, place.before)
        return Answer(previous[1], ALIKE)

    def takes_up(self, place: Place) -> Answer | None:
        """Finds `« A », dit X. Il vise « B »`: the subject is who spoke last."""
        if (
            is_title(self._text, place)
            or place.lead
            or place.paragraph != self._discourse.voice_paragraph
        ):
            return None
        members = self._discourse.topic(place.head, place.mark.outer.start)
        same = members and self._discourse.resolved(members).name == self._discourse.voice
        return self._discourse.answer(members, SAME_VOICE, place.before) if same else None

    def adds(self, place: Place) -> Answer | None:
        """Finds `X rappelle la date. Quant au prix, « il reste bas ».`: words without a verb."""
        start, end = place.head, max(place.after[1], place.before[1])
        frame = self._text[start : place.mark.outer.start] + self._text[place.mark.outer.end : end]
        told = self._antecedents.previous(place.paragraph)
        if (
            len(told) != 1
            or place.lead
            or place.alone
            or is_title(self._text, place)
            or place.words < _SHORT
        ):
            return None
        free = self._discourse.free(start, end)
        if (
            free
            or _FINITE.search(frame)
            or self._candidates.verbs_within(start, place.mark.outer.start)
        ):
            return None
        return self._discourse.answer(told, SAME_VOICE, None)

    def same_voice(self, place: Place) -> Answer | None:
        """Finds `« … », dit X. « … »`, and `X est inquiet. « … »`: a whole sentence of words."""
        if not place.alone:
            return None
        human = _MYSELF.search(place.mark.pieces[0].exact) is not None
        told = self._antecedents.previous(place.paragraph, human=human)
        if not told and self._opens_paragraph(place):
            told = self._antecedents.of(place.sentence - 1)
            same = len(told) == 1 and self._discourse.resolved(told).name
            return (
                self._discourse.answer(told, TOPIC, None)
                if same and same == self._discourse.voice
                else None
            )
        if self._discourse.previous:
            last, found = self._discourse.previous
            near = last.last_sentence == place.sentence - 1
            silent = not near and not self._antecedents.of(place.sentence - 1)
            closed = self._discourse.answered if near else silent and last.asks and not place.asks
            if last.paragraph == place.paragraph and closed:
                return None  # « Combien ? » Silence. « Deux. »
            between = range(last.last_sentence + 1, place.sentence)
            own = len(between) < _SILENT and all(
                not (members := self._antecedents.of(number))
                or self._discourse.resolved(members).name == found.name
                for number in between
            )
            if last.paragraph == place.paragraph and (own or self._is_about(place, told)):
                either = not own and _TO_HIM.match(place.mark.pieces[0].exact)
                return (
                    Answer(Found(None, SEVERAL), SEVERAL) if either else Answer(found, SAME_VOICE)
                )
        told = self._named_before(place) or told
        known = len(told) == 1 and (told[0].kind != "someone" or _is_told(told[0]))
        if not known or self._is_about(place, told):
            return None
        return self._discourse.answer(told, TOPIC, None)

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
        quiet = not any(
            self._discourse.is_quoted(at) for at in (following.start, following.end - 1)
        )
        human = len(members) == 1 and (members[0].kind == "person" or members[0].noun in PEOPLE)
        if not human or not quiet:
            return None
        return self._discourse.answer(members, FOLLOWING, None)

    def _named_before(self, place: Place) -> Members:
        """The only person in the sentence before: `Même colère chez X. « … »`."""
        before = self._sentences[place.sentence - 1]
        same = place.sentence and self._discourse.body.paragraph(before).number == place.paragraph
        within = self._candidates.within(before.start, before.end) if same else []
        named = {one.name: one for one in within if one.kind == "person"}
        alone = len(named) == 1 and not any(
            self._discourse.is_quoted(one.start) for one in named.values()
        )
        return tuple(named.values()) if alone else ()

    def _opens_paragraph(self, place: Place) -> bool:
        """Whether it opens a paragraph, after one that does not end with somebody's words."""
        before = self._sentences[place.sentence - 1]
        said = (
            self._discourse.previous
            and self._discourse.previous[0].last_sentence == place.sentence - 1
        )
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
        if not place.alone or place.paragraph == 1 or self._discourse.first_person is None:
            return None
        question = self._discourse.body.paragraphs[place.paragraph - 2].passage
        index = bisect.bisect_left(
            self._discourse.quoted, question.end, key=lambda one: one.outer.start
        )
        answered = index > 0 and self._discourse.quoted[index - 1].outer.end > question.start
        asked = not answered and _QUESTION.fullmatch(question.exact)
        return (
            self._discourse.answer((self._discourse.first_person,), INTERVIEW, None)
            if asked
            else None
        )
