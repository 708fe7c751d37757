"""Checks the content and says what is in it; imports clippings; exports the story and its pages.

The only module that prints, writes files or exits. `mkdocs build` does not need it.
"""

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

from story.assemble_story import Story
from story.command_report import write_report
from story.content_folder import ARTICLE, DOSSIER, LOCK, Content, find_article, read_content, shown
from story.dossier.write_first_dossier import write_dossier
from story.faults import ContentError, Fault, refusal
from story.json_output import story_to_json
from story.output_folder import CONFIGURATION, DOCS, folder_files
from story.pages.anchors import anchors_of, lost_anchors, with_new_anchors
from story.reading.decoding import decode
from story.reading.draft_from_article import draft
from story.reading.import_clipping import import_clipping

ROOT = Path(__file__).resolve().parent.parent


def main(arguments: list[str] | None = None) -> int:
    """Runs the command line; returns its exit code, 1 where there is something to mend."""
    options = _parser().parse_args(arguments)
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    try:
        if options.clipping or options.draft:
            (_import if options.clipping else _draft)(options)
            return 0
        content = read_content(options.content, Path.cwd(), docs=ROOT / DOCS)
        if options.ready:
            _require_ready(options.content, content.story)
        if options.output:
            _write_folder(options.output, content, force=options.force)
        if options.lock:
            _lock(options.content / LOCK, content)
        _say(story_to_json(content.story) if options.json else write_report(content.story))
        if options.output:
            _say(f"  écrit dans {options.output} ; « mkdocs build --strict » y construit le site")
    except BrokenPipeError:
        raise
    except ContentError as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        path = Path(error.filename or options.content)
        print(refusal(shown(path, Path.cwd()), error), file=sys.stderr)
        return 1
    return 0


def _say(text: str) -> None:
    with _naming("sortie standard"):
        print(text.removesuffix("\n"), flush=True)


@contextmanager
def _naming(path: str | Path) -> Iterator[None]:
    """Names what a person asked for where the system refuses it, rather than what it is made by."""
    try:
        yield
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description="Vérifie le contenu du site et dit ce qu’il contient.", allow_abbrev=False
    )
    parser.add_argument(
        "--content",
        type=Path,
        default=ROOT / "content",
        metavar="DOSSIER",
        help="le dossier du contenu (content/ sinon)",
    )
    what = parser.add_mutually_exclusive_group()
    what.add_argument(
        "--json", action="store_true", help="écrit le récit en JSON sur la sortie standard"
    )
    what.add_argument(
        "--output",
        type=Path,
        metavar="DOSSIER",
        help="écrit un dossier que tout constructeur compatible avec MkDocs sait construire",
    )
    what.add_argument(
        "--import",
        dest="clipping",
        type=Path,
        metavar="COUPURE",
        help=f"fait de cette coupure (texte collé d’une lettre) le fichier {ARTICLE} du contenu",
    )
    what.add_argument(
        "--draft", action="store_true", help=f"tire de l’article un premier {DOSSIER}, à compléter"
    )
    what.add_argument(
        "--lock",
        action="store_true",
        help=f"ajoute à {LOCK} les adresses nouvelles, qui sont dès lors permanentes",
    )
    what.add_argument(
        "--ready",
        action="store_true",
        help="refuse un contenu qui n’est pas prêt à publier\u00a0: textes et mentions légales à"
        " compléter",
    )
    parser.add_argument("--source", default="", metavar="NOM", help="qui a publié la coupure")
    parser.add_argument("--date", default="", metavar="AAAA-MM-JJ", help="quand la coupure a paru")
    parser.add_argument(
        "--force",
        action="store_true",
        help="remplace ce que --output, --import ou --draft trouve déjà là",
    )
    return parser


def _import(options: argparse.Namespace) -> None:
    target = options.content / ARTICLE
    path, name = shown(options.clipping, Path.cwd()), shown(target, Path.cwd())
    _require_new(target, force=options.force)
    raw = options.clipping.read_bytes()
    imported = import_clipping(raw, path, source=options.source, date=options.date)
    for notice in imported.notices:
        _say(f"{path}: {notice}")
    if imported.faults:
        raise ContentError(imported.faults)
    _write_new(target, imported.text)
    _say(f"écrit : {name} ; relisez-le avant de le publier")


def _require_ready(content: Path, story: Story) -> None:
    """Raises ContentError for each text to be written, and each blank of the legal notice."""
    path, line = shown(content / DOSSIER, Path.cwd()), story.legal.line
    blanks = [
        Fault(path, line, f"la clé « {key.name} » reste à remplir sous legal", key.says)
        for key in story.legal.blanks()
    ]
    if left := (*blanks, *story.unfinished):
        raise ContentError(left)


def _lock(target: Path, content: Content) -> None:
    """Adds new addresses to the lock. Raises ContentError for each that the pages have lost."""
    anchors = anchors_of(content.pages)
    name = shown(target, Path.cwd())
    lock = decode(target.read_bytes(), name) if target.exists() else ""
    _write_new(target, with_new_anchors(lock, anchors))
    if lost := lost_anchors(lock, anchors):
        gone = "n’est plus une adresse des pages"
        wanted = "et son adresse nouvelle, ou cet identifiant rendu"
        raise ContentError(
            Fault(name, line, f"« {anchor} » {gone}", f"« {anchor} -> » {wanted}")
            for anchor, line in lost.items()
        )


def _draft(options: argparse.Namespace) -> None:
    target = options.content / DOSSIER
    _require_new(target, force=options.force)
    drafted = draft(find_article(options.content, Path.cwd()))
    _write_new(target, write_dossier(drafted))
    _say(f"écrit : {shown(target, Path.cwd())} ; il se construit tel quel, et reste à compléter")


def _require_new(target: Path, *, force: bool) -> None:
    """Raises ContentError where a file is there that nobody has asked to replace."""
    if (target.exists() or target.is_symlink()) and not force:
        expected = "--force pour le remplacer, ou --content pour écrire ailleurs"
        _refuse(target, "ce fichier existe déjà", expected)


def _write_new(target: Path, text: str) -> None:
    with _beside(target) as folder:
        fresh = folder / target.name
        fresh.write_bytes(text.encode())
        shutil.copymode(target if target.exists() else ROOT / CONFIGURATION, fresh)
        fresh.replace(target)


@contextmanager
def _beside(target: Path) -> Iterator[Path]:
    """A folder on the same device, where what goes to `target` is made: nobody sees half of it."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with (
        _naming(target),
        tempfile.TemporaryDirectory(dir=target.parent, prefix=f".{target.name}-") as folder,
    ):
        yield Path(folder)


# What a folder may hold for --output to replace it: what it wrote, and what a builder made there.
_OWN = {CONFIGURATION, DOCS, "site"}


def _write_folder(target: Path, content: Content, *, force: bool) -> None:
    """Writes the whole folder, in place of what it wrote before where it is asked to."""
    there = target.resolve()
    if ROOT.is_relative_to(there) or there.is_relative_to(ROOT):
        _refuse(target, "ce dossier est celui du projet, ou dans lui", "un dossier hors du projet")
    present = {path.name for path in there.iterdir()} if there.is_dir() else set()
    if there.is_file() or present - _OWN:
        problem = "il y a là autre chose que ce que --output écrit"
        _refuse(target, problem, "un dossier nouveau ou vide")
    if present and not force:
        _refuse(target, "ce dossier n’est pas vide", "--force pour le remplacer")
    docs = {
        path.relative_to(ROOT / DOCS).as_posix(): path.read_bytes()
        for path in sorted((ROOT / DOCS).rglob("*"))
        if path.is_file()
    }
    configuration = decode((ROOT / CONFIGURATION).read_bytes(), CONFIGURATION)
    with _beside(there) as folder:
        fresh = folder / "fresh"
        for inside, data in folder_files(configuration, docs, content.pages, content.story).items():
            path = fresh / inside
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        if there.is_dir():
            there.replace(folder / "old")
        fresh.replace(there)


def _refuse(path: Path, problem: str, expected: str) -> NoReturn:
    raise ContentError([Fault(shown(path, Path.cwd()), 1, problem, expected)])


if __name__ == "__main__":
    try:
        code = main()
    except BrokenPipeError:  # whoever reads has read enough: `… --json | head`
        code = 0
    # What could not be written is said already: not once more by Python, at its end.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(code)
