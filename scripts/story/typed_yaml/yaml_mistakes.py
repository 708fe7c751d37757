"""What a person is told who mistyped YAML, or a word that is one of a few."""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING

import yaml

if TYPE_CHECKING:
    from collections.abc import Collection


def closest(word: str, known: Collection[str]) -> str | None:
    """The known word that was meant, if one is near."""
    return next(iter(difflib.get_close_matches(word.lower(), known, n=1)), None)


def suggestion(word: str, known: Collection[str], others: str = "les clés possibles sont") -> str:
    """What to say of a word that is not among the known ones."""
    if close := closest(word, known):
        return f"vouliez-vous dire « {close} » ?"
    return f"{others} {', '.join(known)}" if known else "rien de tel dans le contenu"


# What PyYAML says (a part of it), and what that is to the person who wrote the file.
_EXPLANATIONS = (
    (
        "mapping values are not allowed",
        "un « : » de trop, ou un retrait de trop",
        "la valeur entre guillemets",
    ),
    ("could not find expected ':'", "il manque « : »", "« clé: valeur »"),
    (
        "found character '\\t'",
        "une tabulation dans le retrait",
        "des espaces",
    ),
    (
        "cannot start any token",
        "la valeur commence par un signe que YAML se réserve",
        "la valeur entre guillemets",
    ),
    (
        "unknown escape character",
        "une barre oblique inverse dans un texte entre guillemets",
        "« \\\\ » pour la montrer",
    ),
    ("expected the node content", "il manque une valeur, ou un crochet fermant", "« clé: valeur »"),
    ("expected ',' or ", "la liste n’est pas finie", "« , » ou le crochet fermant"),
    ("expected <block end>", "le retrait ne suit pas", "le même retrait que les clés voisines"),
    ("another document", "une ligne « --- » coupe le fichier", "un seul bloc"),
)


def explained(source: str, error: yaml.MarkedYAMLError) -> tuple[int, str, str]:
    """The line (from 0) where the mistake is, what it is, and what is expected."""
    if open_line := _open_quotation(source):
        return open_line - 1, "le guillemet ouvert ici ne se ferme pas", '« " » en fin de valeur'
    try:
        # In Python: it says more than the same in C.
        yaml.compose(source, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as slower:
        error = slower
    mark = error.problem_mark or error.context_mark
    said = str(error.problem)
    inside_flow = "expected ',' or " in said and error.context_mark
    place = error.context_mark if inside_flow or "expected ':'" in said else mark
    lines = source.split("\n")
    if mark and "mapping values" in said:
        before = lines[max(mark.line - 1, 0)]
        if _KEY_ALONE.fullmatch(before):
            return mark.line - 1, "il manque « : »", "« clé: valeur »"
        if _NO_SPACE.match(before):
            return mark.line - 1, "il manque une espace après « : »", "« clé: valeur »"
    for pattern, problem, expected in _BAD_LINES:
        if mark and pattern.match(lines[mark.line]):
            return mark.line, problem, expected
    for part, problem, expected in _EXPLANATIONS:
        if part in said:
            return place.line if place else 0, problem, expected
    expected = "« clé: valeur » à chaque ligne, la valeur entre guillemets si elle a des signes"
    return mark.line if mark else 0, "ce n’est pas du YAML valide", expected


_KEY_ALONE = re.compile(r"\s*(?:- )?[\w-]+\s*")
_NO_SPACE = re.compile(r"""\s*(?:- )?[\w-]+:["'\w]""")
# Lines that explain why YAML stopped at them.
_BAD_LINES = tuple(
    (re.compile(pattern), problem, expected)
    for pattern, problem, expected in (
        (
            r"""\s*(?:- )?[\w-]+:\s+"(?:[^"\\]|\\.)*"\s*[^\s#]""",
            "le guillemet ouvert ici se ferme avant la fin de la valeur",
            '« … » au-dedans, ou « \\" »',
        ),
        (
            r"\s*(?:- )*(?:[\w-]+:\s+)?[“”„«‘]",
            "ces guillemets ne sont pas ceux de YAML",
            'des guillemets droits, « " », autour de la valeur',
        ),
    )
)
_KEY_AND_VALUE = re.compile(r"""\s*(?:- )?(?:[\w-]+:\s|- )\s*(?P<mark>["'])(?P<rest>.*)$""")


def _open_quotation(source: str) -> int | None:
    """The first line (from 1) whose value opens a quotation that the line does not close.

    Asked only of a file that is no YAML: a value may run over lines where the file is sound.
    """
    for number, line in enumerate(source.split("\n"), 1):
        match = _KEY_AND_VALUE.match(line)
        if match is None:
            continue
        rest = match["rest"].replace("\\" + match["mark"], "").replace("''", "")
        if match["mark"] not in rest:
            return number
    return None
