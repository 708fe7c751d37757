"""The article file: what is read, and every fault with its line and its whole message."""

from __future__ import annotations

import datetime
import unicodedata
from pathlib import Path

import pytest

from story.assemble_story import read_story
from story.faults import ContentError
from story.reading.article_file import read_article

FAULTY = sorted((Path(__file__).parent / "fixtures" / "fail").glob("*.fr.md"))
HEAD = "---\ntitle: Essai\ndate: 2024-05-06\nsource: La Cote\n---\n"


@pytest.mark.parametrize("path", FAULTY, ids=lambda path: path.name.split(".")[0])
def test_every_fault_is_said(path: Path) -> None:
    """Each faulty file gives all its messages in one run, word for word, with the right lines."""
    expected = path.with_name(path.name.replace(".fr.md", ".txt")).read_text("utf-8")
    with pytest.raises(ContentError) as caught:
        read_article(path.read_bytes(), "article.fr.md")
    assert str(caught.value) == "\n".join(f"article.fr.md:{line}" for line in expected.splitlines())


def test_article_is_read() -> None:
    """Keys are kept as text; a byte order mark and other ends of lines do no harm."""
    text = (
        "\ufeff---\r\ntitle: 'no'\r\ndate: 2024-05-06T08:00\r\nsource: 2015-12-11\r\n"
        "deck: Un chapô\r\nurl: https://exemple.fr/a?b=1\r\nauthor: A. B.\r\n---\r\n"
        "Une  ligne,\r\nune autre.\r\n\r\n\r\nUn second paragraphe.\r\n"
    )
    article = read_article(text.encode(), "content/article.fr.md")
    assert (article.title, article.publisher, article.deck) == ("no", "2015-12-11", "Un chapô")
    assert (article.url, article.author) == ("https://exemple.fr/a?b=1", "A. B.")
    assert article.published == datetime.datetime(2024, 5, 6, 8, 0)  # noqa: DTZ001
    assert article.day == datetime.date(2024, 5, 6)
    assert article.language == "fr"
    assert article.body.text == "Une ligne, une autre.\n\nUn second paragraphe."


def test_line_of_each_place() -> None:
    """A place in the canonical body leads back to its line in the file."""
    body = read_article((HEAD + "\nun\ndeux\n\n\ntrois\n").encode(), "article.fr.md").body
    lines = {word: body.line(body.text.index(word)) for word in ("un", "deux", "trois")}
    assert lines == {"un": 7, "deux": 8, "trois": 11}


def test_quotations_may_run_over_paragraphs() -> None:
    """A paragraph may leave a quotation open if the next one opens it again."""
    text = HEAD + "\n« Un début.\n\n« Une suite », a dit Anne Le Goff.\n"
    article = read_article(text.encode(), "article.fr.md")
    assert [quoted.inner.exact for quoted in article.quoted] == ["Un début.", "Une suite"]


def test_quotations_hold_others() -> None:
    """Only the outermost marks make a quotation; empty ones and inches make none."""
    text = HEAD + '\nUn écran de 27" montre « un “mot” dit "ici" », « » et "là".\n'
    article = read_article(text.encode(), "article.fr.md")
    assert [quoted.inner.exact for quoted in article.quoted] == ['un “mot” dit "ici"', "là"]


def test_other_language() -> None:
    """The file's name says the language; one that is not known is a fault, not a guess."""
    article = read_article((HEAD + "\nA text.\n").encode(), "article.en.md")
    with pytest.raises(ContentError, match=r"article\.en\.md:1: la langue « en »"):
        read_story(article)


def test_file_name_without_language() -> None:
    """Any other name is taken for French."""
    assert read_article((HEAD + "\nTexte.\n").encode(), "texte.md").language == "fr"


@pytest.mark.parametrize("blank", [" ", "\u00a0 "])
def test_places_of_words(blank: str) -> None:
    """Words are found wherever they stand, places that overlap too, whatever the blanks between."""
    head = "---\ntitle: Essai\ndate: 2024-05-06\nsource: La Cote\n---\n\n"
    text = f"a{blank}b a b{blank}a, l’a b"
    body = read_article((head + text).encode(), "article.fr.md").body
    assert [body.text[one.start : one.end] for one in body.places("b a")] == [
        "b a",
        f"b{blank}a",
    ]
    assert len(body.places("a b a")) == 2
    assert [one.exact for one in body.places("l'a")] == ["l’a"]
    assert body.places(" ") == []


def test_decomposed_accents_and_ligatures() -> None:
    """A file from macOS or a PDF reads as any other: dates, names, and the lines of places."""
    body = "L’ofﬁce d’Anaïs Lefèvre\na été créé le 3 août 2023."
    composed = HEAD + "\n" + body.replace("ﬁ", "fi") + "\n"
    decomposed = HEAD + "\n" + unicodedata.normalize("NFD", body) + "\n"
    article = read_article(decomposed.encode(), "article.fr.md")
    assert article.body == read_article(composed.encode(), "article.fr.md").body
    assert article.body.line(article.body.text.index("août")) == 8
    assert [event.date.edtf for event in read_story(article).events] == ["2023-08-03"]


def test_soft_hyphens_are_refused() -> None:
    """They would cut a word without a sign: each is a fault with its line."""
    with pytest.raises(ContentError, match=r"article.fr.md:7: caractère invisible U\+00AD"):
        read_article((HEAD + "\nUn mil\u00adliard.\n").encode(), "article.fr.md")
