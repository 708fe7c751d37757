"""Events and statements as tables: CSV as RFC 4180 has it, in UTF-8.

It begins with a byte order mark: without one, spreadsheets take accents for another encoding.
"""

import csv
import io
from collections.abc import Iterable, Sequence

from story.assemble_story import Story, events_in, told_in
from story.evidence import Evidence, source_of
from story.exports.addresses import Addresses

_EVENTS = (
    "identifiant date_edtf précision date titre texte thème personnes sources passages adresse"
)
_STATEMENTS = "rubrique texte sources passages adresse"
_WITHIN = " | "


def events_table(story: Story, addresses: Addresses) -> bytes:
    """A line for each event; where it has several people or passages, they are parted by bars."""
    typeset = story.language.typeset
    people = {person.id: person.name for person in story.people}
    rows = (
        (
            event.id,
            event.date.edtf,
            event.date.precision,
            story.language.show_date(event.date),
            typeset(event.title),
            typeset(event.text),
            story.theme_of(event),
            _WITHIN.join(people[id_] for id_ in event.people),
            *_supports(event.evidence),
            addresses.of("chronologie", event.id),
        )
        for event in events_in(story)
    )
    return _table(_EVENTS, rows)


def statements_table(story: Story, addresses: Addresses) -> bytes:
    """A line for each statement, with what supports it."""
    rows = (
        (
            one.section,
            story.language.typeset(one.statement.text),
            *_supports(one.statement.evidence),
            addresses.of(one.page, one.id),
        )
        for one in told_in(story)
    )
    return _table(_STATEMENTS, rows)


def _supports(evidence: Iterable[Evidence]) -> tuple[str, str]:
    """The ids of the sources of some evidence, and its words, in the same order."""
    items = tuple(evidence)
    return _WITHIN.join(map(source_of, items)), _WITHIN.join(item.exact for item in items)


def _table(head: str, rows: Iterable[Sequence[str]]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(head.split())
    writer.writerows(rows)
    return text.getvalue().encode("utf-8-sig")
