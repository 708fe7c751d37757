"""A page such as a user of MkDocs writes: no front matter, all that Markdown has."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

BY_HAND = "par-nous.html"
TITLE = "Nos chiffres & « nos » mots"
_PAGE = f"""\
# {TITLE}

Une phrase, du `code`, **du gras** et une note[^1].

> Une citation.

| Année | Montant |
| ----- | ------: |
| 2015  |   1 000 |

!!! note "À savoir"
    Un encadré.

```python
print("oui")
```

![La carte](apple-touch-icon.png)

- [x] un
    1. deux

---

[^1]: La note.
"""


def write_page(project: Path) -> None:
    """Writes the page, and names it in the navigation without a title."""
    (project / "docs" / "par-nous.md").write_text(_PAGE, "utf-8")
    configuration = project / "mkdocs.yml"
    text = configuration.read_text("utf-8")
    configuration.write_text(text.replace("nav:\n", "nav:\n  - par-nous.md\n", 1), "utf-8")
