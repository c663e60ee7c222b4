import pytest
from django.core.exceptions import ValidationError

from portal.colour import contrast, validate_readable_on_dark, validate_readable_on_light


def test_contrast_of_black_on_white_is_21_to_1():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


def test_contrast_does_not_depend_on_which_colour_comes_first():
    assert contrast("#7a1f3d", "#fbf8f2") == contrast("#fbf8f2", "#7a1f3d")


def test_a_colour_that_can_be_read_is_taken_and_a_pale_one_refused_with_its_ratio():
    validate_readable_on_light("#7a1f3d")
    with pytest.raises(ValidationError, match=r"contrast with the page is 1\.\d to 1"):
        validate_readable_on_light("#ffdd99")


def test_a_colour_that_can_be_read_by_day_may_be_too_dark_by_night():
    validate_readable_on_dark("#f0a3b8")
    with pytest.raises(ValidationError, match="Text needs"):
        validate_readable_on_dark("#7a1f3d")


@pytest.mark.parametrize("colour", ["red", "#fff", "#12345g", "#7a1f3d;}body{display:none", "", "#7a1f3d\n"])
def test_what_is_not_a_colour_is_refused_in_words(colour):
    with pytest.raises(ValidationError, match="six digits"):
        validate_readable_on_light(colour)
