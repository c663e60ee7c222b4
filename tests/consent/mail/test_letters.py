"""The letters that everybody gets: what they say, to whom they no longer go, and what they never tell."""

import json
import re
from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import Locale, Site

from consent.addresses import parse_address
from consent.mail.frame import community_name, framed_letter, sender_name
from consent.mail.letter import NotToBeSentError, write
from consent.models import ConsentSettings, Contact, OutgoingMail, Purpose, PurposeWords, Request, Suppression, Token
from consent.rules.asking import ask
from consent.rules.confirming import confirm
from consent.rules.suppressing import suppress
from consent.rules.telling import tell_of_changes
from consent.rules.withdrawing import withdraw_all
from consent.versions.offers import ACCESS, SIGN_UP, Kind, offer_of
from consent.versions.purposes import publish_purpose
from portal.models import CommunitySettings
from tests.consenting import ANNA, a_contact, a_request, an_offer, publish_words

LINK = re.compile(r"http://testserver/\S+")
SUBJECTS = {
    "en": "Please confirm your e-mail address",
    "es": "Confirme su dirección de correo electrónico",
    "de": "Bitte bestätigen Sie Ihre E-Mail-Adresse",
}


@pytest.fixture
def community(community):
    """The community, with names that HTML would write differently."""
    CommunitySettings.objects.update(publisher_name="Smith & Daughters", publisher_address="1 <Main> Street\nBerlin")
    Site.objects.update(site_name="Blood & Bone Community")
    return Site.objects.get()


def letter(kind):
    return write(OutgoingMail.objects.get(kind=kind))


def refusal(kind):
    with pytest.raises(NotToBeSentError) as refused:
        letter(kind)
    return str(refused.value)


def in_language(site, language):
    """A request in ``language``, for words with an ampersand."""
    for kind, code in ((Kind.PRIVACY, ""), (Kind.NOTICE, SIGN_UP), (Kind.NOTICE, ACCESS)):
        publish_words(site, kind, code, language=language)
    purpose = Purpose.objects.create(site=site, code="news")
    purpose.words = [PurposeWords(language=language, label="Myeloma & more <b>news</b>")]
    purpose.save()
    publish_purpose(purpose)
    offer = offer_of(site, language, codes=["news"])
    return ask(site=site, address=parse_address(ANNA), offer=offer, chosen=offer.boxes, seen=offer.digest)


@pytest.mark.parametrize("language", SUBJECTS)
def test_confirmation_says_who_asked_for_what_and_what_happens_if_nothing_is_done(community, language):
    in_language(community, language)
    found = letter("confirm")
    assert found.subject == SUBJECTS[language]
    assert "- Myeloma & more <b>news</b>" in found.text
    assert "Blood & Bone Community" in found.text
    assert "1 <Main> Street" in found.text
    assert "48" in found.text
    assert "&amp;" not in found.text
    assert "&lt;" not in found.text
    assert "Myeloma &amp; more &lt;b&gt;news&lt;/b&gt;" in found.html
    assert f'<html lang="{language}">' in found.html
    assert found.headers["Auto-Submitted"] == "auto-generated"
    prefix = "" if language == "en" else f"/{language}"
    links = [each for each in LINK.findall(found.text) if "confirm" in each]
    assert len(links) == 1
    assert links[0].startswith(f"http://testserver{prefix}/confirm/")
    assert confirm(links[0].split("/")[-2]).contact


def test_letters_load_nothing_and_hold_no_address(community):
    a_contact(community)
    a_request(community, "berta@example.org")
    publish_words(community, Kind.PRIVACY, words="New & material.")
    tell_of_changes()
    for kind in ("receipt", "changed"):
        found = letter(kind)
        assert not re.search(r"<(img|link|script|style)|src=|url\(", found.html)
        for part in (found.text, found.html, found.subject, *(content for _name, content, _type in found.attachments)):
            assert ANNA not in part
        assert "&amp;" not in found.text


def test_a_discreet_letter_tells_nothing_of_health_outside(community):
    settings = ConsentSettings.for_site(community)
    offer = an_offer(community)
    ask(
        site=community,
        address=parse_address(ANNA),
        offer=offer,
        chosen=offer.boxes,
        seen=offer.digest,
        is_discreet=True,
    )
    found = letter("confirm")
    assert found.sender == "Smith & Daughters"
    assert "Blood" not in found.subject + found.sender
    settings.discreet_sender_name = "S. & D."
    settings.save()
    assert letter("confirm").sender == "S. & D."
    assert sender_name(community, "en") == "Blood & Bone Community"


def test_somebody_who_chose_discreet_mail_is_asked_discreetly_whoever_types_their_address(community):
    a_contact(community)
    OutgoingMail.objects.all().delete()
    a_request(community)
    assert letter("confirm").sender == "Blood & Bone Community"
    Contact.objects.update(is_discreet=True)
    assert letter("confirm").sender == "Smith & Daughters"
    a_request(community, "berta@example.org")
    assert write(OutgoingMail.objects.filter(kind="confirm").latest("created_at")).sender == "Blood & Bone Community"


def test_a_letter_names_the_community_as_the_pages_in_its_language_do(community):
    home = community.root_page.copy_for_translation(Locale.objects.get_or_create(language_code="es")[0])
    home.title = "Comunidad Sangre y Hueso"
    home.save_revision().publish()
    common = {"to": parse_address(ANNA), "site": community, "context": {}}
    spanish = framed_letter("receipt", language="es", **common)
    assert spanish.sender == "Comunidad Sangre y Hueso"
    assert "Comunidad Sangre y Hueso" in spanish.text
    assert "Blood &amp; Bone" not in spanish.html
    assert framed_letter("receipt", language="en", **common).sender == "Blood & Bone Community"
    assert framed_letter("receipt", language="de", **common).sender == "Blood & Bone Community"
    home.refresh_from_db()
    home.unpublish()
    assert sender_name(community, "es") == "Blood & Bone Community"


def test_nobody_is_named_where_every_name_would_tell(community):
    CommunitySettings.objects.update(publisher_name="")
    assert sender_name(community, "en", is_discreet=True) == "Newsletter"


def test_confirmation_is_not_sent_for_what_is_gone_late_or_suppressed(community):
    a_request(community)
    Request.objects.update(expires_at=timezone.now())
    assert refusal("confirm") == "expired"
    Request.objects.update(expires_at=timezone.now() + timedelta(hours=1))
    suppress(parse_address(ANNA), Suppression.Reason.ASKED)
    assert refusal("confirm") == "suppressed"
    Request.objects.all().delete()
    assert refusal("confirm") == "gone"
    assert not Token.objects.exists()


def test_a_mailbox_gets_one_confirmation_a_day_however_it_is_written(community):
    for address in ("an.na+one@gmail.com", "anna@googlemail.com", "ANNA+two@gmail.com"):
        a_request(community, address)
    a_request(community, "berta@gmail.com")
    sent, dropped = [], []
    for mail in OutgoingMail.objects.order_by("created_at"):
        try:
            sent.append(str(write(mail).to))
        except NotToBeSentError as refused:
            dropped.append(str(refused))
    assert sent == ["an.na+one@gmail.com", "berta@gmail.com"]
    assert dropped == ["limit", "limit"]


def test_a_letter_that_is_written_again_is_counted_once(community):
    a_request(community)
    first, second = letter("confirm"), letter("confirm")
    assert first.to == second.to
    assert first.text != second.text
    for found in (first, second):
        assert Token.find(Token.Kind.CONFIRM, LINK.findall(found.text)[0].split("/")[-2])
    a_request(community)
    newest = OutgoingMail.objects.order_by("created_at").last()
    with pytest.raises(NotToBeSentError):
        write(newest)


def test_receipt_names_what_was_agreed_and_how_to_stop(community):
    contact = a_contact(community)
    found = letter("receipt")
    assert "- New articles on multiple myeloma, up to twice a month" in found.text
    preferences = next(each for each in LINK.findall(found.text) if "preferences" in each)
    assert Token.find(Token.Kind.PREFERENCES, preferences.split("/")[-2]).contact == contact
    [(name, content, kind)] = found.attachments
    assert (name, kind) == ("receipt.json", "application/json")
    assert json.loads(content)["header"]["subject"] == contact.subject


def test_receipt_speaks_of_the_words_as_they_were(community):
    a_contact(community)
    purpose = Purpose.objects.get()
    purpose.words = [PurposeWords(language="en", label="Every day something")]
    purpose.save()
    publish_purpose(purpose)
    assert "up to twice a month" in letter("receipt").text


def test_receipt_is_not_sent_to_somebody_who_stopped_or_is_gone(community):
    contact = a_contact(community)
    withdraw_all(contact, method="link")
    assert refusal("receipt") == "withdrawn"
    Contact.objects.all().delete()
    assert refusal("receipt") == "gone"


def test_change_is_told_with_what_changed_until_it_is_agreed_to(community):
    contact = a_contact(community)
    publish_words(community, Kind.PRIVACY, words="We share it.")
    tell_of_changes()
    found = letter("changed")
    assert "New articles on multiple myeloma" in found.text
    assert "/preferences/" in found.text
    assert "do you still agree" in found.subject
    withdraw_all(contact, method="link")
    assert refusal("changed") == "agreed"


def test_a_frame_takes_headers_and_keeps_its_own(community):
    found = framed_letter(
        "confirm",
        to=parse_address(ANNA),
        site=community,
        language="en",
        context={"labels": [], "url": "http://testserver/x", "asked_at": timezone.now()},
        headers={"List-Id": "<news.testserver>"},
    )
    assert found.headers == {"Auto-Submitted": "auto-generated", "List-Id": "<news.testserver>"}
    assert "\n\n\n" not in found.text
    assert [line for line in found.text.splitlines() if line.endswith(" ")] == ["-- "]


def test_community_is_called_as_above_its_pages_in_the_language_of_the_letter(community):
    spanish = Locale.objects.create(language_code="es")
    home = community.root_page.copy_for_translation(spanish)
    home.title = "Comunidad de la sangre"
    home.save_revision().publish()
    in_language(community, "es")
    found = letter("confirm")
    assert found.sender == "Comunidad de la sangre"
    assert "en Comunidad de la sangre" in found.text
    assert "Blood" not in found.text
    assert community_name(community, "de") == "Blood & Bone Community"
