"""Telephone numbers in words, and those that belong to services: people pass them on, and may."""

import pytest

from comments.help.facts import FACTS
from comments.screening.personal_data import PersonalData
from tests.comments.screening.finding import passages

FOUND = [
    ("en", "five five five one two three four, ten am"),
    ("de", "sechs sieben acht neun vier drei eins zwanzig Uhr"),
    ("es", "seiscientos doce, trescientos cuarenta y cinco, seiscientos setenta y ocho"),
    ("en", "oh seven seven double oh nine hundred one two three"),
    ("en", "oh seven seven double oh nine hundred, one two three"),
    ("es", "seis doce treinta y cuatro cincuenta y seis setenta y ocho"),
    ("de", "null eins sechsundsiebzig zwölf vierunddreißig sechsundfünfzig"),
    ("en", "oh seven seven hundred, nine hundred, one two three"),
    ("en", "five five five, twenty-three, forty-five, sixty-seven, nine"),
    ("es", "noventa y uno, dos tres cuatro, cincuenta y seis, setenta y ocho"),
    ("en", "call me on 07700 900123"),
    ("en", "zero seven nine eleven one two three four five six"),
    ("es", "llámame al 612 900 800"),
    ("en", "call 1-202-555-0143"),
]
INNOCENT = [
    ("en", "oh eight hundred one one one one"),
    ("en", "Samaritans on 116 123"),
    ("en", "call 116 123"),
    ("en", "ring 0800 1111"),
    ("en", "call 1-800-273-8255"),
    ("es", "717 003 717"),
    ("es", "llama al 717 003 717"),
    ("es", "900 202 202"),
    ("en", "dial 13 11 14"),
    ("en", "call +1 800 273 8255"),
    ("de", "ruf an: 0800 111 0 111"),
    ("de", "Telefon 116 117"),
    ("en", "call 0808 808 0000"),
    ("en", "ring 0300 123 3393"),
    ("en", "call 1800 247 247"),
    ("en", "1300 22 4636"),
    ("es", "llama al 800 911 2000"),
    ("en", "Call +44 800 1111"),
    ("es", "teléfono 902 123 456"),
    ("en", "0034 900 202 202 is free"),
    ("en", "I waited ten, twenty, thirty, forty, fifty minutes"),
    ("es", "plaquetas doscientos, trescientos, cuatrocientos"),
    ("en", "platelets two hundred, three hundred, four hundred and fifty"),
    ("es", "seiscientos, setecientos, ochocientos"),
    ("en", "sixty one, sixty two, sixty three, sixty four, sixty five"),
    ("es", "tengo treinta y cinco años, ella cuarenta y dos"),
    ("en", "one hundred and twenty over eighty"),
    ("en", "877-541-3905 freephone"),
]


@pytest.mark.parametrize(("language", "typed"), FOUND)
def test_a_number_of_somebody_is_found(language, typed):
    assert passages(PersonalData(), typed, language)


@pytest.mark.parametrize(("language", "typed"), INNOCENT)
def test_a_number_of_a_service_and_amounts_are_left_alone(language, typed):
    assert passages(PersonalData(), typed, language) == []


@pytest.mark.parametrize("phone", sorted({fact.phone for fact in FACTS}))
@pytest.mark.parametrize("sentence", ["Call {}", "You can ring {} day and night.", "Llama al {}", "Ruft an: {}"])
def test_each_help_line_that_the_portal_names_may_be_passed_on(sentence, phone):
    assert passages(PersonalData(), sentence.format(phone), "es") == []


def test_a_number_in_words_is_found_whole():
    typed = "Ring me: oh seven seven double oh nine hundred, one two three."
    assert passages(PersonalData(), typed) == [(typed[9:-1], "Telephone number in words")]
