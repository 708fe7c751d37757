"""The last good site stays until the next one is whole: it is written inside, then takes its place.

Inside the folder of the site, so that all is on one device and only renamed. What is hidden there
(`.git`) stays, as MkDocs has it.
"""

import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

WORK = ".building"
_START = "index.html"


def site_faults(site: Path, root: Path, parts: Iterable[Path]) -> Iterator[str]:
    """Why a site may not be written to a folder: `root` and `parts` hold what it is made of.

    All paths are absolute.
    """
    names = [path.name for path in site.iterdir()] if site.is_dir() else []
    if root.is_relative_to(site) or any(
        part.is_relative_to(site) or site.is_relative_to(part) for part in parts
    ):
        problem = "est un dossier dont le site est fait"
    elif site.exists() and not site.is_dir():
        problem = "n’est pas un dossier"
    elif _START not in names and any(not name.startswith(".") for name in names):
        problem = "contient autre chose qu’un site, et serait vidé"
    else:
        return
    yield f"site_dir\u00a0: « {site.name} » {problem}\u202f; un dossier à part, nouveau ou vide"


def begin_site(site: Path) -> Path:
    """An empty folder to write the next site to."""
    end_site(site)
    fresh = site / WORK / "new"
    fresh.mkdir(parents=True)
    return fresh


def replace_site(site: Path, fresh: Path) -> None:
    """Puts the new site in the place of the old one: all of it or, if the system refuses, none."""
    old = site / WORK / "old"
    old.mkdir()
    new = {path.name for path in fresh.iterdir()}
    gone = (path for path in site.iterdir() if path.name in new or not path.name.startswith("."))
    moves = [(path, old / path.name) for path in gone]
    moves += [(fresh / name, site / name) for name in sorted(new)]
    for at, (source, target) in enumerate(moves):
        try:
            source.rename(target)
        except OSError:
            for before, after in reversed(moves[:at]):
                after.rename(before)
            raise


def end_site(site: Path) -> None:
    """Takes away what a build leaves, finished or not."""
    shutil.rmtree(site / WORK, ignore_errors=True)
