"""The editorial layer: what is read, every fault with its line, and what its evidence must hold."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from conftest import WHOLE, content_of
from story.checking.check_statements import check_statements, is_supported, unsupported
from story.checking.computations import read_computation
from story.checking.contradictions import check_sense
from story.checking.names import KnownNames
from story.content_folder import read_content
from story.dossier.read_dossier import DossierFile, SourcesFile, read_dossier, read_sources
from story.edtf_date import is_edtf
from story.evidence import Computation, SourcePassage
from story.faults import ContentError
from story.languages import FIGURES
from story.model import Person, Term
from story.reading.article_file import Article, read_article
from story.reading.body import Passage, read_body
from story.reading.draft_from_article import draft

if TYPE_CHECKING:
    from story.assemble_story import Story


ARTICLE = read_article(
    """---
title: Essai
date: 2024-05-06
source: La Cote
---

Norval, fondé en 2015, a vendu l’usine pour 5 millions d’euros, le 3 mars 2024. Norval a dit
« adieu » à 300 salariés. « Je pars », a dit Jeanne Weil.
""".encode(),
    "article.fr.md",
)
SOURCES = """
journal:
  publisher: Le Journal
  date: 2024-03-04
  language: en
  passages:
    - "sold the plant for $5.4 million on Sunday"
"""


DRAFT = draft(ARTICLE)


def read(dossier: str, sources: str = SOURCES) -> DossierFile:
    """A dossier with its sources."""
    known = read_sources(sources.encode(), "sources.yml")
    return read_dossier(dossier.encode(), "dossier.fr.yml", ARTICLE.body, known)


def faults_of(dossier: str, sources: str = SOURCES, *, sense: bool = False) -> list[str]:
    """The messages that a dossier gives, read and checked; with `sense`, what to read again too."""
    found = read(dossier, sources)
    said = (*found.statements, *found.captions)
    people = [one for one in found.statements if isinstance(one, Person)]
    sources_ = read_sources(sources.encode(), "sources.yml").sources
    names = KnownNames(people or DRAFT.dossier.people, sources_.values(), DRAFT)
    faults = [
        *found.faults,
        *check_statements(said, DRAFT, "dossier.fr.yml", names),
        *(check_sense(said, "fr", "dossier.fr.yml", names) if sense else ()),
    ]
    return [str(fault) for fault in ContentError(faults).faults]


def event(
    text: str = "L’usine est vendue.", evidence: str = '{article: "a vendu l’usine"}', **more: str
) -> str:
    """A dossier with one event."""
    keys = {"id": "vente", "date": '"2024-03-03"', "title": "La vente"} | more
    lines = [f"  {'- ' if key == 'id' else '  '}{key}: {value}" for key, value in keys.items()]
    proof = f'    evidence:\n      - {evidence}\n      - {{article: "le 3 mars 2024"}}'
    return "events:\n" + "\n".join(lines) + f'\n    text: "{text}"\n{proof}\n'


def amount(text: str = "5 millions d’euros", **more: str) -> str:
    """A dossier with one amount, its value on line 3, its currency on line 4."""
    keys = {"value": "5000000", "currency": "EUR"} | more
    lines = "".join(f"    {key}: {value}\n" for key, value in keys.items())
    rest = f'    label: "prix"\n    date: "2024-03-03"\n    text: "{text}"\n'
    proof = '    evidence: [{article: "5 millions d’euros, le 3 mars 2024"}]\n'
    return f"amounts:\n  - id: prix\n{lines}{rest}{proof}"


def drawn(drawing: str, **more: str) -> str:
    """A dossier with one event, and with a chapter that draws it, on line 10."""
    told = 'statements: [{text: "T", evidence: [{article: adieu}]}]'
    return f"{event(**more)}chapters:\n  - {{id: a, title: A, drawing: {drawing}, {told}}}\n"


def structure(nodes: str = "[{id: a, name: Norval}, {id: b, name: Usine}]", **more: str) -> str:
    """A dossier with one structure, its edge on line 6."""
    keys = {"from": "a", "to": "b", "text": '"vente"'} | more
    edge = "".join(f"{key}: {value}, " for key, value in keys.items())
    head = f'structures:\n  - id: avant\n    title: "Avant"\n    date: 2024\n    nodes: {nodes}\n'
    proof = '{article: "a vendu l’usine pour 5 millions d’euros, le 3 mars 2024"}'
    return f"{head}    edges: [{{{edge}evidence: [{proof}]}}]\n"


THEMES = "themes:\n  - {id: offre, name: Offre}\n  - {id: litige, name: Litige}\n"

FAULTS = {
    **{
        amount(
            value=value
        ): f"3: « {value} » n’est pas une somme\u202f; un nombre positif, en chiffres : 6400000000"
        for value in ("0", "-5", "nan", "1e999999", "2,35 Md")
    },
    amount(
        currency="euros"
    ): "4: « euros » n’est pas une devise\u202f; un code ISO 4217 : USD, EUR, GBP…",
    amount(
        currency="USD"
    ): "7: « 5000000 USD » n’est pas la somme de « 5 millions d’euros »\u202f; la même somme dans « value », « currency » et « text »",
    amount(
        value="500000"
    ): "7: « 500000 EUR » n’est pas la somme de « 5 millions d’euros »\u202f; la même somme dans « value », « currency » et « text »",
    amount(
        kind="person"
    ): "5: « person » n’est pas dans amount_groups\u202f; rien de tel dans le contenu",
    amount(kind="pris")
    + "amount_groups: [{id: g, title: G, kinds: [prix]}]\n": "5: « pris » n’est pas dans amount_groups\u202f; vouliez-vous dire « prix » ?",
    structure("[]"): "5: la clé « nodes » est une liste vide\u202f; au moins un élément",
    "published: 2024-01-01\nupdated: 2024-03-01\ncorrections: [{date: 2024-03-02, text: T, was: W}]\n": "3: la correction est du « 2024-03-02 »\u202f; un jour de « 2024-01-01 » à « 2024-03-01 » (updated)",
    "published: 2024-01-01\nupdated: 2024-03-01\ncorrections: [{date: 2023-12-31, text: T, was: W}]\n": "3: la correction est du « 2023-12-31 »\u202f; un jour de « 2024-01-01 » à « 2024-03-01 » (updated)",
    "corrections: [{date: 2024-03-02, text: T, was: W}]\n": "1: une correction, et pas de « published » ni de « updated »\u202f; les deux jours",
    "trials: [{change: A, tried: 10, missed: 12}]\n": "1: 12 essais manqués sur 10\u202f; 10 au plus",
    **{
        f"chapters:\n- {{id: a, title: A, drawing: {drawing}, statements: [{{text: T, evidence: [{{article: adieu}}]}}]}}\n": "2: ce dessin ne montre rien\u202f; paths, days, structures ou amounts"
        for drawing in ("{title: A}", "{title: A, days: []}", "{}")
    },
    structure(to="a"): "6: « a » est aux deux bouts de ce lien\u202f; deux éléments de « nodes »",
    structure(to="c"): "6: « c » n’est pas dans nodes\u202f; parmi a, b",
    structure(
        kind="yes"
    ): "6: « yes » n’est pas une valeur de « kind »\u202f; parmi vise, contrôle, détient",
    "chapters:\n  - {id: a, title: A, page: acceuil, statements: [{text: T, evidence: [{article: adieu}]}]}\n": "2: « acceuil » n’est pas une valeur de « page »\u202f; parmi index, chronologie, echange, qui-est-qui, sources",
    "people:\n  - {id: a, name: A, kind: valorisation, role: R, text: T, evidence: [{article: adieu}]}\n": "2: « valorisation » n’est pas une valeur de « kind »\u202f; vouliez-vous dire « organisation » ?",
    "originals:\n  - {quotation: adieu, text: T, language: de, date: 2024, medium: M, evidence: [{article: adieu}]}\n": "2: « de » n’est pas une valeur de « language »\u202f; parmi fr, en",
    # Marks that look like those of YAML.
    "title: “Un : deux”\n": '1: ces guillemets ne sont pas ceux de YAML\u202f; des guillemets droits, « " », autour de la valeur',
    "published: « 2024-03-01 »\nupdated: 2024-03-01\ncorrections: [{date: 2024-03-01, text: T, was: W}]\n": "1: les guillemets de « « 2024-03-01 » » font partie de la valeur\u202f; des guillemets droits, ou aucun",
    "people:\n  - {id: a, name: A, kind: “person”, text: T, evidence: [{article: adieu}]}\n": "2: les guillemets de « “person” » font partie de la valeur\u202f; des guillemets droits, ou aucun",
    'people:\n  - {id: a, name: "…", kind: person, text: T, evidence: [{article: adieu}]}\n': "2: « … » n’est pas un nom\u202f; un nom, d’une lettre ou d’un chiffre au moins",
    'glossary:\n  - {id: a, term: “Adieu”, text: "Un mot"}\n': "2: les guillemets de « “Adieu” » font partie de la valeur\u202f; des guillemets droits, ou aucun",
    event(
        evidence="{article: “a vendu l’usine”}"
    ): "7: le passage « “a vendu l’usine” » n’est pas dans l’article\u202f; les mêmes mots, sans ces guillemets",
    event(
        evidence="{source: journal, passage: « on Sunday »}"
    ): "7: le passage « « on Sunday » » n’est pas parmi ceux de la source « journal »\u202f; les mêmes mots, sans ces guillemets",
    event(
        title="“La vente”"
    ): "4: la citation « La vente » n’est pas dans ses appuis\u202f; ce que disent ses appuis, ou un appui de plus\u202f; des guillemets droits, si ce n’est pas une citation",
    event(
        title="Il dit « oui"
    ): "4: un guillemet sans son pareil\u00a0: «\u202f; des guillemets par paires",
    event(
        title="Le mot “oui »"
    ): "4: un guillemet sans son pareil\u00a0: “ »\u202f; des guillemets par paires",
    # What YAML has and nobody needs, and what no file may hold.
    "title: &a Un\nupdated: *a\n": "1: « &a » n’est pas lu\u202f; la valeur entre guillemets",
    'title: "Un\\x07"\n': "1: caractère invisible U+0007 (sans nom)\u202f; un texte sans caractère de contrôle ni marque de sens d’écriture",
    'title: "Un\\u202e"\n': "1: caractère invisible U+202E (RIGHT-TO-LEFT OVERRIDE)\u202f; un texte sans caractère de contrôle ni marque de sens d’écriture",
    "title: La saisine #2 : fin\n": "1: « #2 : fin » n’est pas lu\u202f; la valeur de « title » entre guillemets",
    "title: !sic Un\n": "1: « !sic » n’est pas lu\u202f; la valeur entre guillemets",
    "title: Un\nupdated: *a\n": "2: le renvoi « *a » n’est pas lu\u202f; le texte de « a » lui-même",
    "[" * 100_000: "1: des listes sont l’une dans l’autre\u202f; 20 niveaux au plus",
    "? [a]\n: b\n": "1: une clé est une liste ou un bloc\u202f; « clé: valeur »",
    **{
        f"title: A\nupdated: {char}\n": f"2: caractère invisible U+{ord(char):04X} ({name})\u202f; un texte sans caractère de contrôle ni marque de sens d’écriture"
        for char, name in {
            "\0": "sans nom",
            "\x07": "sans nom",
            "\x1b": "sans nom",
            "\x7f": "sans nom",
            "\x85": "sans nom",
            "\u2028": "LINE SEPARATOR",
            "\ufffe": "sans nom",
        }.items()
    },
    **{
        drawn(
            "{days: [vente]}", date=f'"{date}"'
        ): f"10: « vente » est de « {date} », et « days » de jours\u202f; des événements datés au jour près"
        for date in ("2024", "2024-03", "2024-03-03~", "../2024-03-03")
    },
    drawn("{paths: [{person: jeanne-weil, events: [vente]}]}")
    + "people:\n  - {id: jeanne-weil, name: Jeanne Weil, kind: person, text: Elle part., evidence: [{article: a dit Jeanne Weil}]}\n": "10: « jeanne-weil » n’est pas de « vente »\u202f; un événement où « people » l’a",
    "evnts: []": "1: la clé « evnts » est inconnue\u202f; vouliez-vous dire « events » ?",
    "- un": "1: le dossier n’est pas une liste de clés\u202f; « clé: valeur »",
    "events:\n": "1: la clé « events » est vide\u202f; une ligne « - … » par élément",
    "events:\nthemes: []\n": "1: la clé « events » est vide\u202f; une ligne « - … » par élément",
    "legal:\n": "1: cette entrée n’est pas une liste de clés\u202f; « clé: valeur »",
    "events: oui": "1: la clé « events » n’est pas une liste\u202f; une ligne « - … » par élément",
    "events:\n  - oui": "2: cette entrée n’est pas une liste de clés\u202f; « clé: valeur »",
    event(
        id="La-Vente"
    ): "2: « La-Vente » n’est pas un identifiant\u202f; des minuscules sans accent, des chiffres, des tirets",
    event(theme="ofre")
    + THEMES: "5: « ofre » n’est pas dans themes\u202f; vouliez-vous dire « offre » ?",
    event(theme="zzz") + THEMES: "5: « zzz » n’est pas dans themes\u202f; parmi offre, litige",
    event(theme="zzz"): "5: « zzz » n’est pas dans themes\u202f; rien de tel dans le contenu",
    event(
        date='"2024-02-30"'
    ): "3: « 2024-02-30 » n’est pas une date\u202f; AAAA, AAAA-MM ou AAAA-MM-JJ (EDTF)",
    event(date='"2026-03-03"')
    + 'period: "2015/2025"\n': "5: la date « 2026-03-03 » est hors de la période\u202f; une date de 2015 à 2025, ou la section after",
    event(
        people="[norval]"
    ): "5: « norval » n’est pas dans people\u202f; rien de tel dans le contenu",
    event(
        people="{a: b}"
    ): "5: la clé « people » n’est pas une liste\u202f; une ligne « - … » par élément",
    event(
        title='"Norval vend 7 usines"'
    ): "4: le nombre « 7 » n’est pas dans ses appuis\u202f; ce que disent ses appuis, ou un appui de plus",
    event(title="[a]"): "4: la clé « title » contient une liste ou un bloc\u202f; un texte simple",
    event(
        evidence='{article: "a acheté l’usine"}'
    ): "7: le passage « a acheté l’usine » n’est pas dans l’article\u202f; les mots exacts de l’article",
    event(
        evidence='{article: "Norval"}'
    ): "7: le passage « Norval » y est 2 fois\u202f; un passage plus long, ou son rang (occurrence)",
    event(evidence='{article: ""}'): "7: la clé « article » est vide\u202f; un texte",
    event(evidence="oui"): "7: « oui » n’est pas dans passages\u202f; rien de tel dans le contenu",
    event(evidence="[oui]"): "7: cet appui n’est pas une liste de clés\u202f; « clé: valeur »",
    event(
        evidence="{article: [a]}"
    ): "7: la clé « article » contient une liste ou un bloc\u202f; un texte simple",
    event(theme="[a]"): "5: la clé « theme » contient une liste ou un bloc\u202f; un texte simple",
    event(
        evidence="{source: journal}"
    ): "7: cet appui est incomplet\u202f; « article: … », ou « source: … » et « passage: … »",
    event(
        evidence="{source: sold the plant}"
    ): "7: cet appui est incomplet\u202f; « article: … », ou « source: … » et « passage: … »",
    event(
        evidence="{article: adieu, source: journal, passage: sold}"
    ): "7: cet appui mêle l’article et une source\u202f; « article: … », ou « source: … » et « passage: … »\u202f; deux appuis pour les deux",
    event(
        text="Norval perd un quart de ses salariés."
    ): "5: le nombre « 4 » (« un quart ») n’est pas dans ses appuis\u202f; ce que disent ses appuis, ou un appui de plus",
    'tagline: "dix-huit mois"\nnot_said: [{text: "T", evidence: [{article: adieu}]}]\n': "1: le nombre « 18 » (« dix-huit ») n’est pas dans ses appuis\u202f; ce que disent les appuis du premier écran, « essentials »",
    'chapters: [{id: a, title: "Sept mois", statements: [{text: T, evidence: [{article: adieu}]}]}]\n': "1: le nombre « 7 » (« Sept ») n’est pas dans ses appuis\u202f; ce que disent les appuis des phrases sous lui",
    event(
        computed='["5 / 3 = 1,67"]'
    ): "5: le calcul « 5 / 3 = 1,67 » a une virgule\u202f; un point avant les décimales, rien entre les milliers",
    'amounts: [{id: a, value: 14,80, currency: EUR, text: "5 millions d’euros", evidence: [{article: "5 millions d’euros, le 3 mars 2024"}]}]\n': "1: une virgule coupe la valeur avant « 80 »\u202f; la valeur entre guillemets\u202f; un point avant les décimales",
    event(
        evidence='{source: jurnal, passage: "sold"}'
    ): "7: « jurnal » n’est pas dans sources.yml\u202f; vouliez-vous dire « journal » ?",
    event(
        evidence='{source: journal, passage: "bought"}'
    ): "7: le passage « bought » n’est pas parmi ceux de la source « journal »\u202f; les mots exacts de sources.yml",
    event(
        evidence='{source: journal, passage: "sold", see: [zzz]}'
    ): "7: « zzz » n’est pas dans sources.yml\u202f; parmi journal",
    "not_said:\n  - text: Rien.\n": "2: cette affirmation n’a pas d’appui\u202f; au moins une ligne sous « evidence »",
    "not_said:\n  - evidence: []\n": "2: la clé « text » manque\u202f; une ligne « text: … »",
    'not_said:\n  - text: "A."\n    computed: [[a]]\n': "3: la clé « computed » contient une liste ou un bloc\u202f; un texte simple",
    "renderings:\n  - source: zzz\n    words: [{speaker: a, text: T}]\npeople:\n  - {id: a, name: A, kind: person, text: T, evidence: [{article: adieu}]}\n": "2: « zzz » n’est pas dans sources.yml\u202f; parmi journal",
    'published: "2024-02-30"\nupdated: "2024-03-01"\n': "1: « 2024-02-30 » n’est pas un jour\u202f; AAAA-MM-JJ",
    'published: 2020-01-15/..\nupdated: "2024-03-01"\n': "1: « 2020-01-15/.. » n’est pas un jour\u202f; AAAA-MM-JJ",
    "published: 2024-03-01\nupdated: hier\n": "2: « hier » n’est pas un jour\u202f; AAAA-MM-JJ",
    "published: 2024-03-01\n": "1: « published » et « updated » vont ensemble\u202f; les deux jours",
    "updated: 2024-03-01\n": "1: « published » et « updated » vont ensemble\u202f; les deux jours",
    "published: 2024-03-01\nupdated: 2024-02-28\n": "2: « 2024-02-28 » est avant la publication\u202f; « 2024-03-01 » ou après",
    "title: ~\n": "1: la clé « title » est vide\u202f; un texte",
    "period: 2015\n": "1: « 2015 » n’est pas une période\u202f; deux années : 1998/2004",
    "themes: ["
    + ", ".join(f"{{id: t{n}, name: T}}" for n in range(9))
    + "]\n": "1: plus de 8 thèmes\u202f; 8 au plus",
    "asides:\n  - {id: a, title: A, anchor: b, statements: [{text: T, evidence: [{article: adieu}]}]}\n": "2: « anchor » sans « page »\u202f; la page où il se trouve",
    "originals:\n  - {quotation: merci, text: sold, language: en, date: 2024-03-04, medium: M, evidence: [{source: journal, passage: sold}]}\n": "2: « merci » n’est pas une citation de l’article\u202f; une de ses citations, mot pour mot",
    'set_aside:\n  - article: "a acheté"\n    reason: R.\n': "2: le passage « a acheté » n’est pas dans l’article\u202f; les mots exacts de l’article",
    event(
        text="L’usine est vendue le 4 avril 2024."
    ): "5: la date « 2024-04-04 » n’est pas dans ses appuis\u202f; ce que disent ses appuis, ou un appui de plus",
    event(
        text="L’usine vaut 6 millions d’euros."
    ): "5: le montant « 6000000 EUR » n’est pas dans ses appuis\u202f; ce que disent ses appuis, ou un appui de plus",
    event(
        text="Elle a 200 salariés."
    ): "5: le nombre « 200 » n’est pas dans ses appuis\u202f; ce que disent ses appuis, ou un appui de plus",
    event(
        text="Norval dit « merci »."
    ): "5: la citation « merci » n’est pas dans ses appuis\u202f; ce que disent ses appuis, ou un appui de plus",
    event(
        date='"2024-03-05"'
    ): "5: la date « 2024-03-05 » n’est pas dans ses appuis\u202f; ce que disent ses appuis, ou un appui de plus",
}


@pytest.mark.parametrize("dossier", FAULTS)
def test_every_fault_is_said(dossier: str) -> None:
    """Each fault of a dossier is said with its line, word for word."""
    assert faults_of(dossier)[0] == f"dossier.fr.yml:{FAULTS[dossier]}"


def test_a_source_in_place_of_words() -> None:
    """Half an evidence is one fault, whatever its other half names."""
    assert len(faults_of(event(evidence="{source: sold the plant}"))) == 1


@pytest.mark.parametrize(
    ("themes", "fault"),
    [
        ("{id: Offre, name: O}", "« Offre » n’est pas un identifiant"),
        ("{id: “offre”, name: O}", "les guillemets de « “offre” » font partie"),
        ("{name: O}", "la clé « id » manque"),
    ],
)
def test_an_id_that_cannot_be_read(themes: str, fault: str) -> None:
    """It is one fault: whoever names the entry is not told that there is none."""
    (said,) = faults_of(f"{event(theme='offre')}themes:\n  - {themes}\n")
    assert said.startswith(f"dossier.fr.yml:11: {fault}")


def test_no_fault_hides_another() -> None:
    """A statement without evidence is named although another entry is faulty."""
    assert faults_of("evnts: []\nnot_said:\n  - text: Rien.\n") == [
        "dossier.fr.yml:1: la clé « evnts » est inconnue\u202f; vouliez-vous dire « events » ?",
        "dossier.fr.yml:3: cette affirmation n’a pas d’appui\u202f; au moins une ligne sous « evidence »",
    ]


def test_what_is_set_aside_supports_nothing() -> None:
    """A passage is used or set aside; where sources differ, it is told without being followed."""
    aside = 'set_aside: [{article: "à 300 salariés", reason: R.}]\n'
    said = '{text: L’usine., evidence: [{article: "« adieu » à 300 salariés"}]}'
    used = "« à 300 salariés » appuie une affirmation (ligne 3)\u202f; un emploi, ou set_aside"
    assert faults_of(f"{aside}glossary:\n- {{id: u, term: U, {said[1:]}\n") == [
        f"dossier.fr.yml:1: {used}"
    ]
    assert faults_of(f"{aside}not_said:\n- {said}\n") == []
    differing = f"differences: [{{id: a, title: L’usine, positions: [{said}], ours: L’usine}}]"
    assert faults_of(aside + differing) == []


def test_spoken_words_are_given_bare() -> None:
    """The pages put the marks: those around the words go, those within stay."""
    entry = "{quotation: « Je pars », text: 'GIVEN', language: en, date: 2024-03-04, medium: M, evidence: [{source: journal, passage: sold}]}"
    for given, kept in (
        ("“sold the plant”", "sold the plant"),
        ("«\u00a0sold\u00a0»", "sold"),
        ("sold “the” plant", "sold “the” plant"),
        ("“sold” the “plant”", "“sold” the “plant”"),
    ):
        words = f"{{source: journal, words: [{{speaker: weil, text: '{given}'}}]}}"
        told = read(
            f"{PEOPLE}originals: [{entry.replace('GIVEN', given)}]\nrenderings: [{words}]\n"
        ).dossier
        assert told
        assert (told.originals[0].quotation, told.originals[0].text) == ("Je pars", kept)
        assert told.renderings[0].words[0].text == kept
    empty = faults_of(f"originals: [{entry.replace('GIVEN', '“”')}]")
    assert empty[0] == "dossier.fr.yml:1: « “” » n’est pas un texte\u202f; un texte"


def test_ids_are_unique() -> None:
    """The same id twice in a section is a fault; in lists of two entries it is none."""
    twice = event() + event().removeprefix("events:\n")
    assert faults_of(twice) == [
        "dossier.fr.yml:9: l’identifiant « vente » est en double\u202f; un autre (déjà ligne 2)"
    ]


def test_long_passages() -> None:
    """A quotation of a source is short."""
    long = " ".join(["mot"] * 26)
    sources = SOURCES + f'    - "{long}"\n'
    dossier = event(evidence=f'{{source: journal, passage: "{long}"}}')
    assert faults_of(dossier, sources) == [
        "dossier.fr.yml:7: ce passage a 26 mots\u202f; 25 au plus"
    ]


def test_ranks_of_passages() -> None:
    """Words that stand more than once are found by their rank, where there are as many."""
    for evidence, faults in (
        ('{article: "Norval", occurrence: 2}', []),
        (
            '{article: "Norval", occurrence: 3}',
            ["le passage « Norval » y est 2 fois\u202f; occurrence, de 1 à 2, ou rien"],
        ),
        (
            '{article: "Norval", occurrence: deux}',
            ["« deux » n’est pas un nombre entier\u202f; 1, 2, 3…"],
        ),
    ):
        assert faults_of(event(evidence=evidence)) == [f"dossier.fr.yml:7: {one}" for one in faults]


def test_a_faulty_fact_still_supports_the_title() -> None:
    """The title is held against the evidence of the first screen, though a fact has a fault."""
    fact = '{label: "Le prix", text: "5 millions d’euros.", evidence: [{article: "5 millions d’euros"}], titre: A}'
    assert [
        one.rpartition("dossier.fr.yml:")[2][:2]
        for one in faults_of(f'title: "5 millions d’euros"\nessentials: [{fact}]\n')
    ] == ["2:"]


def test_where_a_mistyped_passage_may_be() -> None:
    """It is looked for by its longest part, in an article of any usual length; not for ever."""
    wrong = '  - {text: "Rien", evidence: [{article: "a vendu l’usinq"}]}\n'
    (place,) = read(f"not_said:\n{wrong}").mistyped
    assert place.exact == "a vendu l’usin"
    assert len(read(f"not_said:\n{wrong * 40}").mistyped) == 30
    assert ARTICLE.body.near("a vendu l’usinq et l’autre, et tout ce qui y était") == []
    assert ARTICLE.body.near("à 3") == []
    long = read_body(["Norval a vendu l’usine. " * 5_000], 1)
    assert long.near("a vendu l’usinq") == []


def test_wrong_computation() -> None:
    """A computation is done again at each build."""
    dossier = 'not_said:\n  - text: "Un dixième."\n    evidence: [{article: "adieu"}]\n    computed: ["10 / 4 = 3"]\n'
    assert faults_of(dossier) == [
        "dossier.fr.yml:4: le calcul « 10 / 4 = 3 » est faux\u202f; 10 / 4 donne 2.5"
    ]


@pytest.mark.parametrize(
    ("computed", "invented"),
    [
        ("5 / 300 * 100 ≈ 1.67", []),  # 5 millions are 5 there
        ("300000 / 5000 = 60", []),
        ("5 * 2 = 10", ["2"]),
        ("7.7 * 10 = 77", ["7.7", "10"]),
        ("10 * 10 = 100", ["10"]),  # from nothing
        ("5 + 300 = 305", []),
        ("50 / 300 * 100 ≈ 16.67", ["50"]),
    ],
)
def test_what_is_computed_from(computed: str, invented: list[str]) -> None:
    """A computation starts from figures of the evidence, in some scale; a power of ten alone is none."""
    proof = '[{article: "5 millions d’euros"}, {article: "300 salariés"}]'
    dossier = f'not_said:\n  - text: "Peu."\n    evidence: {proof}\n    computed: ["{computed}"]\n'
    said = "dossier.fr.yml:2: le nombre « {} » du calcul « {} » n’est pas dans ses appuis"
    end = "\u202f; ce que disent ses appuis, ou un appui de plus"
    assert set(faults_of(dossier)) == {said.format(one, computed) + end for one in invented}


def test_what_a_computation_gives() -> None:
    """Another may start from its result; a sentence may say that, not what it starts from."""
    proof = '[{article: "5 millions d’euros"}, {article: "300 salariés"}]'
    dossier = f'not_said:\n- text: "TEXT"\n  evidence: {proof}\n  computed: ["300 / 5 = 60", "60 / 300 * 100 = 20"]\n'
    assert faults_of(dossier.replace("TEXT", "20 % de 60.")) == []
    assert "la part « 100 % »" in faults_of(dossier.replace("TEXT", "100 % de 60."))[0]


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("a:\n  title: T\n", "1: la clé « publisher » manque\u202f; une ligne « publisher: … »"),
        (
            "a:\n  publisher: P\n  language: de\n",
            "3: « de » n’est pas une valeur de « language »\u202f; parmi fr, en",
        ),
        (
            "a:\n  publisher: P\n  url: ftp://x\n",
            "3: « ftp://x » n’est pas une adresse\u202f; https://… ou http://…",
        ),
        (
            "a:\n  publisher: P\n  date: '2024-13'\n",
            "3: « 2024-13 » n’est pas une date\u202f; AAAA, AAAA-MM ou AAAA-MM-JJ (EDTF)",
        ),
        (
            "a:\n  publisher: P\n  passages: [They will pay for it]\n",
            "1: les passages de « a » se lisent en « en »\u202f; « language: en », où leurs nombres se lisent",
        ),
        (
            "a:\n  publisher: P\n  language: en\n  passages: [la vente, une usine]\n",
            "1: les passages de « a » se lisent en « fr »\u202f; « language: fr », où leurs nombres se lisent",
        ),
        (
            "a:\n  publisher: P\n  titre: T\n",
            "3: la clé « titre » est inconnue\u202f; vouliez-vous dire « title » ?",
        ),
        (
            "a: [",
            "1: il manque une valeur, ou un crochet fermant\u202f; « clé: valeur »",
        ),
    ],
)
def test_faulty_sources(source: str, message: str) -> None:
    """Each fault of the sources is said with its line."""
    faults = read_sources(source.encode(), "sources.yml").faults
    assert [str(fault) for fault in faults] == [f"sources.yml:{message}"]


NO_YAML = [
    (
        'title: "Un\npublished: 2024-01-01\n',
        '1: le guillemet ouvert ici ne se ferme pas\u202f; « " » en fin de valeur',
    ),
    (
        'not_said:\n  - text: "Un\n    evidence: []\n  - text: "Deux"\n',
        '2: le guillemet ouvert ici ne se ferme pas\u202f; « " » en fin de valeur',
    ),
    (
        "title: Un: deux\n",
        "1: un « : » de trop, ou un retrait de trop\u202f; la valeur entre guillemets",
    ),
    ("title\npublished: 2024\n", "1: il manque « : »\u202f; « clé: valeur »"),
    ('title "Un"\npublished: 2024\n', "1: il manque « : »\u202f; « clé: valeur »"),
    (
        'title: "Un\n  deux\n',
        '1: le guillemet ouvert ici ne se ferme pas\u202f; « " » en fin de valeur',
    ),
    ("themes:\n\t- a\n", "2: une tabulation dans le retrait\u202f; des espaces"),
    (
        "title: @moi\n",
        "1: la valeur commence par un signe que YAML se réserve\u202f; la valeur entre guillemets",
    ),
    (
        'title: "a\\d"\n',
        "1: une barre oblique inverse dans un texte entre guillemets\u202f; « \\\\ » pour la montrer",
    ),
    (
        "themes: [a, b\ntitle: A\n",
        "1: la liste n’est pas finie\u202f; « , » ou le crochet fermant",
    ),
    (
        "themes:\n  - a\n b: c\n",
        "3: le retrait ne suit pas\u202f; le même retrait que les clés voisines",
    ),
    ("title: A\n---\ntitle: B\n", "2: une ligne « --- » coupe le fichier\u202f; un seul bloc"),
    (
        "%YAML 9.9\n---\na: b\n",
        "1: ce n’est pas du YAML valide\u202f; « clé: valeur » à chaque ligne, la valeur entre guillemets si elle a des signes",
    ),
]


@pytest.mark.parametrize(("text", "message"), NO_YAML)
def test_what_is_no_yaml(text: str, message: str) -> None:
    """What is wrong is said where it is: a missing mark on the line that lacks it."""
    assert faults_of(text) == [f"dossier.fr.yml:{message}"]


@pytest.mark.parametrize(("text", "message"), [one for one in NO_YAML if one[0][0] != "%"])
def test_a_value_over_lines_is_no_mistake(text: str, message: str) -> None:
    """It does not take the blame for what is wrong below."""
    before = 'description: "Sur\n  deux lignes, « : » dedans."\n'
    line, said = message.split(":", 1)
    assert faults_of(before + text) == [f"dossier.fr.yml:{int(line) + 2}:{said}"]


def test_a_fault_is_on_a_line_of_the_file() -> None:
    """Where YAML looks for what is not there, that may be below."""
    (fault,) = read_sources(b"---", "sources.yml").faults
    assert fault.line == 1


@pytest.mark.parametrize("text", ["", "\n", "# rien\n"])
def test_empty_files(text: str) -> None:
    """A list of sources may be empty, where none is named; a dossier that says nothing is none."""
    assert read_sources(text.encode(), "sources.yml") == ({}, (), None, ())
    assert [str(fault) for fault in read(text).faults] == [
        "dossier.fr.yml:1: le fichier est vide\u202f; ce que « --draft » écrit, ou pas de fichier"
    ]


SUPPORTED = [
    "L’usine est vendue le 3 mars 2024, en mars 2024, en 2024.",
    "Norval dit « adieu ».",
    "Elle est vendue dimanche 3 mars.",
    "Elle est vendue dimanche 3 mars 2024.",
]


@pytest.mark.parametrize("text", SUPPORTED)
def test_what_is_supported(text: str) -> None:
    """What the evidence says, and what is less precise than it, is no fault."""
    assert faults_of(event(text=text, evidence='{article: "Norval a dit « adieu »"}')) == []


def test_figures_of_an_english_source() -> None:
    """An English passage supports French figures; a weekday is the last one before its source."""
    text = "L’usine est vendue 5,4 millions de dollars le 3 mars 2024."
    assert (
        faults_of(
            event(
                text=text,
                evidence='{source: journal, passage: "sold the plant for $5.4 million on Sunday"}',
            )
        )
        == []
    )


def test_words_quoted_from_another_language() -> None:
    """Figures in words that an English passage holds are read as English; other words are faults."""

    def faults_in(text: str) -> str:
        evidence = '{source: journal, passage: "sold the plant for $5.4 billion on Sunday"}'
        sources = SOURCES.replace("million", "billion")
        return "\n".join(faults_of(event(text=text, evidence=evidence), sources))

    assert faults_in("Le journal écrit « for $5.4 billion ».") == ""
    assert "« for $5.5 billion » n’est pas dans" in faults_in("Il écrit « for $5.5 billion ».")
    assert faults_in("Il dit $5.4 billion.") == ""  # written as in English, it is read so
    french = faults_in("Il dit 5,4 billions de dollars.")
    assert "le montant « 5400000000000 USD » n’est pas dans" in french


def test_words_in_their_own_language() -> None:
    """What is given in its own language is given word for word."""
    entry = (
        'originals:\n  - {{quotation: "Je pars", text: "{}", language: en, date: "2024-03-04",'
        ' medium: X, evidence: [{{source: journal, passage: "sold the plant"}}]}}\n'
    )
    assert faults_of(entry.format("sold the plant")) == []
    assert "la citation « sold a plant »" in faults_of(entry.format("sold a plant"))[0]


@pytest.mark.parametrize(
    ("said", "known", "supported"),
    [
        ("2018", ["2018-02-20"], True),
        ("2018-02", ["2018-02-20"], True),
        ("2018-02-20", ["2018"], False),
        ("2018-02-20", ["2018-02-20~"], True),
        ("2016/2019", ["2016", "2019-05"], True),
        ("2016/2019", ["2016"], False),
        ("2015/..", ["2015"], True),
        ("../2015", ["2016"], False),
        ("199X", ["1994"], True),
        ("2024-33", ["2024-33"], True),
        ("2024-33", ["2024-02"], False),
    ],
)
def test_dates_that_support(said: str, known: list[str], *, supported: bool) -> None:
    """The same date, or a more precise one within it; both ends of an interval."""
    assert is_supported(said, known) == supported


@pytest.mark.parametrize(
    "text",
    [
        "2015",
        "2015-02",
        "2015-02-28",
        "2015~",
        "199X",
        "2024-33",
        "../2015",
        "2015/..",
        "2015/2016",
    ],
)
def test_edtf(text: str) -> None:
    """The part of EDTF that the site uses."""
    assert is_edtf(text)


@pytest.mark.parametrize(
    "text",
    """|..|../..|15|2015-13|2015-02-30|1/2/3|hier|0000|0000-02|000X|000X-02-14|999X-39-30|2019/2016|
    4131-36~/..|2015-01-31~/..|２０１５""".split("|"),
)
def test_no_edtf(text: str) -> None:
    """Anything else is refused, as is a day that does not exist."""
    assert not is_edtf(text)


@pytest.mark.parametrize(
    ("text", "result"),
    [("97.4 / 9.74 = 10", "10"), ("9.74 / 44 * 100 ≈ 22", "22"), ("1 + 2 - 4 = -1", "-1")],
)
def test_computations(text: str, result: str) -> None:
    """Exact with `=`, rounded to the digits given with `≈`."""
    computation = read_computation(text)
    assert isinstance(computation, Computation)
    assert computation.result == Decimal(result)


@pytest.mark.parametrize(
    "text",
    """|1 = |x = 1|1 / 0 = 1|2 ** 3 = 8|f(1) = 1|(1 = 1|-1 + 2 = 1|1 = sNaN|1 = 1e999999999|1e9 = 1
    |1**1**1 = 1|LONG""".replace("LONG", f"{'1+' * 5000}1 = 5001").split("|"),
)
def test_no_computations(text: str) -> None:
    """Only numbers and the four operations."""
    assert not isinstance(read_computation(text), Computation)


# A whole dossier --------------------------------------------------------------------------


@pytest.fixture(scope="module")
def article() -> Article:
    """The article of a whole story."""
    return read_article((WHOLE / "article.fr.md").read_bytes(), "article.fr.md")


@pytest.fixture(scope="module")
def story() -> Story:
    """A whole story."""
    return content_of().story


def altered(passage: str) -> str:
    """The passage with one letter changed."""
    at = next(index for index, char in enumerate(passage) if char.isalnum())
    return passage[:at] + ("q" if passage[at] != "q" else "z") + passage[at + 1 :]


def test_one_letter_in_every_passage(article: Article) -> None:
    """One letter changed in a passage: the build fails and names it. All passages, by program."""
    text = (WHOLE / "dossier.fr.yml").read_text("utf-8")
    pattern = re.compile(r'((?:article|passage): ")((?:[^"\\]|\\.)*)"')
    lines = {text.count("\n", 0, match.start()) + 1 for match in pattern.finditer(text)}
    changed = pattern.sub(lambda match: f'{match[1]}{altered(match[2])}"', text)
    sources = read_sources((WHOLE / "sources.yml").read_bytes(), "sources.yml")
    found = read_dossier(changed.encode(), "d", article.body, sources)
    assert len(lines) == len(passages_in(yaml.safe_load(text))) > 100
    assert lines <= {fault.line for fault in found.faults}


def passages_in(content: object) -> list[str]:
    """Every passage that a dossier writes out."""
    if isinstance(content, list):
        return [one for entry in content for one in passages_in(entry)]
    if not isinstance(content, dict):
        return []
    own = [str(content[key]) for key in ("article", "passage") if key in content]
    return own + [one for entry in content.values() for one in passages_in(entry)]


def test_named_passages() -> None:
    """A name has to be known, and to be used; what it names has to be there."""
    named = 'passages:\n- {id: vente, article: "a vendu l’usine"}\n'
    chapter = "chapters: [{id: a, title: T, statements: [{text: L’usine, evidence: [NAME]}]}]\n"
    assert faults_of(named + chapter.replace("NAME", "vente")) == []
    assert faults_of(named + chapter.replace("NAME", "achat")) == [
        "dossier.fr.yml:3: « achat » n’est pas dans passages\u202f; parmi vente",
    ]
    assert faults_of(named + chapter.replace("NAME", "{article: adieu}")) == [
        "dossier.fr.yml:2: « vente » n’appuie aucune phrase\u202f; un emploi sous « evidence », ou rien",
    ]
    assert faults_of('passages:\n- {id: vente, article: "a perdu"}\n')[0] == (
        "dossier.fr.yml:2: le passage « a perdu » n’est pas dans l’article\u202f;"
        " les mots exacts de l’article"
    )
    assert "cet appui est incomplet" in faults_of("passages:\n- {id: vente}\n")[0]


def test_every_source_removed(article: Article) -> None:
    """A source removed: the build fails and names every statement that it supported."""
    text = (WHOLE / "dossier.fr.yml").read_text("utf-8")
    lines = {
        text.count("\n", 0, match.start()) + 1 for match in re.finditer(r"\bsource: [a-z0-9]", text)
    }
    found = read_dossier(text.encode(), "d", article.body, SourcesFile({}))
    assert lines <= {fault.line for fault in found.faults}


def test_one_digit_in_every_statement(article: Article, story: Story) -> None:
    """One digit changed in a statement: the check says so, unless its evidence holds that too."""
    tried, missed = 0, []
    for statement in story.statements():
        for digit in re.finditer(r"\d", statement.text):
            at = digit.start()
            text = statement.text[:at] + str((int(digit[0]) + 1) % 10) + statement.text[at + 1 :]
            tried += 1
            if not list(unsupported(replace(statement, text=text), article)):
                missed.append((statement, text, at))
    assert tried > 200
    for statement, text, at in missed:
        number = next(m[0] for m in re.finditer(r"\d+", text) if m.start() <= at < m.end())
        held = " ".join(
            f"{item.exact} {item.source.date.edtf if item.source.date else ''}"
            if isinstance(item, SourcePassage)
            else item.exact
            for item in statement.evidence
            if not isinstance(item, Computation)
        )
        assert re.search(rf"\b0?{number}\b", held), text
    assert len(missed) / tried < 0.03


def test_article_is_covered(tmp_path: Path) -> None:
    """What no statement uses and nobody set aside is named, with its line in the article."""
    for path in filter(Path.is_file, WHOLE.iterdir()):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    dossier = tmp_path / "dossier.fr.yml"
    text = dossier.read_text("utf-8")
    dossier.write_text(text[: text.index("set_aside:")], "utf-8")
    article = tmp_path / "article.fr.md"
    added = article.read_text("utf-8") + "\nLe groupe Norval offre 3 millions d’euros.\n"
    article.write_text(added, "utf-8")
    with pytest.raises(ContentError) as caught:
        read_content(tmp_path, tmp_path)
    assert [fault.problem for fault in caught.value.faults] == [
        "montant sans emploi\u00a0: « 3 millions d’euros »",
        "nom sans emploi\u00a0: « Norval »",
        "phrase sans emploi\u00a0: « Le groupe Norval offre 3 millions d’euros. »",
    ]
    assert {fault.line for fault in caught.value.faults} == {26}


def test_evidence_of_every_statement(story: Story) -> None:
    """Every statement has its evidence; only definitions may have none."""
    for statement in story.statements():
        assert statement.evidence or isinstance(statement, Term)
        for item in statement.evidence:
            assert isinstance(item, Passage | SourcePassage | Computation)


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("in March 2024", ["2024-03"]),
        ("in 2023", ["2023"]),
        ("on February 30", []),
        ("02/29/2024", ["2024-02-29"]),
        ("9 April, 2025", ["2025-04-09"]),
        ("Feb. 20", ["2024-02-20"]),
        ("November 17th", ["2023-11-17"]),
    ],
)
def test_english_dates(text: str, dates: list[str]) -> None:
    """The forms of dates in the passages of English sources."""
    found = FIGURES["en"].find_dates(text, ARTICLE.day)
    assert [date.date.edtf for date in found] == dates


PEOPLE = """people:
  - {id: norval, name: Norval, kind: organisation, text: "L’article donne ce nom.", evidence: [{article: "Norval, fondé en 2015"}]}
  - {id: weil, name: Jeanne Weil, kind: person, aliases: [J. W.], text: "L’article la cite.", evidence: [{article: "Je pars"}]}
"""


@pytest.mark.parametrize(
    ("said", "evidence", "missing"),
    [
        ("Norval vend l’usine.", '{article: "a vendu l’usine"}', []),  # in the same sentence
        ("Jeanne Weil vend l’usine.", '{article: "a vendu l’usine"}', ["Jeanne Weil"]),
        ("J. W. vend l’usine.", '{article: "a vendu l’usine"}', ["J W"]),
        ("Weil s’en va.", '{article: "Je pars"}', []),  # the speaker of the quotation
        (
            "L’usine est vendue, écrit Le Journal.",
            '{source: journal, passage: "sold the plant"}',
            [],
        ),
        (
            "L’usine est vendue, écrit La Revue.",
            '{source: journal, passage: "sold the plant"}',
            ["La Revue"],
        ),
        ("Norval vend l’usine.", '{source: journal, passage: "sold the plant"}', ["Norval"]),
        ("Norval vend l’usine.", '{source: revue, passage: "sold again"}', []),  # what it is about
    ],
)
def test_names_are_in_the_evidence(said: str, evidence: str, missing: list[str]) -> None:
    """A name that is swapped, of somebody or of a publisher, is a fault; other forms of it are none."""
    sources = (
        SOURCES
        + 'revue:\n  publisher: "La Revue, sur Le Web (copie)"\n  about: [Norval]\n  language: en\n  passages: ["sold again"]\n'
    )
    dossier = f'not_said:\n  - text: "{said}"\n    evidence: [{evidence}]\n{PEOPLE}'
    assert faults_of(dossier, sources) == [
        f"dossier.fr.yml:2: le nom « {name} » n’est pas dans ses appuis\u202f; un appui qui le nomme"
        + (", ou « about » dans sources.yml" if "source:" in evidence else "")
        for name in missing
    ]


@pytest.mark.parametrize(
    ("words", "note", "fault"),
    [
        ("sold … plant", "au mot près", ""),
        ("sold a plant", "au mot près", "la citation « sold a plant » n’est pas"),
        ("sold", "deux fois 8 mots", "le nombre « 8 » n’est pas"),
        ("sold", "comme La Cote", ""),
        ("sold", "et dit « adieu »", "la citation « adieu » n’est pas"),
    ],
)
def test_translations_are_in_their_source(words: str, note: str, fault: str) -> None:
    """What a source makes somebody say is held against what was read there, and so is our note."""
    dossier = f'{PEOPLE}renderings:\n  - source: journal\n    words: [{{speaker: weil, text: "{words}"}}]\n    note: "{note}"\n'
    said = "\n".join(faults_of(dossier))
    assert fault in said if fault else said == ""


def test_marks_of_any_kind_quote() -> None:
    """Words between “ ” or straight marks are quoted too."""
    for marks in ("“{}”", '\\"{}\\"', "« {} »"):
        assert (
            faults_of(
                event(text=f"Norval dit {marks.format('adieu')}.", evidence="{article: adieu}")
            )
            == []
        )
        wrong = faults_of(
            event(text=f"Norval dit {marks.format('merci')}.", evidence="{article: adieu}")
        )
        assert "la citation « merci » n’est pas dans ses appuis" in wrong[0]


def problems(text: str, passage: str, language: str = "en") -> list[str]:
    """What is wrong with a statement that rests on a passage of a source in a language."""
    proof = f"evidence: [{{source: journal, passage: {passage!r}}}]"
    dossier = f"chapters: [{{id: a, title: T, statements: [{{text: {text!r}, {proof}}}]}}]"
    source = f"journal: {{publisher: Le Journal, language: {language}, passages: [{passage!r}]}}"
    expected = "\u202f; ce que disent ses appuis, ou un appui de plus"
    faults = faults_of(dossier, source)
    assert all(fault.endswith(expected) for fault in faults), faults
    return [fault.removesuffix(expected).split(": ", 1)[1] for fault in faults]


@pytest.mark.parametrize(
    ("text", "passage", "problem"),
    [
        ("Il en a environ 130 M€.", "around €130 million", ""),
        ("Il en a 130 M€.", "around €130 million", "« sans réserve » pour 130000000"),
        ("Il en a environ 130 M€.", "exactly €130 million", ""),  # less exact is true too
        ("Il en a plus de 130 M€.", "exactly €130 million", "« plus de » pour 130000000"),
        ("Il en a plus de 130 M€.", "at least €130 million", ""),
        ("Il a jusqu’à 130 M€.", "at least €130 million", "« moins de » pour 130000000"),
        ("Il en a près de 26 %.", "roughly 26 percent", ""),
        ("Il en a 26 %.", "roughly 26 percent", "« sans réserve » pour 26"),
        ("Il en a 26 %.", "a 26% stake", ""),
        ("Il en a 26.", "a 26% stake", "le nombre « 26 »"),
        ("Il en a 26 %.", "a stake of 26", "la part « 26 % »"),
        ("C’est un dixième de tout.", "one-tenth of it", ""),
        ("C’est un cinquième de tout.", "one-tenth of it", "le nombre « 5 »"),
        ("C’est la moitié du prix.", "half of the price", ""),
        ("C’est le deuxième du genre.", "the same", ""),
    ],
)
def test_how_exact_a_figure_is(text: str, passage: str, problem: str) -> None:
    """About, more or less is part of a figure; a share is no number; a part has its number."""
    assert [one[: len(problem)] for one in problems(text, passage)] == [problem][: bool(problem)]


@pytest.mark.parametrize(
    ("text", "slips"),
    [
        ("Le bureau de Olivier", ["de Olivier"]),
        ("Elle dit que il part", ["que il"]),
        ("La réponse d’Sam", ["d'Sam"]),
        ("Le oui, le un, la une, l’ONU, l’SNCF et le héros", []),
        ("Elle dit « de Olivier »", []),
    ],
)
def test_elisions(text: str, slips: list[str]) -> None:
    """A name put in place of another often shows in the word before it."""
    assert problems(text, "de Olivier", "fr") == [f"« {slip} »\u00a0: l’élision" for slip in slips]


WEIL = """people:
- id: weil
  name: Jeanne Weil
  kind: person
  text: Elle part.
  evidence: [{article: Je pars}]
"""


def test_who_said_it_is_named() -> None:
    """A statement with a quotation of the article names its speaker; a fact may in its label."""
    chapter = WEIL + "chapters: [{id: a, title: T, statements: [{text: TEXT, evidence: PROOF}]}]"
    fact = WEIL + "essentials: [{label: Jeanne Weil, text: TEXT, evidence: PROOF}]"
    unnamed = "« Je pars »"

    def faults(dossier: str, text: str) -> list[str]:
        return faults_of(dossier.replace("TEXT", text).replace("PROOF", "[{article: Je pars}]"))

    assert faults(chapter, unnamed) == [
        "dossier.fr.yml:7: « Je pars » sans le nom de qui le dit\u202f; « Jeanne Weil »"
    ]
    assert faults(chapter, "« Je pars » dit Weil") == []
    assert faults(fact, unnamed) == []


def test_who_speaks_is_known_without_an_entry() -> None:
    """A mistyped entry, or none, turns no check off: the article says who speaks."""
    text = "« Je pars », dit Norval."
    proof = 'evidence: [{article: Je pars}, {article: "Norval, fondé en 2015"}]'
    chapter = f"chapters: [{{id: a, title: T, statements: [{{text: '{text}', {proof}}}]}}]"
    unsaid = "« Je pars » sans le nom de qui le dit\u202f; « Jeanne Weil »"
    unheld = "le nom « {} » n’est pas dans ses appuis\u202f; un appui qui le nomme"
    for name, held in (
        ("Jeanne Weill", False),
        ("Janne Weil", False),
        ("Jeanné Weil", False),
        ("JEANNE WEIL", True),
    ):
        entry = WEIL.replace("Jeanne Weil", name)
        assert (
            faults_of(entry + chapter)
            == [
                f"dossier.fr.yml:5: {unheld.format(name)}",
                f"dossier.fr.yml:7: {unsaid}",
            ][held:]
        )
    nobody = PEOPLE.splitlines(keepends=True)[:2]  # of the two, Norval alone
    assert faults_of("".join(nobody) + chapter) == [f"dossier.fr.yml:3: {unsaid}"]
    weil = "".join(nobody) + chapter.replace("dit Norval", "dit Weil")
    assert faults_of(weil) == []


TOLD = """chapters: [{id: a, title: T, statements: [{text: TEXT, CHECKED evidence: [PROOF]}]}]
people:
- {id: norval, name: Norval, kind: organisation, text: Un nom., evidence: [{article: "Norval, fondé en 2015"}]}
- {id: weil, name: Jeanne Weil, kind: person, text: Un nom., evidence: [{article: Je pars}]}
- {id: odet, name: Odet, kind: organisation, text: Un nom., evidence: [{source: p, passage: "Norval acquired Odet"}]}
"""


def doubts(text: str, passage: str = "", checked: str = "") -> list[str]:
    """What is asked of a statement that rests on a passage, or on the article’s quotation."""
    proof = (
        f"{{source: p, passage: {passage!r}}}"
        if passage
        else "{article: Je pars}, {article: Norval, occurrence: 1}"
    )
    held = ["Norval acquired Odet", *[passage][: bool(passage)]]
    dossier = TOLD.replace("TEXT", repr(text)).replace("PROOF", proof)
    dossier = dossier.replace("CHECKED", f"checked: {checked!r}," if checked else "")
    sources = f"p: {{publisher: P, language: en, passages: {held}}}"
    faults = faults_of(dossier, sources, sense=True)
    return [one.split(": ", 1)[1].split("\u202f;")[0].replace("\u00a0", " ") for one in faults]


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("« Je pars », dit Jeanne Weil à Norval.", ""),
        ("« Je pars », dit Norval face à Jeanne Weil.", "Norval"),
        ("Norval répond à Weil : « Je pars ».", "Norval"),
        ("« Je pars » : ainsi parle Norval de Weil.", ""),  # no rule reads it
        ("Norval entend Weil.", ""),
    ],
)
def test_who_says_it_is_who_said_it(text: str, doubt: str) -> None:
    """A quotation is read as in the article: where that gives it to another, somebody looks again."""
    asked = f"« {doubt} » : l’article donne ces mots à « Jeanne Weil »"
    assert doubts(text) == [asked][: bool(doubt)]
    assert doubts(text, checked=doubt) == []


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("Norval achète Odet.", ""),
        ("Odet achète Norval.", "« Odet » : pour ses appuis, c’est « Norval » qui agit"),
        ("Odet est acheté par Norval.", ""),
        ("Norval est acheté par Odet.", "« Odet » : pour ses appuis, c’est « Norval » qui agit"),
        ("Un achat, dit Odet. Norval se tait.", ""),
        ("C’est un achat pour Odet, annonce Norval.", ""),
        ("Odet et Norval", ""),
        ("Norval achète Norval.", ""),
    ],
)
def test_who_does_it_to_whom(text: str, doubt: str) -> None:
    """An action between two names that the evidence tells the other way round is read again."""
    for passage in ("Norval acquired Odet", "Odet was acquired by Norval"):
        assert doubts(text, passage) == [doubt][: bool(doubt)]
    assert doubts(text, "Odet acquired P. Norval acquired Odet and Odet bought Norval") == []


def test_what_kind_somebody_is() -> None:
    """The article’s reader tells people from organisations; where the entry differs, it is asked."""
    for kind, other in (("person", "organisation"), ("organisation", "personne")):
        name, proof = (
            ("Norval", "Norval, fondé en 2015") if kind == "person" else ("Jeanne Weil", "Je pars")
        )
        entry = f'people: [{{id: a, name: {name}, kind: {kind}, text: Un nom., evidence: [{{article: "{proof}"}}]}}]'
        expected = "une relecture des deux, et « checked: … » qui cite ce mot et l’explique"
        assert faults_of(entry, sense=True) == [
            f"dossier.fr.yml:1: «\u00a0{kind}\u00a0»\u00a0: l’article en fait une {other}\u202f; {expected}"
        ]


def test_a_name_is_of_one() -> None:
    """A name that two have could stand for either; a surname that two have is neither’s."""
    norval, weil = PEOPLE.splitlines()[1:]
    taken = " est déjà celui de « norval »\u202f; à chacun les siens (name, aliases)"
    lying = weil.replace("[J. W.]", "[norval]")
    assert faults_of(f"people:\n{norval}\n{lying}") == [
        f"dossier.fr.yml:3: le nom « norval »{taken}"
    ]
    assert faults_of(f"people:\n{norval}\n{norval.replace('id: norval', 'id: autre')}") == [
        f"dossier.fr.yml:3: le nom « Norval »{taken}"
    ]
    other = norval.replace("norval", "paul").replace("name: Norval", "name: Paul Weil")
    other = other.replace("organisation", "person").replace(
        "{article", "{source: p, passage: Paul Weil}, {article"
    )
    chapter = "\nchapters: [{id: a, title: T, statements: [{text: SAID, evidence: [{source: p, passage: Paul Weil}]}]}]"
    sources = "p: {publisher: P, passages: [Paul Weil]}"
    for said, missing in (("Jeanne Weil vient", "Jeanne Weil"), ("Paul Weil vient", "")):
        dossier = f"people:\n{weil}\n{other}{chapter.replace('SAID', said)}"
        assert [one for one in faults_of(dossier, sources) if "le nom" in one] == [
            f"dossier.fr.yml:4: le nom « {missing} » n’est pas dans ses appuis\u202f; un appui qui le nomme, ou « about » dans sources.yml"
        ][: bool(missing)]


@pytest.mark.parametrize(
    ("said", "right"),
    [
        ("Léo Oder part.", ""),
        ("Leo Oder part.", "Leo Oder"),
        ("LÉO ODER part.", "LÉO ODER"),
        ("Il dit « Leo Oder ».", ""),  # words of others are not ours
        ("Un leo d’oder", ""),
    ],
)
def test_names_are_written_in_one_way(said: str, right: str) -> None:
    """A name without its accent, or in other capitals, is not the name."""
    proof = "evidence: [{source: p, passage: Léo Oder dit Leo Oder}]"
    people = f"people: [{{id: leo, name: Léo Oder, kind: person, text: Il part., {proof}}}]"
    chapter = f"chapters: [{{id: a, title: T, statements: [{{text: {said!r}, {proof}}}]}}]"
    sources = "p: {publisher: P, passages: [Léo Oder dit Leo Oder]}"
    assert (
        faults_of(f"{people}\n{chapter}\n", sources)
        == [f"dossier.fr.yml:2: le nom « {right} » est écrit autrement\u202f; « Léo Oder »"][
            : bool(right)
        ]
    )


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (("date: 2024", "date: 2015"), "3: la date « 2015 » n’est pas dans ses appuis"),
        (("label: prix", "label: 7 parts"), "6: le nombre « 7 » n’est pas dans ses appuis"),
        (("label: prix", "label: dit Weil"), "6: le nom « Weil » n’est pas dans ses appuis"),
        (("name: Usine", "name: Jeanne Weil"), "5: le nom « Jeanne Weil » n’est pas dans"),
        (("name: Usine", "name: Gazprom"), "5: « Gazprom » : aucun appui n’a ce nom"),
        (("name: Usine", "name: Groupe Gazprom"), "5: « Gazprom » : aucun appui n’a ce nom"),
        (("name: Usine", "name: Autres salariés"), ""),
    ],
)
def test_structures_are_in_their_evidence(change: tuple[str, str], fault: str) -> None:
    """When it was so, who is in it and what stands on its arrows: the links say it."""
    known = structure(label="prix", text="l’usine")
    found = faults_of(known.replace(*change) + PEOPLE, sense=True)
    said = [one.removeprefix("dossier.fr.yml:").replace("\u00a0", " ") for one in found]
    assert [one[: len(fault)] for one in said] == [fault][: bool(fault)]


def test_who_takes_part_is_named() -> None:
    """Those under `people`, and at both ends of a link, are named by the words or the evidence."""
    proof = 'evidence: [{article: "Norval, fondé en 2015"}]'
    expected = " en serait, et rien ici ne le nomme\u202f; ceux que nomment la phrase ou ses appuis"
    event = f"{WEIL}events:\n- {{id: e, date: 2015, text: Norval., people: [weil], {proof}}}"
    assert faults_of(event) == [f"dossier.fr.yml:8: « Jeanne Weil »{expected}"]
    structure = f"""{WEIL}structures:
- id: s
  title: T
  date: 2015
  nodes: [{{id: n, name: Norval}}, {{id: w, name: Weil, person: weil}}]
  edges:
  - {{from: n, to: w, text: "Jeanne Weil, de Norval", {proof}}}
  - {{from: w, to: n, text: Norval., {proof}}}
"""
    assert faults_of(structure)[-1] == f"dossier.fr.yml:14: « Jeanne Weil »{expected}"
