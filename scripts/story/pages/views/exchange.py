"""The words, in order: each in its first language and in that of the article, then by others."""

from functools import partial

from story.pages.views.amounts import opening
from story.pages.views.view import Values, View, address_of
from story.reading.body import comparable


def exchange(view: View) -> Values:
    """The words, each with its original where the dossier gives it; who is translated by others.

    Under the words that say one of the two sums both are drawn, but where nobody answers.
    """
    story = view.story
    originals = {comparable(entry.quotation): entry for entry in story.originals}
    said = [view.says(one) for one in view.opening if len(story.exchange) > 1]
    return {
        "replies": [(one, originals.get(comparable(one.text))) for one in story.exchange],
        "with_sums": next((one for one in story.exchange if one in said), None),
        "opening": partial(opening, view),
        "address_of": address_of,
        "speakers": dict.fromkeys(one.speaker for entry in story.renderings for one in entry.words),
    }
