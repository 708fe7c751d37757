"""What a built site becomes before it is published: small pages and stylesheets in, files out."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import re
from typing import TYPE_CHECKING

import brotli
import pytest

from publication.compression import compressed
from publication.finishing import Sources, finish
from publication.markup import (
    RESIDUES,
    compact,
    inline_scripts,
    opening_from_disk,
    vocabulary_of,
    with_one_stylesheet,
    with_ordered_back_links,
    with_policy,
    without_residues,
)
from publication.search import parts_of, search_script
from publication.security import caddy_file, headers_file, headers_for, policy_for
from publication.stylesheet import combine

if TYPE_CHECKING:
    from pathlib import Path

    from publication.finishing import Finished

PAGE = """<!doctype html>
<html lang="fr"><head>
<meta charset="utf-8">
<link rel="stylesheet" href="../assets/stylesheets/main.css">
<link rel="stylesheet" href="../assets/site.css">
<script>{"theme"}</script>
</head><body dir="ltr">
<input class="md-toggle" type="checkbox" id="__drawer" autocomplete="off">
<input class="md-toggle" type="checkbox" id="__search" autocomplete="off">
<label class="md-overlay" for="__drawer"></label>
<div data-md-component="announce">
</div>
<script>__md_scope=new URL(".",location)</script>
<article class="md-typeset">
<h1 id="titre"><a class="toclink" href="#titre">Titre</a></h1>
<p>Un mot<sup class="niveau">S</sup><sup id="fnref:1"><a class="footnote-ref" href="#fn:1">1</a></sup>, <time datetime="2015">2015</time>.</p>
<h2 id="suite" class="x">La suite &amp; fin</h2><ul><li>Un</li><li>deux.</li></ul>
<h2 id="notes">Notes</h2><p>Un passage.</p>
</article>
<div class="md-dialog" data-md-component="dialog">
  <div class="md-dialog__inner md-typeset"></div>
</div>
<script>var target=document.getElementById("x")</script>
<script src="../assets/site.js" defer></script>
</body></html>
"""


def test_residues_of_the_theme_go() -> None:
    """What only the theme's script uses is taken out; what is not there any more is named."""
    page, missing = without_residues(PAGE)
    assert missing == []
    for trace in ("__drawer", "__search", "md-overlay", "announce", "__md_scope", "md-dialog"):
        assert trace not in page
    assert "var target" not in page
    assert '<script src="../assets/site.js" defer></script>' in page
    assert without_residues(page)[1] == list(RESIDUES)


@pytest.mark.parametrize(
    ("address", "opening"),
    [
        ("../", "../index.html"),
        ("..", "../index.html"),
        ("../..", "../../index.html"),
        (".", "index.html"),
        ("./", "index.html"),
        ("./#mot", "#mot"),
        ("../chronologie/#offre", "../chronologie/index.html#offre"),
        ("chronologie/?a=b", "chronologie/index.html?a=b"),
        ("#mot", "#mot"),
        ("../assets/site.css", "../assets/site.css"),
        ("/chronologie/", "/chronologie/"),
        ("https://exemple.fr/a/", "https://exemple.fr/a/"),
        ("mailto:a@exemple.fr", "mailto:a@exemple.fr"),
    ],
)
def test_links_open_from_disk(address: str, opening: str) -> None:
    """A link to a folder of the site names the file in it; every other link stays."""
    assert opening_from_disk(f'<a href="{address}">') == f'<a href="{opening}">'


def test_ways_back_are_in_the_order_of_the_page() -> None:
    """A note that is called twice leads back to the first call first."""
    calls = '<sup id="fnref2:1"></sup><sup id="fnref:1"></sup>'
    back = [
        f'<a class="footnote-backref" href="#{id_}" title="x">↩</a>'
        for id_ in ("fnref:1", "fnref2:1")
    ]
    assert with_ordered_back_links(calls + "".join(back)) == calls + back[1] + back[0]


def test_indentation_goes_unless_it_may_be_seen() -> None:
    """Blanks at the ends of lines say nothing, but in preformatted text."""
    assert compact("<p>\n\n   a\n  b</p>") == "<p>\na\nb</p>"
    assert compact("<pre>\n  a</pre>\n\n") == "<pre>\n  a</pre>\n\n"


def test_one_stylesheet_and_the_policy() -> None:
    """The last stylesheet stands for all; the policy comes before anything that it rules."""
    page = with_policy(with_one_stylesheet(PAGE), "default-src 'none'")
    assert re.findall('href="(.*css)"', page) == ["../assets/site.css"]
    head = page.partition("<link")[0]
    assert '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">' in head


@pytest.mark.parametrize(
    ("rule", "kept"),
    [
        ("p{color:red}", True),
        ("P{color:red}", True),
        ("table{color:red}", False),
        (".md-typeset>p:hover::after{color:red}", True),
        (".md-typeset .absent{color:red}", False),
        (".md-typeset.absent{color:red}", False),
        ("h2.x{color:red}", True),
        ("h1.x{color:red}", False),
        ("#titre{color:red}", True),
        ("#absent{color:red}", False),
        ("[dir=ltr] p{color:red}", True),
        ("[dir=rtl] p{color:red}", False),
        ("a[href]{color:red}", True),
        ("a[href^=http]{color:red}", True),  # values that are not kept may be anything
        ("p[href]{color:red}", False),
        ("[id^=ti]{color:red}", True),
        ("[lang|=fr]{color:red}", True),
        ("[lang|=en]{color:red}", False),
        ("[type~=checkbox]{color:red}", True),
        ("[type^=check]{color:red}", True),
        ("[type$=box]{color:red}", True),
        ("[type*=eck]{color:red}", True),
        ("[type*=radio]{color:red}", False),
        ("p[hidden],p[data-theme=dark]{color:red}", True),  # states
        (":is(p,.absent){color:red}", True),
        (":is([dir=rtl],.absent) p{color:red}", False),
        ("p:not(.absent){color:red}", True),
        ("*{color:red}", True),
        ("@media print{p{color:red}}", True),
        ("@media print{table{color:red}}", False),
        ("@supports (color:red){p{color:red}}", True),
        ("@page{margin:1cm}", True),
        ("@font-face{font-family:x}", True),
        ('@charset "utf-8";', False),
        ("p{}", False),
        ("p{--unused:1}", False),
        ("@media print{p{--unused:1}}", False),
        ("p", False),  # cut short
    ],
)
def test_rules_stay_where_they_may_fit(rule: str, kept: bool) -> None:  # noqa: FBT001
    """A rule of the theme stays where some element may be meant by it, and only there."""
    vocabulary = vocabulary_of([PAGE])
    assert bool(combine(rule, "", vocabulary)) is kept


def test_parts_of_a_rule() -> None:
    """Selectors that fit nothing leave a rule; properties stay while something asks for them."""
    theme = (
        ":root{--a:var(--b);--b:1;--c:2;--d:3}/* note */ p , table{ margin : var(--a)  !important }"
        "@keyframes in{0%{opacity:0}}@keyframes out{0%{opacity:1}}h1{animation:in 1s}"
    )
    assert combine(theme, "h2 { color: var(--d) }", vocabulary_of([PAGE])) == (
        ":root{--a:var(--b);--b:1;--d:3}p{margin:var(--a)!important}"
        "@keyframes in{0%{opacity:0}}h1{animation:in 1s}h2{color:var(--d)}"
    )


def test_policy_knows_the_scripts_of_the_pages() -> None:
    """Each script written into a page has its SHA-256 in the policy, and nothing else is allowed."""
    page, _ = without_residues(PAGE)
    digest = base64.b64encode(hashlib.sha256(b'{"theme"}').digest()).decode()
    assert inline_scripts(page) == ['{"theme"}']
    policy = policy_for(inline_scripts(page) * 2)
    assert f"script-src 'self' 'sha256-{digest}';" in policy
    assert "unsafe" not in policy
    assert policy.startswith("default-src 'none'; ")


def test_headers_for_two_kinds_of_servers() -> None:
    """The same headers for static hosts and for Caddy; named files are kept for good."""
    headers = headers_for("default-src 'none'")
    shown = headers_file(headers, ["assets/site.1.css"])
    assert shown.startswith(
        "/*\n  Content-Security-Policy: default-src 'none'; frame-ancestors 'none'\n"
    )
    assert shown.endswith(
        "/assets/site.1.css\n  Cache-Control: public, max-age=31536000, immutable\n"
    )
    caddy = caddy_file(headers, ["assets/site.1.css"])
    for name, value in headers.items():
        assert f'\t{name} "{value}"\n' in caddy
    assert 'header /assets/site.1.css Cache-Control "public' in caddy


def test_parts_of_pages_can_be_searched() -> None:
    """Each title is a result with its text: no marks, no notes, words apart."""
    parts = list(parts_of("a/", PAGE))
    assert [(part.location, part.title, part.page, part.text) for part in parts] == [
        ("a/#titre", "Titre", "Titre", "Un mot, 2015."),
        ("a/#suite", "La suite & fin", "Titre", "Un deux."),
    ]
    assert list(parts_of("b/", "<p>no article</p>")) == []
    assert list(parts_of("b/", "<article>no title</article>")) == []
    script = search_script({"a/": PAGE}, "library()", "search()")
    assert script.startswith("library()\nconst PARTS = [")
    assert json.loads(script.splitlines()[1].removeprefix("const PARTS = "))[1]["text"] == (
        "Un deux."
    )


def test_compressed_files_hold_the_same() -> None:
    """Text has its two compressed forms, pictures none; the same bytes each time."""
    text = "texte é ".encode() * 100
    large = b"x" * 2_000_001
    files = compressed({"a.html": text, "b.png": b"png", "c.js": large})
    assert sorted(files) == ["a.html.br", "a.html.gz", "c.js.br", "c.js.gz"]
    assert brotli.decompress(files["a.html.br"]) == gzip.decompress(files["a.html.gz"]) == text
    assert brotli.decompress(files["c.js.br"]) == large
    assert files == compressed({"a.html": text, "b.png": b"png", "c.js": large})


def finished(*, address: str = "", serving: bool = False) -> Finished:
    """A small site, finished."""
    sources = Sources(
        theme_stylesheet="p{margin:0}table{margin:0}",
        stylesheet="h1{color:red}",
        script="// A note.\ngo()\n",
        search="search()",
        libraries="library()",
        address=address,
    )
    pages = {"a/index.html": PAGE, "recherche/index.html": PAGE, "404.html": PAGE}
    return finish(pages, {"assets/a.svg": b"<svg/>"}, sources, serving=serving)


def test_a_site_is_finished() -> None:
    """Every page has the script, and one stylesheet by a name that changes with what it holds."""
    done = finished()
    assert done.missing == ()
    css = next(name for name in done.files if re.fullmatch(r"assets/site\.\w{10}\.css", name))
    assert done.files[css] == b"p{margin:0}h1{color:red}"
    page = done.files["a/index.html"].decode()
    assert f'href="../{css}"' in page
    assert "<script>go()</script>" in page
    assert "assets/site.js" not in page
    assert '<sup class="niveau" aria-hidden="true">S</sup>' in page
    assert '<a class="footnote-ref" href="#fn:1" aria-label="Note 1, autre source">1</a>' in page
    assert "Content-Security-Policy" in page
    search = next(data for name, data in done.files.items() if name.startswith("assets/recherche."))
    assert search.count(b'"location":"a/#') == 2
    assert b'"location":"recherche/' not in search  # the index and the lost page are no results
    assert done.files["robots.txt"] == b"User-agent: *\nAllow: /\n"
    assert {"_headers", "_headers.caddy", "a/index.html.br", "assets/a.svg.gz"} <= set(done.files)


def test_a_published_site_names_its_map() -> None:
    """A robots.txt names the map of the site by its whole address."""
    robots = finished(address="https://exemple.fr/").files["robots.txt"].decode()
    assert robots.endswith("Sitemap: https://exemple.fr/sitemap.xml\n")


def test_a_site_that_is_being_edited() -> None:
    """`mkdocs serve` adds a script of its own to pages, and compresses nothing."""
    done = finished(serving=True)
    assert b"Content-Security-Policy" not in done.files["a/index.html"]
    assert not [name for name in done.files if name.endswith((".br", ".gz")) or name[0] == "_"]


def test_a_theme_that_changed_stops_a_strict_build(
    project: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """A residue that the theme no longer writes is said: the list has to follow it."""
    from mkdocs.config import load_config  # noqa: PLC0415

    import mkdocs_hooks  # noqa: PLC0415 - the hook, beside a configuration of the test's own

    config = load_config(str(project / "mkdocs.yml"))
    site = project / "site"
    site.mkdir()
    page = PAGE.replace('<label class="md-overlay" for="__drawer"></label>', "")
    (site / "index.html").write_text(page, "utf-8")
    (site / "sitemap.xml").write_text("<urlset/>", "utf-8")
    mkdocs_hooks.on_post_build(config)
    assert [record.message for record in caplog.records if record.levelname == "WARNING"] == [
        "offre: the theme no longer writes this; RESIDUES has to follow it: overlay of the drawer"
    ]
    assert not (site / "sitemap.xml").exists()
