"""Promises for any text at all: a story or faults with their lines, and no word lost."""

from __future__ import annotations

import json
import re
import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from story.assemble_story import Story, read_story
from story.faults import ContentError
from story.json_output import story_to_json
from story.pages.make_pages import NAMES, make_pages
from story.reading.article_file import read_article
from story.reading.body import squeeze
from story.reading.clipping_lines import is_emoji
from story.reading.decoding import is_unseen
from story.reading.import_clipping import import_clipping

HEAD = "---\ntitle: Essai\ndate: 2024-05-06\nsource: La Cote\n---\n"
# Pieces of articles, to be put together in ways that nobody would.
PIECES = st.sampled_from(
    """Anne Le Goff|, présidente de Vestralys,| a déclaré| : |«| »|"|“|”| selon |Selon |, |. |\n|\n\n|
    |en 2015|le 3 mars 2024|1er avril|entre 2016 et 2019|97,4 milliards de dollars|5 Md€|$75 millions|
    |a-t-elle indiqué|ce dernier|qui| et d’ajouter : |M. |Mme |L'|d'|OpenAI|xAI|2 000 salariés|–|
    |---|title: |<b>|{{ x }}|[un lien](https://lien.example/a)|![vue](b.png)|# |**gras**|*|_|#|'|’|\u00a0|\u202f|\u200b|\x00|é|Ünïcödé|trois cents |un |
    |rapport |lundi 10 février|(2019)|des années 1990|vers |avant |après |…|!|?|:|;|&|\\|\r\n|\t""".split(
        "|"
    )
)
TEXTS = st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=200)


def in_range(error: ContentError, text: str) -> bool:
    """Whether every fault names a line of the text."""
    last = len(re.split(r"\r\n|\r|\n", text))
    return bool(error.faults) and all(1 <= fault.line <= last for fault in error.faults)


@pytest.mark.slow
@given(TEXTS)
@example("« » « Oui », a dit M.")
@settings(max_examples=300)
def test_any_body_gives_a_story_or_faults(body: str) -> None:
    """Any text gives a story with true passages and pages, or faults with their lines."""
    text = HEAD + body
    try:
        story = read_story(read_article(text.encode(errors="replace"), "article.fr.md"))
    except ContentError as error:
        faults = error
    else:
        check_story(story)
        return
    assert in_range(faults, text)


def check_story(story: Story) -> None:
    """Every passage of a story stands where it is said to stand, and its pages can be made."""
    exported = json.loads(story_to_json(story))
    canonical = exported["article"]["body"]
    for kind in ("events", "exchange", "amounts", "people"):
        for item in exported[kind]:
            for passage in item["evidence"]:
                assert canonical[passage["start"] : passage["end"]] == passage["exact"]
    assert len(make_pages(story)) == len(NAMES)


@given(TEXTS | st.binary(max_size=200))
@settings(max_examples=300)
def test_any_file_gives_an_article_or_faults(data: str | bytes) -> None:
    """Any bytes at all give an article or faults, never another error."""
    raw = data if isinstance(data, bytes) else data.encode(errors="replace")
    try:
        read_article(raw, "article.fr.md")
    except ContentError as error:
        faults = error
    else:
        return
    assert in_range(faults, raw.decode(errors="replace"))


@given(st.lists(TEXTS, min_size=1, max_size=4))
@example(["# a déclaré[x](y)"])
@settings(max_examples=200)
def test_import_loses_no_word(paragraphs: list[str]) -> None:
    """Imported and read again, a clipping has all its words, or says which it took out."""
    raw = "\n".join(["12 février 2025", "Un titre.", *paragraphs, "Source : La Cote"])
    try:
        imported = import_clipping(raw.encode(errors="replace"), "c.txt")
        article = read_article(imported.text.encode(), "article.fr.md")
    except ContentError:
        return  # what is refused loses nothing
    told = " ".join(imported.notices)
    kept = squeeze(f"{article.title} {article.deck or ''} {article.body.text} {told}").split()
    # What cannot be seen may part two words or not, as the marks of a link do, which part its
    # words from its address: each piece is kept, in its order or said.
    shown = "".join(
        char if char not in "\r\n" and not (is_unseen(char) or is_emoji(char)) else " "
        for char in "\n".join(
            line.replace("![", "[") for line in raw.splitlines()[1:] if "ource" not in line
        )
    )
    together = bare("".join(kept).translate(dict.fromkeys(map(ord, "[]()"))))
    # A line that breaks inside a word ends in a hyphen, which goes where the word is mended.
    words = [bare(word).rstrip("-") for word in re.split(r"[][() ]+", squeeze(shown))]
    assert [word for word in words if word not in together] == []


def bare(word: str) -> str:
    """A word, composed, its ligatures apart, without the marks that Markdown puts around it."""
    apart = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}
    return unicodedata.normalize("NFC", word.translate(apart)).translate(
        dict.fromkeys(map(ord, "*_#>"))
    )
