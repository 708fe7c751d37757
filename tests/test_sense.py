"""Negations and directions that a statement has and its evidence has not: a person reads them again."""

from __future__ import annotations

import pytest

from story.checking.contradictions import OPPOSITES, check_sense
from story.checking.names import KnownNames
from story.evidence import Source, SourceLanguage, SourcePassage
from story.languages import FIGURES
from story.model import Caption, Statement, Unsaid
from story.reading.article_file import read_article
from story.reading.draft_from_article import draft

NEGATION = "une négation que ses appuis n’ont pas"
NO_NEGATION = "ses appuis ont cette négation, et elle n’en a pas"
CONTRARY = "ses appuis disent le contraire"
NOTHING = "aucun appui ne dit rien de tel"
NO_QUESTION = "« checked » ne répond à aucune question"


HEAD = b"---\ntitle: T\ndate: 2024-01-01\nsource: S\n---\n\n"
NOBODY = KnownNames((), (), draft(read_article(HEAD + b"Rien.\n", "article.fr.md")))


def asked(
    text: str,
    passage: str,
    *,
    language: SourceLanguage = "en",
    checked: str | None = None,
    kind: type[Statement] = Statement,
) -> list[str]:
    """What is asked about a statement with one passage: the word, a colon, the doubt."""
    source = Source(publisher="Le Journal", language=language)
    evidence = (SourcePassage(source, passage),)
    statement = kind(text=text, evidence=evidence, checked=checked, line=3)
    faults = list(check_sense([statement], "fr", "dossier.fr.yml", NOBODY))
    assert all((fault.path, fault.line) == ("dossier.fr.yml", 3) for fault in faults)
    return [fault.problem.replace("\u00a0", " ") for fault in faults]


def about(word: str, doubt: str) -> str:
    """How a doubt is said."""
    return f"« {word} » : {doubt}"


@pytest.mark.parametrize(
    ("text", "passage", "doubts"),
    [
        ("Le conseil rejette l’offre.", "the board rejected the bid", []),
        ("Le conseil accepte l’offre.", "the board rejected the bid", [("accepte", CONTRARY)]),
        ("Elle quitte le conseil.", "she left the board", []),
        ("Elle rejoint le conseil.", "she left the board", [("rejoint", CONTRARY)]),
        ("Elle part avant la vente.", "she left after the sale", [("avant", CONTRARY)]),
        ("Elle achète l’usine.", "she sold the plant", [("achète", CONTRARY)]),
        ("Elle achète l’usine.", "the plant is hers", [("achète", NOTHING)]),
        ("L’usine n’est pas à vendre.", "the plant is not for sale", []),
        # Words that only begin like an action.
        ("Vendredi, le pays et le département changent de statut.", "the plant is hers", []),
        ("Elle est maintenant à l’écart.", "the plant is hers", []),
        (
            "L’usine est à vendre.",
            "the plant is not for sale",
            [("vendre", CONTRARY), ("not for sale", NO_NEGATION)],
        ),
        (
            "L’usine n’est pas vendue.",
            "the plant is sold",
            [("n’est pas vendue", CONTRARY), ("n’est pas vendue", NEGATION)],
        ),
        ("Elle n’en sourit pas.", "she smiles", [("n’en", NEGATION)]),
        (
            "Elle n’en parle pas.",
            "she smiles",
            [("n’en parle", NOTHING), ("n’en parle", NEGATION)],
        ),
        ("Elle part sans un mot.", "she didn’t say a word", []),
        (
            "Le conseil ne rejette pas l’offre.",
            "the board rejected the bid",
            [("ne rejette", CONTRARY)],
        ),
        ("Le conseil n’en veut pas.", "the board rejected the bid", []),
        ("Elle décline l’offre.", "she will not take it", [("décline", NOTHING)]),
        ("Elle ne garde que la tour.", "she keeps the tower alone", []),  # « ne … que » limits
        ("Elle part, d’après lui.", "she is gone", []),  # « d’après » names who says so
        ("Elle dit « not for sale ».", "it is not for sale", []),  # the words say it
        ("L’entité à but non lucratif vend.", "the non-profit sold it", []),  # a kind, no denial
        ("Elle reçoit au plus 100 fois sa mise.", "no more than 100x", []),
    ],
)
def test_what_is_asked(text: str, passage: str, doubts: list[tuple[str, str]]) -> None:
    """A statement that says the contrary of its evidence, or denies where that does not."""
    assert asked(text, passage) == [about(*doubt) for doubt in doubts]


def test_once_it_is_read_again() -> None:
    """An answer quotes the word; another word is asked about again."""
    passage = "she kept the plant"
    assert asked("Elle vend l’usine.", passage, checked="« vend » : relu") == []
    assert asked("Elle achète l’usine.", passage, checked="« vend » : relu") == [
        about("achète", NOTHING),
        NO_QUESTION,
    ]
    assert asked("Elle garde l’usine.", passage, checked="« garde » : relu") == [NO_QUESTION]


def test_two_languages_say_one_thing_once() -> None:
    """The same denial, read in two languages, is one."""
    english = SourcePassage(Source(publisher="A", language="en"), "she did not speak")
    french = SourcePassage(Source(publisher="B", language="fr"), "elle n’a pas parlé")
    statement = Statement(text="Elle n’a rien dit.", evidence=(english, french))
    assert list(check_sense([statement], "fr", "d", NOBODY)) == []


def test_in_one_language() -> None:
    """A passage in the language of the statement is compared too."""
    assert asked("Elle accepte.", "elle refuse", language="fr") == [about("accepte", CONTRARY)]


def test_what_the_article_does_not_say() -> None:
    """What the article leaves out is said as a denial; no evidence has to deny it too."""
    passage = "the price was 3"
    assert asked("L’article ne donne pas le prix.", passage, kind=Unsaid) == []
    denial = "cette section dit ce que l’article ne dit pas"
    assert asked("L’article donne le prix.", passage, kind=Unsaid) == [
        about("L’article donne le prix.", denial)
    ]


def test_captions() -> None:
    """A title may leave out a denial, not turn what it says; nobody can answer for some of them."""
    assert asked("La réponse", "no, she did not speak", kind=Caption) == []
    assert asked("Elle accepte", "she refused", kind=Caption) == [about("accepte", CONTRARY)]
    assert asked("Le site garde le prix", "the price was 3", kind=Caption) == []
    source = SourcePassage(Source(publisher="A", language="en"), "the price was 3")
    title = Caption(text="Elle garde le prix", evidence=(source,), answered=True)
    assert len(list(check_sense([title], "fr", "d", NOBODY))) == 1


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("L’usine, dit Norval, est à Brest.", ["Norval", "Brest"]),
        ("L’usine de Californie", []),  # California
        ("L’usine d’Ana Weil et de Saint-Malo", ["Ana Weil", "Saint-Malo"]),
        ("Norval sourit. « The Plant In » ! « The » Elle sourit : Oui.", []),  # as sentences begin
        ("L’usine, selon Le Journal", []),  # who says so
    ],
)
def test_names_of_nobody_known(text: str, names: list[str]) -> None:
    """A name within a sentence that no evidence has is read again, and explained."""
    doubts = [about(name, "aucun appui n’a ce nom") for name in names]
    for kind in (Statement, Caption):
        assert asked(text, "the plant in California is for sale", kind=kind) == doubts
    answer = " ".join(names) or None
    assert asked(text, "the plant in California is for sale", checked=answer) == []


def test_without_evidence_nothing_is_asked() -> None:
    """A definition may deny what it likes."""
    assert list(check_sense([Statement(text="Ce n’est pas un don, Ana.")], "fr", "d", NOBODY)) == []


def test_every_language_knows_every_action() -> None:
    """An action that one language lacks would never be compared."""
    first, *others = FIGURES.values()
    assert all(set(other.actions) == set(first.actions) >= set(OPPOSITES) for other in others)
    assert all(set(other.qualifiers) == set(first.qualifiers) for other in others)
