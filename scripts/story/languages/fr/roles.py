"""What a person is, as an apposition says it: `, PDG de Norélia,`, `la présidente de X, Anne Y`."""

import re

from story.languages.fr.given_names import is_given_name
from story.languages.fr.speech_verbs import DAY, is_speech
from story.languages.fr.word_lists import (
    DETERMINERS,
    EPICENE_NOUNS,
    FEMININE_ENDINGS,
    PREPOSITIONS,
    ROLE_NOUNS,
    ROLE_PREFIXES,
    SPEAKING_NOUNS,
    TITLE,
)
from story.reading.body import plain

Role = tuple[str, int, int]
"""A role as written, and its offsets."""

_BREAK = r";:.!?«»“”\"()\n,"
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_APPOSITION = re.compile(
    rf"(?:, \d+ ans)?, (?:(?P<subject>le|la|les|un|une|son|sa|l'|leur) ?)?(?P<role>[^{_BREAK}]+)"
    rf"| \((?P<between>[^()\n\d]+)\)"
)
# Words that end a role: what follows tells something else.
_END = re.compile(
    r" (?:a|ont|est|avait|qui|dont|où|quand|alors|avant|après|lors|dans|hier|pour|ce|cette"
    rf"|{DAY}|jointe?|interrogée?|citée?) .*$"
)
_ACTS = re.compile(r" (?:a|ont|est|sont|avait|avaient) ")
_ADJECTIVE = re.compile(r"[a-zà-ÿ]+")
_PLACES = re.compile(r"\b(?:à|au|aux|chez|dans|en|sur)(?: la| l')?$")
_HONOUR = re.compile(r"(?:S(?:on|a) )?(?:Excellence|Majesté|Monsieur|Madame|Maître) $")
_TITLE = re.compile(rf"(?<=, ){TITLE} $")
_CLAUSE_BEFORE = re.compile(rf"(?:^|[{_BREAK}] ?)(?P<clause>[^{_BREAK}]*?)(?P<comma>,)? $")
_ACCORDING = re.compile(r"(?:selon|d'après|pour|aux yeux) ", re.IGNORECASE)
# What may stand between a role noun and the name: an adjective or what the role is in.
_COMPLEMENT = re.compile(
    r"(?:d'|de |du |des |général|financi|délégu|exécuti|associé|adjoint|techni|commerc|artisti"
    r"|sporti|(?:[a-zà-ÿ]+(?:al|el|ique|ien|ier|if|ais|ois|ain|é|aire|iste|elle|ale|ienne|ière|ive"
    r"|ol|and)e?s?(?: |$))+(?:d(?:e |u |es |')|$)|et |en |historique|français|américain|chez "
    r"|honoraire|[A-ZÀ-Þ][\w-]*(?: d(?:[eu]s?|e la|e l')? ?[A-ZÀ-Þ][\w'-]*)?$"
    r"|national|marketing)"
    r"(?!.*\b(?:a|ont|est|sont|avait|qui|que|dans|lors|avant|après|avec|jusqu)\b)"
)
# A name that nothing links to the role: the role is that of this name.
_NAMES_ANOTHER = re.compile(
    r"(?<!\bde)(?<!\bdu)(?<!\bdes)(?<!\bchez)(?<!\bla)(?<!\ble)(?<!\bles)(?<!\ben)(?<!\bet)(?<!\bpour)"
    r"(?<!\bà)(?<!\bau)(?<!\baux)(?<!\bgroupe)(?<!\bfonds)(?<![A-ZÀ-Þ])(?<![-.&])"
    r" [A-ZÀ-Þ][a-zà-ÿ]+ [A-ZÀ-Þ]"
)
# « le porte-parole du ministre X »: a name right after another's role is that one's.
_EMBEDDED = re.compile(
    r"\b(?:du|de la|de l'|de son|de sa) ?(?P<role>[a-zà-ÿA-ZÀ-Þ-]+(?: [a-zà-ÿ-]+){0,2}) $"
)
_DETERMINED = DETERMINERS | PREPOSITIONS | {"et"}
_NEXT = re.compile(r" ([A-ZÀ-Þ][\w-]+)")
# No role is longer, with what it is in.
_WINDOW = 110


def role_after(text: str, end: int) -> Role | None:
    """The role in an apposition after the name that ends here."""
    apposition = _APPOSITION.match(text, end)
    if apposition is None:
        return None
    group = "role" if apposition["role"] else "between"
    if not _begins_with_role(apposition[group]):
        return None
    role = _END.sub("", apposition[group]).strip()
    verb, *others = role.split()
    if (
        (is_speech(verb) and others and not apposition["subject"])  # « X, juge le plan »
        or _ACTS.match(apposition[group], len(role))  # « l’accord avec X, l’actrice a refusé »
        or _NAMES_ANOTHER.search(role)  # « interrogé par X, son associé Joost Meulen se veut sûr »
    ):
        return None
    return role, apposition.start(group), apposition.start(group) + len(role)


def role_before(text: str, start: int, end: int) -> Role | None:
    """The role that leads to the name between these offsets."""
    following = _NEXT.match(text, end)
    if following and is_given_name(following[1]):
        return None  # « la députée Renaissance Anne Roy »
    offset = max(0, start - _WINDOW)
    match = _CLAUSE_BEFORE.search(_TITLE.sub("", _HONOUR.sub("", text[offset:start])))
    if match is None:
        return None
    if match["comma"] and text[end : end + 1] == " " and _ACCORDING.match(match["clause"]):
        return None  # « selon le maire, Paul Durand est absent »
    clause = match["clause"].rstrip()
    if not match["comma"] and _PLACES.search(clause):
        return None  # « professeure à la Sorbonne »
    before = ""
    for word in _WORD.finditer(clause):
        determined = not before or before in _DETERMINED
        before = plain(word[0])
        complement = clause[word.end() :].strip()
        while (noun := complement.split(" ")[0]) and plain(noun) in ROLE_NOUNS:
            complement = complement[len(noun) :].strip()  # « premier ministre »
        if (
            determined
            and _begins_with_role(clause[word.start() :])
            and (not complement or _COMPLEMENT.match(complement))
            and embedded_role(clause + " ", word.end(), len(clause) + 1) is None
            and not (before in SPEAKING_NOUNS and _ADJECTIVE.fullmatch(complement))
        ):
            position = offset + match.start("clause") + word.start()
            return clause[word.start() :], position, offset + match.start("clause") + len(clause)
    return None


def embedded_role(text: str, start: int, end: int) -> int | None:
    """Where the role begins that is part of another and leads to the name that begins at `end`."""
    match = _EMBEDDED.search(text, start, end)
    if match is None or not _begins_with_role(match["role"]):
        return None
    return match.start("role")


def is_feminine(role: str) -> bool | None:
    """Whether the noun of a role says a woman; None where it has one form for all."""
    nouns: list[str] = [word for word in _WORD.findall(plain(role)) if word in ROLE_NOUNS]
    if not nouns or nouns[0] in EPICENE_NOUNS:
        return None
    changed = nouns[0][-1] == "e" and nouns[0][:-1] in ROLE_NOUNS  # « avocate »
    feminine = changed or nouns[0].endswith(FEMININE_ENDINGS)
    return None if nouns[0].endswith("e") and not feminine else feminine  # « juge », « ministre »


def _begins_with_role(text: str) -> bool:
    for word in _WORD.findall(plain(text))[:4]:
        if word.removeprefix("ex-") in ROLE_NOUNS:
            return True
        if word not in ROLE_PREFIXES:
            return False
    return False
