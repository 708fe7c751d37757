"""The text of a file of the content: its encoding, and characters that nobody sees."""

import re
import unicodedata
from collections.abc import Iterable

from story.faults import ContentError, Fault

_UNSEEN = {"Cc", "Cf", "Zl", "Zp", "Cs", "Co", "Cn"}
_LIGATURES = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}
# Two bytes of UTF-8 that were read as two letters of Windows-1252.
_MISREAD = (
    re.compile("(?:[ÂÃ]|â€)[\u0080-\u00bfŒœŠšŸŽžƒˆ˜\u2013-\u203a€™]"),
    "« {} » vient d’un autre codage, lu de travers",
    "la lettre accentuée ou le signe qui était là",
)
# What git leaves in a file: the marks around two versions, or one of them that was overlooked.
_UNMERGED = (
    re.compile(
        r"^<{7}(?: .*)?\n(?:(?s:.*?)^>{7}(?: .*)?$)?|^(?:>{7}|\|{7})(?: .*)?$|^={7}$", re.MULTILINE
    ),
    "« {} »\u00a0: deux versions, que git n’a pas su réunir",
    "l’une des deux, sans ces marques",
)
REPLACEMENT = "\ufffd"


def decode(data: bytes, path: str, *, pasted: bool = False) -> str:
    """The text of a file, with line feeds alone at the ends of lines and without a byte order mark.

    Accents are composed with their letters and ligatures taken apart (`é` and `fi` in a file that
    comes from macOS or a PDF): its lines stay the same.

    Raises ContentError where the bytes are not UTF-8, or were another encoding's once, and where a
    merge has left two versions; in a pasted text, lines like its marks are rules.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        problem = f"l’octet 0x{data[error.start]:02X} n’est pas de l’UTF-8"
        fault = Fault(path, line, problem, "un fichier enregistré en UTF-8")
        raise ContentError([fault]) from error
    text = text.translate(_LIGATURES).replace("\r\n", "\n").replace("\r", "\n")
    text = unicodedata.normalize("NFC", text)
    if spoilt := [
        Fault(
            path,
            text.count("\n", 0, match.start()) + 1,
            problem.format(match[0].partition("\n")[0]),
            expected,
        )
        for pattern, problem, expected in (_MISREAD, *(() if pasted else (_UNMERGED,)))
        for match in pattern.finditer(text)
    ]:
        raise ContentError(spoilt)
    return text


def is_unseen(char: str) -> bool:
    """Whether a character is invisible or reorders the text around it.

    The categories are Unicode's: Cc and Cf (control, format: bidirectional marks among them),
    Zl and Zp (line and paragraph separators), Cs, Co and Cn (surrogate, private, unassigned).
    """
    return char not in "\t\n" and unicodedata.category(char) in _UNSEEN


def without_unseen(text: str) -> str:
    """The text with a visible sign for each character that nobody sees: the same places."""
    return "".join(REPLACEMENT if is_unseen(char) else char for char in text)


def unseen_faults(lines: Iterable[str], path: str, first_line: int = 1) -> list[Fault]:
    """A fault for each such character; `first_line` is the first line's number in the file."""
    return [
        Fault(
            path,
            number,
            f"caractère invisible U+{ord(char):04X} ({unicodedata.name(char, 'sans nom')})",
            "un texte sans caractère de contrôle ni marque de sens d’écriture",
        )
        for number, line in enumerate(lines, first_line)
        if not line.isprintable()  # asked at once of a whole line: most need no closer look
        for char in line
        if is_unseen(char)
    ]
