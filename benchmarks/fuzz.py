"""Changes the content in ways that nobody would, and asks whether a story or faults come of it.

Run by hand (`python benchmarks/fuzz.py 100000`): it takes minutes, where the tests try hundreds of
texts. Each input is the files of a story with a few changes; what is wrong is printed with its
seed.
"""

from __future__ import annotations

import os
import random
import re
import resource
import sys
import tempfile
import time
import traceback
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from common import ROOT

sys.path.insert(0, str(ROOT / "scripts"))

from story.checking.computations import read_computation
from story.content_folder import read_content
from story.dossier.write_first_dossier import write_dossier
from story.edtf_date import EdtfDate, is_edtf
from story.exports.addresses import Addresses
from story.exports.all_formats import exported_files
from story.faults import ContentError
from story.languages import LANGUAGES
from story.reading.article_file import read_article
from story.reading.draft_from_article import draft
from story.reading.import_clipping import import_clipping

FIXTURES = ROOT / "tests" / "fixtures"
STORIES = (FIXTURES / "stories" / "phare", FIXTURES / "golden" / "dossier")
CLIPPINGS = sorted((FIXTURES / "clippings").glob("*.txt"))
ARTICLES = sorted((FIXTURES / "articles").glob("*.md"))
FILES = ("article.fr.md", "dossier.fr.yml", "sources.yml")
SLOWEST = 2.0  # seconds of the processor
LARGEST = 300_000  # kB
STRANGE = [
    *"\0 \x07 \x1b \x7f \x85 \u2028 \ufeff \ufffe \u200b \u202e".split(" "),
    *"é « » “ \" ' --- &a *a !x % @ `".split(" "),
    *"| > { } [ ] ~ null yes no 1e999 nan -1 0 0000 000X-02-14 999X-39-30 4131-36~/..".split(),
    *"2015-01-31~/.. 1996/.. ../1996 9999 9999-12-31 0001 1**1**1 <b> ](x) \\ USD euros ftp://x".split(),
    *"https:// de chronologie evenements noms […] …".split(),
    *("\t", "\r", "\n", "- ", ": ", " #", "\u00a0", "1 / 0 = 1", "{{ x }}", "{% x %}"),
    *("9" * 400, "a" * 3000, "[" * 200),
    *('"A\\x07"', '"A\\0b"', '"A\\u202e"', '"A\\nb"', '"A\\L"', "A #2", "A # 2"),
]


def _without_lines(rng: random.Random, lines: list[str], at: int) -> list[str]:
    return lines[:at] + lines[at + rng.randint(1, 3) :]


def _line_twice(_: random.Random, lines: list[str], at: int) -> list[str]:
    return [*lines[:at], lines[at], *lines[at:]]


def _lines_swapped(rng: random.Random, lines: list[str], at: int) -> list[str]:
    other = rng.randrange(len(lines))
    return [{at: lines[other], other: lines[at]}.get(n, line) for n, line in enumerate(lines)]


def _indented(rng: random.Random, lines: list[str], at: int) -> list[str]:
    return [*lines[:at], " " * rng.randint(0, 6) + lines[at].lstrip(), *lines[at + 1 :]]


def _another_value(rng: random.Random, lines: list[str], at: int) -> list[str]:
    key, colon, _ = lines[at].partition(": ")
    return [*lines[:at], f"{key}{colon}{rng.choice(STRANGE)}", *lines[at + 1 :]]


def _within(rng: random.Random, lines: list[str], _: int) -> list[str]:
    """Some letters fewer, a word or something strange more, or nothing after a place."""
    text = "\n".join(lines)
    place = rng.randrange(len(text) + 1)
    words = re.findall(r"[\w-]+", text) or ["a"]
    more, skipped = rng.choice(
        (
            (rng.choice(words), 0),
            (rng.choice(STRANGE), 0),
            ("", rng.randint(1, 40)),
            ("", len(text)),
        )
    )
    return (text[:place] + more + text[place + skipped :]).split("\n")


def _without_section(_: random.Random, lines: list[str], at: int) -> list[str]:
    """All lines from a key at the margin to the next."""
    starts = [n for n, line in enumerate(lines) if re.match(r"\w+:", line)]
    start = max((n for n in starts if n <= at), default=0)
    return lines[:start] + lines[min((n for n in starts if n > at), default=len(lines)) :]


CHANGES = (
    _without_section,
    _without_lines,
    _line_twice,
    _lines_swapped,
    _indented,
    _another_value,
    _within,
    _within,
)


def changed(rng: random.Random, text: str) -> str:
    """The text with one change."""
    lines = text.split("\n")
    return "\n".join(rng.choice(CHANGES)(rng, lines, rng.randrange(len(lines))))


def one(seed: int, folder: Path) -> str:
    """What one input gives: `story`, `faults` or what is wrong."""
    rng = random.Random(seed)  # noqa: S311 - filler, not a secret
    kind = seed % 10
    if kind == 0:
        return _imported(rng)
    if kind == 1:
        return _dates(rng)
    if kind == 2:  # noqa: PLR2004 - the third
        return _drafted(rng, folder)
    story = rng.choice(STORIES)
    texts = {name: (story / name).read_text("utf-8") for name in FILES}
    for _ in range(rng.randint(1, 4)):
        name = rng.choice(FILES)
        texts[name] = changed(rng, texts[name])
    for name, text in texts.items():
        data = text.encode(errors="surrogateescape")
        if rng.random() < 0.01:  # noqa: PLR2004 - one in a hundred is no text
            data += bytes([rng.randrange(128, 256)])
        (folder / name).write_bytes(data)
    try:
        exported_files(read_content(folder, folder).story, Addresses(site="https://recit.example/"))
    except ContentError as error:
        for fault in error.faults:
            last = len(re.split(r"\r\n|\r|\n", texts[fault.path]))
            if not 1 <= fault.line <= last:
                return f"out of range: {fault}"
        return "faults"
    return "story"


def _imported(rng: random.Random) -> str:
    text = rng.choice(CLIPPINGS).read_text("utf-8")
    for _ in range(rng.randint(1, 3)):
        text = changed(rng, text)
    try:
        import_clipping(text.encode(errors="replace"), "coupure.txt")
    except ContentError as error:
        last = len(re.split(r"\r\n|\r|\n", text))
        wrong = [fault for fault in error.faults if not 1 <= fault.line <= last]
        return f"out of range: {wrong[0]}" if wrong else "faults"
    return "story"


def _drafted(rng: random.Random, folder: Path) -> str:
    """What the first dossier of an article gives, whose sentences are put together anew."""
    head, _, body = rng.choice(ARTICLES).read_text("utf-8").partition("\n---\n")
    sentences = re.split(r"(?<=[.»]) ", body)
    text = " ".join(rng.choices(sentences, k=rng.randint(1, 12)))
    for _ in range(rng.randint(0, 3)):
        text = changed(rng, text)
    article = f"{head}\n---\n{text}".encode(errors="replace")
    try:
        drafted = draft(read_article(article, FILES[0]))
    except ContentError:
        return "faults"
    (folder / FILES[0]).write_bytes(article)
    (folder / FILES[1]).write_text(write_dossier(drafted), "utf-8")
    (folder / FILES[2]).unlink(missing_ok=True)
    try:
        unused = read_content(folder, folder).story.unused
    except ContentError as error:
        return f"a first dossier with faults: {error.faults[0]}"
    return f"a first dossier leaves out: {unused[0]}" if unused else "story"


def _dates(rng: random.Random) -> str:
    """A date or a computation of signs that may stand there, shown where it is one."""
    date = "".join(rng.choices("0123456789-/.~X", k=rng.randint(1, 14)))
    computation = "".join(rng.choices("0123456789.+-*/() =≈e", k=rng.randint(1, 30)))
    read_computation(computation)
    if not is_edtf(date):
        return "faults"
    found = EdtfDate(date)
    LANGUAGES["fr"].show_date(found)
    assert found.first_day  # noqa: S101 - it has one
    assert found.precision  # noqa: S101
    return "story"


def several(seeds: range) -> tuple[Counter[str], float, int]:
    """What these inputs give, the longest time, and the memory of the process in kB."""
    found: Counter[str] = Counter()
    longest = 0.0
    with tempfile.TemporaryDirectory() as temporary:
        for seed in seeds:
            start = time.process_time()
            try:
                result = one(seed, Path(temporary))
            except Exception:  # noqa: BLE001 - that nothing else is raised is what is asked
                result = f"crash: {traceback.format_exc().splitlines()[-1]}"
            longest = max(longest, time.process_time() - start)
            found[result] += 1
            if result not in {"story", "faults"}:
                print(f"{seed}: {result[:300]}", flush=True)
    return found, longest, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def main() -> int:
    """Tries as many inputs as the first argument says, from the seed that the second gives."""
    count = int(sys.argv[1]) if sys.argv[1:] else 1000
    start = int(sys.argv[2]) if sys.argv[2:] else 0
    step = 500
    total: Counter[str] = Counter()
    longest, largest = 0.0, 0
    ranges = [range(at, min(at + step, start + count)) for at in range(start, start + count, step)]
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        for found, slow, memory in pool.map(several, ranges):
            total += found
            longest, largest = max(longest, slow), max(largest, memory)
    good = total["story"] + total["faults"]
    kinds = f"{total['story']} stories, {total['faults']} with faults, {count - good} wrong"
    print(f"{count} inputs: {kinds}")
    print(f"longest {longest:.2f} s, largest {largest / 1000:.0f} MB")
    return int(good < count or longest > SLOWEST or largest > LARGEST)


if __name__ == "__main__":
    sys.exit(main())
