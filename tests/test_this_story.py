"""What is asked of the story that lives in content/ alone: delete this file when another moves in."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import yaml
from bs4 import BeautifulSoup

from conftest import WHOLE
from story.content_folder import read_cards, read_content
from story.model import Legal
from story.reading.body import fold, squeeze
from story.reading.import_clipping import import_clipping
from test_dossier import passages_in

ROOT = Path(__file__).parent.parent
CONTENT = ROOT / "content"


def test_the_tests_read_this_story() -> None:
    """While it lives here, what is tried on a whole story is tried on this one, to the letter."""
    for copy in sorted(WHOLE.iterdir()):
        told = f"cp content/{copy.name} {WHOLE.relative_to(ROOT)}/"
        assert copy.read_bytes() == (CONTENT / copy.name).read_bytes(), told
    here = {path.name for path in CONTENT.iterdir() if path.is_file()}
    assert here == {path.name for path in WHOLE.iterdir()} | {"anchors.lock"}


def test_the_article() -> None:
    """The article in content/ is what the import makes of the clipping, once read by a person."""
    raw = (ROOT / "tests" / "fixtures" / "clippings" / "article-brut.fr.txt").read_bytes()
    imported = import_clipping(raw, "article-brut.fr.txt")
    assert imported.text == (CONTENT / "article.fr.md").read_text("utf-8")
    assert imported.notices == ("le corps était collé deux fois\u202f; il est gardé une fois",)


def test_no_passage_is_written_twice() -> None:
    """One that supports several statements has a name; all of them use it."""
    content = yaml.safe_load((CONTENT / "dossier.fr.yml").read_text("utf-8"))
    counts = Counter(passages_in(content | {"set_aside": []}))
    assert [passage for passage, count in counts.items() if count > 1] == []


def test_the_samples_of_our_own_dossier() -> None:
    """Uncommented as they are, they publish nothing."""
    lines = (CONTENT / "dossier.fr.yml").read_text("utf-8").splitlines()
    sample = [line.removeprefix("#   ") for line in lines if line.startswith("#   ")]
    values = yaml.safe_load("\n".join(sample))
    assert len(values) == len(Legal().blanks()) == len(Legal(**values).blanks())


def test_the_article_is_quoted_shortly() -> None:
    """With their surroundings, no page shows more than a third of the article, the site two thirds."""
    content = read_content(CONTENT, ROOT)
    body = content.story.article.body.text
    every: set[int] = set()
    for page in content.pages:
        shown: set[int] = set()
        for note in re.findall(r"<b>A</b> «&nbsp;(.*?)&nbsp;» — [^«]*paragraphe", page.markdown):
            text = squeeze(BeautifulSoup(note, "html5lib").get_text().replace("…", "")).strip()
            start = squeeze_quotes(fold(body)).find(squeeze_quotes(text))
            assert start >= 0, text
            shown |= set(range(start, start + len(text)))
        assert len(shown) / len(body) <= 1 / 3, page.name
        every |= shown
    assert 0 < len(every) / len(body) <= 2 / 3


def squeeze_quotes(text: str) -> str:
    """The text with one kind of quotation marks."""
    return re.sub("[“”]", '"', text)


def test_it_is_whole() -> None:
    """Its cards are of its content, and the method's page says what the check does not see."""
    story = read_content(CONTENT, ROOT).story
    assert read_cards(CONTENT, story)[1] == []
    assert len(story.trials) > 15
    assert len(story.draft.sentences) == 9
    assert story.unused == ()
    for name in ("dossier", "sources"):
        (path,) = CONTENT.glob(f"{name}*.yml")
        first = f"# yaml-language-server: $schema=schema/{name}.json\n"
        assert path.read_text("utf-8").startswith(first)
