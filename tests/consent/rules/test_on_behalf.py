"""What staff carry out for a person, asked of the rules themselves."""

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied, ValidationError

from consent.models import Contact, OutgoingMail, Request
from consent.rules.erasing import erase
from consent.rules.on_behalf import Order, erase_person, lift_suppression, send_own_data_link, withdraw_everything
from portal.models import User
from tests.consenting import a_contact


@pytest.fixture
def contact(community):
    return a_contact(community)


@pytest.fixture
def order(db):
    """What Dana, who may, was asked for by letter."""
    dana = User.objects.create_user("dana")
    dana.groups.add(Group.objects.get(name="Data protection"))
    return Order(by=dana, channel="letter", reference="2026-114")


@pytest.mark.parametrize("act", [withdraw_everything, erase_person, send_own_data_link, lift_suppression])
def test_outsider_may_do_none_of_it(contact, order, act):
    outsider = User.objects.create_user("charlie")
    with pytest.raises(PermissionDenied):
        act(contact, order=Order(by=outsider, channel="letter", reference="2026-114"))
    assert contact.consents.active().count() == 1
    assert withdraw_everything(contact, order=order) == 1


def test_link_is_not_queued_for_somebody_who_was_erased_meanwhile(contact, order):
    erase(contact.address, method="link")
    with pytest.raises(Contact.DoesNotExist):
        send_own_data_link(contact, order=order)
    assert not Request.objects.exists()
    assert not OutgoingMail.objects.exists()


@pytest.mark.parametrize(
    "wrong", [{"channel": "pigeon"}, {"reference": ""}, {"reference": "Anna"}, {"reference": "1\n"}]
)
def test_order_that_says_too_little_or_too_much_is_none(order, wrong):
    values = {"by": order.by, "channel": order.channel, "reference": order.reference}
    with pytest.raises(ValidationError):
        Order(**values | wrong)
