"""How much visitors may send: every address that takes a form has a limit, and whoever is over it loses nothing."""

import re
from datetime import timedelta

import pytest
from django.db import OperationalError
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.converters import IntConverter

from consent.models import RateCount
from consent.posting import limits as posting
from consent.posting import middleware
from consent.rules.limits import Limit
from portal.models import User

FROM_OUR_PAGE = {"Sec-Fetch-Site": "same-origin"}


@pytest.fixture
def two_a_span(one_span, monkeypatch):
    """``two_a_span("sign_up")``: two forms in ten minutes are the most."""

    def narrow(*names):
        for name in names:
            monkeypatch.setitem(posting.LIMITS, name, Limit(f"test {name[-20:]}", 2, timedelta(minutes=10)))

    return narrow


def patterns(resolver=None, prefix=""):
    """Each address outside the admin with its name, parameters filled in."""
    for each in (resolver or get_resolver()).url_patterns:
        route = prefix + str(each.pattern)
        if isinstance(each, URLResolver):
            yield from patterns(each, route)
        elif isinstance(each, URLPattern) and not route.startswith("admin/"):
            yield each, route


def filled_in(pattern, route):
    """An address that leads to ``pattern``; none where a regular expression says too little."""
    route = re.sub(r"\((?:\?P<\w+>)?\(\?:\[\\w\\-\]\+/\)[+*]?[^)]*\)", "multiple-myeloma/relapse/", route)
    for name, converter in pattern.pattern.converters.items():
        value = "1" if isinstance(converter, IntConverter) else "x"
        route = re.sub(rf"<(?:\w+:)?{name}>", value, route)
    return "/" + re.sub(r"[\^$\\]|\(\?!_util/\)", "", route)


def test_every_public_address_that_takes_a_form_has_a_limit(client, article):
    """An address answers 405 to a form, or its name has a limit of its own."""
    seen = set()
    for pattern, route in patterns():
        path = filled_in(pattern, route)
        response = Client(headers=FROM_OUR_PAGE).post(path)
        match = response.wsgi_request.resolver_match
        if match is None:
            continue  # nothing stands there
        seen.add(match.view_name)
        is_limited = match.view_name in posting.LIMITS
        assert is_limited or response.status_code == 405, f"{path} ({match.view_name}) takes forms without a limit"
    assert len(seen) > 25
    assert {"sign_up", "conversation_join", "verify", "unsubscribe", "report_error", "search"} <= seen


def test_no_limit_is_left_of_an_address_that_is_gone():
    names = {pattern.name for pattern, _route in patterns()}
    staff = {name for name in posting.LIMITS if name == "staff" or name.startswith("wagtail")}
    assert set(posting.LIMITS) - staff - {"mail_hook"} <= names


@pytest.mark.parametrize(
    "path", ["/", "/multiple-myeloma/relapse/", "/search/", "/feed.xml", "/sitemap.xml", "/robots.txt"]
)
@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_pages_take_nothing(client, article, path, method):
    response = getattr(client, method)(path)
    assert response.status_code == 405
    assert response["Allow"] == "GET, HEAD"


def test_whoever_sends_far_too_much_is_told_when_to_come_back(client, community, two_a_span):
    two_a_span("verify")
    statuses = [client.post("/consent/verify/", {"receipt": "x"}).status_code for _press in range(3)]
    assert statuses == [200, 200, 429]
    response = client.post("/consent/verify/", {"receipt": "x"})
    assert 1 <= int(response["Retry-After"]) <= 600
    assert re.search(r"Please try again in \d+ minutes?\.", response.content.decode())
    assert response["Cache-Control"] == "no-store, private"


def test_it_is_told_in_the_language_of_the_page(client, community, two_a_span):
    two_a_span("verify")
    pages = [client.post("/de/consent/verify/", {"receipt": "x"}) for _press in range(3)]
    assert "Aus Ihrem Netz kam zu viel" in pages[-1].content.decode()


def test_what_was_typed_stands_in_a_form_that_sends_it_again(client, article, two_a_span):
    two_a_span("report_error")
    typed = {"message": 'Line one\n"line" <two> & </textarea>', "passage": "The illness"}
    for _press in range(3):
        response = client.post("/multiple-myeloma/relapse/report-error/", typed, headers=FROM_OUR_PAGE)
    html = response.content.decode()
    assert response.status_code == 429
    assert "<script" not in html
    found = dict(re.findall(r'<input type="hidden" name="(\w+)" value="(.*?)">', html, re.DOTALL))
    assert found["passage"] == "The illness"
    assert found["message"] == "Line one\n&quot;line&quot; &lt;two&gt; &amp; &lt;/textarea&gt;"


@pytest.mark.parametrize("headers", [{"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://elsewhere.example"}, {}])
def test_a_form_from_elsewhere_is_not_given_back(client, article, two_a_span, headers):
    two_a_span("report_error")
    for _press in range(3):
        response = client.post("/multiple-myeloma/relapse/report-error/", {"message": "Send me"}, headers=headers)
    assert response.status_code == 429
    assert "Send me" not in response.content.decode()
    assert "<form" not in response.content.decode()


def test_our_own_script_is_told_as_it_asks(client, community, two_a_span):
    two_a_span("sign_up")
    for _press in range(3):
        response = client.post("/sign-up/", "{}", content_type="application/json", headers=FROM_OUR_PAGE)
    assert response.status_code == 429
    assert response.json()["code"] == "too-many"
    assert response.json()["sentence"]


def test_others_and_other_forms_are_not_held_up(client, community, two_a_span):
    two_a_span("verify")
    for _press in range(3):
        client.post("/consent/verify/", {"receipt": "x"})
    assert client.post("/consent/verify/", {"receipt": "x"}, REMOTE_ADDR="198.51.100.9").status_code == 200
    assert client.post("/sign-up/").status_code != 429
    assert client.get("/consent/verify/").status_code == 200


def test_nobody_gets_round_it_by_saying_that_they_are_somebody_else(client, community, two_a_span):
    two_a_span("verify")
    answers = [
        client.post(
            "/consent/verify/", {"receipt": "x"}, headers={"x-forwarded-for": f"203.0.113.{number}"}
        ).status_code
        for number in range(3)
    ]
    assert answers[-1] == 429


def test_a_whole_ipv6_network_is_one(client, community, two_a_span):
    two_a_span("verify")
    answers = [
        client.post("/consent/verify/", {"receipt": "x"}, REMOTE_ADDR=f"2001:db8:1:{number}::9").status_code
        for number in range(3)
    ]
    assert answers[-1] == 429


def test_no_network_is_kept_in_clear(client, community):
    client.post("/consent/verify/", {"receipt": "x"}, REMOTE_ADDR="203.0.113.77")
    kept = repr(list(RateCount.objects.values()))
    assert RateCount.objects.count() == 1
    assert "203.0.113" not in kept


def test_whoever_is_signed_in_is_not_counted(client, community, two_a_span):
    two_a_span("staff")
    client.force_login(User.objects.create_superuser("ada", password="not-used"))
    assert {client.post("/admin/account/").status_code for _press in range(4)} != {429}
    assert not RateCount.objects.exists()


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/admin/login/", "wagtailadmin_login"),
        ("/admin/password_reset/", "wagtailadmin_password_reset"),
        ("/admin/pages/1/edit/", "staff"),
    ],
)
def test_the_doors_of_the_admin_are_limited_too(client, community, two_a_span, path, name):
    two_a_span(name)
    answers = [client.post(path, {"username": "ada", "password": "guess", "email": "x"}) for _press in range(3)]
    assert [answers[0].status_code == 429, answers[-1].status_code] == [False, 429]
    assert "guess" not in answers[-1].content.decode()


def test_a_database_that_is_away_refuses_nobody_here(client, community, monkeypatch):
    def gone(*_arguments):
        raise OperationalError

    monkeypatch.setattr(middleware, "take", gone)
    assert client.post("/consent/verify/", {"receipt": "x"}).status_code == 200
