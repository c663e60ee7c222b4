"""Looking one person up: by the whole address alone, masked until somebody gives a reason."""

import pytest
from django.test.utils import override_settings
from django.urls import reverse

from consent.desk import finding
from consent.models import AddressReveal, Consent, Suppression
from consent.rules.erasing import erase
from consent.rules.suppressing import suppress
from tests.consent.desk.conftest import REASON, look_up, show
from tests.consent.test_flow import whole_database
from tests.consenting import ANNA, a_contact, a_request

MASKED = "a***@e***.org"


def contact_page(client, contact):
    return client.get(reverse("consent_contact", args=[contact.pk])).content.decode()


@pytest.mark.parametrize("typed", [ANNA, "ANNA@Example.ORG", f"  {ANNA} "])
def test_whole_address_finds_its_contact_and_stands_nowhere_in_the_answer(client, guardian, anna, typed):
    response = look_up(client, typed)
    page = response.content.decode()
    assert reverse("consent_contact", args=[anna.pk]) in page
    assert MASKED in page
    assert ANNA not in page.lower()
    assert "no-store" in response["Cache-Control"]


@pytest.mark.parametrize("typed", ["anna", "anna@", "@example.org", "%", "*", "anna@example", "", " "])
def test_nothing_is_found_by_a_part_of_an_address(client, guardian, anna, typed):
    page = look_up(client, typed).content.decode()
    assert str(anna.pk) not in page
    assert "What is held on" not in page
    assert "error-message" in page


def test_address_in_the_url_finds_nothing(client, guardian, anna):
    assert str(anna.pk) not in client.get(reverse("consent_find"), {"email": ANNA}).content.decode()


def test_what_was_typed_wrongly_is_kept_in_the_field(client, guardian, community):
    assert 'value="anna@example"' in look_up(client, "anna@example").content.decode()


def test_unknown_address_says_so_and_pending_suppressed_and_erased_ones_too(client, guardian, community, anna):
    assert "Nothing. The person has not signed up" in look_up(client, "nobody@example.org").content.decode()
    request = a_request(community, "berta@example.org")
    assert reverse("consent_erase_request", args=[request.pk]) in look_up(client, "berta@example.org").content.decode()
    suppress(anna.address, Suppression.Reason.COMPLAINT)
    assert "Reported as unwanted" in look_up(client).content.decode()
    erase(anna.address, method="staff")
    page = look_up(client).content.decode()
    assert "Erased on" in page
    assert str(anna.pk) not in page


@pytest.mark.usefixtures("one_span")
def test_searches_are_limited(client, guardian, anna, monkeypatch):
    monkeypatch.setattr(finding, "SEARCHES", type(finding.SEARCHES)("desk-search", most=2, per=finding.SEARCHES.per))
    assert "What is held on" in look_up(client).content.decode()
    assert "What is held on" in look_up(client).content.decode()
    page = look_up(client).content.decode()
    assert "That is the limit" in page
    assert "What is held on" not in page


def test_contact_page_shows_words_ledger_and_mail_and_no_address(client, guardian, anna):
    page = contact_page(client, anna)
    assert MASKED in page
    assert "New articles on multiple myeloma, up to twice a month" in page
    assert "Confirmed" in page
    assert "Receipt" in page
    assert ANNA not in page
    assert anna.lookup not in page
    assert anna.subject not in page
    assert "no-store" in client.get(reverse("consent_contact", args=[anna.pk]))["Cache-Control"]


def test_contact_page_names_the_language_in_words(client, guardian, anna):
    assert "<dd>English</dd>" in contact_page(client, anna)


def test_words_are_those_that_the_person_saw(client, guardian, anna):
    Consent.objects.update(language="de")  # words that nobody published
    assert "New articles on multiple myeloma" not in contact_page(client, anna)


def test_address_is_shown_once_after_a_reason_and_the_look_is_on_the_contact_page(client, guardian, anna):
    address = reverse("consent_reveal", args=[anna.pk])
    assert ANNA not in client.get(address).content.decode()
    response = show(client, anna)
    assert response.status_code == 200
    assert ANNA in response.content.decode()
    assert "no-store" in response["Cache-Control"]
    assert ANNA not in client.get(address).content.decode()
    page = contact_page(client, anna)
    assert REASON in page
    assert guardian.username in page


def test_refused_reason_keeps_what_was_typed_and_enters_nothing(client, guardian, anna):
    page = show(client, anna, reason="because").content.decode()
    assert "because" in page
    assert "Say why in a sentence" in page
    assert ANNA not in page
    assert not AddressReveal.objects.exists()


def test_after_many_looks_the_screen_warns(client, guardian, anna):
    warning = "addresses within 24 hours"
    assert warning not in show(client, anna).content.decode()
    for _look in range(4):
        page = show(client, anna).content.decode()
    assert warning in page


def test_looking_up_and_revealing_leaves_the_address_nowhere(client, guardian, anna, caplog):
    look_up(client)
    look_up(client, ANNA + "x" * 300)
    show(client, anna)
    show(client, anna, reason=f"She wrote from {ANNA} yesterday.")
    assert ANNA not in whole_database()
    assert ANNA not in str(client.cookies)
    assert ANNA not in caplog.text


def test_contact_that_another_key_sealed_is_told_and_no_error(client, guardian, anna):
    with override_settings(CONSENT_KEYS=("c2FtcGxlLWszeS0wMTIzNDU2Nzg5LWFiY2RlZmdoaWo",)):
        for name in ("consent_contact", "consent_reveal"):
            page = client.get(reverse(name, args=[anna.pk]), follow=True).content.decode()
            assert "does not open with the keys" in page
        assert show(client, anna).url == reverse("consent_find")


def test_a_gone_contact_is_not_found(client, guardian, community):
    anna = a_contact(community)
    erase(anna.address, method="staff")
    assert client.get(reverse("consent_contact", args=[anna.pk])).status_code == 404
    assert show(client, anna).status_code == 404
