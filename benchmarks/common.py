"""What the benchmarks share: the project copied aside, processes timed, tables, the machine."""

from __future__ import annotations

import argparse
import importlib.metadata
import json
import os
import platform
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
LIGHTHOUSE = HERE / "node_modules" / "lighthouse"
TIMELINEJS = HERE / "node_modules" / "@knight-lab" / "timelinejs"
# What a build reads.
_PARTS = ("content", "docs", "overrides", "scripts", "mkdocs.yml")


def copy_project(target: Path) -> Path:
    """The project, copied to a new folder."""
    target.mkdir(parents=True)
    for part in filter(lambda part: (ROOT / part).exists(), _PARTS):
        if (ROOT / part).is_dir():
            ignore = shutil.ignore_patterns("__pycache__")
            shutil.copytree(ROOT / part, target / part, ignore=ignore)
        else:
            shutil.copy2(ROOT / part, target / part)
    return target


def stock_project(target: Path) -> Path:
    """The same Markdown with MkDocs and Material as they come: no hook, no override, no style."""
    run([sys.executable, ROOT / "scripts" / "build_pages.py", "--output", target], ROOT)
    sys.path.insert(0, str(ROOT / "scripts"))
    from story.output_folder import without_keys  # noqa: PLC0415 - found once the path is set

    own = ("theme", "plugins", "nav", "extra", "extra_css", "extra_javascript", "validation")
    configuration = target / "mkdocs.yml"
    stock = without_keys(configuration.read_text("utf-8"), own)
    stock += "\ntheme: {name: material, language: fr, font: false}\nplugins: [search: {lang: fr}]\n"
    configuration.write_text(stock, "utf-8")
    return target


def run(command: Sequence[str | Path], folder: Path, limit: float | None = None) -> str:
    """Runs a command in a folder; returns what it prints, raises where it fails or lasts longer."""
    # Python may keep what it compiles, as it does for everybody: where it was told not to, ours
    # would be compiled at each start, and libraries, compiled when they were installed, would not.
    compiling = {"PYTHONDONTWRITEBYTECODE": ""}
    done = subprocess.run(
        command,
        cwd=folder,
        env=os.environ | compiling,
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=limit,
    )
    if done.returncode:
        sys.exit(f"{' '.join(map(str, command))}\n{done.stdout}{done.stderr}")
    return done.stdout


def build(project: Path, limit: float | None = None) -> float:
    """Seconds that `mkdocs build` takes, the start of Python included."""
    shutil.rmtree(project / "site", ignore_errors=True)
    start = time.perf_counter()
    run([sys.executable, "-m", "mkdocs", "build", "--quiet"], project, limit)
    return time.perf_counter() - start


def program(name: str) -> str:
    """The path of a program that the tests use too: `chromium` or `caddy`."""
    script, *browser = {"chromium": ("browser", name), "caddy": (name,)}[name]
    return run(["sh", ROOT / "tests" / f"ensure-{script}.sh", *browser], ROOT).strip()


def rounds_asked(doc: str | None, default: int) -> int:
    """How many rounds the command line asks for."""
    parser = argparse.ArgumentParser(description=doc.splitlines()[0] if doc else None)
    parser.add_argument("--rounds", type=int, default=default)
    rounds: int = parser.parse_args().rounds
    return rounds


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A Markdown table; all columns but the first are figures."""
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "".join(f"| {' | '.join(map(str, line))} |\n" for line in lines)


def describe_machine() -> str:
    """Processors and memory, and nothing that names the machine."""
    pages, size = os.sysconf("SC_PHYS_PAGES"), os.sysconf("SC_PAGE_SIZE")
    memory = round(pages * size / 2**30)
    return f"{os.cpu_count()} cores ({platform.machine()}), {memory} GiB, {platform.system()}"


def versions() -> dict[str, str]:
    """The versions of what is measured and of what it is measured with."""
    chromium = run([program("chromium"), "--version"], ROOT).split()
    return {
        "Python": platform.python_version(),
        **{
            name: importlib.metadata.version(package)
            for name, package in (("MkDocs", "mkdocs"), ("Material", "mkdocs-material"))
        },
        "Chromium": next(word for word in chromium if word[0].isdigit()),
        "Lighthouse": _npm_version(LIGHTHOUSE),
        "TimelineJS": _npm_version(TIMELINEJS),
        "Caddy": run([program("caddy"), "version"], ROOT).split()[0],
    }


def _npm_version(folder: Path) -> str:
    return str(json.loads((folder / "package.json").read_text("utf-8"))["version"])
