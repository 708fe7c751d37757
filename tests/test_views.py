"""What views prepare, where neither of the two stories asks for it."""

from __future__ import annotations

import dataclasses
import datetime
import re
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest

from conftest import WHOLE, content_of
from story.content_folder import read_content
from story.edtf_date import EdtfDate
from story.exports.addresses import Addresses
from story.languages.fr import FRENCH
from story.model import Amount, AmountGroup, Chapter, Drawing, Edge, Event, Person, Statement
from story.pages.drawings import (
    Way,
    draw_bars,
    draw_paths,
    draw_spans,
    draw_structure,
)
from story.pages.views.amounts import bars
from story.pages.views.home import _days, _when, span_of
from story.pages.views.timeline import _crowd, _empty_days
from story.pages.views.view import View, address_from
from story.pages.views.who_is_who import _rows

if TYPE_CHECKING:
    from story.assemble_story import Story
    from story.model import Quotation
    from story.pages.notes import Notes

PHARE = Path(__file__).parent / "fixtures" / "stories" / "phare"
STORY = SimpleNamespace(language=FRENCH, article=SimpleNamespace(day=datetime.date(2025, 2, 12)))
VIEW = cast("View", SimpleNamespace(story=STORY, typeset=FRENCH.typeset))


def day(text: str) -> datetime.date:
    """A day."""
    return datetime.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        ("2015-12-01", "2023-07-01", "2015–2023"),
        ("2025-03-01", "2025-10-01", "2025"),
        ("2025-02-10", "2025-02-12", "Du 10 au 12\u00a0février 2025"),
        ("2025-02-01", "2025-02-28", "Février 2025"),
        ("2025-02-10", "2025-02-10", "10\u00a0février 2025"),
    ],
)
def test_the_time_of_a_chapter(first: str, last: str, told: str) -> None:
    """Years, a year, a month, days: as near as its dates are."""
    assert _when(VIEW, (day(first), day(last))) == told
    assert _when(VIEW, None) == ""


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("En 2024, il part.", "2024"),
        ("Il part en mars 2024.", "Mars 2024"),
        ("Il part le 3 mars 2024 ; en 2024, tout change.", "2024"),
        ("Il part en mars 2024 et revient en mai 2024.", "2024"),
        ("Il part au premier trimestre 2024.", "2024"),
        ("Il part dans les années 1990.", "1990–1999"),
        ("Il part en mars 2020, avec une garantie jusqu’en 2024.", "Mars 2020"),
        ("Il garde tout jusqu’au 3 mai 2024.", ""),
        ("Il rend tout d’ici à 2024, ou d’ici à fin 2025, avant 2026.", ""),
    ],
)
def test_the_time_of_a_chapter_is_that_of_its_dates(words: str, told: str) -> None:
    """As exact as they are, never more; a limit is not a time that is told."""
    chapter = Chapter(id="c", title="Un", statements=(Statement(text=words),))
    assert _when(VIEW, span_of(VIEW, chapter)) == told


def events(*days: str) -> list[Event]:
    """An event on each of some days."""
    return [
        Event(id=f"e{rank}", text="Un fait.", date=EdtfDate(one)) for rank, one in enumerate(days)
    ]


def test_days_of_their_own() -> None:
    """Many events of a month, over several days; a few, or all of one day, are none."""
    many = events("2025-02-10", "2025-02-10", "2025-02-11", "2025-02-14")
    assert _crowd([*events("2024", "2025-01-03"), *many]) == many
    assert _crowd(many[:3]) == []
    assert _crowd(events(*["2025-02-10"] * 5)) == []
    told = "Aucun événement n’est retenu pour le 12 février 2025 et le 13 février 2025."
    assert " ".join(_empty_days(VIEW, many).split()) == told
    assert _empty_days(VIEW, events("2025-02-01", "2025-02-28")) == ""
    assert _empty_days(VIEW, events("2025-02-01", "2025-02-02")) == ""


@pytest.mark.parametrize(
    ("days", "others", "shown"),
    [
        (
            ["2025-02-10", "2025-02-11", "2025-02-14"],
            ["2025-02"],
            "lundi 10 février 2025; mardi 11; 12–13 Aucun événement retenu.; vendredi 14",
        ),
        (
            ["2019-09-09", "2021-03-17"],
            ["2019-12"],
            (
                "lundi 9 septembre 2019; 10 septembre 2019 – 16 mars 2021 D’autres événements, dans la "
                "chronologie.; mercredi 17 mars 2021"
            ),
        ),
        (
            ["2024-12-31", "2025-01-01", "2025-02-01"],
            [],
            (
                "mardi 31 décembre 2024; mercredi 1er janvier 2025; 2–31 Aucun événement retenu.;"
                " samedi 1er février 2025"
            ),
        ),
        (
            ["2025-02-26", "2025-02-28", "2025-03-03"],
            [],
            (
                "mercredi 26 février 2025; jeudi 27 Aucun événement retenu.; vendredi 28;"
                " 1er–2 mars 2025 Aucun événement retenu.; lundi 3 mars 2025"
            ),
        ),
    ],
)
def test_day_by_day(days: list[str], others: list[str], shown: str) -> None:
    """Month and year are said where they change; nothing is called empty that is not."""
    chapter = Chapter(id="c", title="Un", statements=(Statement(text="Un fait."),))
    drawn, more = events(*days), events(*others)
    known = [dataclasses.replace(one, id=f"o{one.id}") for one in more]
    story = SimpleNamespace(language=FRENCH, events=drawn, after=known, chapters=[chapter])
    notes = SimpleNamespace(mark=lambda *_: "")
    view = View(cast("Story", story), {}, cast("Notes", notes), {}, {}, Addresses())
    cells = _days(view, Drawing(days=tuple(one.id for one in drawn)))
    told = (f"{one['weekday']} {one['day']} {one['empty']}" for one in cells)
    assert "; ".join(" ".join(re.sub("<[^>]*>", "", one).split()) for one in told) == shown


SIDES = {"Ann": "offre", "Luc": "cible", "Eve": "offre", "Max": "ailleurs", "Zoé": ""}


@pytest.mark.parametrize(
    ("sides", "said", "voices", "sums"),
    [
        # Who has no side, or a third one, has no colour, whoever speaks first.
        (SIDES, ["Max", "Zoé", "Luc", "Ann", "Eve"], ["", "", "2", "1", "1"], ["", ""]),
        ({}, ["Max", "Luc", "Ann", "Max"], ["1", "2", "", "1"], ["", ""]),
        # A sum has the colour of who says it; the other one, the other.
        (SIDES, ["Ann", "Luc: dix euros"], ["1", "2"], ["1", "2"]),
        (SIDES, ["Luc: cent euros", "Ann"], ["2", "1"], ["2", "1"]),
        (SIDES, ["Ann: cent euros", "Eve: dix euros"], ["1", "1"], ["1", "1"]),
        (SIDES, ["Ann", "Max: dix euros"], ["1", ""], ["", ""]),
        ({}, ["Ann: dix euros", "Luc"], ["1", "2"], ["2", "1"]),
    ],
)
def test_colours_are_those_of_sides(
    sides: dict[str, str], said: list[str], voices: list[str], sums: list[str]
) -> None:
    """Two colours for two sides, never for a rank among speakers."""
    people = [
        Person(id=name.lower(), name=name, text="Là.", kind="person", side=side)
        for name, side in sides.items()
    ]
    exchange = [
        SimpleNamespace(speaker=speaker, text=words)
        for speaker, _, words in (one.partition(": ") for one in said)
    ]
    amounts = [
        Amount(id=text, text=f"{text} euros", value=Decimal(value), currency="EUR", kind="offre")
        for text, value in (("cent", 100), ("dix", 10))
    ]
    group = AmountGroup(id="g", title="G", kinds=("offre",))
    story = SimpleNamespace(
        people=people, exchange=exchange, amounts=amounts, amount_groups=[group], language=FRENCH
    )
    view = View(cast("Story", story), {}, cast("Notes", None), {}, {}, Addresses())
    assert [view.voice_of(one.speaker) for one in exchange] == voices
    assert [view.voice(one) for one in amounts] == sums
    third = view.spoken(cast("Quotation", SimpleNamespace(speaker="Nul", text="Non.")))
    assert (third["voice"], third["classes"]) == ("", "bref")


@pytest.mark.parametrize(("other", "drawn"), [("EUR", True), ("USD", False)])
def test_bars_are_of_one_currency(other: str, *, drawn: bool) -> None:
    """Sums of several currencies have no scale in common: each is told, and none has a bar."""
    sums = [
        Amount(id=code, text="", value=Decimal(5), currency=code, kind="offre")
        for code in ("EUR", other)
    ]
    story = SimpleNamespace(amounts=sums)
    view = cast("View", SimpleNamespace(story=story, voice=lambda _: ""))
    found = bars(view, AmountGroup(id="a", title="A", kinds=("offre",)))
    assert [amount for amount, _ in found] == sums
    assert [bool(bar) for _, bar in found] == [drawn, drawn]


def test_bars_keep_their_scale_and_colours() -> None:
    """The longest is whole; a voice has a class, others none."""
    first, second = draw_bars([Decimal(97_400), Decimal(9_740)], ["1", ""])
    assert 'class="barre voix-1"' in first
    assert 'width="100%"' in first
    assert 'class="barre"' in second
    assert 'width="10%"' in second


def test_chapters_stand_in_time() -> None:
    """Bands are true to scale; where a chapter names no time there is no such drawing."""
    spans = [(day("2000-01-01"), day("2000-12-31")), (day("2001-01-01"), day("2001-12-31"))]
    drawn = draw_spans(spans)
    assert 'points="0,0 49.9,0 50,100 0,100"' in drawn
    assert 'points="50.1,0 99.9,0 100,100 50,100"' in drawn
    assert re.findall(r">(\d{4})<", drawn) == ["2000", "2001", "2002"]
    assert draw_spans([*spans, None]) == draw_spans([]) == ""


def test_the_axis_of_chapters_holds_whole_steps() -> None:
    """Its years stand at equal distances, so it ends where one of them does."""
    drawn = draw_spans([(day("2000-01-01"), day("2008-06-01"))])
    assert re.findall(r">(\d{4})<", drawn) == ["2000", "2002", "2004", "2006", "2008", "2010"]
    assert 'points="0,0 84.2,0 100,100 0,100"' in drawn


def test_rows_of_a_structure_are_as_high_as_their_words() -> None:
    """One line or two; arrows lead from edge to edge; its name is its title, the list says the rest."""
    names, rows = (
        {"a": "Une société au nom long", "b": "Deux", "c": "Trois"},
        {"a": 1, "b": 1, "c": 0},
    )
    up = Edge(text="T", start="a", end="c", kind="vise", label="offre")
    down = Edge(text="T", start="c", end="b", kind="contrôle")
    drawn = draw_structure("Qui tient quoi", names, rows, [up, down])
    assert 'aria-label="Qui tient quoi"' in drawn
    assert re.findall(r'y="(\d+)" width="\S+" height="(\d+)"', drawn) == [
        ("1", "35"),
        ("82", "35"),
        ("82", "35"),
    ]
    assert re.findall(r'd="M\S+ (\d+)L\S+ (\d+)"', drawn) == [("82", "44"), ("36", "74")]
    tall = draw_structure("Qui", {"a": "Un nom " * 20, "b": "Deux"}, {"a": 0, "b": 1}, [])
    assert len({int(height) for height in re.findall(r'height="(\d+)"', tall)}) == 2


def test_paths_part_after_the_last_event_they_share() -> None:
    """Points have the numbers of the events in the order of time, each at its place."""
    days = {"a": day("2000-01-01"), "b": day("2005-01-01"), "c": day("2010-01-01")}
    ways = [
        Way("Un", "1", ("a", "b")),
        Way("Autre", "", ("a", "c")),
    ]
    drawn = draw_paths("Deux chemins", ways, days)
    assert 'aria-label="Deux chemins : Un, Autre"' in drawn
    assert 'class="voie voix-1" d="M14 40H14C' in drawn
    assert re.findall(r'<circle cx="(\d+)"', drawn) == ["14", "148", "282"]
    assert drawn.count(">1</text>") == drawn.count(">3</text>") == 1


PATHS = {
    "begin together": ("ab", "acd"),
    "one": ("abcd",),
    "meet nowhere": ("ab", "cd"),
    "meet later": ("abd", "bc"),
    "meet, part, meet again": ("abd", "acd"),
    "two of three": ("ab", "bc", "ad"),
    "the first and the last of three": ("ab", "cd", "ae"),
    "four together": ("ab", "ac", "ad", "ae"),
    "begin together, all at once": ("abcd", "abce"),
    "many": ("abcdefgh", "ai"),
}


@pytest.mark.parametrize("months", [1, 30])
@pytest.mark.parametrize("paths", PATHS.values(), ids=PATHS)
def test_a_path_goes_through_its_events_and_no_other(paths: tuple[str, ...], months: int) -> None:
    """Each point lies on the lines of those who were there, right of the one before; none touch."""
    ids = sorted({*"".join(paths)})
    start = day("2000-01-01")
    days = {id_: start + datetime.timedelta(30 * months * rank) for rank, id_ in enumerate(ids)}
    drawn = draw_paths("Un", [Way(f"P{row}", "", (*path,)) for row, path in enumerate(paths)], days)
    points: dict[str, list[tuple[float, float]]] = {}
    for x, y, number in re.findall(r'<circle cx="(.+?)" cy="(.+?)".+?>(\d+)<', drawn):
        points.setdefault(ids[int(number) - 1], []).append((float(x), float(y)))
    lines = re.findall(r'class="voie" d="M(\d+) ([\d.]+)(?:H(\d+)C.+? (\d+) (\d+))?H', drawn)
    assert len(lines) == len(paths)
    joints = re.findall(r'class="fleche" d="M(\d+) ([\d.]+)V([\d.]+)"', drawn)
    for id_ in ids:
        lanes = set()
        assert len({x for x, _ in points[id_]}) == 1
        for x, y in points[id_]:
            for row, (begin, near, fork, parted, far) in enumerate(lines):
                before = bool(fork) and x <= float(fork)
                on = before and abs(y - float(near)) <= 10
                if not fork or near == far or x >= float(parted):
                    on |= y == float(far or near)
                if on and x >= float(begin):
                    lanes.add(row)
        assert lanes == {row for row, path in enumerate(paths) if id_ in path}
        ends = [str(int(y)) for _, y in points[id_]]
        assert len(ends) < 2 or (str(int(points[id_][0][0])), ends[0], ends[-1]) in joints
    every = [points[id_][0][0] for id_ in ids]
    assert all(after - before >= 21 for before, after in pairwise(every))
    assert every[-1] <= 326


@pytest.mark.parametrize(
    ("names", "arrows"),
    [
        ("HBT", ["HB", "BT"]),
        ("TBH", ["BT", "HB"]),
        ("ABC", ["AB", "BC", "AC"]),
        ("ABCD", ["AB", "BC", "CD", "AD", "BD"]),
        ("AB", ["AB", "BA"]),
        ("ABC", ["AB", "BC", "CA"]),
        ("OTFMI", ["OT", "TF", "MF", "IF"]),
    ],
)
def test_arrows_lead_from_box_to_box(names: str, arrows: list[str]) -> None:
    """Down, but in a circle; none ends inside a box, crosses one, or runs within a row."""
    edges = [Edge(text="T", start=one[0], end=one[1], label="8 %") for one in arrows]
    rows = _rows(names, edges)
    drawn = draw_structure("Qui", {one: one for one in names}, rows, edges)
    rects = {
        name: (float(x), float(y), float(x) + float(width), float(y) + float(height))
        for (x, y, width, height), name in zip(
            re.findall(r'boite" x="(.+?)" y="(.+?)" width="(.+?)" height="(.+?)"', drawn),
            sorted(names, key=lambda one: rows[one]),
            strict=True,
        )
    }
    lines = re.findall(r'class="fleche stake" d="M(.+?)"', drawn)
    for edge, line in zip(edges, lines, strict=True):
        start, end = edge.start, edge.end
        assert rows[start] != rows[end]
        points = [(float(x), float(y)) for x, y in re.findall(r"([\d.]+) ([\d.]+)", line)]
        down = rows[start] < rows[end]
        assert points[0][1] == rects[start][3 if down else 1]
        assert points[-1][1] == pytest.approx(rects[end][1] - 8 if down else rects[end][3] + 8)
        for (x1, y1), (x2, y2) in pairwise(points):
            for step in range(1, 50):
                x, y = x1 + (x2 - x1) * step / 50, y1 + (y2 - y1) * step / 50
                assert not any(a < x < c and b < y < d for a, b, c, d in rects.values())
    if "BA" not in arrows and "CA" not in arrows:
        assert all(rows[edge.start] < rows[edge.end] for edge in edges)


def test_sums_stand_under_the_words_that_say_one() -> None:
    """Among the words of the exchange; where nobody says one, they have no place there."""
    said, silent = (
        {page.name: page.markdown for page in content_of(folder).pages}["echange.md"]
        for folder in (WHOLE, PHARE)
    )
    assert "ouverture" not in silent
    before, after = said.split('<div class="ouverture"')
    sums = re.findall(r'class="nombre">([^<&]+)', after)
    last = before[before.rindex('<section class="parole') :]
    assert any(one in last for one in sums)


def test_an_address_is_that_of_its_words() -> None:
    """Neighbours change nothing; the words do, unless the dossier gives the address."""
    pages = {page.name: page.markdown for page in content_of(PHARE).pages}
    words = "Le phare s’éteint en 1991"
    assert re.search(rf'{words}[^\n]*id="(p[a-z2-7]{{5}})"', pages["index.md"])
    assert address_from("a") == address_from("a") != address_from("b")


def test_an_address_is_kept_by_its_id(tmp_path: Path) -> None:
    """`id` on a statement stands for the address that its words had."""
    for path in PHARE.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    dossier = tmp_path / "dossier.fr.yml"
    text = dossier.read_text("utf-8")
    dossier.write_text(
        text.replace('- text: "Des marins', '- id: pabcde\n        text: "Des marins'), "utf-8"
    )
    pages = {page.name: page.markdown for page in read_content(tmp_path, tmp_path).pages}
    assert 'id="pabcde"' in pages["index.md"]


def test_what_a_drawing_names_has_to_be_there(tmp_path: Path) -> None:
    """Each event, structure and group of a drawing is an entry of the dossier."""
    for path in PHARE.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    dossier = tmp_path / "dossier.fr.yml"
    text = dossier.read_text("utf-8")
    dossier.write_text(text.replace("[propriete]", "[proprietes]"), "utf-8")
    with pytest.raises(ValueError, match="« proprietes » n’est pas dans structures"):
        read_content(tmp_path, tmp_path)
