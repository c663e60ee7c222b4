"""What ``manage.py check`` says of the list of detectors."""

import json

import pytest

from comments.screening.checks import detectors_are_sound
from comments.screening.detector import detectors
from tests.comments.screening.test_running import Sound

HERE = __name__


def sentences(settings, *names):
    settings.COMMENT_DETECTORS = list(names)
    return [error.msg for error in detectors_are_sound(None)]


def test_the_portals_own_list_is_sound():
    assert detectors_are_sound(None) == []
    assert len(detectors()) >= 6


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("nowhere.at.all", "leads nowhere"),
        (f"{HERE}.Missing", "leads nowhere"),
        ("comments", "leads nowhere"),
        (f"{HERE}.Unmade", "can't be made"),
        (f"{HERE}.Nameless", "needs a name"),
        (f"{HERE}.LongName", "needs a name"),
        (f"{HERE}.Unversioned", "needs a version"),
        (f"{HERE}.VersionNought", "needs a version"),
        (f"{HERE}.Blind", "finds nothing"),
    ],
)
def test_a_detector_that_can_not_run_is_named_in_a_sentence(settings, name, sentence):
    (found,) = sentences(settings, f"{HERE}.Fine", name)
    assert sentence in found
    assert name in found


def test_a_detector_stands_in_the_list_once_and_no_two_have_one_name(settings):
    assert "is listed 2 times" in sentences(settings, f"{HERE}.Fine", f"{HERE}.Fine")[0]
    assert "2 detectors have the name “fine”" in sentences(settings, f"{HERE}.Fine", f"{HERE}.FineToo")[0]


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


class Fine(Sound):
    name = "fine"


class FineToo(Fine):
    pass


class Nameless:
    version = 1

    def find(self, text, about):
        return []


class LongName(Fine):
    name = "n" * 41


class Unversioned:
    name = "unversioned"

    def find(self, text, about):
        return []


class VersionNought(Fine):
    name, version = "nought", 0


class Blind:
    name, version = "blind", 1


class Unmade(Fine):
    def __init__(self, needed):
        self.needed = needed
