"""Text from an article as Markdown that shows it, character by character.

Every value that a template prints passes through here, so that nothing an article says is ever
taken for Markdown, HTML or a template. Characters that any of the three reads become character
references, which all builders of the family leave alone; the rest stays readable.
"""

import html
import re
from urllib.parse import quote


class Markdown(str):
    """Text that is Markdown already."""

    __slots__ = ()


_ACTIVE = re.compile(r"""[&<>*_`~^=|\\{}\[\]#!+$@"]|\s*\n\s*""")
# What begins a list, a definition, a block or a numbered item where it begins a line, and the
# blanks at both ends, which can make a block of code or undo an emphasis.
_AT_ENDS = re.compile(
    r"^[-:?]|(?<=^\d)[.)]|(?<=^\d{2})[.)]|(?<=^\d{3})[.)]|(?<=^\d{4})[.)]|^ +| +$"
)


def escape(text: str) -> Markdown:
    """The Markdown that shows this text on one line, whatever it holds."""
    return Markdown(_AT_ENDS.sub(_reference, _ACTIVE.sub(_reference, text)))


def _reference(match: re.Match[str]) -> str:
    if "\n" in match[0]:
        return " "
    return "".join(f"&#{ord(char)};" for char in match[0])


def link(text: str, address: str) -> Markdown:
    """A link that shows this text, or Markdown as it is; the address cannot end it early."""
    shown = text if isinstance(text, Markdown) else escape(text)
    return Markdown(f"[{shown}](<{quote(address, safe=_IN_ADDRESS)}>)")


# What RFC 3986 lets stand in an address, less what Markdown could read.
_IN_ADDRESS = "%/:?#@$&',;=+~.-"


def attribute_text(text: str) -> str:
    """The text for a front matter description, which themes print in an HTML attribute as it is."""
    return html.escape(text, quote=False).replace('"', "&quot;")
