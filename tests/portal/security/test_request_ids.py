"""The number of a request: in the answer, in the log, on the page that says that something went wrong."""

import re

import pytest

NUMBER = re.compile(r"[0-9a-hjkmnp-tv-z]{12}")
GIVEN = "0f1e2d3c4b5a69788796a5b4c3d2e1f0"


def test_each_answer_has_a_number_of_its_own(client, community):
    numbers = {client.get(path)["X-Request-ID"] for path in ("/", "/search/", "/missing/", "/healthz")}
    assert len(numbers) == 4
    assert all(NUMBER.fullmatch(number) for number in numbers)


def test_a_trusted_proxy_gives_the_number(client, community, settings):
    settings.TRUSTED_PROXIES = ["127.0.0.0/8"]
    assert client.get("/", headers={"x-request-id": GIVEN})["X-Request-ID"] == GIVEN


def test_nobody_else_does(client, community, settings):
    settings.TRUSTED_PROXIES = ["10.0.0.0/8"]
    assert client.get("/", headers={"x-request-id": GIVEN})["X-Request-ID"] != GIVEN


@pytest.mark.parametrize(
    "given", ["", "short", "x" * 65, "a b c d e f g h", "<script>alert(1)</script>", "anna@example.org"]
)
def test_a_number_that_is_not_plain_is_not_taken(client, community, settings, given):
    settings.TRUSTED_PROXIES = ["127.0.0.0/8"]
    assert NUMBER.fullmatch(client.get("/", headers={"x-request-id": given})["X-Request-ID"])


def test_the_error_page_tells_the_number(client, community, no_database):
    client.raise_request_exception = False
    response = client.get("/search/?q=x")
    assert response.status_code == 503
    assert f"<strong>{response['X-Request-ID']}</strong>" in response.content.decode()
