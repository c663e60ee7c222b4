"""Capitals and rows of marks, and honest abbreviations."""

import pytest

from comments.screening.shouting import Shouting
from tests.comments.screening.finding import passages

FOUND = [
    ("en", "THIS IS NOT TRUE AT ALL, STOP IT"),
    ("en", "I said: WHY DOES NOBODY LISTEN TO PATIENTS here"),
    ("es", "ESTO NO ES VERDAD PARA NADIE"),
    ("de", "DAS STIMMT DOCH ALLES NICHT"),
    ("en", "Really????"),
    ("en", "What!!!!!"),
    ("en", "no ! ! ! ! !"),
    ("en", "DON’T YOU EVER LISTEN TO PEOPLE?!"),
    ("en", "STOP LYING TO US"),
    ("en", "why???!!!!"),
    ("en", "YOU ARE ALL LIARS"),
]
INNOCENT = [
    ("en", "My MRI, CT and PET scans"),
    ("en", "CAR-T for AML, ALL and DLBCL after R-CHOP"),
    ("en", "I have MDS, GVHD, CMV and PICC"),
    ("en", "Really?!"),
    ("en", "What!!!"),
    ("en", "NASA"),
    ("en", "I LOVE my nurse"),
    ("en", "WHO and FDA and EMA and NICE"),
    ("en", "The BRCA test, HER2, KRAS G12C"),
    ("en", "THANK YOU"),
    ("es", "tengo el VIH y la EPOC"),
    ("en", "VGPR, MRD, FISH, BMBX, ISS II"),
    ("en", "A B C D E F"),
]


@pytest.mark.parametrize(("language", "typed"), FOUND)
def test_it_is_found(language, typed):
    assert passages(Shouting(), typed, language)


@pytest.mark.parametrize(("language", "typed"), INNOCENT)
def test_innocent_words_are_left_alone(language, typed):
    assert passages(Shouting(), typed, language) == []


def test_the_passages_are_exact():
    found = passages(Shouting(), "He said THIS IS NOT TRUE AT ALL and left!!!!")
    assert [passage for passage, _reason in found] == ["THIS IS NOT TRUE AT ALL", "!!!!"]
