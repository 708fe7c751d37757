"""Writes what describes the content files: the JSON Schemas, and the table of keys in the README.

Run when the model changes (`python scripts/make_schema.py`); a test asks whether both are current.
"""

from __future__ import annotations

from pathlib import Path

from story.dossier.json_schema import dossier_schema, key_table, sources_schema

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
        readme: f"{before}{START}{key_table()}{END}{after}",
    }


if __name__ == "__main__":
    for path, text in described(ROOT).items():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
