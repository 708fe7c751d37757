"""How to cite the pages, and all that has an address of its own on them."""

import html

from story.exports.citations import cite
from story.pages.markdown import Markdown, escape
from story.pages.views.view import TITLES, Values, View

# Pages that tell nothing are cited too.
_OTHERS = {"recherche": "Index", "donnees": "Données", "mentions-legales": "Mentions légales"}


def citing(view: View) -> Values:
    """A list a page: the page itself, then its places, each under its id after the page's name.

    Written as HTML, since it is long and always the same. The ids promise nothing: what lasts is
    the address that each entry gives.
    """
    return {
        "description": f"Citer une page, un événement ou une phrase. {view.title}",
        "address_known": bool(view.addresses.site),
        "pages": [
            {
                "id": Markdown(f"page-{page}"),
                "title": title,
                "entries": Markdown(_entries(view, page, title)),
            }
            for page, title in {**TITLES, **_OTHERS}.items()
        ],
    }


def _entries(view: View, page: str, title: str) -> str:
    own = view.story.title if page == "index" else title
    entries = [_entry(view, page, "", own)]
    entries += [
        _entry(view, page, id_, place.title or own, place.words)
        for id_, place in view.all_notes[f"{page}.md"].places.items()
    ]
    return "\n".join(entries)


def _entry(view: View, page: str, id_: str, title: str, words: str = "") -> str:
    """A sentence to copy, whose address leads there, and the same as CSL-JSON, folded."""
    citation = cite(view.story, title, view.addresses.permanent(page, id_), words)
    place = f' id="page-{page}-{id_}"' if id_ else ""
    # Nothing in it is a template of whatever builds the pages.
    json = html.escape(citation.json, quote=False).replace("{", "&#123;")
    way = view.addresses.between("citer", page, id_)
    return (
        f'<li><span class="citation"{place}>'
        f"{escape(citation.sentence.removesuffix(citation.address))}"
        f'<a href="{way}">{escape(citation.address)}</a></span>'
        ' <button type="button">Copier</button>'
        f'<details><summary>CSL-JSON</summary><code translate="no">{json}</code></details></li>'
    )
