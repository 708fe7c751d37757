"""Which runs of capitalised words of a text are names. There is no list of names.

The first word of a sentence counts only where something else shows that it is a name; titles,
acronyms that are common nouns, months, products and works are left out.
"""

import re
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from itertools import pairwise

from story.languages.fr.given_names import is_given_name
from story.languages.fr.roles import role_after
from story.languages.fr.speech_verbs import is_speech, is_told
from story.languages.fr.word_lists import (
    CALENDAR,
    CAPITAL,
    COMMON_ACRONYMS,
    FUNCTION_WORDS,
    ORGANISATION_NOUNS,
    ORGANISATION_WORDS,
    PARTICLES,
    PLACE_NOUNS,
    ROLE_NOUNS,
    TITLE,
    TITLES,
)
from story.reading.body import plain

_INITIALS = rf"{CAPITAL}\.(?:[ -]?{CAPITAL}\.)*(?= ?{CAPITAL}[\w'])"
_TOKEN = (
    rf"(?:(?:[DLO]')?{CAPITAL}\w*|[a-zß-ÿ]{{1,8}}{CAPITAL}\w*|\d+{CAPITAL}{{2,}})"
    rf"(?:-\w+|'{CAPITAL}\w*|'h\b|&{CAPITAL}\w*)*"
)
# No name has more words: a longer run is text in capitals, and read in parts.
_MORE = rf"(?: (?:{PARTICLES} ?)?(?:{_INITIALS}|{_TOKEN})| (?:&|\+) {_TOKEN}){{0,8}}"
_NAME = re.compile(
    rf"(?:(?<![\w’'-])(?<![\w][’'])(?:(?!M\.){_INITIALS} ?)?|(?<=[dlnsjmtqDLNSJMTQ]'|[uU]'))"
    rf"{_TOKEN}{_MORE}"
)
_TOKENS = re.compile(rf"{_INITIALS}|{_TOKEN}")
_OF = re.compile(r" (?:de(?: la| l')?|du|des|d')? ?")
_OF_BEFORE = re.compile(
    r"(?:^|\s)(?:de(?: la)? |du |des |d'|de l'|à |au |aux |chez )(?:(?P<noun>[a-zà-ÿ-]+) )?$"
)
_PARTICLE_BEFORE = re.compile(rf"(?:^|[\s«“\"(]){TITLE} (?P<particle>{PARTICLES} ?)$")
_ARTICLE_BEFORE = re.compile(r"(?:^|[\s«“\"(])(?:[Ll]e |[Ll]a |[Ll]'|[Uu]ne? )$")
# « le Français Bernard Lacour »
NATION = re.compile(
    r"(?:[LD]['’])?(?:[A-ZÀ-Þ]\w+-)?[A-ZÀ-Þ]\w+(?:aise?|oise?|aine?|i?enne?|ien|éen|ande?|ole?)"
    r"|Breton(?:ne)?|(?:Valais|Catal|Castill|Mosell|Birm)ane?|Letton(?:ne)?|Wallon(?:ne)?|Argentine?|Suisse|Belge|Russe|Tur(?:c|que)"
    r"|Slov(?:ène|aque)|Bulgare|Kurde|Moldave|Malgache|Afghane?|Corse|Basque|Gre(?:c|cque)|Tchèque|Serbe|Croate|Arabe"
)
_AFTER = re.compile(
    r"(?: (?:ne|se|me|lui|leur|nous|vous|y|en|le|la|les)(?= )"
    r"| [nsmtly]'(?=\w))* ?(?P<word>[^\W\d_]+)"
)
# « Le Maire » in « Bruno Le Maire »
_PARTICLED = re.compile(rf"{CAPITAL}[\w-]+ ((?:Le|La|De|Du|Van|Von) {CAPITAL}\w+)")
# « Giscard d’Estaing » without a given name
_SURNAME = re.compile(rf"{CAPITAL}[\w-]+ d(?:e |')(?:La )?{CAPITAL}[\w-]+")
_OFFICE_BEFORE = re.compile(r"(?:\b(?:le|la|du|au|ce|cette|notre) |\bl')$")
_IN_ORDER = re.compile(r"Premi(?:er|ère) (?!Ministre)[A-ZÀ-Þ]")  # « la Première Guerre »
_CAUSE = re.compile(
    r"(?<=s) (?:(?:sans|pour|contre) (?:la |les? |l')?[a-zà-ÿ]+|info service)(?=[ ,.;:)»]|$)"
)
_Tokens = list[tuple[int, int]]
_Span = tuple[int, int, bool]
"""Offsets of a name, and whether it opens a sentence."""
_AUXILIARIES = frozenset(
    "a ont avait avaient aura est sont était étaient sera va vont veut doit peut".split()
)
_CONTINENTS = frozenset(("europe", "asie", "afrique", "amerique", "oceanie", "etat"))
_PRODUCT = re.compile(rf"{CAPITAL}{{1,3}}-?\d+\w*|[IVXLC]+e?|{CAPITAL}")
_OPENING_MARKS = '«“"([—–-#*_>+ '
# « les Néerlandais »: people of a place
_DEMONYM = re.compile(
    r"\b(?:[Ll]es?|[Ll]a|[Uu]ne?|[Dd]es|[Aa]ux?|[Dd]u|[Ll]'|[Cc]et(?:te)?|[Cc]e) ?(?:[a-zà-ÿ]+ )?"
    r"(?:[A-ZÀ-Þ][a-zà-ÿ]+-)?[A-ZÀ-Þ][a-zà-ÿ]{3,}(?:ais|aise|ois|oise|ains?|aine|iens?|ienne"
    r"|ands?|ande|ols?|ole)s?$"
)
# Enough characters before a name for the longest of what is looked for there.
_NEAR = 20
_FAR = 60
_CLAUSE_END = re.compile(r"[,;:.!?«»“”\"\n]")
# « a dit à La Cote Paul Durand »
_TOLD_TO = re.compile(
    r"\b(?P<words>[^\W\d_]+(?: \w+){0,2}) (?:à|au|aux|auprès d[eu]|devant|dans|sur) (?:l')?$"
)
_PAIR = 2
_BEFORE_PLACES = frozenset(("La", "Le", "Les", "Saint", "Sainte", "New", "San", "Los", "Las"))
_LAST_WORD = re.compile(r"\S*$")
_OPENS = re.compile(r"[«“\"] *$")
_CLOSES = re.compile(r" *[»”\"]")
_DIGIT = re.compile(r" \d")
_NETWORK_BEFORE = re.compile(r"\b(?:réseau|sur|application|site) $")
INNER_CAPITAL = re.compile(r"(?<!^Mc)(?<!^Mac)(?<!^Le)(?<!^De)(?<=[a-zà-ÿ])[A-Z]")
# « Sollicité, l’homme d’affaires… », « Effectivement, le maire… » open with no name.
_PARTICIPLE = re.compile(r"(?:é|ée|és|ées|ement)$")
_INVERTED = re.compile(r"-(?:ils?|elles?|on|ce|nous|vous|je|tu)$")


def find_names(text: str, starts: AbstractSet[int], headlines: str) -> list[tuple[int, int]]:
    """Offsets of the names in a text, in order; `starts` are those of its sentences.

    `headlines` (title and deck) only help to tell names from ordinary words.
    """
    bounds = pairwise(sorted({0, *starts, len(text)}))  # no name runs over the end of a sentence
    matches = [match for bound in bounds for match in _NAME.finditer(text, *bound)]
    particled = set(_PARTICLED.findall(text))
    surnames = {head[0] for match in matches if (head := _SURNAME.match(match[0]))}
    spans = [
        (start, _end_of_cause(text, start, end), initial)
        for one in matches
        for start, end, initial in _spans(text, one, starts, particled, surnames)
    ]
    names = {text[start:end] for start, end, initial in spans if not initial}
    names |= {name for start, end, _ in spans if " " in (name := text[start:end])}
    names |= {match[0] for match in _NAME.finditer(headlines)}
    known = {word for name in names for word in name.split()}
    ordinary = set(re.findall(r"(?<!\w)[a-zà-ÿ]+", text))
    return [
        (start, end)
        for start, end, initial in spans
        if not initial
        or " " in (name := text[start:end])
        or _is_evident(name)
        or (
            plain(name) not in ordinary
            and not _PARTICIPLE.search(name)
            and (
                name in known
                or is_given_name(name)
                or role_after(text, end) is not None
                or leads_to_verb(text, end)
            )
        )
    ]


def _end_of_cause(text: str, start: int, end: int) -> int:
    """Where the name of a body ends that is named after its cause: `Médecins sans frontières`."""
    cause = _CAUSE.match(text, end)
    place = _OF_BEFORE.search(text, max(0, start - _NEAR), start)
    return cause.end() if cause and not place and " " not in text[start:end] else end


def leads_to_verb(text: str, end: int) -> bool:
    """Whether a verb of speech or an auxiliary follows: what stands before it is a subject."""
    after = _AFTER.match(text, end)
    return after is not None and (after["word"] in _AUXILIARIES or is_speech(after["word"]))


def _spans(
    text: str,
    match: re.Match[str],
    starts: AbstractSet[int],
    particled: AbstractSet[str],
    surnames: AbstractSet[str],
) -> Iterator[_Span]:
    """The names in a run of capitalised words, less what is none at their ends.

    There are several where a role leads to a person (`le PDG d’Arvel Michel Bardin`), and where a
    person is said to be of somewhere (`Gavin Bert d’Atreides`).
    """
    initial = _is_initial(text, match.start(), starts)
    noble = re.match(r"De |Du |D'", match[0]) and leads_to_verb(text, match.end())
    if initial and (noble or match[0] in particled):  # « De Gaulle a dit »
        yield *match.span(), False
        return
    tokens = [token.span() for token in _TOKENS.finditer(text, *match.span())]
    if initial and re.match(r"[DL]'", match[0]):
        tokens[0] = (tokens[0][0] + 2, tokens[0][1])
    opens = initial
    while tokens and _is_ordinary(text[slice(*tokens[0])], initial=opens):
        del tokens[0]
        opens = False
    del tokens[: _end_of_office(text, tokens)]
    del tokens[: _without_head(text, tokens, initial=opens)]
    size = _end_of_complement(text, tokens)
    if size and (span := _trimmed(text, tokens[:size])):
        yield *span, opens
    tokens, opens = tokens[size:], opens and not size
    size = _end_of_person(text, tokens, surnames)
    if span := _trimmed(text, tokens[:size]):
        yield *span, opens
    if span := _trimmed(text, tokens[size:]):
        yield *span, False


def _is_group(words: Iterable[str]) -> bool:
    return not ORGANISATION_WORDS.isdisjoint(map(plain, words))


def _without_head(text: str, tokens: _Tokens, *, initial: bool) -> int:
    """How many words at the head are none of the name: `Français Bernard Lacour`."""
    if len(tokens) < _PAIR:
        return 0
    (start, end), (second, _), *_ = tokens
    head, following = text[start:end], text[slice(*tokens[1])]
    determined = head[:2] == "L'" or _ARTICLE_BEFORE.search(text, max(0, start - _NEAR), start)
    three = len(tokens) > _PAIR and not head.isupper()  # « la Verte Anne Roy »
    named = three and is_given_name(following) and not is_given_name(head)
    body = head.isupper() and plain(head) in ORGANISATION_NOUNS  # « l’ONG Terre Vive »
    if determined and (named or body or NATION.fullmatch(head)):
        return 1
    linked = text[end:second] in (" de ", " d'") and is_given_name(following)
    article = text[end:second] in (" la ", " le ")  # « Remplacer la Constitution »
    return int(initial and (linked or article) and not is_given_name(head))


def _end_of_office(text: str, tokens: _Tokens) -> int:
    """How many words at the head are an office in capitals: `le Président X`, `Directeur Général`.

    With what stands before it: `Son Excellence le Président X`.
    """
    size = 0
    for index, (start, end) in enumerate(tokens):
        role = plain(text[start:end]) in ROLE_NOUNS and not _IN_ORDER.match(text, start)
        before = text[max(0, start - _NEAR) : start]
        determined = _OFFICE_BEFORE.search(before if index else before.lower())
        office = role and (determined or size == index > 0 or _is_beside_name(text, tokens, index))
        if office or text[start:end] in TITLES:
            size = index + 1
    return size


def _is_beside_name(text: str, tokens: _Tokens, index: int) -> bool:
    following = [text[slice(*token)] for token in tokens[index + 1 : index + 2]]
    return not index and any(is_given_name(word) or plain(word) in ROLE_NOUNS for word in following)


def _end_of_complement(text: str, tokens: _Tokens) -> int:
    """How many words at the head belong to the role that leads to them: one of `maire de Lyon`."""
    if len(tokens) < _PAIR:
        return 0
    start, words = tokens[0][0], [text[slice(*token)] for token in tokens]
    clause = _CLAUSE_END.split(text[max(0, start - _FAR) : start])[-1]
    before = [plain(word) for word in re.sub(r"'|\bex-", " ", clause).split()[-10:]]
    role = not ROLE_NOUNS.isdisjoint(before)
    acronym = len(words[0]) >= len("ONU") and words[0].isupper() and not words[1].isupper()
    verb = _TOLD_TO.search(text, max(0, start - _FAR), start)
    told: object = verb and any(map(is_told, verb["words"].split()))
    if len(tokens) == _PAIR:  # « a dit à l’AFP Paul »
        return int(bool(told) and acronym and not is_given_name(words[0]))
    given = next((i for i, word in enumerate(words[:-1]) if is_given_name(word)), None)
    if given is not None:
        linked = given == 1 and text[tokens[0][1] : tokens[1][0]] in (" de ", " d'")
        network = len(words[0]) == 1 or INNER_CAPITAL.search(
            words[0]
        )  # « sur LinkedIn Paul Durand »
        told = told or ((acronym or network) and given == 1)
        return given if role or told or linked or _is_group(words[:given]) else 0
    if _is_group(words):
        return 0
    of = _OF_BEFORE.search(text, max(0, start - _NEAR), start)
    complement = of and plain(of["noun"] or "societe") in ORGANISATION_NOUNS | PLACE_NOUNS
    if not acronym and not (role and complement):
        return 0
    return _PAIR if words[0] in _BEFORE_PLACES or len(words) > _PAIR + 1 else 1


def _end_of_person(text: str, tokens: _Tokens, surnames: AbstractSet[str]) -> int:
    """How many words are a person of whom the rest says where from: two of `Gavin Bert d’Arvel`."""
    words = [text[slice(*token)] for token in tokens]
    for index in range(_PAIR, len(words)):
        link = text[tokens[index - 1][1] : tokens[index][0]]
        if _OF.fullmatch(link) and link.strip():
            tail = text[tokens[index - 1][0] : tokens[index][1]]
            whole = words[0] in _BEFORE_PLACES or _is_group(words[:index]) or tail in surnames
            return len(words) if whole else index
    return len(words)


def _trimmed(text: str, tokens: _Tokens) -> tuple[int, int] | None:
    """The offsets of a name, less ordinary words at its end; None where it is a thing."""
    while tokens and (
        _is_ordinary(text[slice(*tokens[-1])], initial=False)
        or (len(tokens) > 1 and text[slice(*tokens[-1])].lower() in FUNCTION_WORDS)
    ):
        tokens = tokens[:-1]
    if not tokens:
        return None
    start, end = tokens[0][0], tokens[-1][1]
    if len(tokens) > 1 and tokens[-1][1] - tokens[-1][0] == 1:
        end += text[end : end + 1] == "."  # « Léana K. »
    if titled := _PARTICLE_BEFORE.search(text, max(0, start - _NEAR), start):
        return titled.start("particle"), end
    return None if _is_thing(text, start, end, len(tokens)) else (start, end)


def _is_initial(text: str, start: int, starts: AbstractSet[int]) -> bool:
    """Whether a capital tells nothing here, as any word would have one."""
    edge = start
    while edge and text[edge - 1] in _OPENING_MARKS:
        edge -= 1
    opens = any(place in starts for place in range(edge, start + 1))
    mark = text[edge - 1 : edge]
    if mark == ".":
        before = _LAST_WORD.search(text, max(0, edge - _NEAR), edge)
        return opens or not (before and (before[0] in TITLES or len(before[0]) <= len("J.")))
    return opens or mark in (":", "\n", "!", "?", "…")


def _is_ordinary(word: str, *, initial: bool) -> bool:
    """Whether a capital makes no name: a title, an acronym, a month, the start of a sentence."""
    folded = plain(word)
    if word in TITLES or word in COMMON_ACRONYMS or folded in CALENDAR | _CONTINENTS:
        return True
    if initial and _INVERTED.search(word):
        return True  # « Aurait-il dit… »
    first = folded.split("-")[0]
    return initial and (first in FUNCTION_WORDS or folded in ROLE_NOUNS)


def _is_thing(text: str, start: int, end: int, count: int) -> bool:
    """Whether the words are a product, an event or a work: `A320`, `Horizon 2030`, `« Avenir »`."""
    near = max(0, start - _NEAR)
    if _OPENS.search(text, near, start) and _CLOSES.match(text, end):
        return True
    if count > 1:
        return False
    if plain(text[start:end]) in FUNCTION_WORDS or _DEMONYM.search(text, near, end):
        return True
    # A network may have one letter for a name.
    product = _PRODUCT.fullmatch(text[start:end]) and not _NETWORK_BEFORE.search(text, near, start)
    return bool(product or _DIGIT.match(text, end))


def _is_evident(name: str) -> bool:
    """Whether the writing alone shows a name: inner capitals, or capitals only."""
    return bool(re.search(r"[a-z]-?[A-Z]", name)) or (len(name) > 1 and name.isupper())
