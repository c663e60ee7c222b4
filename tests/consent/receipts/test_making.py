"""What stands in a receipt, and what does not."""

import json

from consent.models import ConsentEntry, TextVersion
from consent.receipts.making import receipt_text
from consent.receipts.verifying import Standing, verify
from consent.rules.renewing import outdated, renew
from consent.versions.digest import canonical_text, text_digest
from consent.versions.offers import Kind
from tests.consenting import ANNA, publish_words


def test_receipt_has_the_sections_of_the_standard(receipt, contact):
    assert receipt["@type"] == "dpv:ConsentReceipt"
    assert receipt["header"]["schema"] == "ISO/IEC TS 27560:2023"
    assert receipt["header"]["record"].startswith("urn:uuid:")
    assert receipt["header"]["subject"] == contact.subject
    assert receipt["parties"][0]["name"] == "Example Health Press"
    assert [event["@type"] for event in receipt["events"]] == ["dpv:ConsentRequested", "dpv:ConsentGiven"]
    entry = ConsentEntry.objects.get(action="confirmed")
    assert (receipt["events"][1]["entry"], receipt["events"][1]["hash"]) == (entry.number, entry.entry_hash)


def test_digest_of_a_purpose_can_be_made_from_its_words(receipt):
    for purpose in receipt["processing"]["purposes"]:
        assert purpose["digest"] == text_digest("purpose", purpose["code"], "en", canonical_text(purpose["words"]))
    known = set(TextVersion.objects.values_list("digest", flat=True))
    assert {each["digest"] for each in receipt["processing"]["policies"]} <= known


def test_receipt_holds_no_address_and_is_the_same_each_time(community, receipt):
    entry = ConsentEntry.objects.get(action="confirmed")
    assert ANNA not in json.dumps(receipt)
    assert json.loads(receipt_text(entry, community)) == receipt


def test_agreeing_anew_is_told_as_such(community, contact):
    publish_words(community, Kind.PRIVACY, words="We share it.")
    offer = outdated(contact)[0].offer
    entry = renew(contact=contact, site=community, language="en", chosen=["myeloma-news"], seen=offer.digest)
    receipt = json.loads(receipt_text(entry, community))
    assert [event["@type"] for event in receipt["events"]] == ["dpv:RenewedConsentGiven"]
    assert verify(receipt).standing is Standing.GENUINE
