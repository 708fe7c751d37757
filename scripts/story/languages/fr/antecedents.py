"""Whom `il`, `elle`, `ce dernier` or `le dirigeant` stands for, at a place in an article.

A pronoun stands for the subject of a sentence before rather than for whoever was named last;
`ce dernier` for whoever was named last. Gender and number rule out the others. Where two people
fit as well, nobody is given.
"""

import bisect
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from dataclasses import dataclass, replace
from operator import attrgetter

from story.languages.found_types import FoundPerson
from story.languages.fr.noun_phrases import Candidate, starting_within
from story.languages.fr.word_lists import (
    CHIEFS_OF,
    HYPERNYMS,
    OFFICES,
    ORGANISATION_NOUNS,
    PEOPLE,
    ROLE_NOUNS,
    ROLE_PREFIXES,
    SPEAKING_NOUNS,
)
from story.reading.body import Passage, plain

PREVIOUS = "sujet de la phrase précédente"
SAME_SENTENCE = "sujet de la phrase"
EARLIER = "sujet d’une phrase précédente"
NAMED_BEFORE = "seule personne nommée dans la phrase précédente"
LAST_NAMED = "dernière personne nommée"
ONLY = "seule personne possible"
BY_ROLE = "personne de cette fonction"
SEVERAL = "plusieurs personnes possibles"
NOBODY = "personne ne correspond"
_DEFINITE = re.compile(r"(?:l[ea]s? |l['’]|notre |cet(?:te)? |ce )", re.IGNORECASE)
# « l’entraîneur portugais »
_NATION = re.compile(r".+(?:aise?|oise?|aine?|ien(?:ne)?|ande?|ole?)")
_LINKS = frozenset(("de", "du", "des", "d", "la", "l", "a", "au", "en"))
_OF_STATE = re.compile(
    r"^[Ll](?:e |a |['’])[^A-ZÀ-Þ]+ (?:du |des |de |d['’]|de la |de l['’])[A-ZÀ-Þ][\w-]+$"
)
# « le président de la République », « le chef de l’Etat »
_STATE = frozenset("etat republique pays gouvernement executif diplomatie la de du l d".split())
_COMPOUND = re.compile(r"(?:['’]| )[a-zà-ÿ][\w-]* (?:de |d['’])(?!l[ae]\b|l['’])[a-zà-ÿ][\w-]*$")
# Who does one thing: « l’acheteur » is no word for somebody of another role.
_DOERS = ("eur", "euse", "trice")
_ANY = frozenset(("porte-parole", "membre", "candidat", "candidate", "leader", "figure"))
_RANKS = frozenset(("premier", "premiere", "second", "seconde"))
_PREFIXES = frozenset(ROLE_PREFIXES) - _RANKS  # « le premier ministre » is no minister
_NARROWER, _UNTOLD, _OTHER_ROLE = 3, 2, 1
# How many sentences with a subject one looks back, and how many names.
_BACK = 8
_NEAR = 3
_MOST = 40
_TWO = 2
_CLOSE = 15  # characters: a conjunction before a subject
_OWN = re.compile(r"(?:son|sa|ses|leurs?) ", re.IGNORECASE)
_ORDINAL = re.compile(r"l[ea] (premier|second|deuxieme|troisieme|dernier)e?")
_RANK_OF = {"premier": 0, "second": 1, "deuxieme": 1, "troisieme": 2, "dernier": -1}
_NEW = re.compile(r"une? (?!autre )", re.IGNORECASE)
_OF_NEW = re.compile(r" d['’]une? ")  # « le patron d’un bar »
_CONTRAST = re.compile(r", (?:lui|elle|eux|elles),")
_AGAINST = re.compile(r"\b(?:quand|tandis que|alors que|là où) $")
_EITHER = re.compile(r"l['’](?:une?|autre)")
_OTHER = re.compile(
    r"(?:son|sa) (?:rivale?|adversaire|concurrente?|interlocut(?:eur|rice)|contradict(?:eur|rice))"
)
# « avocate du prévenu » is no « prévenu », but « directrice et fondatrice » both.
_PREPOSITION = re.compile(r" d[eu]s? | d['’]| à | au | chez ")
_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Found:
    """Who is meant, with the reason; `name` is None where the text does not settle it."""

    name: str | None
    reason: str
    members: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True)
class _Topic:
    """The subjects of a sentence, numbered from 0."""

    sentence: int
    paragraph: int
    members: tuple[Candidate, ...]


class Antecedents:
    """What has been said so far, sentence by sentence."""

    def __init__(
        self,
        people: Sequence[FoundPerson],
        named: Sequence[Candidate],
        sentences: Sequence[Passage],
    ) -> None:
        self._sentences = sentences
        self._human = [one for one in named if one.kind in ("person", "someone")]
        self._named = [one for one in named if one.kind == "person"]
        self._named_there: frozenset[str] = frozenset()  # by words that somebody says
        self._topics: list[_Topic] = []
        self._said: list[tuple[str, Candidate]] = []  # who speaks, and of whom
        self._subject_of: Counter[str] = Counter()  # of how many sentences
        self._people = {person.name: person for person in people}
        self._called: dict[str, set[str]] = {}  # by which words somebody has been taken up
        self._holders: dict[str, dict[str, FoundPerson]] = {}
        roles = [(person.name, person.role or "") for person in people]
        for name, role in [*roles, *((one.name, one.role) for one in self._named)]:
            self._hold(self._people[name], role)

    def _fits(self, pronoun: Candidate, other: Candidate) -> bool:
        """Whether gender and number let a pronoun stand for somebody."""
        if pronoun.plural != other.plural or other.name in self._named_there:
            return False
        return pronoun.feminine is None or other.feminine in (None, pronoun.feminine)

    def that_fit(self, pronoun: Candidate, members: Sequence[Candidate]) -> list[Candidate]:
        """Those of the members of a subject for whom a pronoun may stand; all where it is many."""
        if pronoun.plural and len(members) > 1:
            return [together(members)]
        return [member for member in members if self._fits(pronoun, member)]

    @contextmanager
    def without(self, names: frozenset[str]) -> Iterator[None]:
        """Within it, nobody of these is meant: words that name somebody are not theirs."""
        self._named_there = names
        yield
        self._named_there = frozenset()

    def note(self, sentence: int, paragraph: int, members: Sequence[Candidate]) -> None:
        """Takes note of who a sentence is about."""
        if members:
            self._subject_of.update({member.name for member in members})
            self._topics.append(_Topic(sentence, paragraph, tuple(members)))

    def note_said(self, speaker: str, named: Sequence[Candidate]) -> None:
        """Takes note of the persons of whom somebody speaks."""
        self._said.extend((speaker, one) for one in named if one.kind == "person")

    def previous(self, paragraph: int, *, human: bool = False) -> tuple[Candidate, ...]:
        """The last subjects of a paragraph; `human` passes over organisations."""
        for topic in self._topics[: -_BACK - 1 : -1]:
            if topic.paragraph != paragraph:
                break
            if not human or topic.members[0].kind != "organisation":
                return topic.members
        return ()

    def of(self, sentence: int) -> tuple[Candidate, ...]:
        """The subjects of a sentence."""
        at = bisect.bisect_left(self._topics, sentence, key=lambda one: one.sentence)
        known = self._topics[at : at + 1]
        return known[0].members if known and known[0].sentence == sentence else ()

    def find(self, one: Candidate, sentence: int, here: Sequence[Candidate]) -> Found:
        """Whom a candidate means; `here` are the subjects of its own sentence before it."""
        if one.kind in ("person", "organisation", "thing"):
            return Found(one.name, "", (one,))
        if one.kind == "someone":
            return self._holder(one, sentence)
        word = plain(one.name)
        if word not in ("celui", "celle") and word.startswith(("ce", "l'", "l’", "les ")):
            return self._last_named(one, sentence)
        return self.pronoun(one, sentence, here)

    def pronoun(self, one: Candidate, sentence: int, here: Sequence[Candidate]) -> Found:
        """The subject that `il` or `elle` takes up, of its own sentence or of one before."""
        group: _Topic | None = None
        own = _Topic(sentence, -1, tuple(here))
        near = self._named_in_previous(one, sentence)
        for topic in [own, *self._topics[: -_BACK - 1 : -1]]:
            fitting = self.that_fit(one, topic.members)
            if not fitting:
                continue
            if len(fitting) > 1:
                return Found(None, SEVERAL)
            if _is_group(fitting[0]):
                new = group is None and not _OWN.match(fitting[0].name)
                group = topic if new and plain(one.name) != "celui" else group
                continue
            other = near and near.name != fitting[0].name
            beside = group and group.sentence == sentence - 1
            if topic.sentence < sentence - 1 and (other or beside):
                break
            return self._checked(one, topic, fitting[0], sentence)
        if near and not group:
            return Found(near.name, NAMED_BEFORE, (near,))
        if group:
            name = self.that_fit(one, group.members)[0].name
            since = self._sentences[group.sentence].start
            persons = {
                other.name
                for other in self._before(one.start)
                if other.start >= since and self._fits(one, other)
            }
            return Found(None, SEVERAL) if persons else Found(name, PREVIOUS, group.members)
        return self._only(one)

    def _named_in_previous(self, one: Candidate, sentence: int) -> Candidate | None:
        """The only person whom the sentence before names and whose gender is that of a pronoun."""
        if not sentence:
            return None
        previous = self._sentences[sentence - 1]
        fitting = {
            other.name: other
            for other in starting_within(self._named, previous.start, previous.end)
            if self._fits(one, other) and other.feminine is not None
        }
        return next(iter(fitting.values())) if len(fitting) == 1 else None

    def _checked(self, one: Candidate, topic: _Topic, found: Candidate, sentence: int) -> Found:
        """A subject found, unless it is far and somebody else has been named since."""
        if topic.sentence >= sentence - 1:
            reason = PREVIOUS if topic.sentence < sentence else SAME_SENTENCE
            return Found(found.name, reason, (found,))
        told = max(found.start, self._sentences[topic.sentence].end)
        known = [
            (name, other) for name, other in self._said[-_BACK:] if self._subject_of[other.name]
        ]
        said = [other for name, other in known if name != found.name]
        since = {
            other.name
            for other in (*self._before(one.start), *said)
            if (other.start > told or found.kind == "someone")
            and other.name != found.name
            and self._fits(one, other)
        }
        far = sentence - topic.sentence >= _BACK
        return Found(None, SEVERAL) if since or far else Found(found.name, EARLIER, (found,))

    def _before(self, start: int) -> Sequence[Candidate]:
        end = bisect.bisect_left(self._named, start, key=attrgetter("start"))
        return self._named[max(0, end - 4 * _BACK) : end]

    def _only(self, one: Candidate) -> Found:
        fitting = {other.name: other for other in self._before(one.start) if self._fits(one, other)}
        if len(fitting) != 1:
            return Found(None, SEVERAL if fitting else NOBODY)
        (only,) = fitting.values()
        return Found(only.name, ONLY, (only,))

    def _last_named(self, one: Candidate, sentence: int) -> Found:
        """Whom `ce dernier` means: whoever was spoken of last."""
        start = self._sentences[max(0, sentence - 1)].start
        human = starting_within(self._human, start, one.start)
        for other in reversed([other for other in human if self._fits(one, other)]):
            if other.kind == "person":
                break
            if _DEFINITE.match(other.name) or _NEW.match(other.name):
                return replace(self._holder(other, sentence), reason=LAST_NAMED)
        before = [other for other in self._before(one.start) if self._fits(one, other)]
        if before and plain(one.name).startswith("l"):  # « l’intéressé »: of whom one speaks
            others = [other for other in before if other.name not in self._last()] or before
            main = max(reversed(others), key=lambda other: self._subject_of[other.name])
            return Found(main.name, LAST_NAMED, (main,))
        if before:
            return Found(before[-1].name, LAST_NAMED, (before[-1],))
        for topic in self._topics[:-3:-1]:
            if fitting := self.that_fit(one, topic.members):
                return Found(fitting[-1].name, LAST_NAMED, (fitting[-1],))
        return Found(None, NOBODY)

    def _holder(self, one: Candidate, sentence: int) -> Found:
        """The person whom a role means in this article, or the role itself, as it is written."""
        if _EITHER.fullmatch(plain(one.name)):
            return Found(None, SEVERAL)
        if one.noun in ("un", "une"):  # « l’une d’entre elles »
            return Found(one.name, "", (one,))
        found = self._one_of_two(one, sentence)
        definite = _DEFINITE.match(one.name)
        # « un homme se lève. L’homme insiste. »
        if not found and definite and not _other_words(one):
            told = (member for topic in self._topics[:-_BACK:-1] for member in topic.members)
            same = (other for other in told if other.noun == one.noun and _NEW.match(other.name))
            found = next((Found(other.name, EARLIER, (other,)) for other in same), None)
        if not found and definite and not one.plural:
            if one.noun in ORGANISATION_NOUNS:
                found = self._group(one, sentence)
            elif one.noun not in SPEAKING_NOUNS - HYPERNYMS.keys() - ROLE_NOUNS:
                new = _OF_NEW.search(one.name)
                taken = None if new else self._taken_up(one, sentence)
                if taken and self._is_contrasted(one, sentence, taken.name):
                    taken = None
                holders = self._holders_of(one)
                found = self._of_role(one, holders) or taken
                if not found and one.noun in OFFICES and len(holders) == 1:
                    # « a dit le directeur », and farther down « Paul Durand, le directeur »
                    found = Found(min(holders), BY_ROLE, (one,))
                if found:
                    self._remember(one, found)
        return found or Found(one.name, "", (one,))

    def _is_contrasted(self, one: Candidate, sentence: int, name: str | None) -> bool:
        """Whether it is set against somebody: `Le propriétaire, lui, dort`, `quand le maire…`."""
        own = self._sentences[sentence]
        at = one.start - own.start
        if _AGAINST.search(own.exact, max(0, at - _CLOSE), max(0, at)):
            there = starting_within(self._named, own.start, one.start)
            return name in {other.name for other in there}
        after = _CONTRAST.match(own.exact, max(0, one.end - own.start))
        return name in self._last() and after is not None

    def _remember(self, one: Candidate, found: Found) -> None:
        """Takes note by which words somebody has been taken up, as many as one is called by."""
        person = self._people.get(found.name or "")
        if person and len(self._called[person.name]) < _MOST:
            self._hold(person, one.name)

    def _hold(self, person: FoundPerson, role: str) -> None:
        """Takes note of what somebody is said to be, and by which words."""
        words = _WORDS.findall(plain(role))
        self._called.setdefault(person.name, set()).update(words)
        nouns = _offices(plain(role)) | {word for word in words if word not in ROLE_NOUNS}
        for noun in nouns:
            self._holders.setdefault(noun, {})[person.name] = person

    def _group(self, one: Candidate, sentence: int) -> Found | None:
        """The only organisation that the sentences right before are about: `le groupe`."""
        near = [topic for topic in self._topics[:-4:-1] if topic.sentence >= sentence - _NEAR]
        members = {member.name: member for topic in near for member in topic.members}
        groups = [member for member in members.values() if member.kind == "organisation"]
        alone = len(groups) == 1 and not _is_identified(one)
        return Found(groups[0].name, PREVIOUS, (groups[0],)) if alone else None

    def _holders_of(self, one: Candidate) -> set[str]:
        """The names of those who are said, here or farther down, to have this very role."""
        return {
            person.name
            for noun in _offices(plain(one.name)) or {one.noun}
            for person in self._holders.get(noun, {}).values()
            if self._may_hold(one, person)
        }

    def _of_role(self, one: Candidate, holders: AbstractSet[str]) -> Found | None:
        """The one of the holders of a role who has been named; the role itself of several."""
        known = {n for n in holders if self._people[n].mentions[0].start < one.start}
        if len(known) > 1:
            topics = ({member.name for member in topic.members} for topic in self._topics[::-1])
            known = next((names for topic in topics if (names := topic & known)), set())
            if len(known) != 1:
                return Found(one.name, "", (one,))
        before = self._before(one.start)[::-1]
        for name in known:
            return Found(name, BY_ROLE, tuple(m for m in before if m.name == name)[:1] or (one,))
        return None

    def _may_hold(self, one: Candidate, person: FoundPerson) -> bool:
        """Whether a role as it is written may be that of a person."""
        if one.feminine is not None and person.feminine not in (None, one.feminine):
            return False
        known = {*self._called[person.name], *_WORDS.findall(plain(person.name))}
        others = [word for word in _other_words(one) if len(word) > len("des")]
        if _OF_STATE.search(one.name) and any(map(_NATION.fullmatch, known)):
            return True  # « le président des Etats-Unis » for « le président américain »
        return all(word in known or _is_said_of_all(word) for word in others)

    def _last(self) -> set[str]:
        """The names of the last subjects."""
        return {member.name for topic in self._topics[-1:] for member in topic.members}

    def _recent(self, sentence: int) -> list[str]:
        """The names of the subjects of the sentences right before, the nearest first."""
        near = [topic for topic in self._topics[:-4:-1] if topic.sentence >= sentence - _BACK]
        return list(dict.fromkeys(member.name for topic in near for member in topic.members))

    def _taken_up(self, one: Candidate, sentence: int) -> Found | None:
        """Whoever a noun takes up: `l’élu` for a mayor, `la libraire` for who was subject.

        First whose role is narrower, then whose role is not told; somebody of another role only
        where the noun is none, or where nobody else may be meant.
        """
        told = _is_identified(one)
        no_role = _is_no_role(one)
        thing = one.noun.removesuffix("s") in SPEAKING_NOUNS  # « l’une de ses missions »
        if no_role and told and not thing:  # « le mousse de son frère »
            return None
        narrower = HYPERNYMS.get(one.noun, frozenset[str]())
        subjects = [member for topic in self._topics[:-4:-1] for member in topic.members]
        persons = [*self._before(one.start), *(one for one in subjects if one.kind == "person")]
        lone = len({other.name for other in persons}) == 1
        named = {other.name: other for other in persons if self._fits(one, other)}
        office = one.noun in OFFICES and not narrower and not _is_compound(one)
        beside = bool(self._topics) and self._topics[-1].sentence >= sentence - 1
        near = self._recent(sentence)
        if told or office:
            near = near[:1] if beside else []
        ranks: dict[int, list[str]] = {}
        for name in named:
            rank = self._rank(one, name, narrower, alone=len(named) == 1 or not told)
            ranks.setdefault(rank, []).append(name)
        if no_role:
            near = [name for name in near if name in named and name not in ranks.get(0, ())][:1]
        fitting = [other for other in subjects if self._fits(one, other)]
        first = next((o for o in fitting if o.name in named or o.noun in narrower), None)
        if first and first.name not in named:  # « le maire »
            return Found(first.name, PREVIOUS, (first,))
        narrow = not {*near}.isdisjoint(ranks.get(_NARROWER, ()))
        if beside and not narrow and near and near[0] in ranks.get(_UNTOLD, ()):
            return Found(near[0], PREVIOUS, (named[near[0]],))
        for rank in (_NARROWER, _UNTOLD, _OTHER_ROLE):
            names = ranks.get(rank, [])
            recent = [name for name in near if name in names]
            closest = beside and recent[:1] == near[:1] and not told
            if len(recent) == 1 or (recent and (rank == _NARROWER or closest)):
                return Found(recent[0], PREVIOUS, (named[recent[0]],))
            main = len(named) == 1 and (lone or self._subject_of[min(named)] > 1)
            main = main or (rank == _UNTOLD and len(named) == _TWO)  # the other of two
            if len(names) == 1 and (not told or lone) and (main or rank == _NARROWER):
                reason = BY_ROLE if rank == _NARROWER else ONLY
                return Found(names[0], reason, (named[names[0]],))
        beside_it = [named[name] for name in ranks.get(_UNTOLD, ())]
        return self._without_role(one, sentence, beside_it)

    def _without_role(
        self, one: Candidate, sentence: int, untold: Sequence[Candidate]
    ) -> Found | None:
        """Whoever stands beside a role, where nobody else is without one: `le chancelier`."""
        start = self._sentences[max(0, sentence - 1)].start
        there = {other.name for other in self._before(one.start) if other.start >= start}
        there.update(self._recent(sentence)[:1])
        of_nobody = PEOPLE.isdisjoint(_other_words(one))  # not « la sœur de la victime »
        if len(untold) == 1 and untold[0].name in there and of_nobody:
            return Found(untold[0].name, ONLY, (untold[0],))
        return None

    def _rank(self, one: Candidate, name: str, narrower: frozenset[str], *, alone: bool) -> int:
        """How well a noun takes up somebody, by what is known of their role."""
        roles = self._called[name] & ROLE_NOUNS
        if roles & narrower:
            return _NARROWER
        if not roles - _ANY or _is_no_role(one):
            return _UNTOLD
        office = one.noun in OFFICES and not _is_compound(one)
        return _OTHER_ROLE if alone and not office and one.noun in ROLE_NOUNS else 0

    def _one_of_two(self, one: Candidate, sentence: int) -> Found | None:
        """`Le premier`, `la seconde`, `sa rivale`: one of those who were named last."""
        ordinal = _ORDINAL.fullmatch(plain(one.name))
        if not ordinal and not _OTHER.fullmatch(plain(one.name)):
            return None
        start = self._sentences[max(0, sentence - 2)].start
        named = starting_within(self._named, start, one.start)
        two = list({other.name: other for other in named}.values())
        if ordinal:
            several = (topic.members for topic in self._topics[:-5:-1])
            told = next((members for members in several if len(members) >= _TWO), ())
            members = list(two if len(two) == _TWO else told)
            found = members[_RANK_OF[ordinal[1]] :][:1]
            return Found(found[0].name, LAST_NAMED, (found[0],)) if found else None
        others = [who for who in two if self._fits(one, who) and who.name not in self._last()]
        return Found(others[0].name, ONLY, (others[0],)) if len(others) == 1 else None


def _offices(role: str) -> set[str]:
    """The nouns of a folded role; whoever heads a state or its government has others too."""
    words = _WORDS.findall(role)
    nouns = {word for word in _WORDS.findall(_PREPOSITION.split(role, 1)[0]) if word in ROLE_NOUNS}
    nouns = nouns - _RANKS or nouns  # « premier secrétaire »
    if not nouns.isdisjoint(("chef", "cheffe")):
        nouns.update(*(CHIEFS_OF[word] for word in words if word in CHIEFS_OF))
    return nouns


def _other_words(one: Candidate) -> list[str]:
    """The words of a role beside its determiner, its noun and what may stand before a noun."""
    words = _WORDS.findall(plain(one.name))[1:]
    return [word for word in words if word != one.noun and word not in _PREFIXES]


def _is_said_of_all(word: str) -> bool:
    """Whether a word tells nobody from others: where from, or that it is of the state."""
    return _NATION.fullmatch(word) is not None or word in _STATE


def _is_group(one: Candidate) -> bool:
    """Whether it is a group rather than a person, by its name or its noun."""
    return one.kind == "organisation" or one.noun in SPEAKING_NOUNS - ROLE_NOUNS


def _is_no_role(one: Candidate) -> bool:
    """Whether a noun may take up somebody of any role: `l’écologiste`, `notre interlocuteur`."""
    role = one.noun in ROLE_NOUNS | SPEAKING_NOUNS or one.noun.endswith(_DOERS)
    anybody = one.noun in ("homme", "femme") or one.name.lower().startswith("notre")
    return not role or anybody


def _is_compound(one: Candidate) -> bool:
    """Whether what follows the noun is part of it: `directeur de recherches`, `chef d’équipe`."""
    return _COMPOUND.search(one.name) is not None


def _is_identified(one: Candidate) -> bool:
    """Whether a complement tells who is meant: `le directeur du musée`."""
    others = _other_words(one)
    links = not _LINKS.isdisjoint(others) and not _is_compound(one)
    return links and not all(word in _LINKS or _is_said_of_all(word) for word in others)


def together(members: Sequence[Candidate]) -> Candidate:
    """Several people who do one thing, as one."""
    name = ", ".join(member.name for member in members[:-1]) + f" et {members[-1].name}"
    return replace(members[0], name=name, plural=True, feminine=None)
