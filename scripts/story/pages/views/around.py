"""The pages around the story: what may be taken away, how it is cited, and the index of it all."""

import html
from functools import partial
from pathlib import PurePath

from story.exports.all_formats import ARCHIVE, FORMATS, README
from story.exports.citations import Citation, cite
from story.pages.markdown import Markdown
from story.pages.notes import Place
from story.pages.views.view import TITLES, Values, View
from story.reading.body import capitalised

_EDITIONS = {".html": "en un fichier, à lire hors ligne", ".pdf": "en PDF"}


def data(view: View) -> Values:
    """The files of the data, and those that hold the whole site, each with what it is."""
    return {
        "files": FORMATS | {ARCHIVE: "tous ces fichiers", README: "ce qu’il faut en savoir"},
        "editions": {path: _EDITIONS[PurePath(path).suffix] for path in view.editions},
    }


# Pages that tell nothing are cited too.
_OTHERS = {"recherche": "Index", "donnees": "Données", "mentions-legales": "Mentions légales"}


def citing(view: View) -> Values:
    """The pages, each with its places by their ids: the page itself first, under no id."""
    titles = {**TITLES, **_OTHERS}
    return {
        "titles": titles,
        "own": titles | {"index": view.story.title},
        "places": {page: {"": Place(), **view.all_notes[f"{page}.md"].places} for page in titles},
        "cite": partial(cite, view.story),
        "way": lambda page, id_: Markdown(view.addresses.between("citer", page, id_)),
        "csl": _csl,
    }


def _csl(citation: Citation) -> Markdown:
    """The CSL-JSON of a citation as HTML; nothing in it is a template of who builds the pages."""
    return Markdown(html.escape(citation.json, quote=False).replace("{", "&#123;"))


def index(view: View) -> Values:
    """Links to the pages, events, names, words, differences and sources, in groups."""
    story, show = view.story, view.story.language.show_date
    pages = [(page, "", title) for page, title in TITLES.items()]
    events = [
        ("chronologie", one.id, f"{capitalised(show(one.date))} : {view.name_of(one)}")
        for one in (*story.events, *story.after)
    ]
    names = {one.id: one.name for one in story.people}
    words = {one.id: capitalised(one.term) for one in story.glossary}
    differences = [("sources", one.id, one.title) for one in story.differences]
    sources = {
        one.id: f"{one.publisher}{f', {show(one.date)}' if one.date else ''}"
        for one in story.sources
    }
    groups = (
        ("pages", "Pages", pages),
        ("evenements", "Événements", events),
        ("noms", "Personnes et organisations", _sorted("qui-est-qui", names)),
        ("mots", "Mots expliqués", _sorted("sources", words)),
        ("divergences", "Où les sources divergent", differences),
        ("sources", "Sources", _sorted("sources", sources)),
    )
    return {"groups": [group for group in groups if group[-1]]}


def _sorted(page: str, words: dict[str, str]) -> list[tuple[str, str, str]]:
    ordered = sorted(words.items(), key=lambda one: one[1].casefold())
    return [(page, id_, shown) for id_, shown in ordered]
