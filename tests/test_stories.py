"""Another story is another content/: nothing of this one stands anywhere else."""

from __future__ import annotations

import ast
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import build_pages
from conftest import build_site, content_of, copy_project, soup_of
from story.content_folder import read_content
from story.reading.body import squeeze

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from story.assemble_story import Story

ROOT = Path(__file__).parent.parent
STORIES = ROOT / "tests" / "fixtures" / "stories"
CLIPPING = ROOT / "tests" / "fixtures" / "clippings" / "coupure.raw.txt"
# What builds any story.
HOUSE = [
    path
    for folder in ("scripts", "overrides", "docs/assets")
    for path in sorted((ROOT / folder).rglob("*"))
    if path.suffix in {".py", ".j2", ".html", ".css", ".js", ".svg"}
]


@pytest.fixture(scope="module")
def story() -> Story:
    """A whole story."""
    return content_of().story


def words_of(story: Story) -> set[str]:
    """The names that only this story has: of people and organisations, of the site."""
    names = {person.name for person in story.people} | {story.name}
    names |= {alias for person in story.people for alias in person.aliases}
    return {name for name in names if len(name) > 2}


def test_a_second_story_is_built_whole(
    project: Path, build: Callable[[Path], Path], story: Story
) -> None:
    """Of another kind, another decade, with sections of every kind: no word of the first."""
    content = project / "content"
    shutil.rmtree(content)
    shutil.copytree(STORIES / "phare", content)
    site = build(project)
    pages = sorted(site.rglob("*.html"))
    texts = {path.relative_to(site): path.read_text("utf-8") for path in pages}
    for path, text in texts.items():
        shown = soup_of(site / path).get_text(" ")
        for word in words_of(story):
            assert not re.search(rf"\b{re.escape(word)}\b", shown), (path, word)
        assert not re.search(r"\b20[12]\d\b", shown), path
        assert "Le phare de Kerbihan" in text, path
    home = soup_of(site / "index.html")
    assert home.title
    assert home.title.get_text() == "Le phare de Kerbihan\u00a0: une vente, un procès"
    assert len(home.select(".ouverture rect")) == len(home.select("article li rect")) == 2
    legal = soup_of(site / "mentions-legales.html")
    assert "Directeur de la publication\u00a0: Soizic Le Gall" in legal.get_text()
    assert not legal.select(".a-completer")


@pytest.mark.slow
def test_another_story_moves_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The commands of the README, as they stand there: each ends well, and so does the build."""
    readme = (ROOT / "README.md").read_text("utf-8")
    block = readme.partition("## Start with another story")[2].split("```")[1]
    commands = [shlex.split(line, comments=True) for line in block.splitlines()[1:]]
    assert commands[0][:3] == ["rm", "-rf", "content/*.*"]
    calls = [
        command[2:] for command in commands if command[:2] == ["python", "scripts/build_pages.py"]
    ]
    assert calls == [["--import", "coupure.txt"], ["--draft"], ["--lock"]]
    project = copy_project(tmp_path / "project", STORIES / "phare")
    for path in (project / "content").glob("*.*"):
        path.unlink()
    shutil.copy(CLIPPING, project / "coupure.txt")
    monkeypatch.setattr(build_pages, "ROOT", project)
    monkeypatch.chdir(project)
    for call in calls:
        assert build_pages.main(call) == 0, capsys.readouterr().err
        assert build_pages.main([]) == 0, capsys.readouterr().err
    told = {path.name for path in (project / "content").iterdir()}
    assert told == {"article.fr.md", "dossier.fr.yml", "anchors.lock"}
    story = read_content(project / "content", project).story
    home = soup_of(build_site(project) / "index.html")
    assert story.title in squeeze(home.get_text())


@pytest.mark.slow
def test_what_is_asked_of_any_story_holds_of_another(tmp_path: Path) -> None:
    """The tests that read content/ pass when another story lives there, with its addresses locked."""
    project = copy_project(tmp_path / "project", STORIES / "phare")
    shutil.copytree(ROOT / "content" / "schema", project / "content" / "schema")
    for name in ("dossier", "sources"):
        (path,) = (project / "content").glob(f"{name}*.yml")
        first, rest = path.read_text("utf-8").split("\n", 1)
        path.write_text(f"{first.split('=')[0]}=schema/{name}.json\n{rest}", "utf-8")
    for folder in ("tests", "benchmarks"):
        ignored = shutil.ignore_patterns("node_modules", "__pycache__", ".venv")
        shutil.copytree(ROOT / folder, project / folder, ignore=ignored)
    (project / "tests" / "test_this_story.py").unlink()
    for name in ("README.md", "pyproject.toml"):
        shutil.copy(ROOT / name, project / name)

    def run(*command: str) -> str:
        done = subprocess.run(
            [sys.executable, *command],
            cwd=project,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        return f"{done.returncode} {done.stdout}{done.stderr}"

    files = [f"tests/test_{name}.py" for name in ("anchors", "schema", "trials")]
    assert "test_every_address_is_locked" in run("-m", "pytest", "-q", *files)
    locked = run("scripts/build_pages.py", "--lock")
    assert locked.startswith("0 content/article.fr.md"), locked
    passed = run("-m", "pytest", "-q", *files)
    assert passed.startswith("0 "), passed


def test_the_licence_is_the_dossier_s(project: Path, build: Callable[[Path], Path]) -> None:
    """Wherever the site says under what its texts are; what it quotes stays its owners' everywhere."""
    shutil.rmtree(project / "content")
    shutil.copytree(STORIES / "phare", project / "content")
    site = build(project)
    name, address = "Licence Ouverte 2.0", "https://licence.example/ouverte"
    for page in ("donnees.html", "mentions-legales.html"):
        (link,) = soup_of(site / page).select(f"article a[href='{address}']")
        assert squeeze(link.get_text()) == name
    for path in site.rglob("*.html"):
        text = squeeze(soup_of(path).get_text(" "))
        assert "CC BY" not in text
        if path.name != "frise.html":
            assert f"Textes du site sous licence {name}" in text
            assert "les passages cités restent à leurs éditeurs" in text
    for file in ("index.html", "flux.xml", "donnees/annotations.json", "donnees/LISEZMOI.txt"):
        assert address in (site / file).read_text("utf-8"), file
    assert not [path for path in site.rglob("*.*") if b"creativecommons" in path.read_bytes()]


def test_events_are_in_the_order_of_their_dates() -> None:
    """Not in that of the file."""
    folder = STORIES / "phare"
    written = re.findall(
        r"^  - id: (\S+)\n    date:", (folder / "dossier.fr.yml").read_text("utf-8"), re.MULTILINE
    )
    events = [event.id for event in content_of(folder).story.events]
    assert events == ["extinction", "adjudication", "replique", "annulation"] != written


def spoken(path: Path) -> Iterator[str]:
    """The texts of a file: of a program, its names and what it may print; else all but comments."""
    text = path.read_text("utf-8")
    if path.suffix != ".py":
        yield re.sub(
            r"/\*.*?\*/|\{#.*?#\}|<!--.*?-->|^\s*//.*?$", "", text, flags=re.DOTALL | re.MULTILINE
        )
        return
    tree = ast.parse(text)
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.Expr)
    docstrings = {
        id(node.value)
        for parent in ast.walk(tree)
        if isinstance(parent, documented)
        for node in getattr(parent, "body", [parent])
        if isinstance(node, ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and id(node) not in docstrings:
            yield str(node.value)
        elif isinstance(node, ast.Name | ast.arg):
            yield getattr(node, "id", "") or getattr(node, "arg", "")


@pytest.mark.parametrize("path", HOUSE, ids=lambda path: path.name)
def test_nothing_of_this_story_is_code(path: Path, story: Story) -> None:
    """No name, theme or kind of amount of the story, no year of its period."""
    whole = path.read_text("utf-8")
    for word in words_of(story):
        assert not re.search(rf"\b{re.escape(word)}\b", whole), word
    closed = {theme.id for theme in story.themes} | {theme.name for theme in story.themes}
    closed |= {kind for group in story.amount_groups for kind in group.kinds}
    closed -= {"structure", "Structure"}  # a kind of thing in any story
    assert story.period
    first, last = map(int, story.period.edtf.split("/"))
    for text in spoken(path):
        assert text not in closed, text
        assert not re.search(rf"theme-(?:{'|'.join(closed)})", text)
        for year in re.findall(r"\b(?:19|20)\d\d\b", re.sub(r"https?://\S+", "", text)):
            assert not first <= int(year) <= last, text
