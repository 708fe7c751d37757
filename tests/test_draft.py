"""The first dossier that is made from an article: it builds as it is, and holds all of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_pages import main
from story.content_folder import read_content
from story.dossier.write_first_dossier import write_dossier
from story.faults import ContentError
from story.reading.article_file import read_article
from story.reading.draft_from_article import draft

FIXTURES = Path(__file__).parent / "fixtures"
ARTICLES = sorted(FIXTURES.glob("*/*.fr.md"))
HEAD = "---\ntitle: Essai\ndate: 2024-05-06\nsource: La Cote\n---\n\n"


def drafted(folder: Path, article: bytes) -> str:
    """Writes an article and its first dossier; returns that."""
    (folder / "article.fr.md").write_bytes(article)
    text = write_dossier(draft(read_article(article, "article.fr.md")))
    (folder / "dossier.fr.yml").write_text(text, "utf-8")
    return text


@pytest.mark.parametrize(
    ("body", "dates"),
    [
        ("Il est né le 14 juin 1944. Le 14 juin, il rit.", ["1944-06-14", "1944-06-14"]),
        ("Le 29 octobre 2020, il rit. Le matin du 28 octobre.", ["2020-10-28", "2020-10-29"]),
        ("Le 29 mai 2020, il rit. Le 28 mai, il dort.", ["2020-05-29", "2024-05-28"]),
        ("Le 10 février 2021, il rit. Le 29 février, il dort.", ["2021-02-10", "2024-02-29"]),
        ("Le 29 octobre 2020, il rit. Le lundi 30 octobre.", ["2020-10-29", "2023-10-30"]),
        ("Le 29 octobre 2020, il rit. Le 28/10, il dort.", ["2020-10-29", "2024-10-28"]),
    ],
)
def test_a_day_takes_the_year_told_before(body: str, dates: list[str]) -> None:
    """Where the text has the same day with a year, or, far from its own day, the same month."""
    found = draft(read_article((HEAD + body).encode(), "article.fr.md")).dossier.events
    assert [event.date.edtf for event in found] == dates


def test_a_long_sentence_is_shown_around_its_dates() -> None:
    """One that no person would write: whole words of both sides, and both dates."""
    words = " ".join(f"mot{number}" for number in range(400))
    body = f"{words} en 2015 {words} en 2019."
    article = read_article(f"{HEAD}\n{body}\n".encode(), "article.fr.md")
    events = {event.date.edtf: event for event in draft(article).dossier.events}
    assert [*events] == ["2015", "2019"]
    for year, event in events.items():
        (passage,) = event.passages
        assert f"en {year}" in passage.exact
        assert len(passage.exact) < 350
        assert passage.exact in body
        assert body[passage.start - 1] == " "
        assert body[passage.end] in " ."


def test_a_wrong_weekday_is_quoted_as_it_is(tmp_path: Path) -> None:
    """Where the article is wrong, it stays: its words are told as they are, and no slip of ours."""
    said = "Norval rachète une usine le vendredi 3 mars 2023, puis le lundi 7 mars 2023"
    dossier = drafted(tmp_path, f"{HEAD}« Non », dit Anne Le Goff. {said}.\n".encode())
    story = read_content(tmp_path, tmp_path).story
    assert [event.date.edtf for event in story.events] == ["2023-03-03", "2023-03-07"]
    ours = f'\n  - {{label: L, text: "{said}.", evidence: [{{article: "{said}"}}]}}'
    changed = dossier.replace("\nessentials:", f"\nessentials:{ours}")
    (tmp_path / "dossier.fr.yml").write_text(changed, "utf-8")
    with pytest.raises(ContentError, match="« lundi 7 mars 2023 » n’est pas ce jour"):
        read_content(tmp_path, tmp_path)


def test_a_wrong_weekday_is_told_wherever_it_stands() -> None:
    """The same wrong day twice is told twice, each with its own place."""
    body = "Le lundi 2 mars 2024, rien. Le samedi 2 mars 2024, rien. Et lundi 2 mars 2024, rien."
    told = draft(read_article((HEAD + body).encode(), "article.fr.md")).doubtful
    assert [(passage.start, passage.exact, problem) for passage, problem in told] == [
        (body.index("lundi"), "lundi 2 mars 2024", "jour de la semaine à vérifier"),
        (body.rindex("lundi"), "lundi 2 mars 2024", "jour de la semaine à vérifier"),
    ]


@pytest.mark.slow
@pytest.mark.parametrize(
    "path", [p for p in ARTICLES if p.parent.name != "fail"], ids=lambda path: path.name
)
def test_it_builds_as_it_is(path: Path, tmp_path: Path) -> None:
    """Every article of the tests gives a dossier without a fault, which uses all of the article."""
    drafted(tmp_path, path.read_bytes())
    story = read_content(tmp_path, tmp_path).story
    assert story.unused == ()


@pytest.mark.slow
@settings(max_examples=60)
@given(
    st.lists(
        st.sampled_from(
            "Escroc|Escroc.|Marc Weil part.|le 3 mars 2024|« Non », a dit Marc Weil.|5 millions d’euros|0 euro"
            "|\n\n|\u00a0| |Norval|fondé en 2015,|199X|années 1990|« a » “b”|null|no|# a|: b".split(
                "|"
            )
        ),
        min_size=1,
        max_size=20,
    )
)
def test_any_text_gives_one(tmp_path_factory: pytest.TempPathFactory, parts: list[str]) -> None:
    """So does any text that is an article, words said twice included."""
    article = (HEAD + " ".join(parts)).encode()
    folder = tmp_path_factory.mktemp("draft")
    try:
        drafted(folder, article)
    except ContentError:
        return  # no article
    assert read_content(folder, folder).story.unused == ()


@pytest.mark.parametrize(
    "body",
    [
        # One whose own entry does not hold by itself is in no event either.
        "Escroc « Non », a dit Marc Weil. Escroc Marc Weil part. le 3 mars 2024",
        # The words over a statement, here whose it is, are in what it rests on.
        "Les étages accueillent un hôtel de 130 chambres. « La tour est belle », a dit ce dernier.",
    ],
)
def test_what_chance_found_builds_too(tmp_path: Path, body: str) -> None:
    """Texts that a search found, whose first dossiers had faults."""
    drafted(tmp_path, f"{HEAD}{body}\n".encode())
    assert read_content(tmp_path, tmp_path).story.unused == ()


def test_people_alone_are_ours(tmp_path: Path) -> None:
    """Where a dossier names the people and leaves the events to the article, both are shown."""
    (tmp_path / "article.fr.md").write_text(
        f"{HEAD}Marc Weil, maire, part en 2019. Léa Roy, juge, reste.\n", "utf-8"
    )
    (tmp_path / "dossier.fr.yml").write_text(
        "people:\n  - id: roy\n    name: Léa Roy\n    kind: person\n    text: Léa Roy, juge.\n"
        '    evidence:\n      - article: "Léa Roy, juge"\n'
        'set_aside:\n  - article: "Marc Weil, maire, part en 2019."\n    reason: Ailleurs.\n',
        "utf-8",
    )
    story = read_content(tmp_path, tmp_path).story
    assert [person.id for person in story.people] == ["roy"]
    assert [event.people for event in story.events] == [()]


def test_words_said_twice(tmp_path: Path) -> None:
    """Where more words do not tell two places apart, their rank does."""
    article = f"{HEAD}Rien n’a changé.\n\nRien n’a changé.\n"
    text = drafted(tmp_path, article.encode())
    assert '- {article: "Rien n’a changé.", occurrence: 1}' in text
    assert '- article: "Rien n’a changé."\n    occurrence: 2\n    reason: "À décider."' in text


def test_names_that_look_the_same(tmp_path: Path) -> None:
    """People have ids of their own, made of their names, and none that the page has itself."""
    article = f"{HEAD}Léa Roy, avocate, voit Lea Roy, juge, et Noms, société cotée, partir.\n"
    drafted(tmp_path, article.encode())
    ids = {person.id for person in read_content(tmp_path, tmp_path).story.people}
    assert {"lea-roy", "lea-roy-2"} <= ids
    assert "noms" not in ids


def test_the_command_writes_it_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`--draft` writes the file, refuses to overwrite it, and does where it is told to."""
    (tmp_path / "article.fr.md").write_text(f"{HEAD}Norval part en 2015.\n", "utf-8")
    call = ["--content", str(tmp_path), "--draft"]
    assert main(call) == 0
    assert capsys.readouterr().out == (
        f"écrit : {tmp_path}/dossier.fr.yml ; il se construit tel quel, et reste à compléter\n"
    )
    assert main(["--content", str(tmp_path)]) == 0
    (tmp_path / "dossier.fr.yml").write_text("title: À moi\n", "utf-8")
    assert main(call) == 1
    assert "ce fichier existe déjà" in capsys.readouterr().err
    assert main([*call, "--force"]) == 0
    assert "À moi" not in (tmp_path / "dossier.fr.yml").read_text("utf-8")


def test_a_faulty_article_gives_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The faults of the article are said, and nothing is written."""
    (tmp_path / "article.fr.md").write_text("---\ntitle: A\n---\n\nRien.\n", "utf-8")
    assert main(["--content", str(tmp_path), "--draft"]) == 1
    assert "la clé « date » manque" in capsys.readouterr().err
    assert not (tmp_path / "dossier.fr.yml").exists()


def test_nothing_rests_on_a_sentence_that_does_not_say_it(tmp_path: Path) -> None:
    """The site is not named as if the paper published it; what the head says needs no sentence."""
    said = drafted(tmp_path, f"{HEAD}Marc Weil part.\n".encode())
    assert "Selon qui, et quand" not in said
    story = read_content(tmp_path, tmp_path).story
    assert story.name == "D’après La Cote"
    said = drafted(tmp_path, f"{HEAD}Marc Weil part, selon La Vigie.\n".encode())
    assert 'label: "Selon qui, et quand"' in said
