"""The content folder: which files it holds, and the story that they make together."""

import difflib
import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from jinja2 import BytecodeCache

from story.assemble_story import Story, make_story, opening_sums
from story.checking.check_statements import check_coverage, check_statements
from story.checking.contradictions import check_sense
from story.checking.names import KnownNames
from story.dossier.read_dossier import SourcesFile, read_dossier, read_sources
from story.evidence import Source
from story.exports.addresses import Addresses
from story.faults import ContentError, Fault, refusal
from story.model import Dossier, Person
from story.pages.anchors import anchors_of
from story.pages.make_pages import NAMES, GeneratedPage, make_pages
from story.reading.article_file import Article, ArticleFile, read_article_file
from story.reading.body import overlapping
from story.reading.draft_from_article import Draft, draft
from story.typed_yaml.yaml_mistakes import suggestion

ARTICLE = "article.fr.md"
DOSSIER = "dossier.fr.yml"
SOURCES = "sources.yml"
LOCK = "anchors.lock"
# The site in one file, made by hand beside the content: `make editions`.
EDITIONS = "editions"
CARD, CARDS = "carte.png", "carte*.png"
# How alike two names are, from 0 to 1, where one stands for the other.
_NEARLY = 0.75
_HEAVIEST = 1_000_000  # bytes; to read more takes minutes
_SUFFIXES = frozenset({".yml", ".yaml", ".txt"})
_PNG_START, _PNG_END = b"\x89PNG\r\n\x1a\n", b"IEND\xaeB`\x82"


class Content(NamedTuple):
    """What a content folder makes."""

    story: Story
    pages: list[GeneratedPage]


def read_content(
    folder: Path,
    root: Path,
    docs: Path | None = None,
    compiled: BytecodeCache | None = None,
    addresses: Addresses | None = None,
) -> Content:
    """The story in a content folder, and its pages. Raises ContentError with every fault found.

    Paths in messages are relative to `root`. A page in `docs` with the name of a generated one is
    a fault: MkDocs would drop one of the two without a word. `compiled` keeps templates as code;
    `addresses` say where the pages will be.
    """
    faults = list(_clashes(docs, root)) if docs else []
    article = _read_article(folder, root)
    faults += article.faults
    drafted = draft(article.article) if article.article else None
    dossier, sources, unfinished = _read_dossier(folder, root, article, drafted, faults)
    if faults or drafted is None:
        raise ContentError(faults)
    story = make_story(drafted, dossier, sources, (*article.unfinished, *unfinished))
    editions = [edition_name(story, suffix) for suffix in (".html", ".pdf")]
    present = [f"{EDITIONS}/{name}" for name in editions if (root / EDITIONS / name).is_file()]
    pages = make_pages(story, compiled, present, addresses)
    paths = shown(folder / DOSSIER, root), shown(folder / SOURCES, root)
    if faults := list(_lost(story, pages, *paths)):
        raise ContentError(faults)
    return Content(story, pages)


def find_article(folder: Path, root: Path) -> Article:
    """The article of a content folder alone. Raises ContentError with every fault found."""
    return _read_article(folder, root).sound()


def _read_article(folder: Path, root: Path) -> ArticleFile:
    faults: list[Fault] = []
    path = folder / ARTICLE
    data = _bytes(path, root, faults)
    if data is not None:
        return read_article_file(data, shown(path, root))
    expected = "un article, que « python scripts/build_pages.py --import COUPURE » peut écrire"
    missing = Fault(shown(path, root), 1, "le fichier manque", expected)
    return ArticleFile(faults=tuple(faults) or (missing,))


def _bytes(path: Path, root: Path, faults: list[Fault]) -> bytes | None:
    """What a file of the content holds; None where there is none.

    It is a fault where the system refuses it, or where something else stands in its place: no file,
    or a file with nearly its name.
    """
    name = shown(path, root)
    try:
        if path.is_file():
            if path.stat().st_size <= _HEAVIEST:
                return path.read_bytes()
            faults.append(Fault(name, 1, "plus d’un mégaoctet", "un texte moins long"))
            return None
        here = [one for one in path.parent.glob("*") if one.is_file()]
        # A page in Markdown is no list of sources; `dossier.fr.yml~` may be what is left of one.
        others = [one.name for one in here if one.suffix in _SUFFIXES or path.suffix in one.name]
        if path.exists() or path.is_symlink():
            faults.append(Fault(name, 1, "ce n’est pas un fichier", "un fichier de texte"))
        elif close := difflib.get_close_matches(path.name, others, n=1, cutoff=_NEARLY):
            expected = f"« {close[0]} » est là\u202f: à renommer en « {path.name} »"
            faults.append(Fault(name, 1, "le fichier manque", expected))
    except OSError as error:
        faults.append(refusal(name, error))
    return None


def _read_dossier(
    folder: Path, root: Path, article: ArticleFile, drafted: Draft | None, faults: list[Fault]
) -> tuple[Dossier | None, Mapping[str, Source], Iterable[Fault]]:
    """The dossier, if any, held against its evidence; the sources; what is unfinished in both."""
    path, sources = folder / DOSSIER, folder / SOURCES
    source_faults: list[Fault] = []
    listed = _bytes(sources, root, source_faults)
    found = read_sources(listed, shown(sources, root)) if listed else SourcesFile({}, broken=None)
    source_faults += found.faults
    data = _bytes(path, root, faults)
    name = shown(path, root)
    if data is None:
        faults += source_faults
        return None, found.sources, found.unfinished
    read = read_dossier(data, name, article.body, found, drafted)
    faults += read.faults
    if read.names_sources and found.broken is None and not source_faults:
        problem = "le fichier manque" if listed is None else "le fichier est vide"
        expected = "les sources que le dossier nomme"
        source_faults = [Fault(shown(sources, root), 1, problem, expected)]
    faults += source_faults
    if drafted:
        own = [one for one in read.statements if isinstance(one, Person)]
        names = KnownNames(own or drafted.dossier.people, found.sources.values(), drafted)
        proved = (one for one in read.statements if one.line not in read.unproved)
        every = (*proved, *read.captions)
        faults += check_statements(every, drafted, name, names)
        faults += check_sense(every, drafted.article.language, name, names)
        rest = drafted.dossier.statements(but=read.sections)
        # What a faulty passage was to support is not asked for once more.
        unasked = [one for left in read.mistyped for one in overlapping(drafted.sentences, left)]
        if read.whole:
            told = (*read.statements, *rest)
            faults += check_coverage(drafted, told, (*read.aside, *unasked))
    return read.dossier, found.sources, (*read.unfinished, *found.unfinished)


def _lost(story: Story, pages: list[GeneratedPage], dossier: str, sources: str) -> Iterator[Fault]:
    """Addresses that lead nowhere, and those that a page has twice."""
    anchors = Counter(anchors_of(pages))
    for chapter in (*story.chapters, *story.asides):
        if chapter.anchor and f"{chapter.page}.html#{chapter.anchor}" not in anchors:
            problem = f"« {chapter.anchor} » n’est pas une adresse de la page « {chapter.page} »"
            there = (one.split(".html#") for one in anchors)
            ids = [id_ for page, id_ in there if page == chapter.page]
            yield Fault(dossier, chapter.line, problem, suggestion(chapter.anchor, ids, "parmi"))
    entries = (*story.statements(), *story.entries())
    places = {source.id: (sources, source.line) for source in story.sources}
    places |= {id_: (dossier, one.line) for one in entries if (id_ := getattr(one, "id", None))}
    for anchor, count in anchors.items():
        page, _, id_ = anchor.partition(".html#")
        if count > 1:
            problem = f"l’adresse « {id_} » est déjà dans la page « {page} »"
            path, line = places.get(id_, (dossier, 1))  # of the page itself, drawn twice
            yield Fault(path, line, problem, "un autre identifiant")


def edition_name(story: Story, suffix: str) -> str:
    """The file of an edition, dated by the content: one of an older content is not led to."""
    return f"edition-{story.changed.edtf}{suffix}"


def card_of(page: str) -> str:
    """The file of the share card of a page that has one of its own."""
    return f"carte-{page}.png"


def card_mark(story: Story) -> str:
    """A digest of what the share cards show, kept in each: one of another content has another."""
    told = (
        *(story.name, story.title),
        *((one.kind, one.text, one.value) for one in opening_sums(story)),
        *(event.date.edtf for event in story.events),
        *(quotation.speaker for quotation in story.exchange),
    )
    return hashlib.sha256(repr(told).encode()).hexdigest()[:16]


def read_cards(folder: Path, story: Story) -> tuple[dict[str, bytes], list[str]]:
    """The share cards of a story by their names, and the names of those that show something else.

    A picture that is no PNG, or not all of one, shows nothing.
    """
    cards, others = {}, []
    for path in sorted(folder.glob(CARDS)):
        data = path.read_bytes() if path.is_file() else b""
        whole = data.startswith(_PNG_START) and data.endswith(_PNG_END)
        if whole and card_mark(story).encode() in data:
            cards[path.name] = data
        else:
            others.append(path.name)
    return cards, others


def shown(path: Path, root: Path) -> str:
    """The path as messages show it: relative to `root` where it lies below."""
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()


def _clashes(docs: Path, root: Path) -> Iterator[Fault]:
    for page in NAMES:
        stem = page.removesuffix(".md")
        # What MkDocs would put where it puts this page.
        for name in (page, f"{stem}.html", *(["README.md"] if stem == "index" else [])):
            if (docs / name).exists():
                problem = "cette page a l’adresse d’une page produite à partir de l’article"
                yield Fault(shown(docs / name, root), 1, problem, "un autre nom")
