"""What every page is made with: the story, its notes, its typography."""

import base64
import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from story.assemble_story import Story, opening_sums
from story.edtf_date import EdtfDate
from story.evidence import Evidence, foreign_quotations
from story.exports.addresses import Addresses
from story.model import Amount, Event, Quotation, Statement
from story.pages.markdown import Markdown, escape, link
from story.pages.notes import Notes, Place
from story.reading.body import capitalised, comparable, inner_marks

Values = dict[str, Any]
_BRIEF = 15  # characters
_PLAIN_SPACES = str.maketrans("\u00a0\u202f", "  ")


@dataclass(frozen=True, slots=True)
class View:
    """One page in the making: the story, the notes of every page, and those of this one."""

    story: Story
    all_notes: Mapping[str, Notes]
    notes: Notes
    words: Mapping[str, re.Pattern[str]]
    """The words of the glossary, by their ids."""
    people: Mapping[str, str]
    """The names of people and organisations, by their ids."""
    addresses: Addresses
    """Where the pages are."""
    editions: Sequence[str] = ()
    """The files that hold the whole site, below its address."""
    terms: set[str] = field(default_factory=set)
    """Words of the glossary that this page has used already."""

    def typeset(self, text: str) -> str:
        """The text with the typography of its language."""
        return self.story.language.typeset(text)

    def said(
        self, statement: Statement, within: str = "", prefix: str = "p", label: str = ""
    ) -> Markdown:
        """A statement with its mark, which holds its address; see `address_of` and `marked`."""
        at = address_of(statement, within)
        return Markdown(self.told(statement) + self.marked(statement, at, prefix, label))

    def told(self, statement: Statement) -> Markdown:
        """The words of a statement."""
        return Markdown(f"<span>{self.explained(statement.text, *statement.evidence)}</span>")

    def marked(self, statement: Statement, at: str, prefix: str = "p", label: str = "") -> Markdown:
        """The mark of a statement, which holds its address: it is cited by it, after its label."""
        if statement.evidence:
            self.placed(at, words=f"{label} : {statement.text}" if label else statement.text)
        return self.notes.mark(*statement.evidence, at=at, prefix=prefix)

    def placed(self, at: str, title: str = "", words: str = "") -> None:
        """Remembers what is cited by an address of this page; the first to have it keeps it."""
        self.notes.places.setdefault(at, Place(title, words))

    def explained(self, text: str, *evidence: Evidence) -> Markdown:
        """A text of ours in which each word of the glossary leads there, once a page.

        Words that it quotes from evidence in another language are marked as of that language.
        """
        words, shown, done = self.typeset(text), "", 0
        for start, end, language in foreign_quotations(
            words, evidence, self.story.article.language
        ):
            shown += f'{escape(words[done:start])}<span lang="{escape(language)}">'
            # French keeps figures and units together with spaces of its own.
            shown += f"{escape(words[start:end].translate(_PLAIN_SPACES))}</span>"
            done = end
        shown += escape(words[done:])
        for id_, pattern in self.words.items():
            if id_ not in self.terms and (match := pattern.search(shown)):
                self.terms.add(id_)
                link_ = f"[{match[0]}](sources.md#{id_})"
                shown = shown[: match.start()] + link_ + shown[match.end() :]
        return Markdown(shown)

    def quoted(self, text: str) -> Markdown:
        """Words of somebody between marks."""
        return Markdown(f"«&nbsp;{escape(inner_marks(self.typeset(text)))}&nbsp;»")

    def spoken(self, quotation: Quotation) -> Values:
        """The words of the exchange, with who speaks and how they are to be set."""
        exact, number = quotation.text, self.voice_of(quotation.speaker)
        voice = f"voix-{number}" if number else ""
        # A word or two are set larger still.
        brief = " bref" if len(exact) < _BRIEF else ""
        return {
            "voice": voice,
            "classes": f"{voice}{brief}".strip(),
            "speaker": capitalised(quotation.speaker),
            "text": self.quoted(exact),
        }

    def time(self, date: EdtfDate, *, capital: bool = False) -> Markdown:
        """A date as readers see it, and as machines do where HTML has a form for it."""
        words = self.story.language.show_date(date)
        shown = escape(capitalised(words) if capital else words)
        if date.machine is None:
            return shown
        return Markdown(f'<time datetime="{date.machine}">{shown}</time>')

    def name_of(self, event: Event) -> str:
        """What an event is called: its title, or the words that tell it."""
        return event.title or event.text

    def link_to(self, event: Event) -> Markdown:
        """What an event is called, leading to its place in the timeline."""
        return self.way(self.name_of(event), "chronologie", event.id)

    def way(self, words: str, page: str, id_: str = "") -> Markdown:
        """Words of ours that lead to a page, or to a place there."""
        anchor = f"#{id_}" if id_ else ""
        return Markdown(f"[{escape(self.typeset(words))}]({page}.md{anchor})")

    @property
    def opening(self) -> tuple[Amount, ...]:
        """The two sums that the story is about."""
        return opening_sums(self.story)

    def voice(self, amount: Amount) -> str:
        """The number of the colour of a sum that opens the story, if somebody says one of both.

        It is that of who says it. One that nobody says has the other colour, since the two answer
        each other.
        """
        pair = self.opening
        if amount not in pair:
            return ""
        said = [self.says(one) for one in pair]
        rank = pair.index(amount)
        if words := said[rank]:
            return self.voice_of(words.speaker)
        other = said[1 - rank]
        return {"1": "2", "2": "1"}.get(self.voice_of(other.speaker), "") if other else ""

    def says(self, amount: Amount) -> Quotation | None:
        """The words of the exchange that say a sum, if any do."""
        said = comparable(amount.text)
        return next((one for one in self.story.exchange if said in comparable(one.text)), None)

    def voice_of(self, name: str) -> str:
        """The number of the colour of somebody's side: of the first two that there are.

        Third parties have none. Where nobody has a side, the first two speakers are one each.
        """
        people = self.story.people
        sides = dict.fromkeys(person.side for person in people if person.side)
        parties = [*(sides or dict.fromkeys(one.speaker for one in self.story.exchange))][:2]
        forms = {form: one.side for one in people for form in (one.name, *one.aliases)}
        party = (forms.get(name) if sides else None) or name
        return str(parties.index(party) + 1) if party in parties else ""

    @property
    def publisher(self) -> Markdown:
        """The article's publisher, linked where its address is known."""
        name, url = self.typeset(self.story.article.publisher), self.story.article.url
        return link(name, url) if url else escape(name)


def address_of(statement: Statement, within: str = "") -> str:
    """The address of a statement in its page, which no edit of what stands around it changes.

    It is made of its words and of the id of the entry that it stands `within`. Who changes the
    words of one that was published gives it its old address, as `id`: the lock says which.
    """
    return statement.id or address_from(f"{within} {comparable(statement.text)}")


def address_from(words: str) -> str:
    """An address made of words: short, and the same for the same ones."""
    digest = base64.b32encode(hashlib.sha256(words.encode()).digest()).decode().lower()
    return f"p{digest[:5]}"


def glossary_patterns(story: Story) -> dict[str, re.Pattern[str]]:
    """A pattern for each word of the glossary, by its id: the word, not inside a link."""
    typeset = story.language.typeset
    return {
        entry.id: re.compile(
            rf"(?<![\w’\[]){re.escape(escape(typeset(entry.term)))}(?![\w\]])", re.IGNORECASE
        )
        for entry in story.glossary
    }


TITLES: Mapping[str, str] = {
    "index": "Résumé",
    "chronologie": "Chronologie",
    "echange": "L’échange",
    "qui-est-qui": "Qui est qui",
    "sources": "Sources et méthode",
}
