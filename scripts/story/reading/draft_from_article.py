"""What an article tells by itself, drafted in the types of a dossier: its own words, quoted."""

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from story.edtf_date import EdtfDate, FoundDate, valid_day
from story.faults import ContentError, Fault
from story.languages import LANGUAGES
from story.languages.found_types import FoundPerson, Unattributed
from story.languages.language import Language
from story.model import Amount, Dossier, Event, Fact, Person, Quotation
from story.reading.article_file import Article
from story.reading.body import CUT, Passage, capitalised, fold, overlapping, plain, quoted

# Characters: each date of a longer sentence is shown with those around it, not with all of it.
_LONG_SENTENCE = 2_000
_FAR = datetime.timedelta(days=45)
_AROUND = 150

# The ids that the pages have themselves where those of people stand.
_TAKEN = ("noms",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What is found in an article, and the dossier that it makes.

    `lead` is the first sentence, `doubtful` the sums that the article does not settle, each with
    what is missing, and days that were another of the week.
    """

    article: Article
    language: Language
    sentences: tuple[Passage, ...]
    lead: Passage
    people: tuple[FoundPerson, ...]
    exchange: tuple[Quotation, ...]
    unattributed: tuple[Unattributed, ...]
    doubtful: tuple[tuple[Passage, str], ...]
    dossier: Dossier


def draft(article: Article) -> Draft:
    """What an article tells by itself. Raises ContentError where its language is not known."""
    language = LANGUAGES.get(article.language)
    if language is None:
        known = ", ".join(f"article.{code}.md" for code in LANGUAGES)
        problem = f"la langue « {article.language} » n’est pas prise en charge"
        raise ContentError([Fault(article.path, 1, problem, known)])
    sentences = tuple(_sentences(article, language))
    headlines = fold(f"{article.title}\n{article.deck or ''}")
    people = language.find_people(article.body, sentences, headlines)
    exchange, unattributed = language.attribute(article.body, sentences, article.quoted, people)
    lead, informant = _lead(article, language, sentences[0])
    ids = _person_ids(people)
    amounts = tuple(_amounts(article, language))
    return Draft(
        article=article,
        language=language,
        sentences=sentences,
        lead=lead,
        people=people,
        exchange=exchange,
        unattributed=unattributed,
        doubtful=tuple(sorted(_doubtful(article, language))),
        dossier=Dossier(
            name=f"D’après {article.publisher}",  # who did not publish this
            title=recased(article, people),
            description=article.deck or recased(article, people),
            essentials=(
                *_lead_facts(lead, amounts),
                *map(_spoken, exchange),
                _reported(article, language, informant),
            ),
            events=tuple(_events(article, language, sentences, people, ids)),
            people=tuple(_person(found, id_) for found, id_ in zip(people, ids, strict=True)),
            amounts=amounts,
        ),
    )


def _doubtful(article: Article, language: Language) -> Iterator[tuple[Passage, str]]:
    body = article.body
    for doubt in language.find_doubtful(body.folded, article.day, ""):
        yield body.passage(doubt.start, doubt.end), doubt.problem
    for start, end in language.find_misdated(body.folded):
        yield body.passage(start, end), "jour de la semaine à vérifier"


def _lead_facts(lead: Passage, amounts: Sequence[Amount]) -> Iterator[Fact]:
    """The amount that the first sentence states, and that sentence."""
    amount = next((one for one in amounts if lead.overlaps(one.passages[0])), None)
    if amount:
        yield Fact(label="Le montant", text=amount.text, evidence=amount.evidence[:1])
    yield Fact(label="Les faits", text=quoted(lead.exact), evidence=(lead,))


def _spoken(quotation: Quotation) -> Fact:
    parts = [capitalised(quotation.speaker)]
    parts += ["en réponse"] if quotation.replies else []
    parts += [quotation.medium.exact] if quotation.medium else []
    text = quoted(quotation.text)
    return Fact(label=", ".join(parts), text=text, evidence=quotation.evidence)


def _reported(article: Article, language: Language, informant: Passage | None) -> Fact:
    """Who says so, and when: what the head says, and whom a sentence names."""
    text = f"{article.publisher}, le {language.show_date(EdtfDate(article.day.isoformat()))}"
    if informant:
        text += f", d’après {quoted(informant.exact)}"
    return Fact(
        label="Selon qui, et quand", text=f"{text}.", evidence=(informant,) if informant else ()
    )


def recased(article: Article, people: Sequence[FoundPerson]) -> str:
    """The title with the names as the body writes them, where a newsletter shouts surnames."""
    title = article.title
    for person in people:
        for name in sorted({person.name, *person.name.split(), *person.aliases}, key=len)[::-1]:
            if len(name) > 1:
                title = title.replace(name.upper(), name)
    return title


def _person(found: FoundPerson, id_: str) -> Person:
    first = found.evidence[0].exact
    return Person(
        id=id_,
        name=found.name,
        kind=found.kind,
        role=found.role or "",
        aliases=found.aliases,
        text="L’article donne ce nom." if first == found.name else quoted(first),
        evidence=found.evidence,
    )


def _person_ids(people: Sequence[FoundPerson]) -> list[str]:
    bases = [re.sub(r"[^a-z0-9]+", "-", plain(one.name)).strip("-") or "nom" for one in people]
    given = dict.fromkeys(_TAKEN, 1)
    return [_numbered(base, given) for base in bases]


def _numbered(base: str, given: dict[str, int]) -> str:
    """An id, with a number where it is given already; `given` has the last number of each."""
    number, unique = given.get(base, 1), base
    while unique in given:
        number += 1
        unique = f"{base}-{number}"
    given[unique] = 1
    given[base] = number
    return unique


def _sentences(article: Article, language: Language) -> Iterator[Passage]:
    quotations = [one.outer for one in article.quoted]
    for paragraph in article.body.paragraphs:
        passage = paragraph.passage
        inner = _quoted_within(quotations, passage)
        for start, end in language.sentence_bounds(fold(passage.exact), inner):
            yield article.body.passage(passage.start + start, passage.start + end)


def _quoted_within(quoted: Sequence[Passage], passage: Passage) -> list[tuple[int, int]]:
    """Offsets, in the passage, of the quotations that it holds."""
    return [
        (outer.start - passage.start, outer.end - passage.start)
        for outer in overlapping(quoted, passage)
    ]


def _lead(
    article: Article, language: Language, sentence: Passage
) -> tuple[Passage, Passage | None]:
    """The first sentence, less the clause that says who reports it, and that clause."""
    span = language.find_informant(fold(sentence.exact))
    if span is None:
        return sentence, None
    informant = article.body.passage(sentence.start + span[0], sentence.start + span[1])
    before = sentence.exact[: span[0]].rstrip()
    closes = not sentence.exact[span[1] :].strip(" .…")
    cut = before.rfind(",")
    if not closes or not before[: max(cut, 0)].strip():
        return sentence, informant
    return article.body.passage(sentence.start, sentence.start + cut), informant


def _events(
    article: Article,
    language: Language,
    sentences: tuple[Passage, ...],
    people: Sequence[FoundPerson],
    ids: Sequence[str],
) -> Iterator[Event]:
    given: dict[str, int] = {}
    quotations = [one.outer for one in article.quoted]
    named: dict[Passage, list[int]] = {}
    for number, person in enumerate(people):
        for mention in person.mentions:
            named.setdefault(mention, []).append(number)
    mentions = sorted(named)
    dated = _dated(article, language, sentences)
    for found, whole in sorted(dated, key=lambda pair: (pair[0].date.sort_key, pair[1].start)):
        sentence = _near(article, whole, found)
        offset = sentence.start - whole.start
        start, end = found.start - offset, found.end - offset
        inner = _quoted_within(quotations, sentence)
        clause = language.clause_around(fold(sentence.exact), start, end, inner)
        statement = sentence.exact[slice(*clause.rest)]
        start = clause.rest[0]
        if clause.head:
            statement = f"{sentence.exact[slice(*clause.head)]} {CUT} {statement}"
            start = clause.head[0]
        passage = article.body.passage(sentence.start + start, sentence.start + clause.rest[1])
        numbers = {one for mention in overlapping(mentions, passage) for one in named[mention]}
        yield Event(
            id=_numbered(_event_id(found.date), given),
            date=found.date,
            text=quoted(statement),
            people=tuple(ids[number] for number in sorted(numbers)),
            evidence=(passage,),
        )


def _dated(
    article: Article, language: Language, sentences: Sequence[Passage]
) -> Iterator[tuple[FoundDate, Passage]]:
    """Every date with its sentence; a day without a year may have one from the text before.

    That is the year of the same day, or, far from the article's own day, of the same month.
    """
    years: dict[str, str] = {}  # by the days, and by the months, that have been told with one
    for sentence in sentences:
        text = fold(sentence.exact)
        for found in language.find_dates(text, article.day):
            edtf, words = found.date.edtf, text[found.start : found.end]
            day = found.date.first_day
            named = edtf == day.isoformat() and re.search(r"[a-z]", words)
            if named and re.search(r"\d{4}", words):
                years |= {edtf[5:7]: edtf[:4], edtf[5:]: edtf[:4]}
            elif named and words[0].isdigit():
                far = abs(day - article.day) > _FAR
                year = years.get(edtf[5:]) or (years.get(edtf[5:7]) if far else None) or edtf[:4]
                if valid_day(int(year), day.month, day.day):
                    yield replace(found, date=EdtfDate(year + edtf[4:])), sentence
                    continue
            yield found, sentence


def _near(article: Article, sentence: Passage, found: FoundDate) -> Passage:
    """The sentence, or of one that no person would write as much as stands around its date."""
    text = sentence.exact
    if len(text) <= _LONG_SENTENCE:
        return sentence
    start = text.find(" ", max(0, found.start - _AROUND), found.start) + 1 or found.start
    end = text.rfind(" ", found.end, found.end + _AROUND)
    return article.body.passage(
        sentence.start + start, sentence.start + (end if end > 0 else found.end)
    )


def _event_id(date: EdtfDate) -> str:
    base = "date-" + re.sub(r"[^0-9x]+", "-", date.edtf.lower()).strip("-")
    base += {"~": "-environ", ".": "-apres"}.get(date.edtf[-1], "")
    return base + ("-avant" if date.edtf[0] == "." else "")


def _amounts(article: Article, language: Language) -> Iterator[Amount]:
    """The amounts in order; one that is stated again gives its passages to the first."""
    places: dict[tuple[Decimal, str], list[Passage]] = {}
    for found in language.find_amounts(article.body.folded, article.day, ""):
        passage = article.body.passage(found.start, found.end)
        places.setdefault((found.value, found.currency), []).append(passage)
    for number, ((value, currency), passages) in enumerate(places.items(), 1):
        yield Amount(
            id=f"montant-{number}",
            value=value,
            currency=currency,
            text=passages[0].exact,
            evidence=tuple(passages),
        )
