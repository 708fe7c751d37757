"""What may be a subject in a text: names, roles and pronouns, with what grammar says of each."""

import bisect
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import Literal, Protocol, TypeVar

from story.languages.found_types import FoundPerson
from story.languages.fr.proper_names import NATION
from story.languages.fr.roles import embedded_role, is_feminine
from story.languages.fr.speech_verbs import DAY, SpeechVerb, is_speech
from story.languages.fr.word_lists import (
    DETERMINERS,
    FEMININE_ENDINGS,
    HYPERNYMS,
    ORGANISATION_NOUNS,
    PREPOSITIONS,
    ROLE_NOUNS,
    ROLE_PREFIXES,
    SOMEBODY,
    SPEAKING_NOUNS,
    THINGS,
    TIMES,
    TITLE,
)
from story.reading.body import plain

Kind = Literal["person", "organisation", "someone", "pronoun", "thing"]

_PRONOUN = re.compile(
    r"(?<![\w'-])(?:ils|elles|il(?! (?:y (?:a|avait)|f(?:aut|allait|audra(?:it)?)|s'agi(?:t|ssait)"
    r"|suffit|convient|est (?:possible|temps|vrai|clair|important|nécessaire|essentiel))\b)|elle"
    r"|(?<=[.!?…»] )(?:lui|eux)|l[ea] même(?=[.,]|$)|(?:ce|cette|ces) (?:derni(?:ère|er)s?|deux-là)"
    r"|celui-ci|celle-ci|ceux-ci|cel(?:ui|le)(?= qui )|(?:l'|les )intéressée?s?)(?![\w-])",
    re.IGNORECASE,
)
# « certains lui reprochent », « beaucoup y voient », « d’autres parlent »
_INDEFINITE = re.compile(
    r"(?<![\w'-])(?:certain(?:e)?s|beaucoup|d'autres|tous|toutes|plusieurs)"
    r"(?= (?:(?:lui|leur|y|en|ne|se|le|la|les) |[nsl]')?[a-zà-ÿ]+(?:ent|ont)\b(?!ment))",
    re.IGNORECASE,
)
_PHRASE = re.compile(
    r"(?<![\w'-])(?:d'|(?:lors|puis)?qu')?(?P<det>l'(?!une? (?:des|de) )"
    r"|(?:une \w+aine|des (?:dizaines|centaines|milliers)) de "
    r"|(?:(?:l'une?|une?|certaine?s|plusieurs|beaucoup|deux) (?:des|de (?:ses|leurs|nos|ces"
    r"|mes))|les?|la|une?|des|du|aux?|ce|cet|cette"
    r"|ces|son|sa|ses|leurs?|notre|nos|mon|ma|deux|trois|quatre|(?<!\d )\d+|plusieurs|certaine?s"
    r"|quelques|chaque|(?<!\w )de nombreu(?:x|ses)) )"
    r"(?=(?:\d+e )?(?P<words>[^\W\d_][\w-]*(?: [^\W\d_][\w-]*){0,2}))",
    re.IGNORECASE,
)
_PLURALS = frozenset(
    "les,des,aux,ces,ses,leurs,nos,deux,trois,quatre,plusieurs,certains,certaines,quelques"
    ",de nombreux,de nombreuses".split(",")
)
_FEMININE = ("la", "une", "cette", "sa", "ma")
_MASCULINE = ("le", "un", "du", "au", "ce", "cet")
# Determiners that are pronouns before a verb: « l’explique ».
_CLITICS = ("l'", "la", "le", "les", "leur")
_CONTRACTED = {"du": "le", "au": "le", "aux": "les"}
_TITLE = re.compile(rf"{TITLE} $")
# « le directeur des Centres de prévention (CDC) X »: part of the phrase, as any word of it is.
_ACRONYM = re.compile(r" \([A-ZÀ-Þ][\w.-]*[A-ZÀ-Þ.]s?\)")
_TITLED = re.compile(rf", (?:(?:{TITLE}|une? certaine?) |(?:l[ea] |l')[a-zà-ÿ-]+(?: [\w' -]+)? )?")
_ASIDE = re.compile(rf" \([^()]{{1,20}}\)|(?<= ){TITLE} (?=[^,]*,)")
# « le patron qu’elle a connu, X, »
_WHOM = re.compile(r" (?:que |qu'|dont |où )")
# « le cabinet de conseil en vote X »
# « l’adjoint au logement X »
_POST = re.compile(r" (?:à la |à l'|à |aux? )[\w-]+(?: [\w-]+)? ")
_WORD = r"(?!(?:d[eu]s?|l[ae]s?|et)\b)[a-zà-ÿ-]+"
_KIND = re.compile(rf"(?: {_WORD})?(?:(?: (?:de|en|à) | d'){_WORD}(?: {_WORD})?)* ")
_WORD_BEFORE = re.compile(r"([^\W\d_]+)(?:'| )$")
_AND_BEFORE = re.compile(r"\b(?:et|ou|comme) $")
_AND_NAME = re.compile(r" et [A-ZÀ-Þ]")
_CLAUSE_END = re.compile(
    r"[;:.!?…«»“”\"()\n]| (?:a|ont|est|sont|qui|que|dont|lui|se|ne|y|\w{3,}(?:ait|aient)) "
)
# Where a phrase ends and the rest of the sentence goes on.
_END = re.compile(
    r"(?<!\bM)(?<!\bDr)[.,;:!?…«»“”\"()\n–—]"
    r"| (?:a|ont|avait|avaient|est|sont|était|étaient|sera|va|vont|veut|doit|peut|peuvent"
    r"|reste|restent|semble|demeure|devient|vient|tient|fait|se|ne|qui"
    r"|que|dont|où|dans|à|sur|lors|hier|auprès|devant|en(?! c(?:harge|hef|ause)\b)|ce|cette|par"
    r"|sous|avant|après|pour|face|ayant|étant"
    r"|comme|interrogée?s?|citée?s?|jointe?s?|mais|y|avec|depuis|et (?:l[ea]s?|son|sa|ses)"
    rf"|{DAY})(?= |$)| (?:qu|s|n)'"
)


def _not_after(words: str) -> str:
    """A pattern for where none of these words ends."""
    return "".join(rf"(?<!\b{word})" for word in words.split())


# A pronoun before a verb, as no preposition leads to it: « le président l’interrompt ».
_CLITIC = re.compile(
    _not_after("de à et ou sur pour dans par contre chez avec en sous entre tout toute tous toutes")
    + r" (?:(?:l[ae]s?|lui|me|nous|vous)(?= |$)|[lm]')"
)
# « L’accusée finit par… »
_ACTS = re.compile(
    r" (?!(?:petit|inédit|gratuit|interdit|produit)\b)[a-zà-ÿ]{2,}"
    r"(?:it|ît|end|ompt|met|oit|a)(?= |$)"
)
# « Deux aides-soignants fument », « un hôtel de 130 chambres ouvre »: no adjective of a plural.
_PLURAL_VERB = re.compile(r"(?<=s) (?!(?:comme|presse)\b)[a-zà-ÿ]{3,}(?:ent|[^é\W]e)(?= |$)")
_TO = re.compile(r" aux?(?= |$)")
_NO_DETERMINER = _not_after("le la les un une du de des au aux ce cette ces son sa ses")
# A word before a determiner is a verb: « l’officier garde un œil ».
_VERB = re.compile(
    rf"{_NO_DETERMINER} (?!(?:que|de|dans|entre|contre|et|sur) )[a-zà-ÿ]+"
    r"(?:e|ent|it|ait|a|d|t|ut|ient)(?: [a-zà-ÿ]+ment| désormais| toujours| déjà| aussi)?"
    r" (?:(?:une?|l[ea]s?|sa|son|ses|cet?|cette|ces|leurs?|deux|trois|toute?s?|\d+)(?= )"
    r"|[ldns]'(?=\w))"
    rf"|{_NO_DETERMINER} [a-zà-ÿ]+(?:e|ent|it|ait|a|d|t|ut|ient) (?:plutôt|désormais|toujours|déjà"
    r"|aussi|encore|ainsi|alors)(?= |$)"
    # « un retraité empile des livres », but « une source proche des négociations »
    rf"|{_NO_DETERMINER} [a-zà-ÿ]{{2,}}(?<!iqu)(?<!abl)(?<!och)(?<!br)(?<!air)(?<!is)(?<!ist)"
    r"(?<!é)(?<!iè)(?<!al)(?<!ell)(?<!iv)(?<!nt)(?<!ct)(?:e|ent) des (?=[a-zà-ÿ])"
)
# « un chauffeur croisé sur la route »
_PAST = re.compile(rf"{_NO_DETERMINER} [a-zà-ÿ]{{3,}}(?:ée?s?|uite?s?|(?<!inconn)ue?s?)$")
_ANIMATE = re.compile(
    r".{2,}(?:eur|euse|trice|iste|ier|iere|ien|ienne|ain|aine|ant|ante|eure|ologue|iatre)"
)
_ARTICLE = re.compile(r" (?:l'|la |le |les )$")
_SPEAKING = ROLE_NOUNS | SOMEBODY | SPEAKING_NOUNS | ORGANISATION_NOUNS | HYPERNYMS.keys()
# What goes on with the name of a body: « l’Observatoire international des prisons »
_BODY = ("le", "la", "l'", "les")
_TAIL = re.compile(
    r"(?: [a-zà-ÿ]+(?:ale?|aux|ales|iques?|ien(?:ne)?s?|aise?|aine?s?|i[fv]e?s?|aires?|ins?))*"
    r"(?: des? [a-zà-ÿ]{4,}(?: [a-zà-ÿ]+(?:aux|iques|s))?)?"
)
_RANKS = ("premier", "premiere", "second", "seconde", "dernier", "derniere")
_STOPS = PREPOSITIONS | DETERMINERS
# Who is told by where they are: « une source au ministère », « une voix au fond de la salle ».
_BY_PLACE = ("source", "voix")
# « les sinistrés », « des blessés »
_DONE = re.compile(r"(?!(?:march|cong)és)[^\W\d_]{3,}(?<!it)(?<!ôt)és")
_CLOSES = (",", ".", ";", ":", "!", "?", ")", "»", "")
# No phrase is longer, and no title or preposition before one.
_LONGEST = 120
_NEAR = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Somebody or something in a text, at offsets of it.

    `name` is how it is shown, `noun` its folded noun where it has no name; `feminine` is None where
    that is not known; `governed` where a preposition makes it something else than a subject;
    `joined` where `et` links it to the one before; `role` is the phrase that leads to a name.
    """

    start: int
    end: int
    name: str
    kind: Kind
    feminine: bool | None
    plural: bool = False
    governed: bool = False
    joined: bool = False
    noun: str = ""
    role: str = ""

    @property
    def speaks(self) -> bool:
        """Whether it is anybody who can speak."""
        return self.kind != "thing"


class _Placed(Protocol):
    @property
    def start(self) -> int: ...


_T = TypeVar("_T", bound=_Placed)


def starting_within(placed: Sequence[_T], start: int, end: int) -> Sequence[_T]:
    """Those of what stands in order in a text that begin between two offsets."""
    at = attrgetter("start")
    first = bisect.bisect_left(placed, start, key=at)
    return placed[first : bisect.bisect_left(placed, end, first, key=at)]


def pronoun_candidate(word: str, end: int) -> Candidate:
    """`il` or `elle` where it follows its verb, or `lui` after `selon`; it ends at this offset."""
    plural = word.lower() in ("ils", "elles", "eux")
    feminine = word.lower().startswith("elle") or (None if plural else False)
    return Candidate(
        start=end - len(word), end=end, name=word, kind="pronoun", feminine=feminine, plural=plural
    )


def speaks(noun: str) -> bool:
    """Whether a noun, folded, is somebody who can speak."""
    one = noun.removesuffix("s")
    if noun in _SPEAKING or one in _SPEAKING:
        return True
    return _ANIMATE.fullmatch(one) is not None and one not in THINGS


class NounPhrases:
    """Finds the candidates of one text, which is folded; `written` is the text as it is written."""

    def __init__(self, text: str, written: str, verbs: Sequence[SpeechVerb]) -> None:
        self._text = _ACRONYM.sub(lambda found: f" {'-' * (len(found[0]) - 1)}", text)
        self._written = written
        self._verbs = verbs
        self._named: list[Candidate] = []

    def find(self, people: Sequence[FoundPerson]) -> list[Candidate]:
        """All candidates in order; what is part of another, and not governed in it, is left out."""
        self._named = sorted(self._names(people), key=lambda one: one.start)
        led: set[int] = set()  # where names stand to which a phrase leads
        phrases = {
            one.start: one for one in (*self._phrases(led), *self._indefinites(), *self._pronouns())
        }
        names = [one for one in self._named if one.start not in led]
        found: list[Candidate] = []
        covered = -1
        for one in sorted([*names, *phrases.values()], key=lambda one: (one.start, -one.end)):
            if one.start >= covered or one.kind == "person" or (one.governed and one.speaks):
                found.append(one)
                covered = max(covered, one.end if one.speaks else covered)
        return found

    def _names(self, people: Sequence[FoundPerson]) -> Iterator[Candidate]:
        for person in people:
            for mention in person.mentions:
                article = self._text[max(0, mention.start - 3) : mention.start].lower()
                group = {"la ": True, "le ": False}.get(article)
                yield Candidate(
                    start=mention.start,
                    end=mention.end,
                    name=person.name,
                    kind=person.kind,
                    feminine=person.feminine if person.kind == "person" else group,
                    governed=self._is_governed(mention.start),
                    joined=self._is_joined(mention.start),
                )

    def _indefinites(self) -> Iterator[Candidate]:
        for match in _INDEFINITE.finditer(self._text):
            yield Candidate(
                start=match.start(),
                end=match.end(),
                name=self._written[match.start() : match.end()],
                kind="someone",
                feminine=match[0].endswith("es") or None,
                plural=True,
                noun=plain(match[0]),
            )

    def _pronouns(self) -> Iterator[Candidate]:
        for match in _PRONOUN.finditer(self._text):
            word = plain(match[0])
            plural = word.endswith("s") or word in ("eux", "ceux-ci")
            feminine = word.startswith(("elle", "cette", "celle")) or word.rstrip("s")[-2:] == "ee"
            yield Candidate(
                start=match.start(),
                end=match.end(),
                name=match[0],
                kind="pronoun",
                feminine=feminine or (None if plural else False),
                plural=plural,
                governed=self._is_governed(match.start()),
                joined=self._is_joined(match.start()),
            )

    def _phrases(self, led: set[int]) -> Iterator[Candidate]:
        for match in _PHRASE.finditer(self._text):
            start, determiner = match.start("det"), match["det"].strip().lower()
            words = [(word[0], word.end()) for word in re.finditer(r"[\w-]+", match["words"])]
            head = self._head(determiner, [word for word, _ in words])
            if head is None:
                continue
            index, kind = head
            noun, head_end = plain(words[index][0]), match.start("words") + words[index][1]
            end = self._end(head_end, noun)
            names = starting_within(self._named, head_end, end)
            joined = (one.start for one in names if one.joined and one.kind == "person")
            end = min([end, *joined])
            name = self._written[start:end].rstrip(" ,'’")
            name = name.removesuffix(" et").removesuffix(" de")
            end = start + len(name)
            if determiner in _CONTRACTED:
                name = _CONTRACTED[determiner] + name[len(determiner) :]
            phrase = Candidate(
                start=start,
                end=end if kind == "someone" else head_end,
                name=name,
                kind=kind,
                feminine=_gender(determiner, noun),
                plural=determiner in _PLURALS or determiner.isdigit() or determiner.endswith(" de"),
                governed=self._is_phrase_governed(start, determiner),
                joined=self._is_joined(start),
                noun=noun,
            )
            proper = kind == "thing" and words[0][0][0].isupper() and determiner in _BODY
            named = self._name_of(phrase, head_end)
            tail = self._text[head_end:end]
            if proper and (
                named is None or (tail and named.kind == "organisation" and _TAIL.fullmatch(tail))
            ):
                # « l’Ordre des médecins »
                name = name if phrase.plural else name[len(match["det"]) :]
                yield replace(phrase, kind="organisation", name=name, end=end)
                continue
            if named:
                led.add(named.start)
                feminine = named.feminine  # « le ministre, Khady Diène Gaye », who is a woman
                feminine = phrase.feminine or None if feminine is None else feminine
                yield replace(
                    named,
                    start=start,
                    feminine=feminine,
                    plural=phrase.plural,
                    governed=phrase.governed,
                    joined=phrase.joined,
                    role=phrase.name if named.start > start else "",
                )
            else:
                yield phrase

    def _head(
        self, determiner: str, words: list[str]
    ) -> tuple[int, Literal["someone", "thing"]] | None:
        """Which of the words after a determiner is its noun; None where they are no phrase."""
        if NATION.fullmatch(words[0]) and determiner not in _CONTRACTED:
            return 0, "someone"
        folded = [_noun(word) for word in words]
        first = folded[0]
        if determiner == "l'" and first in ("un", "une", "on"):
            return None if first == "on" else (0, "someone")
        clitic = determiner in _CLITICS and is_speech(words[0]) and not speaks(first)
        time = first in TIMES or f"{first}s" in TIMES
        if clitic or time or first in PREPOSITIONS:
            return None
        many = determiner in _PLURALS
        known = [word.removesuffix("s") in _SPEAKING for word in folded]
        qualified = (
            first in ROLE_PREFIXES
            or (known[:2] == [False, True] and words[0][0].islower())  # « le puissant syndicat »
        )
        for index, word in enumerate(folded):
            if index and (word in _STOPS or (words[0][0].isupper() and not qualified)):
                break  # « le Parc naturel marin » is no sailor
            if word in _RANKS and not _acts([*words, "a"][index + 1]):
                continue  # « la première édition »
            leads_on = qualified and any(known[index + 1 :])
            if not leads_on and (speaks(word) or (many and _DONE.fullmatch(words[index]))):
                return index, "someone"
        return 0, "thing"

    def _end(self, head: int, noun: str) -> int:
        """Where the phrase with this noun ends."""
        limit = min(len(self._text), head + _LONGEST)
        aside = _ASIDE.match(self._text, head, limit)  # « le député (LR) du Nord »
        stop = _END.search(self._text, aside.end() if aside else head, limit)
        while noun in _BY_PLACE and stop and stop[0] in (" à", " dans", " sur"):
            stop = _END.search(self._text, stop.end(), limit)
        end = stop.start() if stop else limit
        for pattern in (_TO, _VERB, _CLITIC, _ACTS, _PLURAL_VERB)[noun in _BY_PLACE :]:
            if cut := pattern.search(self._text, head, end):
                end = cut.start()
        for known in starting_within(self._verbs, head, end)[:3]:
            if not known.loose:
                end = min(end, known.start)
        past = _PAST.search(self._text, head, end) if self._text[end : end + 1] == " " else None
        return past.start() if past else end

    def _name_of(self, phrase: Candidate, head: int) -> Candidate | None:
        """The name that says who a phrase means: in it, right after its noun, or after a comma."""
        first = bisect.bisect_left(self._named, phrase.start, key=attrgetter("start"))
        near = self._named[first : first + 4]
        if phrase.plural:  # « les FSR »
            acronym = (one for one in near if one.end == head and one.name.isupper())
            return next(acronym, None)
        if phrase.kind == "thing":  # « la CFTC », « la star X »
            beside = (one for one in near if one.start == head + 1 and one.kind == "person")
            itself = (one for one in near if one.start < head)
            apposed = (  # « une résidente du quartier, Anne Roy »
                one
                for one in near
                if one.kind == "person"
                and self._text[phrase.start + len(phrase.name) : one.start] == ", "
                and self._text[one.end : one.end + 1] in _CLOSES
            )
            named = next(itself, None)
            if named and named is not near[-1] and not phrase.governed:  # « le PLR Paul Durand »
                following = near[near.index(named) + 1]
                member = following.kind == "person" and following.start == named.end + 1
                named = following if member else named
            return named or (None if phrase.governed else next(iter((*beside, *apposed)), None))
        return next(
            (
                one
                for one in near
                if self._is_its_name(phrase, head, one)
                or (
                    one.kind == "person" and _POST.fullmatch(self._text, head, max(head, one.start))
                )
            ),
            None,
        )

    def _is_its_name(self, phrase: Candidate, head: int, named: Candidate) -> bool:
        group = phrase.noun in SPEAKING_NOUNS
        if named.kind == "organisation" or named.start < phrase.end:
            if named.kind == "person":
                return (
                    embedded_role(self._text, head, named.start) is None
                    and not named.governed
                    and not named.joined
                    and (not group or (named.start == head + 1 and not phrase.governed))
                )
            beside = bool(_KIND.fullmatch(self._text, head, max(head, named.start)))
            alone = not _AND_NAME.match(self._text, named.end)
            return beside and alone and (group or phrase.noun in ORGANISATION_NOUNS)
        titled = _TITLE.search(self._text, max(0, named.start - _NEAR), named.start)
        if named.kind != "person" or named.start - head > _LONGEST or (group and not titled):
            return False
        # « l’avocat de M. Durand, Me X »
        between = _ASIDE.sub("", self._text[head : named.start])
        apposed = _TITLED.fullmatch(between[between.rfind(",") :])
        clause = _CLAUSE_END.search(between[: between.rfind(",")]) and not _WHOM.match(between)
        # « selon le maire, Paul Durand est absent »: a new subject.
        closed = not phrase.governed or self._text[named.end : named.end + 1] in _CLOSES
        return bool(apposed) and not clause and closed

    def _is_phrase_governed(self, start: int, determiner: str) -> bool:
        before = self._text[max(0, start - _NEAR) : start]
        if determiner in ("au", "aux"):
            return not before.lower().endswith("quant ")
        if determiner == "des" and before.endswith(" "):
            return before[-2:-1] not in (",", ".", ":", "»", "?", "!")
        return determiner == "du" or self._is_governed(start)

    def _is_governed(self, start: int) -> bool:
        """Whether a preposition makes what begins here something else than a subject."""
        before = self._before(start)
        if before.rfind("(") > before.rfind(")"):
            return True
        word = _WORD_BEFORE.search(_ARTICLE.sub(" ", before))
        quant = before.lower().endswith("quant à ")
        return word is not None and plain(word[1]) in PREPOSITIONS and not quant

    def _is_joined(self, start: int) -> bool:
        return _AND_BEFORE.search(self._before(start)) is not None

    def _before(self, start: int) -> str:
        """What stands before an offset, less the title of a name."""
        return _TITLE.sub("", self._text[max(0, start - _NEAR) : start])


def _noun(word: str) -> str:
    """A word folded, without what says that it was."""
    return plain(word).removeprefix("ex-")


def _acts(word: str) -> bool:
    """Whether a word after a noun is a verb, as far as that is known."""
    return is_speech(word) or word in ("a", "est", "se", "s", "n", "ne", "lui", "y", "en", "l")


def _gender(determiner: str, noun: str) -> bool | None:
    if determiner in _FEMININE:
        return True
    if determiner in _MASCULINE or noun.removesuffix("s").endswith(("eur", "ier")):
        return False
    return True if noun.endswith(FEMININE_ENDINGS) else is_feminine(noun)
