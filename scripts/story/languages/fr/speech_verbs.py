"""Verbs that say who speaks: `a-t-elle indiqué`, `rétorque Weil`, `selon X`."""

import bisect
import re
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from story.languages.fr.word_lists import FUNCTION_WORDS
from story.reading.body import plain

# Verbs in -er, whose forms follow from the infinitive.
_REGULAR = """
    abonder accuser acquiescer adresser affirmer agacer ajouter alarmer alerter amuser analyser
    annoncer appeler approuver asséner assumer assurer attaquer avancer avouer bafouiller balayer
    batailler blaguer bredouiller calculer célébrer chiffrer cingler citer clamer commenter comparer
    compléter compter concéder concilier condamner confier confirmer conseiller considérer consoler
    constater contester continuer contrer convier corriger cracher crier critiquer déceler déclarer
    décréter décrypter demander démarrer dénombrer dénoncer déplorer désespérer désigner désoler
    détailler détester développer dévoiler différencier digérer douter écarter éclater écouter
    éluder émerveiller emporter enchaîner encourager enflammer engager énoncer enrager enthousiasmer
    énumérer épingler éructer esclaffer espérer estimer étonner étrangler étriller évaluer évoquer
    exclamer excuser exhorter exiger expliquer exploser exposer exprimer exulter fanfaronner
    féliciter flatter formuler fulminer fustiger gausser glisser glousser grincer gronder hésiter
    illustrer imaginer impatienter inciter indigner indiquer inquiéter insister insurger interpeller
    interroger intimer inviter invoquer ironiser jubiler juger jurer justifier lâcher lamenter
    lancer louer marteler maugréer menacer mentionner minimiser mobiliser moquer murmurer nier noter
    nuancer objecter observer opposer ordonner parler parodier penser persifler pester philosopher
    plaider plaisanter pleurer pointer polémiquer poster pouffer préciser prier proclamer prôner
    pronostiquer prophétiser proposer protester publier qualifier raconter rager railler rappeler
    rapporter rassurer réaffirmer réclamer recommander rectifier redouter refuser réfuter regretter
    réitérer rejeter relater relativiser relever remarquer remercier répéter répliquer reprocher
    résister résumer rétorquer révéler revendiquer rêver rigoler riposter ronchonner saluer
    sangloter savourer signaler sommer souffler souhaiter souligner soupçonner soupirer supplier
    tacler tancer taxer témoigner tempérer tempêter temporiser tiquer tonner traiter trancher
    trouver tweeter twitter argumenter corroborer décrier diagnostiquer hurler insinuer préconiser
    récuser scander spécifier stigmatiser stipuler suggérer vanter vilipender
""".split()
# Verbs of other kinds by their stems, with what follows these in the present, of one and of many,
# in the imperfect, the simple past, the infinitive and the participle.
_IRREGULAR = """
    répond défend prétend fend: - - - it re u
    réag renchér surenchér enchér avert réjou garant gém frém réfléch applaud: it iss iss it ir i
    sout maint ret prév interv conv souv: ient ienn en int enir enu
    prom adm: et ett ett it ettre is
    écr décr: it iv iv ivit ire it
    d red préd contred: it is is it ire it
    concl excl: ut u u ut ure u
    reconn: aît aiss aiss ut aître u
    repr appr: end enn en it endre is
    poursu: it iv iv ivit ivre ivi
    prév: oit oi oy it oir u
    enj: oint oign oign oignit oindre oint
    cr pl: aint aign aign aignit aindre aint
    cr: oit oi oy ut oire u
    dém: ent ent ent entit entir enti
    sour r: it i i it ire i
"""
_PARTICIPLES = "juré fait su voulu vu remis requis"
_AGREED = ("", "e", "s", "es")
_STATES = frozenset(
    word + ending
    for word in "convaincu persuadé certain sûr catégorique formel formell confiant".split()
    for ending in _AGREED
)
_FINITES = """
    reconnait émeut balaie enorgueillit requiert sait redoutent maugrée appelle appelait veut
    veulent tient perçoit entend entendent voit voient voyait
"""


# What these say may be a thing's name: « a annoncé le plan « Demain » ».
_ANNOUNCES = (
    "annonc publi prevoi propos lanc post present menti baptis appel voit vu veut voul sait su croi"
    " tient appris design trouv compt entend illustr compar mobilis ecout develop attaqu"
).split()


class _Forms(NamedTuple):
    """Forms of verbs of speech; the subject of the loose, infinitives and gerunds, is another's."""

    finites: frozenset[str]
    participles: frozenset[str]
    loose: frozenset[str]


_FUTURE = ("a", "ont", "ait", "aient")


@cache
def _forms() -> _Forms:
    finites = {form for verb in _REGULAR for form in _conjugate(verb)} | {*_FINITES.split()}
    participles = {f"{verb[:-2]}é{ending}" for verb in _REGULAR for ending in _AGREED}
    participles |= {word + ending for word in _PARTICIPLES.split() for ending in _AGREED} | _STATES
    infinitives, gerunds = {*_REGULAR}, {f"{_soft(verb[:-2])}ant" for verb in _REGULAR}
    for line in _IRREGULAR.strip().split("\n"):
        stems, _, endings = line.partition(": ")
        one, many, was, past, infinitive, participle = endings.replace("-", "").split(" ")
        for stem in stems.split():
            finites.update(stem + form for form in (one, f"{many}ent", f"{was}ait", f"{was}aient"))
            finites.update((stem + infinitive).rstrip("e") + ending for ending in _FUTURE)
            finites.add(stem + past)
            participles.update(stem + participle + ending for ending in _AGREED)
            infinitives.add(stem + infinitive)
            gerunds.add(f"{stem}{was}ant")
    return _Forms(
        frozenset(finites - {"contre"}),  # a preposition far more often
        # « a voulu rassurer », « a tenu à préciser »
        frozenset(participles | infinitives),
        frozenset(infinitives | gerunds),
    )


def _soft(stem: str) -> str:
    return {"c": stem[:-1] + "ç", "g": stem + "e"}.get(stem[-1], stem)


def _conjugate(verb: str) -> list[str]:
    """Third persons of a verb in -er: present, imperfect, simple past, future, conditional."""
    stem = verb[:-2]
    soft = _soft(stem)
    closed = re.sub(r"[eé](?=[^aeiouyéèêàâîïôùû]+$)", "è", stem)
    present = {stem, closed} | ({stem + stem[-1]} if verb.endswith(("eler", "eter")) else set())
    forms = [form + ending for form in present for ending in ("e", "ent")]
    later = [verb + ending for ending in _FUTURE]
    return [*forms, *later, soft + "ait", soft + "aient", soft + "a", stem + "èrent"]


_AUXILIARY = (
    r"(?:s'(?:est|était)|se sont|s'étaient|avait|avaient|aurait|auraient|ont|a|(?P<loose>avoir"
    r"|ayant)|(?P<passive>est|sont|était))"
)
_ANY_AUXILIARY = re.sub(r"\?P<\w+>", "?:", _AUXILIARY)
_PRONOUN = r"(?P<pronoun>ils|elles|il|elle|on)\b"
DAY = r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)"
_ADVERB = (
    r"(?: (?:ainsi|alors|aussi|aussitôt|également|encore|ensuite|donc|déjà|ici|là|même|toutefois"
    r"|cependant|pourtant|d'abord|à son tour|de son côté|d'emblée|plutôt|toujours|pour sa part"
    r"|quant à (?:lui|elle|eux)|en retour|en substance|tout|bien|juste|hier|d'ores et déjà"
    rf"|{DAY}(?: (?:matin|soir|midi|dernier))?|la veille|plus tard|peu après|[^\W\d_]+ment"
    r"|(?:voulu|tenu à|souhaité|préféré|fini par|pu|dû|su)(?= [^\W\d_]+(?:er|ir|re)\b)))"
)
_CLITIC = r"(?:(?:ne |n'|s'|se |l'|la |le |les |lui |leur |nous |vous |m'|me |t'|te |y |en )){0,3}"
_COMPOUND = re.compile(
    rf"(?<![\w'-])(?P<clitic>{_CLITIC}){_AUXILIARY}(?:-(?:t-)?{_PRONOUN})?(?![\w-])",
    re.IGNORECASE,
)
_PAST = re.compile(
    r" (?P<word>fait (?:savoir|valoir|remarquer|observer|part|état)|laissé entendre"
    r"|mis en (?:garde|avant|cause|doute)|prise?s? à|[^\W\d_]+)",
    re.IGNORECASE,
)
# « a, dans un courrier, dénoncé », « avait au préalable averti », « a dans la foulée déclaré »
_BETWEEN = re.compile(
    rf"(?:{_ADVERB}|, [^,.;:«»\"“]{{1,60}},| (?:lui|elle|eux)(?:-mêmes?| aussi)| pas| jamais"
    r"| non plus"
    r"| (?:à|aux?|en|par|dans|pour|sans|sur|de|depuis|devant)"
    r"(?: (?:l[ae]s?|une?|cette?|s(?:on|a|es)|plusieurs)|(?= l'))? [\w'-]+)*",
    re.IGNORECASE,
)
_SIMPLE = re.compile(
    rf"(?<![\w'-])(?P<clitic>{_CLITIC})(?P<word>laiss(?:e|ent|ait|ant) entendre|fai(?:t|sait|sant)"
    r" (?:savoir|valoir|remarquer|état|part)|(?<=en )pren(?:d|nent|ait|aient) à"
    r"|met(?:tent|tait|taient)?(?: \w+)? en (?:garde|avant|cause|doute)"
    rf"|[^\W\d_]+)"
    rf"(?:-(?:t-)?{_PRONOUN})?(?![\w-])",
    re.IGNORECASE,
)
# « la demande », « une annonce »: a noun, though a verb has the same form.
_NOUN_BEFORE = re.compile(
    r"(?:^|[\s'’])(?:une?|la|le|les|des|ce|cette|ces|son|sa|ses|leurs?|notre|nos|du|de|d|à|au"
    r"|aux|par"
    r"|toute|aucune|première|dernière|même|sans|pour|en|chaque|sur|juste|grande?|l)[ ']$",
    re.IGNORECASE,
)


# Forms that look like a noun and are none: « l’opposition l’accuse ».
_NO_NOUNS = ("accuse", "qualifie", "soupçonne", "considère", "interroge", "interpelle")


# No participle is farther from its auxiliary.
_FAR = 80


@dataclass(frozen=True, slots=True)
class SpeechVerb:
    """A verb of speech in a text, with the pronoun that its inverted form carries.

    `loose` is an infinitive or a gerund; `doubtful` a form that is a noun too, after a word that
    leads to either; `announces` a verb that also introduces names of things.
    """

    start: int
    end: int
    pronoun: str | None
    loose: bool
    doubtful: bool
    announces: bool


def is_speech(word: str) -> bool:
    """Whether a word is a verb of speech in the third person."""
    return word.lower() in _forms().finites


def is_told(word: str) -> bool:
    """Whether a word is a verb of speech in the third person or in the past: `dit`, `déclaré`."""
    return is_speech(word) or word.lower() in _forms().participles


def speech_verbs(text: str) -> list[SpeechVerb]:
    """Every verb of speech of a text, in order."""
    found = {}
    for match in _COMPOUND.finditer(text):
        reflexive = match["clitic"].lower().startswith(("s'", "se "))
        past = _past(text, match.end())
        if past is None or (
            match["passive"] and not reflexive and past["word"].lower() not in _STATES
        ):
            continue  # « X est accusé de »
        loose = match["loose"] is not None
        found[past.end()] = _verb(text, match, past, loose=loose, simple=False)
    ends = sorted(found)
    for match in _SIMPLE.finditer(text):
        word = match["word"].lower()
        if word not in _forms().finites and word not in _forms().loose and " " not in word:
            continue
        after = bisect.bisect_left(ends, match.end())
        if after == len(ends) or found[ends[after]].start > match.start("word"):
            loose = word in _forms().loose and word not in _forms().finites
            found.setdefault(match.end(), _verb(text, match, match, loose=loose, simple=True))
    return sorted(found.values(), key=lambda verb: verb.start)


def _past(text: str, start: int) -> re.Match[str] | None:
    """The participle of a verb of speech after an auxiliary that ends here, circumstances aside."""
    for past in _PAST.finditer(text, start, start + _FAR):
        if not _BETWEEN.fullmatch(text, start, past.start()):
            continue
        word = past["word"].lower()
        if " " in word or (word in _forms().participles and word not in ("fait", "mis")):
            return past
    return None


def _verb(
    text: str, match: re.Match[str], last: re.Match[str], *, loose: bool, simple: bool
) -> SpeechVerb:
    word = last["word"].lower()
    folded = plain(word)
    start = last.start("word")
    return SpeechVerb(
        start=match.start(),
        end=last.end(),
        pronoun=match["pronoun"],
        loose=loose,
        doubtful=simple
        and word not in _forms().loose
        and not word.endswith("ent")
        and not word.startswith(_NO_NOUNS)
        and match["clitic"].lower()[-3:] not in ("se ", " s'", "en ", "ui ", "us ", "ne ")
        and _NOUN_BEFORE.search(text, max(0, start - 12), start) is not None,
        announces=folded.startswith(tuple(_ANNOUNCES)) and match["clitic"].lower()[-2:] != "y ",
    )


# Any verb in the third person: after a comma that follows words, it says who speaks.
_ANY_VERB = re.compile(
    rf" *[,–—]? *{_CLITIC}(?:{_ANY_AUXILIARY}{_BETWEEN.pattern} (?P<past>[a-zà-ÿ]+(?:é|i|u|is|it"
    rf"|ert)e?s?)|(?P<word>[a-zà-ÿ]+(?:(?<!é)e|ent|it|ait|ient|oit|ut|end|ond|ort|aît"
    rf"|a))(?:-(?:t-)?{_PRONOUN})?|[a-zà-ÿ]+-(?:t-)?(?P<inverted>ils|elles|il|elle|on)\b)(?![\w-])"
)


def any_verb(text: str, start: int) -> SpeechVerb | None:
    """The verb that stands here, whether it is one of speech or not."""
    match = _ANY_VERB.match(text, start)
    pronoun = match and (match["pronoun"] or match["inverted"])
    if match is None or (match["word"] and not pronoun and plain(match["word"]) in FUNCTION_WORDS):
        return None
    return SpeechVerb(start, match.end(), pronoun, loose=False, doubtful=False, announces=False)


LEAD = re.compile(r" *[,–—]? *")
ACCORDING = re.compile(
    r"(?:(?:selon|d'après|pour reprendre) (?:les?|la|l')? ?(?:mots?|termes|propos|expression"
    r"|formule)(?: de(?= )| d'(?=[A-ZÀ-Þ])|(?= d[ue]))|selon|version|d'après|pour(?! sa part)|dixit"
    r"|à en croire|à croire|à entendre|à écouter|(?:aux yeux|de l'avis|de l'aveu(?: même)?"
    r"|aux dires|par la voix|dans la bouche)(?: de(?= )| d'(?=[A-ZÀ-Þ])|(?= d[ue])))(?: |(?<='))",
    re.IGNORECASE,
)
# « à ses yeux », « à l’en croire »: whoever was spoken of.
ACCORDING_TO_WHOM = re.compile(
    r"(?:à (?:ses yeux|leurs yeux|(?:son|leur) (?:avis|sens)|(?:l'|les )(?:en croire|entendre"
    r"|écouter))|selon (?:ses|leurs) (?:dires?|termes|mots|propos)|de (?:son|leur) propre aveu"
    r"|dans (?:sa|leur) bouche)",
    re.IGNORECASE,
)
COMPARED = re.compile(r" *,? *comme ", re.IGNORECASE)
# « Et d’ajouter : », « avant de conclure : »: the last speaker goes on.
CONTINUES = re.compile(
    rf"(?:^|[\s,.])(?:et|avant|puis|quitte à|jusqu'à|non sans) ?(?:d'|de )?"
    rf"(?:s'|se |l'|le )?\w+(?:r|re){_ADVERB}*(?:, [\w' ]+)?[ ,]*:? *$"
    r"|^(?:plus (?:loin|tard|haut|bas)|ailleurs|et|ou|puis)(?: encore| aussi| enfin| surtout)? ?:$"
    rf"|(?:^|[\s,])(?:ajoutant|précisant|concluant|poursuivant|expliquant){_ADVERB}*[ ,]*:? *$",
    re.IGNORECASE,
)
THAT = re.compile(r"\bqu(?:e|')$", re.IGNORECASE)
# Before a quotation that only names a thing: « dite », « intitulé », « le rapport ».
NAMING = re.compile(
    r"\b(?:(?<!s'est )(?<!se )(?<!s'était )(?<!se sont )(?<!s'étaient )(?<!\ba )(?<!\bont )dite?s?"
    r"|appelée?s?|baptisée?s?|intitulée?s?|nommée?s?|surnommée?s?|titrée?s?|baptiser"
    r"|(?:mots?|termes?|expression|notion|nom|titre|label|slogan)(?: d[e']| du)?)$",
    re.IGNORECASE,
)
ARTICLE = re.compile(
    r"(?:\b(?:la|le|les|une?|des|du|ses|son|sa|cette|ce|ces|leurs?|aux?)|\bl'|\bd'une?)$",
    re.IGNORECASE,
)
# « qualifiée de « hostile » par X »
PASSIVE = re.compile(
    r"(?<!')\b[a-zà-ÿ]{3,}(?:é|i|u|it|ert|int|is)e?s?(?: (?:de|d'|comme|par|d'une?|une?))*$",
    re.IGNORECASE,
)
MEDIUM = re.compile(
    r"\b(?P<medium>sur (?:(?:son|le) (?:réseau(?: social)?|compte"
    r"|blog) ?)?(?-i:[A-ZÀ-Þ][\w.-]*(?: [A-ZÀ-Þ][\w.-]*)*)(?: \(ex-[^)]*\))?|dans un (?:communiqué"
    r"|courriel|message|entretien|tweet)|lors d'une conférence de presse"
    r"|par (?:courriel|téléphone|écrit))",
    re.IGNORECASE,
)
REPLY = re.compile(r"\b(?:rétorqu|répliqu|répond|ripost|réagi)\w*", re.IGNORECASE)
SPEECH_NOUNS = (
    r"(?:réponse|réaction|déclaration|propos|mots?|mise en garde|avertissement|commentaire|message"
    r"|aveu|constat|verdict|conclusion|explication|credo|cri du cœur|cri|mot d'ordre|promesse"
    r"|phrase|formule|sentence|expression|image|terme|avis|argument|réplique|riposte|appel|confidence|témoignage|question"
    r"|remarque|diagnostic|lettre|courrier|courriel|mail|note|discours|leitmotiv|tweet|post"
    r"|demande|plaidoyer|résumé|analyse|consigne|slogan|prédiction|regret|souvenir)s?"
)
# « une réponse de X : », « réaction de X : »
SPEECH_NOUN = re.compile(
    rf"\b{SPEECH_NOUNS}(?: (?!en |à |aux? |dans |de |du |des )[\w-]+){{0,5}}? (?=(?:de|du|des|d'"
    rf"|signée?s?|venue?s?)(?: |(?<=')))"
    r"(?:signée? |de la part |venue? )?",
    re.IGNORECASE,
)
# « C’est par ces mots que X », « Le constat de X est sans appel »: in the sentence after.
AFTERWARDS = re.compile(
    r"(?:(?:c'est|voilà|voici|tel est) (?P<this>ce (?:qu'|que ))(?P<pronoun>(?:ils?|elles?)\b)? ?"
    r"(?:(?:a|ont|avait|avaient) )?(?:\w+ )?"
    rf"|ainsi s'(?:est|était) (?:exprimée?|confiée?|défendue?|justifiée?) "
    r"|(?:c'est|ce sont) (?:par|avec|en|dans|sur|à|ainsi)(?: \w+){0,4} que "
    rf"|(?:le|la|l'|ces|ce|cette|les|voilà (?:le"
    rf"|la)) ?{SPEECH_NOUNS}(?: [\w-]+){{0,2}}? (?P<whose>(?:est|vient|émane) (?:signée? )?)?"
    r"(?=d[eu'])|(?:ainsi|voilà comment) (?:parle|parlait|s'exprime|s'exprimait|résume|conclut) "
    r"|(?:(?:elle|il) est )?signée? |dixit )",
    re.IGNORECASE,
)
