"""Writes what describes data: the JSON Schemas of the content files and of the published story.

The table of keys in the README comes from the same classes.

Run when the model changes (`python scripts/make_schema.py`); a test asks whether both are current.
"""

import json
from pathlib import Path

import msgspec

from story.dossier.json_schema import DIALECT, dossier_schema, key_table, sources_schema
from story.exports.all_formats import SCHEMA
from story.json_output import StoryJson

ROOT = Path(__file__).resolve().parent.parent
START, END = "<!-- keys: python scripts/make_schema.py -->\n", "<!-- /keys -->\n"


def described(root: Path) -> dict[Path, str]:
    """What the files should hold, by their paths."""
    readme = root / "README.md"
    before, _, rest = readme.read_text("utf-8").partition(START)
    after = rest.partition(END)[2]
    schemas = root / "content" / "schema"
    return {
        schemas / "dossier.json": dossier_schema(),
        schemas / "sources.json": sources_schema(),
        root / SCHEMA.relative_to(ROOT): story_schema(),
        readme: f"{before}{START}{key_table()}{END}{after}",
    }


def story_schema() -> str:
    """The JSON Schema of the story as it is published."""
    schema = {"$schema": DIALECT, "title": "Récit", **msgspec.json.schema(StoryJson)}
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    for path, text in described(ROOT).items():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
