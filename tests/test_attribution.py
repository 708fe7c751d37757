"""Who speaks: one short text for each way in which French newspapers say it."""

from __future__ import annotations

import pytest

from story.assemble_story import Story, read_story
from story.languages.fr import word_lists
from story.reading.article_file import read_article
from story.reading.body import plain

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
    "« Oui », disent-ils.": [f"{ANNE} et {PAUL}"],
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
    "« Oui », ont-ils dit à eux deux.": [f"{ANNE} et {PAUL}"],
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
    # read in a message, a colon after the words, their own answer
    "« Oui », peut-on lire dans un communiqué de Vestralys.": ["Vestralys"],
    "« Oui », lit-on sur le site de Vestralys.": ["Vestralys"],
    "« Oui » : Anne Le Goff ne mâche pas ses mots.": [ANNE],
    "« Oui », Anne Le Goff en est sûre.": [ANNE],
    "Anne Le Goff a répondu. Sa réponse : « Oui. »": [ANNE],
    "Anne Le Goff ne change pas. Son credo : « Avancer. »": [ANNE],
    "Même son de cloche chez Anne Le Goff : « Oui. »": [ANNE],
    "Même colère chez Paul Dessaint. « Je suis las. »": [PAUL],
    "De quoi faire dire à Anne Le Goff : « Oui. »": [ANNE],
    "Le ton de Paul Dessaint est grave : « Oui. »": [PAUL],
    "Version Dessaint : l’offre « ne tient pas ».": [PAUL],
    # right before the words, and after them with something between
    "Au-delà, prévient Vestralys, « d’autres dossiers attendent ».": ["Vestralys"],
    "« Oui », dégaine sur la place Anne Le Goff.": [ANNE],
    "« Oui », ne décolère pas Anne Le Goff.": [ANNE],
    "« Oui », confiait il y a deux ans Luc Roux.": ["Luc Roux"],
    "« Oui », se marre l’un d’eux. « Non », dit l’autre.": ["l’un d’eux"],
    "« Oui », raconte l’une d’entre elles.": ["l’une d’entre elles"],
    "« Oui », lance une voix dans le public.": ["une voix dans le public"],
    "« Oui », lâche un gérant parisien.": ["un gérant parisien"],
    "« Oui. » C’est ce qu’a promis Paul Dessaint.": [PAUL],
    "« Oui. » Ainsi s’est exprimé Paul Dessaint.": [PAUL],
    # the voice goes on, or does not
    "« Oui », dit Anne Le Goff. Plus loin : « Vite. »": [ANNE, ANNE],
    "« Oui », dit Anne Le Goff. Silence, puis sourire. « Vite. »": [ANNE, ANNE],
    "Paul Dessaint promet le silence. Et menace : « Gare. »": [PAUL],
    "Luc Roux a payé Paul Dessaint. « Il m’a dit merci. »": [],
    "« Oui », dit Anne Le Goff. Luc Roux paie. « Il m’a dit merci. »": [ANNE, ANNE],
    "« Oui », dit Anne Le Goff. Elle sourit.\n\n« Je recommence.\n\n« Demain. »": [ANNE, ANNE],
    "Une plaque a été vue par un voisin. Ce dernier a dit : « Oui »": ["un voisin"],
    "Le groupe Vestralys licencie. « Oui », dixit la marque.": ["Vestralys"],
    # woven: apposed, passive, in a relative clause
    "Anne Le Goff dit « comprendre » la colère.": [ANNE],
    "Anne Le Goff, « très heureuse » ce soir, a remercié ses amis.": [ANNE],
    "« Soulagée », Anne Le Goff a remercié ses amis.": [ANNE],
    "Anne Le Goff, qui se dit « soulagée », a remercié ses amis.": [ANNE],
    "L’accord, « historique » pour Anne Le Goff, sera signé.": [ANNE],
    "Luc Roux est accusé par Anne Le Goff d’avoir « menti ».": [ANNE],
    "Luc Roux est soupçonné d’avoir « menti ».": [],
    "C’est un texte dont Luc Roux dit qu’il est « bâclé ».": ["Luc Roux"],
    "Il sera accompagné de la préfète, qui a promis « un effort ».": ["la préfète"],
    "Certains lui reprochent d’avoir « joué perso ».": ["Certains"],
    "Ses auteurs mettent cependant en garde contre « un excès ».": ["Ses auteurs"],
    "L’Autrichien gère l’argent. Il parle de « patience ».": [PAUL],
    "Sa collègue de Dinan, qui n’a rien dit, évoque « un excès ».": ["Sa collègue de Dinan"],
    "Le maire de Lyon et Luc Roux dénoncent « un excès ».": ["Le maire de Lyon et Luc Roux"],
    "Même Luc Roux parle d’« une erreur », puis d’« une faute ».": ["Luc Roux", "Luc Roux"],
    "Paul Dessaint a lancé le mot-clic « #Demain ».": [],
    "Deux élus ont voté contre ce « cadeau ».": [],
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


def test_somebody_is_told_after_the_words() -> None:
    """At the head of an article, a pronoun means the subject of the next sentence."""
    story = story_of("À l’entendre, « tout va bien ». Lou Bardok rit.")
    assert [quotation.speaker for quotation in story.exchange] == ["Lou Bardok"]
    assert story_of("À l’entendre, « tout va bien ». Rien ne va.").exchange == ()
    assert story_of("À l’entendre, « tout va bien ».").exchange == ()


def test_an_organisation_has_no_self() -> None:
    """Words with « je » after a sentence about a group are nobody's."""
    assert story_of("Le groupe Vestralys recule. « Je suis las. »").exchange == ()


def test_pronoun_for_an_organisation() -> None:
    """Where only an organisation is named, the pronoun stands for it."""
    story = story_of("Le groupe Vestralys recule. « Oui », a-t-il dit.")
    assert [quotation.speaker for quotation in story.exchange] == ["Vestralys"]


# Each kind of clause that attributes, with the words as they are said.
SAID: dict[str, list[tuple[str, str]]] = {
    # inside the marks
    "« Nous partons, déclare Paul Durand. Et vite. »": [("Paul Durand", "Nous partons. Et vite.")],
    "« Je pars, a annoncé hier Marie Blanc, maire de Brest. Il le faut. »": [
        ("Marie Blanc", "Je pars. Il le faut.")
    ],
    "« Pourquoi moi ? s’étonne Marie Blanc. Je n’ai rien fait. »": [
        ("Marie Blanc", "Pourquoi moi ? Je n’ai rien fait.")
    ],
    "« Nous partons, déclare Paul Durand, et nous ne reviendrons pas. »": [
        ("Paul Durand", "Nous partons, et nous ne reviendrons pas.")
    ],
    "« On savait, glisse un chauffeur croisé sur la route. Tous. »": [
        ("un chauffeur", "On savait. Tous.")
    ],
    "« Non, dit Marie Blanc, qui part. Non, répète-t-elle. Non. »": [
        ("Marie Blanc", "Non. Non. Non.")
    ],
    "« Non, dit Marie Blanc, la maire de Brest. Oui. »": [("Marie Blanc", "Non. Oui.")],
    "« Il faut vendre, insiste Marie Blanc, déléguée FO. Vite. »": [
        ("Marie Blanc", "Il faut vendre. Vite.")
    ],
    # the subject of the sentence before, not the last name
    "Paul Durand, avec qui Luc Morin est en conflit, a rejeté l’offre. « Non », a-t-il répliqué.": [
        ("Paul Durand", "Non")
    ],
    "Paul Durand a reçu Luc Morin. « Non », a-t-il dit.": [("Paul Durand", "Non")],
    "Selon l’avocat de Luc Morin, Paul Durand ment. « Faux », répond-il.": [
        ("Paul Durand", "Faux")
    ],
    "Paul Durand s’est dit inquiet. « Rien ne va plus. »": [("Paul Durand", "Rien ne va plus.")],
    "Marie Blanc se veut confiante. « On y est. » « On y est presque. »": [
        ("Marie Blanc", "On y est."),
        ("Marie Blanc", "On y est presque."),
    ],
    # gender and number rule out
    "Anne Petit dirige l’usine. Elle a alerté Jean Varenne. « Trop tard », reconnaît-elle.": [
        ("Anne Petit", "Trop tard")
    ],
    "« Oui », a dit Marie Blanc à Paul Durand. « Non », a-t-il répondu.": [
        ("Marie Blanc", "Oui"),
        ("Paul Durand", "Non"),
    ],
    "Elle a alerté Jean Varenne. « Trop tard », reconnaît-elle.": [],
    "Marie Blanc et Anne Petit se disputent. « Oui », a-t-elle dit.": [],
    "« Oui », dit une petite porteuse. « Et si l’on attend ? » insiste-t-elle.": [
        ("une petite porteuse", "Oui"),
        ("une petite porteuse", "Et si l’on attend ?"),
    ],
    # farther from the words
    "« Nous sommes prêts » pour assurer la suite, a commenté M. Perret.": [
        ("Perret", "Nous sommes prêts")
    ],
    "L’armateur a « ignoré » trois alertes, a affirmé hier Marie Blanc.": [
        ("Marie Blanc", "ignoré")
    ],
    "Il a été « ignoré » pendant des mois, selon Marie Blanc.": [("Marie Blanc", "ignoré")],
    # lists
    "Une offre « ridicule » et « hostile », dénonce Marie Blanc.": [
        ("Marie Blanc", "ridicule"),
        ("Marie Blanc", "hostile"),
    ],
    "C’est « injuste », « inutile » et « brutal », a dit Marie Blanc.": [
        ("Marie Blanc", "injuste"),
        ("Marie Blanc", "inutile"),
        ("Marie Blanc", "brutal"),
    ],
    "Marie Blanc dénonce « un gâchis », « une honte » et réclame « des excuses ».": [
        ("Marie Blanc", "un gâchis"),
        ("Marie Blanc", "une honte"),
        ("Marie Blanc", "des excuses"),
    ],
    # several paragraphs, nested marks
    "« Un.\n\n« Deux.\n\n« Trois », a dit Marie Blanc.": [("Marie Blanc", "Un. Deux. Trois")],
    "« Un, a dit Marie Blanc.\n\n« Deux. »": [("Marie Blanc", "Un. Deux.")],
    "« Qui ? demande Anne Petit.\n\n– Moi, dit Paul Durand. »": [
        ("Anne Petit", "Qui ?"),
        ("Paul Durand", "Moi."),
    ],
    "Luc m’écrit : « Elle m’a dit : “Ce prétendu ‘chef-d’œuvre’ est un navet.” »": [
        ("Luc", "Elle m’a dit : “Ce prétendu ‘chef-d’œuvre’ est un navet.”")
    ],
    "« Il a dit : “Non, crie le maire.” Et voilà », raconte Marie Blanc.": [
        ("Marie Blanc", "Il a dit : “Non, crie le maire.” Et voilà")
    ],
    # who it is: roles before names, groups, the unnamed
    "« Un », explique le directeur d’Arvel Michel Bardin.": [("Michel Bardin", "Un")],
    "« Un », explique la ministre du Travail Élise Marchetti.": [("Élise Marchetti", "Un")],
    "« Un », tranche la star Xanthe Orlov.": [("Xanthe Orlov", "Un")],
    "« Il n’y est pour rien », avaient déclaré ses avocats.": [
        ("ses avocats", "Il n’y est pour rien")
    ],
    "« C’est gagné », ont réagi les conseils de Paul Durand.": [
        ("les conseils de Paul Durand", "C’est gagné")
    ],
    "« La faute est établie », indique dans son jugement le tribunal.": [
        ("le tribunal", "La faute est établie")
    ],
    "« Je reste », affirme dans un courriel Paul Durand.": [("Paul Durand", "Je reste")],
    "« Je reste », a confié à l’AFP Paul Durand.": [("Paul Durand", "Je reste")],
    "« Cédez », a dit l’un de ses proches.": [("l’un de ses proches", "Cédez")],
    "« C’est la vie », philosophe un habitué.": [("un habitué", "C’est la vie")],
    "« C’est la vie », conclut la lettre.": [],
    "« Les Varois contre les Varois », a dit le ministre.": [
        ("le ministre", "Les Varois contre les Varois")
    ],
    "« Oui », a dit une source au ministère des Transports.": [
        ("une source au ministère des Transports", "Oui")
    ],
    "« Oui », disent les délégués de la CGT.": [("les délégués de la CGT", "Oui")],
    "Le maire, Paul Durand, et la préfète, Marie Blanc, ont dénoncé « une provocation ».": [
        ("Paul Durand et Marie Blanc", "une provocation")
    ],
    "Marie Blanc, maire de Brest, se tait. « Oui », admet l’élue.": [("Marie Blanc", "Oui")],
    "Marie Blanc, députée, rit. « Oui », admet cette spécialiste.": [("Marie Blanc", "Oui")],
    "Marie Blanc bat Paul Durand. « Oui », dit la première. « Non », dit le second.": [
        ("Marie Blanc", "Oui"),
        ("Paul Durand", "Non"),
    ],
    "Paul Durand bat Marie Blanc. Sa rivale a dénoncé « un vol ».": [("Marie Blanc", "un vol")],
    "De Gaulle a déclaré : « Non. »": [("De Gaulle", "Non.")],
    "Mme de Staël a dit : « Non. »": [("de Staël", "Non.")],
    "S. Altman a répondu : « Non. »": [("S. Altman", "Non.")],
    # woven into the sentence
    "M. Rivard a réaffirmé l’« exigence absolue » pour Paris.": [("Rivard", "exigence absolue")],
    "Marie Blanc a rejeté l’offre, évoquant « un piège ».": [("Marie Blanc", "un piège")],
    "Marie Blanc dit craindre « une casse ».": [("Marie Blanc", "une casse")],
    "Paul Durand taxait Luc Morin de « facho ».": [("Paul Durand", "facho")],
    "Paul Durand est convaincu que « tout ira bien ».": [("Paul Durand", "tout ira bien")],
    "Paul Durand, lui, assure que « tout va bien ».": [("Paul Durand", "tout va bien")],
    "Le chef des Verts, Luc Morin, a, lui, appelé « au calme ».": [("Luc Morin", "au calme")],
    "Interrogé par Marie Blanc, Paul Durand a répondu que « tout va bien ».": [
        ("Paul Durand", "tout va bien")
    ],
    "Paul Durand a répliqué par un simple « Escroc ».": [("Paul Durand", "Escroc")],
    "Une réforme que le préfet, Luc Morin, taxe d’« usine à gaz ».": [("Luc Morin", "usine à gaz")],
    "L’offre, qualifiée de « hostile » par Marie Blanc, expire.": [("Marie Blanc", "hostile")],
    "Jugée « saine » par l’agence Notex, l’opération continue.": [("Notex", "saine")],
    "Le rapport parle d’un « désastre ».": [("Le rapport", "désastre")],
    "Les courtiers parlent de la « saison des fjords ».": [],
    "Marie Blanc réfute le terme de « crise ».": [],
    # nouns of speech, « selon » and its brothers
    "Il y a eu une réponse de Paul Durand : « Non merci ».": [("Paul Durand", "Non merci")],
    "Réaction de Marie Blanc : « On verra. »": [("Marie Blanc", "On verra.")],
    "« C’est fini. » Le constat de Marie Blanc est sans appel.": [("Marie Blanc", "C’est fini.")],
    "« C’est fini. » C’est par ces mots que Paul Durand a conclu.": [
        ("Paul Durand", "C’est fini.")
    ],
    "Comme l’explique Paul Durand, « tout ira bien ».": [("Paul Durand", "tout ira bien")],
    "« Le vieux lion », comme l’appelle Marie Blanc, est mort.": [("Marie Blanc", "Le vieux lion")],
    "À en croire Paul Durand, « tout ira bien ».": [("Paul Durand", "tout ira bien")],
    "Aux yeux de Marie Blanc, maire de Brest, « c’est fini ».": [("Marie Blanc", "c’est fini")],
    "Marie Blanc part. À ses yeux, « c’est fini ».": [("Marie Blanc", "c’est fini")],
    "Un doute partagé par Marie Blanc, pour qui « c’est fini ».": [("Marie Blanc", "c’est fini")],
    "Selon le cabinet Structa, « c’est fini ».": [("Structa", "c’est fini")],
    "Le groupe Vestral, par la voix de Marie Blanc, annonce « un recours ».": [
        ("Marie Blanc", "un recours")
    ],
    "“Anna est une vraie experte.” – Geoffroy Star, commissaire": [
        ("Geoffroy Star", "Anna est une vraie experte.")
    ],
    # before a colon
    "Marie Blanc a rencontré Paul Durand et a déclaré : « Oui. »": [("Marie Blanc", "Oui.")],
    "Le maire, Luc Morin, n’a pas mâché ses mots : « Non. »": [("Luc Morin", "Non.")],
    "Une promesse qui laisse sceptique Marie Blanc : « On verra. »": [("Marie Blanc", "On verra.")],
    "Et Marie Blanc d’insister : « Non. »": [("Marie Blanc", "Non.")],
    "Quant au préfet, il s’est contenté d’une phrase : « Non. »": [("le préfet", "Non.")],
    "Le ton monte : « Assez. »": [],
    "Marie Blanc a vu Luc Morin et Paul Durand affirme que « tout va ».": [
        ("Paul Durand", "tout va")
    ],
    "Selon Marie Blanc, Paul Durand affirme que « tout va ».": [("Paul Durand", "tout va")],
    "Marie Blanc part. « C’est fini », à l’en croire.": [("Marie Blanc", "C’est fini")],
    "La CFTV se dit « vigilante ».": [("CFTV", "vigilante")],
    "Marie Blanc rit. « C’est fini », dit celle qui part.": [("Marie Blanc", "C’est fini")],
    # a role takes up whoever has it, or was spoken of; never somebody of another office
    "Dorvan Kestrel, président, part. La foule rit. « Oui », a dit le chef de l’État.": [
        ("Dorvan Kestrel", "Oui")
    ],
    "Le chef de l’État, Dorvan Kestrel, part. « Oui », dit le président vélin.": [
        ("Dorvan Kestrel", "Oui")
    ],
    "Anna Bardok dort. « Non », dit la cheffe de l’État. Tout dort. Rien. « Oui », dit la "
    "présidente de la République.": [("Anna Bardok", "Non"), ("Anna Bardok", "Oui")],
    "Le docteur Dorvan Kestrel parle. Selon notre interlocuteur, « rien ne presse ».": [
        ("Dorvan Kestrel", "rien ne presse")
    ],
    "Anna Bardok, députée, parle. Rien ne bouge. « Oui », conclut l’écologiste.": [
        ("Anna Bardok", "Oui")
    ],
    # Marks without a word between them, or none but who speaks, are nobody's words.
    "« … », a dit Anna Bardok. « , », dit Paul Rivat. « Oui », dit Paul Rivat.": [
        ("Paul Rivat", "Oui")
    ],
    # An acronym in a role is part of it.
    "« Oui », dit la directrice de la protection des sites (DPS) du Var, Anna Bardok.": [
        ("Anna Bardok", "Oui")
    ],
    "Le directeur du Centre des marées (CMO) Paul Rivat a tranché. « Oui », avait-il dit.": [
        ("Paul Rivat", "Oui")
    ],
    "Anna Bardok, directrice de Talvera, parle. « Oui », conclut la présidente.": [
        ("Anna Bardok", "Oui")
    ],
    "Anna Bardok, chercheuse, a mené l’essai. Tout va. « Oui », dit la directrice de recherches.": [
        ("Anna Bardok", "Oui")
    ],
    "Anna Bardok, chercheuse, a mené l’essai. « Oui », dit la directrice du musée.": [
        ("la directrice du musée", "Oui")
    ],
    "Paul Petit, élu, a vu Luc Roux, élu. Luc Roux rit. « Oui », conclut l’élu.": [
        ("Luc Roux", "Oui")
    ],
    "La nouvelle est là. La Dre Kestrel, psychologue à Brune, soupire. « Oui », dit la psychologue."
    "": [("Kestrel", "Oui")],
    "Le maire parle. Anna Bardok rit. « Oui », dit l’édile.": [("Anna Bardok", "Oui")],
    "Anna Bardok rit. Le maire parle. « Oui », dit l’édile.": [("Le maire", "Oui")],
    "La star Anna Bardok dort. Paul Petit rit. « Oui », dit l’actrice.": [("Anna Bardok", "Oui")],
    "Anna Bardok, juge, rit. « Oui », dit la juge.": [("Anna Bardok", "Oui")],
    # whoever is said to tell a sentence is who goes on
    "Selon la préfecture, une rixe a opposé des Varois. « Un bus a brûlé », a-t-elle précisé.": [
        ("la préfecture", "Un bus a brûlé")
    ],
    "D’après Anna Bardok, Paul Petit a fui. « Il court encore », a-t-elle ajouté.": [
        ("Anna Bardok", "Il court encore")
    ],
    "Anna Bardok a vu Paul Petit. Il faut pourtant agir. « Oui », dit-elle.": [
        ("Anna Bardok", "Oui")
    ],
    "Anna Bardok a fondé Talvera. Sa société recule. « Tant pis », sourit-elle.": [
        ("Anna Bardok", "Tant pis")
    ],
    "Paul Petit dirige Talvera. Son groupe recule. « Tant pis », sourit-il.": [
        ("Paul Petit", "Tant pis")
    ],
    # a name after the noun, a past infinitive, and who is asked
    "« Rien ne change », selon la maison-mère des deux chaînes, Talvera.": [
        ("Talvera", "Rien ne change")
    ],
    "« Rien ne change », selon le bureau Talvera.": [("Talvera", "Rien ne change")],
    "« Rien ne change », selon la mère des deux filles, Anna Bardok.": [
        ("Anna Bardok", "Rien ne change")
    ],
    "Anna Bardok est partie après avoir exprimé « de vifs regrets ».": [
        ("Anna Bardok", "de vifs regrets")
    ],
    "Ayant dénoncé « un oubli », Anna Bardok est partie.": [("Anna Bardok", "un oubli")],
    "Dénonçant « un oubli », Anna Bardok est partie.": [("Anna Bardok", "un oubli")],
    "« La mer monte », s’alarme sur X Paul Petit.": [("Paul Petit", "La mer monte")],
    "« La mer monte », a-t-on appris auprès de la préfecture.": [("la préfecture", "La mer monte")],
    "« La mer monte », a-t-on appris auprès du maire.": [("le maire", "La mer monte")],
    "D’après les mots de Paul Petit, « la mer monte ».": [("Paul Petit", "la mer monte")],
    "« Rien ne va », confirme-t-on du côté de la CFTV.": [("CFTV", "Rien ne va")],
    "« Rien ne va », explique au Matin Anna Bardok.": [("Anna Bardok", "Rien ne va")],
    "« Nous partons, flingue Anna Bardok. Et vite. »": [("Anna Bardok", "Nous partons. Et vite.")],
    "« Nous partons, zozote Anna Bardok. Et vite. »": [("Anna Bardok", "Nous partons. Et vite.")],
    "Anna Bardok rit. « Nous partons, zozote-t-elle. Et vite. »": [
        ("Anna Bardok", "Nous partons. Et vite.")
    ],
    "Luc Roux s’en est pris à « ceux qui divisent ».": [("Luc Roux", "ceux qui divisent")],
    "Luc Roux s’en prend à « ceux qui divisent ».": [("Luc Roux", "ceux qui divisent")],
    "L’association a condamné un acte « odieux ».": [("L’association", "odieux")],
    "Des hommes ont fui, a déclaré à la presse Paul Petit. « Ils couraient », a-t-il dit.": [
        ("Paul Petit", "Ils couraient")
    ],
    "Tout a brûlé, affirme Talvera. « Rien ne reste. »": [("Talvera", "Rien ne reste.")],
    "Anna Bardok, maire de Brune, accuse Luc Roux. « Il a fui », dit-elle.": [
        ("Anna Bardok", "Il a fui")
    ],
    "Les élus craignent la crue, « elle vient », précise Anna Bardok, quitte à bâtir une digue "
    "« comme autrefois ».": [("Anna Bardok", "elle vient"), ("Anna Bardok", "comme autrefois")],
    "Un vol a eu lieu dans la maison « Les Jours » de Brune, indique Talvera.": [],
    "Selon un communiqué publié mardi par la CFTV, l’attaque de « gens armés » a échoué.": [
        ("CFTV", "gens armés")
    ],
    "Anna Bardok est coauteure de l’étude. La côte a « perdu ses repères », indique l’étude.": [
        ("l’étude", "perdu ses repères")
    ],
    "Anna Bardok prévient : son plan sera « audacieux » et « rapide ».": [
        ("Anna Bardok", "audacieux"),
        ("Anna Bardok", "rapide"),
    ],
    "Anna Bardok prévient : le plan « Avenir » sera voté.": [],
    "« Tout ira », dit le chef de l’État. Luc Roux, président français, dort.": [
        ("Luc Roux", "Tout ira")
    ],
    "Le plan « Avenir pour tous » (AVT) plaît.": [],
    "« Oui », dit Anna Bardok. Elle subit les attaques des « dahas ».": [("Anna Bardok", "Oui")],
    # any participle, and who is made to say
    "Luc Roux plaint un plan bâti « pour durer » par Anna Bardok.": [("Anna Bardok", "pour durer")],
    "Des faits condamnés « avec fermeté » par la maire Anna Bardok.": [
        ("Anna Bardok", "avec fermeté")
    ],
    "Ce qui fait dire à Anna Bardok qu’il s’agit d’« un vol ».": [("Anna Bardok", "un vol")],
    "Ce vol fit dire à une source proche du dossier que « tout manque ».": [
        ("une source proche du dossier", "tout manque")
    ],
    "Les Varois se sont dits « surpris par la nouvelle ».": [
        ("Les Varois", "surpris par la nouvelle")
    ],
    "Des avocats ont dénoncé un « oubli », voire « une farce » de Luc Roux dont, selon Me Anna "
    "Bardok, « la faute est connue ».": [
        ("Des avocats", "oubli"),
        ("Des avocats", "une farce"),
        ("Anna Bardok", "la faute est connue"),
    ],
    # writings speak for whoever they are of
    "« Rien ne va », selon un communiqué de la CFTV.": [("CFTV", "Rien ne va")],
    "« Rien ne va », indique l’étude.": [("l’étude", "Rien ne va")],
    "« Rien ne va », disait un message déposé devant la gare.": [("un message", "Rien ne va")],
    "Talvera a publié un communiqué. « Rien ne va », poursuit le communiqué.": [
        ("Talvera", "Rien ne va")
    ],
    "Selon 12 savants ayant mené l’essai, tout va. « Rien ne presse », concluent-ils.": [
        ("12 savants", "Rien ne presse")
    ],
    # all the words of a sentence, or of the next that is about the same person
    "Anna Bardok juge « absurde » le plan qui serait « un geste fort ».": [
        ("Anna Bardok", "absurde"),
        ("Anna Bardok", "un geste fort"),
    ],
    "Anna Bardok a dit que ses amis « partiraient », qualifiant Paul Petit d’« ennemi de tous ».": [
        ("Anna Bardok", "partiraient"),
        ("Anna Bardok", "ennemi de tous"),
    ],
    "« Oui », a dit Anna Bardok avant de « saluer tous les Varois ».": [
        ("Anna Bardok", "Oui"),
        ("Anna Bardok", "saluer tous les Varois"),
    ],
    "« Oui », a dit Anna Bardok. Elle tire « la sonnette ». Elle a lu « Les Jours ».": [
        ("Anna Bardok", "Oui"),
        ("Anna Bardok", "la sonnette"),
    ],
    "« Oui », a dit Anna Bardok. Elle vend des cartes de « bâtisseur ».": [("Anna Bardok", "Oui")],
    "Talvera dit loger des aides, qu’elle appelle « fourmis ».": [],
    "Les FTV se sont dites « surprises par la nouvelle ».\n\nLa FTV dort.": [
        ("FTV", "surprises par la nouvelle")
    ],
    "Anna Bardok, pour qui « rien ne presse ». Il faut pourtant agir : « tout brûle ».": [
        ("Anna Bardok", "rien ne presse"),
        ("Anna Bardok", "tout brûle"),
    ],
    "« Oui, » [avec un rire] dit Anna Bardok. « Et non ».": [
        ("Anna Bardok", "Oui,"),
        ("Anna Bardok", "Et non"),
    ],
    "« Bien », dit Anna Bardok. « Oui », dit-elle. « Non », dit-elle.\n\nTout va.\n\n« Partons. »": [
        ("Anna Bardok", "Bien"),
        ("Anna Bardok", "Oui"),
        ("Anna Bardok", "Non"),
        ("Anna Bardok", "Partons."),
    ],
    "Le ministre des Mers Paul Petit dit que, selon Brune, tout va « mieux ».": [
        ("Paul Petit", "mieux")
    ],
    "Selon Paul Petit, tout a brûlé quand les FTV ont attaqué une base « au nord ».": [
        ("Paul Petit", "au nord")
    ],
    "Paul Petit, ministre, rit. « Oui », dit le premier ministre.": [
        ("le premier ministre", "Oui")
    ],
    # straight single marks, and an opening mark in place of a closing one
    "'Rien ne va', confie, inquiète, cette lycéenne. 'On verra bien', dit-elle.": [
        ("cette lycéenne", "Rien ne va"),
        ("cette lycéenne", "On verra bien"),
    ],
    "L' avocat d'Anna Bardok rit. Anna Bardok dit 'oui' et l'embrasse.": [("Anna Bardok", "oui")],
    "“Bravo à tous !“, a dit Anna Bardok. “Et merci“.": [
        ("Anna Bardok", "Bravo à tous !"),
        ("Anna Bardok", "Et merci"),
    ],
    "“Il m’a dit “oui” hier 'soir'”, a dit Anna Bardok.": [
        ("Anna Bardok", "Il m’a dit “oui” hier 'soir'")
    ],
    # roles that are somebody else's
    "Le maire est là. « Oui », a dit ce dernier.": [("Le maire", "Oui")],
    "Paul Durand, ministre, part. « Oui », dit la ministre.": [("la ministre", "Oui")],
    "Marie Blanc, maire de Brest, et Anne Petit, maire de Lyon, rient. « Oui », dit la maire.": [
        ("la maire", "Oui")
    ],
    "« Oui », dit une source à la mairie.": [("une source à la mairie", "Oui")],
    "Paul Durand accuse Marie Blanc d’avoir dit : « Tais-toi. »": [],
    "Paul Durand a lu une lettre de Marie Blanc : « Je pars. »": [("Marie Blanc", "Je pars.")],
    "« Une page se tourne », selon les mots de Marie Blanc.": [
        ("Marie Blanc", "Une page se tourne")
    ],
    "Pour reprendre l’expression de Marie Blanc, « c’est fini ».": [("Marie Blanc", "c’est fini")],
    "Ni Paul Durand ni Marie Blanc n’ont voulu commenter cette « affaire ».": [],
    "« On verra bien », Marie Blanc en est sûre.": [("Marie Blanc", "On verra bien")],
    "Des manifestants ont crié « On nous ment ».": [("Des manifestants", "On nous ment")],
    "Le plan que Marie Blanc juge « absurde » sera voté.": [("Marie Blanc", "absurde")],
    "« Vous mentez », lance à Paul Durand une élue.": [("une élue", "Vous mentez")],
    "Marie Blanc « regrette » et « n’exclut rien ».": [
        ("Marie Blanc", "regrette"),
        ("Marie Blanc", "n’exclut rien"),
    ],
    "La société Vestral « prend acte » de la décision.": [("Vestral", "prend acte")],
    "Marie Blanc « était connue » de tous.": [],
    "Le plan de Marie Blanc « critique » tout.": [],
    # a topic holds over sentences without a subject of their own
    "Marie Blanc raconte l’usine. Les paris, les cris. « On applaudissait. » Savait-elle ? « Je comptais. »": [
        ("Marie Blanc", "On applaudissait."),
        ("Marie Blanc", "Je comptais."),
    ],
    "Le maire, Paul Durand, ne décolère pas. Sa ville a payé 3 millions. « Qui va payer ? »": [
        ("Paul Durand", "Qui va payer ?")
    ],
    "Paul Durand dirige l’usine. Une élue en rit. Lui ne confirme pas. « Je ne dis rien. »": [
        ("Paul Durand", "Je ne dis rien.")
    ],
    "Paul Durand parle peu. Les grands groupes ? « Des marchands. »": [
        ("Paul Durand", "Des marchands.")
    ],
    "Mme Blanc paie son loyer. Le groupe Arvel en réclamait le double. « Ils m’ont offert 5 000 euros. »": [
        ("Blanc", "Ils m’ont offert 5 000 euros.")
    ],
    "L’affaire a éclaté lorsqu’une comptable a parlé. « On m’a dit de me taire », a-t-elle raconté.": [
        ("une comptable", "On m’a dit de me taire")
    ],
    # words that a sentence without a verb adds
    "Paul Durand rappelle la date. Quant au prix, « il reste bien trop bas ».": [
        ("Paul Durand", "il reste bien trop bas")
    ],
    "« Non », dit Marie Blanc. À l’arrivée, « trois pages de vagues promesses ».": [
        ("Marie Blanc", "Non"),
        ("Marie Blanc", "trois pages de vagues promesses"),
    ],
    "Marie Blanc hésite. Tout bas : « Je pars. »": [("Marie Blanc", "Je pars.")],
    "Marie Blanc attend. Réaction du voisin : « Je pars. »": [("le voisin", "Je pars.")],
    "Marie Blanc attend. Une réponse : « Je pars. »": [],
    # who speaks is told after the words
    "« On nous a tout pris. » Marie Blanc n’a pas crié. Elle est partie.": [
        ("Marie Blanc", "On nous a tout pris.")
    ],
    "« Ils veulent tout raser ! » Paul Durand, 79 ans, n’a plus de voix.": [
        ("Paul Durand", "Ils veulent tout raser !")
    ],
    "« On nous a tout pris. » La salle se tait.": [],
    "« On nous a tout pris. » Marie Blanc répond : « Non. »": [("Marie Blanc", "Non.")],
    "« J’ai eu peur », avoue-t-il. Paul Durand a 43 ans.": [("Paul Durand", "J’ai eu peur")],
    "Ne lui dites rien, elle répondra qu’elle « change de bureau ». Marie Blanc part.": [
        ("Marie Blanc", "change de bureau")
    ],
    "Marie Blanc a grandi « entre deux langues ». « Le français, c’était l’école », dit-elle.": [
        ("Marie Blanc", "entre deux langues"),
        ("Marie Blanc", "Le français, c’était l’école"),
    ],
    "On parle de « vol légal ». L’expression est de Marie Blanc, avocate.": [
        ("Marie Blanc", "vol légal")
    ],
    # whom a role means
    "Luc Morin et Nadia Ferhat sont venus. Le préfet attend. Sollicitée, la ministre a jugé « prématuré » d’agir. Paul Durand rit.": [
        ("la ministre", "prématuré")
    ],
    "Marie Blanc, avocate du prévenu, se tait. Paul Durand pleure. Le prévenu a dit : « Je regrette. »": [
        ("Paul Durand", "Je regrette.")
    ],
    "« Monsieur Durand, saviez-vous ? » interroge le président. Paul Durand se tait.": [
        ("le président", "Monsieur Durand, saviez-vous ?")
    ],
    "Paul Durand se tait. « Monsieur Durand, interroge le président, saviez-vous ? »": [
        ("le président", "Monsieur Durand, saviez-vous ?")
    ],
    "Paul Durand rit. Marie Blanc rit. Paul Durand part. « Oui », dit Marie Blanc. Réponse de l’intéressé : « Non. »": [
        ("Marie Blanc", "Oui"),
        ("Paul Durand", "Non."),
    ],
    "Luc Morin est maire. « Oui », dit Paul Durand, porte-parole du parti. « Non », ajoute le député.": [
        ("Paul Durand", "Oui"),
        ("Paul Durand", "Non"),
    ],
    "Paul Durand dirige Arvel. Tout change, souligne le patron d’Arvel : « Il le faut. »": [
        ("Paul Durand", "Il le faut.")
    ],
    "L’avocat, Me Paul Durand, est parti. L’avocat général a requis « le maximum ».": [
        ("L’avocat général", "le maximum")
    ],
    "Mme Durand est là. Me Marie Blanc plaide. « Où sont les preuves ? » Elle fera appel. « On n’enferme pas ainsi. »": [
        ("Marie Blanc", "Où sont les preuves ?"),
        ("Marie Blanc", "On n’enferme pas ainsi."),
    ],
    "Paul Durand arrive. Paul Durand parle bas. Me Marie Blanc l’interroge. « Pour rien », tente le témoin.": [
        ("Paul Durand", "Pour rien")
    ],
    # the name that says who a phrase means
    "« Oui », s’est félicitée la ministre-présidente, Marie Blanc.": [("Marie Blanc", "Oui")],
    "Le patron qu’elle a connu, Paul Durand, l’a dit : « Oui. »": [("Paul Durand", "Oui.")],
    "« Oui », prévient leur meneur, un certain Gigi Roux.": [("Gigi Roux", "Oui")],
    "Le cabinet de conseil en vote Proxima juge l’offre « figée ».": [("Proxima", "figée")],
    "Le conseil d’administration d’Arvel juge l’offre « figée ».": [
        ("Le conseil d’administration d’Arvel", "figée")
    ],
    "Son partenaire libéral Paul Durand a parlé d’un « budget de vérité ».": [
        ("Paul Durand", "budget de vérité")
    ],
    "L’adjoint au logement Paul Durand promet « un arrêté ».": [("Paul Durand", "un arrêté")],
    "Le puissant syndicat UGTT a appelé « au dialogue ».": [("UGTT", "au dialogue")],
    "La compagnie Arvel juge ce prix « absurde ».": [("Arvel", "absurde")],
    "Sa consœur de la banque, Marie Blanc, est d’un autre avis : « Non. »": [
        ("Marie Blanc", "Non.")
    ],
    "Les sinistrés dénoncent « un fiasco ».": [("Les sinistrés", "un fiasco")],
    # where a phrase ends
    "La présidente le coupe : « Assez. »": [("La présidente", "Assez.")],
    "L’accusée finit par lâcher un « oui ».": [("L’accusée", "oui")],
    "L’opposition l’accuse de « fermer les yeux ».": [("L’opposition", "fermer les yeux")],
    # the clause that attributes
    "Oui, concède Paul Durand, les contrôles étaient « perfectibles ».": [
        ("Paul Durand", "perfectibles")
    ],
    "« Il existe », lui a fait écho Paul Durand.": [("Paul Durand", "Il existe")],
    "« Que veulent-ils ? » fait mine de s’interroger un conseiller.": [
        ("un conseiller", "Que veulent-ils ?")
    ],
    "« On l’a dit », a fulminé Marie Blanc, tandis que son collègue, Paul Durand, évoquait « un choc ».": [
        ("Marie Blanc", "On l’a dit"),
        ("Paul Durand", "un choc"),
    ],
    "De « bricolage » (les Verts) à « vol » (Marie Blanc), tout y passe.": [
        ("les Verts", "bricolage"),
        ("Marie Blanc", "vol"),
    ],
    "Son livre « La Caisse » (Arvel) se vend.": [],
    "Selon la présidente de l’association, pour qui « rien ne va », il faut agir.": [
        ("la présidente de l’association", "rien ne va")
    ],
    "À son avis, « d’autres suivront », a dit Paul Durand.": [("Paul Durand", "d’autres suivront")],
    "Paul Durand a écrit à Luc Morin. Puis, à un voisin qui l’interrogeait : « C’est un escroc. »": [
        ("Paul Durand", "C’est un escroc.")
    ],
    "« Combien ? » demande Marie Blanc. Silence. « Deux. »": [("Marie Blanc", "Combien ?")],
    "Paul Durand a vu Marie Blanc. « Je lui dois tout. »": [],
    # « on » with a place
    "Chez Arvel, on évoque « un malentendu ».": [("Arvel", "un malentendu")],
    "Du côté de la préfecture, on assure que « tout va bien ».": [
        ("la préfecture", "tout va bien")
    ],
    "À la préfecture, l’on temporise : « Rien n’est décidé. »": [
        ("la préfecture", "Rien n’est décidé.")
    ],
    "« Rien n’est décidé », indique-t-on à la préfecture.": [
        ("la préfecture", "Rien n’est décidé")
    ],
    "La préfecture se tait. « Rien n’est décidé », y assure-t-on.": [
        ("La préfecture", "Rien n’est décidé")
    ],
    "On assure partout que « tout va bien ».": [],
    # bold headings, datelines
    "**17 h. Riposte.** Au micro, Paul Durand accuse : « Non. »": [("Paul Durand", "Non.")],
    "METZ, 12 mars 2025 (AFP) - Le groupe Arvel invoque « la conjoncture ».": [
        ("Arvel", "la conjoncture")
    ],
    "Lausanne (ats) L’assureur Arvel invoque « la conjoncture ».": [("Arvel", "la conjoncture")],
    "Paul Durand, fâché, accuse Luc Morin : « Non. »": [("Paul Durand", "Non.")],
    "Le prix monte, souligne Luc Morin : « Il le faut. »": [("Luc Morin", "Il le faut.")],
    "Il y a d’abord une voix. « Bonjour. »": [],
    "Le sponsor Litho confirme. Le groupe d’imprimerie parle d’« un choc ».": [
        ("Litho", "un choc")
    ],
    "La conseillère en charge de la santé dénonce « un excès ».": [
        ("La conseillère en charge de la santé", "un excès")
    ],
    "« Oui », prévient un voisin, un certain Gigi.": [("Gigi", "Oui")],
    "« Non », dit Anne Roux. Leur père, lui, se tait. « Il m’a dit : “Va.” » Il est venu.": [
        ("Anne Roux", "Non"),
        ("Anne Roux", "Il m’a dit : “Va.”"),
    ],
    "Le chantier a pris du retard. « Rien n’est fini. »": [],
    # a role is that of somebody who has been named before it
    "Le ministre Paul Durand est là. « Non », dit le ministre.\n\nLe ministre Luc Morin dort.": [
        ("Paul Durand", "Non")
    ],
    "« J’ai faim », dit cette étudiante.\n\nAnne Petit, 19 ans, étudiante à Metz, attend.": [
        ("cette étudiante", "J’ai faim")
    ],
    # an age before a role
    "Paul Durand, 58 ans, vétérinaire, est jugé. Luc Morin accuse. Le vétérinaire dit : « Non. »": [
        ("Paul Durand", "Non.")
    ],
    "Anne Petit, 41 ans, libraire, attend. Marie Blanc s’en va. La libraire dit : « Restez. »": [
        ("Anne Petit", "Restez.")
    ],
    # no role of the other gender
    "Marie Blanc hésite. Le patron d’Arvel refuse. « Jamais », tranche la dirigeante.": [
        ("Marie Blanc", "Jamais")
    ],
    "Paul Durand hésite. La patronne d’Arvel refuse. « Jamais », tranche le dirigeant.": [
        ("Paul Durand", "Jamais")
    ],
    # somebody without a name, far before
    "Paul Durand écrit. Un homme attend. Il pleut. Rien ne bouge. « C’est fini », dit-il.": [],
    "Anne Petit lit. Une cliente entre. Il neige. Tout se tait. « C’est fini », dit-elle.": [],
    # where a phrase ends
    "Souvent accusé par ses détracteurs de « tricher », Luc part.": [
        ("ses détracteurs", "tricher")
    ],
    "Luc Morin, traité par ses voisins de « fou », rit.": [("ses voisins", "fou")],
    "Selon un rapport interne obtenu par la presse, le délai est « intenable ».": [
        ("un rapport interne", "intenable")
    ],
    "D’après une enquête reçue par la presse, le pont est « usé ».": [("une enquête", "usé")],
    "Deux gardiens fument dehors : « Il fait froid. »": [("Deux gardiens", "Il fait froid.")],
    "Trois voisines discutent ferme : « On reste. »": [("Trois voisines", "On reste.")],
    "Un jeune du quartier hésite : « On verra. »": [("Un jeune du quartier", "On verra.")],
    "Une jeune de Metz hésite : « On verra. »": [("Une jeune de Metz", "On verra.")],
    "Luc Morin, biologiste, attend. Le Parc naturel marin promet « un bilan ».": [
        ("Parc", "un bilan")
    ],
    # a question, its answer, then words alone
    "« Combien ? », demande Anne Petit. « Cent », répond Paul Durand. « Trop. »": [
        ("Anne Petit", "Combien ?"),
        ("Paul Durand", "Cent"),
    ],
    "« Et hier ? », lance Luc Morin. « Rien », dit Marie Blanc. « Menteuse. » Silence.": [
        ("Luc Morin", "Et hier ?"),
        ("Marie Blanc", "Rien"),
    ],
    # words alone are of somebody named
    "Marie Blanc entre. Son mari soupire. « C’est cher. »": [],
    "La salle est pleine. Le maître sourit. « Une farce. »": [],
    # a clause that comes after a clause inside
    "Paul Durand est là. « Demain, dit-il, la ville a besoin de calme. Du calme. »": [
        ("Paul Durand", "Demain, la ville a besoin de calme. Du calme.")
    ],
    "Anne Petit est là. « Ici, dit-elle, les gens ont peur. Tous. »": [
        ("Anne Petit", "Ici, les gens ont peur. Tous.")
    ],
    # what is signed
    "La réponse vient. « Non merci. » Elle est signée Anne Petit. Puis, plus bas : « Adieu. »": [
        ("Anne Petit", "Non merci."),
        ("Anne Petit", "Adieu."),
    ],
    "Un billet tombe. « Partez. » Il est signé Luc Morin.": [("Luc Morin", "Partez.")],
    # a clause inside a sentence
    "« Oui », dit Luc Morin. Tous sont « las », ajoutait ce notable, et les bruits « fatiguent ».": [
        ("Luc Morin", "Oui"),
        ("Luc Morin", "las"),
        ("Luc Morin", "fatiguent"),
    ],
    "« Non », dit Anne Petit. Le port est « mort », jugeait cette armatrice, et l’eau « sale ».": [
        ("Anne Petit", "Non"),
        ("Anne Petit", "mort"),
        ("Anne Petit", "sale"),
    ],
    # a group right before
    "Marie Blanc attend. L’agence promet un plan. « Il viendra », assure-t-elle.": [
        ("L’agence", "Il viendra")
    ],
    "Luc Morin proteste. Le groupe Arvel dément. « Tout va bien », affirme-t-il.": [
        ("Arvel", "Tout va bien")
    ],
    # interviews
    "Marie Blanc nous reçoit.\n\n**Et demain ?**\n\n« Je pars. »": [("Marie Blanc", "Je pars.")],
    "Marie Blanc nous reçoit.\n\n– Et demain ?\n\n« Je pars. »": [("Marie Blanc", "Je pars.")],
    # an auxiliary and its participle, with what stands between them
    "« Assez », a dans la foulée lancé Marie Blanc.": [("Marie Blanc", "Assez")],
    "« Assez », avait au préalable mis en garde Paul Durand.": [("Paul Durand", "Assez")],
    "Marie Blanc a, dans une lettre ouverte, dénoncé « un abandon ».": [
        ("Marie Blanc", "un abandon")
    ],
    "Paul Durand a lui aussi regretté « un gâchis ».": [("Paul Durand", "un gâchis")],
    "Marie Blanc avait laissé entendre que « tout est prêt ».": [("Marie Blanc", "tout est prêt")],
    "Paul Durand laisse entendre qu’il « reviendra bientôt ».": [
        ("Paul Durand", "reviendra bientôt")
    ],
    # denied words are nobody’s
    "Marie Blanc n’a jamais dit « oui ».": [],
    "Paul Durand n’a pas promis « la lune ».": [],
    "Marie Blanc ne dira pas « pardon ».": [],
    "Paul Durand aurait pu répondre « merci ».": [],
    "Marie Blanc nie avoir parlé de « complot ».": [],
    "Paul Durand dément avoir traité Marie Blanc de « folle ».": [],
    # a pronoun after the words takes up the subject before them
    "Marie Blanc, Anne Roy et Zoé Petit rient. Anne Roy veut « rester », a-t-elle dit.": [
        ("Anne Roy", "rester")
    ],
    "Paul Durand salue Luc Roux. Lundi, Luc Roux a tout nié : « Jamais », a-t-il juré.": [
        ("Luc Roux", "Jamais")
    ],
    # « selon » after a relative pronoun, « pour » at the head of a sentence
    "C’est un modèle qui selon Marie Blanc vend « les meilleurs produits ».": [
        ("Marie Blanc", "les meilleurs produits")
    ],
    "C’est un plan qui, selon Paul Durand, offre « une chance unique ».": [
        ("Paul Durand", "une chance unique")
    ],
    "Anne Roy dort. Pour l’économiste Paul Durand, la loi est bonne. « Elle suffit », ajoute-t-il.": [
        ("Paul Durand", "Elle suffit")
    ],
    "Luc Roux dort. Mais pour Anne Petit, la loi est bonne. « Elle suffit », dit-elle.": [
        ("Anne Petit", "Elle suffit")
    ],
    "Une « fausse bonne idée » pour la ministre de la Santé.": [
        ("la ministre de la Santé", "fausse bonne idée")
    ],
    "Un « pari risqué » pour Paul Durand.": [("Paul Durand", "pari risqué")],
    # words that open with a name are no title
    "Selon le maire, tout changera si « Marie Blanc devait finalement quitter la ville ».": [
        ("le maire", "Marie Blanc devait finalement quitter la ville")
    ],
    "Luc Roux juge que « Paul Durand devrait quitter la vie publique ».": [
        ("Luc Roux", "Paul Durand devrait quitter la vie publique")
    ],
    # where somebody says so without being named
    "Même avis à la mairie, où l’on se dit « inquiet pour la suite ».": [
        ("la mairie", "inquiet pour la suite")
    ],
    "Même colère chez Vestralys, où on dénonce « une trahison ».": [("Vestralys", "une trahison")],
    # bodies with a tail in lower case
    "L’Observatoire international des prisons dénonce « une honte ».": [
        ("Observatoire international des prisons", "une honte")
    ],
    "L’Ordre des médecins parle de « ligne rouge ».": [("Ordre des médecins", "ligne rouge")],
    # roles by what leads to a name
    "« Oui », a réagi sa rapporteure, la députée Anne Roy. Marc Weil rit. « Non », dit la rapporteure.": [
        ("Anne Roy", "Oui"),
        ("Anne Roy", "Non"),
    ],
    "Le talonneur, le capitaine Luc Roux, est là. Marc Weil rit. « Non », dit le talonneur.": [
        ("Luc Roux", "Non")
    ],
    "Marc Weil affronte le candidat macroniste, Luc Roux. « Non », a dit le macroniste.": [
        ("Luc Roux", "Non")
    ],
    "Anne Roy bat la candidate écologiste Zoé Petit. « Non », a dit l’écologiste.": [
        ("Zoé Petit", "Non")
    ],
    "« On ferme », dit la directrice. Le bruit cesse. La directrice, Anne Roy, sort.": [
        ("Anne Roy", "On ferme")
    ],
    "« On ferme », dit le patron. Le bruit cesse. Jean Martin, patron depuis 1998, sort.": [
        ("Jean Martin", "On ferme")
    ],
    "Le député (LR) du Nord Luc Roux a dénoncé « une dérive ».": [("Luc Roux", "une dérive")],
    "Le maire (DVG) de Brest, Luc Roux, soupire. « On attend », dit-il.": [
        ("Luc Roux", "On attend")
    ],
    "L’avocat de M. Durand, Me Luc Roux, parle d’« un espoir ».": [("Luc Roux", "un espoir")],
    "Le directeur de l’école, M. Diallo, parle d’« un élève rêveur ».": [
        ("Diallo", "un élève rêveur")
    ],
    "Le PLR Luc Roux parle d’un « aveu d’échec ».": [("Luc Roux", "aveu d’échec")],
    "La LFI Anne Roy parle d’un « coup de force ».": [("Anne Roy", "coup de force")],
    "La députée Renaissance Anne Roy a défendu « un texte utile ».": [
        ("Anne Roy", "un texte utile")
    ],
    "Le sénateur LR Luc Roux a défendu « un texte utile ».": [("Luc Roux", "un texte utile")],
    "« Non », dit une habitante du quartier, Anne Roy.": [("Anne Roy", "Non")],
    "« Non », tonne un riverain du port, Luc Roux.": [("Luc Roux", "Non")],
    # whom a role means where nobody has been said to have it
    "Luc Roux, maire de Brest, a reçu Franz Berger. Le chancelier autrichien évoque « un espoir ».": [
        ("Franz Berger", "un espoir")
    ],
    "Luc Roux est venu. « On gagne », a dit le président du Rassemblement breton.": [
        ("Luc Roux", "On gagne")
    ],
    "Luc Roux est venu. « Il m’aime », dit la sœur de la victime.": [
        ("la sœur de la victime", "Il m’aime")
    ],
    "Luc Roux est venu. « Il paie », dit le patron d’un bar voisin.": [
        ("le patron d’un bar voisin", "Il paie")
    ],
    "Un instituteur, Luc Roux, sort. « Il pleut », raconte le vieil homme.": [
        ("Luc Roux", "Il pleut")
    ],
    "La doyenne, Anne Roy, sort. « Il pleut », raconte l’ancienne institutrice.": [
        ("Anne Roy", "Il pleut")
    ],
    "Luc Roux sort. Le propriétaire du bar, lui, juge la rue « sale ».": [
        ("Le propriétaire du bar", "sale")
    ],
    "Anne Roy sort. La boulangère, elle, juge la rue « sale ».": [("La boulangère", "sale")],
    "Anne Roy sort. Le nouvel entraîneur, Luc Roux, rit. « Oui », dit le Français.": [
        ("Luc Roux", "Oui")
    ],
    # one of several
    "Luc Roux, Marc Weil et Paul Durand rient. « A », dit le premier. « B », dit le troisième.": [
        ("Luc Roux", "A"),
        ("Paul Durand", "B"),
    ],
    "Le maire et le préfet rient. « A », dit le premier. « B », dit le second.": [
        ("Le maire", "A"),
        ("le préfet", "B"),
    ],
    # somebody new, told right before the words, and taken up by the same noun
    "Un retraité empile des livres. « Tout est perdu. » La pluie cesse.": [
        ("Un retraité", "Tout est perdu.")
    ],
    "Marie Blanc entre. Sa conseillère soupire. « C’est cher. »": [
        ("Sa conseillère", "C’est cher.")
    ],
    "Le libraire du village soupire. « C’est cher. »": [("Le libraire du village", "C’est cher.")],
    "Ce libraire soupire. « C’est cher. »": [],
    "Une éleveuse du village reste dubitative. « Tout est perdu. »": [
        ("Une éleveuse du village", "Tout est perdu.")
    ],
    "Un homme se lève. « Oui ? » Le préfet répond : « Non. » L’homme insiste. « Alors, quand ? »": [
        ("Un homme", "Oui ?"),
        ("Le préfet", "Non."),
        ("Un homme", "Alors, quand ?"),
    ],
    "Une passante s’arrête. Anne Roy crie. La passante sourit : « Moi aussi. »": [
        ("Une passante", "Moi aussi.")
    ],
    "Anne Roy a écrit à une élue de Lyon. « Je pars », a répondu cette dernière.": [
        ("une élue de Lyon", "Je pars")
    ],
    # whoever goes on
    "« Oui », dit Anne Roy. Et de rappeler que la ligne « reste fermée depuis mai ».": [
        ("Anne Roy", "Oui"),
        ("Anne Roy", "reste fermée depuis mai"),
    ],
    "« Oui », dit Luc Roux. Avant d’ajouter que la loi « sera votée ce soir ».": [
        ("Luc Roux", "Oui"),
        ("Luc Roux", "sera votée ce soir"),
    ],
    "Son prédécesseur lui a laissé un mot : « Courage. »": [("Son prédécesseur", "Courage.")],
    "Le préfet nous a envoyé ces mots : « Courage. »": [("Le préfet", "Courage.")],
    # whose verb it is
    "À la question de savoir si un maire peut agir, Luc Roux a répondu : « Non. »": [
        ("Luc Roux", "Non.")
    ],
    "Le maire pense que la ville, usée, a dit « stop ».": [("Le maire", "stop")],
    # where a sentence or a clause ends
    "« Non, estime Anne Roy. C’est sûr. »Pour Luc Roux, « rien ne change ».": [
        ("Anne Roy", "Non. C’est sûr."),
        ("Luc Roux", "rien ne change"),
    ],
    "Luc Roux a écrit « Bravo ! » sur X. La direction a dit qu’elle « ne dira rien ».": [
        ("Luc Roux", "Bravo !"),
        ("La direction", "ne dira rien"),
    ],
    "« Six ans de rente, résume Anne Roy, chez Alto. C’est cher. »": [
        ("Anne Roy", "Six ans de rente. C’est cher.")
    ],
    "« Six ans de rente, résume Luc Roux, de la banque Alto. C’est cher. »": [
        ("Luc Roux", "Six ans de rente. C’est cher.")
    ],
    "Aurait-il dit « oui » ? Luc Roux le nie.": [("Luc Roux", "oui")],
    "Effectivement, le maire dénonce « une erreur ».": [("le maire", "une erreur")],
    "Anne Roy est venue. La première édition a eu lieu. « Bravo », dit-elle.": [
        ("Anne Roy", "Bravo")
    ],
    "Le ministre des Sports, Khady Gaye, sourit. « Oui », dit-elle.": [("Khady Gaye", "Oui")],
    "Sous la demande de Luc Roux : « Encore ? »": [("Luc Roux", "Encore ?")],
    # the clause that ends a sentence
    "Pour sa part, le comité n’a « pas été saisi », mais « la porte reste ouverte », a ajouté Marie Blanc.": [
        ("Marie Blanc", "pas été saisi"),
        ("Marie Blanc", "la porte reste ouverte"),
    ],
    "Les skippers, tous novices, « sont rentrés au port » à l’aube, a détaillé Marie Blanc.": [
        ("Marie Blanc", "sont rentrés au port")
    ],
    "Ce lot, confié au parquet et à la préfète, retient « pour l’heure » le chef de « faux en écriture », selon Marie Blanc.": [
        ("Marie Blanc", "pour l’heure"),
        ("Marie Blanc", "faux en écriture"),
    ],
    # a name right after a role that is part of another; a phrase whole, and no verb in it
    "« Oui », a dit le porte-parole du Premier ministre Luc Morin.": [
        ("le porte-parole du Premier ministre Luc Morin", "Oui")
    ],
    "La directrice de cabinet du maire Luc Morin a promis « une fête ».": [
        ("La directrice de cabinet du maire Luc Morin", "une fête")
    ],
    "Le livreur mis en cause s’est dit « navré ».": [("Le livreur mis en cause", "navré")],
    "Un hôtel de 30 lits ouvre au port. « Il sera plein », dit-il.": [
        ("Un hôtel de 30 lits", "Il sera plein")
    ],
    "L’élu d’Arvel renvoie plutôt aux textes, et dit : « Lisez. »": [("L’élu d’Arvel", "Lisez.")],
    # no word that opens a sentence is a name; whom one tells is not who tells
    "Auprès de La Cote, Marie Blanc parle d’« une honte ».": [("Marie Blanc", "une honte")],
    "Signer la Charte est long. « Oui », a confié à l’AFP Felipe, un maçon.": [("Felipe", "Oui")],
    # what somebody has been called, and the other of two
    "Anne Petit écoute. Marie Blanc parle. « Non », dit la maire. L’ancienne maîtresse nageuse rit. « Oui. »": [
        ("Marie Blanc", "Non"),
        ("Anne Petit", "Oui."),
    ],
    "Anne Petit est là. « Non », dit Marie Blanc. La maire se lève. « Oui », dit l’élue.": [
        ("Marie Blanc", "Non"),
        ("Marie Blanc", "Oui"),
    ],
    "Marie Blanc et Luc Morin sont là. Elle, dit-il, est en retard. « Elle dort. »": [
        ("Luc Morin", "Elle dort.")
    ],
    # whatever a verb of speech has for its subject speaks
    "C’est « une main tendue » aux salariés, a indiqué mardi la présidence française.": [
        ("la présidence française", "une main tendue")
    ],
    "Le prix sera « revu » dans l’année, assure la hiérarchie.": [("la hiérarchie", "revu")],
    # a list before a colon; what somebody has said is told after
    "« Gabegie », « mépris »: Marie Blanc n’a ménagé personne. Elle dit : « Assez ! »": [
        ("Marie Blanc", "Gabegie"),
        ("Marie Blanc", "mépris"),
        ("Marie Blanc", "Assez !"),
    ],
    "Luc Morin reste ferme : le port n’est pas « à vendre ». C’est ce qu’il a dit à Marie Blanc.": [
        ("Luc Morin", "à vendre")
    ],
    "Selon le bail signé selon Marie Blanc « sans lecture », tout est dû.": [
        ("Marie Blanc", "sans lecture")
    ],
    # what somebody said is told on, without a subject of its own
    "« Ça va », a dit Marie Blanc. Il faudra « tenir jusqu’au bout ».": [
        ("Marie Blanc", "Ça va"),
        ("Marie Blanc", "tenir jusqu’au bout"),
    ],
    "« Ça va », a dit Marie Blanc. Ce serait « une simple option à prendre ».": [
        ("Marie Blanc", "Ça va"),
        ("Marie Blanc", "une simple option à prendre"),
    ],
    # writings speak
    "Le rapport d’expertise conclut à « un défaut ».": [("Le rapport d’expertise", "un défaut")],
    "La circulaire parle d’« un effort »; les syndicats, d’une « farce ».": [
        ("La circulaire", "un effort"),
        ("les syndicats", "farce"),
    ],
    "Le document évoque « un gâchis ».": [("Le document", "un gâchis")],
    # a joined object; many; a body's own words; the head of a state
    "Luc Morin avait suscité un tollé, et l’ire du port, en parlant de « voleurs du large ».": [
        ("Luc Morin", "voleurs du large")
    ],
    "De nombreux mareyeurs ont évoqué un tarif « absurde ».": [
        ("De nombreux mareyeurs", "absurde")
    ],
    "Le syndicat, lui, n’a « pas d’avis à donner ».": [("Le syndicat", "pas d’avis à donner")],
    "Le président chilien Luc Morin écoute. Le chef de cabinet Jo Roux parle. Le 12e président du Chili dit « non ».": [
        ("Luc Morin", "non")
    ],
    # « je lui » is said of either
    "« Oui », dit Marie Blanc. Anne Petit doute. « Je lui ai tout dit. »": [("Marie Blanc", "Oui")],
    "Marie Blanc rit. « Oui », dit-elle. Luc Morin doute. « Je lui ai tout dit. »": [
        ("Marie Blanc", "Oui")
    ],
    # a role tells the gender of a name that both bear; what means to do is no aside
    "Son apprentie, Lou Petit, rit. Luc Morin est là. Elle, dit-il, se tait. « Elle est là. »": [
        ("Luc Morin", "Elle est là.")
    ],
    "« La ville, sûre d’elle, entend bâtir ici l’école de Brest. Et vite », a dit Marie Blanc.": [
        ("Marie Blanc", "La ville, sûre d’elle, entend bâtir ici l’école de Brest. Et vite")
    ],
    # of whom somebody else has spoken since
    "Anne Petit dort. Lou Roux, sa cadette, rit. La jeune femme part. Luc Morin passe. « Sans Anne Petit, rien », dit-il. Lui sourit. Elle répond : « Non. »": [
        ("Luc Morin", "Sans Anne Petit, rien")
    ],
    # an acronym judges, and is no judge
    "Le PLR juge la réponse « un peu courte ».": [("PLR", "un peu courte")],
    "Le Centre critique « un mépris ».": [("Centre", "un mépris")],
    # a body after its kind; thousands; whom a relative clause is of; no office and no byline
    "L’ONG Terre Vive, qui a enquêté, parle de « fautes ».": [("Terre Vive", "fautes")],
    "L’étude, menée sur 2 000 patients, conclut à « un risque ».": [("L’étude", "un risque")],
    "Luc Morin a dit « oui » à Marie Blanc qui parlait de « trahison ».": [
        ("Luc Morin", "oui"),
        ("Marie Blanc", "trahison"),
    ],
    # a party between a role and its name; who is set against one is another
    "« Oui », dit le maire (Les Unis) d’Arvel, Luc Roux.": [("Luc Roux", "Oui")],
    "Anne Petit parle. « Non », dit Marie Blanc. La maire rit. Anne Petit crie. L’élue, elle, juge : « Assez. »": [
        ("Marie Blanc", "Non"),
        ("Marie Blanc", "Assez."),
    ],
    # many of them; a name of a thing that is the subject; verbs of speech
    "Une centaine de riverains scandent : « Dehors ! »": [
        ("Une centaine de riverains", "Dehors !")
    ],
    "Des dizaines de pêcheurs ont crié « au voleur ».": [("Des dizaines de pêcheurs", "au voleur")],
    "« Port vivant » sera prolongé, a promis Marie Blanc.": [],
    "Luc Morin fustige « un gâchis », quand le maire vante « une réussite ».": [
        ("Luc Morin", "un gâchis"),
        ("le maire", "une réussite"),
    ],
    "Luc Morin fustige « un gâchis », tandis que le préfet vante « une réussite ».": [
        ("Luc Morin", "un gâchis"),
        ("le préfet", "une réussite"),
    ],
    "Luc Morin fustige « un gâchis », quand Anne Petit vante « une réussite ».": [
        ("Luc Morin", "un gâchis"),
        ("Anne Petit", "une réussite"),
    ],
    "Le texte prévoit que « nul ne sort ».": [("Le texte", "nul ne sort")],
    "Le tribunal a enjoint au port de « fermer ses quais ».": [("Le tribunal", "fermer ses quais")],
    "Un député a alerté le ministre : « Vite ! » « Bientôt », a dit ce dernier.": [
        ("Un député", "Vite !"),
        ("le ministre", "Bientôt"),
    ],
    # a parenthesis that says who is meant, and a dash that goes on, sign nothing
    "Marie Blanc dit que « le vieux » (Luc Morin) dort.": [("Marie Blanc", "le vieux")],
    "Paul Durand parle. « Assez ! » – le maire se lève.": [],
    # nobody is meant eight sentences later
    "Marie Blanc dort. Il pleut. Il vente. Il neige. Il gèle. Il grêle. Il fait nuit. Rien ne bouge. Tout dort. « Oui », dit-elle.": [],
    # a noun that tells who is meant takes nobody up
    "Marie Blanc passe. « Elle ment », lâche la naïade du port.": [
        ("la naïade du port", "Elle ment")
    ],
    "Luc Morin passe. « Il ment », lâche le mousse de son frère.": [
        ("le mousse de son frère", "Il ment")
    ],
    # of three, the one without a role who is told of right before; a group is the last
    "Anne Petit, députée, et Lise Roux, préfète, sont là. La phrase n’a pas échappé à Marie Blanc. « Non », dit la présidente du syndicat.": [
        ("Marie Blanc", "Non")
    ],
    "Le groupe Arvel a réagi hier. « Oui », a dit ce dernier.": [("Arvel", "Oui")],
}


@pytest.mark.parametrize("text", SAID)
def test_words_and_their_speaker(text: str) -> None:
    """Each form gives the words as they are said, without the clause that attributes them."""
    found = [(quotation.speaker, quotation.text) for quotation in story_of(text).exchange]
    assert found == SAID[text]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("« Oui », a dit Marie Blanc.", "sujet du verbe qui suit la citation"),
        ("« Oui, dit Marie Blanc. Oui. »", "incise dans la citation"),
        ("Marie Blanc est là. « On y va. »", "sujet de la phrase précédente"),
        (
            "Marie Blanc est là. « Oui », dit-elle.",
            "sujet du verbe qui suit la citation, « elle »\u00a0: sujet de la phrase précédente",
        ),
        (
            "On parle de Marie Blanc. Tout dort. Rien. « Oui », dit-elle.",
            "sujet du verbe qui suit la citation, « elle »\u00a0: seule personne possible",
        ),
        (
            "Marie Blanc, élue, a vu Luc. Il dort. Tout dort. Rien. « Oui », dit-elle.",
            "sujet du verbe qui suit la citation, « elle »\u00a0: sujet d’une phrase précédente",
        ),
    ],
)
def test_reason_is_told(text: str, reason: str) -> None:
    """Each quotation says why the reader gives it to its speaker."""
    assert [quotation.reason for quotation in story_of(text).exchange] == [reason]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("« Oui », dit-on au siège.", "le texte ne dit pas qui"),
        ("« Personne ne sait ce qui se passe. »", "aucune phrase ne dit qui parle"),
        (
            "Marie Blanc a vu Anne Petit. Marie Blanc et Anne Petit parlent. « Oui », dit-elle.",
            "sujet du verbe qui suit la citation, « elle »\u00a0: plusieurs personnes possibles",
        ),
    ],
)
def test_unsettled_speaker_is_told(text: str, reason: str) -> None:
    """Where the text does not settle who speaks, nobody is given, and why is said."""
    story = story_of(text)
    assert story.exchange == ()
    assert [one.reason for one in story.draft.unattributed] == [reason]


PEOPLE = {
    "Le patron Ugo Ferrand parle.": [("Ugo Ferrand", "person", "patron")],
    "Ugo Ferrand, 45 ans, parle.": [("Ugo Ferrand", "person", None)],
    "Hier, Bardok, 45 ans, est venu.": [("Bardok", "person", None)],
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
    "D’Angelo a vu Talvera. L’Talvera recule.": [
        ("D’Angelo", "person", None),
        ("Talvera", "organisation", None),
    ],
    "Rien ne va. Tout va. Norélia va.": [("Norélia", "organisation", None)],
    "Rien ne va. Beau temps. Norélia là.": [],
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
    # glued to what stands before or after
    "Le PDG d’Arvelia Sam Orban parle.": [
        ("Arvelia", "organisation", None),
        ("Sam Orban", "person", "PDG d’Arvelia"),
    ],
    "Le directeur d’Arvel Xander Bardok parle.": [
        ("Arvel", "organisation", None),
        ("Xander Bardok", "person", "directeur d’Arvel"),
    ],
    "Le patron du groupe Talvera Ortwin Bardok part.": [
        ("Talvera", "organisation", None),
        ("Ortwin Bardok", "person", "patron du groupe Talvera"),
    ],
    "Le Français Bernard Lacour est venu.": [("Bernard Lacour", "person", None)],
    "Hier, l’Italienne Xandra Bardok court.": [("Xandra Bardok", "person", None)],
    "Il a vu le roi du Vélin Mohammed VI hier.": [
        ("Vélin", "organisation", None),
        ("Mohammed VI", "person", "roi du Vélin"),
    ],
    "Gavin Bert d’Atreides a investi.": [
        ("Gavin Bert", "person", None),
        ("Atreides", "organisation", None),
    ],
    "Valéry Girard d’Estain est venu. Girard d’Estain est reparti.": [
        ("Valéry Girard d’Estain", "person", None)
    ],
    "Il a été vu au Velin de Carlos Gil.": [("Carlos Gil", "person", None)],
    "Oui, a dit à La Cote Raoul Tissandier.": [("Raoul Tissandier", "person", None)],
    "Oui, a dit l’AFV Raoul Tissandier.": [
        ("AFV", "organisation", None),
        ("Raoul Tissandier", "person", None),
    ],
    # called by its first word, as firms are
    "Tirosh Cyber a rejeté l’offre. Tirosh vend des licences. Il a acheté Tirosh.": [
        ("Tirosh Cyber", "organisation", None),
    ],
    "« Oui », dit une certaine Rosa.": [("Rosa", "person", None)],
    "Le chorégraphe Ugo Ferrand danse.": [("Ugo Ferrand", "person", "chorégraphe")],
    # after « à », a role, a title
    "Jean Varenne succède à Maxime Pellerin.": [
        ("Jean Varenne", "person", None),
        ("Maxime Pellerin", "person", None),
    ],
    "On a confié la clé à Xander Bardok.": [("Xander Bardok", "person", None)],
    "Le secrétaire d’État Benoît Grivet est venu.": [
        ("Benoît Grivet", "person", "secrétaire d’État")
    ],
    "Hier, Maître Xander Bardok plaidait.": [("Xander Bardok", "person", None)],
    "Son second, Xeno, l’a suivi.": [("Xeno", "person", "second")],
    "C’est fini, soupire Xenia.": [("Xenia", "person", None)],
    "Le vieux Xeno dort.": [("Xeno", "person", None)],
    # no persons
    "Wall Street et New York ont perdu, a dit le Toronto Sun.": [
        ("Wall Street", "organisation", None),
        ("New York", "organisation", None),
        ("Toronto Sun", "organisation", None),
    ],
    "Les analystes de Xander Bardok doutent.": [("Xander Bardok", "organisation", None)],
    "Il a lu Les Nouvelles.": [("Les Nouvelles", "organisation", None)],
    # the first of wars is no office; whoever signs is nobody of the story
    "Anne Roy lit l’histoire de la Première Guerre.": [
        ("Anne Roy", "person", None),
        ("Première Guerre", "organisation", None),
    ],
    "Anne Roy est là.\n\nParfait Wilfried Roux": [("Anne Roy", "person", None)],
    # a body named after its cause
    "« Oui », selon Jeunes sans patrie. Elle aide Parents pour la paix, dit-on.": [
        ("Jeunes sans patrie", "organisation", None),
        ("Parents pour la paix", "organisation", None),
    ],
    # initials, capitals
    "J.-P. Bruneau est venu.": [("J.-P. Bruneau", "person", None)],
    "Hier, Adrien Z. Amin est venu.": [("Adrien Z. Amin", "person", None)],
    "SOPHIE SANTINI, de la CGV, est venue.": [
        ("SOPHIE SANTINI", "person", None),
        ("CGV", "organisation", None),
    ],
    # one of a kind, with an alias
    "Bardok a quitté Talvera. Xander Bardok dort.": [
        ("Xander Bardok", "person", None),
        ("Talvera", "organisation", None),
    ],
    "Xander Bardok dort. Bardok rêve.": [("Xander Bardok", "person", None)],
    "Sophie Bardok dort. Il a vu Sophie.": [("Sophie Bardok", "person", None)],
    "Mme Le Bec parle. Anne Le Bec parle.": [("Anne Le Bec", "person", None)],
    "Mme Le Bec parle. Paul Le Bec parle.": [
        ("Le Bec", "person", None),
        ("Paul Le Bec", "person", None),
    ],
    "Bruno Le Bec est venu. Le Bec a parlé.": [("Bruno Le Bec", "person", None)],
    "Kermadec recule. Les Chantiers Kermadec reculent sans Kermadec.": [
        ("Chantiers Kermadec", "organisation", None)
    ],
    "Anne Petit parle. Hier, ANNE PETIT criait. Petit dort.": [("Anne Petit", "person", None)],
    "Réaction de Patrick Le Meur hier.": [("Patrick Le Meur", "person", None)],
    # firms that are named like people
    "Le groupe est conseillé par Morgan Stanley et Goldman Sachs.": [
        ("Morgan Stanley", "organisation", None),
        ("Goldman Sachs", "organisation", None),
    ],
    "Rothschild & Co a vu Louis Vuitton.": [
        ("Rothschild & Co", "organisation", None),
        ("Louis Vuitton", "organisation", None),
    ],
    "Le cabinet Arthur Andersen est parti.": [("Arthur Andersen", "organisation", None)],
    "La brasserie brabançonne Anna Bardok recule.": [("Anna Bardok", "organisation", None)],
    "Anna Bardok, filiale de Talvera, recule.": [
        ("Anna Bardok", "organisation", None),
        ("Talvera", "organisation", None),
    ],
    "Sa société, Cumulo, recule.": [("Cumulo", "organisation", None)],
    "Anna Bardok emploie 300 personnes.": [("Anna Bardok", "organisation", None)],
    "Il a appris chez Anna Bardok, boulangère.": [("Anna Bardok", "person", "boulangère")],
    "Louis Vuitton, fondateur de la maison, est né ici.": [
        ("Louis Vuitton", "person", "fondateur de la maison")
    ],
    "Anna Bardok dort.\n\n(Rédigé par Jo Weil, édité par Paul Petit)": [
        ("Anna Bardok", "person", None)
    ],
    "Anna Bardok dort.\n\nPropos recueillis par Jo Weil": [("Anna Bardok", "person", None)],
    # a person only where something says so, or nothing before it makes it a thing
    "Hier, Dorvan Kestrel dormait.": [("Dorvan Kestrel", "person", None)],
    "Hier, le Dorvan Kestrel dormait.": [("Dorvan Kestrel", "organisation", None)],
    "Il vient de Dorvan Kestrel.": [("Dorvan Kestrel", "organisation", None)],
    "Avec DORVAN KESTREL, il rit.": [("DORVAN KESTREL", "organisation", None)],
    "Hier, le voleur Dorvan Kestrel dormait.": [("Dorvan Kestrel", "person", None)],
    "« Oui », explique Dorvan Kestrel.": [("Dorvan Kestrel", "person", None)],
    "Dorvan Kestrel a déclaré forfait.": [("Dorvan Kestrel", "person", None)],
    "Dorvan Kestrel dort. Hier, Kestrel a dormi.": [("Dorvan Kestrel", "person", None)],
    "Il joue au stade Paul-Mordel de Brune.": [("Paul-Mordel de Brune", "organisation", None)],
    "Il dort à l’hôpital Louis-Mordel.": [("Louis-Mordel", "organisation", None)],
    "Après un accord avec Dorvan Arcade, l’actrice a refusé.": [("Dorvan Arcade", "person", None)],
    "Le jeune Tunisien dort.": [],
    "Le premier ministre danois Dorvan Kestrel a vu le Premier ministre niçois, Ovan Brisk.": [
        ("Dorvan Kestrel", "person", "premier ministre danois"),
        ("Ovan Brisk", "person", "Premier ministre niçois"),
    ],
    "Le préfet, El-hadj Ossaka Bovan, part. Le préfet Ossaka rit.": [
        ("Ossaka Bovan", "person", "préfet")
    ],
    "Une sociologue à la Brisk et un cousin à Brune.": [],
    "AVEC BRISK BROL Cet engin roule.": [("BRISK BROL", "organisation", None)],
    "Anna Bardok dort.\n\n(Jo Weil, édité par Paul Petit)": [("Anna Bardok", "person", None)],
    "Le maire UMT de Brune rit.": [("UMT de Brune", "organisation", None)],
    # titles and offices with capitals, and long roles
    "Le chef de l’Etat Son Excellence Dorvan Kestrel a reçu Mr Ovan Brisk.": [
        ("Dorvan Kestrel", "person", "chef de l’Etat"),
        ("Ovan Brisk", "person", None),
    ],
    "Avec Son Excellence le Président Dorvan Kestrel, il rit.": [
        ("Dorvan Kestrel", "person", "Président")
    ],
    "Hier, Dorvan Kestrel, Directeur Général de Talvera, dormait.": [
        ("Dorvan Kestrel", "person", "Directeur Général de Talvera"),
        ("Talvera", "organisation", None),
    ],
    "Le ministre dans l’avion le menant à Brune Kestrel.": [],
    "Le délégué syndical central de la CGV, Dorvan Kestrel, part.": [
        ("CGV", "organisation", None),
        ("Dorvan Kestrel", "person", "délégué syndical central de la CGV"),
    ],
    "Le secrétaire d’État chargé de la Mer et des Forêts Anna Bardok part.": [
        ("Mer", "organisation", None),
        ("Forêts", "organisation", None),
        ("Anna Bardok", "person", "secrétaire d’État chargé de la Mer et des Forêts"),
    ],
    # in all Latin letters, with an initial or a particle
    "Le ministre Maroš Šefčovič a vu Łukasz Đorđević.": [
        ("Maroš Šefčovič", "person", "ministre"),
        ("Łukasz Đorđević", "person", None),
    ],
    "Léana K., 27 ans, a vu Saïd al-Masri sur LinkedIn Anna Bardok.": [
        ("Léana K.", "person", None),
        ("Saïd al-Masri", "person", None),
        ("LinkedIn", "organisation", None),
        ("Anna Bardok", "person", None),
    ],
    # a complement, a party or a parenthesis between a role and its name
    "L’ex-maire de Toulon Hubert Falque est là.": [
        ("Toulon", "organisation", None),
        ("Hubert Falque", "person", "ex-maire de Toulon"),
    ],
    "La députée Renaissance Anna Bardok rit.": [
        ("Renaissance", "organisation", None),
        ("Anna Bardok", "person", "députée Renaissance"),
    ],
    "La présidente, Anna Bardok, juge le plan bon.": [("Anna Bardok", "person", "présidente")],
    "Vu sur X. La Commission dort.": [
        ("X", "organisation", None),
        ("Commission", "organisation", None),
    ],
}


@pytest.mark.parametrize("text", PEOPLE)
def test_people_have_a_kind_and_a_role(text: str) -> None:
    """People and organisations are told apart by what stands around them."""
    found = [(person.name, person.kind, person.role) for person in story_of(text).draft.people]
    assert found == PEOPLE[text]


def test_lists_of_words_are_as_they_are_compared() -> None:
    """In lower case without accents: a word that stands otherwise in its list is never met."""
    written = ("COMMON_ACRONYMS",)
    lists = {n: s for n, s in vars(word_lists).items() if isinstance(s, frozenset)}
    assert len(lists) > len(written)
    assert {n: [w for w in s if w != plain(w)] for n, s in lists.items() if n not in written} == {
        name: [] for name in lists.keys() - {*written}
    }
