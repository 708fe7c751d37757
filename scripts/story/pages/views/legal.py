"""Who answers for the site."""

from story.pages.markdown import Markdown, link
from story.pages.views.view import Values, View


def legal(view: View) -> Values:
    """Who publishes the site and where it is kept; what is blank shows."""
    licence = view.story.licence
    return {
        "description": "Qui publie ce site, qui l’héberge, sous quels droits, et ce qu’il sait de"
        " ses lecteurs.",
        "licence": link(view.typeset(licence.name), licence.address),
        # Without dates of the site there is no such list yet: its page says how it is checked.
        "corrections": Markdown("corrections" if view.story.published else "methode"),
    }
