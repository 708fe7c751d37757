"""What a person is told who mistyped YAML, or a word that is one of a few."""

import difflib
import re
from collections.abc import Collection

import yaml


def closest(word: str, known: Collection[str]) -> str | None:
    """The known word that was meant, if one is near."""
    return next(iter(difflib.get_close_matches(word.lower(), known, n=1)), None)


def suggestion(word: str, known: Collection[str], others: str = "les clés possibles sont") -> str:
    """What to say of a word that is not among the known ones."""
    if close := closest(word, known):
        return f"vouliez-vous dire « {close} » ?"
    return f"{others} {', '.join(known)}" if known else "rien de tel dans le contenu"


_PAIR = "« clé: valeur »"
_NO_COLON = "il manque « : »", _PAIR
_NOT_CLOSED = "le guillemet ouvert ici ne se ferme pas", '« " » en fin de valeur'
_CLOSED_EARLY = "le guillemet ouvert ici se ferme avant la fin de la valeur"
_RESERVED = "la valeur commence par un signe que YAML se réserve", "la valeur entre guillemets"
_NO_BREAK = "une espace insécable, où YAML en veut une autre", "une espace ordinaire"
_STRAIGHT = 'des guillemets droits, « " », autour de la valeur'
_OTHER_MARKS = "ces guillemets ne sont pas ceux de YAML", _STRAIGHT
# What PyYAML says (a part of it), and what that is to the person who wrote the file.
_EXPLANATIONS = (
    ("mapping values", ("un « : » de trop, ou un retrait de trop", "la valeur entre guillemets")),
    ("could not find expected ':'", _NO_COLON),
    ("found character '\\t'", ("une tabulation dans le retrait", "des espaces")),
    ("cannot start any token", _RESERVED),
    (
        "escape",
        ("une barre oblique inverse dans un texte entre guillemets", "« \\\\ » pour la montrer"),
    ),
    ("<document start>", ("le retrait ne suit pas", "le même retrait que la première ligne")),
    ("expected the node content", ("il manque une valeur, ou un crochet fermant", _PAIR)),
    ("expected ',' or ", ("la liste n’est pas finie", "« , » ou le crochet fermant")),
    ("expected <block end>", ("le retrait ne suit pas", "le même retrait que les clés voisines")),
    ("another document", ("une ligne « --- » coupe le fichier", "un seul bloc")),
)
_START = r"\s*(?:- )*(?:[\w-]+:\s+)?"
_VALUE = r"(?:\s*(?:- )*[\w-]+:\s+|\s*- )"
_NO_BREAK_SPACE = r" *(?:(?:- *)*|(?:- )*[\w-]+:|.*[{,] *[\w-]+:)[\u00a0\u202f]"
# What a line looks like that explains why YAML stopped at the next one (where it said this), ...
_BEFORE = (
    ("", _NO_BREAK_SPACE, _NO_BREAK),
    ("mapping values", r"\s*(?:- )?[\w-]+(?:\s*(?:=.*)?|\s+[\"'].*)$", _NO_COLON),
    ("mapping values", r"\s*(?:- )?[\w-]+:[\"'\w]", ("il manque une espace après « : »", _PAIR)),
    ("block end", r"\s*\{.*\}\s*$", ("il manque « - »", "« - … » à chaque élément")),
)
# ... or at itself.
_AT = (
    ("", _NO_BREAK_SPACE, _NO_BREAK),
    ("", r"\s*-[{\[\"'\w]", ("il manque une espace après « - »", "« - … »")),
    (
        "",
        r"[^{]*\}\s*$|[^\[]*\]\s*$",
        ("une liste se ferme, qui ne s’est pas ouverte", "le crochet ouvrant, ou rien"),
    ),
    ("", rf'{_VALUE}"(?:[^"\\]|\\.)*"\s*[^\s#:]', (_CLOSED_EARLY, '« … » au-dedans, ou « \\" »')),
    ("", rf"{_VALUE}'(?:[^']|'')*'\s*[^\s#:]", (_CLOSED_EARLY, "« ’ » au-dedans, ou « '' »")),
    ("", rf"{_START}[“”„«‘]", _OTHER_MARKS),
    ("", rf"{_VALUE}(?:[-*>|?](?=\s+\S)|\[[^\]]*\]\s*[^\s#]|\{{[^}}]*\}}\s*[^\s#])", _RESERVED),
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
    for line, known in ((at - 1, _BEFORE), (at, _AT)):
        for part, pattern, told in known if line >= 0 else ():
            if part in said and re.match(pattern, lines[line]):
                return line, *told
    if error.context_mark and ("expected ',' or " in said or "expected ':'" in said):
        at = error.context_mark.line
        if lines[at].replace('\\"', "").count('"') % 2:
            return at, *_NOT_CLOSED
    for part, told in _EXPLANATIONS:
        if part in said:
            return at, *told
    expected = f"{_PAIR} à chaque ligne, la valeur entre guillemets si elle a des signes"
    return at, "ce n’est pas du YAML valide", expected


_KEY_AND_VALUE = re.compile(r"""\s*(?:- )?(?:[\w-]+:\s|- )\s*(?P<mark>["'])(?P<rest>.*)$""")
_KEY = re.compile(r"\s*(?:- )*(?:[\w-]+:(?:\s|$)|- |[{#])")


def _open_quotation(source: str) -> int | None:
    """The first line (from 1) whose value opens a quotation that goes on over the next key.

    Asked only of a file that is no YAML: a value may run over lines, and hold such words.
    """
    lines = source.split("\n")
    for number, line in enumerate(lines, 1):
        if match := _KEY_AND_VALUE.match(line):
            mark = match["mark"]
            end = next(
                (at for at in range(number, len(lines)) if _KEY.match(lines[at])), len(lines)
            )
            value = "\n".join((match["rest"], *lines[number:end]))
            if mark not in value.replace(f"\\{mark}", "").replace("''", ""):
                return number
    return None
