"""Reads `article.<language>.md`, or says everything that is wrong with it.

The file's grammar::

    article      = "---" NEWLINE front-matter "---" NEWLINE body
    front-matter = YAML lines `key: text`: those of `FrontMatter`
    date         = an ISO 8601 day, `2025-02-12`, or minute, `2025-02-12T08:00`
    body         = paragraphs parted by blank lines; plain text, never Markdown or HTML

The encoding is UTF-8. Every quotation mark that opens closes in its paragraph, except where the
next paragraph opens with the same mark again, as French newspapers do in long quotations.
Characters that cannot be seen (control, bidirectional, zero-width) are refused.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING, Annotated

from story.faults import ContentError, Fault
from story.reading.body import Body, read_body
from story.reading.decoding import decode, unseen_faults
from story.reading.quotation_marks import Quoted, find_quoted
from story.typed_yaml.entry_reader import EntryReader
from story.typed_yaml.field_types import Address, Entry, Moment, Name, Text
from story.unfinished import placeholder, unfinished

if TYPE_CHECKING:
    from collections.abc import Sequence

_FILE_NAME = re.compile(r"article\.(?P<language>[a-z]{2})\.md")
_FENCE = "---"


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter(Entry):
    """What stands at the head of an article file."""

    title: Annotated[Text, "le titre de l’article"]
    date: Annotated[Moment, "quand il a paru : AAAA-MM-JJ ou AAAA-MM-JJThh:mm"]
    source: Annotated[Name, "qui l’a publié"]
    deck: Annotated[Text | None, "son chapeau"] = None
    url: Annotated[Address | None, "son adresse"] = None
    author: Annotated[Name | None, "qui l’a écrit"] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """An article as it was read. `published` is a date, or a time without a zone where known."""

    path: str
    language: str
    title: str
    published: datetime.date
    publisher: str
    deck: str | None
    url: str | None
    author: str | None
    body: Body
    quoted: tuple[Quoted, ...]

    @property
    def day(self) -> datetime.date:
        """The day of publication."""
        is_time = isinstance(self.published, datetime.datetime)
        return self.published.date() if is_time else self.published  # type: ignore[attr-defined]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleFile:
    """What an article file holds; `article` is None where it has a fault.

    `body` is there wherever the file has one, so that what quotes it can be checked all the same.
    `unfinished` is what holds the place of a text, which is no fault before it is published.
    """

    article: Article | None = None
    body: Body | None = None
    faults: tuple[Fault, ...] = ()
    unfinished: tuple[Fault, ...] = ()

    def sound(self) -> Article:
        """The article. Raises ContentError with every fault of the file, where there is one."""
        if self.article is None:
            raise ContentError(self.faults)
        return self.article


def read_article(data: bytes, path: str) -> Article:
    """The article in these bytes; `path` is named in messages and says the language.

    Raises ContentError with every fault of the file.
    """
    return read_article_file(data, path).sound()


def read_article_file(data: bytes, path: str) -> ArticleFile:
    """What an article file holds, and every fault of it."""
    try:
        lines = decode(data, path).split("\n")
    except ContentError as error:
        return ArticleFile(faults=error.faults)
    faults = unseen_faults(lines, path)
    end = next((i for i, line in enumerate(lines[1:], 1) if line.rstrip() == _FENCE), None)
    if lines[0].rstrip() != _FENCE or end is None:
        problem, expected = (
            "l’en-tête manque",
            "un bloc entre deux lignes « --- » en tête du fichier",
        )
        if lines[0].rstrip() == _FENCE:
            problem = "l’en-tête ouvert ici ne se ferme pas"
            expected = "une ligne « --- » après la dernière clé"
        faults.append(Fault(path, 1, problem, expected))
        return ArticleFile(faults=tuple(faults))
    reader = EntryReader(path, first_line=2)
    head = _read_front_matter(reader, lines[1:end])
    faults += reader.faults
    body = read_body(lines[end + 1 :], end + 2)
    if not body.text:
        line = min(end + 2, len(lines))
        faults.append(Fault(path, line, "le corps est vide", "au moins un paragraphe"))
    quoted, unbalanced = find_quoted(body)
    faults += [Fault(path, body.line(offset), *words) for offset, words in unbalanced]
    if head is None or faults:
        return ArticleFile(body=body, faults=tuple(faults))
    named = _FILE_NAME.fullmatch(PurePath(path).name)
    article = Article(
        path=path,
        language=named["language"] if named else "fr",
        title=head.title,
        published=head.date,
        publisher=head.source,
        deck=head.deck,
        url=head.url,
        author=head.author,
        body=body,
        quoted=quoted,
    )
    left = [
        unfinished(words, path, number)
        for number, line in enumerate(lines[end + 1 :], end + 2)
        if (words := placeholder(line))
    ]
    return ArticleFile(article=article, body=body, unfinished=(*reader.unfinished, *left))


def _read_front_matter(reader: EntryReader, lines: Sequence[str]) -> FrontMatter | None:
    root = reader.compose("\n".join(lines))
    if root is None:
        if not reader.faults:
            reader.missing(FrontMatter, 2)
        return None
    front_matter = reader.entry(FrontMatter, root, what="l’en-tête")
    for key, (line, node) in (reader.mapping(root, None) or {}).items() if front_matter else ():
        rest = lines[node.end_mark.line][node.end_mark.column :].strip()
        if rest.startswith("#") and not rest.startswith("# "):
            # « L’affaire #MeToo » would be cut without a word.
            expected = f"la valeur de « {key} » entre guillemets"
            reader.fault(line, f"« {rest} » n’est pas lu", expected)
    return front_matter
