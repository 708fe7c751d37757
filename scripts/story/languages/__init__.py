"""The languages in which articles are read.

A language is a folder: a new one is added by writing its functions and naming it here.
"""

from story.languages.en import ENGLISH
from story.languages.fr import FRENCH
from story.languages.language import Figures, Language

LANGUAGES: dict[str, Language] = {language.code: language for language in (FRENCH,)}
# Languages of sources: their figures are compared with those of our statements.
FIGURES: dict[str, Figures] = LANGUAGES | {ENGLISH.code: ENGLISH}
