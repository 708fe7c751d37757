"""What the command line says of a story, in the language of the people who edit the content."""

from __future__ import annotations

from typing import TYPE_CHECKING

from story.reading.body import CUT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from story.assemble_story import Story


def write_report(story: Story) -> str:
    """A few lines: what was found, the sentences that nothing uses, and who is said to speak."""
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
    lines += [f"  {one.path}:{one.line}: {one.problem}" for one in story.unfinished]
    if story.sources:
        counts = (
            _count(len(story.events), "événement"),
            _count(len(story.statements()), "affirmation"),
            _count(len(story.sources), "source"),
        )
        lines.append("  " + ", ".join(counts))
        checked = [one for one in story.statements() if one.checked]
        lines += [f"  relu, ligne {one.line}\u00a0: {one.checked}" for one in checked]
    lines += [f"  {line}" for line in _voices(story)]
    return "\n".join(lines)


def _voices(story: Story) -> Iterator[str]:
    """Each quotation with who speaks and why the reader thinks so; those without a speaker too."""
    article = story.article
    told = [(one.passages[0], one.speaker, one.reason) for one in story.exchange]
    told += [(one.passage, "non attribué", one.reason) for one in story.draft.unattributed]
    for passage, speaker, reason in sorted(told):
        words = article.body.shortened(passage).exact
        cut = f"{words} {CUT}" if words != passage.exact else words
        line = article.body.line(passage.start)
        yield f"{article.path}:{line}: {speaker}\u00a0: « {cut} » ({reason})"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'s' if number > 1 else ''}"
