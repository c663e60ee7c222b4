"""What staff carry out for a person: with a reason, in the ledger as done by staff, in Wagtail's log without a name."""

import pytest
from django.urls import reverse
from wagtail.models import ModelLogEntry

from consent.models import Consent, ConsentEntry, Contact, Erasure, OutgoingMail, Request, Suppression
from consent.rules.suppressing import is_suppressed, suppress
from portal.models import User
from tests.consent.desk.conftest import ORDER, carry_out
from tests.consent.test_flow import whole_database
from tests.consenting import ANNA, a_contact, a_request


def logged():
    entries = ModelLogEntry.objects.filter(action__startswith="consent.").order_by("pk")
    return [(entry.action, entry.data) for entry in entries]


FILED = {"channel": "letter", "reference": "2026-114"}


def test_withdrawing_everything_is_done_by_staff_in_the_ledger(client, guardian, community):
    anna = a_contact(community, ANNA, "myeloma-news", "leukaemia-news")
    page = carry_out(client, "consent_withdraw_all", anna).content.decode()
    assert "Withdrawn: 2 consents." in page
    assert not Consent.objects.active().exists()
    withdrawn = ConsentEntry.objects.filter(action="withdrawn")
    assert {entry.method for entry in withdrawn} == {"staff"}
    assert withdrawn.count() == 2
    assert logged() == [("consent.withdrawn", FILED)]
    assert "Consents withdrawn for a person. By letter, filed under 2026-114" in page


def test_erasing_leaves_proof_and_log_and_no_address(client, guardian, anna):
    page = carry_out(client, "consent_erase", anna).content.decode()
    assert "Erased." in page
    assert not Contact.objects.exists()
    assert not Suppression.objects.exists()
    assert ConsentEntry.objects.get(action="erased").method == "staff"
    assert Erasure.objects.exists()
    assert logged() == [("consent.erased", FILED)]
    assert ANNA not in whole_database()


def test_erasing_for_ever_suppresses_as_well(client, guardian, anna):
    address = anna.address
    carry_out(client, "consent_erase", anna, never_write="on")
    assert is_suppressed(address)


def test_what_nobody_confirmed_can_be_erased_too(client, guardian, community):
    carry_out(client, "consent_erase_request", a_request(community))
    assert not Request.objects.exists()
    assert logged() == [("consent.erased", FILED)]


def test_link_to_own_data_is_queued_once_a_day(client, guardian, anna):
    assert "is queued" in carry_out(client, "consent_send_link", anna).content.decode()
    assert "today already" in carry_out(client, "consent_send_link", anna).content.decode()
    mail = OutgoingMail.objects.get(kind="access")
    assert (mail.request.address, mail.request.kind, mail.language) == (anna.address, "access", "en")
    assert Request.objects.count() == 1
    entry = ConsentEntry.objects.last()
    assert (entry.action, entry.method, entry.subject) == ("requested", "staff", anna.subject)
    assert logged() == [("consent.link_sent", FILED)]


def test_suppression_is_lifted(client, guardian, anna, journal_file, django_capture_on_commit_callbacks):
    suppress(anna.address, Suppression.Reason.ASKED)
    page = client.get(reverse("consent_contact", args=[anna.pk])).content.decode()
    row = Suppression.objects.get()
    assert reverse("consent_lift", args=[row.pk]) in page
    with django_capture_on_commit_callbacks(execute=True):
        assert "is possible again" in carry_out(client, "consent_lift", row).content.decode()
    assert not is_suppressed(anna.address)
    assert '"lifted"' in journal_file.read_text()
    assert logged() == [("consent.lifted", FILED)]


@pytest.mark.parametrize(
    "wrong",
    [
        {"channel": ""},
        {"channel": "carrier pigeon"},
        {"reference": ""},
        {"reference": "Anna Meyer"},
        {"reference": "no-digits"},
        {"reference": ANNA},
        {"reference": "2026-114 anna"},
        {"reference": "1" * 41},
        {"reference": "2026\x00"},
        {"is_sure": ""},
    ],
)
@pytest.mark.parametrize("name", ["consent_withdraw_all", "consent_erase", "consent_send_link"])
def test_without_every_answer_nothing_is_done(client, guardian, anna, name, wrong):
    before = ConsentEntry.objects.count(), OutgoingMail.objects.count()
    response = client.post(reverse(name, args=[anna.pk]), {**ORDER, **wrong})
    assert response.status_code == 200
    assert "error-message" in response.content.decode()
    assert Consent.objects.active().count() == 1
    assert (ConsentEntry.objects.count(), OutgoingMail.objects.count()) == before
    assert logged() == []


def test_opening_a_screen_changes_nothing(client, guardian, anna):
    before = whole_database()
    for name in ("consent_withdraw_all", "consent_erase", "consent_send_link"):
        for method in (client.get, client.head):
            assert method(reverse(name, args=[anna.pk]), ORDER).status_code == 200
    assert whole_database() == before


def test_nothing_is_done_when_the_journal_cannot_be_written(client, guardian, anna, journal_file):
    journal_file.mkdir()
    page = client.post(reverse("consent_erase", args=[anna.pk]), ORDER).content.decode()
    assert "nothing was done" in page
    assert Contact.objects.get() == anna
    assert logged() == []
    journal_file.rmdir()
    carry_out(client, "consent_erase", anna)
    assert not Contact.objects.exists()


def test_log_is_shown_to_those_alone_who_may_see_contacts(client, guardian, sign_in_as, anna):
    carry_out(client, "consent_erase", anna)
    history = reverse("wagtailadmin_reports:site_history")
    sign_in_as("Editors")
    assert "Person erased." not in client.get(history).content.decode()
    client.force_login(User.objects.create_superuser("ada", password="not-used"))
    page = client.get(history).content.decode()
    assert "Person erased. By letter, filed under 2026-114" in page
    assert ANNA not in page
