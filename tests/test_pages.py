"""The pages: golden files for a few articles, and what templates may not do."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path
from typing import Any, TypeVar

import pytest

from conftest import content_of
from story.assemble_story import Story, read_story
from story.content_folder import read_content
from story.languages.fr import FRENCH
from story.languages.fr.sentences import sentence_bounds
from story.model import Dossier
from story.pages.make_pages import NAMES, _finalize, make_pages
from story.pages.markdown import Markdown
from story.reading.article_file import read_article
from story.reading.body import fold
from story.typed_yaml.field_types import Entry, keys_of

FIXTURES = Path(__file__).parent / "fixtures"
GOLDEN = sorted((FIXTURES / "golden").iterdir())
T = TypeVar("T", bound=Entry)


@pytest.mark.parametrize("folder", GOLDEN, ids=lambda path: path.name)
def test_golden_pages(folder: Path) -> None:
    """Each folder holds an article and the pages that it must give, to the letter."""
    pages = content_of(folder).pages
    assert [page.name for page in pages] == list(NAMES)
    for page in pages:
        assert page.markdown == (folder / page.name).read_text("utf-8"), page.name


def without(left_out: frozenset[str], entry: T, kind: type) -> T:
    """An entry, and those within it, as if nobody had written these keys, where they may be."""
    changes: dict[str, Any] = {}
    for key in keys_of(kind):
        if not key.needed and key.name in left_out:
            field = next(one for one in dataclasses.fields(kind) if one.name == key.field)
            changes[key.field] = field.default
        elif isinstance(key.holds, type):
            held = getattr(entry, key.field)
            inside = held if key.many else [held] if held else []
            found = tuple(without(left_out, one, key.holds) for one in inside)
            changes[key.field] = found if key.many else found[0] if found else None
    return dataclasses.replace(entry, **changes)


def test_the_first_screen_tells_the_outcome() -> None:
    """With the mark of its proof, and the way to its place in the timeline."""
    folder = FIXTURES / "stories" / "phare"
    story, pages = content_of(folder)
    (event,) = [one for one in story.events if one.id == story.outcome]
    opening = pages[0].markdown.partition("{: .issue }")[0].rpartition("\n\n")[2]
    link = f"[{event.title}](chronologie.md#{event.id})"
    assert re.fullmatch(
        rf"<time [^>]*>11\u00a0février 1997</time> {re.escape(link)}<sup.*\[\^o\d\]\n", opening
    )


@pytest.fixture(scope="module")
def every_section() -> Story:
    """A story with sections of every kind."""
    folder = FIXTURES / "stories" / "phare"
    return content_of(folder).story


OPTIONAL = ("page", "drawing", "note", "url", "title", "role", "side", "label", "date", "dates")


@pytest.mark.parametrize("left_out", [*([one] for one in OPTIONAL), [], OPTIONAL])
def test_no_mark_is_printed(every_section: Story, left_out: list[str]) -> None:
    """Whatever keys an entry has not: what a line says of a text stands right under that text."""
    told = without(frozenset(left_out), every_section, Dossier)
    for page in make_pages(told):
        assert not re.search(r"\n\s*\n *\{:", page.markdown), page.name


def test_who_has_no_side_has_a_title(every_section: Story) -> None:
    """Where others have one, and last; where nobody has one, no title is needed."""
    pages = {page.name: page.markdown for page in make_pages(every_section)}
    assert "Autres" not in pages["qui-est-qui.md"]
    first, second, *rest = every_section.people
    sided = [dataclasses.replace(second, side="Les acheteurs")]
    told = dataclasses.replace(every_section, people=(first, *sided, *rest))
    pages = {page.name: page.markdown for page in make_pages(told)}
    titles = re.findall(r"^(#{3,4}) (.+?) \{", pages["qui-est-qui.md"], re.MULTILINE)
    assert [*dict.fromkeys(level for level, _ in titles)] == ["###", "####"]
    assert [name for _, name in titles] == [
        *("Les acheteurs", second.name, "Autres", first.name),
        *(one.name for one in rest),
    ]


def test_templates_print_nothing_by_accident() -> None:
    """A value that is no text stops the build rather than show as `None`."""
    assert _finalize(FRENCH.typeset, Markdown("*a*")) == "*a*"
    assert _finalize(FRENCH.typeset, "*a !") == "&#42;a\u202f&#33;"
    with pytest.raises(TypeError, match="None"):
        _finalize(FRENCH.typeset, None)


@pytest.mark.parametrize(
    ("sentence", "lead", "informant"),
    [
        ("Il part, selon La Cote.", "Il part", "La Cote"),
        (
            "Il part, d’après des sources, hier.",
            "Il part, d’après des sources, hier.",
            "des sources",
        ),
        ("Il part selon La Cote.", "Il part selon La Cote.", "La Cote"),
        ("Il part.", "Il part.", None),
        (", selon La Cote.", ", selon La Cote.", "La Cote"),
    ],
)
def test_lead(sentence: str, lead: str, informant: str | None) -> None:
    """The first sentence is told without the clause that says who reports it."""
    head = "---\ntitle: Essai\ndate: 2024-05-06\nsource: La Cote\n---\n\n"
    story = read_story(read_article((head + sentence).encode(), "article.fr.md"))
    assert story.draft.lead.exact == lead
    (reported,) = [one for one in story.essentials if one.label == "Selon qui, et quand"]
    assert [one.exact for one in reported.passages] == ([informant] if informant else [])


@pytest.mark.parametrize(
    ("sentence", "statements"),
    [
        (
            "Norval, fondé en 2015, a vendu en 2018.",
            ["Norval, fondé en 2015", "Norval […] a vendu en 2018"],
        ),
        (
            "Il a autorisé, mardi 1er octobre, le rachat.",
            ["Il a autorisé, mardi 1er octobre, le rachat"],
        ),
        ("Entre 2015 et 2018, le chiffre a doublé.", ["Entre 2015 et 2018, le chiffre a doublé"]),
        (
            "Il voit Marc Weil, gérant de Norval, qui part en 2018.",
            ["gérant de Norval, qui part en 2018"],
        ),
    ],
)
def test_statements(sentence: str, statements: list[str]) -> None:
    """What is said of a date is said whole, and no more than that."""
    head = "---\ntitle: Essai\ndate: 2024-05-06\nsource: La Cote\n---\n\n"
    story = read_story(read_article((head + sentence).encode(), "article.fr.md"))
    assert [event.text for event in story.events] == [f"« {words} »" for words in statements]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Un. Deux ! Trois ? Quatre… Cinq", ["Un.", "Deux !", "Trois ?", "Quatre…", "Cinq"]),
        ("M. Weil et Mme. Roy, p. 3. Fin.", ["M. Weil et Mme. Roy, p. 3.", "Fin."]),
        ("Yahoo! recule. J. Weil aussi.", ["Yahoo! recule.", "J. Weil aussi."]),
        ("Il dit « Un. Deux. » Puis rien.", ["Il dit « Un. Deux. »", "Puis rien."]),
        ("Il dit « Un. Deux. » et part.", ["Il dit « Un. Deux. » et part."]),
        ("Fin. « Début », dit-il.", ["Fin.", "« Début », dit-il."]),
        ("Fin. 12 morts.", ["Fin.", "12 morts."]),
    ],
)
def test_sentences(text: str, sentences: list[str]) -> None:
    """Sentences end where readers end them; a quotation is never cut."""
    quoted = [(text.index("«"), text.index("»") + 1)] if "«" in text else []
    assert [text[start:end] for start, end in sentence_bounds(fold(text), quoted)] == sentences


def test_after_without_events(tmp_path: Path) -> None:
    """An article without a date, and a dossier that only says what came later, have their timeline."""
    head = "---\ntitle: Essai\ndate: 2024-05-06\nsource: La Cote\n---\n\n"
    (tmp_path / "article.fr.md").write_text(f"{head}Rien de neuf.\n", "utf-8")
    (tmp_path / "sources.yml").write_text(
        "note:\n  publisher: La Note\n  date: 2025-03-02\n  language: fr\n"
        '  passages:\n    - "tout est neuf"\n',
        "utf-8",
    )
    (tmp_path / "dossier.fr.yml").write_text(
        'after:\n  - {id: neuf, date: 2025-03-02, title: "Tout est neuf", text: "Tout est neuf.",'
        ' evidence: [{source: note, passage: "tout est neuf"}]}\n'
        'set_aside:\n  - {article: "Rien de neuf.", reason: "essai"}\n',
        "utf-8",
    )
    pages = {page.name: page.markdown for page in read_content(tmp_path, tmp_path).pages}
    assert "## Après 2024 {: #apres }" in pages["chronologie.md"]
