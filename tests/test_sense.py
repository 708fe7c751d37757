"""Negations and directions that a statement has and its evidence has not: a person reads them again."""

from __future__ import annotations

import pytest

from story.checking.sense import OPPOSITES, check_sense
from story.evidence import Source, SourceLanguage, SourcePassage
from story.languages import FIGURES
from story.model import Statement

NEGATION = "une négation que ses appuis n’ont pas"
NO_NEGATION = "ses appuis ont une négation, et elle n’en a pas"
CONTRARY = "ses appuis disent le contraire d’un de ses mots"


def asked(
    text: str, passage: str, *, language: SourceLanguage = "en", checked: str | None = None
) -> list[str]:
    """What is asked about a statement with one passage."""
    source = Source(publisher="Le Journal", language=language)
    statement = Statement(
        text=text, evidence=(SourcePassage(source, passage),), checked=checked, line=3
    )
    faults = list(check_sense([statement], "fr", "dossier.fr.yml"))
    assert all((fault.path, fault.line) == ("dossier.fr.yml", 3) for fault in faults)
    return [fault.problem for fault in faults]


@pytest.mark.parametrize(
    ("text", "passage", "doubts"),
    [
        ("Le conseil rejette l’offre.", "the board rejected the bid", []),
        ("Le conseil accepte l’offre.", "the board rejected the bid", [CONTRARY]),
        ("Elle quitte le conseil.", "she left the board", []),
        ("Elle rejoint le conseil.", "she left the board", [CONTRARY]),
        ("Elle part avant la vente.", "she left after the sale", [CONTRARY]),
        ("Elle achète l’usine.", "she sold the plant", [CONTRARY]),
        ("L’usine n’est pas à vendre.", "the plant is not for sale", []),
        ("L’usine est à vendre.", "the plant is not for sale", [NO_NEGATION]),
        ("L’usine n’est pas vendue.", "the plant is sold", [NEGATION]),
        ("Elle part sans un mot.", "she didn’t say a word", []),
        ("Le conseil ne rejette pas l’offre.", "the board rejected the bid", [NEGATION]),
        ("Le conseil n’en veut pas.", "the board rejected the bid", []),
        ("Elle décline l’offre.", "she will not sell", []),  # a refusal denies
        ("Elle dit « not for sale ».", "it is not for sale", []),  # the words say it
        ("L’entité à but non lucratif vend.", "the non-profit sold it", []),  # a kind, no denial
        ("Elle reçoit au plus 100 fois sa mise.", "no more than 100x", []),
    ],
)
def test_what_is_asked(text: str, passage: str, doubts: list[str]) -> None:
    """A statement that says the contrary of its evidence, or denies where that does not."""
    assert asked(text, passage) == doubts


def test_once_it_is_read_again() -> None:
    """A word of confirmation answers; a passage in the same language is compared too."""
    assert asked("L’usine est à vendre.", "the plant is not for sale", checked="relu") == []
    assert asked("Elle accepte.", "elle refuse", language="fr") == [CONTRARY]


def test_without_evidence_nothing_is_asked() -> None:
    """A definition may deny what it likes."""
    assert list(check_sense([Statement(text="Ce n’est pas un don.")], "fr", "d")) == []


def test_every_language_knows_every_direction() -> None:
    """A direction that one language lacks would never be asked about."""
    names = {name for pair in OPPOSITES for name in pair}
    assert all(set(language.directions) == names for language in FIGURES.values())
