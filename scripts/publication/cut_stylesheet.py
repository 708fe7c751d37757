"""The theme's stylesheet without the rules that no page of the site uses.

A rule stays when each part of its selector (`.a > b:hover` has two) fits some element of the site,
wherever that stands: less is removed than could be, and nothing that can be seen. States, which
pages get while they are read, always fit. Custom properties and animations without a use go too.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache, partial
from itertools import chain

import tinycss2
from tinycss2.ast import Node

from publication.elements import Element

# Attributes that a reader's action sets.
_STATES = frozenset({"open", "hidden", "checked", "disabled", "data-theme"})


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its selectors or at-rule as text, and its declarations or the rules inside."""

    head: str
    declarations: tuple[tuple[str, str], ...] = ()
    rules: tuple["Rule", ...] = ()


def combine(
    theme: str,
    elements: AbstractSet[Element],
    ids: AbstractSet[str],
    *,
    own: Iterable[str],
    later: str = "",
) -> str:
    """One stylesheet: the rules of the theme that the site uses, then its own parts.

    Of its own, rules go whose classes no page has. What the stylesheets that are read `later` ask
    for stays too.
    """
    site = _Elements(elements, ids)
    every = chain.from_iterable(map(_whole, own))
    own_rules = tuple(_filtered(every, site.own_rule))
    # Most of a theme goes by this look, and what goes has not to be parsed, which takes ten times
    # as long.
    likely = _RULE.sub(lambda rule: rule[0] if site.may_mean(rule[1]) else "", theme)
    kept = tuple(_read(likely, site))
    while True:
        text = _write((*kept, *own_rules))
        used = set(re.findall(r"var\(\s*(--[\w-]+)", text + later))
        animated = " ".join(re.findall(r"animation(?:-name)?\s*:([^;}]*)", text + later))
        fewer = tuple(_filtered(kept, partial(_used, used=used, animated=animated)))
        if fewer == kept:
            return text
        kept = fewer


@cache
def _whole(css: str) -> tuple[Rule, ...]:
    """All rules of a part, which several kinds of pages have."""
    return tuple(_read(css))


def _filtered(rules: Iterable[Rule], left: Callable[[Rule], Rule | None]) -> Iterator[Rule]:
    """What is left of each rule and of those inside, an animation as a whole."""
    for rule in rules:
        if rule.rules and not rule.head.startswith("@keyframes"):
            if inside := tuple(_filtered(rule.rules, left)):
                yield Rule(rule.head, rules=inside)
        elif found := left(rule):
            yield found


def _read(css: str, elements: "_Elements | None" = None) -> Iterator[Rule]:
    nodes = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    return _rules(nodes, elements)


def _rules(nodes: Iterable[Node], elements: "_Elements | None") -> Iterator[Rule]:
    for node in nodes:
        if node.type == "at-rule":
            head = f"@{node.lower_at_keyword} {_text(node.prelude)}".strip()
            if node.lower_at_keyword in {"media", "supports", "keyframes"}:
                inside = tinycss2.parse_rule_list(
                    node.content, skip_comments=True, skip_whitespace=True
                )
                # Steps of an animation (`from`, `50%`) are no selectors.
                asked = None if node.lower_at_keyword == "keyframes" else elements
                if rules := tuple(_rules(inside, asked)):
                    yield Rule(head, rules=rules)
            elif node.content is not None:
                yield Rule(head, _declarations(node.content))
        elif node.type == "qualified-rule":
            listed = _split(node.prelude)
            selectors = [_text(one) for one in listed if elements is None or elements.fit(one)]
            if selectors and (declarations := _declarations(node.content)):
                yield Rule(",".join(selectors), declarations)


def _declarations(content: list[Node]) -> tuple[tuple[str, str], ...]:
    return tuple(
        (node.name, _text(node.value) + ("!important" if node.important else ""))
        for node in tinycss2.parse_blocks_contents(content, skip_comments=True)
        if node.type == "declaration"
    )


def _used(rule: Rule, used: set[str], animated: str) -> Rule | None:
    if rule.head.startswith("@keyframes"):
        return rule if rule.head.split()[1] in animated else None
    declarations = tuple(
        one for one in rule.declarations if not one[0].startswith("--") or one[0] in used
    )
    return Rule(rule.head, declarations) if declarations else None


def _write(rules: Iterable[Rule]) -> str:
    return "".join(
        f"{rule.head}{{{_write(rule.rules)}}}"
        if rule.rules
        else f"{rule.head}{{{';'.join(f'{name}:{value}' for name, value in rule.declarations)}}}"
        for rule in rules
    )


# A string, which stays; a mark that needs no blank around it; any other blank.
_SPACES = re.compile(r"""("[^"]*")|\s*([,>/])\s*|\s+""")


def _text(nodes: Iterable[Node]) -> str:
    kept = [node for node in nodes if node.type != "comment"]
    return _SPACES.sub(lambda m: m[1] or m[2] or " ", tinycss2.serialize(kept)).strip()


def _split(nodes: Iterable[Node], separators: str = ",") -> list[list[Node]]:
    """The selectors of a list or, with other separators, the parts of a selector between them."""
    parts: list[list[Node]] = [[]]
    for node in nodes:
        if node.type in {"literal", "whitespace"} and node.value[0] in separators:
            parts.append([])
        else:
            parts[-1].append(node)
    return [part for part in parts if part]


# Blanks combine too.
_COMBINATORS = ">+~ \n\t\r\f"


@dataclass(slots=True)
class _Wanted:
    """What one part of a selector asks of an element."""

    tag: str | None = None
    classes: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    attributes: tuple[tuple[str, str, str], ...] = ()
    """Name, operator and value; both empty where presence is enough."""
    choices: tuple[list[list[Node]], ...] = ()
    """The selectors inside each `:is()` and `:where()`: one of them has to fit."""


def _wanted(part: list[Node]) -> _Wanted:
    wanted = _Wanted()
    before = ""
    for node in part:
        mark, before = before, node.value if node.type == "literal" else ""
        if node.type == "hash":
            wanted.ids += (node.value,)
        elif node.type == "[] block":
            wanted.attributes += (_attribute(node.content),)
        elif node.type == "function" and node.lower_name in {"is", "where"}:
            wanted.choices += (_split(node.arguments),)
        elif node.type == "ident" and mark == ".":
            wanted.classes += (node.value,)
        elif node.type == "ident" and mark != ":":
            wanted.tag = node.lower_value
    return wanted


def _attribute(content: list[Node]) -> tuple[str, str, str]:
    tokens = [node for node in content if node.type != "whitespace"]
    name, *rest = tokens
    operator = "".join(node.value for node in rest if node.type == "literal")
    values = [node.value for node in rest if node.type in {"ident", "string"}]
    return name.value, operator, values[0] if values else ""


# A rule that holds no other, its selectors first; a class in them.
_RULE = re.compile(r"([^{}@;]+)\{[^{}]*\}")
_CLASS = re.compile(r"\.(-?[A-Za-z_][\w-]*)")


class _Elements:
    """The elements of a site, which answer whether a selector may mean one of them."""

    def __init__(self, elements: AbstractSet[Element], ids: AbstractSet[str]) -> None:
        self._ids = ids
        self._kinds = [(tag, dict(attributes)) for tag, attributes in elements]
        self._tags = {None, *(tag for tag, _ in self._kinds)}
        self._classes = {
            name for _, attributes in self._kinds for name in attributes.get("class", "").split()
        }
        self._answers: dict[str, bool] = {}

    def own_rule(self, rule: Rule) -> Rule | None:
        """The rule, or None where its selectors mean no element."""
        return rule if rule.head.startswith("@") or self.may_mean(rule.head) else None

    def may_mean(self, selectors: str) -> bool:
        """Whether a selector asks for no class but those of elements, or cannot be judged."""
        if ":not(" in selectors or "\\" in selectors:
            return True
        parts = selectors.split(",")
        return any(self._classes.issuperset(_CLASS.findall(part)) for part in parts)

    def fit(self, selector: list[Node]) -> bool:
        """Whether each part of a selector fits some element."""
        return all(self._part_fits(part) for part in _split(selector, _COMBINATORS))

    def _part_fits(self, part: list[Node]) -> bool:
        text = _text(part)
        if text not in self._answers:
            self._answers[text] = self._find(_wanted(part))
        return self._answers[text]

    def _find(self, wanted: _Wanted) -> bool:
        return (
            wanted.tag in self._tags  # most of what fits nothing ends here
            and self._classes.issuperset(wanted.classes)
            and set(wanted.ids) <= self._ids
            and all(any(self.fit(one) for one in choice) for choice in wanted.choices)
            and any(_element_fits(wanted, tag, attributes) for tag, attributes in self._kinds)
        )


def _element_fits(wanted: _Wanted, tag: str, attributes: dict[str, str]) -> bool:
    if wanted.tag not in {None, tag}:
        return False
    if wanted.classes and not set(wanted.classes) <= set(attributes.get("class", "").split()):
        return False
    return all(
        name in _STATES or (name in attributes and _value_fits(operator, value, attributes[name]))
        for name, operator, value in wanted.attributes
    )


def _value_fits(operator: str, wanted: str, found: str) -> bool:
    # A value that was not kept may be anything.
    if not operator or not found:
        return True
    return {
        "=": found == wanted,
        "~=": wanted in found.split(),
        "|=": found == wanted or found.startswith(f"{wanted}-"),
        "^=": found.startswith(wanted),
        "$=": found.endswith(wanted),
        "*=": wanted in found,
    }[operator]
