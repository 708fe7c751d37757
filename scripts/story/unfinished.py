"""Words that hold the place of others: what people type to come back to, what `--draft` writes."""

import re

from story.faults import Fault

TO_DECIDE = "À décider."
SAMPLES = {
    "name": "Le nom du site",
    "tagline": "ce qui suit ce nom dans le titre de l’accueil",
    "description": "Le site en une phrase.",
    "title": "Le titre de l’accueil",
    "theme": "Un thème",
}
"""What the first dossier proposes for keys that only a person can fill."""

_LATER = r"[àa] (?:compl[ée]ter|remplir|pr[ée]ciser|v[ée]rifier|r[ée]diger|d[ée]cider|traduire)"
_PLACEHOLDER = re.compile(
    rf"\b(?:TODO|FIXME|TBD|XXX+)\b|(?i:\blorem ipsum\b|[\[{{<(] *{_LATER}\b[^\])}}>]*[\])}}>]?)"
)
# A whole value that says as much, or has no word at all.
_NO_TEXT = re.compile(rf"{_LATER}[ .:…]*|[^\w]+", re.IGNORECASE)


def placeholder(text: str) -> str:
    """The first words of a text that hold the place of others; "" where none do."""
    match = _PLACEHOLDER.search(text)
    return match[0] if match else ""


def unwritten(value: str) -> str:
    """The same of a whole value, which may be a sample or have no word."""
    if value in {TO_DECIDE, *SAMPLES.values()} or _NO_TEXT.fullmatch(value):
        return value
    return placeholder(value)


def unfinished(words: str, path: str, line: int) -> Fault:
    """What is said of such words."""
    return Fault(path, line, f"« {words} » tient lieu de texte", "le texte que les lecteurs liront")
