"""Personal data in many countries' shapes, and numbers that belong to nobody."""

import pytest

from comments.screening.personal_data import PersonalData
from tests.comments.screening.finding import passages

FOUND = [
    ("en", "anna@example.org"),
    ("en", "anna at example dot org"),
    ("en", "anna (at) example (punto) com"),
    ("en", "a n n a @ e x a m p l e . o r g"),
    ("en", "anna＠example．org"),
    ("en", "anna [at] example [dot] org"),
    ("en", "anna @ example . org"),
    ("en", "anna at gmail.com"),
    ("en", "anna.maria arroba correo punto es"),
    ("en", "anna(ät)beispiel.de"),
    ("en", "+44 7700 900123"),
    ("en", "call me on 555-1234"),
    ("en", "(555) 234-5678"),
    ("en", "555-234-5678"),
    ("en", "555 234 5678"),
    ("en", "my number is 5552345678"),
    ("en", "+49 176 12345678"),
    ("en", "0176 12345678"),
    ("en", "030/1234567"),
    ("en", "07700 900123"),
    ("en", "020 7946 0958"),
    ("en", "01 23 45 67 89"),
    ("en", "0034 612 345 678"),
    ("es", "612 345 678"),
    ("es", "612 34 56 78"),
    ("es", "91 234 56 78"),
    ("en", "612345678"),
    ("en", "five five five one two three four"),
    ("en", "five five five one two three nine four"),
    ("es", "seis uno dos tres cuatro cinco seis siete ocho"),
    ("de", "null eins sieben sechs drei vier acht neun"),
    ("en", "double five 5 one two three nine"),
    ("en", "I live at 12 Oak Street"),
    ("en", "221b Baker Street"),
    ("en", "i live at 12 oak street"),
    ("en", "Springfield, IL 62704"),
    ("en", "SW1A 1AA"),
    ("es", "Calle Mayor 12"),
    ("es", "C/ Mayor, 12"),
    ("es", "Avenida de la Constitución 3"),
    ("es", "28013 Madrid"),
    ("de", "Hauptstraße 5"),
    ("de", "Lange Str. 12"),
    ("de", "10115 Berlin"),
    ("de", "Berliner Allee 23a"),
    ("de", "Am Kirchplatz 3"),
    ("en", "MRN 1234567"),
    ("en", "MRN: A-12345"),
    ("en", "NHS number 943 476 5919"),
    ("en", "943 476 5919"),
    ("en", "123-45-6789"),
    ("en", "DNI 12345678Z"),
    ("en", "12345678-Z"),
    ("en", "X1234567L"),
    ("en", "A123456780"),
    ("en", "NHC 123456"),
    ("en", "patient id 88213"),
    ("en", "Versichertennummer A123456789"),
    ("en", "DE89 3704 0044 0532 0130 00"),
    ("en", "4111 1111 1111 1111"),
    ("en", "born 12 May 1964"),
    ("en", "DOB 12/05/64"),
    ("en", "D.O.B.: 12.05.1964"),
    ("en", "nací el 12 de mayo de 1964"),
    ("en", "geboren am 12. Mai 1964"),
    ("en", "am 12.5.1964 geboren"),
    ("en", "born on May 12, 1964"),
    ("en", "fecha de nacimiento: 12/05/1964"),
    ("en", "born 1964-05-12"),
    ("en", "Dr Smith at St Mary's"),
    ("en", "Dra. García"),
    ("en", "Prof. Müller"),
    ("en", "Prof. Dr. med. Müller"),
    ("en", "dr smith told me"),
    ("en", "Frau Dr. Meier"),
    ("en", "Doctor O'Neill"),
    ("en", "el doctor Pérez"),
    ("en", "Dr. Anna Smith"),
    ("en", "nurse Jane"),
    ("en", "Dr.Smith"),
]
INNOCENT = [
    ("en", "CD4 350"),
    ("en", "0.5 mg"),
    ("en", "take 2 x 500 mg daily"),
    ("en", "12/05/2024"),
    ("en", "1964"),
    ("en", "NCT01234567"),
    ("en", "ISBN 978-3-16-148410-0"),
    ("en", "ISBN 0-306-40615-2"),
    ("en", "2019-2020"),
    ("en", "from 01.02.2024 to 03.04.2024"),
    ("en", "my doctor said"),
    ("en", "My doctor. The nurse was kind"),
    ("en", "the doctor told me"),
    ("en", "Doctor appointments are hard"),
    ("en", "Dr Google"),
    ("en", "the nurse practitioner"),
    ("en", "I was diagnosed 12 May 2019"),
    ("en", "born in 1964"),
    ("en", "5 years down the road"),
    ("en", "12 weeks on the road"),
    ("en", "3 times a day"),
    ("en", "3 days in hospital, 2 weeks off"),
    ("en", "platelets 650 700 720"),
    ("es", "plaquetas 650 000"),
    ("en", "1,000,000 people"),
    ("en", "600 000 000 people"),
    ("en", "blood pressure 120/80"),
    ("en", "120/80, 130/85, 140/90"),
    ("en", "10:30 to 12:45"),
    ("en", "PMID 12345678"),
    ("en", "doi 10.1056/NEJMoa1234567"),
    ("en", "look at example.org"),
    ("en", "one two three four five six seven eight"),
    ("en", "ANC 500-1500"),
    ("en", "B12 5MG"),
    ("en", "ferritin 12345"),
    ("en", "10000 Leukozyten"),
    ("de", "20000 Thrombozyten"),
    ("de", "Tag 3"),
    ("de", "deswegen 3 Tage"),
    ("en", "my son is 12"),
    ("en", "week 12 of 24"),
    ("en", "IgG 1234 mg/dl"),
    ("es", "a las 3 de la tarde"),
    ("es", "en la calle 3 veces"),
    ("en", "chapter 12 of the book"),
    ("en", "€1200.50"),
    ("en", "the year 2024 and 2025"),
    ("en", "HbA1c 6.5"),
    ("en", "T4 N0 M0"),
    ("de", "Der Professor meinte"),
    ("es", "mi doctora dijo"),
    ("en", "1 in 100000"),
    ("en", "room 101"),
    ("en", "COVID-19"),
    ("en", "grade 3/4"),
    ("en", "KRAS G12C"),
    ("en", "9876543"),
    ("en", "version 10.15.7"),
    ("en", "2 g every 8 hours"),
    ("en", "take 1-2 tablets every 4-6 hours"),
    ("en", "0.25 0.5 0.75 1.0"),
    ("en", "at 40 my hair fell out"),
    ("en", "I was 12 when"),
    ("en", "3 cycles of R-CHOP 21"),
    ("en", "5 000 000"),
    ("en", "level 123456"),
    ("en", "100 200 300 400"),
]


@pytest.mark.parametrize(("language", "typed"), FOUND)
def test_it_is_found(language, typed):
    assert passages(PersonalData(), typed, language)


@pytest.mark.parametrize(("language", "typed"), INNOCENT)
def test_innocent_words_are_left_alone(language, typed):
    assert passages(PersonalData(), typed, language) == []


@pytest.mark.parametrize(
    ("typed", "passage", "reason"),
    [
        ("Write to anna@example.org. Thanks", "anna@example.org", "E-mail address"),
        ("or anna (at) example (dot) org!", "anna (at) example (dot) org", "E-mail address"),
        ("Ring +44 7700 900123 today", "+44 7700 900123", "Telephone number"),
        ("it's five five five, one two three four.", "five five five, one two three four", "Telephone number in words"),
        ("My NHS no. is fine: 943 476 5919.", "943 476 5919", "NHS number"),
        ("DNI: 12345678Z", "DNI: 12345678Z", "Number of a record, insurance or document"),
        ("He is 12345678-Z, I think", "12345678-Z", "Spanish identity number (DNI or NIE)"),
        ("card A123456780", "A123456780", "German health insurance number"),
        ("born on 12 May 1964 in Leeds", "born on 12 May 1964", "Day of birth"),
        ("I saw Dr. José García today", "Dr. José García", "Names a clinician"),
        ("at 12 Oak Street, Leeds", "12 Oak Street", "Postal address"),
    ],
)
def test_the_passage_and_the_reason_are_exact(typed, passage, reason):
    assert passages(PersonalData(), typed) == [(passage, reason)]


def test_a_letter_typed_with_its_accent_apart_is_found_whole():
    assert passages(PersonalData(), "Dr Andre\u0301")[0][0] == "Dr Andre\u0301"


@pytest.mark.parametrize(
    "typed", ["12345678A", "X1234567A", "A123456789", "DE88 3704 0044 0532 0130 00", "4111 1111 1111 1112"]
)
def test_a_number_whose_check_fails_is_nobodys(typed):
    assert passages(PersonalData(), typed) == []


def test_one_passage_is_found_once():
    assert len(passages(PersonalData(), "NHS number 943 476 5919, anna@example.org, born 12/05/1964")) == 3
