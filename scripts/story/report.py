"""What the command line says of a story, in the language of the people who edit the content."""

from __future__ import annotations

from typing import TYPE_CHECKING

from story.dates import EdtfDate

if TYPE_CHECKING:
    from story.story import Story


def write_report(story: Story) -> str:
    """A few lines: what was found, and the sentences of the article that nothing uses."""
    article, coverage = story.article, story.coverage
    typeset = story.language.typeset
    persons = sum(person.kind == "person" for person in story.people)
    date = story.language.show_date(EdtfDate(article.day.isoformat()))
    lines = [
        f"{article.path}\u00a0: {typeset(article.title)} ({article.publisher}, {date})",
        "  "
        + ", ".join(
            (
                _count(len(story.dates), "date"),
                _count(len(story.amounts), "montant"),
                _count(len(story.exchange), "citation"),
                _count(persons, "personne"),
                _count(len(story.people) - persons, "organisation"),
            )
        ),
        f"  phrases de l’article employées\u00a0: {coverage.used} sur {len(coverage.sentences)}",
    ]
    for passage in coverage.missing:
        line = article.body.line(passage.start)
        lines.append(f"  {article.path}:{line}: sans emploi\u00a0: « {passage.exact} »")
    if story.dossier.sections:
        counts = (
            _count(len(story.events), "événement"),
            _count(len(story.dossier.statements()), "affirmation"),
            _count(len(story.dossier.sources), "source"),
        )
        lines.append("  " + ", ".join(counts))
    return "\n".join(lines)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'s' if number > 1 else ''}"
