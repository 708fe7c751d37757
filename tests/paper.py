"""The text of printed pages."""

from __future__ import annotations

import re
from ctypes import c_double

from pypdfium2 import PdfDocument
from pypdfium2.raw import FPDFText_GetCharOrigin


def sheets_of(printed: bytes) -> list[str]:
    """The text of each sheet of a PDF."""
    # A hyphen at the end of a line is a sign of its own.
    texts = (sheet.get_textpage().get_text_range() for sheet in PdfDocument(printed))
    return [text.replace("\ufffe", "-") for text in texts]


def end_of(printed: bytes) -> str:
    """The text of the last sheet from top to bottom: what columns hold is painted later than it stands."""
    sheets = PdfDocument(printed)
    text = sheets[len(sheets) - 1].get_textpage()
    x, y = c_double(), c_double()
    placed = []
    for number in range(text.count_chars()):
        FPDFText_GetCharOrigin(text, number, x, y)
        placed.append((-round(y.value), x.value, text.get_text_range(number, 1)))
    return "".join(char for *_, char in sorted(placed)).replace("\ufffe", "-")


def without_blanks(text: str) -> str:
    """The text as it can be compared: no blanks, no soft hyphens, ligatures parted."""
    for ligature, letters in {"ﬁ": "fi", "ﬂ": "fl", "ﬀ": "ff", "ﬃ": "ffi"}.items():
        text = text.replace(ligature, letters)
    return re.sub(r"[\s\u00ad]+", "", text)
