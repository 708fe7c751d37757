"""Clippings become article files: nothing is lost, nothing is changed, and one is told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from story.assemble_story import read_story
from story.faults import ContentError
from story.reading.article_file import read_article
from story.reading.import_clipping import import_clipping

CLIPPINGS = Path(__file__).parent / "fixtures" / "clippings"
CONTENT = Path(__file__).parent.parent / "content"


def lines(*parts: str) -> bytes:
    """A clipping with these lines."""
    return "\n".join(parts).encode()


DATE, TITLE, SOURCE = "Mercredi 12 Février 2025 à 08h00", "Un titre", "Source : Fusacq"


def test_the_article_of_the_site() -> None:
    """The article in content/ is what the import makes of the clipping, once read by a person."""
    raw = (CLIPPINGS / "article-brut.fr.txt").read_bytes()
    imported = import_clipping(raw, "article-brut.fr.txt")
    assert imported.text == (CONTENT / "article.fr.md").read_text("utf-8")
    assert imported.notices == ("le corps était collé deux fois\u202f; il est gardé une fois",)


def test_another_clipping() -> None:
    """Every part of the clipping is found, and its body reads as it should."""
    expected = json.loads((CLIPPINGS / "coupure.json").read_text("utf-8"))
    imported = import_clipping((CLIPPINGS / "coupure.raw.txt").read_bytes(), "coupure.raw.txt")
    article = read_article(imported.text.encode(), "article.fr.md")
    assert article.title == expected["title"]
    assert article.deck == expected["deck"]
    assert article.publisher == expected["publisher"]
    assert article.published.isoformat()[:16] == expected["published"]
    story = read_story(article)
    assert [event.date.edtf for event in story.events] == expected["dates"]
    assert [[q.speaker, q.passage.exact] for q in story.exchange] == expected["quotes"]


def test_a_short_clipping() -> None:
    """A day without a time, no deck, a title that YAML would not take as it is."""
    raw = lines("12 février 2025", "", "Note : « un titre »", "Un paragraphe.", "", SOURCE)
    imported = import_clipping(raw, "c.txt")
    article = read_article(imported.text.encode(), "article.fr.md")
    assert imported.notices == ()
    assert (article.title, article.deck) == ("Note : « un titre »", None)
    assert article.published.isoformat() == "2025-02-12"
    assert article.body.text == "Un paragraphe."


def test_three_copies() -> None:
    """However often the body was pasted, it is kept once."""
    imported = import_clipping(lines(DATE, TITLE, *["Un.", "Deux.", SOURCE] * 3), "c.txt")
    assert imported.text.endswith("---\n\nUn.\n\nDeux.\n")
    assert imported.notices == ("le corps était collé 3 fois\u202f; il est gardé une fois",)


def test_copies_that_differ() -> None:
    """A second copy with other words is kept whole, and one is told."""
    imported = import_clipping(lines(DATE, TITLE, "Un.", "Deux.", SOURCE, "Un.", "Trois."), "c.txt")
    assert imported.text.endswith("Un.\n\nDeux.\n\nUn.\n\nTrois.\n")
    assert imported.notices == (
        "le corps semble collé deux fois, avec des différences\u202f; tout est gardé",
    )


def test_two_sources() -> None:
    """The first source is kept, and the others are named."""
    raw = lines(DATE, TITLE, "Un.", SOURCE, "Deux.", "Sources : AFP")
    imported = import_clipping(raw, "c.txt")
    assert "source: Fusacq\n" in imported.text
    assert imported.notices == (
        "plusieurs sources\u00a0: Fusacq, AFP\u202f; la première est gardée",
    )


def test_unseen_characters() -> None:
    """What nobody can see is taken out, and one is told."""
    imported = import_clipping(lines(DATE, TITLE, "Un\u200b mot\u00ad.", SOURCE), "c.txt")
    assert imported.text.endswith("\n\nUn mot.\n")
    assert imported.notices == ("caractères invisibles retirés\u00a0: U+00AD, U+200B",)


@pytest.mark.parametrize(
    ("raw", "messages"),
    [
        (b"\n \n", ["1: la coupure est vide\u202f; une date, un titre, un texte"]),
        (
            lines("", "Un titre", "Un paragraphe."),
            [
                "2: la première ligne n’est pas une date\u202f; « Mardi 3 mars 1998 à 08h00 »",
                "3: la source manque\u202f; une ligne « Source : … »",
                "3: le corps manque\u202f; un titre, puis un paragraphe",
            ],
        ),
    ],
)
def test_faulty_clippings(raw: bytes, messages: list[str]) -> None:
    """Every fault of a clipping is said in one run."""
    with pytest.raises(ContentError) as caught:
        import_clipping(raw, "c.txt")
    assert str(caught.value).splitlines() == [f"c.txt:{message}" for message in messages]


@pytest.mark.parametrize(
    "line",
    ["Mercredi 12 Février", "Février 2025", "12 février 2025, à la une", "Du 1er au 3 mai 2025"],
)
def test_lines_that_are_no_date(line: str) -> None:
    """A date line names its day and its year, and nothing else than a time."""
    with pytest.raises(ContentError, match="n’est pas une date"):
        import_clipping(lines(line, TITLE, "Un.", SOURCE), "c.txt")
