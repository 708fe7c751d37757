"""Changes every statement in ways that would deceive a reader, and counts what the check catches.

    python benchmarks/mutations.py

The table says, kind by kind, how many changes were tried, how many are faults, and how many ask for
a second reading. What is left is what the check does not see.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from common import ROOT, table

sys.path.insert(0, str(ROOT / "scripts"))

from story.checking.check_statements import unsupported
from story.checking.names import KnownNames
from story.checking.sense import doubts
from story.content_folder import read_content
from story.evidence import quotations_in
from story.model import Term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from story.assemble_story import Story
    from story.model import Statement

Change = tuple[str, str]
"""The kind of a change, and the text that it makes."""

_OTHER_WAY = {
    "rejette": "accepte", "refuse": "accepte", "quitte": "rejoint", "quitté": "rejoint",
    "avant": "après", "après": "avant", "achète": "vend", "acquiert": "vend", "garde": "perd",
    "dirige": "suit", "révoque": "nomme", "décline": "accepte", "acheter": "vendre",
}  # fmt: skip
_FIGURES = {"milliards": "millions", "millions": "milliards", "milliard": "million",
            "dollars": "euros"}  # fmt: skip


def changes(statement: Statement, story: Story) -> Iterator[Change]:
    """Every change of a statement."""
    text = statement.text
    for match in re.finditer(r"\d", text):
        digit = str((int(match[0]) + 1) % 10)
        yield "a digit", f"{text[: match.start()]}{digit}{text[match.end() :]}"
    for word, other in _FIGURES.items():
        for match in re.finditer(rf"\b{word}\b", text):
            yield "scale or currency", f"{text[: match.start()]}{other}{text[match.end() :]}"
    yield from _names(text, story)
    for word, other in _OTHER_WAY.items():
        if re.search(rf"\b{word}\b", text):
            yield "a direction", re.sub(rf"\b{word}\b", other, text, count=1)
    yield from _denials(text)
    for start, end in quotations_in(text):
        if letter := re.search(r"[a-z]", text[start:end]):
            at = start + letter.start()
            changed = "q" if text[at] != "q" else "z"
            yield "a letter in a quotation", f"{text[:at]}{changed}{text[at + 1 :]}"
    yield "an invented figure", f"{text} Il y en a 83."
    yield "an invented quotation", f"{text} « C’est ainsi », dit-on."
    yield "an invented fact", f"{text} La presse s’en étonne."


def _names(text: str, story: Story) -> Iterator[Change]:
    people = [person.name for person in story.people]
    publishers = sorted({source.publisher.split(",")[0] for source in story.sources} - {*people})
    for kind, names in (("a name", people), ("a publisher", publishers)):
        for number, name in enumerate(names):
            other = names[(number + 1) % len(names)]
            if re.search(rf"\b{re.escape(name)}\b", text) and other not in text:
                yield kind, text.replace(name, other, 1)


def _denials(text: str) -> Iterator[Change]:
    bare = re.sub(r"\b(?:ne|n’)\s?(\w+)\s(?:pas|plus|jamais)\b", r"\1", text)
    if bare != text:
        yield "a negation removed", bare
    verb = re.search(
        r"\b(annonce|rejette|achète|quitte|révoque|contrôle|détient|dirige|cofonde)\b", text
    )
    if verb:
        yield "a negation added", f"{text[: verb.start()]}ne {verb[0]} pas{text[verb.end() :]}"


def measure(story: Story) -> dict[str, Counter[str]]:
    """For each kind of change, how many were tried, caught and asked about."""
    names = KnownNames(story.people, story.known_sources.values(), story.draft)
    found: dict[str, Counter[str]] = {}
    for statement in story.statements():
        if isinstance(statement, Term) or statement.written_in:
            continue
        for kind, text in changes(statement, story):
            # A second reading is asked for again once a statement has changed.
            changed = replace(statement, text=text, checked=None)
            counts = found.setdefault(kind, Counter())
            counts["tried"] += 1
            if list(unsupported(changed, story.article)) or list(names.unsupported(changed)):
                counts["caught"] += 1
            elif list(doubts(changed, story.article.language)):
                counts["asked"] += 1
    return found


def show(found: dict[str, Counter[str]]) -> str:
    """The counts as a Markdown table."""
    rows = []
    for kind, counts in found.items():
        share = (counts["caught"] + counts["asked"]) / counts["tried"]
        rows.append(
            [kind, *(str(counts[name]) for name in ("tried", "caught", "asked")), f"{share:.0%}"]
        )
    return table(("changed", "tried", "faults", "asked", "seen"), rows)


if __name__ == "__main__":
    print(show(measure(read_content(ROOT / "content", ROOT).story)))
