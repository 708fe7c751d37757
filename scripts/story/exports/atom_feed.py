"""An Atom feed (RFC 4287) of what the site mended and when it changed."""

import datetime
import html
from collections.abc import Sequence
from typing import Any

from story.assemble_story import Story
from story.edtf_date import EdtfDate
from story.exports.addresses import Addresses, urn

FEED = "flux.xml"

Values = dict[str, str | None]


def feed_records(story: Story, addresses: Addresses) -> tuple[Values, list[Values]]:
    """The feed and its entries, the newest first, as the library takes them; days are ISO 8601.

    A title says what happened to the site and when, never what was told.
    """
    typeset, show = story.language.typeset, story.language.show_date
    address = addresses.of("sources", "corrections")

    def entry(date: EdtfDate, title: str, text: str, *more: str) -> Values:
        return {
            "unique_id": urn(story.name, title, date.edtf, *more),
            "pubdate": date.edtf,
            "title": typeset(f"{title} du {show(date)}"),
            "description": None,
            "content": html.escape(typeset(text)),
            "link": address,
        }

    entries = [
        entry(one.date, "Correction", f"{one.text} Le site disait : {one.was}", one.was, one.text)
        for one in story.corrections
    ]
    published, updated = story.published, story.updated
    if updated and updated != published:
        entries.append(entry(updated, "Mise à jour", "Le site a été mis à jour."))
    if published:
        entries.append(entry(published, "Publication", "Le site est publié."))
    head = {
        "feed_guid": urn(story.name, "feed"),
        "title": typeset(f"{story.name} : corrections et mises à jour"),
        "description": None,
        "link": address,
        "feed_url": f"{addresses.site}{FEED}" if addresses.site else None,
        "language": story.article.language,
        "author_name": typeset(story.legal.publisher or story.name),
        "feed_copyright": f"{story.licence.name}, {story.licence.address}",
    }
    return head, sorted(entries, key=lambda one: str(one["pubdate"]), reverse=True)


def feed(head: Values, entries: Sequence[Values]) -> bytes:
    """The feed as Atom."""
    from feedgenerator import Atom1Feed  # noqa: PLC0415 - kept between builds

    made: Any = Atom1Feed(**head)
    for one in entries:
        day = datetime.datetime.fromisoformat(str(one["pubdate"]))
        made.add_item(**one | {"pubdate": day.replace(tzinfo=datetime.UTC)})
    text: str = made.writeString("utf-8")
    return text.encode()
