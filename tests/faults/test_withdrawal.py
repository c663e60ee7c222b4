"""Ten thousand mails are queued when somebody withdraws: nothing goes to them afterwards."""

import time

import pytest
from django.core.mail.backends.base import BaseEmailBackend

from consent.mail.delivering import deliver_due
from consent.models import OutgoingMail
from consent.rules.withdrawing import withdraw_all
from tests.consenting import a_contact
from tests.mailing import KIND, writer

State = OutgoingMail.State
MAILS, BEFORE = 10_000, 150


class WithdrawingBackend(BaseEmailBackend):
    """Sends in no time. After some mails the person withdraws, as a request beside the worker would."""

    contact, sent = None, 0

    def send_messages(self, messages):
        type(self).sent += len(messages)
        if self.sent == BEFORE:
            withdraw_all(self.contact, method="one-click")
        return len(messages)


@pytest.fixture
def queued(transactional_db, community, settings):
    """Somebody to whom ten thousand mails are queued."""
    settings.EMAIL_BACKEND = f"{__name__}.WithdrawingBackend"
    contact = a_contact(community)
    OutgoingMail.objects.all().delete()
    OutgoingMail.objects.bulk_create(
        [
            OutgoingMail(kind=KIND, idempotency_key=f"{number}", site=community, language="en", contact=contact)
            for number in range(MAILS)
        ],
        batch_size=1000,
    )
    WithdrawingBackend.contact, WithdrawingBackend.sent = contact, 0
    return contact


@pytest.mark.django_db(transaction=True)
def test_nothing_goes_out_after_the_withdrawal(queued):
    begun = time.monotonic()
    with writer():
        while deliver_due().mails:
            assert time.monotonic() - begun < 600
    assert WithdrawingBackend.sent == BEFORE
    states = OutgoingMail.objects.values_list("state", "reason")
    assert set(states) == {(State.SENT, ""), (State.DROPPED, "withdrawn")}
    assert OutgoingMail.objects.filter(state=State.DROPPED).count() == MAILS - BEFORE
