"""How to cite the pages, and all that has an address of its own on them."""

import html
from functools import partial

from story.exports.citations import Citation, cite
from story.pages.markdown import Markdown
from story.pages.notes import Place
from story.pages.views.view import TITLES, Values, View

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
