"""What may be taken away."""

from pathlib import PurePath

from story.exports.folder import ARCHIVE, FORMATS, README
from story.pages.views.view import Values, View

_EDITIONS = {".html": "en un fichier, à lire hors ligne", ".pdf": "en PDF"}


def data(view: View) -> Values:
    """The files of the data, and those that hold the whole site, each with what it is."""
    return {
        "files": FORMATS | {ARCHIVE: "tous ces fichiers", README: "ce qu’il faut en savoir"},
        "editions": {path: _EDITIONS[PurePath(path).suffix] for path in view.editions},
    }
