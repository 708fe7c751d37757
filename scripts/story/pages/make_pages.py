"""The story as Markdown pages: templates lay it out, with what the views work out for them."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial

from jinja2 import BytecodeCache, Environment, PackageLoader, StrictUndefined

from story.assemble_story import Story
from story.exports.addresses import Addresses
from story.pages.markdown import Markdown, attribute_text, escape, link
from story.pages.notes import Notes
from story.pages.views.around import citing, data, index
from story.pages.views.exchange import exchange
from story.pages.views.home import summary
from story.pages.views.sources import sources
from story.pages.views.timeline import embed, timeline
from story.pages.views.view import Values, View, glossary_patterns
from story.pages.views.who_is_who import who
from story.reading.body import capitalised, inner_marks, quoted

VIEWS: dict[str, Callable[[View], Values]] = {
    "index.md": summary,
    "chronologie.md": timeline,
    "echange.md": exchange,
    "qui-est-qui.md": who,
    "sources.md": sources,
    "donnees.md": data,
    "frise.md": embed,
    "recherche.md": index,
    "mentions-legales.md": lambda _: {},
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
    environment = _environment(story.language.typeset, compiled)
    notes = {name: Notes(story) for name in NAMES}
    words = glossary_patterns(story)
    people = {person.id: person.name for person in story.people}
    pages = []
    # Pages that say where something stands on others come after those.
    for name, view in VIEWS.items():
        page = View(story, notes, notes[name], words, people, addresses or Addresses(), editions)
        template = environment.get_template(f"{name}.j2")
        text = template.render(view(page), view=page, story=story)
        pages.append(GeneratedPage(name, text.strip() + "\n"))
    return pages


@lru_cache(maxsize=1)  # templates are compiled once for all the stories of a run
def _environment(
    typeset: Callable[[str], str], compiled: BytecodeCache | None = None
) -> Environment:
    environment = Environment(
        loader=PackageLoader("story.pages"),
        undefined=StrictUndefined,
        # Not HTML: what escapes is `finalize`, which no template can forget.
        autoescape=False,  # noqa: S701
        finalize=partial(_finalize, typeset),
        extensions=["jinja2.ext.do"],
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        bytecode_cache=compiled,
    )
    environment.filters |= {
        "capitalised": capitalised,
        "exact": escape,
        "attribute": lambda text: Markdown(attribute_text(text)),
        # A value of the front matter, as themes print it in an attribute.
        "front": lambda text: Markdown(
            json.dumps(attribute_text(typeset(text)), ensure_ascii=False)
        ),
        "link": lambda text, address: link(typeset(text), address),
        "quoted": quoted,
        "inner_marks": inner_marks,
        "typeset": typeset,
    }
    return environment


def _finalize(typeset: Callable[[str], str], value: object) -> str:
    """The value as Markdown; text is typeset and escaped unless it is Markdown already."""
    if isinstance(value, Markdown):
        return value
    if not isinstance(value, str):
        raise TypeError(f"a template printed {value!r}")
    return escape(typeset(value))
