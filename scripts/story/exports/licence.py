"""Under what licence the texts and the data of the site may be used."""

from __future__ import annotations

from typing import NamedTuple


class Licence(NamedTuple):
    """A licence, by its short name and its permanent address."""

    name: str
    address: str


LICENCE = Licence("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/")
