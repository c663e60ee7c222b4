"""Who opens what of the desk, and what nobody finds there: an address. Refusal beside permission, on every screen."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.admin.menu import Menu

from comments.desk.menu import MENU_HOOK
from comments.rules.rights import LEAD, MODERATE, SET_CONVERSATIONS
from consent.models import Contact
from portal.models import User
from tests.comments.desk.further.screens import screens_of

RIGHTS = {
    "Authors": set(),
    "Medical reviewers": set(),
    "Data protection": set(),
    "Editors": {SET_CONVERSATIONS},
    "Moderators": {MODERATE, SET_CONVERSATIONS},
    "Lead moderators": {MODERATE, LEAD, SET_CONVERSATIONS},
}


@pytest.mark.parametrize("role", RIGHTS)
def test_each_screen_is_open_to_those_with_its_right_alone(client, sign_in_as, desk, role):
    sign_in_as(role)
    for url, right in screens_of(desk).items():
        expected = 200 if right in RIGHTS[role] else 302
        assert client.get(url).status_code == expected, url
        assert client.head(url).status_code == expected, url


@pytest.mark.parametrize("role", [*RIGHTS, None])
def test_no_screen_shows_an_address(client, sign_in_as, desk, role):
    if role:
        sign_in_as(role)
    else:
        client.force_login(User.objects.create_superuser("ada"))
    addresses = [str(contact.address) for contact in Contact.objects.all()]
    assert len(addresses) == 3
    for url in screens_of(desk):
        body = client.get(url).content.decode()
        for address in addresses:
            assert address not in body, url
            assert address.partition("@")[2] not in body, url


def test_nobody_opens_a_screen_without_signing_in(client, desk):
    for url in screens_of(desk):
        assert "/login/" in client.get(url).url


def test_the_reporter_is_named_nowhere(client, sign_in_as, desk):
    sign_in_as("Lead moderators")
    desk.report.reporter, desk.report.commenter = "reporter-key", desk.appeal.comment.commenter
    desk.report.save()
    for url in screens_of(desk):
        if str(desk.published.pk) in url or url.endswith(("reports/", "comments/")):
            body = client.get(url).content.decode()
            assert "reporter-key" not in body, url
    assert (
        "Berta"
        not in client.get(
            next(url for url in screens_of(desk) if "/reports/" in url and url[-2] != "s")
        ).content.decode()
    )


@pytest.mark.parametrize(
    ("role", "names"),
    [
        ("Authors", []),
        ("Editors", ["conversations", "settings"]),
        ("Moderators", ["crisis-cases", "reports", "appeals", "comments", "commenters", "conversations"]),
    ],
)
def test_the_menu_shows_what_a_person_may_open(rf, sign_in_as, community, role, names):
    request = rf.get("/admin/")
    request.user = sign_in_as(role)
    shown = Menu(register_hook_name=MENU_HOOK).menu_items_for_request(request)
    assert [item.name.removeprefix("conversation-") for item in shown if item.name != "conversation-queue"] == names


@pytest.mark.parametrize(("role", "number"), [("Authors", 0), ("Editors", 0), ("Moderators", 1)])
def test_the_counts_of_the_menu_are_one_query_for_moderators_alone(client, sign_in_as, desk, role, number):
    sign_in_as(role)
    account = reverse("wagtailadmin_account")
    client.get(account)
    with CaptureQueriesContext(connection) as captured:
        body = client.get(account).content.decode()
    assert sum('"comments_' in query["sql"] for query in captured) == number
    for words in ("People in danger (1)", "Reports (1)", "Appeals (1)"):
        assert (words in body) == bool(number)


FILTERS = (
    "q", "p", "state", "site", "commenter", "person", "conversation", "sent_from", "category", "outcome", "ordering",
    "talk", "which",
)  # fmt: skip
JUNK = ("\x00", "x" * 3000, "🦠", "%", "'", "-1", "9" * 40)


@pytest.mark.parametrize("name", ["comments", "commenters", "appeals", "reports", "crisis", "conversations"])
def test_unknown_ids_and_junk_are_refused_and_break_nothing(client, sign_in_as, desk, name):
    """Each filter alone with two kinds of junk in turn, and with each kind beside all others."""
    sign_in_as("Lead moderators")
    for unknown in ("0", "9" * 18, "9" * 40, "x", "%00", "-1", "../../x"):
        assert client.get(f"/admin/conversation/{name}/{unknown}/").status_code == 404, unknown
    alone = [{each: JUNK[(at + more) % len(JUNK)]} for at, each in enumerate(FILTERS) for more in (0, 3)]
    for query in alone + [dict.fromkeys(FILTERS, junk) for junk in JUNK]:
        assert client.get(f"/admin/conversation/{name}/", query).status_code == 200, query
