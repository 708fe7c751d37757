"""What a site becomes before it is published: small texts and stylesheets in, files out."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import re
from typing import TYPE_CHECKING

import brotli
import markdown
import pytest

from publication.cache import Cache
from publication.compression import compressed
from publication.cut_stylesheet import combine
from publication.elements import Part, read_html
from publication.footnotes import MarksOfEvidence
from publication.published_files import Text, frame_for, search_script, without_comments
from publication.security_headers import ASK, caddy_file, headers_file, headers_for, policy_for
from publication.source_files import BY_HAND, EVERY_PART, Sources

if TYPE_CHECKING:
    from pathlib import Path

    from publication.published_files import Frame

TEXT = """
<style>p{color:red}</style>
<h1 id="titre"><a class="toclink" href="#titre">Titre</a></h1>
<p>Un mot<sup class="niveau">S</sup><sup id="fnref:1"><a class="footnote-ref" href="#fn:1">1</a></sup>, <time datetime="2015">2015</time>.</p>
<h2 id="suite" class="x">La suite &amp; fin</h2><ul><li>Un</li><li>deux.</li></ul>
<figure><figure><svg><text>Non</text></svg></figure>non</figure><nav>Voir</nav><p>Trois</p>
<script>{"text"}</script>
<h2 id="notes">Notes</h2><p>Un passage.</p>
"""
TEMPLATE = """<!doctype html>
<html lang="fr"><head>
<meta charset="utf-8">
<script></script>
<script src="" defer></script>
</head><body dir="ltr">
<input type="checkbox" id="__drawer" autocomplete="off">
<article class="md-typeset"></article>
</body></html>
"""


def notes(text: str) -> str:
    """Markdown with footnotes, as HTML."""
    return str(markdown.markdown(text, extensions=["footnotes", MarksOfEvidence()]))


def test_marks_are_named() -> None:
    """A mark is called by its note and the levels of its evidence, and no letter stands alone."""
    shown = notes('Un<sup class="niveau">AS</sup>[^b], deux[^b].\n\n[^a]: non\n[^b]: oui\n')
    assert '<p>Un<sup id="fnref:b">' in shown
    back = "Revenir à la phrase"
    assert re.findall('aria-label="([^"]*)"', shown) == [
        "Note 2, article, autre source",
        back,
        back,
        back,
    ]
    assert "title=" not in shown


def test_a_mark_holds_the_address_of_its_statement() -> None:
    """The note leads back there; who else calls it is told apart, and so stands beside nothing."""
    shown = notes(
        'Un<sup class="niveau">A</sup>[^a], deux<sup class="niveau" id="pabcde">A</sup>[^a].\n\n[^a]: oui\n'
    )
    assert '<sup id="pabcde"><a aria-label="Note 1, article" href' in shown
    assert '<sup id="fnref:a"><a aria-label="Note 1, article" class="encore"' in shown
    assert re.findall('la phrase" href="([^"]*)"', shown) == ["#fnref:a", "#pabcde"]


def test_references_are_characters_again() -> None:
    """But those of what HTML itself reads, and those that a text shows as they are."""
    shown = notes("&#32;&#36;9&nbsp;Md&#8239;; &#38; &#60;b&#62; &#34;`&#36;`\n")
    assert shown == "<p> $9\u00a0Md\u202f; &#38; &#60;b&#62; &#34;<code>&amp;#36;</code></p>"


@pytest.mark.parametrize(
    "text", ['<sup class="niveau">S</sup>[^absent]', '<sup class="niveau">S</sup>, `[^a]`', "[^a]"]
)
def test_what_is_no_mark_stays(text: str) -> None:
    """A letter without a note has no name; a note without a letter is one of Markdown's."""
    assert 'aria-label="Note' not in notes(f"{text}\n\n[^a]: oui\n")


def test_ways_back_are_in_the_order_of_the_page() -> None:
    """A note that is called twice leads back to the first call first, however deep that stands."""
    shown = notes("- **un[^a]** deux[^a]\n- trois[^a]\n\n[^a]: oui\n[^b]: jamais\n")
    calls = re.findall('<sup id="(fnref[^"]*a)"', shown)
    assert len(calls) == 3
    assert re.findall('href="#(fnref[^"]*a)"', shown) == calls


@pytest.mark.parametrize(
    ("rule", "kept"),
    [
        ("p{color:red}", True),
        ("P{color:red}", True),
        ("p{color:red}p{margin:0}", True),
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
        (":is(.absent,.x){color:red}", True),
        (".absent:not(.x),.absent p{color:red}", False),
        (r".absent\:x{color:red}", False),
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
    text, template = read_html(TEXT), read_html(TEMPLATE)
    elements, ids = text.elements | template.elements, text.ids | template.ids
    assert bool(combine(rule, elements, ids, own=())) is kept


def test_blanks_that_mean_nothing_go() -> None:
    """Around commas and the like they do not; in a string, and where CSS asks for one, they stay."""
    given = (
        'p > a , p + p { content : "a , b / c" ; font : 1rem / 1.2 x , y ; top : calc(1px + 2px) }'
    )
    found = read_html(TEXT)
    kept = 'p>a,p + p{content:"a , b / c";font:1rem/1.2 x,y;top:calc(1px + 2px)}'
    assert combine("", found.elements, found.ids, own=[given]) == kept


def test_parts_of_a_rule() -> None:
    """Selectors that fit nothing leave a rule; properties stay while something asks for them."""
    theme = (
        ":root{--a:var(--b);--b:1;--c:2;--d:3}/* note */ p , table{ margin : var(--a)  !important }"
        "@keyframes in{0%{opacity:0}}@keyframes out{0%{opacity:1}}h1{animation:in 1s}"
    )
    kept = (
        ":root{--a:var(--b);--b:1;--d:3}p{margin:var(--a)!important}"
        "@keyframes in{0%{opacity:0}}h1{animation:in 1s}h2{color:var(--d)}"
    )
    own, found = "h2 { color: var(--d) }", read_html(TEXT)
    assert combine(theme, found.elements, found.ids, own=[own]) == kept
    later = "p { color: var( --c ); animation : out 1s }"
    more = kept.replace("--d:3", "--c:2;--d:3").replace("}h1", "}@keyframes out{0%{opacity:1}}h1")
    assert combine(theme, found.elements, found.ids, own=[own], later=later) == more


def test_policy_knows_the_scripts() -> None:
    """Each script has its SHA-256 in the policy, once, and nothing else is allowed."""
    digest = base64.b64encode(hashlib.sha256(b"go()").digest()).decode()
    policy = policy_for(["go()"] * 2)
    assert f"script-src 'self' 'sha256-{digest}';" in policy
    assert "unsafe" not in policy
    assert policy.startswith("default-src 'none'; ")


def test_headers_for_two_kinds_of_servers() -> None:
    """The same headers for static hosts and for Caddy; files say how long they may be kept."""
    headers = headers_for("default-src 'none'")
    shown = headers_file(headers, {"assets/a.js": ASK}, ["index.html", "a.html"])
    assert shown.startswith("/*\n  Content-Security-Policy: default-src 'none'\n")
    assert "X-Frame-Options" not in shown[: shown.index("\n/")]
    assert "/assets/a.js\n  Cache-Control: no-cache\n" in shown
    refused = "  Content-Security-Policy: frame-ancestors 'none'\n  X-Frame-Options: DENY\n"
    for path in ("/", "/index.html", "/index", "/a.html", "/a"):
        assert f"\n{path}\n{refused}" in shown
    caddy = caddy_file(headers, {"assets/a.js": ASK}, ["frise.html"])
    for name, value in headers.items():
        assert f'\t{name} "{value}"\n' in caddy
    own = caddy[caddy.index("header @own {") : caddy.index("header @framed {")]
    assert "default-src 'none'; frame-ancestors 'none'\"" in own
    assert 'X-Frame-Options "DENY"' in own
    assert caddy.count("frame-ancestors") == caddy.count("X-Frame-Options") == 1
    assert "@own not path /frise.html\n" in caddy
    assert 'header /assets/a.js Cache-Control "no-cache"' in caddy


def test_parts_of_pages_can_be_searched() -> None:
    """Each title is a result with its text: no marks, no drawings, no notes, words apart."""
    parts = read_html(TEXT).parts
    assert parts == (
        Part("titre", "Titre", "Un mot, 2015."),
        Part("suite", "La suite & fin", "Un deux. Trois"),
        Part("notes", "Notes", "Un passage."),
    )
    assert read_html("<p>no title</p>").parts == ()
    drawn = read_html('<h2 id="a">A</h2><svg><text>Un</text><text>deux</text></svg>Trois')
    assert drawn.parts == (Part("a", "A", "Trois"),)
    script = search_script([("a.html", "A", parts)], "library()", "search()")
    assert script.startswith("library()\nconst PARTS = [")
    found = json.loads(script.splitlines()[1].removeprefix("const PARTS = "))
    assert [(part["location"], part["title"], part["page"]) for part in found] == [
        ("a.html#titre", "Titre", "A"),
        ("a.html#suite", "La suite & fin", "A"),
    ]


def test_compressed_files_hold_the_same(cache: Cache) -> None:
    """A text, small or large, has its two compressed forms."""
    for text in ("texte é ".encode() * 100, b"x" * 2_000_001):
        forms = compressed(text, cache)
        assert brotli.decompress(forms[".br"]) == gzip.decompress(forms[".gz"]) == text
        assert len(forms) == 2


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    """An empty one."""
    return Cache(tmp_path / "cache")


def framed(cache: Cache, *, address: str = "") -> Frame:
    """The frame of a small site."""
    sources = Sources(
        theme_folder="",
        theme_stylesheet="p{margin:0}article{margin:0}table{margin:0}",
        stylesheets=dict.fromkeys(EVERY_PART, "")
        | {"colonnes": ":root{--own:red}\n", "sommes": ":root{--own:blue}"}
        | {"recit": "h2 { color: var(--own) }\n.nowhere { top: 0 }"},
        later_stylesheets="",
        first_script="// A note.\n  first()\n",
        script="go()",
        search="search()",
        icon="",
        templates=TEMPLATE,
    )
    texts = [
        Text(address="a.html", name="A", html=TEXT, kind="recit", searched=True),
        Text(
            address="of-all.html",
            name="Index",
            html=TEXT,
            kind="index",
            searched=False,
            framed=True,
        ),
        Text(address="ours.html", name="Ours", html=TEXT, kind=BY_HAND, searched=False),
    ]
    return frame_for(texts, sources, "/**\n * Long.\n */\nlibrary()", address, cache)


def test_what_a_page_is_written_with(cache: Cache) -> None:
    """A look a kind, the theme's for pages by hand alone; one search; what pages hold."""
    frame = framed(cache)
    assert frame.styles == {
        "recit": ":root{--own:blue}h2{color:var(--own)}",
        "index": ":root{--own:red}",
        "legal": ":root{--own:red}",
        BY_HAND: "p{margin:0}article{margin:0}:root{--own:red}",
    }
    search = frame.files[frame.search]
    assert search.startswith(b"library()\nconst PARTS")
    assert search.count(b'"location":"a.html#') == 2
    assert b"of-all" not in search  # it would be found for every word
    assert (frame.first_script, frame.script) == ("first()", "go()")
    scripts, styles = ["first()", "go()", '{"text"}'], [frame.styles["recit"]]
    assert frame.policy("recit") == policy_for(scripts, styles)
    assert frame.policy("recit", "{}") == policy_for([*scripts, "{}"], styles)
    assert framed(cache) == frame  # of what was kept
    assert frame.files["robots.txt"] == b"User-agent: *\nAllow: /\n"
    for name in ("_headers", "_headers.caddy"):
        assert policy_for(scripts, frame.styles.values()).encode() in frame.files[name]
        assert f"/{frame.search}".encode() in frame.files[name]


@pytest.mark.parametrize(
    ("script", "left"),
    [
        ("// a\n  go()  // b\n\n", "go()  // b"),
        ("/**\n * a */\ngo(/* b */)", "go(/* b */)"),
        ("/*! by a */\ngo()", "/*! by a */\ngo()"),
        ("/**\n * @license MIT\n */\ngo()", "/**\n* @license MIT\n*/\ngo()"),
        ("go('/*')\nstop('*/')", "go('/*')\nstop('*/')"),
    ],
)
def test_comments_leave_a_script(script: str, left: str) -> None:
    """Those on lines of their own go, but for authors and licenses."""
    assert without_comments(script) == left


def test_a_published_site_names_its_map(cache: Cache) -> None:
    """A robots.txt names the map of the site by its whole address."""
    robots = framed(cache, address="https://exemple.fr/").files["robots.txt"].decode()
    assert robots.endswith("Sitemap: https://exemple.fr/sitemap.xml\n")
