"""Who may speak in an article, and its verbs of speech, by their places."""

from __future__ import annotations

import bisect
from dataclasses import replace
from typing import TYPE_CHECKING

from story.languages.fr.noun_phrases import NounPhrases
from story.languages.fr.speech_verbs import speech_verbs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from story.languages.found_types import FoundPerson
    from story.languages.fr.noun_phrases import Candidate
    from story.languages.fr.speech_verbs import SpeechVerb
    from story.reading.body import Body


class Candidates:
    """All candidates and verbs of speech of an article, in order, at offsets of its body."""

    def __init__(self, body: Body, people: Sequence[FoundPerson]) -> None:
        self.text = body.folded
        verbs = speech_verbs(self.text)
        self.all = NounPhrases(self.text, body.text, verbs).find(people)
        self._starts = [one.start for one in self.all]
        ends = {one.end for one in self.all if one.speaks}
        self._verbs = [  # « Paul l’accuse »: what follows a subject is no noun
            replace(verb, doubtful=verb.doubtful and verb.start - 1 not in ends) for verb in verbs
        ]
        self._verb_starts = [verb.start for verb in verbs]

    def within(self, start: int, end: int) -> list[Candidate]:
        """Those that begin between two offsets."""
        first = bisect.bisect_left(self._starts, start)
        return self.all[first : bisect.bisect_left(self._starts, end, first)]

    def verbs_within(self, start: int, end: int) -> list[SpeechVerb]:
        """The verbs of speech that begin between two offsets."""
        first = bisect.bisect_left(self._verb_starts, start)
        return self._verbs[first : bisect.bisect_left(self._verb_starts, end, first)]
