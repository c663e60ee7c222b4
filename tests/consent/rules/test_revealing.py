"""The one door to an address: right, reason, entry, and only then the address."""

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from consent.models import AddressReveal, Contact
from consent.rules import revealing
from consent.rules.erasing import erase
from consent.rules.revealing import LOOKS, looks_today, reveal
from portal.models import User
from tests.consenting import ANNA, a_contact

REASON = "She asks by letter which address we have."


@pytest.fixture
def dana(db):
    """Dana, who may see addresses."""
    user = User.objects.create_user("dana")
    user.groups.add(Group.objects.get(name="Data protection"))
    return user


@pytest.fixture
def contact(community):
    return a_contact(community)


def test_look_is_entered_with_its_reason_before_the_address_is_known(contact, dana, monkeypatch):
    entered = []
    monkeypatch.setattr(Contact, "address", property(lambda contact: entered.append(AddressReveal.objects.count())))
    reveal(contact, by=dana, reason=f"  {REASON}\n")
    assert entered == [1]
    row = AddressReveal.objects.get()
    assert (row.contact, row.subject, row.user_id, row.username, row.reason) == (
        contact,
        contact.subject,
        dana.pk,
        "dana",
        REASON,
    )


@pytest.mark.django_db(transaction=True)
def test_entry_cannot_be_taken_back_by_a_transaction_around_it(community, dana):
    contact = a_contact(community)
    with pytest.raises(RuntimeError), transaction.atomic():
        reveal(contact, by=dana, reason=REASON)
    assert str(reveal(contact, by=dana, reason=REASON)) == ANNA
    assert AddressReveal.objects.count() == 1


@pytest.mark.parametrize("reason", ["", "   ", "because", "b" * 40, "x" * 501, f"Anna wrote from {ANNA} on Monday."])
def test_without_a_reason_that_its_subject_may_read_nothing_is_shown_or_entered(contact, dana, reason):
    with pytest.raises(ValidationError):
        reveal(contact, by=dana, reason=reason)
    assert not AddressReveal.objects.exists()


def test_somebody_without_the_right_sees_nothing(contact, dana):
    outsider = User.objects.create_user("charlie")
    with pytest.raises(PermissionDenied):
        reveal(contact, by=outsider, reason=REASON)
    assert not AddressReveal.objects.exists()
    assert str(reveal(contact, by=dana, reason=REASON)) == ANNA


def test_somebody_who_was_erased_meanwhile_is_not_shown(contact, dana):
    erase(contact.address, method="link")
    with pytest.raises(Contact.DoesNotExist):
        reveal(contact, by=dana, reason=REASON)
    assert not AddressReveal.objects.exists()


@pytest.mark.usefixtures("one_span")
def test_looks_are_limited_for_each_member_of_staff(contact, dana, monkeypatch):
    monkeypatch.setattr(revealing, "LOOKS", type(LOOKS)("reveal", most=2, per=LOOKS.per))
    for _look in range(2):
        reveal(contact, by=dana, reason=REASON)
    with pytest.raises(ValidationError, match="That is the limit"):
        reveal(contact, by=dana, reason=REASON)
    assert AddressReveal.objects.count() == looks_today(dana) == 2
    colleague = User.objects.create_user("ben")
    colleague.groups.add(*dana.groups.all())
    assert str(reveal(contact, by=colleague, reason=REASON)) == ANNA
