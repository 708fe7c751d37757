"""Amounts of money in French: exact values, ISO 4217 currencies, and what is no money."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest

from story.languages.fr.find_amounts import find_amounts, find_doubtful
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
    # a year or a number of something, and then a sum
    "valorisée en octobre 2024 à 157 milliards de dollars": [("157000000000", "USD")],
    "fin 2019 à 29 milliards de dollars": [("29000000000", "USD")],
    "en 2023, 12 et 15 millions d’euros": [("12000000", "EUR"), ("15000000", "EUR")],
    "de 12 euros en 2019 à 15 euros": [("12", "EUR"), ("15", "EUR")],
    "de 2000 à 3000 euros": [("2000", "EUR"), ("3000", "EUR")],
    "le lot n° 7 à 300 euros": [("300", "EUR")],
    "le modèle 5 à 300 euros": [("300", "EUR")],
    "l’un et 2 millions d’euros": [("2000000", "EUR")],
    "de 30 à 20 millions d’euros": [("20000000", "EUR")],
    # English writing
    "$9.74 billion": [("9740000000", "USD")],
    "97.4 billion dollars": [("97400000000", "USD")],
    "€6.4 billion": [("6400000000", "EUR")],
    "1.2 billion d’euros": [("1200000000", "EUR")],
    "£1.5 trillion": [("1500000000000", "GBP")],
    "$1.234 billion": [("1234000000", "USD")],
    "$9.74bn; £3.2m; $10k": [("9740000000", "USD"), ("3200000", "GBP"), ("10000", "USD")],
    "$10-15m": [("10000000", "USD"), ("15000000", "USD")],
    "$1,600.00": [("1600", "USD")],
    "US$1,200": [("1200", "USD")],
    "1,500 dollars": [("1500", "USD")],
    "12,500 livres sterling": [("12500", "GBP")],
    "$10.000": [("10000", "USD")],
    "$2 billions d’actions": [],
    # scales and currencies as people write them
    "CHF 1,2 mia": [("1200000000", "CHF")],
    "$650 mlns": [("650000000", "USD")],
    "un quart de milliard d’euros; trois quarts de milliard de yens": [
        ("250000000", "EUR"),
        ("750000000", "JPY"),
    ],
    # what a sum is compared with, or made of
    "41 millions de dollars, contre 77 un an plus tôt": [("41000000", "USD"), ("77000000", "USD")],
    "215 millions d’euros, dont 40 millions payables en actions": [
        ("215000000", "EUR"),
        ("40000000", "EUR"),
    ],
    "312 millions d’euros, contre 284,5 en 2022": [("312000000", "EUR"), ("284500000", "EUR")],
    "2 millions et demi d’euros, contre 3 millions et demi, en 2022": [
        ("2500000", "EUR"),
        ("3500000", "EUR"),
    ],
    "300 millions d’euros, dont 3 en France": [("300000000", "EUR")],
    "de 650 000 à 1,5 million de dollars": [("650000", "USD"), ("1500000", "USD")],
    "financée à hauteur de 3 euros par le Conseil européen des pays et de 20 livres": [
        ("3", "EUR"),
        ("20", "GBP"),
    ],
    "500 dinars, contre 400 en 2022": [],
    "300 euros, contre 40 en 2022; 3 millions d’euros, contre 2022": [
        ("300", "EUR"),
        ("3000000", "EUR"),
    ],
    "3 millions d’euros pour 200 salariés, contre 150 en 2022": [("3000000", "EUR")],
    "3 millions d’euros, contre 12 salariés": [("3000000", "EUR")],
    "1,60 pour un dollar; pas un centime; un euro symbolique": [("1", "EUR")],
    # Canada is named again, and the United States are not
    "MONTRÉAL — Le Québec paie 64,3 millions $, ou 88 cents": [
        ("64300000", "CAD"),
        ("0.88", "CAD"),
    ],
    "À Montréal, le Québec et les États-Unis paient 3 M$ au total": [("3000000", "USD")],
    "12,8 mio de francs suisses à Londres, 11,4 millions de livres; 3 livres turques": [
        ("12800000", "CHF"),
        ("11400000", "GBP"),
        ("3", "TRY"),
    ],
    "120 Mio CHF": [("120000000", "CHF")],
    "1,2 mia. de francs suisses": [("1200000000", "CHF")],
    "1,5 mrd €; 2 mds d’euros; 5 m€": [
        ("1500000000", "EUR"),
        ("2000000000", "EUR"),
        ("5000000", "EUR"),
    ],
    "1,6€ milliard": [("1600000000", "EUR")],
    "500 MAD": [("500", "MAD")],
    "9 800 Kč; 45,00 zł": [("9800", "CZK"), ("45", "PLN")],
    "12,- €; 12.– CHF": [("12", "EUR"), ("12", "CHF")],
    "880,000 ₫; 1,500 yens": [("880000", "VND"), ("1500", "JPY")],
    "50 cts": [("0.50", "EUR")],
    "EUR29,99; USD1,23": [("29.99", "EUR"), ("1.23", "USD")],
    "2.700.000 F; 450 F; 3 MF": [("2700000", "FRF"), ("450", "FRF"), ("3000000", "FRF")],
    "1 200 frs": [("1200", "FRF")],
    "5 000 F.CFA": [("5000", "XOF")],
    # several sums of one currency
    "2 milliards et 1,4 milliard de livres": [("2000000000", "GBP"), ("1400000000", "GBP")],
    "10, 12 et 15 millions d’euros": [
        ("10000000", "EUR"),
        ("12000000", "EUR"),
        ("15000000", "EUR"),
    ],
    "de $10 à 15 milliards": [("10000000000", "USD"), ("15000000000", "USD")],
    "entre $10 et 15 millions": [("10000000", "USD"), ("15000000", "USD")],
    "de $10 à 15 personnes": [("10", "USD")],
    "$10 à 15 euros": [("10", "USD"), ("15", "EUR")],
    "$10 à la caisse": [("10", "USD")],
    "$5 et 3 salariés": [("5", "USD")],
    "10 millions 20 millions d’euros": [("20000000", "EUR")],
    "1 et 2 et 3 et 4 et 5 et 6 et 7 et 8 et 9 et 10 euros": [
        (str(number), "EUR") for number in range(2, 11)
    ],
    "3, 12 millions d’euros": [("12000000", "EUR")],
    # several numbers of one sum
    "97 milliards 400 millions de dollars": [("97400000000", "USD")],
    "1 million 200 000 euros": [("1200000", "EUR")],
    "deux millions trois cent mille euros": [("2300000", "EUR")],
    "15 € 50": [("15.50", "EUR")],
    "35€ 99": [("35.99", "EUR")],
    "trois euros 50 par jour": [("3.50", "EUR")],
    "15 euros 20 salariés": [("15", "EUR")],
    "15 millions d’euros 50": [("15000000", "EUR")],
    "25 euros et 50 centimes": [("25.50", "EUR")],
    "25 euros et 150 centimes": [("25", "EUR"), ("1.50", "EUR")],
    "15 dollars et 15 cents": [("15.15", "USD")],
    "1 USD 23 cents": [("1.23", "USD")],
    "treize euros et quarante-cinq cents": [("13.45", "EUR")],
    "vingt-cinq francs cinquante": [("25.50", "FRF")],
    "40 mille euros": [("40000", "EUR")],
    "deux euros et demi": [("2.50", "EUR")],
    "un million d’euros et demi": [("1500000", "EUR")],
    # words that are money too
    "quasi neuf livres": [("9", "GBP")],
    "une amende de 300 livres": [("300", "GBP")],
    "un franc symbolique": [("1", "FRF")],
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
    "Trois livres racontent l’affaire",
    "un livre ne se vend pas",
    "trois livres sont parus",
    "il a écrit trois livres.",
    "deux livres de tomates",
    "un franc succès",
    "Cent francs-maçons",
    "marqué un mark",
    "120 F-16",
    "des centaines de millions",
]

# What settles which country's currency is meant, and what is said where nothing does.
SETTLED = {
    "1,2 milliard de dirhams au Maroc": "MAD",
    "L’éditeur émirati Nour, à Dubaï, a payé 3 millions de dirhams": "AED",
    "À Tunis, 500 dinars": "TND",
    "L’Algérie promet 500 dinars": "DZD",
    "40 pesos à Mexico": "MXN",
    "L’éditeur suédois paie 10 couronnes": "SEK",
    "Oslo paie 10 couronnes": "NOK",
    "1,2 milliard de livres à Beyrouth, au Liban": "LBP",
    "200 millions de livres à Londres, après Beyrouth": "GBP",
    "5 000 francs CFA à Dakar": "XOF",
    "5 000 F CFA à Douala": "XAF",
    "7,1 milliards de francs à Genève": "CHF",
    "7,1 milliards de francs": "CHF",
    "7,1 milliards de francs, en France, en 1995": "FRF",
    "3 000 francs guinéens, puis 5 000 francs": "GNF",
    "500 dinars (TND)": "TND",
}
DOUBTFUL = {
    "1,2 milliard de dirhams": ("devise à préciser", "1200000000"),
    "500 dinars": ("devise à préciser", "500"),
    "100 F": ("devise à préciser", "100"),
    "40 pesos": ("devise à préciser", "40"),
    "10 couronnes": ("devise à préciser", "10"),
    "de Tunis à Alger, 500 dinars": ("devise à préciser", "500"),
    "des dizaines de milliards d’euros": ("montant approximatif", None),
    "quelques milliers d’euros": ("montant approximatif", None),
    "plusieurs millions de $": ("montant approximatif", None),
    "$2 billions": ("échelle à préciser", None),
    "500 billion de dollars": ("échelle à préciser", None),
}


@pytest.mark.parametrize("text", AMOUNTS)
def test_amounts_are_found(text: str) -> None:
    """Each form gives its exact value and its currency."""
    expected = [(Decimal(value), currency) for value, currency in AMOUNTS[text]]
    assert [(found.value, found.currency) for found in find_amounts(fold(text))] == expected


@pytest.mark.parametrize("text", NO_AMOUNTS)
def test_other_numbers_are_no_amounts(text: str) -> None:
    """A number without a currency is no amount, nor is a currency without a number."""
    assert find_amounts(fold(text)) == []


@pytest.mark.parametrize("text", SETTLED)
def test_a_country_settles_the_currency(text: str) -> None:
    """A noun that countries share is the currency of the one that the text names."""
    found = find_amounts(fold(text), datetime.date(2024, 3, 10))
    assert found
    assert {amount.currency for amount in found[-1:]} == {SETTLED[text]}
    assert find_doubtful(fold(text), datetime.date(2024, 3, 10)) == []


def test_a_context_settles_the_currency() -> None:
    """What the text does not name, the article around it may; francs are French before 2002."""
    day = datetime.date(1998, 3, 10)
    (found,) = find_amounts("500 dinars", day, "À Tunis")
    assert found.currency == "TND"
    (found,) = find_amounts("500 francs, à Luxembourg", day)
    assert found.currency == "FRF"
    (found,) = find_amounts("À Bruxelles, la Belgique paie 500 francs", day)
    assert found.currency == "BEF"
    (found,) = find_amounts("500 francs", day)
    assert found.currency == "FRF"


@pytest.mark.parametrize("text", DOUBTFUL)
def test_an_unsettled_sum_is_said_to_be_one(text: str) -> None:
    """It is no amount, which would be drawn: one is told what is missing."""
    problem, value = DOUBTFUL[text]
    day = datetime.date(2024, 3, 10)
    (doubt,) = find_doubtful(fold(text), day)
    assert (doubt.problem, doubt.value) == (problem, Decimal(value) if value else None)
    assert find_amounts(fold(text), day) == []


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
