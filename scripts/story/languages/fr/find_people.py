"""Who is named in a text, and as what: a person or an organisation.

What stands around a name speaks for a person (a role, a title, an age, a surname used alone later)
or for an organisation (an article, a word such as `groupe`, inner capitals); the weights were set
on real articles. A surname alone stands for the full name given before.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from story.languages.found_types import FoundPerson
from story.languages.fr.given_names import is_feminine_name, is_given_name
from story.languages.fr.noun_phrases import speaks
from story.languages.fr.proper_names import INNER_CAPITAL, NATION, find_names
from story.languages.fr.roles import Role, is_feminine, role_after, role_before
from story.languages.fr.speech_verbs import is_told
from story.languages.fr.word_lists import (
    DETERMINERS,
    EPICENE_TITLES,
    FEMININE_TITLES,
    FUNCTION_WORDS,
    HOUSES,
    ORGANISATION_NOUNS,
    ORGANISATION_PEOPLE,
    ORGANISATION_WORDS,
    PLACE_NOUNS,
    PLACE_PREPOSITIONS,
    TITLE,
)
from story.reading.body import Body, Passage, plain

_TITLE_BEFORE = re.compile(rf"(?:^|[\s«“\"(])({TITLE}|une? certaine?) $")
_LIFE_AFTER = re.compile(r"(?: \(|, )\d{2} ans|,? (?:née?|décédée?|morte?) ")
_ARTICLE_TOKENS = ("Le", "La", "Les", "L'")
_ARTICLES = ("le", "la", "l", "du", "au", "les", "des")
# « l’Italienne Anna Rossi », not « l’italien Ardente »
_FROM = re.compile(rf"\b(?:[Ll]e |[Ll]a |[Ll]'|[Uu]ne? )(?:{NATION.pattern}) $")
_NOBLE = re.compile(r"(?:De|Du|D'|de|du|d'|de la|de La) ?(?=[A-ZÀ-Þ])")
_LINKS = frozenset(("de", "d", "du", "des", "par", "et", "a"))
# Nouns of organisations that are never a person's: « le cabinet X », not « le chocolatier X ».
_GROUPS = frozenset(
    noun
    for noun in ORGANISATION_NOUNS
    if not noun.endswith(("eur", "ier", "iste", "ant", "er", "aire", "al", "ent"))
) | {"brasserie", "imprimerie", "scierie", "revue"}
# Nor are a stadium or a street: « le stade X ».
_GROUNDS = _GROUPS | frozenset(
    """stade palais salle lycee hopital pont parc hotel rue avenue boulevard place quai gare
    aeroport""".split()
)
_ADJECTIVE_ENDINGS = ("ais", "aise", "ois", "oise", "ain", "aine", "ien", "ienne", "and", "ande",
                      "ol", "ole", "onne", "ique", "iale", "ale")  # fmt: skip
# « sa société, X, »
_GROUP_APPOSED = re.compile(rf"\b(?:sa|leur|son|la) ?(?:{'|'.join(_GROUPS)}), $")
_NEAR = 40
_WORD_BEFORE = re.compile(
    r"(?P<determined>\b(?:l[ea] |l'|une? |son |sa |du )\w*? ?)?(?P<word>[^\W\d_]+) $"
)
_SAYS = re.compile(r" (?:(?:a|avait) )?(?P<word>[^\W\d_]+)(?<!ent)\b")
_FIRM_AFTER = re.compile(
    rf", (?:l[ea] |l'|une? )?(?:(?!d[eu]s? |a |aux? |chez |en |pour )[a-zà-ÿ-]+ ){{0,2}}"
    rf"(?:{'|'.join(_GROUPS)})s?\b"
    r"| (?:emploie|commercialise|fabrique|est cotee?|compte \d)\b"
)
_OF_CAUSES = frozenset(("&", "sans", "pour", "contre", "info"))
# Who wrote an article is nobody of its story.
_CREDITS = re.compile(
    # « METZ, 12 mars (AFP) – »
    r"\A[A-ZÀ-Þ][^\n().:«]{0,30}(?:, (?:le )?\d[^\n():«]{0,20})?"
    r"\((?:[^()\n]{2,20}\) ?[-–—]|ats\))"
    r"|^(?:\((?:avec|rédigé|reportage|édité|par|version)\b[^()\n]*\)|propos recueillis par.*"
    r"|\([^()\n]*\b(?:édité|rédigé) par\b[^()\n]*\))$"
    r"|\n(?-i:[A-ZÀ-Þ][\w-]+(?: [A-ZÀ-Þ][\w'-]+){1,3})\s*\Z",
    re.IGNORECASE | re.MULTILINE,
)
# From here on what speaks for a person or an organisation outweighs that a name may be a place.
_FIRM = 3
# « Le Goff » is a surname, « La Lettre du Ponant » a newspaper.
_PAIR = 2
# Names whose surname is the same: as many are compared with a surname that stands alone.
_NAMESAKES = 8
_ADJECTIVES = "vieux vieil vieille jeune petit petite brave pauvre feu cher".split()
# Words before a name that leave it what it is.
_BARE = FUNCTION_WORDS - DETERMINERS - PLACE_PREPOSITIONS - {"de", "d", "chez", "sur"}
# What a person does, and no company.
_HUMAN = re.compile(
    r"(?: (?:l'|s'|lui |y )?(?:a|avait|est|était)) (?:quitté|rejoint|démissionné|né|mort|décédé"
    r"|répondu|répliqué|rétorqué|ironisé|écrit|tweeté|réagi|souri|refusé|dit|parti|venu)e?\b"
)
_TRANSFER = re.compile(
    r"\b(?:succ[éè]d|confi|c[éè]d|vend|rem[ei]t|remis|reproch|répond|pla[iî]|plu\b|déplu|oppos"
    r"|associ|hommage|grâce|demand|appart|propos|ressembl|nui|parl|profit|pens|attribu|impos|donn"
    r"|offr|offert|transm|envo|écri|adress|emprunt|prêt|rendu|renvoi|face)\w*(?: [\w’']+){0,3} à $"
)


@dataclass(slots=True)
class _Candidate:
    """A name as written, with the places where it stands and what speaks for its two kinds."""

    text: str
    places: list[tuple[int, int]] = field(default_factory=list)
    person: float = 0
    organisation: float = 0
    is_place: bool = True
    is_bare: bool = False  # without a word before it that makes it a thing
    roles: list[Role] = field(default_factory=list)
    feminine: bool | None = None
    aliases: list["_Candidate"] = field(default_factory=list)
    whole: "_Candidate | None" = None

    @property
    def tokens(self) -> list[str]:
        return self.text.split()

    @property
    def surname(self) -> str:
        """What follows the given name, particles included."""
        return " ".join(self.tokens[1:])

    @property
    def kind(self) -> Literal["person", "organisation"]:
        """A name is an organisation unless something speaks for a person."""
        given = is_given_name(self.tokens[0]) or "." in self.tokens[0]
        whole = len(self.tokens) > 1 and self.tokens[0] not in _ARTICLE_TOKENS
        alone = self.is_bare and not self.text.isupper() and self.tokens[1:2] != ["de"]
        lead = (0.5 if given or alone else -0.5) if whole else -1.5
        lead += 2 * given
        return "person" if self.person + lead > self.organisation else "organisation"


def find_people(
    body: Body, sentences: Iterable[Passage], headlines: str
) -> tuple[FoundPerson, ...]:
    """Everyone whom the body names, in the order of first mention."""
    candidates: dict[str, _Candidate] = {}
    starts = frozenset(sentence.start for sentence in sentences)
    text = _CREDITS.sub(lambda match: " " * len(match[0]), body.folded)
    for start, end in find_names(text, starts, headlines):
        name = body.folded[start:end]
        candidates.setdefault(name, _Candidate(name)).places.append((start, end))
    for candidate in candidates.values():
        for start, end in candidate.places:
            _weigh(candidate, body.folded, start, end)
    for candidate in candidates.values():
        _weigh_short(candidate, candidates)
    people = [
        _person(body, candidate)
        for candidate in _merge_aliases(list(candidates.values()), body.folded)
        if not candidate.is_place or max(candidate.person, candidate.organisation) >= _FIRM
    ]
    return tuple(sorted(people, key=lambda person: person.mentions[0].start))


def _weigh_short(candidate: _Candidate, candidates: Mapping[str, _Candidate]) -> None:
    """Firms are called by their first word later on, as persons are by their last."""
    first, *others = candidate.tokens
    again = others and first in candidates and len(candidates[first].places) >= _PAIR
    if again and not is_given_name(first):
        candidate.organisation += 2


def _previous_words(text: str, start: int, count: int) -> list[str]:
    """The folded words before an offset in the same clause, the nearest first."""
    clause = re.split(r"[,;:.!?«»“”\"()\n]", text[max(0, start - 80) : start])[-1]
    words = re.findall(r"[^\W_]+(?:-[^\W_]+)*", clause)
    return [plain(word) for word in reversed(words)][:count]


def _weigh(candidate: _Candidate, text: str, start: int, end: int) -> None:
    """Adds what stands around one mention to what is known of the name."""
    previous = _previous_words(text, start, 3)
    many = len(candidate.tokens) > 1
    given = many and is_given_name(candidate.tokens[0])
    in_place = (
        _is_place(previous) and not given and not _TRANSFER.search(text[max(0, start - 60) : start])
    )
    if not in_place or candidate.text.isupper():
        candidate.is_place = False
    if title := _TITLE_BEFORE.search(text[max(0, start - 16) : start]):
        candidate.person += 5
        if title[1] not in EPICENE_TITLES:
            candidate.feminine = title[1] in FEMININE_TITLES or title[1] == "une certaine"
    if _LIFE_AFTER.match(text, end):
        candidate.person += 3
    if _NOBLE.match(candidate.text) or (
        many and _FROM.search(text, max(0, start - len("l'une Franco-Japonaise ")), start)
    ):
        candidate.person += 3
    if role := role_after(text, end) or role_before(text, start, end):
        candidate.person += 3 if many else 1 + (len(role[0].split()) <= _PAIR)
        candidate.roles.append(role)
    if previous and not many and previous[0] in _ADJECTIVES:
        candidate.person += 2
    candidate.is_bare |= not previous or previous[0] in _BARE
    candidate.organisation += _organisation_before(candidate, previous, in_place=in_place)
    candidate.organisation += 4 * _is_firm(candidate, previous, text, start, end)
    candidate.organisation += _organisation_within(candidate)
    if many and (previous[:1] == ["par"] or _does(text, start, end)):
        candidate.person += 1


def _does(text: str, start: int, end: int) -> bool:
    """Whether a name speaks, or a noun of somebody leads to it: `la comédienne X`, `explique X`."""
    before = _WORD_BEFORE.search(text, max(0, start - _NEAR), start)
    after = _SAYS.match(text, end)
    if any(word and is_told(word["word"]) for word in (before, after)):
        return True
    return before is not None and bool(before["determined"]) and speaks(plain(before["word"]))


def _is_place(previous: list[str]) -> bool:
    """Whether the words before a name make it a place: `à Paris`, `rue de Turenne`."""
    if not previous:
        return False
    nearest = previous[0]
    to = previous[nearest in ("l", "le", "la", "les") :][:1]
    if not PLACE_PREPOSITIONS.isdisjoint(to):
        return True
    return nearest in ("de", "du", "des", "d", "la", "l") and not PLACE_NOUNS.isdisjoint(previous)


def _organisation_before(candidate: _Candidate, previous: list[str], *, in_place: bool) -> int:
    """How much the words before a name speak for an organisation: `le groupe X`, `chez X`."""
    given = is_given_name(candidate.tokens[0])
    linked = candidate.person or not _LINKS.isdisjoint(previous)
    if not linked and not ORGANISATION_NOUNS.isdisjoint(previous):
        return 3 - given
    if in_place or not previous:
        return 0
    if previous[0] in ("de", "d") and not ORGANISATION_PEOPLE.isdisjoint(previous):
        return 3
    return 2 if previous[0] in (*_ARTICLES, "ex", "sur") else 0


def _is_firm(candidate: _Candidate, previous: list[str], text: str, start: int, end: int) -> bool:
    """Whether only a firm stands here: `la maison X`, `X, filiale d’Y`, `X emploie 300 gens`."""
    if _GROUP_APPOSED.search(plain(text[max(0, start - _NEAR) : start])):
        return True
    if len(candidate.tokens) == 1 and "-" not in candidate.text:
        return False
    adjective = bool(previous) and previous[0].endswith(_ADJECTIVE_ENDINGS)
    if plain(candidate.text) in HOUSES or not _GROUNDS.isdisjoint(previous[: 1 + adjective]):
        return True
    return _FIRM_AFTER.match(plain(text[end : end + 2 * _NEAR])) is not None


def _organisation_within(candidate: _Candidate) -> int:
    """How much its writing makes a name an organisation: `DeepMind`, `LVMH`, `X Capital`."""
    tokens = candidate.tokens
    articles = ("Les", "La", "Le") if len(tokens) > _PAIR else ("Les",)
    return (
        3 * (not ORGANISATION_WORDS.isdisjoint(map(plain, tokens)))
        + 3 * any(INNER_CAPITAL.search(token) for token in tokens)
        + 2 * (tokens[0] in articles)
        + 4 * (not _OF_CAUSES.isdisjoint(tokens))
        + 3 * (re.match(r"[A-Z]{2,5} d(?:e |u |'|es )", candidate.text) is not None)
        + any(map(_is_acronym, tokens))
    )


def _is_acronym(token: str) -> bool:
    """Whether capitals alone are an acronym; a surname beside a given name may be in capitals."""
    return token.isupper() and "." not in token and len(token) <= len("BNPP")


def _merge_aliases(candidates: Sequence[_Candidate], text: str) -> list[_Candidate]:
    """The candidates, those that stand for a fuller name merged into it.

    The fuller name comes first, but for a surname that is known to be a person's.
    """
    kept: list[_Candidate] = []
    by_name: dict[str, list[_Candidate]] = {}
    candidates = sorted(candidates, key=lambda candidate: candidate.places[0])
    for candidate in candidates:
        for name in _names_that_stand_for(candidate):
            by_name.setdefault(name, []).append(candidate)
    for candidate in candidates:
        alike = [
            full
            for full in by_name[candidate.text.casefold()][:_NAMESAKES]
            if full is not candidate and _stands_for(candidate, full, text)
        ]
        before = [full for full in alike if full.places[0] < candidate.places[0]]
        full = before[-1] if before else alike[0] if alike else None
        if full is None:
            kept.append(candidate)
            continue
        while full.whole:
            full = full.whole
        candidate.whole = full
        full.aliases.append(_with_particle(candidate, full.surname, text))
        if full.kind == "person" or not full.organisation:
            full.person += 2 + candidate.person
    return kept


def _names_that_stand_for(full: _Candidate) -> set[str]:
    """The whole name, every end of its surname and a given name: what `_stands_for` may accept."""
    tokens = full.text.casefold().split()
    return {tokens[0], " ".join(tokens[:-1] or tokens)} | {
        " ".join(tokens[first:]) for first in range(len(tokens))
    }


def _stands_for(candidate: _Candidate, full: _Candidate, text: str) -> bool:
    """Whether a name is the surname of a fuller one, or the same name in other capitals."""
    name = candidate.text.casefold()
    after = full.places[0] < candidate.places[0]
    if name == full.text.casefold():
        return after
    if full.organisation and full.kind == "organisation":  # « Chantiers Kermadec »
        head, tail = plain(full.tokens[0]), plain(full.tokens[-1])
        kinds = ORGANISATION_NOUNS | ORGANISATION_WORDS
        generic = not kinds.isdisjoint((head, head.removesuffix("s")))
        whole = generic and full.surname
        known = tail in ORGANISATION_WORDS or not (generic or is_given_name(full.tokens[0]))
        short = after and known and " ".join(full.tokens[:-1])
        alike = name in [one.casefold() for one in (whole, short) if one]
        return alike and candidate.kind == full.kind
    if name == full.tokens[0].casefold():
        known = is_given_name(full.tokens[0]) or candidate.person > candidate.organisation
        return after and known
    feminine = is_feminine_name(full.tokens[0]) if full.feminine is None else full.feminine
    if None not in (feminine, candidate.feminine) and feminine != candidate.feminine:
        return False
    if after or candidate.person > candidate.organisation:
        return candidate.person >= candidate.organisation
    acts = any(_HUMAN.match(text, end) for _, end in candidate.places)
    again = candidate.places[-1] > full.places[0]
    return candidate.organisation == 0 and (acts or again)


def _with_particle(alias: _Candidate, surname: str, text: str) -> _Candidate:
    """The alias with the particle that stands before it: `Kersauzon` after `de`."""
    particle = surname.removesuffix(alias.text)
    before = [text[max(0, start - len(particle)) : start] for start, _ in alias.places]
    if particle and all(text.casefold() == particle.casefold() for text in before):
        alias.places = [(start - len(particle), end) for start, end in alias.places]
        alias.text = particle + alias.text
    return alias


def _written(body: Body, candidate: _Candidate) -> str:
    """The name with the apostrophes of the article."""
    return " ".join(body.text[slice(*candidate.places[0])].split())


def _person(body: Body, candidate: _Candidate) -> FoundPerson:
    alike = [candidate, *candidate.aliases]
    places = sorted(place for one in alike for place in one.places)
    roles = sorted((role for one in alike for role in one.roles), key=lambda role: role[1])
    if candidate.kind == "organisation":
        roles = []
    evidence = body.passage(*places[0])
    if roles:
        _, start, end = roles[0]
        near = min(places, key=lambda place: abs(place[0] - start))
        evidence = body.passage(min(near[0], start), max(near[1], end))
    # A role in the masculine may be a woman's: « premier auteur ».
    by_role = [is_feminine(role) for role, _, _ in roles[:1]]
    told = [*(one.feminine for one in alike), *(one or None for one in by_role)]
    told += [is_feminine_name(candidate.tokens[0]), *by_role]
    return FoundPerson(
        name=_written(body, candidate),
        kind=candidate.kind,
        aliases=tuple(dict.fromkeys(_written(body, one) for one in candidate.aliases)),
        role=body.text[roles[0][1] : roles[0][2]] if roles else None,
        feminine=next((one for one in told if one is not None), None),
        mentions=tuple(body.passage(start, end) for start, end in places),
        evidence=(evidence,),
    )
