"""``review.json``, and the proof that its text is the approved one, without database and network."""

import json
import re
import subprocess
import sys

import pytest
from django.core.management import CommandError, call_command

from articles.models import ReviewDecision
from articles.review.signing import withdraw
from articles.review.verifying import NoReviewFileError, verdict_on
from portal.environment import PROJECT_DIR
from tests.articles.review.readers.asking import ARTICLE, again, write
from tests.reviewing import a_reviewer, sign

RECORD = f"{ARTICLE}review.json"


def record(client, address=RECORD):
    response = client.get(address)
    assert response.status_code == 200
    assert response["Content-Type"] == "application/json; charset=utf-8"
    return response.json()


@pytest.fixture
def file(client, whole_article, tmp_path):
    """``file(**changes)``: the article's ``review.json`` on disk, with other values."""

    def _file(**changes):
        path = tmp_path / "review.json"
        path.write_text(json.dumps(record(client) | changes, ensure_ascii=False), encoding="utf-8")
        return path

    return _file


def recipe(path):
    """Runs the recipe of the docs, as somebody would who has nothing but Python."""
    page = PROJECT_DIR / "docs" / "verifying-reviews.md"
    [code] = re.findall(r"```python\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)
    assert len(code.strip().splitlines()) <= 20
    assert set(re.findall(r"^import (\w+)", code, re.MULTILINE)) <= {"hashlib", "json", "sys"}
    return subprocess.run([sys.executable, "-I", "-c", code, str(path)], capture_output=True, text=True, timeout=60)


def test_record_tells_text_decisions_and_how_to_verify(client, whole_article):
    found = record(client)
    decision = ReviewDecision.objects.latest("number")
    assert found["scheme"] == "v1"
    assert found["article"] == {"url": f"http://testserver{ARTICLE}", "title": "When myeloma comes back"}
    assert found["digest"] == decision.digest
    assert found["canonical_text"] == decision.snapshot
    assert found["standing"] == "current"
    newest, _first = found["decisions"]
    assert newest["outcome"] == "approved"
    assert newest["reviewer"] == {"name": "Ruth Adler", "url": "http://testserver/people/ruth/"}
    assert newest["board"] == "Haematology Review Board"
    assert newest["credentials"][0]["title"] == "Consultant haematologist"
    assert newest["entry"]["number"] == decision.number
    assert newest["entry"]["hash"] == decision.entry_hash
    assert "SHA-256" in found["how_to_verify"]


def test_record_holds_no_licence_no_account_and_no_note(client, whole_article):
    sign(whole_article, draft=False, note="Only for editors.")
    text = client.get(RECORD).content.decode()
    for secret in ("1234567", "licence", "reviewer_id", "Only for editors", "checklist"):
        assert secret not in text


def test_a_record_that_has_not_changed_is_not_sent_again_and_a_withdrawn_review_is(client, whole_article):
    first = client.get(RECORD)
    assert client.get(RECORD, headers={"if-none-match": first["ETag"]}).status_code == 304
    withdraw(page_id=whole_article.pk, user=a_reviewer(), note="Wrong.")
    second = client.get(RECORD, headers={"if-none-match": first["ETag"]})
    assert second.status_code == 200
    assert second.json()["standing"] == "withdrawn"


def test_programs_on_any_host_may_read_the_record(client, whole_article):
    assert client.get(RECORD)["Access-Control-Allow-Origin"] == "*"


def test_command_and_recipe_say_that_the_text_is_the_approved_one(file, capsys):
    path = file()
    call_command("verify_review", str(path))
    assert "word for word, the text that was approved by Ruth Adler" in capsys.readouterr().out
    done = recipe(path)
    assert done.returncode == 0
    assert "Approved by Ruth Adler" in done.stdout


def refused(path, capsys):
    """What command and recipe say of a file that they both refuse."""
    with pytest.raises(SystemExit) as ended:
        call_command("verify_review", str(path))
    assert ended.value.code == 1
    done = recipe(path)
    assert done.returncode == 1
    return capsys.readouterr().err, done.stderr


def test_one_changed_letter_in_the_file_is_found(client, file, capsys):
    path = file(canonical_text=record(client)["canonical_text"].replace("again", "Again"))
    for said in refused(path, capsys):
        assert "The text was changed" in said


def test_a_text_with_a_digest_of_its_own_has_no_decision(client, file, whole_article, capsys):
    write(whole_article, summary="Something else.")
    for said in refused(file(), capsys):
        assert "Nobody decided on this exact text" in said


def test_a_withdrawn_approval_is_no_approval(file, whole_article, capsys):
    withdraw(page_id=whole_article.pk, user=a_reviewer(), note="Wrong.")
    for said in refused(file(), capsys):
        assert "withdrawn" in said


def test_the_order_of_the_decisions_in_a_file_says_nothing(client, file, whole_article, capsys):
    withdraw(page_id=whole_article.pk, user=a_reviewer(), note="Wrong.")
    refused(file(decisions=record(client)["decisions"][::-1]), capsys)


def test_an_approval_of_other_words_does_not_help(client, file, whole_article, capsys):
    decisions = record(client)["decisions"]
    for decision in decisions:
        decision["digest"] = "v1:" + "0" * 64
    refused(file(decisions=decisions), capsys)


def test_no_database_is_asked(file, django_assert_num_queries):
    path = file()
    with django_assert_num_queries(0):
        call_command("verify_review", str(path))


@pytest.mark.parametrize("content", ["", "{}", "[]", "null", '{"scheme": "v1"}', '"text"', "\x00"])
def test_a_file_that_is_no_record_is_named_as_such(tmp_path, content):
    path = tmp_path / "other.json"
    path.write_text(content)
    with pytest.raises(CommandError) as refused:
        call_command("verify_review", str(path))
    assert refused.value.returncode == 2


def test_a_missing_file_and_one_of_another_scheme_are_named_as_such(tmp_path, file):
    for path in (tmp_path / "missing.json", file(scheme="v2")):
        with pytest.raises(CommandError) as refused:
            call_command("verify_review", str(path))
        assert refused.value.returncode == 2


def test_verdict_takes_nothing_that_is_not_a_record():
    for strange in (None, 1, {"scheme": "v1", "canonical_text": "x", "digest": "y", "decisions": [{"entry": 1}]}):
        with pytest.raises(NoReviewFileError):
            verdict_on(strange)


def test_digest_in_the_record_follows_a_new_approval(client, whole_article):
    before = record(client)["digest"]
    page = again(whole_article)
    page.summary = "Said better."
    page.save_revision()
    decision = sign(page)
    assert record(client)["digest"] == decision.digest != before
