"""What the command line says of a story, in the language of the people who edit the content."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from story.assemble_story import Story


def write_report(story: Story) -> str:
    """A few lines: what was found, and the sentences of the article that nothing uses."""
    article, coverage, found = story.article, story.coverage, story.draft
    persons = sum(person.kind == "person" for person in found.people)
    title, date = story.language.typeset(article.title), story.language.show_date(story.day)
    lines = [
        f"{article.path}\u00a0: {title} ({article.publisher}, {date})",
        "  "
        + ", ".join(
            (
                _count(len(found.dossier.events), "date"),
                _count(len(found.dossier.amounts), "montant"),
                _count(len(found.exchange), "citation"),
                _count(persons, "personne"),
                _count(len(found.people) - persons, "organisation"),
            )
        ),
        f"  phrases de l’article employées\u00a0: {coverage.used} sur {len(coverage.sentences)}",
    ]
    for passage, problem in found.doubtful:
        line = article.body.line(passage.start)
        lines.append(f"  {article.path}:{line}: {problem}\u00a0: « {passage.exact} »")
    for passage in coverage.missing:
        line = article.body.line(passage.start)
        lines.append(f"  {article.path}:{line}: sans emploi\u00a0: « {passage.exact} »")
    if story.sources:
        counts = (
            _count(len(story.events), "événement"),
            _count(len(story.statements()), "affirmation"),
            _count(len(story.sources), "source"),
        )
        lines.append("  " + ", ".join(counts))
        checked = [one for one in story.statements() if one.checked]
        lines += [f"  relu, ligne {one.line}\u00a0: {one.checked}" for one in checked]
    return "\n".join(lines)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'s' if number > 1 else ''}"
