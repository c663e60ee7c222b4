"""A model of the operator's own: made from decisions, read from a file, never an error page."""

import json

import pytest
from django.core.management import CommandError, call_command

from comments.models import Comment, CommentRevision
from comments.models.comment import State
from comments.screening.detector import About, Category
from comments.screening.local_model import LocalModel
from comments.screening.model_file import ModelFileError, features, model_in
from comments.screening.running import screen
from comments.screening.text import Text
from comments.screening.training import train
from tests.comments.screening.finding import passages
from tests.conversing import a_comment

BUCKETS = 1024
MODEL = {
    "format": "hashed-words-1",
    "version": 7,
    "buckets": BUCKETS,
    "bias": -3.0,
    "weights": {str(place): 5.0 for place in features("casino jackpot", BUCKETS)},
    "threshold": 0.8,
    "category": "other",
}


@pytest.fixture
def model(settings, tmp_path):
    def write(**changes):
        file = tmp_path / f"model-{len(list(tmp_path.iterdir()))}.json"
        file.write_text(json.dumps(MODEL | changes))
        settings.COMMENT_MODEL = str(file)
        settings.COMMENT_DETECTORS = ["comments.screening.local_model.LocalModel"]
        return file

    return write


def test_a_text_that_scores_high_is_found_whole_with_its_score_and_another_is_not(model):
    model()
    assert passages(LocalModel(), "Casino Jackpot") == [
        ("Casino Jackpot", "The local model scores this 1.00, and 0.80 is a reason to look closely")
    ]
    assert passages(LocalModel(), "My second transplant") == []
    (found,) = screen("ｃａｓｉｎｏ jackpot", About("en", 0))
    assert (found.category, found.detector, found.version) == (Category.OTHER, "local-model", 7)


@pytest.mark.parametrize(
    "changes",
    [
        {"format": "pickle"},
        {"version": 0},
        {"buckets": 0},
        {"bias": float("nan")},
        {"weights": {"1": float("inf")}},
        {"weights": {"one": 1}},
        {"weights": [1, 2]},
        {"threshold": "high"},
        {"category": "no-such-category"},
    ],
)
def test_a_file_with_a_wrong_part_is_refused_and_makes_comments_wait(model, changes):
    file = model(**changes)
    with pytest.raises(ModelFileError):
        model_in(str(file))
    assert [each.category for each in screen("Casino", About("en", 0))] == [Category.FAILURE]


def test_a_file_that_is_away_makes_comments_wait(model):
    model().unlink()
    assert [each.category for each in screen("Casino", About("en", 0))] == [Category.FAILURE]


def test_scoring_takes_linear_time(model, grows_linearly):
    model()
    assert grows_linearly(lambda size: list(LocalModel().find(Text("ab " * (size // 3)), About("en", 0))))


def examples():
    refused = [(features(f"buy cheap pills number{number}", BUCKETS), True) for number in range(25)]
    return refused + [(features(f"my visit went well number{number}", BUCKETS), False) for number in range(25)]


def test_a_model_learns_what_moderators_decided_and_makes_the_same_of_the_same(tmp_path, settings):
    content = train(examples(), version=2)
    assert content == train(examples(), version=2)
    file = tmp_path / "trained.json"
    file.write_text(json.dumps(content | {"buckets": BUCKETS}))
    model = model_in(str(file))
    assert model.version == 2
    assert model.score("buy cheap pills") > 0.8 > 0.2 > model.score("my visit went well")


def test_a_word_of_one_or_two_comments_gets_into_no_model():
    content = train(examples(), version=1)
    assert {str(place) for place in features("number3", BUCKETS)} & set(content["weights"]) <= {
        str(place) for place in features("buy cheap pills my visit went well", BUCKETS)
    }
    assert len(content["weights"]) < 20


def test_the_command_makes_one_from_the_ledger_and_says_when_there_is_too_little(
    article, tmp_path, monkeypatch, capsys
):
    a_comment(article, state=State.PUBLISHED, text="My visit went well.")
    a_comment(article, state=State.REJECTED, text="Buy my pills.")
    undecided = a_comment(article, text="Nobody looked at this.")
    file = tmp_path / "model.json"
    with pytest.raises(CommandError, match="20 comments at least"):
        call_command("train_comment_model", str(file))
    monkeypatch.setattr("comments.screening.training.FEWEST_EXAMPLES", 1)
    call_command("train_comment_model", str(file), version_number=4)
    assert "Written from 2 decisions" in capsys.readouterr().out
    assert model_in(str(file)).version == 4
    assert Comment.objects.get(pk=undecided.pk).state == State.PENDING
    assert CommentRevision.objects.count() == 3
