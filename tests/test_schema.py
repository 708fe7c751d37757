"""The schemas that editors complete and check with: current, and of one mind with the reader."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from make_schema import described

ROOT = Path(__file__).parent.parent
STORIES = [ROOT / "content", *sorted((ROOT / "tests" / "fixtures" / "stories").iterdir())]


class Loader(yaml.SafeLoader):
    """YAML as editors read it: without YAML 1.1's dates."""

    yaml_implicit_resolvers = {  # noqa: RUF012 - as PyYAML has it
        first: [(tag, pattern) for tag, pattern in pairs if not tag.endswith("timestamp")]
        for first, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


def schema(name: str) -> dict[str, Any]:
    """One of the two schemas."""
    found: dict[str, Any] = json.loads((ROOT / "content" / "schema" / name).read_text("utf-8"))
    return found


def faults(name: str, text: str) -> list[str]:
    """What a validator that nobody here wrote says of a file."""
    validator = Draft202012Validator(schema(name))
    content = yaml.load(text, Loader)  # noqa: S506 - a safe loader
    return [error.json_path for error in validator.iter_errors(content)]


def test_everything_written_is_current() -> None:
    """The schemas and the table in the README are those that the model gives."""
    for path, text in described(ROOT).items():
        assert path.read_text("utf-8") == text, f"python scripts/make_schema.py ({path.name})"


@pytest.mark.parametrize("name", ["dossier.json", "sources.json"])
def test_schemas_are_valid(name: str) -> None:
    """Each is a JSON Schema, and says of every key what it is."""
    Draft202012Validator.check_schema(schema(name))
    assert '"description": ""' not in json.dumps(schema(name))


@pytest.mark.parametrize("folder", STORIES, ids=lambda path: path.name)
def test_stories_follow_the_schemas(folder: Path) -> None:
    """What builds is right to an editor too; each file names its schema in its first line."""
    for name, file in (("dossier.json", "dossier.fr.yml"), ("sources.json", "sources.yml")):
        if not (folder / file).is_file():  # neither has to be there
            continue
        text = (folder / file).read_text("utf-8")
        assert faults(name, text) == []
        first, _, address = text.partition("\n")[0].partition("$schema=")
        assert first == "# yaml-language-server: " or folder == ROOT / "content"
        if address:  # one that is written by hand need not name it
            assert (folder / address).resolve() == ROOT / "content" / "schema" / name


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("evnts: []", ["$"]),
        ("title: ''", ["$.title"]),
        ("published: hier", ["$.published"]),
        ("themes: [{id: A, name: A}]", ["$.themes[0].id"]),
        ("not_said: [{text: A}]", ["$.not_said[0]"]),
        ("not_said: [{text: A, evidence: [{source: a}]}]", ["$.not_said[0].evidence[0]"]),
        (
            "amounts: [{id: a, value: 0, currency: euros, text: T, evidence: [{article: a}]}]",
            ["$.amounts[0].value", "$.amounts[0].currency"],
        ),
    ],
)
def test_editors_see_faults(text: str, places: list[str]) -> None:
    """What the reader calls a fault of form, an editor underlines."""
    assert faults("dossier.json", text) == places
