"""The clause that says who speaks, inside the words or after them."""

import bisect
import re
from collections.abc import Iterator
from dataclasses import replace

from story.languages.fr.clause_subjects import Members
from story.languages.fr.clauses import Clauses
from story.languages.fr.discourse import AFTER, APPOSED, INSIDE, NOUN, SIGNED, Answer
from story.languages.fr.noun_phrases import pronoun_candidate, speaks
from story.languages.fr.quotation_places import HERE, LAST, NEAR, Place, Range, is_title
from story.languages.fr.speech_verbs import AFTERWARDS, COMPARED, LEAD, SpeechVerb, any_verb
from story.reading.body import Passage, plain

_RELATIVE_OPEN = re.compile(r", (?:qui|pour qui|dont|où|laquelle|lequel)\b[^,]*$")
_REMARK = re.compile(r" *\[[^\]]*\]")
_FIRST_WORD = re.compile(r", ([^\W\d_][\w-]*)")
_SIGNATURE = re.compile(r" *\.? *(?:[–—-] *|\()(?=\w)")
_SIGNED = re.compile(r"[,.)\n]| \(|$")
_STOP = re.compile(r"(?<!\bM)(?<!\bDr)[,.;:!?…]")
# « dégaine sur LinkedIn X »: where, how or when, between a verb and its subject.
_CIRCUMSTANCE = re.compile(
    r"(?: (?:pas|plus|guère|[a-zà-ÿ]+)(?: (?:hésité à|de) (?:s')?\w+)?)?"
    r"(?: (?:sur|à|au|aux|dans|devant|lors|en|depuis|auprès|par|avec|sans|de|d')\b[^,;:.«»]{1,40})?"
)
_IS = re.compile(r"(?:ne |n['’]|s['’]|se )?(?:a|ont|avai\w+|est|sont|étai\w+|sera|seront) ")
_QUOTATIONS = re.compile(r"(?:[«“\"][^«»“”\"]*[»”\"],? (?:et |puis )?)*")
# « le maire, lui, entend faire de X »
_MEANS_TO = re.compile(r" (?!hier\b)[a-zà-ÿ]+(?:er|ir|re)\b")
_MIDDLE = re.compile(r"[,?!…] ?")


class ClausesAfter(Clauses):
    """Rules for the clause inside the words, or after them."""

    def afterwards(self, place: Place) -> Answer | None:
        """Finds `« … » C’est par ces mots que X…`, `« … » Le constat de X est sans appel`."""
        number = place.last_sentence + 1
        if number >= len(self._sentences):
            return None
        start, end = self._sentences[number].start, self._sentences[number].end
        said = AFTERWARDS.match(self._text, start, end)
        if said is None or not (place.alone or said["whose"] or said["this"]):
            return None
        found = [one for one in self._subjects.candidates(said.end(), end) if one.speaks]
        if said["pronoun"]:
            found = [pronoun_candidate(said["pronoun"], said.end("pronoun"))]
        return self._answer(tuple(found[:1]), NOUN, (start, end))

    def signed(self, place: Place) -> Answer | None:
        """Finds `« … » – X`, `« … » (X)`."""
        start, end = place.after
        if place.alone and place.last_sentence + 1 < len(self._sentences):
            end = self._sentences[place.last_sentence + 1].end
        opens = place.mark.outer.start == place.head
        signature = _SIGNATURE.match(self._text, start, end)
        said = self._subjects.verbs(*place.before)
        if signature and not opens and (place.capital or said):
            return None
        members = self._subjects.phrase_at(signature.end()) if signature else ()
        if members and not _SIGNED.match(self._text, members[-1].end):
            return None  # « « Assez ! » – le maire se lève »
        return self._answer(members, SIGNED, (start, end))

    def inside(self, place: Place) -> Answer | None:
        """Finds `« Nous partons, déclare X. Et vite. »`."""
        answer: Answer | None = None
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
                known = self._subjects.verbs(opens.end(), opens.end() + 1)
                verb = known[0] if known else any_verb(self._text, opens.end())
                if verb is None or verb.loose:
                    continue
                limit = min(piece.end, verb.end + HERE)
                members = self._subjects.inverted(verb.pronoun, verb.end, limit)
                gap = self._text[verb.end : members[0].start] if members else ","
                named = verb.pronoun or (members and members[0].kind == "person" and gap == " ")
                if (
                    "," in gap
                    or _MEANS_TO.match(gap)
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
        before = self._text[max(piece.start, offset - HERE) : offset]
        return max(before.rfind("“"), before.rfind("«")) > max(before.rfind("”"), before.rfind("»"))

    def _end_of_aside(self, end: int, limit: int) -> int:
        """Where a clause inside a quotation ends: with its subject and what is said of that."""
        while True:
            stop = _STOP.search(self._text, end, limit)
            end = stop.start() if stop else limit
            word = _FIRST_WORD.match(self._text, end, limit)
            if word and speaks(plain(word[1])):
                end = word.end()
            elif APPOSED.match(self._text, end, limit):
                end += 2
            else:
                return end

    def after(self, place: Place) -> Answer | None:
        """Finds `« … », a déclaré X`, `« … », explique-t-elle`, `comme dit X`, `« … », selon X`."""
        start, end = place.after
        if remark := _REMARK.match(self._text, start, end):
            start = remark.end()
        if answer := self.according_after(place, start, end):
            return answer
        comma = self._text[start : start + 1] == ","
        if comma and _RELATIVE_OPEN.search(self._text, *place.before):
            return None  # « X, qui se dit « choqué », a quitté la salle »
        if members := self._resumes(place, start, end):
            return self._answer(members, AFTER, place.after)
        lead = COMPARED.match(self._text, start, end) or LEAD.match(self._text, start, end)
        verb = next(iter(self._subjects.verbs(start, end)), None)
        if not (verb and lead and verb.start <= lead.end() and not verb.loose):
            verb = self._any_verb(place, start, end)
        return self.said_by(verb, end, AFTER, place.after) if verb else None

    def _resumes(self, place: Place, start: int, end: int) -> Members:
        """The subject of `« … » : X…`, `« Soulagé », X part`, `Dénonçant « … », X part`."""
        first = next(iter(self._subjects.verbs(place.head, place.mark.outer.start)), None)
        gerund = first is not None and first.start == place.head
        before = self._text[max(place.head, place.mark.outer.start - HERE) : place.mark.outer.start]
        if not _QUOTATIONS.fullmatch(before) and not gerund:
            return ()
        if self._text[start : start + 2].strip()[:1] == ":":
            return self._discourse.topic(start + 2, end)
        beside = self._subjects.phrase_at(start + 2) if self._text[start : start + 1] == "," else ()
        return beside if beside and beside[0].kind == "person" else ()

    def _any_verb(self, place: Place, start: int, end: int) -> SpeechVerb | None:
        """Any verb after a comma, where its subject follows at once."""
        comma = self._text[start:end].lstrip()[:1] == ","
        ends = place.mark.pieces[-1].exact[-1] in ",!?…"
        verb = any_verb(self._text, start) if comma or ends else None
        if verb is None or verb.pronoun:
            return verb
        members = self._subjects.after(verb.end, end)
        gap = self._text[verb.end : members[0].start].rstrip() if members else "?"
        return verb if _CIRCUMSTANCE.fullmatch(gap) and members[0].speaks else None

    def closing(self, place: Place) -> Answer | None:
        """Finds the clause that ends a sentence whole without it: `X est « ému », a dit Y`."""
        # « X, « émue » ce soir, a remercié Y »: the verb of what stands before the words
        apposed = self._text.endswith(", ", 0, place.mark.outer.start)
        part = apposed and not _IS.match(place.mark.pieces[0].exact)
        part = part or _RELATIVE_OPEN.search(self._text, *place.before) is not None
        return None if part else self.far_after(place)

    def far_after(self, place: Place) -> Answer | None:
        """Finds `« Nous sommes prêts » pour la suite, a commenté X`, `« … » a été dit, selon X`.

        The end of the sentence is looked at too, past other quotations.
        """
        start, end = place.after
        opens = place.mark.outer.start == place.head
        subject = _IS.match(self._text[start : start + NEAR].lstrip())  # « « Demain » sera voté »
        if is_title(self._text, place) and (subject or not opens):
            return None
        last = self._sentences[place.last_sentence].end
        index = bisect.bisect_left(self._discourse.quoted, last, key=lambda one: one.outer.start)
        near = max(end, last - HERE, self._discourse.quoted[index - 1].outer.end)
        stretches = [(start, end), (near, last)][: 1 + (opens or not place.capital)]
        for left, right in stretches:
            for verb in self._subjects.verbs(left, right)[:LAST]:
                comma = self._text[verb.start - 2 : verb.start] == ", " and not verb.loose
                if comma and (answer := self.said_by(verb, right, AFTER, (left, right))):
                    return answer
            commas = [match.start() for match in re.finditer(",", self._text[left:right])]
            answers = (self.according_after(place, left + comma, right) for comma in commas[-LAST:])
            if answer := next((answer for answer in answers if answer), None):
                return answer
        return None
