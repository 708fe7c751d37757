"""Who answers for the site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from story.pages.markdown import Markdown, link

if TYPE_CHECKING:
    from story.pages.views.view import Values, View

# What each part says, by the keys of `legal`, each with its label.
_PARTS = (
    (
        "editeur",
        "Éditeur",
        {
            "publisher": "Éditeur",
            "address": "Adresse",
            "contact": "Pour écrire",
            "director": "Directeur de la publication",
            "authors": "Textes",
        },
    ),
    (
        "hebergeur",
        "Hébergeur",
        {"host": "Hébergeur", "host_address": "Adresse", "host_phone": "Téléphone"},
    ),
)


def legal(view: View) -> Values:
    """Who publishes the site and where it is kept; what is blank shows."""
    told, licence = view.story.legal, view.story.licence
    return {
        "description": "Qui publie ce site, qui l’héberge, sous quels droits, et ce qu’il sait de"
        " ses lecteurs.",
        "licence": link(view.typeset(licence.name), licence.address),
        "blank": bool(told.blanks()),
        # Without dates of the site there is no such list yet: its page says how it is checked.
        "corrections": Markdown("corrections" if view.story.published else "methode"),
        "parts": [
            {
                "id": Markdown(id_),
                "title": title,
                "lines": [
                    {"label": label, "text": view.typeset(getattr(told, key))}
                    for key, label in labels.items()
                ],
            }
            for id_, title, labels in _PARTS
        ],
    }
