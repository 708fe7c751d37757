"""What a site is made of beside its texts: files read, or all that the configuration gets wrong."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from jinja2 import Environment, TemplateSyntaxError

from publication.other_servers import ELSEWHERE, style_problems
from story.content_folder import shown
from story.faults import ContentError, Fault, refusal
from story.reading.decoding import decode

# What all pages have of the look, and the file in which users of MkDocs look for it.
_ALL = "site"
STYLESHEET = f"assets/{_ALL}.css"
# The class of a text that is written by hand: it gives the theme's typography.
BY_HAND = "md-typeset"
# What the page for lost addresses looks like.
LOST_KIND = "legal"
# The parts of the look that kinds of pages have beside that, by the class of their text.
KINDS = {
    "recit": ("sommes", "dessins", "recit"),
    "chronologie": ("colonnes", "chronologie"),
    "echange": ("colonnes", "sommes", "echange"),
    "qui": ("colonnes", "listes", "dessins", "qui"),
    **dict.fromkeys(("sources", "index", "citer", LOST_KIND), ("colonnes", "listes")),
    BY_HAND: ("colonnes", "listes", "a-la-main"),
}
# In the order in which a page that had all of them would have them.
EVERY_PART = tuple(dict.fromkeys((_ALL, *(part for parts in KINDS.values() for part in parts))))
FIRST_SCRIPT = "assets/debut.js"
SCRIPT = "assets/site.js"
SEARCH = "assets/recherche.js"
# Beside the search: the script of each page finds it by that.
PRESSES = "assets/gestes.js"
ICON = "assets/favicon.svg"
# Published in another form: written into the pages, or into the search.
OWN = (*(f"assets/{part}.css" for part in EVERY_PART), FIRST_SCRIPT, SCRIPT, SEARCH)
# All that the page names.
ASSETS = (*OWN, PRESSES, ICON, "favicon.ico", "apple-touch-icon.png")
PAGE = "main.html"
# The template that a page asks for in its front matter.
_ASKED = re.compile(r"\A---\n(?:(?!---).*\n)*?template: *[\"']?([^\"'\n]+)")
_THEME = "Material"
# That of the content, and of what the templates say.
_LANGUAGE = "fr"
_THEME_STYLESHEETS = "assets/stylesheets/main.*.min.css"


@dataclass(frozen=True, slots=True, kw_only=True)
class Configuration:
    """Where files are, and what pages are to ask for, as MkDocs has found it."""

    file: Path
    """The others are named in messages as they lie beside it."""
    docs: Path
    templates: Path | None
    themes: Sequence[str]
    """In the order in which they are searched."""
    language: str
    extra_css: Sequence[str]
    extra_javascript: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """The text of each file."""

    theme_folder: str
    theme_stylesheet: str
    stylesheets: Mapping[str, str]
    """The parts of the look by their names."""
    later_stylesheets: str
    """Those that pages read after the one that is made here."""
    first_script: str
    script: str
    search: str
    icon: str
    templates: str
    """The HTML of the templates, without what Jinja reads in them: every branch is there."""


class ConfigurationError(ValueError):
    """The configuration asks for what the site cannot have. `args` are all the reasons."""


def read_sources(given: Configuration) -> Sources:
    """The sources of a site. Raises ConfigurationError with all that is wrong."""
    theme = _theme_stylesheet(given.themes)
    faults = [f"{given.file.name}: {one}" for one in _faults(given, theme)]
    later = [_found(given, path) for path in given.extra_css if path != STYLESHEET]
    faults += map(str, _in_texts(given, filter(None, later)))
    if faults or not theme or not given.templates:
        raise ConfigurationError(*faults)
    return Sources(
        theme_folder=theme[0],
        theme_stylesheet=theme[1].read_text("utf-8"),
        stylesheets=read_parts(given.docs),
        later_stylesheets="\n".join(path.read_text("utf-8") for path in later if path),
        first_script=(given.docs / FIRST_SCRIPT).read_text("utf-8"),
        script=(given.docs / SCRIPT).read_text("utf-8"),
        search=(given.docs / SEARCH).read_text("utf-8"),
        icon=(given.docs / ICON).read_text("utf-8").strip(),
        templates="\n".join(map(_html, sorted(given.templates.rglob("*.html")))),
    )


def read_parts(docs: Path) -> dict[str, str]:
    """The parts of the look by their names, in the order of `EVERY_PART`."""
    return {part: (docs / f"assets/{part}.css").read_text("utf-8") for part in EVERY_PART}


def look_of(kind: str, parts: Mapping[str, str]) -> list[str]:
    """The parts that a kind of page has."""
    return [parts[part] for part in (_ALL, *KINDS[kind])]


def _faults(given: Configuration, theme: tuple[str, Path] | None) -> Iterator[str]:
    if not theme:
        expected = f"« name: {_THEME.lower()} », dont le site a la typographie"
        yield f"theme\u00a0: la feuille de style de {_THEME} manque\u202f; {expected}"
    elif given.language != _LANGUAGE:
        problem = f"la langue est « {given.language} », et le contenu est en français"
        yield f"theme\u00a0: {problem}\u202f; « language: {_LANGUAGE} »"
    if not given.templates or not (given.templates / PAGE).is_file():
        yield f"theme\u00a0: la page « {PAGE} » manque\u202f; « custom_dir: overrides »"
    for asset in ASSETS:
        if not (given.docs / asset).is_file():
            yield f"docs_dir\u00a0: « {asset} » manque\u202f; un dossier qui contient ce fichier"
    for key in ("extra_css", "extra_javascript"):
        for path in getattr(given, key):
            if urlsplit(path).scheme or urlsplit(path).netloc:
                yield f"{key}\u00a0: « {path} » {ELSEWHERE}\u202f; un fichier du site"
            elif path != STYLESHEET and not _found(given, path):
                yield f"{key}\u00a0: « {path} » manque\u202f; un fichier du site"


def _in_texts(given: Configuration, stylesheets: Iterable[Path]) -> Iterator[Fault]:
    """What is wrong with each text. MkDocs would stop at the first, with a traceback."""
    own = [path for name in OWN if (path := given.docs / name).is_file()]
    templates = given.templates.rglob("*.html") if given.templates else ()
    pages = (path for path in given.docs.rglob("*.md") if path.is_file())
    for path in sorted({*own, *stylesheets, *templates, *pages}):
        name = shown(path, given.file.parent)
        try:
            text = decode(path.read_bytes(), name)
            if path.suffix == ".css":
                yield from (Fault(name, *said) for said in style_problems(text))
            if path.suffix == ".html":
                Environment().parse(text)  # noqa: S701 - nothing is rendered
        except ContentError as error:
            yield from error.faults
        except OSError as error:
            yield refusal(name, error)
        except TemplateSyntaxError as error:
            yield Fault(name, error.lineno, f"« {error.message} »", "un modèle que Jinja comprend")
        else:
            wanted = _ASKED.match(text) if path.suffix == ".md" else None
            if wanted and given.templates and not (given.templates / wanted[1]).is_file():
                line = wanted[0].count("\n") + 1
                problem = f"cette page demande le modèle « {wanted[1]} », que le site n’a pas"
                yield Fault(name, line, problem, "un modèle de « custom_dir »")


def _found(given: Configuration, address: str) -> Path | None:
    """The file that MkDocs will publish at an address."""
    path = urlsplit(address).path
    places = (Path(folder, path) for folder in (str(given.docs), *given.themes))
    return next((place for place in places if place.is_file()), None)


def _theme_stylesheet(folders: Sequence[str]) -> tuple[str, Path] | None:
    found = [(name, path) for name in folders for path in Path(name).glob(_THEME_STYLESHEETS)]
    return min(found, default=None)


def _html(template: Path) -> str:
    tokens = Environment().lex(template.read_text("utf-8"))  # noqa: S701 - nothing is rendered
    return "".join(text for _, kind, text in tokens if kind == "data")
