"""The languages in which articles are read.

A language is a folder: a new one is added by writing its functions and naming it here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from story.languages.fr import FRENCH

if TYPE_CHECKING:
    from story.languages.language import Language

LANGUAGES: dict[str, Language] = {language.code: language for language in (FRENCH,)}
