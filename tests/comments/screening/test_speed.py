"""Every detector takes a time that grows with the text at most, whatever somebody pastes into the form."""

import pytest
from django.conf import settings

from comments.screening.detector import About, detector_named
from comments.screening.text import Text

pytestmark = pytest.mark.any_database

UNITS = {
    "letters": "a",
    "digits": "1",
    "digits apart": "1 ",
    "letters apart": "a ",
    "letters with dots": "a.",
    "dots apart": "a . ",
    "at signs": "a@",
    "at in words": "a at b dot ",
    "hosts": "a.com ",
    "addresses": "a@b.com c.com ",
    "phones": "+44 7700 900123 ",
    "words of digits": "five six ",
    "dates": "1/1/",
    "streets": "12 Oak ",
    "capitals": "AAAAAA ",
    "titles": "Dr Smith ",
    "short titles": "dr.",
    "marks": "!?",
    "stars": "a*",
    "insults": "you are such a ",
    "groups": "men are all ",
    "sellers": "buy pills ",
    "schemes": "http:",
    "accents": "a\u0301\u0301\u0301",
    "ligatures": "\ufdfa",
    "hyphens": "a-b-",
    "quotes": "o'",
    "brackets": "((a",
    "birth": "born on the ",
    "iban": "de89 3704 0044 ",
}


@pytest.mark.parametrize("name", [name for name in settings.COMMENT_DETECTORS if not name.endswith("Repeats")])
def test_hostile_text_takes_linear_time(name, grows_linearly):
    detector = detector_named(name)
    about = About(language="de", site_id=0)
    for label, unit in UNITS.items():
        assert grows_linearly(
            lambda size, unit=unit: list(detector.find(Text(unit * (size // (4 * len(unit)))), about))
        ), label


PERSONAL_UNITS = {
    "professions": "my gp Ann ",
    "professions behind names": "Ann Jones, my gp ",
    "degrees": "Ann Jones MD",
    "initials": "dr j ",
    "names of services": "a1 at gmail ",
    "tens in words": "twenty ",
    "hyphenated dots": "a-dot-com",
    "underscores": "a_",
    "bullets": "a·",
    "commas": "www,a,",
    "invitations": "visit ",
    "programs": "javascript:",
    "full-width capitals": "ＷＥ ",
}


@pytest.mark.parametrize("name", ["PersonalData", "Links", "Shouting"])
def test_hostile_names_and_addresses_take_linear_time(name, grows_linearly):
    detector = detector_named(next(each for each in settings.COMMENT_DETECTORS if each.endswith(f".{name}")))
    about = About(language="en", site_id=0)
    for label, unit in PERSONAL_UNITS.items():
        assert grows_linearly(
            lambda size, unit=unit: list(detector.find(Text(unit * (size // (4 * len(unit)))), about))
        ), label
