"""Where the pages are, as the files beside them say it."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field

# Stands for an address that the publisher has not given, where one has to be copied.
PLACEHOLDER = "SITE/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Addresses:
    """The addresses of a site: whole where its publisher has given its own, else below it.

    `site` ends with a slash, or is empty; `pages` are below it, by the names of their files
    without a suffix, where they are not `name.html`.
    """

    site: str = ""
    pages: Mapping[str, str] = field(default_factory=dict)

    def of(self, page: str, id_: str = "") -> str:
        """The address of a place on a page."""
        place = f"#{id_}" if id_ else ""
        return f"{self.site}{self.pages.get(page, f'{page}.html')}{place}"

    def permanent(self, page: str, id_: str = "") -> str:
        """The same, whole in any case: for a reader who can tell where the site is."""
        return f"{'' if self.site else PLACEHOLDER}{self.of(page, id_)}"

    def between(self, here: str, page: str, id_: str) -> str:
        """The way from a page to a place on another, wherever the site is."""
        own = Addresses(pages=self.pages)
        return "../" * own.of(here).count("/") + own.of(page, id_)

    def link(self, page: str, id_: str = "") -> str:
        """The same for a file in the folder of the data, which lies one below the site's."""
        return self.of(page, id_) if self.site else f"../{self.of(page, id_)}"


def urn(*parts: str) -> str:
    """A name that stays the same wherever the site is, for what has these parts in common."""
    return uuid.uuid5(uuid.NAMESPACE_URL, "\n".join(parts)).urn
