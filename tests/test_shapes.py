"""Texts of odd shapes cost no more than their length: characters are counted, not seconds."""

from __future__ import annotations

import datetime
import importlib
import re
from typing import Any

import pytest

from story.assemble_story import read_story
from story.languages.fr import FRENCH
from story.reading.article_file import read_article

HEAD = "---\ntitle: Essai\ndate: 2024-05-06\nsource: La Cote\n---\n\n"
DAY = datetime.date(2024, 3, 10)
RULES = [
    f"story.languages.fr.{name}"
    for name in ("find_amounts", "find_dates", "numbers", "sentences", "currencies")
]
SHAPES = {
    "letters": "aB3xYz9Q",
    "dashes": "-",
    "digits": "1234567890",
    "full stops": ".",
    "dates": "le 12 mars 2015 et ",
    "years": "en 2015 ",
    "sums": "3 millions d'euros et ",
    "dinars": "500 dinars et 3 francs ",
    "list": "1, 2, 3 et ",
    "thousands": " 000",
    "words": "vingt et un ",
    "sentences": "Oui. ",
    "quotations": "Il dit « oui. Non ». ",
    "determiners": "la le les ",
}


class Counted:
    """A pattern that adds up how many characters it is given, as far as it has to look."""

    total = 0

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self.pattern = pattern

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - a pattern's own methods
        method = getattr(self.pattern, name)
        if name not in ("search", "match", "fullmatch", "finditer", "findall", "sub"):
            return method

        def counted(*arguments: Any) -> Any:  # noqa: ANN401
            found = method(*arguments)
            texts = [one for one in arguments if isinstance(one, str)]
            start = next((one for one in arguments if isinstance(one, int)), 0)
            if isinstance(found, re.Match):
                Counted.total += found.end() - start
            elif name not in ("match", "fullmatch"):  # those fail where they stand
                Counted.total += len(texts[-1]) - start
            return found

        return counted


def examined(monkeypatch: pytest.MonkeyPatch, text: str) -> int:
    """How many characters the rules look at."""
    with monkeypatch.context() as patched:
        for module in map(importlib.import_module, RULES):
            for name, value in vars(module).items():
                if isinstance(value, re.Pattern):
                    patched.setattr(module, name, Counted(value))
        dates = importlib.import_module("story.languages.fr.find_dates")
        pattern = dates._pattern  # noqa: SLF001 - compiled when first needed
        patched.setattr(dates, "_pattern", lambda name: Counted(pattern(name)))
        Counted.total = 0
        FRENCH.find_amounts(text, DAY, "")
        FRENCH.find_dates(text, DAY)
        FRENCH.find_numbers(text)
        quoted = [match.span() for match in re.finditer("«[^»]*»", text)]
        bounds = FRENCH.sentence_bounds(text, quoted)
        start, end = bounds[0]
        FRENCH.clause_around(text[start:end], 0, 1, [])
    return Counted.total


@pytest.mark.parametrize("shape", SHAPES)
def test_work_grows_as_the_text_does(monkeypatch: pytest.MonkeyPatch, shape: str) -> None:
    """Twice the text is at most 2.3 times the characters looked at."""
    once, twice = (examined(monkeypatch, SHAPES[shape] * number) for number in (500, 1000))
    assert once > 0
    assert twice <= 2.3 * once


def test_a_long_sentence_is_shown_in_part() -> None:
    """Each date of a list without an end is shown with the words around it, not with all of it."""
    text = HEAD + "Le groupe dit " + "le 12 mars 2015 et " * 300
    story = read_story(read_article(text.encode(), "article.fr.md"))
    assert len(story.events) == 300
    for event in story.events:
        (passage,) = event.passages
        assert "12 mars 2015" in passage.exact
        assert len(passage.exact) < 400
        assert story.article.body.text[passage.start : passage.end] == passage.exact


def test_a_long_run_around_a_date() -> None:
    """Where there is no blank to cut at, the date alone is shown."""
    text = f"{HEAD}{'a' * 3000}-(2015)-{'b' * 3000}\n"
    (event,) = read_story(read_article(text.encode(), "article.fr.md")).events
    assert event.passages[0].exact == "2015"
