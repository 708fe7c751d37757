"""What finished pages would ask of other servers, or run: the site promises that they do neither.

The policy of security blocks it in browsers; whoever writes a page by hand is told before.
"""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

_TAG = re.compile(r"""<[a-z](?:[^<>"']|"[^"]*"|'[^']*')*>""", re.IGNORECASE)
# What may be an address of another server, or code, also where it is disguised.
_SUSPECT = re.compile(
    r"//|\\\\|script:|data:|&(?:#|colon|sol|tab|newline)|^<(?:i?frame|embed|object)", re.IGNORECASE
)
_ASKED = frozenset("src srcset poster background data action formaction ping xlink:href".split())
# Links that only name an address; a browser asks for all others.
_NAMED = frozenset("alternate author canonical help license me next prev search".split())
_FRAMES = frozenset({"iframe", "frame", "embed", "object"})
_OTHER = re.compile(r"(?:(?!data:)[a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)
_CODE = re.compile(r"(?:javascript|vbscript|data):", re.IGNORECASE)
_IN_STYLE = re.compile(
    r"""(?:@import\s*|url\(\s*|@import\s+url\(\s*)["']?\s*(?P<address>(?:https?:)?//[^\s"')]+)""",
    re.IGNORECASE,
)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
ELSEWHERE = "est sur un autre serveur, et les pages ne demandent rien ailleurs"


def page_problems(html: str, site: str) -> Iterator[tuple[tuple[str, str], str, str]]:
    """What no page may hold: the tag and the value, what is wrong, and what is expected.

    `site` is the address of the site, or empty.
    """
    for tag in _TAG.findall(html):
        if _SUSPECT.search(tag):
            reader = _Tag()
            reader.feed(tag)
            for value, problem, expected in reader.problems(site):
                yield (tag, value), problem, expected


def style_problems(css: str) -> Iterator[tuple[int, str, str]]:
    """The lines, from 1, of a stylesheet that ask for what is elsewhere."""
    css = _COMMENT.sub(lambda comment: "\n" * comment[0].count("\n"), css)
    for match in _IN_STYLE.finditer(css):
        problem = f"« {match['address']} » {ELSEWHERE}"
        yield css.count("\n", 0, match.start()) + 1, problem, "un fichier du site"


class _Tag(HTMLParser):
    """One tag, its attributes as a browser reads them."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tag = tag
        self.given = {name: (value or "").replace("\\", "/").strip() for name, value in attrs}

    def problems(self, site: str) -> Iterator[tuple[str, str, str]]:
        """The value that is wrong, what is wrong with it, and what is expected."""
        if self.tag in _FRAMES:
            expected = "un lien vers ce qu’il montre"
            yield f"<{self.tag}", f"« <{self.tag}> » n’est montré par aucune page", expected
            return
        rel = {*self.given.get("rel", "").lower().split()}
        followed = self.tag in {"a", "area"}
        only_named = followed or (rel and rel <= _NAMED)
        for name, value in self.given.items():
            bare = re.sub(r"[\s\x00-\x1f]", "", value)
            asked = name in _ASKED or (name == "href" and not only_named)
            parts = value.split(",") if name == "srcset" else [bare]
            for part in map(str.strip, parts):
                if asked and _OTHER.match(part) and not (site and part.startswith(site)):
                    yield value, f"« {part.split(' ')[0]} » {ELSEWHERE}", "un fichier du site"
            if name == "href" and followed and _CODE.match(bare):
                yield value, f"« {value} » n’est pas une adresse", "https://…, ou une page du site"
            if name == "style":
                yield from ((value, problem, more) for _, problem, more in style_problems(value))
