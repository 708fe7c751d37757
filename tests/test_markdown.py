"""Text from an article is data: whatever it holds, a builder shows it as it is."""

from __future__ import annotations

import markdown
import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from story.languages.fr.typography import typeset
from story.pages.markdown import attribute_text, escape, link

# More extensions than the site has: an escape must not depend on which ones are on.
EXTENSIONS = [
    "attr_list", "def_list", "footnotes", "toc", "tables", "admonition", "abbr", "md_in_html",
    "fenced_code", "sane_lists", "pymdownx.details", "pymdownx.superfences", "pymdownx.tilde",
    "pymdownx.caret", "pymdownx.mark", "pymdownx.highlight", "pymdownx.inlinehilite",
    "pymdownx.keys", "pymdownx.tabbed", "pymdownx.tasklist", "pymdownx.arithmatex",
    "pymdownx.critic", "pymdownx.snippets",
]  # fmt: skip

HOSTILE = [
    "<script>alert(1)</script>", "{{ config }}", "{% raw %}", "{# note #}", "*a* _b_ **c**", "`code`",
    "[x](javascript:alert(1))", "![x](y)", "<javascript:alert(1)>", "a | b", "!!! note", "??? note",
    "=== tab", "# titre", "- liste", "+ liste", "1. liste", "12) liste", "2024. Un an", "> citation",
    ": définition", "---", "***", "[^1]: note", "[^p1]", "*[HTML]: abréviation", "&amp; &#60;",
    "a\\*b", "~~~", "```", "||touches||", "++ctrl++", "^x^", "~x~", "==x==", "$x$", "{++x++}",
    "--8<-- 'x'", "{: .x }", "# x {: .y }", "http://exemple.fr", "@x", "[ ] à faire", "- [x] fait",
    "    retrait", "fin  ", "a\nb", "<!-- x -->", "&copy;", "=====", "-----", "[TOC]",
]  # fmt: skip


def shown(text: str, around: str = "{}") -> str:
    """What a reader sees of a text, put where a template would."""
    html = markdown.markdown(around.format(escape(text)), extensions=EXTENSIONS)
    soup = BeautifulSoup(html, "html5lib")
    assert soup.body is not None
    elements = {element.name for element in soup.body.select("*")}
    assert elements <= {"p", "h1", "ol", "ul", "li", "blockquote", "strong", "dl", "dt", "dd"}
    return " ".join(soup.body.get_text().split())


@pytest.mark.parametrize("around", ["{}", "# {}", "1. {}", "- {}", "> {}", "**{}**", "Mot\n:   {}"])
@pytest.mark.parametrize("text", HOSTILE)
def test_marks_are_shown(text: str, around: str) -> None:
    """No mark of Markdown, of an extension, of HTML or of a template is interpreted."""
    seen = shown(text, around).removeprefix("Mot ")
    assert seen == " ".join(text.split())


@given(st.text(alphabet=st.characters(min_codepoint=32, max_codepoint=0x2FFF), max_size=60))
def test_any_text_is_shown(text: str) -> None:
    """Whatever the characters, the reader sees them and nothing else."""
    if any(mark in text for mark in "\x7f\u2028\u2029\x85") or not text.strip():
        return
    assert shown("x" + text) == " ".join(("x" + text).split())


def test_attribute_text() -> None:
    """A description cannot leave its attribute."""
    assert attribute_text('R&D "<b>"') == "R&amp;D &quot;&lt;b&gt;&quot;"


def test_link() -> None:
    """An address cannot end its link early, nor its text begin another."""
    html = markdown.markdown(link("a](b", "https://exemple.fr/x(1)?q=<é>&r=%20 y"))
    (anchor,) = BeautifulSoup(html, "html5lib").find_all("a")
    assert anchor.get_text() == "a](b"
    assert anchor["href"] == "https://exemple.fr/x%281%29?q=%3C%C3%A9%3E&r=%20%20y"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("l'offre d'OpenAI", "l’offre d’OpenAI"),
        ("« oui »", "«\u00a0oui\u00a0»"),
        ("«oui»", "«\u00a0oui\u00a0»"),
        ("Quoi ? Non ! Si ; oui", "Quoi\u202f? Non\u202f! Si\u202f; oui"),
        ("Quoi?!", "Quoi\u202f?!"),
        ("ceci : cela", "ceci\u00a0: cela"),
        ("ceci: cela", "ceci\u00a0: cela"),
        ("à 08:00", "à 08:00"),
        ("https://exemple.fr/?a=1", "https://exemple.fr/?a=1"),
        ("97,4 milliards de dollars", "97,4\u00a0milliards de dollars"),
        ("9,9 % de 1 250 €", "9,9\u00a0% de 1\u202f250\u00a0€"),
        ("le 10 février et le 1er mai", "le 10\u00a0février et le 1er\u00a0mai"),
        ("M. Weil", "M.\u00a0Weil"),
        ('"oui" ("non")', "“oui” (“non”)"),
        ('un écran de 27"x', 'un écran de 27"x'),
    ],
)
def test_french_typography(text: str, expected: str) -> None:
    """Spaces, apostrophes and marks are those of French; words stay as they are."""
    assert typeset(text) == expected
