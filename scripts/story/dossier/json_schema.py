"""The content files described for editors and people: JSON Schemas, and the README's table.

Both come from the classes of the model, as reading does; nothing is written twice.
"""

import json
from collections.abc import Iterator
from typing import Any

from story.evidence import ArticleWords, Source, SourceWords
from story.model import Cited, Dossier, Statement, Term
from story.reading.article_file import Article
from story.reading.body import LONGEST_PASSAGE
from story.typed_yaml.field_types import ID, TEXT, Key, Kind, Reference, keys_of

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_TEXT = dict(TEXT.schema)
_PASSAGES = (ArticleWords, SourceWords)
_COMPUTED = {
    "description": "les calculs du site, refaits à chaque construction : « 6.4 / 3.2 = 2 »",
    "type": "array",
    "items": _TEXT,
}


def dossier_schema() -> str:
    """The JSON Schema of `dossier.fr.yml`."""
    shared = {"evidence": _evidence(), "computed": _COMPUTED}
    return _schema("Dossier", _object(Dossier) | {"$defs": shared})


def sources_schema() -> str:
    """The JSON Schema of `sources.yml`."""
    names = {"pattern": ID.schema["pattern"]}
    sources = {"type": "object", "propertyNames": names, "additionalProperties": _object(Source)}
    return _schema("Sources", sources)


def key_table() -> str:
    """A Markdown table of every key of the three files; needed ones are bold."""
    head = ", ".join(_key(key) for key in keys_of(Dossier) if not isinstance(key.holds, type))
    rows = [
        "| entry | keys |",
        "| --- | --- |",
        f"| the head of `article.fr.md` | {_keys(Article)} |",
        f"| a source | {_keys(Source)} |",
        f"| the dossier | {head} |",
    ]
    rows += [f"| `{path}` | {_keys(entry)} |" for path, entry in _lists(Dossier, "")]
    return "\n".join(rows) + "\n"


def _schema(title: str, content: dict[str, Any]) -> str:
    schema = {"$schema": DIALECT, "title": title, **content}
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _evidence() -> dict[str, Any]:
    return {
        "description": "les passages qui appuient la phrase : de l’article, mot pour mot, ou d’une"
        f" source ({LONGEST_PASSAGE} mots au plus), ou le nom de l’un d’eux sous « passages »",
        "type": "array",
        "items": {"anyOf": [*map(_object, _PASSAGES), _TEXT]},
    }


def _object(entry: type) -> dict[str, Any]:
    keys = keys_of(entry)
    properties = {key.name: {"description": key.says, **_holds(key)} for key in keys}
    required = [key.name for key in keys if key.needed]
    found: dict[str, Any] = {"type": "object", "properties": properties}
    if issubclass(entry, Statement):
        properties |= {name: {"$ref": f"#/$defs/{name}"} for name in ("evidence", "computed")}
        if entry is not Term:
            found["anyOf"] = [{"required": ["evidence"]}, {"required": ["computed"]}]
    if entry is Cited:
        passages = [_object(one) for one in _PASSAGES]
        for one in passages:
            properties |= one["properties"]
        found["anyOf"] = [{"required": one["required"]} for one in passages]
    return {**found, "required": required, "additionalProperties": False}


def _holds(key: Key) -> dict[str, Any]:
    items = _one(key)
    if not key.many:
        return items
    return {"type": "array", "items": items, **({"minItems": 1} if key.needed else {})}


def _one(key: Key) -> dict[str, Any]:
    if isinstance(key.holds, Kind):
        return dict(key.holds.schema)
    if isinstance(key.holds, Reference):
        return dict(TEXT.schema)
    if isinstance(key.holds, tuple):
        return {"enum": list(key.holds)}
    return _object(key.holds)


def _lists(entry: type, path: str) -> Iterator[tuple[str, type]]:
    """Every entry that another holds, with its path, and its class."""
    for key in keys_of(entry):
        if isinstance(key.holds, type):
            yield f"{path}{key.name}", key.holds
            yield from _lists(key.holds, f"{path}{key.name}.")


def _keys(entry: type) -> str:
    words = [_key(key) for key in keys_of(entry)]
    if issubclass(entry, Statement):
        words.append("evidence" if entry is Term else "**evidence**")
    if entry is Cited:
        words += [key.name for one in _PASSAGES for key in keys_of(one)]
    return ", ".join(words)


def _key(key: Key) -> str:
    """The name of a key, with what it may hold where that is a closed set or an id."""
    name = f"**{key.name}**" if key.needed else key.name
    if isinstance(key.holds, tuple):
        return f"{name} (`{'`/`'.join(key.holds)}`)"
    return f"{name} (→ {key.holds.section})" if isinstance(key.holds, Reference) else name
