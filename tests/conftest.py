"""The project copied aside, builds of it, and their pages as a browser parses them."""

from __future__ import annotations

import functools
import logging
import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest
from bs4 import BeautifulSoup
from hypothesis import HealthCheck, settings

from story.content_folder import Content, read_content
from story.reading.body import squeeze
from waiting import wait_for

if TYPE_CHECKING:
    from collections.abc import Callable

pytest_plugins = ["browsing", "caddy"]

# No test depends on the clock or on luck: Hypothesis bounds the time of each example, and draws other
# examples at each run, unless it is told not to. To look further, `benchmarks/fuzz.py`.
settings.register_profile(
    "any machine",
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("any machine")

ROOT = Path(__file__).parent.parent
# The address that a publisher would give, for what only a published site has.
PUBLISHED = "https://offre.example/"
# A whole story, with sections of every kind, for what nothing smaller shows. What the site says may
# change, and another story may move in: what is asked of the house is asked of this one.
WHOLE = ROOT / "tests" / "fixtures" / "whole"
# What a build reads beside the content.
PARTS = ("docs", "overrides", "scripts", "mkdocs.yml")


# Fixtures of tests that build a site: seconds, where most tests take milliseconds.
BUILDING = frozenset({"build", "project", "bare_project", "site", "bare_site", "published_site"})


# Tests of long texts, and of every statement changed in every way.
LONG = frozenset({"test_growth.py", "test_shapes.py", "test_trials.py"})


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks as slow every test of a built site, as quick those that no slow or browser mark holds."""
    for item in items:
        parameters = item.callspec.params.values() if hasattr(item, "callspec") else ()
        asked = {name for name in parameters if isinstance(name, str)}
        if not BUILDING.isdisjoint(asked.union(getattr(item, "fixturenames", ()))):
            item.add_marker("slow")
        if not any(item.get_closest_marker(name) for name in ("browser", "slow")):
            item.add_marker("quick")
        # Texts by the thousand, and long ones: to count their lines takes as long as to read them,
        # and the other tests alone have to reach each line.
        if hasattr(getattr(item, "function", None), "hypothesis") or item.path.name in LONG:
            item.add_marker("no_cover")
    # The quick ones come last, to fill what the long ones leave of each processor.
    items.sort(key=lambda item: item.get_closest_marker("quick") is not None)


@functools.cache
def content_of(folder: Path = WHOLE) -> Content:
    """What a content folder that no test changes makes, read once."""
    return read_content(folder, folder)


def copy_project(target: Path, content: Path = WHOLE) -> Path:
    """The project, copied to a new folder, with this content."""
    target.mkdir(parents=True)
    shutil.copytree(content, target / "content")
    for part in PARTS:
        source = ROOT / part
        if source.is_dir():
            ignore = shutil.ignore_patterns("__pycache__")
            shutil.copytree(source, target / part, ignore=ignore)
        else:
            shutil.copy2(source, target / part)
    return target


@pytest.fixture
def project(tmp_path: Path, site: Path) -> Path:
    """A copy of the project that a test may change, with what an earlier build has kept.

    It changes no byte of the next one, which `test_cache.py` asks.
    """
    copied = copy_project(tmp_path / "project")
    shutil.copytree(site.parent / ".cache", copied / ".cache")
    return copied


@pytest.fixture
def bare_project(project: Path) -> Path:
    """The same with the article alone: no dossier, no other source."""
    return without_dossier(project)


def without_dossier(project: Path) -> Path:
    """Takes the editorial layer out of a project."""
    for name in ("dossier.fr.yml", "sources.yml"):
        (project / "content" / name).unlink()
    return project


def build_site(
    project: Path,
    address: str = "",
    command: Literal["build", "serve"] = "build",
    *,
    dirty: bool = False,
) -> Path:
    """Builds a project in this process as `mkdocs build --strict` does; returns the site's folder.

    The address is the one at which the site will be published, if any. A dirty build is not strict:
    MkDocs always warns of it. The hook is the one of the
    repository, so that its coverage is counted; it finds content/ and docs/ beside the
    configuration that it is given.
    """
    from mkdocs.commands.build import build  # noqa: PLC0415 - slow: only for the tests that build
    from mkdocs.config import load_config  # noqa: PLC0415

    config_file = project / "mkdocs.yml"
    text = config_file.read_text("utf-8")
    hook = ROOT / "scripts" / "mkdocs_hooks.py"
    config_file.write_text(text.replace("- scripts/mkdocs_hooks.py", f"- {hook}"), "utf-8")
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("SITE_URL", address)
        config = load_config(str(config_file), strict=not dirty)
    config.plugins.on_startup(command=command, dirty=dirty)
    try:
        build(config, dirty=dirty)
    finally:
        config.plugins.on_shutdown()
        config_file.write_text(text, "utf-8")
    return project / "site"


@pytest.fixture
def build() -> Callable[[Path], Path]:
    """The function that builds a project strictly, in this process."""
    return build_site


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a whole story, built once."""
    return built_once("site", tmp_path_factory, lambda folder: build_site(copy_project(folder)))


@pytest.fixture(scope="session")
def bare_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the article alone, built once."""
    return built_once(
        "bare", tmp_path_factory, lambda folder: build_site(without_dossier(copy_project(folder)))
    )


@pytest.fixture(scope="session")
def published_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as it is when its address is known, built once."""
    return built_once(
        "published", tmp_path_factory, lambda folder: build_site(copy_project(folder), PUBLISHED)
    )


@pytest.fixture(scope="session")
def updated() -> str:
    """The day of the last change of the whole story, as its pages write it."""
    story = content_of().story
    return squeeze(story.language.show_date(story.changed))


def built_once(name: str, factory: pytest.TempPathFactory, make: Callable[[Path], Path]) -> Path:
    """A site that the first process to ask for it builds; the other ones wait for it.

    The folder of a process of pytest-xdist lies in that of the whole run.
    """
    base = factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / name
    try:
        folder.mkdir()
    except FileExistsError:
        wait_for((folder / "done").exists, lambda: f"nobody has built {name}")
    else:
        try:
            make(folder / "project")
        finally:
            (folder / "done").touch()
    return folder / "project" / "site"


@functools.cache
def _parsed(html: str) -> BeautifulSoup:
    return BeautifulSoup(html, "html5lib")


def soup_of(page: Path) -> BeautifulSoup:
    """A page as a browser parses it, parsed once: a test that changes it takes a copy."""
    return _parsed(page.read_text("utf-8"))


def style_of(page: Path) -> str:
    """The look that is written into a page."""
    (style,) = soup_of(page).select("style")
    return str(style.string)


@pytest.fixture(autouse=True)
def _quiet() -> None:
    """MkDocs sets up logging for a terminal; tests have none."""
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
