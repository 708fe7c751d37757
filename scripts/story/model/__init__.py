"""The story in types: everything that is told, one class a kind of thing.

The reader of an article drafts these from what it finds there; the reader of a dossier gives the
same, and what it gives stands in place of the draft, section by section. The type of each field
says how it is written in `dossier.fr.yml` (see `kinds`), the sentence beside it what it is to the
person who writes it, in French; fields without a sentence are filled by the reader.
"""

from story.model.amounts import Amount, AmountGroup
from story.model.chapters import Chapter, Drawing, Page, Path
from story.model.dossier import Correction, Difference, Dossier, SetAside, Trial, statements_in
from story.model.events import Event, Theme
from story.model.legal import Legal, Licence
from story.model.people import Edge, Milestone, Node, Person, Structure
from story.model.quotations import Original, Quotation, Rendering, Words
from story.model.statements import Caption, Cited, Fact, Statement, Term, Unsaid

__all__ = [
    "Amount",
    "AmountGroup",
    "Caption",
    "Chapter",
    "Cited",
    "Correction",
    "Difference",
    "Dossier",
    "Drawing",
    "Edge",
    "Event",
    "Fact",
    "Legal",
    "Licence",
    "Milestone",
    "Node",
    "Original",
    "Page",
    "Path",
    "Person",
    "Quotation",
    "Rendering",
    "SetAside",
    "Statement",
    "Structure",
    "Term",
    "Theme",
    "Trial",
    "Unsaid",
    "Words",
    "statements_in",
]
