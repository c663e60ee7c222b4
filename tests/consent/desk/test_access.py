"""Who sees what of the desk: figures, people, addresses. Refusal beside permission, for every screen."""

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from wagtail.admin.menu import admin_menu

from consent.desk.menu import consent_menu
from consent.models import AddressReveal, Suppression
from consent.rules.suppressing import suppress
from portal.models import User
from tests.consent.desk.conftest import CONTACT_PAGES, ORDER, carry_out, look_up, show
from tests.consenting import ANNA, a_request

FIGURES = ("consent_desk", "consent_delivery", "consent_processing")
PEOPLE = ("consent_find", "consent_mails")
NOBODYS = ("Authors", "Medical reviewers", "Moderators")


def opens(client, name, *args):
    return client.get(reverse(name, args=args)).status_code == 200


def entries(client):
    """What stands in the menu under "Consent"."""
    request = client.get(reverse("wagtailadmin_home")).wsgi_request
    names = [item.name for item in admin_menu.menu_items_for_request(request)]
    found = [item.name for item in consent_menu.menu_items_for_request(request)]
    assert ("consent" in names) is bool(found)
    return sorted(found)


@pytest.mark.parametrize("role", [*NOBODYS, "Editors", "Data protection"])
def test_figures_are_for_editors_and_data_protection(client, sign_in_as, community, role):
    sign_in_as(role)
    for name in FIGURES:
        assert opens(client, name) is (role not in NOBODYS)


@pytest.mark.parametrize("role", [*NOBODYS, "Editors", "Data protection"])
def test_people_are_for_data_protection_alone(client, sign_in_as, anna, role):
    sign_in_as(role)
    allowed = role == "Data protection"
    for name in PEOPLE:
        assert opens(client, name) is allowed
    for name in CONTACT_PAGES:
        assert opens(client, name, anna.pk) is allowed
    assert opens(client, "consent_erase_request", a_request(anna.consents.get().purpose.site).pk) is allowed


@pytest.mark.parametrize("role", [*NOBODYS, "Editors"])
def test_no_form_works_for_somebody_who_may_not_open_it(client, sign_in_as, anna, role):
    sign_in_as(role)
    suppress(anna.address, Suppression.Reason.ASKED)
    suppression = Suppression.objects.get()
    assert look_up(client).status_code == 302
    assert show(client, anna).status_code == 302
    for name in ("consent_withdraw_all", "consent_erase", "consent_send_link"):
        carry_out(client, name, anna)
    carry_out(client, "consent_lift", suppression)
    anna.refresh_from_db()
    assert anna.consents.active().count() == 1
    assert Suppression.objects.exists()
    assert not AddressReveal.objects.exists()


def test_menu_shows_what_a_person_may_open(client, sign_in_as, community):
    sign_in_as("Moderators")
    assert entries(client) == []
    sign_in_as("Editors")
    assert entries(client) == ["consent-desk", "newsletters", "notices", "purposes"]
    sign_in_as("Data protection")
    assert entries(client) == ["consent-desk", "consent-find"]


@pytest.mark.parametrize(
    ("right", "names"),
    [
        ("reveal_contact", ["consent_reveal"]),
        ("change_contact", ["consent_send_link", "consent_withdraw_all", "consent_erase"]),
    ],
)
def test_each_right_stands_for_itself(client, guardian, anna, right, names):
    """Who may look up contacts may neither see addresses nor act, unless that right is there as well."""
    guardian.groups.get().permissions.remove(Permission.objects.get(codename=right))
    page = client.get(reverse("consent_contact", args=[anna.pk])).content.decode()
    for name in CONTACT_PAGES[1:]:
        assert opens(client, name, anna.pk) is (name not in names)
        assert (reverse(name, args=[anna.pk]) in page) is (name not in names)
    assert (
        client.post(reverse(names[0], args=[anna.pk]), {**ORDER, "reason": "A reason that is long."}).url == "/admin/"
    )


def test_suppression_is_lifted_by_those_alone_who_may(client, guardian, anna):
    suppress(anna.address, Suppression.Reason.ASKED)
    row = Suppression.objects.get()
    right = Permission.objects.get(codename="delete_suppression")
    guardian.groups.get().permissions.remove(right)
    carry_out(client, "consent_lift", row)
    assert Suppression.objects.exists()
    guardian.groups.get().permissions.add(right)
    carry_out(client, "consent_lift", row)
    assert not Suppression.objects.exists()


def test_nobody_sees_the_desk_without_signing_in(client, anna):
    for name in (*FIGURES, *PEOPLE):
        assert "/login/" in client.get(reverse(name)).url
    for name in CONTACT_PAGES:
        assert "/login/" in client.get(reverse(name, args=[anna.pk])).url
    assert "/login/" in look_up(client).url
    assert "/login/" in show(client, anna).url


def test_administrator_gives_a_reason_like_everybody(client, anna):
    client.force_login(User.objects.create_superuser("ada", password="not-used"))
    assert ANNA not in show(client, anna, reason="").content.decode()
    assert not AddressReveal.objects.exists()
    assert ANNA in show(client, anna).content.decode()
