"""The command line: what it prints, what it writes, and what it never does unasked."""

from __future__ import annotations

import copy
import errno
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

import build_pages
from conftest import WHOLE, soup_of
from story.model import Legal
from story.unfinished import SAMPLES, unwritten

ROOT = Path(__file__).parent.parent
CLIPPING = Path(__file__).parent / "fixtures" / "clippings" / "article-brut.fr.txt"
PHARE = ROOT / "tests" / "fixtures" / "stories" / "phare"
# Classes that Markdown gives to what leads to a note and back, and that we give.
_OWN_OR_MARKDOWNS = {"encore", "toclink", "footnote-ref", "footnote-backref"}
ARTICLE = "---\ntitle: Essai\ndate: 2024-05-06\nsource: La Cote\n---\n\nRien de neuf.\n"


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A content folder with a small article, in the working directory."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "contenu"
    folder.mkdir()
    (folder / "article.fr.md").write_text(ARTICLE, "utf-8")
    return folder


def run(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[int, str, str]:
    """The exit code and the two outputs of a call."""
    code = build_pages.main([str(argument) for argument in arguments])
    out, err = capsys.readouterr()
    return code, out, err


def test_report(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """What was found, what was read again, and who is said to speak, with the line."""
    monkeypatch.chdir(PHARE.parent)
    code, out, err = run(capsys, "--content", PHARE)
    lines = out.splitlines()
    assert (code, err) == (0, "")
    assert lines[0] == (
        "phare/article.fr.md\u00a0: Le phare de Kerbihan vendu aux enchères"
        " (Le Courrier des îles, 4\u00a0juin 1996)"
    )
    assert lines[1] == "  2 dates, 1 montant, 2 citations, 2 personnes, 1 organisation"
    assert lines[2] == "  phrases de l’article employées\u00a0: 6 sur 6"
    assert lines[3] == "  4 événements, 22 affirmations, 4 sources"
    assert re.sub(r"\d+", "N", lines[4]) == (
        "  relu, ligne N\u00a0: « emporte » : la commune le lui a vendu"
    )
    assert lines[-1] == (
        "  phare/article.fr.md:13: Yann Le Dantec\u00a0: « La mer suffit. »"
        " (sujet de ce qui annonce la citation)"
    )


def test_report_names_what_nobody_is_given(
    capsys: pytest.CaptureFixture[str], content: Path
) -> None:
    """A quotation without a speaker is named with its line and the reason; a long one is cut."""
    words = " ".join(["oui"] * 30)
    (content / "article.fr.md").write_text(f"{ARTICLE}\n« Oui {words}. »\n", "utf-8")
    code, out, _ = run(capsys, "--content", content)
    line = ARTICLE.count("\n") + 2
    said = " ".join(["oui"] * 24)
    assert code == 0
    assert out.splitlines()[-1] == (
        f"  contenu/article.fr.md:{line}: non attribué\u00a0: « Oui {said} […] »"
        " (aucune phrase ne dit qui parle)"
    )


def test_report_of_an_article_alone(
    capsys: pytest.CaptureFixture[str], bare_project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a dossier, what nothing uses is named with its line, and is no fault."""
    monkeypatch.chdir(bare_project)
    code, out, _ = run(capsys, "--content", bare_project / "content")
    lines = out.splitlines()
    assert code == 0
    assert lines[2] == "  phrases de l’article employées\u00a0: 8 sur 9"
    assert lines[3].startswith("  content/article.fr.md:24: sans emploi\u00a0: « Cette tentative")


def test_faults(capsys: pytest.CaptureFixture[str], content: Path) -> None:
    """Faults go to the error output; the exit code is 1."""
    (content / "article.fr.md").write_text(ARTICLE.replace("date: 2024-05-06\n", ""), "utf-8")
    code, out, err = run(capsys, "--content", content)
    assert (code, out) == (1, "")
    assert err == ("contenu/article.fr.md:2: la clé « date » manque\u202f; une ligne « date: … »\n")


def test_no_content(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """A folder that is not there is a fault like another."""
    code, _, err = run(capsys, "--content", tmp_path / "rien")
    assert code == 1
    assert err == (
        f"{tmp_path}/rien/article.fr.md:1: le fichier manque\u202f; un article, que"
        " « python scripts/build_pages.py --import COUPURE » peut écrire\n"
    )


def test_json(capsys: pytest.CaptureFixture[str], bare_project: Path) -> None:
    """The story in the documented form; every passage stands where it is said to stand."""
    code, out, _ = run(capsys, "--json", "--content", bare_project / "content")
    story = json.loads(out)
    assert code == 0
    assert story["article"] | {"body": ""} == {
        "title": "Elon MUSK et des investisseurs cherchent à prendre le contrôle d'OPENAI",
        "deck": "Elon Musk tente de racheter l'entité à but non lucratif contrôlant OpenAI"
        " pour 97,4 milliards de dollars",
        "published": "2025-02-12T08:00",
        "publisher": "Fusacq",
        "language": "fr",
        "url": None,
        "author": None,
        "body": "",
    }
    assert [(event["date"], event["precision"]) for event in story["events"]] == [
        ("2015", "year"),
        ("2018", "year"),
        ("2023", "year"),
    ]
    assert [(amount["value"], amount["currency"]) for amount in story["amounts"]] == [
        (97400000000, "USD"),
        (9740000000, "USD"),
    ]
    assert [(said["speaker"], said["text"]) for said in story["exchange"]] == [
        (
            "Sam Altman",
            "Non merci mais nous rachèterons Twitter pour 9,74 milliards de dollars si tu veux.",
        ),
        ("Elon Musk", "Escroc."),
    ]
    people = {person["name"]: person for person in story["people"]}
    assert people["Elon Musk"]["aliases"] == ["Musk"]
    assert people["Sam Altman"]["role"] == "PDG d’OpenAI"
    assert people["Google DeepMind"]["kind"] == "organisation"
    assert story["coverage"]["sentences"] == 9
    assert story["coverage"]["used"] == 8
    evidence = [
        passage
        for kind in ("events", "exchange", "amounts", "people")
        for item in story[kind]
        for passage in item["evidence"]
    ]
    assert evidence
    for passage in [*evidence, *story["coverage"]["missing"]]:
        body = story["article"]["body"]
        assert body[passage["start"] : passage["end"]] == passage["exact"]


def test_json_of_the_whole_story(capsys: pytest.CaptureFixture[str]) -> None:
    """With a dossier, the events are its own, with passages of sources and their ids."""
    story = json.loads(run(capsys, "--json", "--content", PHARE)[1])
    ids = {source["id"] for source in story["sources"]}
    assert len(story["events"]) == 4
    assert story["coverage"] | {"missing": []} == story["coverage"]
    for event in story["events"]:
        assert event["evidence"]
        for evidence in event["evidence"]:
            assert evidence.keys() == {"computed"} or evidence["source"] in ids
            assert set(evidence.get("see", [])) <= ids


def test_json_of_a_computation(capsys: pytest.CaptureFixture[str]) -> None:
    """A figure of ours is an evidence of its own."""
    folder = ROOT / "tests" / "fixtures" / "golden" / "dossier"
    (event,) = json.loads(run(capsys, "--json", "--content", folder)[1])["events"]
    assert event["evidence"][-1] == {"computed": "2024 - 2015 = 9"}


def test_json_of_a_day_and_cents(capsys: pytest.CaptureFixture[str], content: Path) -> None:
    """A day stays a day, a decimal stays a decimal, and words without a medium have none."""
    article = ARTICLE + "\nSelon Anne Le Goff, « le titre vaut 38,50 euros ».\n"
    (content / "article.fr.md").write_text(article, "utf-8")
    _, out, _ = run(capsys, "--content", content, "--json")
    story = json.loads(out)
    assert story["article"]["published"] == "2024-05-06"
    assert story["amounts"][0]["value"] == 38.5
    assert story["exchange"][0]["medium"] is None


def test_import(capsys: pytest.CaptureFixture[str], content: Path) -> None:
    """An article is written, what was done is said, and none is overwritten unless told."""
    new = content.parent / "neuf"
    code, out, _ = run(capsys, "--import", CLIPPING, "--content", new)
    assert code == 0
    assert "le corps était collé deux fois" in out
    assert "neuf/article.fr.md" in out
    expected = (WHOLE / "article.fr.md").read_bytes()
    assert (new / "article.fr.md").read_bytes() == expected
    code, _, err = run(capsys, "--import", CLIPPING, "--content", content)
    assert (code, err) == (
        1,
        "contenu/article.fr.md:1: ce fichier existe déjà\u202f; --force pour le remplacer, ou --content pour écrire ailleurs\n",
    )
    assert (content / "article.fr.md").read_text("utf-8") == ARTICLE
    code, _, _ = run(capsys, "--import", CLIPPING, "--content", content, "--force")
    assert code == 0
    assert (content / "article.fr.md").read_bytes() == expected
    assert [path.name for path in content.iterdir()] == ["article.fr.md"]


def test_import_of_nothing(capsys: pytest.CaptureFixture[str], content: Path) -> None:
    """A clipping that is not there, or is a folder, is a fault, and nothing is written."""
    for clipping, said in (
        ("rien.txt", "le fichier manque\u202f; un fichier"),
        ("contenu", "c’est un dossier\u202f; un fichier"),
    ):
        code, _, err = run(capsys, "--import", clipping, "--content", content / "neuf")
        assert (code, err) == (1, f"{clipping}:1: {said}\n")
    assert not (content / "neuf").exists()


def test_output_is_written_whole(capsys: pytest.CaptureFixture[str], content: Path) -> None:
    """A new or empty folder is filled; another one is left alone unless told."""
    target = content.parent / "sortie"
    target.mkdir()
    code, out, _ = run(capsys, "--content", content, "--output", target)
    assert code == 0
    assert "mkdocs build --strict" in out
    (target / "docs" / "index.md").write_text("à moi", "utf-8")
    code, _, err = run(capsys, "--content", content, "--output", target)
    assert (code, err) == (
        1,
        "sortie:1: ce dossier n’est pas vide\u202f; --force pour le remplacer\n",
    )
    assert (target / "docs" / "index.md").read_text("utf-8") == "à moi"
    code, _, _ = run(capsys, "--content", content, "--output", target, "--force")
    assert code == 0
    assert "Essai" in (target / "docs" / "index.md").read_text("utf-8")
    assert sorted(path.name for path in content.parent.iterdir()) == ["contenu", "sortie"]


@pytest.mark.parametrize("name", ["project", "project/content", "project/docs/sous", "."])
def test_output_over_the_project(
    capsys: pytest.CaptureFixture[str],
    project: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
) -> None:
    """The project's own folders, and those that hold it, are never replaced, even when told."""
    monkeypatch.setattr(build_pages, "ROOT", project)
    content = project / "content"
    target = project.parent / name
    code, _, err = run(capsys, "--content", content, "--output", target, "--force")
    assert code == 1
    assert "ce dossier est celui du projet, ou dans lui\u202f; un dossier hors du projet" in err
    assert (content / "article.fr.md").is_file()


def test_output_over_something_else(capsys: pytest.CaptureFixture[str], content: Path) -> None:
    """What --output did not write is never replaced, even when told."""
    for target in (content, content / "article.fr.md"):
        code, _, err = run(capsys, "--content", content, "--output", target, "--force")
        assert code == 1
        assert "il y a là autre chose que ce que --output écrit" in err
    assert (content / "article.fr.md").read_text("utf-8") == ARTICLE


def test_system_errors_are_messages(capsys: pytest.CaptureFixture[str], content: Path) -> None:
    """What the system refuses is said in one line."""
    code, _, err = run(capsys, "--import", CLIPPING, "--content", content / "article.fr.md" / "x")
    assert code == 1
    assert err == "contenu/article.fr.md/x:1: ce n’est pas un dossier\u202f; un dossier\n"


@pytest.mark.parametrize("what", ["--draft", "--output"])
def test_a_full_disk(
    capsys: pytest.CaptureFixture[str], content: Path, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    """What was there stays, nothing half-made is left, and what was asked for is named."""

    def refuse(_path: Path, _data: bytes) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    target = content / "dossier.fr.yml" if what == "--draft" else content.parent / "sortie"
    asked = [what, "--force"] if what == "--draft" else [what, target]
    monkeypatch.setattr(Path, "write_bytes", refuse)
    code, _, err = run(capsys, "--content", content, *asked)
    name = target.relative_to(content.parent)
    assert (code, err) == (1, f"{name}:1: le disque est plein\u202f; de la place\n")
    assert [path.name for path in content.rglob("*")] == ["article.fr.md"]
    assert list(content.parent.iterdir()) == [content]


def test_a_link_is_no_room_for_a_draft(capsys: pytest.CaptureFixture[str], content: Path) -> None:
    """One that leads nowhere is somebody's too: nothing takes its place unasked."""
    (content / "dossier.fr.yml").symlink_to("ailleurs.yml")
    code, _, err = run(capsys, "--content", content, "--draft")
    assert (code, "ce fichier existe déjà" in err) == (1, True)
    assert (content / "dossier.fr.yml").is_symlink()


def test_a_file_without_a_name(
    capsys: pytest.CaptureFixture[str], content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the system does not say which file, the folder that was read is named."""

    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(build_pages, "read_content", refuse)
    monkeypatch.setattr(build_pages, "ROOT", content)
    code, _, err = run(capsys, "--content", content)
    assert (code, err.partition(";")[0]) == (1, "contenu:1: l’accès est refusé\u202f")


def test_a_reader_that_stops_is_no_fault(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is for the program to end without a word, not for `main` to say one."""

    def refuse(*_: object, **__: object) -> None:
        raise BrokenPipeError(errno.EPIPE, "Broken pipe")

    monkeypatch.setattr("builtins.print", refuse)
    with pytest.raises(BrokenPipeError):
        build_pages.main(["--content", str(content)])


@pytest.mark.slow
def test_an_output_that_is_full() -> None:
    """What cannot be printed is said in a sentence, once."""
    result = subprocess.run(
        ["/bin/sh", "-c", f"'{sys.executable}' '{ROOT}/scripts/build_pages.py' > /dev/full"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert (result.returncode, result.stderr) == (
        1,
        "sortie standard:1: le disque est plein\u202f; de la place\n",
    )


@pytest.mark.slow
@pytest.mark.parametrize("builder", ["mkdocs", "properdocs"])
def test_other_builders_make_the_same_pages(
    builder: str, site: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """The folder builds without our hook, strictly, to the pages of the site."""
    folder = tmp_path / "sortie"
    assert run(capsys, "--output", folder, "--content", WHOLE)[0] == 0
    assert "hooks" not in (folder / "mkdocs.yml").read_text("utf-8")
    result = subprocess.run(
        [sys.executable, "-m", builder, "build", "--strict", "-q", "-f", "mkdocs.yml"],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert result.returncode == 0, result.stderr
    for page in site.rglob("*.html"):
        if page.name == "404.html":  # the theme's there
            continue
        other = folder / "site" / page.relative_to(site)
        assert article(other) == article(page), page.name


def article(page: Path) -> str:
    """The content of a built page, without the frame of the theme, nor what our frame adds."""
    soup = copy.copy(soup_of(page))
    for contents in soup.select("nav.sommaire, .footnote > hr"):
        contents.decompose()
    places = {}  # the addresses of statements, which our extension gives to their marks
    for level in soup.select(".niveau"):
        mark = level.find_next_sibling("sup")
        if mark and level.get("id"):
            places[f"#{mark['id']}"] = f"#{level['id']}"
            mark["id"] = level["id"]
        level.decompose()
    for link in soup.select("a[href]"):
        link["href"] = places.get(str(link["href"]), str(link["href"]))
        link["class"] = " ".join(
            one for one in link.get("class") or [] if one not in _OWN_OR_MARKDOWNS
        )
        for ours in ("aria-label", "title"):
            if "tabindex" not in link.attrs:
                del link[ours]
    for item in soup.select(".footnote li"):  # the ways back from a note, in any order
        links = [link for link in item.select("a") if link.get_text() == "↩\ufe0e"]
        for place, link in zip(links, sorted(links, key=str), strict=True):
            place.replace_with(BeautifulSoup(str(link), "html.parser"))
    return re.sub(
        r"\s*\n\s*", "\n", "".join(one.decode_contents() for one in soup.select("article"))
    )


def test_help_is_in_french(capsys: pytest.CaptureFixture[str]) -> None:
    """Whoever edits the content reads French."""
    with pytest.raises(SystemExit) as caught:
        build_pages.main(["--help"])
    assert caught.value.code == 0
    assert "Vérifie le contenu du site" in capsys.readouterr().out


@pytest.mark.slow
def test_as_a_program() -> None:
    """Called from anywhere, it finds the content beside it."""
    result = subprocess.run(
        [sys.executable, str(ROOT / "scripts" / "build_pages.py")],
        cwd="/",
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert result.returncode == 0, result.stderr
    place = (ROOT / "content" / "article.fr.md").relative_to("/")
    assert result.stdout.startswith(f"{place}\u00a0: ")


@pytest.mark.slow
def test_a_reader_that_stops() -> None:
    """Piped into a program that reads one line, it ends without a word."""
    result = subprocess.run(
        ["/bin/sh", "-c", f"'{sys.executable}' '{ROOT}/scripts/build_pages.py' --json | head -n 1"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert (result.stdout, result.stderr) == ("{\n", "")


def test_import_of_a_page(capsys: pytest.CaptureFixture[str], content: Path) -> None:
    """A page is read as its text; what it does not say is asked for, all at once."""
    page = content / "page.html"
    page.write_text("<!DOCTYPE html>\n<p>12 février 2025</p>\n", "utf-8")
    code, _, err = run(capsys, "--content", content, "--import", page, "--force")
    assert code == 1
    assert err == (
        "contenu/page.html:2: la source manque\u202f; une ligne « Source : … », ou --source NOM\n"
        "contenu/page.html:2: le corps manque\u202f; un titre, puis un paragraphe\n"
    )


def test_import_of_an_article(capsys: pytest.CaptureFixture[str], content: Path) -> None:
    """What has its head already would be given another above it."""
    written = content.parent / "article.md"
    written.write_text(ARTICLE, "utf-8")
    code, _, err = run(capsys, "--content", content.parent / "neuf", "--import", written)
    assert code == 1
    assert err == (
        "article.md:1: c’est déjà un article, avec son en-tête\u202f;"
        " une coupure, ou ce fichier copié tel quel à la place de l’article\n"
    )


@pytest.mark.parametrize("force", [[], ["--force"]])
def test_import_of_what_has_faults(
    capsys: pytest.CaptureFixture[str], content: Path, force: list[str]
) -> None:
    """What could not be built replaces nothing, and is named with its line in the clipping."""
    clipping = content.parent / "coupure.txt"
    lines = "3 mars 2024", "Partager", "Un titre", "Il part.", "Il dit « non.", "Source : La Cote"
    clipping.write_text("\n\n".join(lines), "utf-8")
    target = content if force else content.parent / "neuf"
    code, out, err = run(capsys, "--content", target, "--import", clipping, *force)
    assert (code, out) == (1, "coupure.txt: ligne 3\u00a0: bouton, retiré\u00a0: « Partager »\n")
    assert err == (
        "coupure.txt:9: la citation ouverte ici ne se ferme pas\u202f;"
        " « » » avant la fin du paragraphe\n"
    )
    assert (content / "article.fr.md").read_text("utf-8") == ARTICLE
    assert not (content.parent / "neuf").exists()


@pytest.mark.parametrize("date", ["18/03/2021", "2031-13-01", "hier"])
def test_import_of_what_is_no_date(
    capsys: pytest.CaptureFixture[str], content: Path, date: str
) -> None:
    """Nor does an article without a date that can be read replace a good one."""
    code, _, err = run(
        capsys, "--content", content, "--import", CLIPPING, "--force", "--date", date
    )
    assert code == 1
    assert re.sub(r".*article-brut.fr.txt:\d+: ", "", err) == (
        f"« {date} » n’est pas une date\u202f; AAAA-MM-JJ ou AAAA-MM-JJThh:mm\n"
    )
    assert (content / "article.fr.md").read_text("utf-8") == ARTICLE


def test_new_addresses_are_locked(capsys: pytest.CaptureFixture[str], content: Path) -> None:
    """They are added, none is taken away; one that the pages have lost is named with its line."""
    lock = content / "anchors.lock"
    assert run(capsys, "--content", content, "--lock")[0] == 0
    first = lock.read_text("utf-8")
    assert first.startswith("// Every address that was published.")
    assert "\nsources.html#" in first
    assert run(capsys, "--content", content, "--lock")[::2] == (0, "")
    assert lock.read_text("utf-8") == first
    kept = "// note\nindex.html#a\nindex.html#b -> sources.html#article\n"
    lock.write_text(kept.rstrip(), "utf-8")
    code, _, err = run(capsys, "--content", content, "--lock")
    assert code == 1
    assert err == (
        "contenu/anchors.lock:2: « index.html#a » n’est plus une adresse des pages\u202f;"
        " « index.html#a -> » et son adresse nouvelle, ou cet identifiant rendu\n"
    )
    added = first.partition("\n")[2]
    assert lock.read_text("utf-8") == kept + added


def test_what_becomes_of_an_address(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One that is new is added, one that goes is named, and `id` gives back that of changed words."""
    monkeypatch.chdir(tmp_path)
    content = shutil.copytree(PHARE, tmp_path / "contenu")
    dossier, lock = content / "dossier.fr.yml", content / "anchors.lock"

    def locked(text: str) -> tuple[int, str, list[str]]:
        dossier.write_text(text, "utf-8")
        before = lock.read_text("utf-8").splitlines() if lock.is_file() else []
        code, _, err = run(capsys, "--content", content, "--lock")
        after = lock.read_text("utf-8").splitlines()
        assert after[: len(before)] == before
        return code, err, after[len(before) :]

    text = dossier.read_text("utf-8")
    code, err, first = locked(text)  # there is no file yet
    assert (code, err) == (0, "")
    sentence, whole = 'text: "Des marins contestent la vente."', lock.read_text("utf-8")
    assert sentence in text
    changed = text.replace(sentence, 'text: "Des marins la contestent."')
    code, err, new = locked(changed)
    (kept,) = re.findall(r"« (index.html#\w+) » n’est plus", err)
    (added,) = new
    assert (code, err) == (
        1,
        (
            f"contenu/anchors.lock:{first.index(kept) + 1}: « {kept} » n’est plus une adresse des pages\u202f;"
            f" « {kept} -> » et son adresse nouvelle, ou cet identifiant rendu\n"
        ),
    )
    alias = lock.read_text("utf-8").replace(f"{kept}\n", f"{kept} -> {added}\n")
    lock.write_text(alias, "utf-8")
    assert locked(changed) == (0, "", [])
    lock.write_text(whole, "utf-8")
    id_ = kept.partition("#")[2]
    given = changed.replace('- text: "Des marins la', f'- id: {id_}\n        text: "Des marins la')
    assert locked(given) == (0, "", [])


def test_ready_to_publish(capsys: pytest.CaptureFixture[str], content: Path) -> None:
    """What the law asks of a publisher is refused while it is blank, each key with its line."""
    code, _, err = run(capsys, "--content", content, "--ready")
    assert code == 1
    assert (
        "contenu/dossier.fr.yml:1: la clé « host_phone » reste à remplir sous legal\u202f; son téléphone"
        in err
    )
    keys = "publisher address contact director authors host host_address host_phone".split()
    legal = "".join(f"  {key}: dit {key}\n" for key in keys)
    dossier = content / "dossier.fr.yml"
    dossier.write_text(f"title: Essai\nlegal:\n{legal}", "utf-8")
    code, _, err = run(capsys, "--content", content, "--ready")
    assert (code, err) == (0, "")
    dossier.write_text(f"title: Essai\nlegal:\n{legal.replace('  host: dit host', '')}", "utf-8")
    code, _, err = run(capsys, "--content", content, "--ready")
    assert (
        err
        == "contenu/dossier.fr.yml:3: la clé « host » reste à remplir sous legal\u202f; l’hébergeur\n"
    )


# Values of keys of the small story, what is written in their place, and the words that are named.
UNWRITTEN = [
    ("article.fr.md", "title: Le phare", "title: TODO le phare", "2: « TODO »"),
    ("article.fr.md", "\n\n", "\n\nLorem ipsum dolor.\n\n", "7: « Lorem ipsum »"),
    ("dossier.fr.yml", 'text: "', 'text: "[à compléter] ', "31: « [à compléter] »"),
    ("dossier.fr.yml", 'label: "', 'label: "XXX ', "30: « XXX »"),
    ("dossier.fr.yml", 'name: "Le phare de Kerbihan"', 'name: "Le nom du site"', "2: « Le nom du site »"),
    ("sources.yml", 'publisher: "', 'publisher: "<à vérifier> ', "3: « <à vérifier> »"),
    ("sources.yml", 'title: "Un phare sous le marteau"', 'title: "?"', "4: « ? »"),
]  # fmt: skip


@pytest.mark.parametrize("written", UNWRITTEN)
def test_what_holds_the_place_of_a_text(
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    written: tuple[str, str, str, str],
) -> None:
    """It is noted, with its line, in whatever readers see, and refused before it is published."""
    name, old, new, said = written
    monkeypatch.chdir(tmp_path)
    content = shutil.copytree(PHARE, tmp_path / "contenu")
    assert "tient lieu de texte" not in run(capsys, "--content", content)[1]
    assert run(capsys, "--content", content, "--ready")[0] == 0
    path = content / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    if name == "article.fr.md" and "Lorem" in new:
        dossier = content / "dossier.fr.yml"
        aside = 'set_aside:\n  - {article: "Lorem ipsum dolor.", reason: "Un essai."}\n'
        dossier.write_text(dossier.read_text("utf-8").replace("set_aside:\n", aside), "utf-8")
    code, out, err = run(capsys, "--content", content)
    assert (code, err) == (0, "")
    note = f"contenu/{name}:{said} tient lieu de texte"
    assert [line for line in out.splitlines() if "tient lieu" in line] == [f"  {note}"]
    code, _, err = run(capsys, "--content", content, "--ready")
    assert (code, err) == (1, f"{note}\u202f; le texte que les lecteurs liront\n")


@pytest.mark.parametrize("title", ["“Un phare”", "«Un phare»", "Un phare", '"« Un phare »"'])
def test_marks_that_a_title_keeps(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, title: str
) -> None:
    """Those of writers are no marks of YAML: they are noted, but between those that are."""
    content = shutil.copytree(PHARE, tmp_path / "contenu")
    path = content / "article.fr.md"
    text = re.sub("title: .*", f"title: {title}", path.read_text("utf-8"))
    path.write_text(text, "utf-8")
    out = run(capsys, "--content", content)[1]
    said = f"{path}:2: les guillemets de « {title} » font partie de la valeur"
    assert (said in out) == (title[0] in "“«")
    _, _, err = run(capsys, "--content", content, "--ready")
    expected = "aucun, ou des guillemets droits autour de ceux d’une citation"
    assert (f"{said}\u202f; {expected}\n" == err) == (title[0] in "“«")


def test_a_draft_is_not_ready(capsys: pytest.CaptureFixture[str], content: Path) -> None:
    """What `--draft` leaves to decide, and what it proposes, is not to be published."""
    (content / "article.fr.md").write_text(f"{ARTICLE}\nIl ne pleut pas.\n", "utf-8")
    assert run(capsys, "--content", content, "--draft")[0] == 0
    dossier = content / "dossier.fr.yml"
    text = dossier.read_text("utf-8")
    dossier.write_text(re.sub(r"(?m)^# (\w+: \"|themes:|  - \{id)", r"\1", text), "utf-8")
    code, out, _ = run(capsys, "--content", content)
    assert code == 0
    noted = re.findall(r"dossier.fr.yml:\d+: « (.*?) » tient lieu de texte", out)
    assert noted == [*SAMPLES.values(), "À décider."]
    assert run(capsys, "--content", content, "--ready")[2].count("tient lieu de texte") == 6


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Il reste un dossier à compléter.", ""),
        ("À compléter", "À compléter"),
        ("Il paie [sic] 3 € […] à décider", ""),
        ("(à préciser avant jeudi) Il part", "(à préciser avant jeudi)"),
        ("…", "…"),
        ("Le TODO-MVC", "TODO"),
        ("Mastodonte XXXL", ""),
    ],
)
def test_what_is_unwritten(text: str, words: str) -> None:
    """What people type to come back to is told from what they write."""
    assert unwritten(text) == words


@pytest.mark.parametrize(
    ("key", "value", "blank"),
    [
        ("address", "…", True),
        ("address", "1, rue de l’Exemple", False),
        ("contact", "courriel@exemple.fr", True),
        ("contact", "https://www.example.org/ecrire", True),
        ("contact", "amis@kerbihan.example", False),
        ("director", "Nom du directeur de la publication", True),
        ("director", "Ana Roy", False),
        ("publisher", "Nom, ou dénomination et forme", True),
        ("publisher", "[à compléter]", True),
        ("authors", "TODO", True),
        ("authors", "Lorem ipsum dolor", True),
        ("host_phone", "02 00 00 00 00", False),
    ],
)
def test_samples_are_blanks(key: str, value: str, *, blank: bool) -> None:
    """What stands for something, as in the samples of the dossier, fills no key."""
    names = [one.name for one in Legal(**{key: value}).blanks()]  # type: ignore[arg-type]
    assert (key in names) == blank


def test_sums_that_the_text_does_not_settle(
    capsys: pytest.CaptureFixture[str], content: Path
) -> None:
    """They are reported with their line, given apart in JSON, and are no amount."""
    article = content / "article.fr.md"
    article.write_text(ARTICLE + "\nIl doit 500 dinars, et des millions d’euros.\n", "utf-8")
    code, out, _ = run(capsys, "--content", content)
    assert code == 0
    assert "0 montant," in out
    assert "  contenu/article.fr.md:9: devise à préciser\u00a0: « 500 dinars »\n" in out
    assert ":9: montant approximatif\u00a0: « des millions d’euros »\n" in out
    _, out, _ = run(capsys, "--content", content, "--json")
    story = json.loads(out)
    assert story["amounts"] == []
    body, doubts = story["article"]["body"], story["coverage"]["doubtful"]
    assert [doubt["problem"] for doubt in doubts] == ["devise à préciser", "montant approximatif"]
    assert [body[doubt["start"] : doubt["end"]] for doubt in doubts] == [
        "500 dinars",
        "des millions d’euros",
    ]


def test_a_weekday_that_was_not(capsys: pytest.CaptureFixture[str], content: Path) -> None:
    """What the article has wrong itself is named, with its line; it is not ours to change."""
    with (content / "article.fr.md").open("a", encoding="utf-8") as file:
        file.write("\nLe lundi 2 mars 2024, rien. Le samedi 2 mars 2024, rien.\n")
    code, out, _ = run(capsys, "--content", content)
    assert code == 0
    assert "jour de la semaine à vérifier\u00a0: « lundi 2 mars 2024 »\n" in out
    assert "vérifier\u00a0: « samedi" not in out


def test_whoever_writes_the_content_settles_a_sum(
    capsys: pytest.CaptureFixture[str], content: Path
) -> None:
    """A currency that the country gives holds in a draft; one that is written holds its value."""
    article, dossier = content / "article.fr.md", content / "dossier.fr.yml"
    article.write_text(ARTICLE + "\nÀ Tunis, il doit 500 dinars.\n", "utf-8")
    assert run(capsys, "--content", content, "--draft")[0] == 0
    assert 'currency: "TND"' in dossier.read_text("utf-8")
    assert run(capsys, "--content", content)[0] == 0
    for place, value, code in (("À Tunis", "400", 1), ("À quai", "500", 0), ("À quai", "400", 1)):
        article.write_text(ARTICLE + f"\n{place}, il doit 500 dinars.\n", "utf-8")
        text = dossier.read_text("utf-8").replace("À Tunis", place).replace("À quai", place)
        dossier.write_text(re.sub(r"value: \d+", f"value: {value}", text), "utf-8")
        assert run(capsys, "--content", content)[0] == code


def test_import_asks_for_what_is_missing(capsys: pytest.CaptureFixture[str], content: Path) -> None:
    """The source and the date may be given where the clipping has neither."""
    clipping = content / "coupure.txt"
    clipping.write_text("Un titre\nUn paragraphe.\n", "utf-8")
    arguments = ("--content", content, "--import", clipping, "--force")
    assert run(capsys, *arguments)[0] == 1
    assert run(capsys, *arguments, "--source", "La Cote", "--date", "2024-05-06")[0] == 0
    assert "date: 2024-05-06\nsource: La Cote\n" in (content / "article.fr.md").read_text("utf-8")
