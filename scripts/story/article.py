"""Reads `article.<language>.md`, or says everything that is wrong with it.

The file's grammar::

    article      = "---" NEWLINE front-matter "---" NEWLINE body
    front-matter = YAML lines `key: text`; `title`, `date` and `source` are needed,
                   `deck`, `url` and `author` are optional, no other key is known
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
from typing import TYPE_CHECKING

from story.faults import ArticleError, Fault
from story.frontmatter import read_front_matter, split_front_matter
from story.quoted import Quoted, find_quoted
from story.records import wrong_url
from story.text import Body, read_body
from story.unseen import unseen_faults

if TYPE_CHECKING:
    from story.records import Value

REQUIRED = ("title", "date", "source")
OPTIONAL = ("deck", "url", "author")
_FILE_NAME = re.compile(r"article\.(?P<language>[a-z]{2})\.md")


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


def article_language(path: str) -> str:
    """The language in an article's file name, `fr` where the name does not say."""
    match = _FILE_NAME.fullmatch(PurePath(path).name)
    return match["language"] if match else "fr"


def decode(data: bytes, path: str) -> str:
    """The text of a file, with line feeds alone at the ends of lines and without a byte order mark.

    Raises ArticleError where the bytes are not UTF-8.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ArticleError(
            [
                Fault(
                    path,
                    line,
                    f"l’octet 0x{data[error.start]:02X} n’est pas de l’UTF-8",
                    "un fichier enregistré en UTF-8",
                )
            ]
        ) from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


def read_article(data: bytes, path: str) -> Article:
    """The article in these bytes; `path` is named in messages and says the language.

    Raises ArticleError with every fault of the file.
    """
    lines = decode(data, path).split("\n")
    faults = unseen_faults(lines, path)
    head = split_front_matter(lines)
    if head is None:
        faults.append(
            Fault(
                path, 1, "l’en-tête manque", "un bloc entre deux lignes « --- » en tête du fichier"
            )
        )
        raise ArticleError(faults)
    source, body_index = head
    values, head_faults = read_front_matter(source, path, 2, REQUIRED + OPTIONAL)
    faults += head_faults
    faults += _missing(values, path, body_index, unreadable=bool(head_faults and not values))
    published = _published(values.get("date"), path, faults)
    url = values.get("url")
    if url and url.text and (wrong := wrong_url(url.text)):
        faults.append(Fault(path, url.line, *wrong))
    body = read_body(lines[body_index:], body_index + 1)
    if not body.text:
        line = min(body_index + 1, len(lines))
        faults.append(Fault(path, line, "le corps est vide", "au moins un paragraphe"))
    quoted, unbalanced = find_quoted(body)
    faults += [Fault(path, body.line(offset), *words) for offset, words in unbalanced]
    if faults or published is None:
        raise ArticleError(faults)
    text = {key: value.text for key, value in values.items()}
    return Article(
        path=path,
        language=article_language(path),
        title=text["title"],
        published=published,
        publisher=text["source"],
        deck=text.get("deck"),
        url=text.get("url"),
        author=text.get("author"),
        body=body,
        quoted=quoted,
    )


def _missing(
    values: dict[str, Value], path: str, last_line: int, *, unreadable: bool
) -> list[Fault]:
    if unreadable:  # its keys are unknown: do not call them missing
        return []
    return [
        Fault(path, last_line, f"la clé « {key} » manque", f"une ligne « {key}: … » dans l’en-tête")
        for key in REQUIRED
        if key not in values
    ] + [
        Fault(path, value.line, f"la clé « {key} » est vide", "un texte")
        for key, value in values.items()
        if not value.text
    ]


def _published(value: Value | None, path: str, faults: list[Fault]) -> datetime.date | None:
    if value is None or not value.text:
        return None
    shape = re.fullmatch(r"\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?)?", value.text)
    try:
        if shape is None:
            problem = f"« {value.text} » n’est pas une date ISO"
        elif len(value.text) == len("2025-02-12"):
            return datetime.date.fromisoformat(value.text)
        else:
            return datetime.datetime.fromisoformat(value.text)
    except ValueError:
        problem = f"la date « {value.text} » n’existe pas"
    faults.append(Fault(path, value.line, problem, "AAAA-MM-JJ ou AAAA-MM-JJThh:mm"))
    return None
