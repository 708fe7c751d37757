"""Clippings become article files: nothing is lost, nothing is changed, and one is told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from conftest import WHOLE
from story.assemble_story import read_story
from story.faults import ContentError
from story.reading.article_file import read_article
from story.reading.import_clipping import import_clipping

CLIPPINGS = Path(__file__).parent / "fixtures" / "clippings"


def lines(*parts: str) -> bytes:
    """A clipping with these lines."""
    return "\n".join(parts).encode()


DATE, TITLE, SOURCE = "Mercredi 12 Février 2025 à 08h00", "Un titre", "Source : Fusacq"


def test_a_clipping_pasted_twice() -> None:
    """The text is kept once, which is said; nothing else is."""
    imported = import_clipping((CLIPPINGS / "article-brut.fr.txt").read_bytes(), "c.txt")
    assert imported.text == (WHOLE / "article.fr.md").read_text("utf-8")
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
    assert [[q.speaker, q.text] for q in story.exchange] == expected["quotes"]


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
    assert imported.notices == ("ligne 3\u00a0: caractères invisibles retirés, U+00AD, U+200B",)


NO_DATE = (
    "la date manque\u202f; une ligne comme « Mardi 3 mars 1998 à 08h00 », ou --date 1998-03-03"
)


@pytest.mark.parametrize(
    ("raw", "messages"),
    [
        (b"\n \n", ["1: la coupure est vide\u202f; une date, un titre, un texte"]),
        (
            lines("", "Un titre", "Un paragraphe."),
            [
                f"2: {NO_DATE}",
                "3: la source manque\u202f; une ligne « Source : … », ou --source NOM",
            ],
        ),
        (
            lines("La Voix des îles", "Un titre", "12 février 2025", "Un paragraphe."),
            [
                (
                    "1: la source manque\u202f; une ligne « Source : … », ou --source NOM"
                    " (« La Voix des îles », peut-être)"
                ),
            ],
        ),
        (
            lines("12 février 2025", "Un titre", SOURCE),
            ["3: le corps manque\u202f; un titre, puis un paragraphe"],
        ),
        (
            lines("12 février 2025", SOURCE),
            ["2: le corps manque\u202f; un titre, puis un paragraphe"],
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
    with pytest.raises(ContentError, match="la date manque"):
        import_clipping(lines(line, TITLE, "Un.", SOURCE), "c.txt")


BODY = (
    "Le groupe Talvera a annoncé lundi une offre de 3 milliards d’euros.",
    "Son rival n’a pas répondu.",
)
# What people paste: the lines, and words of the notices that they must give.
PASTED: dict[str, tuple[bytes, list[str]]] = {
    "a newsletter": (
        lines("De : La Lettre <lettre@exemple.fr>", "La lettre du matin n° 12", DATE, TITLE, *BODY),
        ["ligne 1\u00a0: en-tête de message", "ligne 2\u00a0: avant l’article"],
    ),
    "a web page": (
        lines(
            "Accueil > Économie > Industrie", "Menu", TITLE, "Publié le 12/02/2025 à 08:00, "
            "mis à jour à 09h30", "Temps de lecture : 3 min", "Partager sur Facebook",
            "Par Jeanne Le Goff", "Crédit photo : Ouest Images", BODY[0],
            "Lire aussi : Un autre article", BODY[1], "https://exemple.fr/article",
        ),
        ["ligne 1\u00a0: menu", "ligne 2\u00a0: bouton", "ligne 5\u00a0: temps de lecture",
         "ligne 6\u00a0: bouton", "ligne 7\u00a0: signature", "ligne 8\u00a0: crédit",
         "ligne 10\u00a0: renvoi", "ligne 12\u00a0: adresse"],
    ),
    "a web page with its foot": (
        lines(
            TITLE, "12 février 2025 à 08h00 - Mis à jour le 13 février 2025", "Commentaires (2)", BODY[0],
            "À lire aussi", "Un autre titre", "", BODY[1], "Mots-clés : Talvera, offres",
            "Sur le même thème :", "Encore un titre", "Conditions générales | Mentions légales | Cookies",
            "© Le Fil 2025. Tous droits réservés.", "Copyright 2025", "2 commentaires", "jo : Une honte !",
            "lea : Et alors ?",
        ),
        ["ligne 2\u00a0: retiré\u00a0: « Mis à jour le 13 février 2025 »", "ligne 3\u00a0: bouton",
         "ligne 5\u00a0: autres articles", "ligne 6\u00a0: autres articles", "ligne 9\u00a0: mots-clés",
         "ligne 11\u00a0: autres articles", "ligne 15\u00a0: mots de lecteurs",
         "ligne 16\u00a0: mots de lecteurs", "ligne 17\u00a0: mots de lecteurs"],
    ),
    "the name of a newspaper above": (
        lines("FUSACQ", TITLE, DATE, *BODY), ["ligne 1\u00a0: nom du journal, retiré\u00a0: « FUSACQ »"],
    ),
    "a dispatch": (
        lines(TITLE, "PARIS, 12 fév 2025 (AFP) - " + BODY[0], BODY[1]),
        ["ligne 2\u00a0: en-tête de dépêche retiré, « PARIS, 12 fév 2025 (AFP) - »"],
    ),
    "a dispatch, its head apart": (
        lines(TITLE, "PARIS (AFP) – 12 février 2025 –", *BODY), ["en-tête de dépêche retiré"],
    ),
    "Markdown": (
        lines(f"# {TITLE}", "", "12.02.25 | 07:45", "", "---", "", f"**{BODY[0][:9]}**{BODY[0][9:]}",
              "", f"> {BODY[1]}", "", "Voir [la carte](https://exemple.fr/carte)."),
        ["ligne 1\u00a0: marques Markdown retirées", "ligne 5\u00a0: filet",
         "ligne 7\u00a0: marques Markdown retirées", "ligne 9\u00a0: marques Markdown retirées",
         "ligne 11\u00a0: marques Markdown retirées, « https://exemple.fr/carte »"],
    ),
    "HTML": (
        f"<!doctype html><title>x</title><nav>Sports</nav><header>Le Journal</header><h1>{TITLE}</h1><p>12 février 2025</p>"
        f"<script>a < b</script><p>{BODY[0][:9]}<b>{BODY[0][9:]}</b></p><p>{BODY[1]}</p>".encode(),
        ["balises HTML retirées", "ligne 1\u00a0: hors de l’article, retiré\u00a0: « x »", "« Sports »", "« Le Journal »"],
    ),
    "a title before the date": (lines(TITLE, "12 février 2025", *BODY), []),
    "Windows-1252": (
        "\n".join((DATE, TITLE, *BODY)).encode("cp1252"), ["lu comme du Windows-1252"],
    ),
    "UTF-16": ("\n".join((DATE, TITLE, *BODY)).encode("utf-16"), ["lu comme du UTF-16"]),
    "lines broken as in a PDF": (
        lines(DATE, TITLE, "", BODY[0][:48].rstrip(), BODY[0][48:].lstrip(), "",
              "Son rival n’a pas ré-", "pondu."),
        ["ligne 5\u00a0: la ligne suit celle d’avant", "ligne 8\u00a0: le mot coupé est recollé"],
    ),
    "a weekday that does not fit": (
        lines("Lundi 12 février 2025", TITLE, *BODY),
        ["« Lundi 12 février 2025 » n’est pas ce jour de la semaine"],
    ),
    "a headline pasted twice": (
        lines(DATE, TITLE, TITLE, *BODY), ["ligne 3\u00a0: répétée, retirée"],
    ),
    "emoji and bullets": (
        lines(DATE, f"📈 {TITLE}", f"• {BODY[0]}", f"• {BODY[1]}"),
        ["ligne 2\u00a0: signes retirés, 📈", "ligne 3\u00a0: puce retirée", "ligne 4\u00a0: puce"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", PASTED)
def test_what_people_paste(name: str) -> None:
    """The title, the day and the paragraphs are found; what is taken out is told with its line."""
    raw, told = PASTED[name]
    imported = import_clipping(raw, "c.txt", source="Fusacq")
    article = read_article(imported.text.encode(), "article.fr.md")
    assert article.title == TITLE
    assert article.day.isoformat() == "2025-02-12"
    assert article.publisher == "Fusacq"
    assert article.deck is None
    for paragraph in BODY:
        assert paragraph in article.body.text
    notices = "\n".join(imported.notices)
    assert len(article.body.text.split("\n\n")) == len(BODY) + (name == "Markdown")
    for words in told:
        assert words in notices
    if name == "a web page":
        assert article.author == "Jeanne Le Goff"


def test_what_the_clipping_does_not_say() -> None:
    """The options go before the clipping; an agency is the source of its own dispatch."""
    raw = lines(TITLE, *BODY)
    imported = import_clipping(raw, "c.txt", source="Fusacq", date="2025-02-12")
    assert "date: 2025-02-12\nsource: Fusacq\n" in imported.text
    raw = lines(TITLE, "PARIS, 12 fév 2025 (AFP) - Un.", "Deux.")
    assert "source: AFP\n" in import_clipping(raw, "c.txt").text


def test_decks() -> None:
    """A deck is a line without a full stop, or in bold; what only it tells stays in the story."""
    imported = import_clipping(lines(TITLE, "Un chapô qui en dit plus", DATE, *BODY, SOURCE), "c")
    assert "deck: Un chapô qui en dit plus\n" in imported.text
    raw = lines(f"# {TITLE}", DATE, "**Un chapô, et son point.**", *BODY, SOURCE)
    assert "deck: Un chapô, et son point.\n" in import_clipping(raw, "c.txt").text
    told = "ligne {}\u00a0: gardée dans le corps, la suite ne redit pas ce qu’elle dit"
    for fact in ("Le groupe a versé 3 euros", "L’usine ouvre le 3 mars 2024", "Il dit « non » ici"):
        for number, head in ((3, (DATE, TITLE, fact)), (2, (TITLE, fact, DATE))):
            imported = import_clipping(lines(*head, *BODY, SOURCE), "c.txt")
            assert "deck:" not in imported.text
            assert fact in imported.text
            assert told.format(number) in imported.notices
        imported = import_clipping(
            lines(DATE, TITLE, fact, *BODY, f"{fact}, ce jour.", SOURCE), "c"
        )
        assert f"deck: {fact}\n" in imported.text


def test_a_page_with_its_section_and_deck() -> None:
    """Above the date of a page stand a section, the headline, a deck and who signed."""
    deck = "Un chapô qui a son point."
    raw = lines("Économie", TITLE, deck, "Par Jeanne Le Goff", "12 février 2025", *BODY)
    imported = import_clipping(raw, "c.txt", source="Fusacq")
    article = read_article(imported.text.encode(), "article.fr.md")
    assert (article.title, article.deck, article.author) == (TITLE, deck, "Jeanne Le Goff")
    assert article.body.text == "\n\n".join(BODY)


def test_what_may_be_the_name_of_a_newspaper() -> None:
    """A line of few words above a longer one is taken for the headline, and one is told."""
    raw = lines("Le Courrier", "Alpéna avale son rival liégeois", "12 février 2025", *BODY)
    assert import_clipping(raw, "c.txt", source="X").notices == (
        "ligne 1\u00a0: prise pour le titre, « Le Courrier »\u202f; la ligne 2 l’est pour le chapeau",
    )
    raw = lines(
        "Le Courrier", "Alpéna avale son rival", "12 février 2025", *BODY, "© Le Courrier 2025"
    )
    with pytest.raises(ContentError, match="--source NOM \\(« Le Courrier » signe la page\\)"):
        import_clipping(raw, "c.txt")
    imported = import_clipping(raw, "c.txt", source="Le Courrier")
    assert "title: Alpéna avale son rival\n" in imported.text
    assert "deck:" not in imported.text


def test_two_articles() -> None:
    """Another date on its own line says that two articles were pasted: nothing is taken out."""
    raw = lines(DATE, TITLE, *BODY, "13 février 2025", "Un autre titre", "Un.", SOURCE)
    (notice,) = import_clipping(raw, "c.txt").notices
    assert notice.startswith("ligne 5\u00a0: une autre date, « 13 février 2025 »")


def test_sentences_above_the_date_stay() -> None:
    """A newsletter's header is taken out, but no sentence; a date in the body is the body's."""
    raw = lines("Bonjour, voici la lettre.", "La lettre n° 3", DATE, TITLE, *BODY, SOURCE)
    imported = import_clipping(raw, "c.txt")
    assert "Bonjour, voici la lettre." in imported.text
    raw = lines(TITLE, "Un paragraphe " * 20 + "long.", "12 février 2025", "Suite.", SOURCE)
    with pytest.raises(ContentError, match="la date manque"):
        import_clipping(raw, "c.txt")


def test_bytes_that_are_no_text() -> None:
    """What no encoding explains is refused, with the line of its first such byte."""
    with pytest.raises(ContentError, match=r"c\.txt:2: l’octet 0x81 n’est pas de l’UTF-8"):
        import_clipping(b"Un titre\n\x81\n", "c.txt")


def test_rules_like_the_marks_of_git() -> None:
    """What is pasted may have lines drawn with any sign."""
    imported = import_clipping(lines(DATE, TITLE, "=======", *BODY, SOURCE), "c.txt")
    assert imported.notices == ("ligne 3\u00a0: filet, retiré\u00a0: « ======= »",)


def test_lines_of_a_page() -> None:
    """What is taken out of a page, and what is wrong with it, stands at a line of that page."""
    raw = lines(
        "<html><body><nav>", "Sports</nav>", f"<h1>{TITLE}</h1>", "<p>12 <!-- -->février 2025</p>",
        "<p>", f'{BODY[0]} <a class="b" href="https://exemple.fr/a">La suite</a>.', "</p>",
        '<p><img src="b.png" alt="Une vue"></p>', "<p>Il dit « non.</p>", "<![if IE]><!-- fin --></body></html>",
    )  # fmt: skip
    imported = import_clipping(raw, "c.html", source="Fusacq")
    assert f"{BODY[0]} La suite." in imported.text
    assert imported.notices == (
        "balises HTML retirées",
        "ligne 2\u00a0: hors de l’article, retiré\u00a0: « Sports »",
        "ligne 6\u00a0: adresse d’un lien retirée\u00a0: « https://exemple.fr/a »",
        "ligne 8\u00a0: image retirée\u00a0: « b.png »",
        "ligne 8\u00a0: texte d’une image retiré\u00a0: « Une vue »",
        "ligne 10\u00a0: commentaire retiré\u00a0: « [if IE] »",
        "ligne 10\u00a0: commentaire retiré\u00a0: « fin »",
    )
    (fault,) = imported.faults
    assert str(fault).startswith("c.html:9: la citation ouverte ici ne se ferme pas")


def test_addresses_with_brackets() -> None:
    """An address is taken out whole, and said; what is no whole link stays."""
    raw = lines(DATE, f"# {TITLE}", "Voir [Rome](https://e.fr/R_(ville)) et [x](y z).", SOURCE)
    imported = import_clipping(raw, "c.txt")
    assert imported.text.endswith("\n\nVoir Rome et [x](y z).\n")
    assert imported.notices == (
        "ligne 2\u00a0: marques Markdown retirées",
        "ligne 3\u00a0: marques Markdown retirées, « https://e.fr/R_(ville) »",
    )
