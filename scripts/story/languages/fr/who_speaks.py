"""Who speaks in a quotation, and why the reader thinks so.

For each quotation in order, the rules of `_rules` are asked until one answers: first for a clause
that attributes it, after the words (`clauses_after`) or before them (`clauses_before`), then for a
voice that goes on (`voices`). A rule finds the subject of its clause among the candidates
(`clause_subjects`); whom that stands for is told by what went before (`discourse`, `antecedents`).
Where a clause attributes and its subject is not settled, the quotation has no speaker. Words
between quotation marks that nothing attributes are no quotation: a term, a title.
"""

from collections.abc import Sequence

from story.languages.found_types import FoundPerson, Unattributed
from story.languages.fr.antecedents import Found
from story.languages.fr.clauses_after import ClausesAfter
from story.languages.fr.clauses_before import ClausesBefore
from story.languages.fr.discourse import ACCORDING_TO, AFTER, ALIKE, NO_CLAUSE, Answer, Discourse
from story.languages.fr.quotation_places import SPOKEN, Place, find_places, is_listed, is_title
from story.languages.fr.speech_verbs import MEDIUM, REPLY
from story.languages.fr.voices import Voices
from story.model import Quotation
from story.reading.body import Body, Passage
from story.reading.quotation_marks import Quoted


def attribute(
    body: Body,
    sentences: Sequence[Passage],
    quoted: Sequence[Quoted],
    people: Sequence[FoundPerson],
) -> tuple[tuple[Quotation, ...], tuple[Unattributed, ...]]:
    """The quotations of an article, in order, and what is said in it without a speaker."""
    answers = _Reader(Discourse(body, sentences, quoted, people)).answers()
    told = [(mark, answer) for mark, answer in answers if answer]
    return (
        tuple(_quotation(body, mark, answer) for mark, answer in told if answer.found.name),
        tuple(
            Unattributed(mark.pieces[0], answer.reason)
            for mark, answer in told
            if not answer.found.name
        ),
    )


def _quotation(body: Body, mark: Quoted, answer: Answer) -> Quotation:
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
        passages=tuple(part for parts in said for part in parts if part.exact.strip(" ,.;:"))
        or mark.pieces,
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

    def __init__(self, discourse: Discourse) -> None:
        self._discourse = discourse
        after, before = ClausesAfter(discourse), ClausesBefore(discourse)
        voices = Voices(discourse)
        self._rules = (
            after.afterwards,
            after.signed,
            after.inside,
            after.after,
            before.passive,
            voices.goes_on,
            after.closing,
            before.before,
            voices.went_on,
            before.verb_inside,
            after.far_after,
            voices.hangs,
            voices.takes_up,
            voices.adds,
            voices.same_voice,
            voices.only_voice,
            voices.announced,
            voices.interview,
        )

    def answers(self) -> list[tuple[Quoted, Answer | None]]:
        """Each quotation with its speaker, or with why it has none; None for terms and titles."""
        told = self._discourse
        answers: list[tuple[Quoted, Answer | None]] = []
        waiting: list[Place] = []  # those that a later quotation of their sentence may speak for
        quoted = [one for one in told.quoted if one.pieces[0].exact[0] != "#"]
        names = {one.start for one in told.subjects.everybody if one.kind == "person"}
        for place in find_places(told.body, told.sentences, quoted, names):
            told.note_before(place)
            with told.antecedents.without(told.named_in(place)):
                answer = next((found for rule in self._rules if (found := rule(place))), None)
            if answer and answer.found.name:
                for number, other in enumerate(self._spoken_for(waiting, place, answer), 1):
                    answers[-number] = (other.mark, Answer(answer.found, ALIKE, answer.clause))
                waiting = []
            if waiting and waiting[-1].last_sentence != place.sentence:
                waiting = []
            if answer is None:
                waiting.append(place)
                if place.alone or place.words >= SPOKEN:
                    answer = Answer(Found(None, NO_CLAUSE), NO_CLAUSE)
            answers.append((place.mark, answer))
            told.remember(place, answer)
        return answers

    def _spoken_for(self, waiting: Sequence[Place], place: Place, answer: Answer) -> list[Place]:
        """The quotations without a speaker that an answer is for too, the last first.

        Those of a list with the one answered; or one in the sentence before, which is about whoever
        speaks: `Elle a grandi « … ». « … », dit-elle`.
        """
        last = waiting[-1] if waiting else place
        if last.last_sentence == place.sentence - 1 and last.paragraph == place.paragraph:
            topic = self._discourse.antecedents.of(last.sentence)
            same = {one.name for one in topic} == {answer.found.name}
            whole = last.alone or is_title(self._discourse.text, last)
            return [last] if same and not whole else []
        found: list[Place] = []
        if not answer.reason.startswith((AFTER, ACCORDING_TO)):
            return found
        following = place
        for other in reversed(waiting):
            beside = other.mark.outer.end == following.before[0]
            if not beside or not is_listed(self._discourse.text, other, following):
                break
            found.append(other)
            following = other
        return found
