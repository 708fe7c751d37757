"""Who speaks: one short text for each way in which French newspapers say it."""

from __future__ import annotations

import pytest

from story.assemble_story import Story, read_story
from story.reading.article_file import read_article

HEAD = "---\ntitle: Essai\ndate: 2024-05-06\nsource: La Cote\n---\n\n"
CAST = "Anne Le Goff, présidente de Vestralys, et Paul Dessaint, gérant du fonds Aramon, discutent.\n\n"


def story_of(body: str) -> Story:
    """The story in an article with this body."""
    return read_story(read_article((HEAD + body).encode(), "article.fr.md"))


ANNE, PAUL = "Anne Le Goff", "Paul Dessaint"

SPEAKERS = {
    # after the words
    "« Oui », a déclaré Anne Le Goff.": [ANNE],
    "« Oui », déclare Paul Dessaint, gérant du fonds.": [PAUL],
    "« Oui », a expliqué lundi 6 mai Paul Dessaint.": [PAUL],
    "« Oui », a-t-elle indiqué.": [ANNE],
    "« Oui », ironise-t-il.": [PAUL],
    "« Oui », disent-ils.": [PAUL],
    "« Oui », entend-on partout.": [],
    "« Oui », dit-on au siège.": [],
    "« Oui », selon Paul Dessaint.": [PAUL],
    "« Oui », d’après Mme Le Goff.": [ANNE],
    "« Oui », a dit ce dernier.": [PAUL],
    "« Oui », a répondu cette dernière.": [ANNE],
    "« Oui », a fait savoir Vestralys dans un communiqué.": ["Vestralys"],
    "« Oui », a précisé le gérant.": [PAUL],
    "« Oui », a indiqué un porte-parole du groupe.": ["un porte-parole du groupe"],
    "« Oui », résume le patron du site, Marc Weil.": ["Marc Weil"],
    "« Oui », résume son avocat, Me Marc Weil.": ["Marc Weil"],
    "« Oui », a voulu rassurer Anne Le Goff.": [ANNE],
    "« Oui », a crié quelqu’un.": [],
    "« Oui » – Paul Dessaint": [PAUL],
    "« Oui » – un inconnu": [],
    "“Oui”, a dit M. Dessaint.": [PAUL],
    '"Oui", a dit Dessaint.': [PAUL],
    "« Oui », a dit le gérant, hier.": [PAUL],
    "« Oui », renchérit son homologue de la CFDT, Maryvonne Tanguy.": ["Maryvonne Tanguy"],
    "« Oui », explique l’intéressée.": [ANNE],
    "« Oui », ont-ils dit à eux deux.": [PAUL],
    "« Oui », a dit le gérant, proche d’Anne Le Goff.": [PAUL],
    # before the words
    "Ce dernier a vu Anne Le Goff, qui a répondu : « Oui »": [ANNE],
    "Le tract dit et répète : « Oui »": [],
    "Anne Le Goff a déclaré : « Oui »": [ANNE],
    "Paul Dessaint, très ému, a déclaré : « Oui »": [PAUL],
    "Lundi, devant la presse, Paul Dessaint a déclaré : « Oui »": [PAUL],
    "Il a ajouté : « Oui »": [PAUL],
    "Elle ajoute : « Oui »": [ANNE],
    "A-t-elle répondu ? Elle a-t-elle dit : « Oui »": [ANNE],
    "Ce dernier a répliqué : « Oui »": [PAUL],
    "Le fonds visé par Anne Le Goff, qui a répondu : « Oui »": [ANNE],
    "L’offre n’a pas plu à ce dernier, qui a répondu : « Oui »": [PAUL],
    "L’offre vient de Vestralys, qui a répondu : « Oui »": ["Vestralys"],
    "Ce à quoi Dessaint a rétorqué : « Oui »": [PAUL],
    "Le gérant a répondu : « Oui »": [PAUL],
    "La direction a répondu : « Oui »": ["La direction"],
    "Vestralys a répondu : « Oui »": ["Vestralys"],
    "À cela répond Paul Dessaint : « Oui »": [PAUL],
    "Paul Dessaint : « Oui »": [PAUL],
    "Sur la façade, une banderole : « Oui »": [],
    "Selon Anne Le Goff, « oui »": [ANNE],
    "Pour M. Dessaint, « oui »": [PAUL],
    "Selon elle, « oui »": [ANNE],
    "Selon la présidente de Norélia, Judith Karsenty, « oui »": ["Judith Karsenty"],
    "Selon Vestralys, « oui »": ["Vestralys"],
    # in the paragraph before
    "Paul Dessaint a réagi sur X :\n\n« Oui »": [PAUL],
    "Paul Dessaint a réagi sur X.\n\n« Oui »": [],
    # woven into the sentence
    "Paul Dessaint juge l’offre « insuffisante ».": [PAUL],
    "Paul Dessaint affirme que « rien ne change ».": [PAUL],
    "Paul Dessaint affirme qu’« Elle ne tient pas ».": [PAUL],
    "Hier, a-t-elle répondu, l’offre était « insuffisante ».": [ANNE],
    "Paul Dessaint s’est dit « soulagé ».": [PAUL],
    "Dans son avis, le régulateur juge que l’opération « n’est pas saine ».": ["le régulateur"],
    # the same voice goes on
    "« Oui », a dit Paul Dessaint. « Encore oui. »": [PAUL, PAUL],
    "« Oui », a dit Paul Dessaint, « mais non ».": [PAUL, PAUL],
    "« Oui », a dit Paul Dessaint. Et d’ajouter : « Encore. »": [PAUL, PAUL],
    "« Oui », a dit Paul Dessaint.\n\nEt de conclure :\n\n« Encore. »": [PAUL, PAUL],
    "Et d’ajouter : « Encore. »": [],
    # terms and titles
    "La clause dite « pilule empoisonnée » protège le groupe.": [],
    "D’après le rapport « Avenir », remis hier, le groupe perd.": [],
    "Paul Dessaint a lu « Avenir » hier.": [],
    "Paul Dessaint a annoncé hier le plan « Avenir ».": [],
    "Il a annoncé pour Vestralys Avenir « Demain ».": [],
}


@pytest.mark.parametrize("text", SPEAKERS)
def test_speaker_is_found(text: str) -> None:
    """Each form gives its speaker's full name; words that nobody speaks give none."""
    story = story_of(CAST + text)
    assert [quotation.speaker for quotation in story.exchange] == SPEAKERS[text]


def test_reply_and_medium() -> None:
    """What the article says of a message is kept with the passage that says it."""
    story = story_of(
        CAST + "Paul Dessaint a répliqué sur le réseau Mastoc (ex-Tweeper) :\n\n« Non. »"
    )
    (quotation,) = story.exchange
    assert quotation.replies
    assert quotation.medium is not None
    assert quotation.medium.exact == "sur le réseau Mastoc (ex-Tweeper)"


def test_pronoun_without_anybody() -> None:
    """Where nobody is named, nobody is given the words."""
    assert story_of("« Oui », a-t-elle dit.").exchange == ()


def test_pronoun_for_an_organisation() -> None:
    """Where only an organisation is named, the pronoun stands for it."""
    story = story_of("Le groupe Vestralys recule. « Oui », a-t-il dit.")
    assert [quotation.speaker for quotation in story.exchange] == ["Vestralys"]


PEOPLE = {
    "Le patron Ugo Ferrand parle.": [("Ugo Ferrand", "person", "patron")],
    "Ugo Ferrand, 45 ans, parle.": [("Ugo Ferrand", "person", None)],
    "Ugo Ferrand (patron de Solenne) parle.": [
        ("Ugo Ferrand", "person", "patron de Solenne"),
        ("Solenne", "organisation", None),
    ],
    "Hier, Mme Ferrand, ex-patronne de Solenne, est venue.": [
        ("Ferrand", "person", "ex-patronne de Solenne"),
        ("Solenne", "organisation", None),
    ],
    "Le fonds a nommé Jean de La Tour. De La Tour est ravi.": [("Jean de La Tour", "person", None)],
    "On a vu Ursula van der Meer. Hier, Van der Meer dormait.": [
        ("Ursula van der Meer", "person", None)
    ],
    "« Oui. Et après ? On verra. Mais non », dit Marc Weil.": [("Marc Weil", "person", None)],
    "Interrogé par La Lettre du Ponant, son associé Joost Meulen se tait.": [
        ("La Lettre du Ponant", "organisation", None),
        ("Joost Meulen", "person", "associé"),
    ],
    "# Un titre de Talvera": [("Talvera", "organisation", None)],
    "Il a vu les Néerlandais et Jo Weil.": [("Jo Weil", "person", None)],
    "Le juge a vu Johnson & Johnson hier.": [("Johnson & Johnson", "organisation", None)],
    "Il a vu le Wall Street Journal.": [("Wall Street Journal", "organisation", None)],
    "Il travaille chez xAvenir à Paris.": [("xAvenir", "organisation", None)],
    "D’Angelo a vu Talvera. L’Talvera recule.": [("Talvera", "organisation", None)],
    "Rien ne va. Tout va. Norélia va.": [],
    "Norélia, concurrente, cède. Il quitte Norélia.": [("Norélia", "organisation", None)],
    "Le PDG Marc Weil et la PME Talvera.": [
        ("Marc Weil", "person", "PDG"),
        ("Talvera", "organisation", None),
    ],
    "L’avion A320 et le plan Horizon 2030.": [],
    "Il vit à Paris, dans l’Illinois, rue de Turenne.": [],
    "Il a vu le groupe Talvera SA.": [("Talvera", "organisation", None)],
    "Le groupe TALVERA recule. Puis Talvera avance.": [("TALVERA", "organisation", None)],
    "Ugo Ferrand, ancien, parle.": [("Ugo Ferrand", "person", None)],
    "Lundi Marc Weil est venu.": [("Marc Weil", "person", None)],
}


@pytest.mark.parametrize("text", PEOPLE)
def test_people_have_a_kind_and_a_role(text: str) -> None:
    """People and organisations are told apart by what stands around them, without any list."""
    found = [(person.name, person.kind, person.role) for person in story_of(text).draft.people]
    assert found == PEOPLE[text]
