"""Verbs that say who speaks: `a-t-elle indiqué`, `rétorque Weil`, `selon X`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

# Verbs in -er, whose forms follow from the infinitive.
_REGULAR = """
    abonder accuser admonester affirmer agacer ajouter alarmer alerter amuser analyser annoncer
    argumenter assurer asséner attaquer avancer avouer badiner balayer blaguer bougonner
    calculer chiffrer chuchoter clamer commenter compléter concéder confesser confier confirmer
    conseiller considérer consoler constater contester continuer corriger crier critiquer
    demander diagnostiquer déclamer déclarer décrier décrypter dénoncer déplorer désigner
    désoler détailler dévoiler emporter enchaîner encourager enflammer enthousiasmer esclaffer
    espérer estimer exclamer excuser exhorter expliquer exposer fulminer fustiger féliciter
    glisser grincer grogner gronder hurler illustrer implorer indigner indiquer inquiéter
    insinuer insister insurger interpeller interroger invoquer ironiser jubiler juger jurer
    justifier lamenter lancer lâcher marteler maugréer menacer mentionner moquer murmurer noter
    nuancer objecter observer opposer ordonner parler penser persifler pester philosopher
    plaider plaisanter pointer poster pronostiquer proposer protester préciser préconiser
    publier qualifier questionner raconter railler rappeler rapporter rassurer recommander
    redouter regretter relater relativiser relever remarquer remercier reprocher ricaner
    riposter réaffirmer récapituler réclamer récuser réfuter réitérer répliquer répéter résumer
    rétorquer révéler saluer signaler souffler souligner soupirer suggérer supplier synthétiser
    tacler tancer temporiser tempérer tempêter tonner trancher tweeter twitter témoigner
    ventiler éluder énoncer étonner étrangler évoquer
""".split()
_PARTICIPLES = """
    décrit juré dit répondu réagi conclu reconnu prévenu soutenu maintenu promis admis écrit
    poursuivi repris enchéri renchéri surenchéri averti redit prédit contredit démenti défendu
    réjoui plaint souri convenu appelé fait fait savoir fait valoir fait remarquer fait observer
    fait part
"""
_FINITES = """
    dit disent disait disaient dirent répond répondent répondait répondit répondaient réagit
    réagissent réagissait conclut concluait reconnaît reconnait reconnaissait reconnut prévient
    prévenait prévint soutient soutenait soutint maintient maintenait maintint promet promettait
    promit admet admettait admit écrit écrivait écrivit poursuit poursuivait poursuivit reprend
    reprenait reprit renchérit renchérissait surenchérit avertit avertissait redit prédit
    contredit dément démentait défend défendait défendit craint craignait réjouit réjouissait
    réjouissent plaint plaignait sourit souriait convient convenait émeut balaie enorgueillit
    décrit rit sait soutiennent défendent redoutent prédit maugrée croit croyait appelle
    appelait voit veut souvient souvenait
"""
_INFINITIVES = """
    dire répondre réagir conclure reconnaître prévenir maintenir promettre écrire poursuivre
    renchérir avertir démentir défendre redire
"""


@cache
def _participles() -> frozenset[str]:
    regular = (verb[:-2] + ending for verb in _REGULAR for ending in ("é", "ée", "és", "ées"))
    irregular = _PARTICIPLES.split()
    infinitives = (*_INFINITIVES.split(), *_REGULAR)  # « a voulu rassurer », « a tenu à préciser »
    return frozenset((*regular, *irregular, *(word + "s" for word in irregular), *infinitives))


@cache
def _finites() -> frozenset[str]:
    return frozenset((*_FINITES.split(), *(form for verb in _REGULAR for form in _conjugate(verb))))


def _conjugate(verb: str) -> list[str]:
    """Third persons of a verb in -er: present, imperfect, simple past."""
    stem = verb[:-2]
    soft = {"c": stem[:-1] + "ç", "g": stem + "e"}.get(stem[-1], stem)
    closed = re.sub(r"[eé](?=[^aeiouyéèêàâîïôùû]+$)", "è", stem)
    open_forms = [form + ending for form in {stem, closed} for ending in ("e", "ent")]
    doubled = [stem + stem[-1] + "e"] if verb.endswith("eler") else []
    return [*open_forms, *doubled, soft + "ait", soft + "aient", soft + "a", stem + "èrent"]


_AUXILIARY = r"(?:s'(?:est|était)|se sont|avait|avaient|aurait|auraient|ont|a|est)"
_PRONOUN = r"(?P<pronoun>ils|elles|il|elle|on)\b"
_ADVERB = (
    r"(?: (?:ainsi|alors|aussi|aussitôt|également|encore|ensuite|donc|déjà|ici|là|même"
    r"|toutefois|cependant|pourtant|d'abord|à son tour|de son côté"
    r"|pour sa part|en retour|en substance|tout|bien|juste|hier|lundi|mardi"
    r"|mercredi|jeudi|vendredi|samedi|dimanche|plus tard|peu après|[^\W\d_]+ment"
    r"|voulu|tenu à|souhaité|préféré))"
)
_CLITIC = r"(?:(?:s|l|m|y|n|lui|leur|se|le|en|nous|me|ne)(?:'| ))?"
_COMPOUND = re.compile(
    rf"(?<![\w-]){_CLITIC}{_AUXILIARY}(?:-(?:t-)?{_PRONOUN})?{_ADVERB}* "
    rf"(?P<word>fait (?:savoir|valoir|remarquer|observer|part)|dit(?= )|[^\W\d_]+)",
    re.IGNORECASE,
)
_SIMPLE = re.compile(
    rf"(?<![\w-])(?P<word>fai(?:t|sait) (?:savoir|valoir|remarquer)|[^\W\d_]+)"
    rf"(?:-(?:t-)?{_PRONOUN})?(?!\w)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class SpeechVerb:
    """A verb of speech in a text, with the pronoun that its inverted form carries."""

    start: int
    end: int
    pronoun: str | None


def speech_verbs(text: str) -> list[SpeechVerb]:
    """Every verb of speech of a text, in order."""
    found = [
        SpeechVerb(match.start(), match.end(), match["pronoun"])
        for match in _COMPOUND.finditer(text)
        if match["word"].split()[0].lower() in _participles() | {"fait"}
        and (match["word"].lower() != "fait")
    ]
    found += [
        SpeechVerb(match.start(), match.end(), match["pronoun"])
        for match in _SIMPLE.finditer(text)
        if (match["word"].lower() in _finites() or " " in match["word"])
        and not any(verb.start <= match.start() < verb.end for verb in found)
    ]
    return sorted(found, key=lambda verb: verb.start)


_LEAD = re.compile(r" *[,–—-]? *(?:(?:s|l|y|lui|le|se|en|nous)(?:'| ))?")


def verb_after(text: str) -> SpeechVerb | None:
    """The verb of speech with which a text goes on after a quotation: `, a-t-elle indiqué`."""
    start = _LEAD.match(text)
    limit = start.end() if start else 0
    return next((verb for verb in speech_verbs(text[:200]) if verb.start <= limit), None)


ACCORDING_AFTER = re.compile(
    r"^ *[,–—]? *(?:selon|d'après|pour|dixit|aux yeux de"
    r"|de l'avis de)(?: |(?<='))",
    re.IGNORECASE,
)
_ACCORDING = (
    r"(?:^|[,;.:–—] |\b(?:car|et|mais|or|puis|que) )(?:selon|d'après|pour"
    r"|aux yeux d(?:e|u|es)|de l'avis d(?:e|u|es)) "
)
ACCORDING_BEFORE = re.compile(rf"{_ACCORDING}(?P<who>[^«“\"]+?)[,:] *$", re.IGNORECASE)
# « Pour ce dernier, l’établissement a « oublié la leçon » ».
ACCORDING_FAR = re.compile(rf"{_ACCORDING}(?P<who>[^,;:«“\"]+),", re.IGNORECASE)
# « Et d’ajouter : », « avant de conclure : »: the last speaker goes on.
CONTINUES = re.compile(
    rf"(?:^|[\s,])(?:et|avant|puis) (?:d'|de )"
    rf"(?:s'|se |l'|le )?\w+(?:r|re){_ADVERB}* *[:,]? *$"
    rf"|(?:^|[\s,])(?:ajoutant|précisant|concluant|poursuivant|expliquant){_ADVERB}* *[:,]? *$",
    re.IGNORECASE,
)
THAT = re.compile(r"\bqu(?:e|')$", re.IGNORECASE)
# Before a quotation that only names a thing: « dite », « intitulé », « le rapport ».
NAMING = re.compile(
    r"\b(?:(?<!s'est )(?<!se )(?<!s'était )(?<!\ba )(?<!\bont )dite?s?|appelée?s?|baptisée?s?"
    r"|intitulée?s?|nommée?s?|surnommée?s?|titrée?s?|baptiser|mot|terme|expression|la|le|les|une|un"
    r"|des|ses|son|sa|cette|ce|l')$",
    re.IGNORECASE,
)
MEDIUM = re.compile(
    r"\b(?P<medium>sur (?:(?:son|le) (?:réseau(?: social)?|compte|blog) ?)?"
    r"(?-i:[A-ZÀ-Þ][\w.-]*(?: [A-ZÀ-Þ][\w.-]*)*)(?: \(ex-[^)]*\))?"
    r"|dans un (?:communiqué|courriel|message|entretien|tweet)"
    r"|lors d'une conférence de presse"
    r"|par (?:courriel|téléphone|écrit))",
    re.IGNORECASE,
)
# What stands between an inverted verb and its subject: « estime pour sa part le maire ».
BETWEEN = re.compile(
    r"(?: *(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)"
    r"(?: \d{1,2}(?:er)? [^\W\d_]+)?(?: (?:matin|soir|dernier|après-midi))?|hier"
    r"|aujourd'hui|pour sa part|de son côté|à son tour"
    r"|dans un communiqué|sur X|ainsi|alors|aussi|encore|aussitôt|également|quant"
    r" à lui|[^\W\d_]+ment)(?= |,),?)+",
    re.IGNORECASE,
)
REPLY = re.compile(r"\b(?:rétorqu|répliqu|répond|ripost|réagi)\w*", re.IGNORECASE)
