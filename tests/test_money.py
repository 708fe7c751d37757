"""Amounts of money in French: exact values, ISO 4217 currencies, and what is no money."""

from __future__ import annotations

from decimal import Decimal

import pytest

from story.languages.fr.find_amounts import find_amounts
from story.languages.fr.numbers import parse_number
from story.reading.body import fold

AMOUNTS: dict[str, list[tuple[str, str]]] = {
    "97,4 milliards de dollars": [("97400000000", "USD")],
    "97,4\u00a0milliards de\u202fdollars": [("97400000000", "USD")],
    "5 Md€": [("5000000000", "EUR")],
    "2 Mds€ ou 3,5 Mds d’euros": [("2000000000", "EUR"), ("3500000000", "EUR")],
    "500 M€, 12 k€, 5 MEUR": [("500000000", "EUR"), ("12000", "EUR"), ("5000000", "EUR")],
    "$75 millions": [("75000000", "USD")],
    "$ 75 millions": [("75000000", "USD")],
    "US$ 5 milliards": [("5000000000", "USD")],
    "£ 8,10 millions en": [("8100000", "GBP")],
    "75 millions de $.": [("75000000", "USD")],
    "48,2 millions $": [("48200000", "USD")],
    "120 000 $ US": [("120000", "USD")],
    "16,4 millions de $ c": [("16400000", "CAD")],
    "16,4 millions de $CAD": [("16400000", "CAD")],
    "10,05 milliards de $ hk.": [("10050000000", "HKD")],
    "94.000 $": [("94000", "USD")],
    "125.000,50 $": [("125000.50", "USD")],
    "12,345 $": [("12.345", "USD")],
    "1,250,000 dollars": [("1250000", "USD")],
    "38,50 euros": [("38.50", "EUR")],
    "38,50\u202f€": [("38.50", "EUR")],
    "1\u202f250\u00a0€": [("1250", "EUR")],
    "1'000 francs suisses": [("1000", "CHF")],
    "1,75 milliard de francs suisses": [("1750000000", "CHF")],
    "un billion de dollars": [("1000000000000", "USD")],
    "un trillion de dollars": [("1000000000000000000", "USD")],
    "420 millions de marks finlandais": [("420000000", "FIM")],
    "250 millions de florins hollandais": [("250000000", "NLG")],
    "125 millions de dollars australiens": [("125000000", "AUD")],
    "50 millions de dollars américains": [("50000000", "USD")],
    "300 milliards de couronnes suédoises": [("300000000000", "SEK")],
    "2 milliards de livres sterling": [("2000000000", "GBP")],
    "361 millions de livres": [("361000000", "GBP")],
    "309.381 yens": [("309381", "JPY")],
    "100 milliards de yuans": [("100000000000", "CNY")],
    "5 milliards de FCFA": [("5000000000", "XOF")],
    "100 000 francs CFA": [("100000", "XOF")],
    "EUR 1000": [("1000", "EUR")],
    "1000 EUR": [("1000", "EUR")],
    "50 cents": [("0.50", "USD")],
    "197 centimes": [("1.97", "EUR")],
    "470 pence": [("4.70", "GBP")],
    "un penny": [("0.01", "GBP")],
    "cinq millions de yens": [("5000000", "JPY")],
    "vingt-cinq mille euros": [("25000", "EUR")],
    "mille euros": [("1000", "EUR")],
    "trois cents millions d’euros": [("300000000", "EUR")],
    "quatre-vingt-dix-sept millions de dollars": [("97000000", "USD")],
    "soixante et onze euros": [("71", "EUR")],
    "deux milliards et demi de dollars": [("2500000000", "USD")],
    "un demi-milliard d’euros": [("500000000", "EUR")],
    "une centaine de millions d’euros": [("100000000", "EUR")],
    "un euro symbolique": [("1", "EUR")],
    "entre 2 et 3 milliards d’euros": [("2000000000", "EUR"), ("3000000000", "EUR")],
    "de 2 à 3 milliards d’euros": [("2000000000", "EUR"), ("3000000000", "EUR")],
    "2-3 milliards d’euros": [("2000000000", "EUR"), ("3000000000", "EUR")],
    "de 500 millions à 1 milliard d’euros": [("500000000", "EUR"), ("1000000000", "EUR")],
    "les lots 2 et 3 millions d’euros": [("3000000", "EUR")],
}

NO_AMOUNTS = [
    "2 000 salariés",
    "trois cents personnes",
    "10 000 livres vendus",
    "3 millions de livres vendus",
    "un euro fort",
    "9,9 %",
    "pour cent",
    "plusieurs milliards de dollars",
    "le dollar",
    "ABC 1000",
]


@pytest.mark.parametrize("text", AMOUNTS)
def test_amounts_are_found(text: str) -> None:
    """Each form gives its exact value and its currency."""
    expected = [(Decimal(value), currency) for value, currency in AMOUNTS[text]]
    assert [(found.value, found.currency) for found in find_amounts(fold(text))] == expected


@pytest.mark.parametrize("text", NO_AMOUNTS)
def test_other_numbers_are_no_amounts(text: str) -> None:
    """A number without a currency is no amount, nor is a currency without a number."""
    assert find_amounts(fold(text)) == []


def test_amount_has_its_place() -> None:
    """The offsets cover the number, its scale and the whole name of the currency."""
    text = "une offre de 97,4 milliards de dollars canadiens hier"
    (found,) = find_amounts(fold(text))
    assert text[found.start : found.end] == "97,4 milliards de dollars canadiens"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("94.000", "94000"),
        ("94.5", "94.5"),
        ("0.500", "0.500"),
        ("1'000.5", "1000.5"),
        ("quatre-vingts", "80"),
        ("quatre-vingt-onze", "91"),
        ("cent quatre-vingt-deux", "182"),
        ("deux mille trois cent un", "2301"),
        ("nonante-cinq", "95"),
        ("zéro", "0"),
    ],
)
def test_numbers_are_exact(text: str, value: str) -> None:
    """Digits and words give the number that they say."""
    assert parse_number(text) == Decimal(value)


def test_other_words_are_no_number() -> None:
    """A word that is no number is refused, not taken for zero."""
    with pytest.raises(ValueError, match="beaucoup"):
        parse_number("beaucoup")
