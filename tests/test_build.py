"""The build with MkDocs: a right site or a clear message, and the same bytes every time."""

from __future__ import annotations

import copy
import errno
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from mkdocs.exceptions import Abort

from conftest import build_site, soup_of
from publication.replace_site import begin_site, end_site, replace_site
from story.content_folder import read_content

if TYPE_CHECKING:
    from collections.abc import Callable

    from bs4 import Tag

HOSTILE = Path(__file__).parent / "fixtures" / "golden" / "hostile" / "article.fr.md"
PAGES = (
    "index.html",
    "chronologie.html",
    "echange.html",
    "qui-est-qui.html",
    "sources.html",
)


def files_of(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def article_of(site: Path, page: str) -> Tag:
    """The article element of a built page."""
    article = soup_of(site / page).find("article")
    assert article is not None
    return article


def mkdocs(project: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs the command line of MkDocs in a project."""
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", *arguments],
        cwd=project,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"} | environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_site_has_the_pages(site: Path) -> None:
    """The five pages are made from the content, beside those of docs/."""
    for page in (*PAGES, "mentions-legales.html"):
        assert (site / page).is_file()


def alike(text: str) -> str:
    """The text with one kind of apostrophes, of quotation marks and of spaces."""
    for mark in "«»“”":
        text = text.replace(mark, '"')
    return re.sub(r'\s*"\s*', '"', " ".join(text.replace("’", "'").split()))


@pytest.mark.parametrize("fixture", ["site", "bare_site"])
def test_every_mark_has_its_passage(fixture: str, request: pytest.FixtureRequest) -> None:
    """Each mark leads to a passage, to the letter, or to a computation, which leads back."""
    built: Path = request.getfixturevalue(fixture)
    texts = [path.read_text("utf-8") for path in (built.parent / "content").glob("*.[my]*")]
    known = alike(" ".join(texts).replace('\\"', '"'))
    marks = 0
    for page in PAGES:
        article = article_of(built, page)
        for mark in article.select("sup > a"):
            marks += 1
            note = article.find(id=str(mark["href"])[1:])
            assert note is not None
            passage = note.find("mark")
            if passage is None:
                assert "Calcul de ce site" in note.get_text()
            else:
                assert alike(passage.get_text()) in known
            backs = [str(back["href"])[1:] for back in note.select("a[aria-label]")]
            assert mark.parent is not None
            assert mark.parent["id"] in backs
    # Each statement that has evidence has a mark, at least.
    story = read_content(built.parent / "content", built.parent).story
    assert marks >= sum(bool(one.evidence) for one in story.statements()) > 10


def test_timeline_of_the_article_alone(bare_site: Path) -> None:
    """An ordered list of headed entries, each with its date at its own precision."""
    entries = article_of(bare_site, "chronologie.html").select("ol > li > h3")
    assert [entry.time["datetime"] for entry in entries if entry.time] == [
        "2015",
        "2018",
        "2023",
        "2025-02-12",
    ]
    assert [entry["id"] for entry in entries] == ["date-2015", "date-2018", "date-2023", "parution"]


def test_exchange_is_a_list_of_words(site: Path) -> None:
    """Two quotations in order, each with its speaker, its medium where known, and its source."""
    items = article_of(site, "echange.html").select("section.parole:has(> h3)")
    words = [" ".join(item.get_text().split()) for item in items]
    assert "Sam Altman" in words[0]
    assert "« Non merci mais nous rachèterons Twitter pour 9,74 milliards" in words[0]
    assert "En réponse, sur le réseau X (ex-Twitter)" in words[0]
    assert "Elon Musk" in words[1]
    assert "« Escroc. »" in words[1]
    for text in words:
        assert "Selon l’article, Fusacq, 12 février 2025" in text
    assert "no thank you but we will buy twitter" in words[0]
    assert "Swindler" in words[1]
    sums = [
        item.get_text(strip=True) for item in article_of(site, "echange.html").select(".nombre")
    ]
    assert sums == ["97,4", "9,74"]


def test_foreign_words_are_marked(site: Path) -> None:
    """What a statement quotes in English is English for those who hear it; our marks are not."""
    quoted = "all assets"
    found = article_of(site, "sources.html").select("li [lang=en]")
    (words,) = [one for one in found if one.get_text() == quoted]
    assert words.parent is not None
    assert f"«\u00a0{quoted}\u00a0»" in words.parent.get_text()


def test_swindler_is_in_no_title(site: Path) -> None:
    """One person's word about another stands in no title and no address."""
    for path in site.rglob("*.html"):
        titles = [*soup_of(path).select("title, h1, h2, h3, meta[name=description]")]
        for title in titles:
            assert "scroc" not in title.get_text() + str(title.get("content", ""))
        assert "scroc" not in path.relative_to(site).as_posix()


def test_typography_of_every_line(site: Path) -> None:
    """No straight apostrophe, and no ordinary space where French has a no-break one."""
    faults = re.compile(
        r"\w'\w|« | »|[^\s\u202f?!][;!?](?=\s|$)| [;:!?]|\d (?:%|€|milliard|million)"
    )
    for path in site.rglob("*.html"):
        for article in map(copy.copy, soup_of(path).select("article")):
            for script in article.select("script, style, [lang=en]"):
                script.decompose()
            assert faults.findall(article.get_text()) == []


def test_every_figure_is_in_the_data(site: Path) -> None:
    """A figure on a page is one of the content, of a computation, or counts something there."""
    texts = [path.read_text("utf-8") for path in (site.parent / "content").glob("*.[my]*")]
    known = set(re.findall(r"\d+", " ".join(texts)))
    known |= {number.lstrip("0") for number in known}
    story = read_content(site.parent / "content", site.parent).story
    years = [event.date.first_day.year for event in (*story.events, *story.after)]
    most = years.count(max(years, key=years.count))
    told = rf"{len(years)} événements, de {min(years)} à {max(years)}, dont {most} pour"
    for page in PAGES:
        article = copy.copy(article_of(site, page))
        # The years of the running timeline are the scale of a drawing.
        drawn = "sup > a, svg, .fil > [aria-hidden], a[href*='#fnref']"
        for element in article.select(drawn):
            element.decompose()
        text = re.sub(r"paragraphe\s\d", "", article.get_text())
        if page.startswith("sources"):
            text = re.sub(r"compte (?:9 phrases|162 affirmations)|; 9 servent", "", text)
        text = re.sub(r"(?:2016–2017|2021) aucun événement", "", text)
        text = re.sub(told, "", text)
        assert set(re.findall(r"\d+", text.replace("\u202f", " "))) - known == set(), page


def test_hostile_article_is_shown_as_text(
    bare_project: Path, build: Callable[[Path], Path]
) -> None:
    """Marks of HTML, Markdown and templates in an article reach the page as text."""
    (bare_project / "content" / "article.fr.md").write_bytes(HOSTILE.read_bytes())
    site = build(bare_project)
    for page in PAGES:
        article = article_of(site, page)
        assert not article.select(
            "article script, article img, article code, article table, .admonition"
        )
        for anchor in article.select("article a[href]"):
            assert not str(anchor["href"]).startswith("javascript:")
    text = article_of(site, "index.html").get_text()
    for shown in ("<script>alert('titre’)</script>", "{{ 7*7 }}", "{% raw %}", "![x](y)"):
        assert shown in text
    description = soup_of(site / "index.html").select_one("meta[name=description]")
    assert description is not None
    assert str(description["content"]).startswith("<script>alert('titre’)</script>")


def test_faults_stop_the_build(
    project: Path, build: Callable[[Path], Path], caplog: pytest.LogCaptureFixture
) -> None:
    """Every fault is said at once, and the last good site stays as it was."""
    before = files_of(build(project))
    path = project / "content" / "article.fr.md"
    text = path.read_text("utf-8")
    path.write_text(text.replace("title:", "titel:").replace('veux."', "veux."), "utf-8")
    (project / "docs" / "echange.md").write_text("# À moi\n", "utf-8")
    with pytest.raises(Abort):
        build(project)
    assert caplog.messages[-1].splitlines() == [
        "contenu à corriger (3)",
        "content/article.fr.md:2: la clé « titel » est inconnue\u202f; vouliez-vous dire « title » ?",
        (
            "content/article.fr.md:14: la citation ouverte ici ne se ferme pas\u202f;"
            ' « " » avant la fin du paragraphe'
        ),
        (
            "docs/echange.md:1: cette page a l’adresse d’une page produite à partir de l’article"
            "\u202f; un autre nom"
        ),
    ]
    assert files_of(project / "site") == before


def _page(text: bytes) -> Callable[[Path], object]:
    return lambda project: (project / "docs" / "a.md").write_bytes(text)


FAILURES: dict[str, tuple[Callable[[Path], object], str]] = {
    "a link that leads nowhere, in a strict build": (_page(b"# A\n\n[b](b.md)\n"), ""),
    "a page in another encoding": (
        _page("# A\n\n\u00c9t\u00e9\n".encode("latin-1")),
        "docs/a.md:3: l’octet 0xC9 n’est pas de l’UTF-8 ; un fichier enregistré en UTF-8",
    ),
    "a folder for a page": (
        lambda project: (project / "docs" / "index.md").mkdir(),
        (
            "docs/index.md:1: cette page a l’adresse d’une page produite à partir de l’article ;"
            " un autre nom"
        ),
    ),
    "a template that is none": (
        lambda project: (project / "overrides" / "main.html").write_text("\n{% if %}", "utf-8"),
        (
            "overrides/main.html:2: « Expected an expression, got 'end of statement block' » ;"
            " un modèle que Jinja comprend"
        ),
    ),
    "a template that asks for what is not there": (
        lambda project: (project / "overrides" / "404.html").write_text("\n\n{{ a.b.c }}", "utf-8"),
        "overrides/404.html:3: « 'a' is undefined » ; un modèle que Jinja comprend",
    ),
}


@pytest.mark.parametrize("failure", FAILURES)
def test_whatever_fails_the_last_good_site_stays(
    project: Path, caplog: pytest.LogCaptureFixture, failure: str
) -> None:
    """The next site takes the place of the last one when it is whole; what failed is a sentence."""
    site = build_site(project)
    (site / ".git").mkdir()
    (site / ".git" / "HEAD").write_text("à moi", "utf-8")
    before = files_of(site)
    fail, said = FAILURES[failure]
    fail(project)
    with pytest.raises(Abort):
        build_site(project)
    message = caplog.messages[-1].replace("\u202f", " ").replace(f"{project}/", "")
    assert said in message.splitlines() or not said
    assert files_of(site) == before
    assert sorted(path.name for path in site.iterdir() if path.name[0] == ".") == [".git"]


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError(errno.ENOSPC, "No space"), "site_dir:1: le disque est plein ; de la place"),
        (
            PermissionError(errno.EACCES, "Permission denied", "site/.building/new/index.html"),
            "site:1: l’accès est refusé ; le droit de lire et d’écrire là",
        ),
    ],
)
def test_what_the_system_refuses(
    project: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    error: OSError,
    said: str,
) -> None:
    """A full disk or a folder that may not be written to is a sentence, wherever it is met."""

    def refuse(*_: object) -> None:
        raise error

    monkeypatch.setattr("mkdocs.utils.write_file", refuse)
    with pytest.raises(Abort):
        build_site(project)
    assert caplog.messages[-1].replace("\u202f", " ") == said


def test_a_page_that_may_not_be_read(
    project: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """It is said with all that is wrong elsewhere."""
    read = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.name in ("a.md", "site.css"):
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return read(path)

    _page(b"# A\n")(project)
    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(Abort):
        build_site(project)
    assert caplog.messages[-1].replace("\u202f", " ").splitlines() == [
        "docs/a.md:1: l’accès est refusé ; le droit de lire et d’écrire là",
        "docs/assets/site.css:1: l’accès est refusé ; le droit de lire et d’écrire là",
    ]


def test_a_site_is_replaced_whole(project: Path, build: Callable[[Path], Path]) -> None:
    """What the new one has not goes; what is hidden stays, but where the new one has the same."""
    (project / "site" / ".git").mkdir(parents=True)
    for name in ("index.html", "ancien.html", ".git/HEAD"):
        (project / "site" / name).write_text("hier", "utf-8")
    assert build(project) == project / "site"
    names = {path.name for path in (project / "site").iterdir()}
    assert names >= {"index.html", ".git"}
    assert names.isdisjoint({"ancien.html", ".building"})
    assert "hier" not in (project / "site" / "index.html").read_text("utf-8")


def test_a_site_that_cannot_be_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system refuses one file, every other one is put back."""
    site = tmp_path / "site"
    site.mkdir()
    for name in ("index.html", ".cache"):
        (site / name).write_text("hier", "utf-8")
    fresh = begin_site(site)
    for name in ("index.html", ".cache", "z.html"):
        (fresh / name).write_text("neuf", "utf-8")
    rename = Path.rename

    def refuse(path: Path, target: Path) -> Path:
        if path.name == "z.html":
            raise PermissionError
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(PermissionError):
        replace_site(site, fresh)
    monkeypatch.undo()
    assert {path.name: path.read_text("utf-8") for path in site.glob("*") if path.is_file()} == {
        "index.html": "hier",
        ".cache": "hier",
    }
    replace_site(site, begin_site(site))  # an empty one
    end_site(site)
    assert files_of(site) == {".cache": b"hier"}


def test_command_line_of_mkdocs(project: Path) -> None:
    """A fault is one message without a traceback, and exit code 1, with or without --strict."""
    (project / "content" / "article.fr.md").rename(project / "content" / "article.md")
    result = mkdocs(project, "build")
    assert result.returncode == 1
    assert "content/article.fr.md:1: le fichier manque" in result.stderr
    assert "« article.md » est là\u202f: à renommer en « article.fr.md »" in result.stderr
    assert "Traceback" not in result.stderr
    assert not (project / "site").exists()


def test_what_is_not_written_yet_is_said(project: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Words that hold the place of others are built, and named with their line."""
    dossier = project / "content" / "dossier.fr.yml"
    lines = dossier.read_text("utf-8").splitlines()
    (number,) = [number for number, line in enumerate(lines) if line.startswith("tagline: ")]
    lines[number] = "tagline: TODO"
    dossier.write_text("\n".join(lines), "utf-8")
    with caplog.at_level("INFO", logger="mkdocs"):
        build_site(project)
    assert f"content/dossier.fr.yml:{number + 1}: « TODO » tient lieu de texte" in caplog.text


def test_a_site_that_is_being_edited(project: Path) -> None:
    """`mkdocs serve` adds a script of its own to pages, and would send nothing compressed."""
    site = build_site(project, command="serve")
    assert "Content-Security-Policy" not in (site / "index.html").read_text("utf-8")
    names = [path.name for path in site.rglob("*")]
    assert not [name for name in names if name.endswith((".br", ".gz")) or name[0] == "_"]


def test_same_bytes_on_another_day(project: Path) -> None:
    """Two builds of the same sources give the same files, whatever the day."""
    sites = []
    for day in ("1700000000", "1800000000"):
        assert mkdocs(project, "build", "--strict", SOURCE_DATE_EPOCH=day).returncode == 0
        sites.append(files_of(project / "site"))
    assert sites[0] == sites[1]
