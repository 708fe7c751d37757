"""Who is named and who speaks costs no more than the length of the text, whatever its shape.

Calls and characters looked at are counted, not seconds.
"""

from __future__ import annotations

import importlib
import re
import sys
import tracemalloc
from typing import TYPE_CHECKING, Any

import pytest

from story.assemble_story import read_story
from story.languages.fr import FRENCH
from story.reading.article_file import read_article

if TYPE_CHECKING:
    from collections.abc import Sequence

    from story.reading.article_file import Article
    from story.reading.body import Passage

HEAD = "---\ntitle: Essai\ndate: 2024-05-06\nsource: La Cote\n---\n\n"
RULES = [
    importlib.import_module(f"story.languages.fr.{name}")
    for name in (
        "antecedents clause_subjects find_people noun_phrases proper_names quotation_places roles"
        " speech_verbs who_speaks"
    ).split()
]
SHAPES = {
    "quotations in one paragraph": "« Oui », a dit Paul Durand. « Non », répond Anne Blanc. ",
    "quotations in one sentence": "« oui », a dit Paul Durand, « non », répond Anne Blanc, ",
    "one quotation over paragraphs": "« Oui.\n\n",
    "a run of particles": "Paul de la ",
    "a run of names": "Abel Baker Charly Delta ",
    "clauses without an end": "le maire de Lyon Paul Durand et la préfète Anne Blanc ",
    "clauses inside the marks": "« Oui, dit Paul Durand. Et vite. » ",
    "relative clauses": "Paul, qui ",
    "according to": "selon Paul, pour Anne, ",
    "clitics": "le ",
}


class Counted:
    """A pattern that adds up how many characters it looks at."""

    total = 0

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self.pattern = pattern

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - a pattern's own methods
        method = getattr(self.pattern, name)
        if not callable(method):
            return method

        def counted(*arguments: Any) -> Any:  # noqa: ANN401
            found = method(*arguments)
            text, start, end = (*arguments[name == "sub" :], 0, sys.maxsize)[:3]
            left = max(0, min(end, len(text)) - start)
            fails_at_once = name in ("match", "fullmatch") and found is None
            Counted.total += found.end() - start if isinstance(found, re.Match) else left
            Counted.total -= left if fails_at_once else 0
            return found

        return counted


def article_of(shape: str, size: int) -> tuple[Article, Sequence[Passage]]:
    """An article of this many bytes, of one shape, and its sentences."""
    text = SHAPES[shape] * (size // len(SHAPES[shape]))
    article = read_article(f"{HEAD}{text}« Oui »\n".encode(), "article.fr.md")
    return article, read_story(article).draft.sentences


def steps(monkeypatch: pytest.MonkeyPatch, shape: str, size: int) -> tuple[int, int]:
    """How many calls it takes to read who is named and who speaks, and how many characters."""
    article, sentences = article_of(shape, size)
    calls = Counted.total = 0

    def step(_frame: object, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    def read() -> None:
        people = FRENCH.find_people(article.body, sentences, "")
        FRENCH.attribute(article.body, sentences, article.quoted, people)

    sys.setprofile(step)
    try:
        read()
    finally:
        sys.setprofile(None)
    with monkeypatch.context() as patched:
        for module in RULES:
            for name, value in list(vars(module).items()):
                if isinstance(value, re.Pattern):
                    patched.setattr(module, name, Counted(value))
        read()
    return calls, Counted.total


@pytest.mark.parametrize("shape", SHAPES)
def test_work_grows_as_the_text_does(monkeypatch: pytest.MonkeyPatch, shape: str) -> None:
    """Twice the text, at most 2.3 times the calls and the characters looked at."""
    once, twice = steps(monkeypatch, shape, 6_000), steps(monkeypatch, shape, 12_000)
    assert min(once) > 0
    assert twice[0] <= 2.3 * once[0]
    assert twice[1] <= 2.3 * once[1]


@pytest.mark.parametrize("shape", SHAPES)
def test_memory_grows_as_the_text_does(shape: str) -> None:
    """No shape asks for more than 300 times its own size."""
    tracemalloc.start()
    try:
        article_of(shape, 20_000)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 300 * 20_000
