"""The door to MkDocs, and the only module that imports it.

The article is converted first; the pages are added once MkDocs has listed the files of docs/; what
the page around them is written with is known once all are HTML; what was written is compressed at
the end. Only then does the new site take the place of the last good one, whatever failed before.
"""

import logging
import os
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from functools import partial
from html import escape, unescape
from importlib.metadata import version
from importlib.resources import files as package_files
from pathlib import Path
from traceback import extract_tb
from typing import Literal
from urllib.parse import quote

import markdown as markdown_library
from jinja2 import Environment, TemplateError
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.plugins import event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler

from publication.cache import Cache, CompiledTemplates
from publication.compression import SUFFIXES, compressed
from publication.footnotes import MarksOfEvidence
from publication.kept_html import KeptHtml
from publication.other_servers import page_problems
from publication.published_files import Text, frame_for
from publication.replace_site import WORK, begin_site, end_site, replace_site, site_faults
from publication.source_files import (
    BY_HAND,
    KINDS,
    LOST_KIND,
    OWN,
    STYLESHEET,
    Configuration,
    ConfigurationError,
    Sources,
    read_sources,
)
from story.assemble_story import Story
from story.content_folder import (
    ARTICLE,
    CARD,
    DOSSIER,
    EDITIONS,
    Content,
    card_of,
    read_cards,
    read_content,
    shown,
)
from story.exports.addresses import PLACEHOLDER, Addresses
from story.exports.all_formats import exported_files
from story.exports.atom_feed import FEED
from story.exports.citations import cite
from story.exports.linked_data import page_data
from story.faults import ContentError, Fault, refusal
from story.pages.make_pages import NAMES
from story.remembering import keep, recall

log = get_plugin_logger("story")

# What was found in each text, with names of months, currencies and people by these libraries.
_REMEMBERED = ("remembered", version("babel"), version("faker"))
_START, _INDEX = "index.md", "recherche.md"
# Stands in pages of other sites.
_EMBEDDED = "frise.md"
# Repeats what the others tell, a sentence at a time.
_CITING = "citer.md"
_MAP = "sitemap.xml"
# The library that MkDocs' own search is made with, and its French (Snowball).
_LIBRARIES = (
    "templates/search/lunr.js",
    "lunr-language/lunr.stemmer.support.js",
    "lunr-language/lunr.fr.js",
)
# What may stand in a data: address within an attribute.
_IN_DATA = "=:/',"


class _Build:
    """What the events of a build tell each other."""

    serving = in_place = False
    at_end = ExitStack()
    """What is left to do when the build ends, however it does."""
    said = CountHandler()
    """Counts what MkDocs says, of any level."""
    cache: Cache
    sources: Sources
    content: Content
    addresses: Addresses
    site: Path
    """The folder of the site, also while it is written to another."""
    cards: dict[str, bytes]
    kept_html: KeptHtml
    by_hand: dict[str, str]
    """The files of pages by hand, by their paths in the site."""


_build = _Build()


def on_startup(
    command: Literal["build", "gh-deploy", "serve"], *, dirty: bool, **_: object
) -> None:
    """Remembers whether the site is to be published or only looked at, made anew or changed."""
    _build.serving = command == "serve"
    _build.in_place = _build.serving or dirty


def on_build_error(error: Exception) -> None:
    """Says in one line what the system refuses, or what a template asks for and has not."""
    if isinstance(error, OSError):
        # A full disk has no name; what is being made goes to the folder of the site.
        path = str(error.filename or "site_dir").partition(f"{os.sep}{WORK}")[0]
        fault = refusal(shown(Path(path), Path.cwd()), error)
    elif isinstance(error, TemplateError):
        frames = extract_tb(error.__traceback__)
        place = [one for one in frames if one.filename.endswith(".html")][-1]
        name = shown(Path(place.filename), Path.cwd())
        expected = "un modèle que Jinja comprend"
        fault = Fault(name, place.lineno or 1, f"« {error.message} »", expected)
    else:
        return
    logging.getLogger("mkdocs").error("%s", fault)
    raise Abort(str(fault)) from error


def on_shutdown() -> None:
    """Leaves nothing behind of a build that did not end."""
    _build.at_end.close()


def on_pre_build(config: MkDocsConfig) -> None:
    """Reads all that the site is made of, or stops the build with all that is wrong with it."""
    file = Path(config.config_file_path)
    content, docs = file.parent / "content", Path(config.docs_dir)
    cache = _build.cache = Cache(file.parent / ".cache")
    recall(cache.find(_REMEMBERED))
    faults: list[str] = []
    try:
        own = config.theme.custom_dir
        _build.sources = read_sources(
            Configuration(
                file=file,
                docs=docs,
                templates=Path(own) if own else None,
                themes=config.theme.dirs,
                language=str(config.theme.get("language")),
                extra_css=config.extra_css,
                extra_javascript=[str(script) for script in config.extra_javascript],
            )
        )
    except ConfigurationError as error:
        faults += error.args
    site, root = Path(config.site_dir).resolve(), file.parent.resolve()
    parts = [content, docs, Path(config.theme.custom_dir or docs), Path(__file__).parent]
    if not _build.serving:  # a folder of MkDocs' own
        parts = [part.resolve() for part in parts]
        faults += [f"{file.name}: {fault}" for fault in site_faults(site, root, parts)]
    _build.addresses = _addresses(config)
    try:
        _build.content = read_content(
            content, file.parent, docs, CompiledTemplates(cache), _build.addresses
        )
    except ContentError as error:
        faults += [f"contenu à corriger ({len(error.faults)})", str(error)]
    if faults:
        raise PluginError("\n".join(faults))
    cache.keep(_REMEMBERED, keep())
    _build.site = site
    if not _build.in_place:
        config.site_dir = str(begin_site(site))
        _build.at_end.callback(end_site, site)
    story = _build.content.story
    _build.cards, others = read_cards(content, story)
    _say_what_is_missing(story, others)
    config.site_name = story.name
    config.site_description = story.language.typeset(story.description)
    # All that pages need of the theme is read: its templates and icons, thousands, are not listed.
    config.theme.dirs.remove(_build.sources.theme_folder)
    config.extra_css = [path for path in config.extra_css if path != STYLESHEET]
    # Markdown takes an extension itself where the configuration names one.
    config.markdown_extensions.append(MarksOfEvidence())
    # The site has a search of its own: the theme's, which it does not lead to, is not written.
    after = config.plugins.events["post_build"]
    after[:] = [one for one in after if "Search" not in type(getattr(one, "__self__", 0)).__name__]
    if not config.site_url:  # a map names whole addresses: MkDocs would write an empty one
        config.theme.static_templates.discard(_MAP)


def _addresses(config: MkDocsConfig) -> Addresses:
    files = {name.removesuffix(".md"): File.generated(config, name, content="") for name in NAMES}
    pages = {name: file.url.removeprefix("./") for name, file in files.items()}
    return Addresses(site=config.site_url or "", pages=pages)


def _say_what_is_missing(story: Story, other_cards: Iterable[str]) -> None:
    if blanks := story.legal.blanks():
        names = ", ".join(key.name for key in blanks)
        log.info("mentions légales à compléter avant de publier\u00a0: %s", names)
    if other_cards:
        names = ", ".join(other_cards)
        log.info("cartes de partage d’un autre contenu, laissées de côté\u00a0: %s", names)
    for text in story.unfinished:
        log.info("%s", text)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Adds the generated pages; takes out what is published in another form."""
    for path in OWN if config.site_url else (*OWN, _MAP):
        files.remove(files.src_uris[path])
    content = Path(config.config_file_path).parent / "content"
    edited = next(content / name for name in (DOSSIER, ARTICLE) if (content / name).exists())
    for name, data in _build.cards.items():
        files.append(File.generated(config, f"assets/{name}", content=data))
    for edition in sorted((content.parent / EDITIONS).glob("*.*")):
        path = str(edition)
        files.append(File.generated(config, f"{EDITIONS}/{edition.name}", abs_src_path=path))
    for page in _build.content.pages:
        file = File.generated(config, page.name, content=page.markdown)
        file.edit_uri = Path(os.path.relpath(edited, config.docs_dir)).as_posix()
        files.append(file)
    exported = exported_files(_build.content.story, _build.addresses, _build.cache.get)
    for path, data in exported.items():
        files.append(File.generated(config, path, content=data))
    return files


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Knows all that converts pages, and where their links may lead."""
    logger = logging.getLogger("mkdocs")
    logger.addHandler(_build.said)
    # Where an extension is installed in another version, the folder that all stand in changes.
    installed = Path(markdown_library.__file__).parents[1].stat().st_mtime_ns
    extensions = [
        one if isinstance(one, str) else type(one).__name__ for one in config.markdown_extensions
    ]
    made_with = (
        *(installed, extensions, config.mdx_configs, config.validation, logger.level),
        sorted((file.src_uri, file.url) for file in files),
    )
    _build.kept_html = KeptHtml(
        _build.cache, repr(made_with), files, lambda: sum(_build.said.counts.values())
    )
    return nav


# After all that others change of the text, and before what they change of the HTML.
@event_priority(-100)
def on_page_markdown(markdown: str, page: Page, **_: object) -> str:
    """Leaves nothing to convert of a page that is made, where it is known what it becomes."""
    return _build.kept_html.before(page, markdown) if page.file.src_uri in NAMES else markdown


@event_priority(100)
def on_page_content(html: str, page: Page, **_: object) -> str:
    """Gives that back."""
    return _build.kept_html.after(page, html) if page.file.src_uri in NAMES else html


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Gives the templates their values, now that all texts are HTML; adds the files they name."""
    sources, story = _build.sources, _build.content.story
    pages = [file.page for file in files if file.page]
    for page in pages:
        # Dated by its content, not by the day of the build: two builds give the same site.
        page.update_date = story.changed.edtf
        if page.content is None:  # left out by `--dirty`: its words are searched all the same
            page.read_source(config)
            page.render(config, files)
        page.meta.update(_meta(page, story, files, config))
        if page.meta.get("kind") not in KINDS:
            page.meta["kind"] = BY_HAND
    _build.by_hand = {
        page.file.dest_uri: page.file.abs_src_path for page in pages if page.file.abs_src_path
    }
    texts = [
        Text(
            address=page.url,
            name=unescape(page.title or ""),  # as HTML where it comes from a heading
            html=f'<article class="{page.meta["kind"]}">{page.content or ""}</article>',
            kind=page.meta["kind"],
            searched=page.file.src_uri not in (_INDEX, _EMBEDDED, _CITING),
            framed=page.file.src_uri == _EMBEDDED,
        )
        for page in pages
    ]
    library = package_files("mkdocs.contrib.search")
    search = "\n".join(library.joinpath(name).read_text("utf-8") for name in _LIBRARIES)
    frame = frame_for(texts, sources, search, config.site_url or "", _build.cache)
    for name, content in frame.files.items():
        if name not in files.src_uris and not (_build.serving and name.startswith("_")):
            included = InclusionLevel.INCLUDED
            files.append(File.generated(config, name, content=content, inclusion=included))
    env.trim_blocks = env.lstrip_blocks = True
    env.bytecode_cache = CompiledTemplates(_build.cache)
    env.globals |= {
        "text": lambda text: escape(unescape(str(text or ""))),
        "frame": frame,
        "story": story,
        "typeset": story.language.typeset,
        "shared_card": f"assets/{CARD}" if CARD in _build.cards else "",
        "feed": FEED if FEED in files.src_uris else "",
        "serving": _build.serving,
        "by_hand": BY_HAND,
        "lost_kind": LOST_KIND,
        "start": files.src_uris[_START],
        "index": files.src_uris[_INDEX],
        "citing": files.src_uris[_CITING],
        "icon": quote(sources.icon, safe=_IN_DATA),
    }
    return env


def _meta(page: Page, story: Story, files: Files, config: MkDocsConfig) -> dict[str, str]:
    """What the templates are told of a page."""
    name = page.file.src_uri.removesuffix(".md")
    if page.file.src_uri in (_EMBEDDED, _CITING):
        page.canonical_url = page.abs_url = None  # nothing of its own: the map leaves it out
    if page.file.src_uri == _EMBEDDED:
        return {"template": "frise.html"}
    title = story.title if page.is_homepage else unescape(str(page.meta.get("title") or page.title))
    address = f"{config.site_url or PLACEHOLDER}{page.url}"
    found = {"citation": cite(story, title, address).sentence}
    if not page.file.generated_by:
        return found
    card = f"assets/{card_of(name)}"
    found |= {"card": card} if card in files.src_uris else {}
    found |= {"cited": f"page-{name}"} if page.file.src_uri != _CITING else {}
    return found | {"linked_data": page_data(story, name, title)}


def on_post_build(config: MkDocsConfig) -> None:
    """Asks the finished pages; writes compressed files; puts the site in its place."""
    fresh = Path(config.site_dir)
    written = {path: path.read_bytes() for path in fresh.rglob("*") if path.suffix in SUFFIXES}
    _require_own_host(config, written)
    if _build.serving:  # it would not send them
        return
    with ThreadPoolExecutor() as pool:  # the libraries let Python go while they compress
        forms = pool.map(partial(compressed, cache=_build.cache), written.values())
        for path, by_suffix in zip(written, forms, strict=True):
            for suffix, data in by_suffix.items():
                path.with_name(f"{path.name}{suffix}").write_bytes(data)
    _build.cache.forget_unused()
    if _build.in_place:
        return
    config.site_dir = str(_build.site)
    handlers = {*logging.getLogger("mkdocs").handlers} - {_build.said}
    counts = [one.get_counts() for one in handlers if isinstance(one, CountHandler)]
    if not any(counts):  # a strict build counts warnings, and MkDocs is about to refuse it for them
        replace_site(_build.site, fresh)
    _build.at_end.close()


def _require_own_host(config: MkDocsConfig, written: Mapping[Path, bytes]) -> None:
    """Raises PluginError for all that a page would ask of another server, where it is written."""
    file = Path(config.config_file_path)
    templates = sorted(Path(config.theme.custom_dir or file.parent).rglob("*.html"))
    faults = set()
    for page in sorted(path for path in written if path.suffix == ".html"):
        name = page.relative_to(config.site_dir).as_posix()
        own = [Path(path) for path in [_build.by_hand.get(name)] if path]
        for words, problem, expected in page_problems(
            written[page].decode(), config.site_url or ""
        ):
            places = ((path, path.read_text("utf-8")) for path in (*own, file, *templates))
            found = (
                (path, text.partition(word)[0].count("\n") + 1)
                for path, text in places
                for word in words
                if word in text
            )
            path, line = next(found, (own[0] if own else _build.site / name, 1))
            faults.add(Fault(shown(path, file.parent), line, problem, expected))
    if faults:
        raise PluginError("\n".join(map(str, sorted(faults))))
