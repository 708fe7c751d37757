"""Dates in French: what is one, at which precision, and what only looks like one."""

from __future__ import annotations

import datetime

import pytest

from story.edtf_date import EdtfDate
from story.exports.calendar_and_timeline import calendar
from story.languages.fr.find_dates import find_dates
from story.languages.fr.typography import show_date
from story.reading.body import fold

PUBLISHED = datetime.date(2025, 2, 12)

DATES = {
    # to the day
    "le 3 mars 2024": ["2024-03-03"],
    "le 1er avril 1998": ["1998-04-01"],
    "le 1er avril 1998.": ["1998-04-01"],
    "MERCREDI 12 FÉVRIER 2025 à 08h00": ["2025-02-12"],
    "le 2 fevrier 2016": ["2016-02-02"],
    "Lundi 12 Janvier, 2016": ["2016-01-12"],
    "le 5 janv. 2016, puis": ["2016-01-05"],
    "le vingt et un mai 2016": ["2016-05-21"],
    "le premier mai 2016": ["2016-05-01"],
    "le 12 mai de l’an 2016": ["2016-05-12"],
    "le 12/02/2025": ["2025-02-12"],
    "le 21/04/16": ["2016-04-21"],
    "le 21/04/98": ["1998-04-21"],
    "le 21-04-2016": ["2016-04-21"],
    "le 02.03.2024": ["2024-03-02"],
    "le 02/22/2016": ["2016-02-22"],
    "le 12/08,2015": ["2015-08-12"],
    "2015-08-12": ["2015-08-12"],
    "2015/08/12": ["2015-08-12"],
    "entre 2003 et 2014 l’usine": ["2003/2014"],
    "le contrat (2017-21)": ["2017/2021"],
    "le règlement sur le bois (RBE) de 2010": ["2010"],
    # the year comes from the publication
    "lundi 10 février": ["2025-02-10"],
    "le 27 décembre": ["2024-12-27"],
    "le 30 juin prochain": ["2025-06-30"],
    "le 11 septembre dernier": ["2024-09-11"],
    "le 22/04": ["2025-04-22"],
    "mardi 29 février": [],
    # several days
    "les 10 et 11 février 2025": ["2025-02-10", "2025-02-11"],
    "du 3 au 5 mars 2024": ["2024-03-03/2024-03-05"],
    "entre le 3 et le 5 mars 2024": ["2024-03-03/2024-03-05"],
    "du 28 février au 3 mars 2024": ["2024-02-28/2024-03-03"],
    "du 28 décembre au 3 janvier 2025": ["2024-12-28/2025-01-03"],
    "du 28 décembre 2023 au 3 janvier 2025": ["2023-12-28/2025-01-03"],
    "du 30 au 31 février 2024": [],
    "du 31 avril au 2 mai 2024": ["2024-05-02"],
    # to the month
    "en juin 2019": ["2019-06"],
    "en sept. 2021": ["2021-09"],
    "début mars 2024": ["2024-03"],
    "fin mars et mi-octobre": ["2025-03", "2024-10"],
    "depuis juin, début juillet": ["2025-06", "2025-07"],
    "en juin dernier": ["2024-06"],
    "en juin prochain": ["2025-06"],
    "de mars à juin 2024": ["2024-03/2024-06"],
    "de novembre à mars 2024": ["2023-11/2024-03"],
    "de septembre 2023 à mars 2025": ["2023-09/2025-03"],
    "en mars et juin 2024": ["2024-03", "2024-06"],
    "entre mars et juin 2024": ["2024-03/2024-06"],
    # parts of a year, decades
    "au premier trimestre 2024": ["2024-33"],
    "au dernier trimestre 2024": ["2024-36"],
    "au 2e semestre 2024": ["2024-41"],
    "au T3 2024": ["2024-35"],
    "au S1 2024": ["2024-40"],
    "au quatrième semestre 2024": [],
    "à l’été 2023": ["2023-22"],
    "dans les années 1990": ["199X"],
    "les années 60 à 80": ["196X/198X"],
    "les années 80 à 60": [],
    "dans les années 70-80": ["197X", "198X"],
    "des années septante; des années nonante": ["197X", "199X"],
    "au T3 25, au S1 '24": ["2025-35", "2024-40"],
    "un T3 25 m²; un T2 de 40 m²; 25 % au T3": [],
    # to the year
    "fondée en 2015": ["2015"],
    "En 2019 trois cadres": ["2019"],
    "des titres émis en 2015 cédés depuis": ["2015"],
    "depuis 2017": ["2017"],
    "dès 2015": ["2015"],
    "fin 2023": ["2023"],
    "mi-2022": ["2022"],
    "d’ici 2030": ["2030"],
    "pour 2012, puis pour 2016": ["2012", "2016"],
    "pour 2015 salariés; pour 2000 euros": [],
    "à l’horizon 2030": ["2030"],
    "jusqu’en 2018": ["2018"],
    "l’exercice 2023": ["2023"],
    "un litige qui remonte à 2011": ["2011"],
    "en 2016, 2017 et 2018": ["2016", "2017", "2018"],
    "(2019)": ["2019"],
    "(2016-2019)": ["2016/2019"],
    "entre 2016 et 2019": ["2016/2019"],
    "de 2016 à 2019": ["2016/2019"],
    "20 millions d’euros en 2020-2021": ["2020/2021"],
    "le plan 2024-2027": ["2024/2027"],
    "la crise de 2008": ["2008"],
    # about, before, after
    "vers 2015": ["2015~"],
    "vers le 10 mai 2025": ["2025-05-10~"],
    "avant 2015": ["../2015"],
    "avant le 10 mai 2025": ["../2025-05-10"],
    "après 2015": ["2015/.."],
    "après mars 2024": ["2024-03/.."],
    "avant les élections de 2016 à 2019": ["2016/2019"],
    # days in words, abbreviated months
    "le dix-huit mars 2024": ["2024-03-18"],
    "le vingt-cinq mars 2024": ["2024-03-25"],
    "le vingt-et-un mars 2024": ["2024-03-21"],
    "le trente et un décembre 1999": ["1999-12-31"],
    "du dix au douze mars 2024": ["2024-03-10/2024-03-12"],
    "le dix et le onze mai 2024": ["2024-05-10", "2024-05-11"],
    "le 12 sep. 2015": ["2015-09-12"],
    "le 31 octobre 74.": ["1974-10-31"],
    "du 13 jusqu’au 15 juillet 2024": ["2024-07-13/2024-07-15"],
    "13 juillet 2024 - 15 juillet 2024": ["2024-07-13/2024-07-15"],
    "2015-3-3": ["2015-03-03"],
    "en fév. 2015": ["2015-02"],
    "le 3 juill. 2021": ["2021-07-03"],
    "PARIS, 12 jan. 2015 (AFP)": ["2015-01-12"],
    "le 1ᵉʳ mars 2025": ["2025-03-01"],
    "le 3 mars ２０２４": ["2024-03-03"],
    "12.02.25": ["2025-02-12"],
    # lists of days
    "les 3, 4 et 5 mars 2024": ["2024-03-03", "2024-03-04", "2024-03-05"],
    "les 1er, 2 et 3 mai 2024": ["2024-05-01", "2024-05-02", "2024-05-03"],
    "les 30, 28 et 29 février 2024": ["2024-02-28", "2024-02-29"],
    "page 3, 12 mars 2024": ["2024-03-12"],
    "mardi 4, mercredi 5 mars 2025": ["2025-03-04", "2025-03-05"],
    # seasons, exercises, decades
    "l’exercice 2023/2024": ["2023/2024"],
    "la saison 2023-24": ["2023/2024"],
    "la saison 1998/1999": ["1998/1999"],
    "pour 2015-2016": ["2015/2016"],
    "l’hiver 2018-2019": ["2018/2019"],
    "le trimestre 2023/2024": ["2023/2024"],
    "de 2011 à aujourd’hui": ["2011/.."],
    "depuis mars 2020 jusqu’à nos jours": ["2020-03/.."],
    "les années 90": ["199X"],
    "les années soixante-dix": ["197X"],
    "les années 1980 et 1990": ["198X", "199X"],
    "mai 68": ["1968-05"],
    "en mai 45, la paix": ["1945-05"],
    "au 3T25": ["2025-35"],
    "au 1S 2024": ["2024-40"],
}

NO_DATES = [
    "dix-sept ans plus tard",
    "vingt-sept pays",
    "Trente-sept salariés",
    "quatre-vingt-dix-sept millions d’euros",
    "en juin 40 salariés",
    "le XIXe siècle",
    "le code 2412/2413",
    "192.168.12.25",
    "2015 brevets",
    "en 2015 exemplaires",
    "2 000 salariés",
    "1998 euros",
    "de 2000 à 3000 salariés",
    "entre 2000 et 3000 salariés",
    "de 2019 à 2016",
    "de 2016 et 2019",
    "vers 1500 mètres",
    "après 2000 km",
    "après 1850 km",
    "après 1850 %",
    "après 1500%",
    "un total de 2015",
    "le cap de 2000",
    "A320",
    "Horizon 2030",
    "Windows 2000",
    "ONK-2019",
    "hier",
    "trois ans plus tard",
    "mardi",
    "en mars",
    "le 24 heures",
    "le 30 février 2024",
    "le 45/13/2024",
    "2024-13-45",
    "le 22/14",
    "1900, route des Crêtes",
    "2024 heures",
]


@pytest.mark.parametrize("text", DATES)
def test_dates_are_found(text: str) -> None:
    """Each form gives its EDTF date, and only that one."""
    assert [found.date.edtf for found in find_dates(fold(text), PUBLISHED)] == DATES[text]


@pytest.mark.parametrize("text", NO_DATES)
def test_other_numbers_are_no_dates(text: str) -> None:
    """Counts, names, relative and impossible dates give nothing rather than a guess."""
    assert find_dates(fold(text), PUBLISHED) == []


@pytest.mark.parametrize(
    ("edtf", "precision", "first_day", "machine", "shown"),
    [
        ("2018-02-20", "day", (2018, 2, 20), "2018-02-20", "20\u00a0février 2018"),
        ("2018-02-01", "day", (2018, 2, 1), "2018-02-01", "1er\u00a0février 2018"),
        ("2018-02", "month", (2018, 2, 1), "2018-02", "février 2018"),
        ("2018", "year", (2018, 1, 1), "2018", "2018"),
        ("2015~", "year", (2015, 1, 1), None, "vers 2015"),
        ("../2015", "year", (2015, 1, 1), None, "avant 2015"),
        ("2015/..", "year", (2015, 1, 1), None, "après 2015"),
        ("../2025-05-10", "day", (2025, 5, 10), None, "avant le 10\u00a0mai 2025"),
        ("2016/2019", "year", (2016, 1, 1), None, "de 2016 à 2019"),
        (
            "2024-03-03/2024-03-05",
            "day",
            (2024, 3, 3),
            None,
            "du 3 au 5\u00a0mars 2024",
        ),
        (
            "2024-03-31/2024-04-05",
            "day",
            (2024, 3, 31),
            None,
            "du 31\u00a0mars 2024 au 5\u00a0avril 2024",
        ),
        ("199X", "decade", (1990, 1, 1), None, "années 1990"),
        ("2024-33", "quarter", (2024, 1, 1), None, "1er trimestre 2024"),
        ("2024-36", "quarter", (2024, 10, 1), None, "4e trimestre 2024"),
        ("2024-41", "half-year", (2024, 7, 1), None, "2e semestre 2024"),
        ("2023-22", "season", (2023, 6, 1), None, "été 2023"),
    ],
)
def test_date_is_shown_at_its_precision(
    edtf: str, precision: str, first_day: tuple[int, int, int], machine: str | None, shown: str
) -> None:
    """A year is never shown as a day, and HTML gets a machine date only where it has one."""
    date = EdtfDate(edtf)
    assert date.precision == precision
    assert date.first_day == datetime.date(*first_day)
    assert date.machine == machine
    assert show_date(date) == shown


def test_vague_dates_come_first() -> None:
    """`avant 2015`, then `2015`, then its months and days."""
    dates = ["2015-01-01", "2015-03", "2015", "../2015"]
    ordered = sorted(map(EdtfDate, dates), key=lambda date: date.sort_key)
    assert [date.edtf for date in ordered] == ["../2015", "2015", "2015-01-01", "2015-03"]


def test_the_last_day_of_all() -> None:
    """No day comes after the last year that a date can have, in a calendar to take away neither."""
    assert EdtfDate("9998").last_day == datetime.date(9998, 12, 31)
    assert EdtfDate("9999").last_day == datetime.date.max
    record = {"uid": "a", "summary": "Fin", "stamp": "2026-01-01", "first": "9999-01-01"}
    empty = {"description": "", "url": "", "categories": ""}
    assert b"DTEND" not in calendar("Essai", [record | empty | {"last": "9999-12-31"}])
    assert b"DTEND" in calendar("Essai", [record | empty | {"last": "9999-12-30"}])
