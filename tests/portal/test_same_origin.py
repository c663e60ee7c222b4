"""Forms without a token: a page of ours may send them, another host's page may not."""

import pytest
from django.http import HttpResponse

from portal.same_origin import is_same_origin, same_origin_posts


@pytest.mark.parametrize(
    ("headers", "ours"),
    [
        ({"Sec-Fetch-Site": "same-origin"}, True),
        ({"Sec-Fetch-Site": "same-origin", "Origin": "null"}, True),  # a page that sends no referrer
        ({"Sec-Fetch-Site": "same-site", "Origin": "http://testserver"}, False),
        ({"Sec-Fetch-Site": "cross-site", "Origin": "http://testserver"}, False),
        ({"Sec-Fetch-Site": "none"}, False),
        ({"Origin": "http://testserver"}, True),
        ({"Origin": "https://testserver"}, False),
        ({"Origin": "http://testserver:8000"}, False),
        ({"Origin": "http://testserver.evil.example"}, False),
        ({"Origin": "http://sub.testserver"}, False),
        ({"Origin": "null"}, False),
        ({"Referer": "http://testserver/"}, False),
        ({}, False),
    ],
)
def test_only_a_page_of_this_host_changes_something(rf, db, headers, ours):
    view = same_origin_posts(lambda _request: HttpResponse("done"))
    request = rf.post("/", headers=headers)
    assert is_same_origin(request) is ours
    assert view(request).status_code == (200 if ours else 403)
    assert view(rf.get("/", headers=headers)).status_code == 200
    assert view(rf.head("/", headers=headers)).status_code == 200


def test_who_is_refused_is_told_the_reason_and_nothing_of_cookies(rf, db):
    page = same_origin_posts(lambda _request: HttpResponse("done"))(rf.post("/")).content.decode()
    assert "did not come from a page of ours" in page
    assert "cookie" not in page
