"""Who may open the desk: refusal beside permission, for every screen and every form. And what the dashboard tells
them.
"""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from comments.desk.menu import conversation_menu
from comments.models.comment import State
from portal.accounts import PortalBackend
from portal.models import User
from tests.comments.desk.conftest import a_reported_comment, decide_on
from tests.conversing import a_comment, fresh

SCREENS = ("queue", "many")
FORMS = ("claim", "release", "undo", "many")
OF_ONE = ("decide", "skip", "open_crisis")
ROLES = ("Authors", "Editors", "Medical reviewers", "Data protection", "Moderators", "Lead moderators")


def opens(client, name):
    return client.get(reverse(f"conversation:{name}")).status_code == 200


@pytest.mark.parametrize("role", ROLES)
def test_the_desk_is_open_to_moderators_alone(client, sign_in_as, article, role):
    comment = a_comment(article)
    sign_in_as(role)
    allowed = role in ("Moderators", "Lead moderators")
    for name in SCREENS:
        assert opens(client, name) is allowed
    answer = decide_on(client, comment, "approve", as_json=False)
    assert (fresh(comment).state == State.PUBLISHED) is allowed
    if not allowed:
        assert answer.url == "/admin/"
        for name in FORMS:
            assert client.post(reverse(f"conversation:{name}")).url == "/admin/"
        for name in OF_ONE:
            assert client.post(reverse(f"conversation:{name}", args=[comment.pk])).url == "/admin/"
    assert fresh(comment).claimed_by is None
    request = client.get(reverse("wagtailadmin_home")).wsgi_request
    shown = [item.name for item in conversation_menu.menu_items_for_request(request)]
    assert ("conversation-queue" in shown) is allowed


def test_nobody_gets_in_without_signing_in(client, article):
    comment = a_comment(article)
    for name in SCREENS:
        assert "/login/" in client.get(reverse(f"conversation:{name}")).url
    for name in FORMS:
        assert "/login/" in client.post(reverse(f"conversation:{name}")).url
    assert "/login/" in decide_on(client, comment, "approve").url
    assert fresh(comment).state == State.PENDING


def test_the_dashboard_counts_what_waits_for_moderators_alone(client, sign_in_as, article):
    a_comment(article)
    a_reported_comment(article, address="r@example.org")
    home = reverse("wagtailadmin_home")
    sign_in_as("Editors")
    assert "Comments that wait" not in client.get(home).content.decode()
    sign_in_as("Moderators")
    page = client.get(home).content.decode()
    for words in ("Comments that wait for a moderator", "Decide on comments", "Comment reported"):
        assert words in page
    assert reverse("conversation:queue", query={"lane": "reported"}) in page


@pytest.mark.parametrize("role", ROLES)
def test_an_account_is_read_with_the_rights_that_it_has(sign_in_as, community, django_assert_num_queries, role):
    user = sign_in_as(role)
    user.user_permissions.add(Group.objects.get(name="Editors").permissions.first())
    expected = User.objects.get(pk=user.pk).get_all_permissions()
    with django_assert_num_queries(1):
        found = PortalBackend().get_user(user.pk)
        assert found.get_all_permissions() == expected
        assert not hasattr(found, "wagtail_userprofile")
        assert found.has_perm("comments.moderate_comment") is ("oderators" in role)


def test_an_account_that_may_not_be_used_is_not_found(sign_in_as, community):
    user = sign_in_as("Moderators")
    User.objects.filter(pk=user.pk).update(is_active=False)
    assert PortalBackend().get_user(user.pk) is None
    assert PortalBackend().get_user(0) is None
    assert PortalBackend().get_user(User.objects.create_superuser("root").pk).has_perm("any.right")
