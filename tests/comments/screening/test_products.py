"""Every row of the table of products is known to each detector that reads it; words that only look like one are not."""

import pytest

from comments.screening.adverse_events import AdverseEventDetector
from comments.screening.dosage import DosageDetector
from comments.screening.products import rows
from comments.screening.promotion import Promotion
from tests.comments.screening.finding import passages

pytestmark = pytest.mark.any_database

SECTIONS = ("names", "brands", "classes", "treatments", "forms")
PRODUCTS = (*(f"levo{ending}" for ending in rows("endings")), *rows(*SECTIONS))
SOLD = tuple(product for product in PRODUCTS if product not in rows("treatments"))


def missed(detector, sentence, products):
    return [product for product in products if not passages(detector, sentence.format(product))]


@pytest.mark.parametrize("plural", ["", "s"])
def test_each_row_is_known_to_the_detector_of_advice(plural):
    assert missed(DosageDetector(), f"You should stop taking the {{}}{plural}.", PRODUCTS) == []


def test_each_row_is_known_right_behind_the_verb():
    products = [product for product in PRODUCTS if product not in rows("forms")]
    assert missed(DosageDetector(), "Skip {} today.", products) == []
    assert missed(DosageDetector(), "Deberías dejar de tomar {}.", products) == []


@pytest.mark.parametrize("plural", ["", "s"])
def test_each_row_is_known_to_the_detector_of_side_effects(plural):
    assert missed(AdverseEventDetector(), f"The {{}}{plural} gave me a terrible rash.", PRODUCTS) == []


@pytest.mark.parametrize("sentence", ["I sell {}, no prescription needed", "Vendo {} sin receta", "{} for sale"])
def test_each_row_that_can_be_sold_is_known_to_the_detector_of_sales(sentence):
    assert missed(Promotion(), sentence, SOLD) == []


def test_no_row_stands_twice():
    for section in (("endings",), SECTIONS):
        assert sorted(rows(*section)) == sorted(set(rows(*section)))


EVERYDAY = ["venison", "April", "mongrel", "alone", "ozone", "leukemia", "machine", "presentan", "magazine"]


@pytest.mark.parametrize("word", EVERYDAY)
def test_everyday_words_are_no_products(word):
    assert passages(DosageDetector(), f"You should stop {word}.") == []
    assert passages(AdverseEventDetector(), f"The {word} gave me a terrible rash.") == []
    assert passages(Promotion(), f"{word} for sale") == []
