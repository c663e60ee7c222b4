"""What ``manage.py check`` says of the list of detectors."""

import json

import pytest

from comments.screening.checks import detectors_are_sound
from comments.screening.detector import detectors
from tests.comments.screening.defective import (
    Blind,
    LongName,
    Nameless,
    Namesake,
    Sound,
    Unmade,
    Unversioned,
    VersionNought,
    dotted,
)


def sentences(settings, *names):
    settings.COMMENT_DETECTORS = [dotted(name) for name in names]
    return [error.msg for error in detectors_are_sound(None)]


def test_the_portals_own_list_is_sound():
    assert detectors_are_sound(None) == []
    assert len(detectors()) >= 6


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("nowhere.at.all", "leads nowhere"),
        ("tests.comments.screening.defective.Missing", "leads nowhere"),
        ("comments", "leads nowhere"),
        (Unmade, "can't be made"),
        (Nameless, "needs a name"),
        (LongName, "needs a name"),
        (Unversioned, "needs a version"),
        (VersionNought, "needs a version"),
        (Blind, "finds nothing"),
    ],
)
def test_a_detector_that_can_not_run_is_named_in_a_sentence(settings, name, sentence):
    (found,) = sentences(settings, Sound, name)
    assert sentence in found
    assert dotted(name) in found


def test_a_detector_stands_in_the_list_once_and_no_two_have_one_name(settings):
    assert "is listed 2 times" in sentences(settings, Sound, Sound)[0]
    assert "2 detectors have the name “sound”" in sentences(settings, Sound, Namesake)[0]


@pytest.mark.parametrize(
    "content", ["\x80\x04K\x01.", "[]", "{}", json.dumps({"format": "hashed-words-1"}), "[" * 100_000]
)
def test_a_file_that_is_no_model_is_named_in_a_sentence(settings, tmp_path, content):
    file = tmp_path / "model.json"
    file.write_text(content)
    settings.COMMENT_MODEL = str(file)
    (found,) = [error.msg for error in detectors_are_sound(None)]
    assert found.startswith("The file that COMMENT_MODEL names is no model: ")


def test_a_file_that_is_away_is_told_of(settings, tmp_path):
    settings.COMMENT_MODEL = str(tmp_path / "away.json")
    assert "it can't be read" in detectors_are_sound(None)[0].msg
