"""Guessing is slow, and nobody can lock anybody else out."""

import re
import shutil
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from portal.models import FailedTry
from portal.sign_in import limits
from portal.sign_in.limits import Counter, TooOften, Try
from tests.migrated import kept_database
from tests.portal.sign_in.conftest import PASSWORD, an_app, is_in, type_code, type_password
from tests.portal.test_database import run
from tests.racing import at_once

LET_IN = "import django; django.setup(); from tests.portal.sign_in.test_limits import let_in; print(*let_in())"
HERE, ELSEWHERE = {"REMOTE_ADDR": "192.0.2.17"}, {"REMOTE_ADDR": "198.51.100.9"}


def guess(client, times, name="ada", **where):
    return [type_password(client, name, f"wrong {number}", **where) for number in range(times)][-1]


def is_refused(response):
    return b"Too many tries" in response.content


def test_after_five_wrong_passwords_the_right_one_waits_and_is_told_how_long(client, ada):
    assert not is_refused(guess(client, 5, **HERE))
    response = type_password(client, **HERE)
    assert is_refused(response)
    assert "Please try again in 15 minutes." in response.content.decode()
    assert not is_in(client)
    FailedTry.objects.update(made_at=timezone.now() - limits.SPAN)
    type_password(client, **HERE)
    assert is_in(client)


def test_guesses_from_elsewhere_lock_nobody_out(client, ada):
    guess(client, 7, **ELSEWHERE)
    assert is_refused(type_password(client, **ELSEWHERE))
    type_password(client, **HERE)
    assert is_in(client)


def test_known_browser_gets_in_while_somebody_guesses_in_the_same_network(client, ada, django_user_model):
    type_password(client, **HERE)
    client.post(reverse("wagtailadmin_logout"))
    other = client.__class__()
    guess(other, 7, **HERE)
    assert is_refused(type_password(other, **HERE))
    for number in range(limits.OF_NETWORK):
        guess(other, 1, name=f"name-{number}", **HERE)
    type_password(client, **HERE)
    assert is_in(client)


def test_known_browser_may_guess_ten_times_and_counts_for_its_own_name_alone(client, ada, django_user_model):
    django_user_model.objects.create_superuser("bob", password=PASSWORD)
    type_password(client, **HERE)
    client.post(reverse("wagtailadmin_logout"))
    assert not is_refused(guess(client, limits.OF_KNOWN_DEVICE, **HERE))
    assert is_refused(guess(client, 1, **HERE))
    assert not is_refused(guess(client, limits.OF_NAME_AND_NETWORK, name="bob", **HERE))
    assert is_refused(guess(client, 1, name="bob", **HERE))


def test_made_up_cookie_makes_no_browser_known(client, ada, settings):
    client.cookies[settings.KNOWN_DEVICE_COOKIE_NAME] = "eyJpZCI6IngiLCJvZiI6W119:1:x"
    guess(client, 5, **HERE)
    assert is_refused(type_password(client, **HERE))


def test_network_that_tries_many_names_waits(client, ada):
    for number in range(limits.OF_NETWORK):
        guess(client, 1, name=f"name-{number}", **HERE)
    assert is_refused(type_password(client, **HERE))
    type_password(client, **ELSEWHERE)
    assert is_in(client)


def test_answers_for_names_that_exist_and_that_do_not_are_alike(client, ada):
    def answers(name):
        pages = [type_password(client, name, "wrong", **HERE).content.decode() for _time in range(7)]
        token = client.cookies["csrftoken"].value
        return [page.replace(name, "NAME").replace(token, "") for page in pages]

    def bare(pages):
        return [re.sub(r'(csrfmiddlewaretoken" value="|CSRF_TOKEN": ")[^"]+', "", page) for page in pages]

    assert bare(answers("ada")) == bare(answers("nobody"))


def test_failed_tries_cost_as_many_queries_for_names_that_do_not_exist(client, ada):
    type_password(client, "warm", "wrong", **HERE)
    counts = []
    for name in ("ada", "nobody"):
        with CaptureQueriesContext(connection) as captured:
            type_password(client, name, "wrong", **HERE)
        counts.append(len(captured))
    assert counts[0] == counts[1]


def test_codes_are_counted_by_account_and_a_known_browser_by_itself(client, ada, required):
    app = an_app(ada)
    stranger = client.__class__()
    type_password(client, **HERE)
    type_code(client, app.code(), **HERE)
    client.post(reverse("wagtailadmin_logout"))
    type_password(stranger, **ELSEWHERE)
    for _time in range(limits.OF_ACCOUNT):
        type_code(stranger, "nonsense", **ELSEWHERE)
    assert is_refused(type_code(stranger, app.code(steps=1), **ELSEWHERE))
    type_password(client, **HERE)
    type_code(client, app.code(steps=1), **HERE)
    assert is_in(client)


def test_form_that_is_not_filled_in_forgives_nothing(client, ada):
    guess(client, 5, **HERE)
    for password in ("", " "):
        type_password(client, password=password, **HERE)
    assert is_refused(type_password(client, **HERE))


def test_success_forgets_the_failures_before_it(client, ada):
    guess(client, 4, **HERE)
    type_password(client, **HERE)
    assert not FailedTry.objects.filter(key=limits.password_counters("ada", "192.0.2.17")[0].key).exists()


def test_no_name_and_no_address_stands_in_the_table_and_rows_go_after_a_day(client, ada):
    guess(client, 2, **HERE)
    kept = " ".join(FailedTry.objects.values_list("key", flat=True))
    assert all(re.fullmatch(r"[0-9a-f]{64}", key) for key in kept.split())
    assert "192.0.2" not in kept
    FailedTry.objects.update(made_at=timezone.now() - timedelta(days=2))
    assert limits.forget_old() == 4


def let_in():
    """How many of 24 tries at once are let in where five are allowed, and how many were told that it is too often."""
    counter = Counter("k" * 64, 5)
    answers = at_once(*[lambda: Try([counter])] * 24)
    with pytest.raises(TooOften):
        Try([counter])
    return sum(isinstance(answer, Try) for answer in answers), sum(isinstance(answer, TooOften) for answer in answers)


@pytest.mark.skipif(connection.vendor != "postgresql", reason="asks PostgreSQL")
@pytest.mark.django_db(transaction=True)
def test_many_tries_at_once_do_not_slip_through_on_postgresql():
    good, refused = let_in()
    assert good <= 5
    assert good + refused == 24


@pytest.mark.skipif(connection.vendor != "sqlite", reason="asks SQLite")
def test_many_tries_at_once_do_not_slip_through_on_sqlite(tmp_path, django_db_setup):
    shutil.copy(kept_database(), tmp_path / "portal.sqlite3")
    shown = run(LET_IN, tmp_path, DATABASE_URL="", DJANGO_SETTINGS_MODULE="portal.settings.demo")
    assert shown.returncode == 0, shown.stderr
    good, refused = map(int, shown.stdout.split())
    assert good <= 5
    assert good + refused == 24
