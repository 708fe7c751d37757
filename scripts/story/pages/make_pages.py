"""The story as Markdown pages: templates lay out what the views prepare."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from jinja2 import BytecodeCache, Environment, PackageLoader, StrictUndefined

from story.assemble_story import Story
from story.exports.addresses import Addresses
from story.pages.markdown import Markdown, attribute_text, escape
from story.pages.notes import Notes
from story.pages.views.citing import citing
from story.pages.views.data import data
from story.pages.views.embed import embed
from story.pages.views.exchange import exchange
from story.pages.views.home import summary
from story.pages.views.legal import legal
from story.pages.views.site_index import index
from story.pages.views.sources import sources
from story.pages.views.timeline import timeline
from story.pages.views.view import Values, View, glossary_patterns
from story.pages.views.who_is_who import who

VIEWS: dict[str, Callable[[View], Values]] = {
    "index.md": summary,
    "chronologie.md": timeline,
    "echange.md": exchange,
    "qui-est-qui.md": who,
    "sources.md": sources,
    "donnees.md": data,
    "frise.md": embed,
    "recherche.md": index,
    "mentions-legales.md": legal,
    # The last: it says how all that stands on the others is cited.
    "citer.md": citing,
}
NAMES = tuple(VIEWS)


@dataclass(frozen=True, slots=True)
class GeneratedPage:
    """A page, by its path below the docs folder."""

    name: str
    markdown: str


def make_pages(
    story: Story,
    compiled: BytecodeCache | None = None,
    editions: Sequence[str] = (),
    addresses: Addresses | None = None,
) -> list[GeneratedPage]:
    """The pages of a story, in the order of `NAMES`; `compiled` keeps templates as code.

    `editions` are the paths below the site's of what holds all of it in one file, `addresses`
    where it is to be.
    """
    environment = _environment(compiled)
    notes = {name: Notes(story) for name in NAMES}
    words = glossary_patterns(story)
    people = {person.id: person.name for person in story.people}
    pages = []
    # Pages that say where something stands on others come after those.
    for name, view in VIEWS.items():
        page = View(story, notes, notes[name], words, people, addresses or Addresses(), editions)
        values = view(page)
        title = attribute_text(story.language.typeset(values["description"]))
        values["description"] = Markdown(json.dumps(title, ensure_ascii=False))
        template = environment.get_template(f"{name}.j2")
        text = template.render(values, view=page, story=story)
        pages.append(GeneratedPage(name, text.strip() + "\n"))
    return pages


def _environment(compiled: BytecodeCache | None) -> Environment:
    return Environment(
        loader=PackageLoader("story.pages"),
        undefined=StrictUndefined,
        # Not HTML: what escapes is `finalize`, which no template can forget.
        autoescape=False,  # noqa: S701
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        bytecode_cache=compiled,
    )


def _finalize(value: object) -> str:
    """The value as Markdown; text is escaped unless it is Markdown already."""
    if isinstance(value, Markdown):
        return value
    if not isinstance(value, str):
        raise TypeError(f"a template printed {value!r}")
    return escape(value)
