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
        "escape",
        "une barre oblique inverse dans un texte entre guillemets",
        "« \\\\ » pour la montrer",
    ),
    ("<document start>", "le retrait ne suit pas", "le même retrait que la première ligne"),
    ("expected the node content", "il manque une valeur, ou un crochet fermant", "« clé: valeur »"),
    ("expected ',' or ", "la liste n’est pas finie", "« , » ou le crochet fermant"),
    ("expected <block end>", "le retrait ne suit pas", "le même retrait que les clés voisines"),
    ("another document", "une ligne « --- » coupe le fichier", "un seul bloc"),
)


def explained(source: str, error: yaml.MarkedYAMLError) -> tuple[int, str, str]:
    """The line (from 0) where the mistake is, what it is, and what is expected."""
    if open_line := _open_quotation(source):
        return open_line - 1, *_NOT_CLOSED
    try:
        # In Python: it says more than the same in C.
        yaml.compose(source, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as slower:
        error = slower
    said = str(error.problem)
    mark = error.problem_mark or error.context_mark
    lines = source.split("\n")
    at = min(mark.line, len(lines) - 1) if mark else 0
    for back, part, pattern, problem, expected in _LINES:
        if part in said and at >= back and pattern.match(lines[at - back]):
            return at - back, problem, expected
    if error.context_mark and ("expected ',' or " in said or "expected ':'" in said):
        at = error.context_mark.line
        if lines[at].replace('\\"', "").count('"') % 2:
            return at, *_NOT_CLOSED
    for part, problem, expected in _EXPLANATIONS:
        if part in said:
            return at, problem, expected
    expected = "« clé: valeur » à chaque ligne, la valeur entre guillemets si elle a des signes"
    return at, "ce n’est pas du YAML valide", expected


_NOT_CLOSED = "le guillemet ouvert ici ne se ferme pas", '« " » en fin de valeur'
_CLOSED_EARLY = "le guillemet ouvert ici se ferme avant la fin de la valeur"
_KEY = r"\s*(?:- )*[\w-]+:\s+"
# Lines that explain why YAML stopped at them, or at the next: how far back, a part of what PyYAML
# says, what the line looks like, and what that is to the person who wrote it.
_LINES = tuple(
    (back, part, re.compile(pattern), problem, expected)
    for back, part, pattern, problem, expected in (
        *(
            (
                back,
                "",
                r" *(?:(?:- *)*|(?:- )*[\w-]+:|.*[{,] *[\w-]+:)[\u00a0\u202f]",
                "une espace insécable, où YAML en veut une autre",
                "une espace ordinaire",
            )
            for back in (1, 0)
        ),
        (
            1,
            "mapping values",
            r"\s*(?:- )?[\w-]+\s*(?:=.*)?$",
            "il manque « : »",
            "« clé: valeur »",
        ),
        (
            1,
            "mapping values",
            r"""\s*(?:- )?[\w-]+:["'\w]""",
            "il manque une espace après « : »",
            "« clé: valeur »",
        ),
        (0, "", r"""\s*-[{\["'\w]""", "il manque une espace après « - »", "« - … »"),
        (1, "block end", r"\s*\{.*\}\s*$", "il manque « - »", "« - … » à chaque élément"),
        (
            0,
            "",
            r"[^{]*\}\s*$|[^\[]*\]\s*$",
            "une liste se ferme, qui ne s’est pas ouverte",
            "le crochet ouvrant, ou rien",
        ),
        (
            0,
            "",
            rf"(?:{_KEY}|\s*- )\"(?:[^\"\\]|\\.)*\"\s*[^\s#:]",
            _CLOSED_EARLY,
            '« … » au-dedans, ou « \\" »',
        ),
        (
            0,
            "",
            rf"(?:{_KEY}|\s*- )'(?:[^']|'')*'\s*[^\s#:]",
            _CLOSED_EARLY,
            "« ’ » au-dedans, ou « '' »",
        ),
        (
            0,
            "",
            rf"(?:{_KEY}|\s*(?:- )*)[“”„«‘]",
            "ces guillemets ne sont pas ceux de YAML",
            'des guillemets droits, « " », autour de la valeur',
        ),
        (
            0,
            "",
            rf"{_KEY}(?:[-*>|?](?=\s+\S)|\[[^\]]*\]\s*[^\s#]|\{{[^}}]*\}}\s*[^\s#])",
            "la valeur commence par un signe que YAML se réserve",
            "la valeur entre guillemets",
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
