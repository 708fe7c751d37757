"""Given names: they tell the gender. Most come from Faker, which has lists of them by country.

They are a help and no condition: a name that is not here is read by what stands around it.
"""

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
    """abdel abdou abdoulaye anatole anselme arsene aubin barnabe bento blaise cheikh emeka esteve
    evariste evgueni firmin flavien gonzague goulven hilaire idriss isidore jaouen kamel kenji kwame
    lancelot nicephore octave oleksandr ousmane patxi raoul reto ronan salif sidney souleymane
    sylvestre tancrede taylor tidiane toussaint tunde valery virgile wilfrid
    will zephyrin""".split()
)
_FEMININE = frozenset(
    """aissatou alienor armelle auriane awa cali calypso enora fanta fatou fatoumata faustine
    gulnara isaure laurette mariama maryvonne mathurine nolwenn noriko ombeline ondine perpetue
    philomene regula rosalba rosine samia sixtine soizic ysolde""".split()
)
_EITHER = frozenset("""ange lou morgane noa pat robin""".split())

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
