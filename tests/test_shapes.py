"""Texts of odd shapes cost no more than their length: characters are counted, not seconds."""

from __future__ import annotations

import datetime
import importlib
import re

import pytest
import yaml

from counting import HEAD, Counted, CountedLines, counting
from story.assemble_story import read_story
from story.languages.fr import FRENCH
from story.reading.article_file import read_article
from story.typed_yaml.yaml_mistakes import explained

DAY = datetime.date(2024, 3, 10)
RULES = ("find_amounts", "find_dates", "numbers", "sentences", "currencies")
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
    "compared": "3 millions d'euros, contre 2 en 2020, dont 1 million, ",
    "quarters": "un quart de milliard ",
    "thousands": " 000",
    "words": "vingt et un ",
    "sentences": "Oui. ",
    "quotations": "Il dit « oui. Non ». ",
    "determiners": "la le les ",
}


def examined(monkeypatch: pytest.MonkeyPatch, text: str) -> int:
    """How many characters the rules look at."""
    dates = importlib.import_module("story.languages.fr.find_dates")
    pattern = dates._pattern  # noqa: SLF001 - compiled when first needed
    monkeypatch.setattr(dates, "_pattern", lambda name: Counted(pattern(name)))
    with counting(monkeypatch, RULES) as counted:
        FRENCH.find_amounts(text, DAY, "")
        FRENCH.find_dates(text, DAY)
        FRENCH.find_numbers(text)
        quoted = [match.span() for match in re.finditer("«[^»]*»", text)]
        bounds = FRENCH.sentence_bounds(text, quoted)
        start, end = bounds[0]
        FRENCH.clause_around(text[start:end], 0, 1, [])
    monkeypatch.setattr(dates, "_pattern", pattern)
    return counted.total


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


@pytest.mark.parametrize(
    "entry",
    [
        'title: "Un"\n',
        "- 'l''un'\n",
        'title: "Un\n  deux"\n',
        '- {title: "Un"}\n',
        "title: un\n",
        'title: "Un"\n' + "  deux\n" * 9,
    ],
)
def test_no_line_of_a_broken_file_is_read_again_and_again(entry: str) -> None:
    """Where a quotation that never closes is looked for: four looks a line at most, of any number."""
    for times in (300, 600):
        source = CountedLines(entry * times + "la: faute: ici\n")
        with pytest.raises(yaml.MarkedYAMLError) as caught:
            yaml.compose(str(source), Loader=yaml.SafeLoader)
        line, *_ = explained(source, caught.value)
        lines = source.count("\n")
        assert 0 <= line <= lines
        assert lines <= source.read <= 4 * lines
