"""The home page: the story told once."""

from functools import partial

from story.pages.drawings import draw_spans
from story.pages.views.amounts import amounts, opening
from story.pages.views.chapters import chapters
from story.pages.views.view import Values, View


def summary(view: View) -> Values:
    """The two sums; the chapters and the amounts, asked for where they stand: notes are counted."""
    return {
        "sums": opening(view, "o"),
        "make_chapters": partial(chapters, view),
        "make_amounts": partial(amounts, view),
        "draw_spans": draw_spans,
    }
