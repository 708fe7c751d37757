"""An Atom feed (RFC 4287) of what the site mended and when it changed."""

import datetime
import html
from collections.abc import Mapping, Sequence
from typing import Any

from story.assemble_story import Story
from story.dates import EdtfDate
from story.exports.addresses import Addresses, urn

FEED = "flux.xml"


def feed_records(story: Story, addresses: Addresses) -> tuple[dict[str, str], list[dict[str, str]]]:
    """The feed and its entries, the newest first, as plain values; days are ISO 8601.

    A title says what happened to the site and when, never what was told.
    """
    typeset, show = story.language.typeset, story.language.show_date
    address = addresses.of("sources", "corrections")

    def entry(date: EdtfDate, title: str, text: str, *more: str) -> dict[str, str]:
        id_ = urn(story.name, title, date.edtf, *more)
        words = typeset(f"{title} du {show(date)}")
        return {
            "id": id_,
            "day": date.edtf,
            "title": words,
            "text": html.escape(typeset(text)),
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
        "id": urn(story.name, "feed"),
        "title": typeset(f"{story.name} : corrections et mises à jour"),
        "link": address,
        "self": f"{addresses.site}{FEED}" if addresses.site else "",
        "language": story.article.language,
        "author": typeset(story.legal.publisher or story.name),
        "rights": f"{story.licence.name}, {story.licence.address}",
    }
    return head, sorted(entries, key=lambda one: one["day"], reverse=True)


def feed(head: Mapping[str, str], entries: Sequence[Mapping[str, str]]) -> bytes:
    """The feed as Atom."""
    from feedgenerator import Atom1Feed  # noqa: PLC0415 - kept between builds

    made: Any = Atom1Feed(
        title=head["title"],
        link=head["link"],
        description=None,
        language=head["language"],
        author_name=head["author"],
        feed_url=head["self"] or None,
        feed_guid=head["id"],
        feed_copyright=head["rights"],
    )
    for one in entries:
        day = datetime.datetime.fromisoformat(one["day"]).replace(tzinfo=datetime.UTC)
        made.add_item(
            title=one["title"],
            link=one["link"],
            description=None,
            content=one["text"],
            pubdate=day,
            unique_id=one["id"],
        )
    text: str = made.writeString("utf-8")
    return text.encode()
