"""What "Sources et méthode" says of the check is what a program of changes finds today."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.append(str(ROOT / "benchmarks"))

import mutations  # noqa: E402 - it is no package
from conftest import content_of  # noqa: E402


def test_the_table_is_current() -> None:
    """Every kind of change, tried over the whole dossier: how many are seen. No table says nothing."""
    told = content_of(ROOT / "content").story.trials
    found = mutations.measure()
    table = [(one.change, one.tried, one.missed or 0) for one in told]
    assert table in ([], mutations.trials(found)), "python benchmarks/mutations.py --dossier"
    assert mutations.section(found).count("change:") == len(mutations.trials(found))
