"""What may be taken away, and what may be shown elsewhere."""

from pathlib import PurePath

from story.exports.folder import ARCHIVE, FOLDER, FORMATS, README
from story.pages.markdown import Markdown, attribute_text, link
from story.pages.views.view import Values, View

_EDITIONS = {".html": "en un fichier, à lire hors ligne", ".pdf": "en PDF"}


def data(view: View) -> Values:
    """The files of the data, each with what it is; the lines that embed the timeline."""
    story = view.story
    everything = {ARCHIVE: "tous ces fichiers", README: "ce qu’il faut en savoir"}
    return {
        "description": f"Données et flux. {view.title}",
        "day": view.time(story.changed),
        "licence": link(story.licence.name, story.licence.address),
        "files": [
            {"link": Markdown(f"[{name}]({FOLDER}/{name})"), "says": view.typeset(says)}
            for name, says in (FORMATS | everything).items()
        ],
        "editions": [
            {"link": Markdown(f"[{_EDITIONS[PurePath(path).suffix]}]({path})")}
            for path in view.editions
        ],
        # Escaped for the attribute, then to be shown as it is written there.
        "timeline": Markdown(attribute_text(attribute_text(view.title))),
        "frame": view.addresses.permanent("frise"),
        "address_known": bool(view.addresses.site),
        "followed": bool(story.published),
    }
