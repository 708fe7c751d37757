"""Who speaks in a quotation: what stands after it, before it, or in the sentence that leads to it.

Words between quotation marks that nobody is said to speak are no quotation: a term, a title.
The rules are tried in the order of `_RULES`; each one's docstring gives its form.
"""

from __future__ import annotations

import bisect
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from story.languages.fr.speaker_candidates import Speakers
from story.languages.fr.speech_verbs import (
    ACCORDING_AFTER,
    ACCORDING_BEFORE,
    ACCORDING_FAR,
    CONTINUES,
    MEDIUM,
    NAMING,
    REPLY,
    THAT,
    speech_verbs,
    verb_after,
)
from story.model import Quotation
from story.reading.body import Body, Passage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from story.languages.found_types import FoundPerson
    from story.reading.quotation_marks import Quoted

_COORDINATED = re.compile(r"(?:et|puis|mais|ou) ", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a quotation stands: the text before and after it in its sentence, what leads to it.

    `lead` is the sentence before, where that one ends with a colon and this one opens with the
    quotation. `previous` is the quotation before, with its speaker.
    """

    mark: Quoted
    before: Passage
    after: Passage
    lead: Passage | None
    previous: tuple[Quoted, str] | None
    follows_in_paragraph: bool


_Found = tuple[str, Passage | None]
"""A speaker, and the passage that says so."""


def attribute(
    body: Body,
    sentences: Sequence[Passage],
    quoted: Sequence[Quoted],
    people: Sequence[FoundPerson],
) -> tuple[Quotation, ...]:
    """The quotations to which the article gives a speaker, in order."""
    speakers = Speakers(body, people)
    folded = replace(body, text=body.folded)
    quotations: list[Quotation] = []
    previous: tuple[Quoted, str] | None = None
    for index in range(len(quoted)):
        place = _place(folded, sentences, quoted, index, previous)
        found = next((found for rule in _RULES if (found := rule(speakers, place))), None)
        if found:
            quotations.append(_quotation(body, place.mark, *found))
            previous = (place.mark, found[0])
    return tuple(quotations)


def _place(
    body: Body,
    sentences: Sequence[Passage],
    quoted: Sequence[Quoted],
    index: int,
    previous: tuple[Quoted, str] | None,
) -> _Place:
    mark = quoted[index].outer
    last_end = quoted[index - 1].outer.end if index else 0
    next_start = quoted[index + 1].outer.start if index + 1 < len(quoted) else len(body.text)
    number = bisect.bisect_left(sentences, mark.end, key=lambda sentence: sentence.end)
    sentence = sentences[number]
    before = body.passage(max(sentence.start, last_end), mark.start)
    lead = sentences[number - 1] if number and not before.exact.strip("–—-") else None
    if lead and not lead.exact.endswith(":"):
        lead = None
    return _Place(
        mark=quoted[index],
        before=before,
        after=body.passage(mark.end, min(sentence.end, next_start)),
        lead=lead and body.passage(max(lead.start, last_end), lead.end),
        previous=previous,
        follows_in_paragraph=previous is not None
        and body.paragraph(previous[0].outer) == body.paragraph(mark),
    )


def _quotation(body: Body, mark: Quoted, speaker: str, attribution: Passage | None) -> Quotation:
    medium = MEDIUM.search(attribution.exact) if attribution else None
    return Quotation(
        speaker=speaker,
        passage=mark.inner,
        attribution=attribution and body.passage(attribution.start, attribution.end),
        medium=body.passage(attribution.start + medium.start(), attribution.start + medium.end())
        if attribution and medium
        else None,
        replies=bool(attribution and REPLY.search(attribution.exact)),
    )


def _said_after(speakers: Speakers, place: _Place) -> _Found | None:
    """`« … », a déclaré Paul X`, `« … », explique-t-elle`, `« … », selon X`."""
    start, end = place.after.start, place.after.end
    speaker = None
    if according := ACCORDING_AFTER.match(place.after.exact):
        speaker = speakers.subject_after(start + according.end(), end)
    elif verb := verb_after(place.after.exact):
        if verb.pronoun is None:
            speaker = speakers.subject_after(start + verb.end, end)
        else:
            speaker = speakers.pronoun(verb.pronoun, start)
    return (speaker, place.after) if speaker else None


def _goes_on(speakers: Speakers, place: _Place) -> _Found | None:
    """`Et d’ajouter : « … »`, `« … », dit X, « … »`, `juge « … » et dénonce « … »`."""
    if place.previous is None:
        return None
    mark, speaker = place.previous
    split = place.before.start - mark.outer.end <= 1  # at most a space between
    between = place.before.exact.rstrip()
    if CONTINUES.search(between):
        return speaker, place.before
    if split and _COORDINATED.match(between) and speech_verbs(between):
        subject = speakers.subject_before(place.before.start, place.before.end)
        return None if subject else (speaker, place.before)
    goes_on = split and between.endswith(",") and not place.mark.inner.exact[:1].isupper()
    return (speaker, None) if goes_on else None


def _said_before(speakers: Speakers, place: _Place) -> _Found | None:
    """`X a déclaré : « … »`, `Selon X, « … »`, also in the sentence that leads to the quotation."""
    passage = place.lead or place.before
    text = passage.exact.rstrip()
    speaker = None
    if CONTINUES.search(text) and place.previous:
        speaker = place.previous[1]
    elif according := ACCORDING_BEFORE.search(text):
        speaker = speakers.subject_after(
            passage.start + according.start("who"), passage.start + according.end("who")
        )
    elif text.endswith(":"):
        speaker = _led_by_colon(speakers, passage.start, text)
    elif not NAMING.search(text) and (
        not place.mark.inner.exact[:1].isupper() or THAT.search(text)
    ):
        speaker = _woven_in(speakers, passage.start, text)
    return (speaker, passage) if speaker else None


def _led_by_colon(speakers: Speakers, start: int, text: str) -> str | None:
    """The subject of the last verb of speech before a colon; without one, whoever is named."""
    for verb in reversed(speech_verbs(text)):
        if verb.pronoun:
            return speakers.pronoun(verb.pronoun, start + verb.start)
        speaker = speakers.subject_before(start, start + verb.start)
        speaker = speaker or speakers.subject_after(start + verb.end, start + len(text) - 1)
        if speaker:
            return speaker
    return speakers.subject_before(start, start + len(text.rstrip(": ")))


def _woven_in(speakers: Speakers, start: int, text: str) -> str | None:
    """The subject where a sentence takes words in: `X juge l’offre « insuffisante »`."""
    clause = max(text.rfind(":"), text.rfind(";")) + 1
    for verb in reversed(speech_verbs(text[clause:])):
        if verb.pronoun:
            return speakers.pronoun(verb.pronoun, start + clause + verb.start)
        if speaker := speakers.subject_before(start + clause, start + clause + verb.start):
            return speaker
    if far := ACCORDING_FAR.search(text):
        return speakers.subject_after(start + far.start("who"), start + far.end("who"))
    return None


def _same_voice(_: Speakers, place: _Place) -> _Found | None:
    """`« … », dit X. « … »`: a whole sentence of words, after others in the same paragraph."""
    alone = not place.before.exact.strip("–—-") and not place.after.exact.strip(".")
    if place.previous and place.follows_in_paragraph and alone:
        return place.previous[1], None
    return None


def _signed(speakers: Speakers, place: _Place) -> _Found | None:
    """`« … » – Paul X`."""
    if signature := re.match(r"[–—-] *", place.after.exact):
        start = place.after.start + signature.end()
        if speaker := speakers.subject_after(start, place.after.end):
            return speaker, place.after
    return None


_RULES = (_said_after, _goes_on, _said_before, _same_voice, _signed)
