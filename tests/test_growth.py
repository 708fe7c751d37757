"""Who is named and who speaks costs no more than the length of the text, whatever its shape.

Calls and characters looked at are counted, not seconds.
"""

from __future__ import annotations

import sys
import tracemalloc
from typing import TYPE_CHECKING

import pytest

from counting import HEAD, counting
from story.assemble_story import read_story
from story.languages.fr import FRENCH
from story.reading.article_file import read_article

if TYPE_CHECKING:
    from collections.abc import Sequence

    from story.reading.article_file import Article
    from story.reading.body import Passage

RULES = (
    "antecedents clause_subjects clauses clauses_after clauses_before discourse find_people"
    " noun_phrases proper_names quotation_places roles speech_verbs voices who_speaks"
).split()
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
    "a voice that goes on": "« Oui », dit Paul. Silence. Un geste. « Non. » ",
    "paragraphs of words": "« Oui. »\n\nElle sourit.\n\n",
    "a place and « on »": "Chez Paul, on dit « oui ». ",
    "words alone before their subject": "« Oui. » Paul rit.\n\n",
    "words of a sentence without a verb": "Paul rit. Quant au prix, « il est bas ». ",
    "credits": "(Avec Paul Durand)\n\n",
}


def article_of(shape: str, size: int) -> tuple[Article, Sequence[Passage]]:
    """An article of this many bytes, of one shape, and its sentences."""
    text = SHAPES[shape] * (size // len(SHAPES[shape]))
    article = read_article(f"{HEAD}{text}« Oui »\n".encode(), "article.fr.md")
    return article, read_story(article).draft.sentences


def steps(monkeypatch: pytest.MonkeyPatch, shape: str, size: int) -> tuple[int, int]:
    """How many calls it takes to read who is named and who speaks, and how many characters."""
    article, sentences = article_of(shape, size)
    calls = 0

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
    with counting(monkeypatch, RULES) as counted:
        read()
    return calls, counted.total


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
