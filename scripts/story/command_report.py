"""What the command line says of a story, in the language of the people who edit the content."""

from collections.abc import Iterator, Mapping

from story.assemble_story import Story, events_in
from story.reading.body import CUT


def write_report(story: Story) -> str:
    """A few lines: what was found, the sentences that nothing uses, and who is said to speak."""
    article, found = story.article, story.draft
    persons = sum(person.kind == "person" for person in found.people)
    title, date = story.language.typeset(article.title), story.language.show_date(story.day)
    used = len(found.sentences) - len(story.unused)
    counts = {
        "date": len(found.dossier.events),
        "montant": len(found.dossier.amounts),
        "citation": len(found.exchange),
        "personne": persons,
        "organisation": len(found.people) - persons,
    }
    lines = [
        f"{article.path}\u00a0: {title} ({article.publisher}, {date})",
        f"  {_counted(counts)}",
        f"  phrases de l’article employées\u00a0: {used} sur {len(found.sentences)}",
    ]
    asked = [*found.doubtful, *((passage, "sans emploi") for passage in story.unused)]
    for passage, problem in asked:
        line = article.body.line(passage.start)
        lines.append(f"  {article.path}:{line}: {problem}\u00a0: « {passage.exact} »")
    lines += [f"  {one.path}:{one.line}: {one.problem}" for one in story.unfinished]
    if story.sources:
        told = story.statements()
        counts = {
            "événement": len(events_in(story)),
            "affirmation": len(told),
            "source": len(story.sources),
        }
        lines.append(f"  {_counted(counts)}")
        lines += [f"  relu, ligne {one.line}\u00a0: {one.checked}" for one in told if one.checked]
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


def _counted(numbers: Mapping[str, int]) -> str:
    parts = (f"{number} {noun}{'s' if number > 1 else ''}" for noun, number in numbers.items())
    return ", ".join(parts)
