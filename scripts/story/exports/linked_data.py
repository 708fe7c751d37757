"""What machines link, as JSON-LD: evidence as W3C Web Annotations, pages in terms of schema.org."""

import json
from typing import Any

from story.assemble_story import Story, Told, told_in
from story.evidence import Computation, SourcePassage, source_of
from story.exports.addresses import Addresses, urn
from story.json_output import moment
from story.reading.body import Passage

Node = dict[str, Any]


def web_annotations(story: Story, addresses: Addresses) -> bytes:
    """Each passage that supports a statement: words of its source, described by the statement.

    Web Annotation Data Model. A source without an address is named by its place on the site.
    """
    items: dict[str, Node] = {}
    for one in told_in(story):
        text = story.language.typeset(one.statement.text)
        for item in one.statement.evidence:
            if not isinstance(item, Computation):
                node = _annotation(story, one, text, item, addresses)
                items[node["id"]] = node
    collection = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": urn(story.name, "annotations"),
        "type": "AnnotationCollection",
        "label": story.name,
        "modified": f"{story.changed.edtf}T00:00:00Z",
        "rights": story.licence.address,
        "total": len(items),
        "first": {
            "id": urn(story.name, "annotations", "0"),
            "type": "AnnotationPage",
            "startIndex": 0,
            "items": list(items.values()),
        },
    }
    return f"{json.dumps(collection, ensure_ascii=False, separators=(',', ':'))}\n".encode()


def _annotation(
    story: Story, told: Told, text: str, item: Passage | SourcePassage, addresses: Addresses
) -> Node:
    source = item.source if isinstance(item, SourcePassage) else story.article
    id_ = source_of(item)
    address = source.url or addresses.link("sources", id_)
    return {
        "id": urn(story.name, told.page, told.id, text, id_, item.exact),
        "type": "Annotation",
        "motivation": "describing",
        "body": [
            {
                "type": "TextualBody",
                "value": text,
                "format": "text/plain",
                "language": story.article.language,
            },
            {"id": addresses.link(told.page, told.id), "format": "text/html"},
        ],
        "target": {
            "type": "SpecificResource",
            "source": {"id": address, "language": source.language},
            "selector": {"type": "TextQuoteSelector", "exact": item.exact},
        },
    }


def page_data(story: Story, page: str, title: str) -> str:
    """A page as an article of schema.org, for a `<script>` that no browser runs.

    What search engines use of an article; the home page says too since when and under what licence
    the site is published and what it is based on. Each reader pays for it, and the data hold all.
    No page claims a check of facts: a person has to read what is only compared here.
    """
    typeset = story.language.typeset
    node = {"@context": "https://schema.org", "@type": "Article", "headline": typeset(title)}
    node |= {"dateModified": story.updated.edtf} if story.updated else {}
    node |= {"publisher": typeset(story.legal.publisher)} if story.legal.publisher else {}
    node |= _based_on(story) if page == "index" else {}
    # No text can end the element that it stands in.
    return json.dumps(node, ensure_ascii=False, separators=(",", ":")).replace("<", r"\u003c")


def _based_on(story: Story) -> Node:
    article = story.article
    node = {
        "@type": "NewsArticle",
        "headline": story.language.typeset(article.title),
        "datePublished": moment(article.published),
        "publisher": {"@type": "Organization", "name": story.language.typeset(article.publisher)},
    }
    published = {"datePublished": story.published.edtf} if story.published else {}
    return published | {
        "license": story.licence.address,
        "isBasedOn": node | ({"url": article.url} if article.url else {}),
    }
