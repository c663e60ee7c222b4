"""Numbers of states and insurances, streets with numbers and boxes at the post office, in many countries' shapes."""

import pytest

from comments.screening.personal_data import PersonalData
from tests.comments.screening.finding import passages

FOUND = [
    ("es", "CURP GOML800101HDFRRS09"),
    ("es", "mi curp es goml800101hdfrrs09"),
    ("en", "national insurance QQ 12 34 56 C"),
    ("en", "my NI number is AB123456C"),
    ("en", "AB 12 34 56 C"),
    ("en", "1EG4-TE5-MK73"),
    ("en", "Medicare 1EG4TE5MK73"),
    ("en", "P.O. Box 1234"),
    ("en", "PO Box 77, Leeds"),
    ("de", "Postfach 12 34 56"),
    ("es", "apartado de correos 1234"),
    ("es", "carrera 7 # 45-10"),
    ("es", "Cra. 7 No. 45-10"),
    ("es", "Calle 26 Sur # 12A-34"),
    ("es", "Av. Insurgentes Sur 1602"),
    ("es", "Calz. de Tlalpan 4800"),
    ("es", "RUT 12.345.678-5"),
    ("es", "mi cédula es 1.032.456.789"),
    ("de", "756.1234.5678.97"),
    ("de", "Rentenversicherungsnummer 65 180539 W 003"),
    ("es", "RFC GOML800101AB1"),
    ("en", "my NINO: JG 10 37 59 A"),
    ("es", "Blvd. Díaz Ordaz 145"),
    ("en", "GPO Box 99"),
    ("es", "cédula de identidad 1032456789"),
    ("es", "mi CURP: LOAA901231MDFPRN05"),
    ("en", "NINO is AB 12 34 56 D"),
    ("en", "JG103759A"),
    ("en", "my Medicare card says 2AA3-CD4-EF55"),
    ("en", "PO Box 12345, Austin"),
    ("en", "p o box 9"),
    ("de", "Postfach 100234"),
    ("es", "Apdo. 234"),
    ("es", "Cra 15 # 93-60"),
    ("es", "calle 100 no. 8A-49"),
    ("es", "Transversal 5 Bis # 12 - 30"),
    ("es", "Av. Reforma 222"),
    ("es", "Avenida Corrientes 1234"),
    ("es", "Boulevard Kukulcán 12"),
    ("es", "RFC: LOAA901231AB1"),
    ("es", "mi RUT 9.876.543-K"),
    ("en", "NI number AB 12 34 56 C"),
    ("en", "C.C. 79.123.456"),
    ("de", "AHV 756.9217.0769.85"),
    ("es", "casilla postal 455"),
]
INNOCENT = [
    ("en", "ab 12 34 56 c"),
    ("en", "the box 1234 arrived"),
    ("en", "post box 5 metres away"),
    ("es", "la carrera 7 veces"),
    ("es", "carrera de 10 km"),
    ("es", "apartado 3 del informe"),
    ("es", "Av. 3 veces"),
    ("en", "I had 12 34 56"),
    ("en", "R-CHOP 21 and BR 90"),
    ("es", "la cédula tardó 3 semanas"),
    ("de", "Postfach ist voll"),
    ("es", "el curp lo pide la clínica"),
    ("en", "trial KEYNOTE-185"),
    ("en", "national insurance costs 120 a month"),
    ("en", "Box 12 on the form"),
    ("en", "my rut lasted 12 weeks"),
    ("en", "I run 10 000 steps"),
    ("en", "Medicare 2022 to 2023"),
    ("en", "National insurance 2021 rates"),
    ("en", "MK73 and TE5"),
    ("en", "FLT3-ITD, NPM1, t(9;22)"),
    ("es", "la carrera 10-15 km"),
    ("es", "calle abajo 3 - 4 minutos"),
    ("es", "Av. del hospital"),
    ("en", "the po box was full"),
    ("en", "batch 1A2B-3C4-D5E6"),
    ("es", "en la avenida 20 personas"),
    ("en", "lot AB123456"),
    ("es", "apartado 12 de la norma"),
    ("en", "NCT03548207 and KEYNOTE-185"),
    ("en", "transv. myelitis 12-15"),
    ("es", "boulevard y 12 calles"),
    ("de", "Blvd war 3 km lang"),
    ("en", "HLA-A 02:01 and B 07:02"),
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
        ("I am 1EG4-TE5-MK73.", "1EG4-TE5-MK73", "US Medicare number"),
        ("es GOML800101HDFRRS09, creo", "GOML800101HDFRRS09", "Mexican identity number (CURP)"),
        ("It is JG 10 37 59 A.", "JG 10 37 59 A", "British national insurance number"),
        ("Write to P.O. Box 1234, Leeds", "P.O. Box 1234", "Postal address"),
        ("vivo en carrera 7 # 45-10 arriba", "carrera 7 # 45-10", "Postal address"),
    ],
)
def test_the_passage_and_the_reason_are_exact(typed, passage, reason):
    assert passages(PersonalData(), typed) == [(passage, reason)]
