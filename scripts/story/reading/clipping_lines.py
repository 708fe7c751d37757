"""The lines of a clipping without what surrounds an article: encoding, HTML, Markdown, menus.

Whatever is taken out is told with its line. No word of a sentence is.
"""

import re
import unicodedata
from contextlib import suppress
from dataclasses import dataclass, replace
from html.parser import HTMLParser
from itertools import pairwise

from story.reading.body import fold, plain
from story.reading.decoding import decode, is_unseen

_HTML = re.compile(r"\s*<(?:!doctype|html|head|body)\b|</(?:p|div|h1|article)>", re.IGNORECASE)
_BLOCKS = frozenset(
    """address article blockquote br dd div dl dt figcaption figure h1 h2 h3 h4 h5 h6 header hr li
    main ol p section table td th time title tr ul""".split()
)
_AROUND = frozenset("aside button footer form nav noscript script style svg template title".split())
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_MARKDOWN = re.compile(r"^ *#{1,6} |\*\*\S[^*]*\*\*|\]\(https?:")
# An address may hold one pair of brackets, as those of encyclopedias do.
_ADDRESS = r"\((?P<address>(?:[^()\s]|\([^()\s]*\))*)\)"
# Images before links, which may be images.
_MARKS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"!\[(?P<kept>[^\]]*)\]{_ADDRESS}",
        rf"\[(?P<kept>[^\]]*)\]{_ADDRESS}",
        r"^(?:#{1,6}|>) +(?P<kept>)",
        r"\*\*(?P<kept>\S[^*]*)\*\*",
        r"(?<!\w)([*_])(?P<kept>\S[^*_]*)\1(?!\w)",
    )
)
_BULLET = re.compile(r"^(?:[•‣▪●◦*-]|\d\)) +(?=\S)")
_LEGAL = (
    r"(?:conditions (?:generales|d'utilisation)|mentions legales|cgu|politique de confidentialite"
    r"|gestion des cookies|donnees personnelles|plan du site|tous droits reserves)[^.|]{0,40}"
)
# What a page, a newsletter or a mail puts around an article, by the folded line.
_FURNITURE = {
    "adresse": r"(?:https?://|www\.)\S+|\S+@\S+\.\w+",
    "en-tête de message": r"(?:de|a|cc|objet|envoye|from|to|subject|repondre a) ?: .*",
    "temps de lecture": r"(?:temps de )?lecture ?:? ?(?:de )?\d+ ?min\w*\.?|\d+ ?min\w* de lecture",
    "bouton": (
        r"(?:(?:partager|imprimer|commenter|reagir|enregistrer|ecouter|offrir|copier|suivre|envoyer"
        r"|s'abonner|se connecter|s'inscrire|se desabonner|abonnez-vous|suivez-nous|inscrivez-vous)"
        r"(?: (?:sur|a|par|l'article|cet article|le lien|la newsletter|nous)\b[^.!?]{0,40})?"
        r"|(?:facebook|twitter|x|linkedin|whatsapp|e-?mail|telegram|bluesky|messenger)"
        r"(?:[ ,|/·-]+(?:facebook|twitter|x|linkedin|whatsapp|e-?mail|telegram|bluesky|messenger))*"
        r"|menu|accueil|aller au contenu"
        r"|rechercher|newsletters?|publicite|connexion|commentaires?(?: \(\d+\))?"
        r"|\d+ commentaires?|haut de page|lire la suite|article reserve aux abonnes"
        r"|(?:voir|lire|ouvrir) (?:cette lettre|la version|dans)[^.]*(?:en ligne|navigateur))"
    ),
    "menu": r"(?:[^.!?;:>|›«»]{1,30}[>|›] ?){2,8}[^.!?;:>|›«»]{1,40}",
    "mots-clés": r"(?:mots[ -]cles?|tags?|sujets?|themes?|thematiques?|etiquettes?) ?:.*",
    "mentions du site": rf"{_LEGAL}(?: ?[|·•-] ?[^.|]{{1,60}})*",
    "renvoi": r"(?:a )?(?:lire|voir|relire|ecouter)(?: aussi| egalement)?(?: ?[:|>].*| aussi .*)"
    r"|sur le meme sujet.*",
    "crédit": r"(?:credits?|photos?|illustration|image)(?: photo)? ?:.*|©.*|.{0,80}©.{0,60}"
    r"|\(?photo [^.]{0,60}\)?|(?:copyright|\(c\)) .{0,80}",
}
# What stands after an article: titles of others, up to the next sentence; or words of readers.
_OTHERS = re.compile(
    r"(?:(?:a )?(?:lire|voir|decouvrir) (?:aussi|egalement)|sur le meme (?:sujet|theme)"
    r"|plus d'(?:infos?|articles?)\b.*|dans la meme rubrique|(?:les )?plus lus"
    r"|(?:nos )?derniers articles|articles? lies?|notre selection) ?:?"
)
_READERS = re.compile(
    r"(?:vos |les |\d+ )?(?:commentaires?|reactions?)(?: \(\d+\))?(?: des lecteurs)? ?:?"
)
_OWNER = re.compile(
    r"(?:©|copyright|\(c\)) *(?:(?:19|20)\d\d,? *)?(?P<name>[^\d.,|©]{2,60}?)"
    r"(?=[ ,.]*(?:(?:19|20)\d\d|tous droits))",
    re.IGNORECASE,
)
_KINDS = {kind: re.compile(pattern) for kind, pattern in _FURNITURE.items()}
_ENDS_SENTENCE = re.compile(r"[.!?…:;»”\"]$")
_WIDTH = range(30, 121)
_PARAGRAPH = range(60, 100_000)


class Notices(list[str]):
    """What a person should know of how a clipping was read."""

    def at(self, line: int, words: str) -> None:
        """Adds what was done at a line of the clipping."""
        self.append(f"ligne {line}\u00a0: {words}")


@dataclass(slots=True)
class Line:
    """A line that is not blank; `after_blank` says whether a blank one precedes it."""

    number: int
    text: str
    after_blank: bool
    marked: bool = False
    """Whether the whole line was in bold or italics."""

    @property
    def ends(self) -> bool:
        """Whether it ends as a sentence does."""
        return _ENDS_SENTENCE.search(self.text) is not None

    def goes_on(self, other: "Line") -> bool:
        """Whether another goes on in the middle of its sentence."""
        return not self.ends and other.text[0].islower()


def clipping_lines(data: bytes, path: str, notices: Notices) -> tuple[list[Line], str]:
    """The lines of a clipping that are left, and who says that the page is theirs ("" for nobody).

    Raises ContentError where its bytes are no text.
    """
    text = _decoded(data, path, notices)
    numbered = [*enumerate(text.split("\n"), 1)]
    if _HTML.search(text):
        numbered = _without_tags(text, notices)
    markdown = any(_MARKDOWN.search(line) for _, line in numbered)
    kept: list[Line] = []
    blank, foot, owner = True, "", ""
    bulleted = sum(bool(_BULLET.match(line.strip())) for _, line in numbered) > 1
    for number, raw in numbered:
        line = _without_emoji(raw.strip(), number, notices)
        line = _without_unseen(line, number, notices)
        marked = markdown and re.fullmatch(r"(\*\*|\*|_)[^*_]+\1", line) is not None
        if markdown:
            line = _without_marks(line, number, notices)
        if bulleted and (bullet := _BULLET.match(line)):
            notices.at(number, f"puce retirée, « {bullet[0].strip()} »")
            line = line[bullet.end() :]
        foot = _foot(line, foot, kept)
        owned = _OWNER.search(line)
        owner = owner or (owned["name"].strip() if owned and _kind(line) else "")
        if kind := (line and foot) or _kind(line):
            notices.at(number, f"{kind}, retiré\u00a0: « {line} »")
        elif line:
            kept.append(Line(number, line, blank, marked))
        blank = not line
    return kept, owner


def join_broken(lines: list[Line], notices: Notices) -> list[Line]:
    """The lines with those joined that were broken at a margin, as a PDF has them."""
    broken = [
        other for one, other in pairwise(lines) if not other.after_blank and one.goes_on(other)
    ]
    if not broken:
        return lines
    width = max(len(line.text) for line in lines)
    blocks = width in _WIDTH and len(broken) * 3 > len(lines)
    joined = [replace(lines[0])]
    for before, line in pairwise(lines):
        one = joined[-1]
        full = blocks and len(before.text) * 2 > width
        if line.after_blank or not (full or one.goes_on(line)):
            joined.append(replace(line))
            continue
        cut = re.search(r"[^\W\d_]-$", one.text) is not None and line.text[0].islower()
        one.text = f"{one.text[:-1]}{line.text}" if cut else f"{one.text} {line.text}"
        what = "le mot coupé est recollé" if cut else "la ligne suit celle d’avant"
        notices.at(line.number, what)
    return joined


def _decoded(data: bytes, path: str, notices: Notices) -> str:
    marked = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    other = ("utf-16", "UTF-16") if marked else ("cp1252", "Windows-1252")
    for encoding, name in (("utf-8", ""), other):
        with suppress(UnicodeDecodeError):
            text = data.decode(encoding)
            notices += [f"lu comme du {name}"] if name else []
            return decode(text.encode(), path, pasted=True)
    return decode(data, path, pasted=True)


def is_emoji(char: str) -> bool:
    """Whether a character is a picture among letters, or what joins two of them."""
    picture = char >= "\u2600" and unicodedata.category(char) == "So"
    return picture or char in "\ufe0f\u200d"


def _without_emoji(line: str, number: int, notices: Notices) -> str:
    found = "".join(char for char in line if is_emoji(char)).strip("\ufe0f\u200d")
    if not found:
        return line
    notices.at(number, f"signes retirés, {found}")
    return re.sub(r"\s+", " ", "".join(char for char in line if not is_emoji(char))).strip()


def _without_unseen(line: str, number: int, notices: Notices) -> str:
    unseen = sorted({char for char in line if is_unseen(char)})
    if not unseen:
        return line
    codes = ", ".join(f"U+{ord(char):04X}" for char in unseen)
    notices.at(number, f"caractères invisibles retirés, {codes}")
    return "".join(char for char in line if char not in unseen).strip()


def _without_marks(line: str, number: int, notices: Notices) -> str:
    """The line without Markdown's marks; the addresses of its links and images are told."""
    bare, addresses = line, []
    for pattern in _MARKS:
        if "address" in pattern.groupindex:
            addresses += [match["address"] for match in pattern.finditer(bare)]
        bare = pattern.sub(r"\g<kept>", bare)
    if bare != line:
        what = ", ".join(("marques Markdown retirées", *(f"« {one} »" for one in addresses)))
        notices.at(number, what)
    return bare


def _kind(line: str) -> str | None:
    """What a line is, that is no part of an article."""
    if line and not any(char.isalnum() for char in line) and not re.search(r"[«»“”\"…]", line):
        return "filet"
    folded = plain(fold(line)).rstrip(" .")
    return next((kind for kind, pattern in _KINDS.items() if pattern.fullmatch(folded)), None)


def _foot(line: str, foot: str, kept: list[Line]) -> str:
    """What stands after the article on this line, where something does."""
    folded = plain(fold(line)).rstrip(" .")
    begun = any(one.ends and len(one.text) in _PARAGRAPH for one in kept)
    if begun and _READERS.fullmatch(folded):
        return "mots de lecteurs"
    if foot == "mots de lecteurs":
        return foot
    if _OTHERS.fullmatch(folded):
        return "autres articles"
    return "" if line and _ENDS_SENTENCE.search(line) else foot


class _Text(HTMLParser):
    """The text of a page by blocks, each with its line; apart, what is taken out, with its own."""

    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[tuple[int, str]] = [(1, "")]
        self.taken: list[tuple[int, str]] = []
        self._depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._depth += tag in _AROUND
        if tag == "h1":  # what stands above the headline is no part of the article, but for a date
            above = [(line, " ".join(words.split())) for line, words in self.blocks]
            self.taken += [
                (line, f"hors de l’article, retiré\u00a0: « {words} »")
                for line, words in above
                if words and not _YEAR.search(words)
            ]
            self.blocks = [(line, words) for line, words in above if _YEAR.search(words)]
        self._end_block(tag)
        for name, value in attrs:
            if value and not self._depth and (tag, name) in _TOLD:
                words = f"{_TOLD[tag, name]}\u00a0: « {value} »"
                self.taken.append((self.getpos()[0], words))

    def handle_endtag(self, tag: str) -> None:
        self._depth = max(0, self._depth - (tag in _AROUND))
        self._end_block(tag)

    def parse_html_declaration(self, i: int) -> int:
        """Reads what is no declaration that HTML knows (`<![a]`) as a comment, as browsers do."""
        if self.rawdata.startswith("<![", i):
            return self.parse_bogus_comment(i)
        return super().parse_html_declaration(i)

    def handle_comment(self, data: str) -> None:
        if words := " ".join(data.split()):
            self.taken.append((self.getpos()[0], f"commentaire retiré\u00a0: « {words} »"))

    def _end_block(self, tag: str) -> None:
        if tag in _BLOCKS:
            self.blocks.append((self.getpos()[0], ""))

    def handle_data(self, data: str) -> None:
        words = " ".join(data.split())
        line = self.getpos()[0] + data[: len(data) - len(data.lstrip())].count("\n")
        if self._depth:
            if words and self.lasttag not in ("script", "style"):
                self.taken.append((line, f"hors de l’article, retiré\u00a0: « {words} »"))
            return
        first, before = self.blocks.pop()
        self.blocks.append((first if before.strip() else line, before + data))


# What a page shows, or where it leads, that stands in no text.
_TOLD = {
    ("a", "href"): "adresse d’un lien retirée",
    ("img", "src"): "image retirée",
    ("img", "alt"): "texte d’une image retiré",
}


def _without_tags(text: str, notices: Notices) -> list[tuple[int, str]]:
    """The blocks of a page, with the lines where they begin, parted by blank ones."""
    page = _Text()
    page.feed(text)
    page.close()
    notices.append("balises HTML retirées")
    for line, what in sorted(page.taken):
        notices.at(line, what)
    blocks = ((line, " ".join(words.split())) for line, words in page.blocks)
    return [pair for line, words in blocks if words for pair in ((line, words), (line, ""))]
