"""The text of printed pages."""

from __future__ import annotations

import io
import re

from pypdf import PdfReader


def sheets_of(printed: bytes) -> list[str]:
    """The text of each sheet of a PDF."""
    return [sheet.extract_text() for sheet in PdfReader(io.BytesIO(printed)).pages]


def end_of(printed: bytes) -> str:
    """The text of the last sheet from top to bottom: what columns hold is painted later than it stands."""
    found: list[tuple[float, float, str]] = []

    def visit(text: str, page: list[float], line: list[float], *_: object) -> None:
        x = line[4] * page[0] + line[5] * page[2] + page[4]
        y = line[4] * page[1] + line[5] * page[3] + page[5]
        found.append((-round(y), x, text))

    PdfReader(io.BytesIO(printed)).pages[-1].extract_text(visitor_text=visit)
    return "".join(text for _, _, text in sorted(found))


def without_blanks(text: str) -> str:
    """The text as it can be compared: no blanks, no soft hyphens, ligatures parted."""
    for ligature, letters in {"ﬁ": "fi", "ﬂ": "fl", "ﬀ": "ff", "ﬃ": "ffi"}.items():
        text = text.replace(ligature, letters)
    return re.sub(r"[\s\u00ad]+", "", text)
