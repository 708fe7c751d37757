"""Reads `article.<language>.md`, or says everything that is wrong with it.

The file's grammar::

    article      = "---" NEWLINE front-matter "---" NEWLINE body
    front-matter = YAML lines `key: text`: those of `Article`
    date         = an ISO 8601 day, `2025-02-12`, or minute, `2025-02-12T08:00`
    body         = paragraphs parted by blank lines; plain text, never Markdown or HTML

The encoding is UTF-8. Every quotation mark that opens closes in its paragraph, except where the
next paragraph opens with the same mark again, as French newspapers do in long quotations.
Characters that cannot be seen (control, bidirectional, zero-width) are refused.
"""

import datetime
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePath
from typing import Annotated

import yaml

from story.faults import ContentError, Fault
from story.reading.body import Body, read_body
from story.reading.decoding import decode, unseen_faults
from story.reading.quotation_marks import Quoted, find_quoted
from story.typed_yaml.entry_reader import EntryReader
from story.typed_yaml.field_types import Address, Entry, Moment, Name, Text, bare
from story.unfinished import placeholder, unfinished

_FILE_NAME = re.compile(r"article\.(?P<language>[a-z]{2})\.md")
_FENCE = "---"


@dataclass(frozen=True, slots=True, kw_only=True)
class Article(Entry):
    """An article as it was read; what has a sentence is a key of its front matter.

    `published` is a date, or a time without a zone where known.
    """

    title: Annotated[Text, "le titre de l’article"]
    published: Annotated[Moment, "quand il a paru : AAAA-MM-JJ ou AAAA-MM-JJThh:mm"] = field(
        metadata={"key": "date"}
    )
    publisher: Annotated[Name, "qui l’a publié"] = field(metadata={"key": "source"})
    deck: Annotated[Text | None, "son chapeau"] = None
    url: Annotated[Address | None, "son adresse"] = None
    author: Annotated[Name | None, "qui l’a écrit"] = None
    path: str
    language: str
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
    reader = EntryReader(path, first_line=2)
    reader.faults += unseen_faults(lines, path)
    end = next((i for i, line in enumerate(lines[1:], 1) if line.rstrip() == _FENCE), None)
    if lines[0].rstrip() != _FENCE:
        expected = "un bloc entre deux lignes « --- » en tête du fichier"
        reader.fault(1, "l’en-tête manque", expected)
        return ArticleFile(faults=tuple(reader.faults))
    if end is None:
        expected = "une ligne « --- » après la dernière clé"
        reader.fault(1, "l’en-tête ouvert ici ne se ferme pas", expected)
        return ArticleFile(faults=tuple(reader.faults))
    body = read_body(lines[end + 1 :], end + 2)
    if not body.text:
        reader.fault(min(end + 2, len(lines)), "le corps est vide", "au moins un paragraphe")
    quoted, unbalanced = find_quoted(body)
    for offset, said in unbalanced:
        reader.fault(body.line(offset), *said)
    named = _FILE_NAME.fullmatch(PurePath(path).name)
    language = named["language"] if named else "fr"
    more = {"path": path, "language": language, "body": body, "quoted": quoted}
    article = _read_article(lines[1:end], reader, more)
    for number, line in enumerate(lines[end + 1 :], end + 2):
        if words := placeholder(line):
            reader.unfinished.append(unfinished(words, path, number))
    return ArticleFile(
        article=None if reader.faults else article,
        body=replace(body, unbalanced=bool(unbalanced)),
        faults=tuple(reader.faults),
        unfinished=tuple(reader.unfinished),
    )


def _read_article(
    lines: Sequence[str], reader: EntryReader, more: Mapping[str, object]
) -> Article | None:
    """The article, of the lines of its front matter and what else is known of it."""
    root = reader.compose("\n".join(lines))
    if root is None and reader.whole:  # empty
        reader.missing(Article, 2)
    article = reader.entry(Article, root, more=more, what="l’en-tête") if root else None
    if root is None or article is None:
        return None
    for line, node in (reader.mapping(root, None) or {}).values():
        if isinstance(node, yaml.ScalarNode) and not node.style and bare(node.value) != node.value:
            expected = "aucun, ou des guillemets droits autour de ceux d’une citation"
            problem = f"les guillemets de « {node.value} » font partie de la valeur"
            reader.unfinished.append(Fault(article.path, line, problem, expected))
    return article
