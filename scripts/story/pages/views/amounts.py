"""The amounts, drawn: two to open the home page, groups of them where they are told."""

import re
from decimal import Decimal

from story.model import Amount, AmountGroup
from story.pages.drawings import draw_bars
from story.pages.markdown import Markdown, escape
from story.pages.views.view import Values, View
from story.reading.body import capitalised

# The part of the larger sum that the smaller may be, for words to have room beside it.
_LONG = Decimal("0.3")
_NUMBER = re.compile(r"\d(?:[\d\s,.\u00a0\u202f]*\d)?")


def opening(view: View, prefix: str = "p") -> list[Values]:
    """The two sums that the story is about, the larger first, drawn to one scale."""
    if not (sums := view.opening):
        return []
    drawn = draw_bars([amount.value for amount in sums], [view.voice(one) for one in sums])
    ratio, rest = divmod(sums[0].value, sums[1].value)
    # What the larger is divided by to give the smaller, if a whole number.
    ratios = ("", f"÷ {ratio:f} =" if not rest and ratio > 1 else "")
    # Words stand after a short bar, under a long one.
    long = sums[1].value > _LONG * sums[0].value
    found = []
    for amount, bar, ratio_shown in zip(sums, drawn, ratios, strict=True):
        text, label = view.typeset(amount.text), _label(amount)
        number = _NUMBER.search(text)
        start, end = number.span() if number else (0, 0)
        words = {"before": text[:start], "number": text[start:end], "unit": text[end:]}
        mark = view.marked(amount, amount.id, prefix, label)
        shown = {"bar": bar, "ratio": ratio_shown, "long": long, "label": label}
        found.append(words | shown | {"date": amount.date, "mark": mark})
    return found


def _label(amount: Amount) -> str:
    return capitalised(amount.label or amount.kind or "")


def bars(view: View, group: AmountGroup) -> list[tuple[Amount, Markdown]]:
    """The amounts of a group, each with its bar; all of one scale, if of one currency."""
    inside = [one for one in view.story.amounts if one.kind in group.kinds]
    if len({amount.currency for amount in inside}) > 1:
        return [(amount, Markdown("")) for amount in inside]
    drawn = draw_bars([amount.value for amount in inside], [view.voice(one) for one in inside])
    return [*zip(inside, drawn, strict=True)]


def amounts(view: View) -> list[tuple[AmountGroup | None, list[tuple[Amount, Markdown]]]]:
    """The groups that no chapter draws; amounts of no kind first, without title or bars."""
    drawn = {chapter.drawing.amounts for chapter in view.story.chapters if chapter.drawing}
    plain = [(one, Markdown("")) for one in view.story.amounts if not one.kind]
    groups = [(one, bars(view, one)) for one in view.story.amount_groups if one.id not in drawn]
    return [pair for pair in ((None, plain), *groups) if pair[1]]


def line(view: View, amount: Amount) -> Markdown:
    """An amount in words, with its mark."""
    parts = [f"**{escape(view.typeset(amount.text))}**"]
    parts += [escape(view.typeset(amount.label))] if amount.label else []
    parts += [view.time(amount.date)] if amount.date else []
    kind = f"{escape(capitalised(amount.kind))}&nbsp;: " if amount.kind else ""
    return Markdown(kind + ", ".join(parts) + view.marked(amount, amount.id, label=_label(amount)))
