"""Our timeline page beside the same events in other systems: weight, speed, readers served.

    python benchmarks/pages.py --rounds 1

- ours: as `mkdocs build` makes it;
- stock: MkDocs and Material as they come, without fonts of others, on the same Markdown;
- TimelineJS: from npm, served from the same host, its fonts of other hosts left out;
- by hand: the article of our page, drawings included, in a bare page with 1 kB of CSS: the limit.

Each is served at the root of a port of the same Caddy, every file compressed beforehand by Brotli
at its best. Weight is what Caddy sent for one visit by a fresh Chromium until the network is idle:
bodies only, web workers included. Lighthouse (mobile, simulated throttling) visits them in turns.
"""

from __future__ import annotations

import html
import json
import re
import shutil
import statistics
import sys
import tempfile
from pathlib import Path
from typing import Any

import brotli
from bs4 import BeautifulSoup
from playwright.sync_api import sync_playwright

from common import (
    HERE,
    ROOT,
    TIMELINEJS,
    build,
    copy_project,
    program,
    rounds_asked,
    run,
    stock_project,
    table,
)
from serving import FLAGS, SCORES, free_address, install_tools, lighthouse, served

ROUNDS = 3
OURS, STOCK, TIMELINE, MINIMAL = "ours", "stock Material", "TimelineJS", "by hand"
_PAGE = {OURS: "chronologie.html", STOCK: "chronologie.html", TIMELINE: "", MINIMAL: ""}
_COMPRESSED = {".html", ".css", ".js", ".json", ".svg", ".xml", ".txt"}
_TYPES = {"html": "HTML", "css": "CSS", "javascript": "JavaScript", "font": "fonts"}
Page = dict[str, Any]
"""What was measured of a page, by name; bytes by type under `bytes`."""


def measure(rounds: int) -> dict[str, Page]:
    """Makes the pages, serves them, visits each; all in one run."""
    install_tools()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        roots = _make(folder)
        titles = [html.unescape(event["title"]) for event in _story()["events"]]
        addresses = {which: free_address() for which in roots}
        with served(folder, {addresses[which]: root for which, root in roots.items()}):
            addresses = {which: address + _PAGE[which] for which, address in addresses.items()}
            pages = {
                which: _visit(address, folder / "access.log")
                | {"readable": _readable(roots[which], which, titles)}
                for which, address in addresses.items()
            }
            visits: dict[str, list[Page]] = {which: [] for which in addresses}
            for _ in range(rounds):
                for which, address in addresses.items():
                    visits[which].append(lighthouse(address, folder))
                    print(which, visits[which][-1], file=sys.stderr)
    for which, page in pages.items():
        for key in visits[which][0]:
            page[key] = statistics.median(visit[key] for visit in visits[which])
        page["events"] = len(titles)
    return pages


def show(pages: dict[str, Page]) -> str:
    """The pages as Markdown tables, and the ratios that matter."""
    kinds = [*_TYPES.values(), "other"]
    weight = table(
        ("page", "bytes", *kinds, "requests", "elsewhere", "events without JavaScript"),
        [
            (
                which,
                f"{sum(page['bytes'].values()):,}",
                *(f"{page['bytes'].get(kind, 0):,}" for kind in kinds),
                page["requests"],
                page["elsewhere"],
                f"{page['readable']} of {page['events']}",
            )
            for which, page in pages.items()
        ],
    )
    speed = table(
        (
            "page",
            *(f"{key}, ms" for key in ("FCP", "LCP", "TBT")),
            "CLS",
            *SCORES,
            "axe rules broken",
        ),
        [
            (
                which,
                *(f"{page[key]:,.0f}" for key in ("FCP", "LCP", "TBT")),
                f"{page['CLS']:.3f}",
                *(f"{page[score]:.0f}" for score in SCORES),
                f"{page['axe']:.0f}",
            )
            for which, page in pages.items()
        ],
    )
    ours = pages[OURS]
    ratios = table(
        ("ours to", "bytes", "LCP"),
        [
            (
                which,
                f"{sum(ours['bytes'].values()) / sum(page['bytes'].values()):.2f}",
                f"{ours['LCP'] / page['LCP']:.2f}",
            )
            for which, page in pages.items()
            if which != OURS
        ],
    )
    return f"{weight}\n{speed}\n{ratios}"


def _story() -> Page:
    command: list[str | Path] = [sys.executable, ROOT / "scripts" / "build_pages.py", "--json"]
    story: Page = json.loads(run(command, ROOT))
    return story


def _make(folder: Path) -> dict[str, Path]:
    """The four sites, each file with its compressed twin."""
    ours, stock = copy_project(folder / "ours"), stock_project(folder / "stock")
    build(ours)
    build(stock)
    roots = {
        OURS: ours / "site",
        STOCK: stock / "site",
        TIMELINE: folder / "timelinejs",
        MINIMAL: folder / "minimal",
    }
    _make_timeline(roots[TIMELINE])
    _make_minimal(roots[MINIMAL], (roots[OURS] / "chronologie.html").read_text("utf-8"))
    for root in roots.values():
        for path in list(root.rglob("*")):
            if path.suffix in _COMPRESSED and path.is_file():
                compressed = brotli.compress(path.read_bytes(), quality=11)
                path.with_name(path.name + ".br").write_bytes(compressed)
    return roots


def _make_timeline(root: Path) -> None:
    shutil.copytree(TIMELINEJS / "dist", root, ignore=shutil.ignore_patterns("*.map", "embed"))
    shutil.copy(HERE / "timelinejs.html", root / "index.html")
    events = [
        {
            **dict(zip(("start_date", "end_date"), _dates(event["date"]), strict=False)),
            "text": {"headline": event["title"], "text": event["text"]},
        }
        for event in _story()["events"]
    ]
    data = json.dumps({"events": events}, ensure_ascii=False)
    (root / "events.json").write_text(data, "utf-8")


def _dates(edtf: str) -> list[dict[str, str]]:
    """The ends of a date as TimelineJS takes them; what it cannot say (about, before) is lost."""
    ends = [re.findall(r"\d+", end) for end in edtf.split("/")]
    return [dict(zip(("year", "month", "day"), end, strict=False)) for end in ends if end]


def _make_minimal(root: Path, page: str) -> None:
    root.mkdir()
    shutil.copy(HERE / "minimal.css", root)
    article = page[page.index("<article") : page.rindex("</article>")]
    (root / "index.html").write_text(
        '<!DOCTYPE html>\n<html lang="fr">\n<head>\n<meta charset="utf-8">\n'
        "<title>Chronologie</title>\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="description" content="Chronologie">\n<link rel="icon" href="data:,">\n'
        '<link rel="stylesheet" href="minimal.css">\n</head>\n<body>\n<main>\n'
        f"{article}</article>\n</main>\n</body>\n</html>\n",
        "utf-8",
    )


def _visit(address: str, log: Path) -> Page:
    """One first visit: requests, and the bytes that the server sent for them, by type."""
    elsewhere: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program("chromium"), args=FLAGS)
        page = browser.new_page(viewport={"width": 375, "height": 812})
        page.on(
            "request",
            lambda request: (
                elsewhere.append(request.url)
                if request.url.startswith("http") and "//localhost:" not in request.url
                else None
            ),
        )
        page.goto(address, wait_until="networkidle")
        browser.close()
    host = address.split("/")[2]
    lines = [json.loads(line) for line in log.read_text("utf-8").splitlines()]
    sent: dict[str, int] = {}
    answers = [line for line in lines if line["request"]["host"] == host]
    for line in answers:
        kind = "".join(line["resp_headers"].get("Content-Type", []))
        name = next((name for mark, name in _TYPES.items() if mark in kind), "other")
        sent[name] = sent.get(name, 0) + line["size"]
    return {"bytes": sent, "requests": len(answers), "elsewhere": len(elsewhere)}


def _readable(root: Path, which: str, titles: list[str]) -> int:
    """How many events the page shows to those who run no JavaScript."""
    page = (root / (_PAGE[which] or "index.html")).read_text("utf-8")
    soup = BeautifulSoup(page, "html5lib")
    for hidden in soup(["script", "style", "template", "svg"]):
        hidden.decompose()
    shown = _squeezed(soup.get_text())
    return sum(_squeezed(title) in shown for title in titles)


def _squeezed(text: str) -> str:
    return "".join(text.replace("’", "'").split())


def main() -> None:
    """Prints the tables."""
    print(show(measure(rounds_asked(__doc__, ROUNDS))))


if __name__ == "__main__":
    main()
