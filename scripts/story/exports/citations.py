"""The sources as librarians' programs read them (CSL-JSON, BibTeX), and how to cite the site."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from story.assemble_story import Story
from story.edtf_date import EdtfDate
from story.evidence import ARTICLE
from story.reading.body import quoted
from story.reading.draft_from_article import recased

Item = dict[str, Any]
"""An entry of CSL-JSON."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """How to cite a place on the site: a sentence to copy, its address, and the same as CSL."""

    sentence: str
    address: str
    item: Item

    @property
    def json(self) -> str:
        """The item as CSL-JSON, on one line."""
        return json.dumps([self.item], ensure_ascii=False)


def cite(story: Story, title: str, address: str, words: str = "") -> Citation:
    """How to cite what has this title and this permanent address, or some words under it.

    The words, where somebody's about another may be among them, are nobody's title.
    """
    typeset, updated = story.language.typeset, story.changed
    title, words, name = typeset(title), typeset(words), typeset(story.name)
    parts = [quoted(words.removesuffix(".")), f"dans {quoted(title)}"] if words else [quoted(title)]
    parts += [name]
    parts += [story.legal.publisher] if story.legal.publisher else []
    parts += [f"mis à jour le {story.language.show_date(updated)}"]
    item: Item = {"id": address, "type": "webpage", "title": title, "URL": address}
    item |= {"abstract": words} if words else {}
    item |= {"container-title": name, "language": story.article.language}
    item |= {"issued": _csl_date(story, updated)}
    item |= {"publisher": story.legal.publisher} if story.legal.publisher else {}
    sentence = f"{typeset(', '.join(parts))}, {address}"
    return Citation(sentence=sentence, address=address, item=item)


def items_of(story: Story) -> list[Item]:
    """The article and every other source as CSL items."""
    article = story.article
    first: Item = {
        "id": ARTICLE,
        "type": "article-newspaper",
        "title": recased(article, story.draft.people),
        "container-title": article.publisher,
        "issued": _csl_date(story, story.day),
        "language": article.language,
    }
    first |= {"URL": article.url} if article.url else {}
    first |= {"author": [{"literal": article.author}]} if article.author else {}
    found = [first]
    for source in story.sources:
        item: Item = {"id": source.id, "type": "webpage", "container-title": source.publisher}
        item |= {"title": source.title} if source.title else {}
        item |= {"issued": _csl_date(story, source.date)} if source.date else {}
        item |= {"URL": source.url} if source.url else {}
        item |= {"note": source.note} if source.note else {}
        found.append(item | {"language": source.language})
    return found


def csl_json(story: Story) -> bytes:
    """The sources as CSL-JSON."""
    return f"{json.dumps(items_of(story), ensure_ascii=False, indent=2)}\n".encode()


def _csl_date(story: Story, date: EdtfDate) -> Item:
    """A date at its precision: what CSL has no parts for is given in words."""
    first, _, last = date.edtf.partition("/")
    ends = [EdtfDate(end.rstrip("~")).machine for end in (first, last) if end]
    if None in ends or ".." in (first, last):
        return {"literal": story.language.show_date(date)}
    parts = [[int(part) for part in end.split("-")] for end in ends if end]
    return {"date-parts": parts} | ({"circa": True} if date.edtf.endswith("~") else {})


def bibtex_records(story: Story) -> list[tuple[str, dict[str, str]]]:
    """The key and the fields of each source; `date` is EDTF, as biblatex and Zotero read it."""
    dates = {source.id: source.date for source in story.sources} | {ARTICLE: story.day}
    return [(item["id"], _fields(item, dates[item["id"]])) for item in items_of(story)]


def _fields(item: Item, date: EdtfDate | None) -> dict[str, str]:
    authors = [f"{{{latex(author['literal'])}}}" for author in item.get("author", ())]
    fields = {
        "author": " and ".join(authors),
        "title": latex(item.get("title", "")),
        "organization": latex(item["container-title"]),
        "date": date.edtf if date else "",
        "url": quote(item.get("URL", ""), safe=_IN_ADDRESS),
        "langid": _LANGUAGES[item["language"]],
        "note": latex(item.get("note", "")),
    }
    return {name: value for name, value in fields.items() if value}


# The names that LaTeX has for languages.
_LANGUAGES = {"fr": "french", "en": "english"}
# All but what ends a field or is never in an address: an address is read as it is.
_IN_ADDRESS = "%/:?#@!$&'()*+,;=~[]"
_LATEX = str.maketrans(
    {mark: f"\\{mark}" for mark in "&%#_$"}
    | {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)


def latex(text: str) -> str:
    """The text with what LaTeX would read in it escaped; other characters stay."""
    return text.translate(_LATEX)


def bibtex(records: Sequence[tuple[str, Mapping[str, str]]]) -> bytes:
    """Keys with their fields as BibTeX."""
    from bibtexparser.entrypoint import write_string  # noqa: PLC0415 - kept between builds
    from bibtexparser.library import Library  # noqa: PLC0415
    from bibtexparser.model import Block, Entry, Field  # noqa: PLC0415

    entries: list[Block] = [
        Entry("online", key, [Field(*field) for field in fields.items()]) for key, fields in records
    ]
    return write_string(Library(entries)).encode()
