"""Given names: they tell the gender. Most come from Faker, which has lists of them by country.

They are a help and no condition: a name that is not here is read by what stands around it.
"""

from __future__ import annotations

import importlib
from functools import cache

from story.languages.fr.word_lists import FUNCTION_WORDS
from story.reading.body import plain
from story.remembering import remembered

# French names decide first: Jean is a man, though English has a woman of that name.
_LOCALES = (
    "fr_FR fr_BE fr_CH fr_CA fr_QC fr_DZ",
    "de_DE de_AT en_US en_GB en_IN it_IT es_ES nl_NL nl_BE pt_PT pl_PL sv_SE no_NO da_DK ro_RO",
)
# What these lists have not, or otherwise than French newspapers; the last are borne by both.
_MASCULINE = frozenset(
    """abdel abdou abdoulaye akira alex amadou ambroise anatole angel anil anselme apollinaire
    archibald armel arsene aubin balthazar barack barnabe barthelemy bento blaise boubacar briac
    calixte casimir cesaire cheikh chinedu clovis cyprien cyriaque dmitri donatien driss eloi emeka
    emeric ephrem esteve eudes evariste evgueni ewen felicien fiacre firmin flavien floran fulgence
    gauvain gerbert gildas godefroy gonzague goulven gwenael gwendal habib hakim haruki hilaire
    hippolyte hiroshi hyacinthe ibrahima idriss isidore issa jaime jaouen jawad jian jomo josselin
    judicael jun kamel kenji kerrien kofi kwame kwasi lancelot lazare leandre lilian loik lubin
    maelan mahamadou maixent mamady marceau mathurin matt medard melaine melchior ming modibo
    narcisse nasser nicephore octave octavien odilon oleg oleksandr onesime othello ousmane pacome
    paddy patxi perig philibert pierrick placide rainier raj rajesh raoul reto romaric ronan rufus
    ruud salif sanjay saturnin savinien servan seydou sidney silvere simeon sipho sixte souleiman
    souleymane sylvestre takeshi tancrede tarek tariq taylor teddy thabo thadee theodule tidiane
    timoleon timothe titouan tommaso toussaint tugdual tunde ulysse valery vianney vikram virgile
    vivien wael wei wenceslas wilfrid will yannig youen yvain zephirin zephyrin zinedine""".split()
)
_FEMININE = frozenset(
    """aelis aiko aissata aissatou albane aleth alienor aliette ambrine aminata anatolia andrea
    annaig arielle armelle artemis astree athenais auriane awa azilis bathilde berangere bertille
    birgit blandine bluenn bronwen cali calixtine calypso cassandre celeste chimene clairette
    clelie cleo colombe cordelia cyrielle daphnee dauphine djamila dominica domitille donatienne
    doriane edmonde edwige eglantine eliette elvire emmeline enora ermeline eulalie euphemie
    euphrasie fadila fannie fanta fatou fatoumata fausta faustine felicie francette gaia garance
    gersende guenola guillemette gulnara guylaine gwenola haude heloisa hermance hildegarde
    honorine iman isaure iseult jordane judicaelle katell keiko laurette lauriana lauriane lenaig
    leocadie ling loeiza louison lysiane maddalena madelon magalie maissa marceline mariama marilou
    marilyne marinette marjolaine marlyse maryvonne mathurine mei melisande melusine michele
    mildred mouna mylene nabila nadira naima nassima nawel nelia nicolette nolwenn noriko octavie
    odelia ombeline ondine oriane pauletta perpetue perrette petronille philomene quiterie rahma
    raphaelle regula rokhaya rokia rosalba rosalind rosanna rosetta rosine rozenn sakura samia
    sandrina scarlett segolaine segolene servane shirine sidonie sixtine soizic solena suzel
    suzette swanhild thais tifenn tiphaine toinette urielle vanina victorine violaine xaviere yael
    yaelle yelena yldiz yseult ysolde yuki yuna zelda zohra""".split()
)
_EITHER = frozenset(
    """alexy ange eden gwen jackie jess lee leslie loan lou morgane noa pat robin sacha sandy sasha
    swann""".split()
)

# Words of French that are names elsewhere.
_WORDS = FUNCTION_WORDS | frozenset(
    """age aura bas beau cas cash chance demi don emir france harm imam ira jure justice lance lien
    line maire major miel mio noble page paye pesent prince rares reine relu royal sante side signe
    sol sue us vide ville vit""".split()
)


@cache
def _names(locales: str, gender: str) -> frozenset[str]:
    """Folded given names of some countries, of double ones the first part."""
    modules = (importlib.import_module(f"faker.providers.person.{one}") for one in locales.split())
    lists = (getattr(module.Provider, f"first_names_{gender}", ()) for module in modules)
    return frozenset(plain(name).split("-")[0] for names in lists for name in names) - _WORDS


@remembered
def _genders(first: str) -> tuple[bool, bool]:
    """Whether men bear a folded given name, and whether women do."""
    lists = [(_MASCULINE | _EITHER, _FEMININE | _EITHER)]
    lists += [(_names(one, "male"), _names(one, "female")) for one in _LOCALES]
    found = ((first in masculine, first in feminine) for masculine, feminine in lists)
    return next((genders for genders in found if any(genders)), (False, False))


def is_given_name(word: str) -> bool:
    """Whether a word, or what it begins with before a hyphen, is a common given name."""
    return any(_genders(plain(word).split("-")[0]))


def is_feminine_name(word: str) -> bool | None:
    """The gender of a given name; None where it is not known or borne by both."""
    masculine, feminine = _genders(plain(word).split("-")[0])
    return None if masculine == feminine else feminine
