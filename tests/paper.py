"""The text of printed pages."""

from __future__ import annotations

import io
import re

from pypdf import PdfReader


def sheets_of(printed: bytes) -> list[str]:
    """The text of each sheet of a PDF."""
    return [sheet.extract_text() for sheet in PdfReader(io.BytesIO(printed)).pages]


def without_blanks(text: str) -> str:
    """The text as it can be compared: no blanks, no soft hyphens, ligatures parted."""
    for ligature, letters in {"ﬁ": "fi", "ﬂ": "fl", "ﬀ": "ff", "ﬃ": "ffi"}.items():
        text = text.replace(ligature, letters)
    return re.sub(r"[\s\u00ad]+", "", text)
