"""The story: what an article tells by itself, with what a dossier says in place of it.

Where what it tells stands on its pages: each event, and each statement with its address.
"""

import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from story.edtf_date import EdtfDate
from story.evidence import Source, SourcePassage
from story.faults import Fault
from story.languages.language import Language
from story.model import Amount, Dossier, Event, Quotation, Statement, statements_in
from story.reading.article_file import Article
from story.reading.body import Passage, Places, quoted
from story.reading.draft_from_article import Draft, draft


@dataclass(frozen=True, slots=True, kw_only=True)
class Story(Dossier):
    """All that the pages show: the sections of a dossier, and the article that it is about.

    `sources` are those that something rests on; `report` is the article itself as an event, where
    nobody has said what the events are; `unused` are the sentences of the article that support
    nothing and are not set aside; `unfinished` is what holds the place of a text still to be
    written.
    """

    draft: Draft
    exchange: tuple[Quotation, ...]
    report: Event | None
    sources: tuple[Source, ...]
    unused: tuple[Passage, ...]
    unfinished: tuple[Fault, ...]

    @property
    def article(self) -> Article:
        """The article."""
        return self.draft.article

    @property
    def language(self) -> Language:
        """Its language, which is that of the pages."""
        return self.draft.language

    def theme_of(self, event: Event) -> str:
        """The name of the theme of an event; "" where it has none."""
        return next((one.name for one in self.themes if one.id == event.theme), "")

    @property
    def changed(self) -> EdtfDate:
        """When it was last changed, or the day of the article where nobody says."""
        return self.updated or self.day

    @property
    def day(self) -> EdtfDate:
        """The day of the article."""
        return EdtfDate(self.article.day.isoformat())


def opening_sums(story: Story) -> tuple[Amount, ...]:
    """The two sums that a story is about, the larger first: of its first group of amounts."""
    kinds = story.amount_groups[0].kinds if story.amount_groups else ()
    pair = [amount for amount in story.amounts if amount.kind in kinds][:2]
    if len(pair) < 2 or pair[0].currency != pair[1].currency:  # noqa: PLR2004 - a pair
        return ()
    return tuple(sorted(pair, key=lambda amount: -amount.value))


def read_story(article: Article) -> Story:
    """The story that an article tells by itself."""
    return make_story(draft(article))


def make_story(
    drafted: Draft,
    dossier: Dossier | None = None,
    sources: Mapping[str, Source] | None = None,
    unfinished: Iterable[Fault] = (),
) -> Story:
    """The story of an article: each section of the dossier stands in place of the draft's."""
    sections = {
        one.name: getattr(dossier, one.name, None) or getattr(drafted.dossier, one.name)
        for one in dataclasses.fields(Dossier)
    }
    # People by the dossier, events by the draft: these may name some that are no longer told.
    known_people = {one.id for one in sections["people"]}
    sections["events"] = tuple(one.among(known_people) for one in sections["events"])
    for section in ("events", "after"):
        sections[section] = tuple(sorted(sections[section], key=lambda event: event.date.sort_key))
    told = Dossier(**sections)
    used = [passage for one in told.statements() for passage in one.passages]
    places = Places([*used, *(one.passage for one in told.set_aside)])
    return Story(
        **sections,
        draft=drafted,
        exchange=drafted.exchange,
        report=None if dossier and dossier.events else _report(drafted),
        sources=tuple(_used(told, sources or {})),
        unused=tuple(one for one in drafted.sentences if not places.overlap(one)),
        unfinished=tuple(sorted(unfinished)),
    )


def _report(drafted: Draft) -> Event:
    """The article itself, as something that happened."""
    return Event(
        id="parution",
        date=EdtfDate(drafted.article.day.isoformat()),
        title=f"{drafted.article.publisher} publie l’article",
        text=quoted(drafted.lead.exact),
        evidence=(drafted.lead,),
    )


def _used(told: Dossier, known: Mapping[str, Source]) -> Iterable[Source]:
    """The sources that an evidence names, that say the same as one that does, or translate."""
    used = {one.source for one in told.renderings}
    for statement in told.statements():
        for item in statement.evidence:
            if isinstance(item, SourcePassage):
                used |= {item.source.id, *(source.id for source in item.see)}
    return (source for id_, source in known.items() if id_ in used)


# The page of each section, and the id there of what has none of its own.
_PLACES = {
    "essentials": ("index", ""),
    "chapters": ("index", ""),
    "events": ("chronologie", ""),
    "after": ("chronologie", ""),
    "people": ("qui-est-qui", ""),
    "amounts": ("index", "montants"),
    "originals": ("echange", "paroles"),
    "asides": ("echange", ""),
    "structures": ("qui-est-qui", ""),
    "differences": ("sources", ""),
    "not_said": ("sources", "non-dits"),
    "glossary": ("sources", ""),
}


class Told(NamedTuple):
    """A statement, the key of its section, its page and the nearest id there ("" for the page)."""

    section: str
    page: str
    id: str
    statement: Statement


def told_in(story: Story) -> Iterator[Told]:
    """Every statement of a story that its pages show, in the order of the sections."""
    for section, (page, id_) in _PLACES.items():
        for entry in getattr(story, section):
            place = id_ or getattr(entry, "id", None) or ""
            yield from (Told(section, page, place, one) for one in statements_in(entry))


def events_in(story: Story) -> list[Event]:
    """Every event that the timeline shows, in the order of their dates."""
    events = [*story.events, *([story.report] if story.report else []), *story.after]
    return sorted(events, key=lambda event: event.date.sort_key)
