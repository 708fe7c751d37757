"""French: months and currencies, numbers in words, verbs of speech, names, typography.

All that depends on the language stands in this folder; the rest of the package does not know it.
Names of months, weekdays and currencies come from CLDR, the Unicode locale data, through Babel.
"""

from story.languages.fr.action_words import ACTIONS, COMMON, NEGATION, QUALIFIERS
from story.languages.fr.find_amounts import find_amounts, find_doubtful
from story.languages.fr.find_dates import find_dates, find_misdated
from story.languages.fr.find_people import find_people
from story.languages.fr.numbers import find_numbers
from story.languages.fr.sentences import clause_around, find_informant, sentence_bounds
from story.languages.fr.typography import (
    find_bad_elisions,
    language_name,
    show_date,
    show_weekday,
    typeset,
)
from story.languages.fr.who_speaks import attribute
from story.languages.language import Language

FRENCH = Language(
    code="fr",
    sentence_bounds=sentence_bounds,
    find_dates=find_dates,
    find_misdated=find_misdated,
    find_bad_elisions=find_bad_elisions,
    find_amounts=find_amounts,
    find_doubtful=find_doubtful,
    find_numbers=find_numbers,
    common=COMMON,
    negation=NEGATION,
    actions=ACTIONS,
    qualifiers=QUALIFIERS,
    find_people=find_people,
    attribute=attribute,
    find_informant=find_informant,
    clause_around=clause_around,
    typeset=typeset,
    show_date=show_date,
    show_weekday=show_weekday,
    language_name=language_name,
)
