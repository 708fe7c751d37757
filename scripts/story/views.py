"""What each page shows, prepared for its template: the dossier's words, or the article's own."""

from __future__ import annotations

import calendar
import datetime
import re
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from story.dates import EdtfDate
from story.dossier import THEMES
from story.drawings import Arrow, Bar, Box, Mark, draw_axis, draw_bars, draw_structure
from story.evidence import Evidence, Source, SourcePassage, Statement
from story.markdown import Markdown, escape, link
from story.notes import Notes, inside
from story.text import Passage, squeeze

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from story.dossier import Entry
    from story.quotations import Quotation
    from story.story import Event, Story

Values = dict[str, Any]


@dataclass(frozen=True, slots=True)
class View:
    """One page in the making: the story, the notes of every page, and those of this one."""

    story: Story
    all_notes: Mapping[str, Notes]
    notes: Notes
    words: Mapping[str, re.Pattern[str]]
    """The words of the glossary, by their ids."""
    terms: set[str] = field(default_factory=set)
    """Words of the glossary that this page has used already."""

    def typeset(self, text: str) -> str:
        """The text with the typography of its language."""
        return self.story.language.typeset(text)

    def said(self, statement: Statement | None) -> Values:
        """A statement of ours with its marks."""
        assert statement is not None  # noqa: S101 - the entry makes one
        return {
            "text": self.explained(statement.text),
            "marks": self.notes.mark(*statement.evidence),
        }

    def explained(self, text: str) -> Markdown:
        """A text of ours in which each word of the glossary leads there, once a page."""
        shown = str(escape(self.typeset(text)))
        for id_, pattern in self.words.items():
            if id_ not in self.terms and (match := pattern.search(shown)):
                self.terms.add(id_)
                link_ = f"[{match[0]}](sources.md#{id_})"
                shown = shown[: match.start()] + link_ + shown[match.end() :]
        return Markdown(shown)

    def verbatim(self, passage: Passage, text: str = "") -> Values:
        """Words of the article between marks; `text` where they are cut."""
        words = escape(inside(self.typeset(text or passage.exact)))
        return {
            "text": Markdown(f"«&nbsp;{words}&nbsp;»"),
            "marks": self.notes.mark(passage),
        }

    def time(self, date: EdtfDate, *, capital: bool = False) -> Markdown:
        """A date as readers see it, and as machines do where HTML has a form for it."""
        words = self.story.language.show_date(date)
        shown = escape(_sentence(words) if capital else words)
        if date.machine is None:
            return shown
        return Markdown(f'<time datetime="{date.machine}">{shown}</time>')

    @property
    def publisher(self) -> Markdown:
        """The article's publisher, linked where its address is known."""
        article = self.story.article
        name = self.typeset(article.publisher)
        return link(name, article.url) if article.url else escape(name)

    @property
    def published(self) -> Markdown:
        """The day of the article."""
        return self.time(self.story.published)

    def recased(self) -> str:
        """The title with the names as the body writes them, where a newsletter shouts surnames."""
        title = self.story.article.title
        for person in self.story.people:
            for name in sorted({person.name, *person.name.split(), *person.aliases}, key=len)[::-1]:
                if len(name) > 1:
                    title = title.replace(name.upper(), name)
        return self.typeset(title)


def glossary_patterns(story: Story) -> dict[str, re.Pattern[str]]:
    """A pattern for each word of the glossary, by its id: the word, not inside a link."""
    typeset = story.language.typeset
    return {
        entry["id"]: re.compile(
            rf"(?<![\w’\[]){re.escape(escape(typeset(entry['term'])))}(?![\w\]])", re.IGNORECASE
        )
        for entry in story.dossier["glossary"]
    }


def summary(view: View) -> Values:
    """The home page: the essentials on one screen, then the story in short chapters."""
    story, dossier = view.story, view.story.dossier
    common = {
        "title": view.typeset(dossier.title) if dossier.title else view.recased(),
        "description": dossier.title or view.recased(),
        "essentials": _essentials(view),
        "article": Markdown(f"{view.publisher} ({view.published})"),
        "introduced": bool(dossier.sections),
        "chapters": [
            {
                "id": Markdown(chapter["id"]),
                "title": view.typeset(chapter["title"]),
                "statements": [view.said(one.statement) for one in chapter.lists["statements"]],
                "to": Markdown(f"{chapter['page']}.md#{chapter['anchor']}"),
                "page": _destination(view, chapter),
            }
            for chapter in dossier["chapters"]
        ],
        "drawings": [],
        "amounts": [],
        "events": [],
        "people": [],
    }
    if dossier["amounts"]:
        return common | _drawn_amounts(view)
    if dossier.sections:
        return common
    return common | {
        "amounts": [
            view.verbatim(passage)
            for passage in dict.fromkeys(amount.evidence[0] for amount in story.amounts)
        ],
        "events": [
            {
                "date": view.time(event.date),
                "link": Markdown(
                    f"[«&nbsp;{escape(inside(view.typeset(event.title)))}&nbsp;»]"
                    f"(chronologie.md#{event.id})"
                ),
            }
            for event in story.events
        ],
        "people": [
            {
                "name": view.typeset(person.name),
                "role": view.typeset(person.role or ""),
                "marks": view.notes.mark(person.evidence[0]),
            }
            for person in story.people
        ],
    }


def _destination(view: View, chapter: Entry) -> str:
    """What a chapter leads to: the event, where it is one, and its page."""
    event = next((e for e in view.story.events if e.id == chapter["anchor"]), None)
    page = _TITLES[chapter["page"]]
    return view.typeset(f"{page} : {event.title}") if event else page


def _essentials(view: View) -> list[Values]:
    story = view.story
    if entries := story.dossier["essentials"]:
        return [
            {"label": view.typeset(entry["label"])} | view.said(entry.statement)
            for entry in entries
        ]
    facts = []
    amount = next((a for a in story.amounts if story.lead.overlaps(a.evidence[0])), None)
    if amount:
        shown = view.verbatim(amount.evidence[0])
        shown["text"] = Markdown(f"**{escape(view.typeset(amount.text))}**")
        facts.append({"label": "Le montant"} | shown)
    facts.append({"label": "Les faits"} | view.verbatim(story.lead))
    facts += [
        {"label": _spoken(view, quotation)} | view.verbatim(quotation.passage)
        for quotation in story.exchange
    ]
    source: Values = {
        "text": Markdown(f"{view.publisher}, le {view.published}"),
        "marks": Markdown(""),
    }
    if story.informant:
        informant = view.verbatim(story.informant)
        source["text"] = Markdown(f"{source['text']}, d’après {informant['text']}")
        source["marks"] = informant["marks"]
    return [*facts, {"label": "Selon qui, et quand"} | source]


def _spoken(view: View, quotation: Quotation) -> str:
    speaker = quotation.speaker[0].upper() + quotation.speaker[1:]
    parts = [speaker, "en réponse" if quotation.replies else ""]
    parts += [quotation.medium.exact] if quotation.medium else []
    return view.typeset(", ".join(filter(None, parts)))


def _drawn_amounts(view: View) -> Values:
    """The offer beside its tenth; then amounts of other kinds, each with its kind."""
    entries = view.story.dossier["amounts"]
    groups = [
        [entry for entry in entries if entry["kind"] in kinds]
        for kinds in (("offre", "plaisanterie"), ("prix payé", "valorisation"))
    ]
    titles = (
        "L’offre et la réponse, à la même échelle",
        "D’autres montants, à leur propre échelle",
    )
    return {
        "drawings": [
            {
                "title": title,
                "drawing": draw_bars(
                    f"montants-{number}",
                    title,
                    [
                        Bar(
                            Decimal(entry["value"]),
                            view.typeset(entry["text"]),
                            view.typeset(
                                f"{_sentence(entry['kind'])}, {_year(entry)} : {entry['label']}"
                            ),
                        )
                        for entry in group
                    ],
                ),
            }
            for number, (title, group) in enumerate(zip(titles, groups, strict=True), 1)
            if group
        ],
        "amounts": [
            {
                "text": Markdown(
                    f"{escape(_sentence(entry['kind']))}&nbsp;: "
                    f"**{escape(view.typeset(entry['text']))}**, "
                    f"{escape(view.typeset(entry['label']))}, {view.time(entry.day)}"
                ),
                "marks": view.said(entry.statement)["marks"],
            }
            for entry in entries
        ],
    }


def _sentence(text: str) -> str:
    return text[0].upper() + text[1:]


def _year(entry: Entry) -> str:
    return entry["date"][:4]


def timeline(view: View) -> Values:
    """The timeline: a list first; above it, where there is a dossier, the same drawn to scale."""
    story = view.story
    events = list(story.events)
    later = [event for event in events if not story.dossier.sections and _is_later(story, event)]
    earlier = [event for event in events if event not in later]
    report = None if story.dossier["events"] else view.verbatim
    after = story.dossier["after"]
    return {
        "description": f"Chronologie. {story.dossier.title or view.recased()}",
        "drawn": bool(story.dossier["events"]),
        "axes": _axes(view, events) if story.dossier["events"] else {},
        "themes": [
            {"id": Markdown(theme), "name": name}
            for theme, name in THEMES.items()
            if any(event.theme == theme for event in events)
        ],
        "earlier": [_entry(view, event) for event in earlier],
        "report": report
        and {"date": view.published, "publisher": view.publisher} | report(story.lead),
        "later": [_entry(view, event) for event in later],
        "after": [
            {
                "id": Markdown(entry["id"]),
                "date": view.time(entry.day),
                "title": view.typeset(entry["title"]),
            }
            | view.said(entry.statement)
            for entry in after
        ],
    }


def _is_later(story: Story, event: Event) -> bool:
    return event.date.first_day > story.article.day


def _entry(view: View, event: Event) -> Values:
    own = event.theme is None
    shown = (
        view.verbatim(event.passages[0], event.title)
        if own
        else {"text": view.explained(event.text), "marks": view.notes.mark(*event.evidence)}
    )
    classes = f" .theme-{event.theme}" if event.theme else ""
    classes += " .dit-par-l-article" if event.passages else ""
    return shown | {
        "id": Markdown(event.id),
        "date": view.time(event.date, capital=True),
        "title": "" if own else view.typeset(event.title),
        "classes": Markdown(classes),
        "theme": THEMES[event.theme] if event.theme else "",
        "people": view.typeset(", ".join(event.people)) if event.theme else "",
    }


def _point(event: Event) -> str:
    return f"theme-{event.theme}" + ("" if event.passages else " creux")


def _axes(view: View, events: list[Event]) -> Values:
    """Two scales of the same events: the years, and the days of the month of the offer."""
    marks = [Mark(event.id, event.date.first_day, event.title, _point(event)) for event in events]
    years = [mark.day.year for mark in marks]
    first, last = datetime.date(min(years), 1, 1), datetime.date(max(years) + 1, 1, 1)
    ticks = [
        (datetime.date(year, 1, 1), str(year)) for year in range(min(years), max(years) + 1, 2)
    ]
    month = max(
        {(mark.day.year, mark.day.month) for mark in marks},
        key=lambda pair: sum((mark.day.year, mark.day.month) == pair for mark in marks),
    )
    days = calendar.monthrange(*month)[1]
    inside_month = [mark for mark in marks if (mark.day.year, mark.day.month) == month]
    name = view.story.language.show_date(EdtfDate(f"{month[0]}-{month[1]:02}"))
    return {
        "month": _sentence(name),
        "years": draw_axis(
            "axe", f"Les événements, de {min(years)} à {max(years)}", marks, (first, last), ticks
        ),
        "days": draw_axis(
            "axe-jours",
            f"Les événements, jour par jour\u00a0: {name}",
            inside_month,
            (datetime.date(*month, 1), datetime.date(*month, days)),
            [(datetime.date(*month, day), str(day)) for day in (1, 5, 10, 15, 20, 25)],
        ),
    }


def exchange(view: View) -> Values:
    """The words, in order; in their first language too where the dossier gives it."""
    story, dossier = view.story, view.story.dossier
    originals = {squeeze(entry["quotation"]): entry for entry in dossier["originals"]}
    replies = []
    for quotation in story.exchange:
        entry = originals.get(squeeze(quotation.passage.exact))
        replies.append(
            view.verbatim(quotation.passage)
            | {
                "speaker": view.typeset(_sentence(quotation.speaker)),
                "kind": "En réponse" if quotation.replies else "Parole rapportée",
                "medium": view.typeset(quotation.medium.exact) if quotation.medium else "",
                "attribution": view.notes.mark(*filter(None, [quotation.attribution])),
                "source": Markdown(f"{view.publisher}, {view.published}"),
                "original": _original(view, entry) if entry else None,
            }
        )
    return {
        "description": f"L’échange. {dossier.title or view.recased()}",
        "replies": replies,
        "context": [view.said(entry.statement) for entry in dossier["context"]],
        "renderings": [_rendering(view, entry) for entry in dossier["renderings"]],
        "not_the_reply": [view.said(entry.statement) for entry in dossier["not_the_reply"]],
    }


def _original(view: View, entry: Entry) -> Values:
    statement = entry.statement
    assert statement is not None  # noqa: S101 - the entry makes one
    words = f'<span lang="{escape(entry["language"])}">“{escape(entry["text"])}”</span>'
    return {
        "text": Markdown(words),
        "marks": view.notes.mark(*statement.evidence),
        "date": view.time(entry.day),
        "link": link("le message sur " + entry["medium"], entry["url"]) if entry["url"] else "",
        "note": view.typeset(entry["note"]),
    }


def _rendering(view: View, entry: Entry) -> Values:
    source = next(one for one in view.story.dossier.known_sources if one.id == entry["source"])
    words = [
        f"«&nbsp;{escape(inside(view.typeset(entry[key])))}&nbsp;»"
        for key in ("altman", "musk")
        if entry[key]
    ]
    return {
        "source": Markdown(f"[{escape(view.typeset(source.publisher))}](sources.md#{source.id})"),
        "words": Markdown(" ; ".join(words).replace(" ; ", "&#8239;; ")),
        "note": view.typeset(_sentence(entry["note"]).rstrip(".") + ".") if entry["note"] else "",
    }


def who(view: View) -> Values:
    """People and organisations; who controlled whom."""
    story, dossier = view.story, view.story.dossier
    people = [
        {
            "id": Markdown(entry["id"]),
            "name": view.typeset(entry["name"]),
            "role": view.typeset(entry["role"]),
            "dates": [
                {"date": view.time(inner.day)} | view.said(inner.statement)
                for inner in entry.lists.get("dates", ())
            ],
        }
        | view.said(entry.statement)
        for entry in dossier["people"]
    ] or [
        {
            "id": Markdown(f"nom-{number}"),
            "name": view.typeset(person.name),
            "role": view.typeset(person.role or ""),
            "dates": [],
            "text": "",
            "marks": view.notes.mark(person.evidence[0]),
        }
        for number, person in enumerate(story.people, 1)
    ]
    return {
        "description": f"Qui est qui. {dossier.title or view.recased()}",
        "people": people,
        "structures": [_structure(view, entry) for entry in dossier["structures"]],
    }


def _structure(view: View, entry: Entry) -> Values:
    names = {node["id"]: view.typeset(node["name"]) for node in entry.lists["nodes"]}
    edges = entry.lists["edges"]
    targets = {edge["to"] for edge in edges}
    # Who controls stands above, what is controlled below; who aims stands at the top.
    sources = [id_ for id_ in names if id_ not in targets]
    middle = [id_ for id_ in names if id_ in targets and any(e["from"] == id_ for e in edges)]
    last = [id_ for id_ in names if id_ in targets and id_ not in middle]
    aiming = {edge["from"] for edge in edges if edge["aimed"]}
    top = [id_ for id_ in sources if id_ in aiming] if middle else sources
    others = [id_ for id_ in sources if id_ not in top]
    rows = [row for row in (top, [*middle, *others], last) if row]
    sentences = [
        f"{names[e['from']]} → {names[e['to']]}\u00a0: {view.typeset(e['text'])}" for e in edges
    ]
    return {
        "id": Markdown(entry["id"]),
        "title": view.typeset(entry["title"]),
        "note": view.typeset(entry["note"]),
        "drawing": draw_structure(
            entry["id"],
            view.typeset(entry["title"]),
            "\u202f; ".join(sentences),
            [Box(id_, names[id_], row) for row, ids in enumerate(rows) for id_ in ids],
            [_arrow(edge) for edge in edges],
        ),
        "edges": [
            {"from": names[e["from"]], "to": names[e["to"]]} | view.said(e.statement) for e in edges
        ],
    }


def _arrow(edge: Entry) -> Arrow:
    if edge["aimed"] == "true":
        return Arrow(edge["from"], edge["to"], "aim", "offre")
    if edge["controls"] == "true":
        return Arrow(edge["from"], edge["to"], "control", "contrôle")
    return Arrow(edge["from"], edge["to"], "stake", "")


def sources(view: View) -> Values:
    """The sources and what each supports; how it is checked; where they differ; words."""
    story, dossier = view.story, view.story.dossier
    coverage = story.coverage
    differences = [
        {
            "id": Markdown(entry["id"]),
            "title": view.typeset(entry["title"]),
            "positions": [view.said(one.statement) for one in entry.lists["positions"]],
            "ours": view.typeset(entry["ours"]),
        }
        for entry in dossier["differences"]
    ]
    not_said = [view.said(entry.statement) for entry in dossier["not_said"]]
    glossary = [
        {
            "id": Markdown(entry["id"]),
            "term": view.typeset(_sentence(entry["term"])),
            "text": view.typeset(entry["text"]),
            "marks": view.notes.mark(*(entry.statement.evidence if entry.statement else ())),
        }
        for entry in dossier["glossary"]
    ]
    entries = [_source(view, source) for source in dossier.sources]
    return {
        "description": f"Sources et méthode. {dossier.title or view.recased()}",
        "article": Markdown(f"{view.publisher}, {view.published}"),
        "article_title": view.recased(),
        "article_uses": _uses(view, None),
        "sentences": str(len(coverage.sentences)),
        "used": str(coverage.used),
        "set_aside": [
            {
                "text": Markdown(f"«&nbsp;{escape(inside(view.typeset(entry['article'])))}&nbsp;»"),
                "reason": view.typeset(entry["reason"]),
            }
            for entry in dossier["set_aside"]
        ],
        "statements": str(len(dossier.statements())),
        "differences": differences,
        "not_said": not_said,
        "glossary": glossary,
        "corrections": [
            {
                "date": view.time(entry.day),
                "text": view.typeset(entry["text"]),
                "was": view.typeset(entry["was"]),
            }
            for entry in dossier["corrections"]
        ],
        "published": view.time(dossier.published) if dossier.published else "",
        "updated": view.time(dossier.updated) if dossier.updated else "",
        "sources": [entry for entry in entries if entry["uses"]],
        "others": [entry for entry in entries if not entry["uses"]],
    }


def _source(view: View, source: Source) -> Values:
    name = view.typeset(source.publisher)
    return {
        "id": Markdown(source.id),
        "publisher": link(name, source.url) if source.url else name,
        "title": _title(view, source),
        "date": view.time(source.date) if source.date else "",
        "note": view.typeset(source.note or ""),
        "uses": _uses(view, source.id),
    }


def _title(view: View, source: Source) -> Markdown:
    """The title of a source in its own language; none where it is not known."""
    if source.title is None:
        return Markdown("")
    french = source.language == view.story.article.language
    title = view.typeset(source.title) if french else source.title
    return Markdown(f'<cite lang="{escape(source.language)}">{escape(title)}</cite>')


def _uses(view: View, source: str | None) -> Markdown:
    """Links to the notes that quote a source, or the article where it is None, by page."""
    uses = []
    for name, notes in view.all_notes.items():
        page = name.removesuffix(".md")
        found = [label for item, label in notes.labels() if _is_of(item, source)]
        here = "" if page == "sources" else name
        links = [f"[{label[1:]}]({here}#fnref:{label})" for label in found]
        if links:
            uses.append(
                f"{_TITLES[page]}, {'notes' if len(links) > 1 else 'note'} {', '.join(links)}"
            )
    return Markdown("&#8239;; ".join(uses))


def _is_of(item: Evidence, source: str | None) -> bool:
    if source is None:
        return isinstance(item, Passage)
    return isinstance(item, SourcePassage) and item.source.id == source


_TITLES = {
    "index": "Résumé",
    "chronologie": "Chronologie",
    "echange": "L’échange",
    "qui-est-qui": "Qui est qui",
    "sources": "Sources et méthode",
}

VIEWS: dict[str, Callable[[View], Values]] = {
    "index.md": summary,
    "chronologie.md": timeline,
    "echange.md": exchange,
    "qui-est-qui.md": who,
    "sources.md": sources,
}
