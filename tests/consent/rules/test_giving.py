"""A link that is opened late gives no consent to older words than the person has agreed to meanwhile."""

from datetime import timedelta

from django.utils import timezone

from consent.mail.letter import write
from consent.models import Consent, ConsentEntry, OutgoingMail, Token
from consent.rules.confirming import Outcome, confirm
from consent.rules.renewing import outdated, renew
from consent.rules.standing import Obstacle, obstacle
from consent.rules.telling import tell_of_changes
from consent.rules.withdrawing import pause, withdraw_all
from consent.versions.offers import SIGN_UP, Kind
from tests.consenting import ANNA, a_contact, a_request, publish_words


def a_link(site, *codes):
    return Token.issue(Token.Kind.CONFIRM, request=a_request(site, ANNA, *codes))


def change(site, kind=Kind.NOTICE, code=SIGN_UP, words="We count how many mails you open."):
    publish_words(site, kind, code, words=words)


def agree_anew(contact):
    for renewal in outdated(contact):
        seen = renewal.offer.digest
        renew(contact=contact, site=renewal.site, language="en", chosen=renewal.offer.boxes, seen=seen)


def versions():
    return list(Consent.objects.order_by("pk").values_list("purpose_version", "notice_version", "privacy_version"))


def test_a_link_from_before_a_change_leaves_the_newer_agreement_and_sends_its_receipt(community):
    anna = a_contact(community)
    link = a_link(community)
    change(community)
    assert tell_of_changes() == 1
    agree_anew(anna)
    newer = anna.consents.get().entry_number
    OutgoingMail.objects.all().delete()
    assert confirm(link).outcome is Outcome.CONFIRMED
    assert obstacle(anna.consents.get()) is None
    assert versions() == [(1, 2, 1)]
    assert anna.consents.get().entry_number == newer
    assert ConsentEntry.objects.last().action == "confirmed"
    mail = OutgoingMail.objects.get(kind="receipt")
    assert mail.subject_id == str(newer)
    assert write(mail).attachments


def test_what_the_late_link_adds_is_given_and_told_of(community):
    anna = a_contact(community)
    link = a_link(community, "myeloma-news", "leukaemia-news")
    change(community, Kind.PRIVACY, "", "We share it.")
    agree_anew(anna)
    OutgoingMail.objects.all().delete()
    confirm(link)
    assert [obstacle(each) for each in anna.consents.order_by("pk")] == [None, Obstacle.CHANGED]
    assert OutgoingMail.objects.filter(kind="receipt").count() == 2
    assert tell_of_changes() == 1


def test_a_change_of_health_data_counts_as_any_other(community):
    anna = a_contact(community)
    link = a_link(community)
    for words in ("We share nothing.", "We share it."):
        change(community, Kind.HEALTH_DATA, "", words)
    agree_anew(anna)
    confirm(link)
    assert obstacle(anna.consents.get()) is None
    assert anna.consents.get().health_data_version == 2


def test_an_editorial_change_is_no_step_back_either(community):
    anna = a_contact(community)
    link = a_link(community)
    publish_words(community, Kind.PRIVACY, words="How we look after all that you tell us.", is_material=False)
    confirm(a_link(community))
    confirm(link)
    assert versions() == [(1, 1, 2)]
    assert obstacle(anna.consents.get()) is None


def test_whoever_stopped_and_says_yes_to_old_words_is_told_of_the_new_ones_once_more(community):
    anna = a_contact(community)
    link = a_link(community)
    change(community)
    assert tell_of_changes() == 1
    withdraw_all(anna, method="link")
    confirm(link)
    assert obstacle(anna.consents.get()) is Obstacle.CHANGED
    assert tell_of_changes() == 1
    assert tell_of_changes() == 0
    assert OutgoingMail.objects.filter(kind="changed").count() == 2


def test_a_late_link_ends_a_pause_of_the_newer_agreement(community):
    anna = a_contact(community)
    link = a_link(community)
    change(community)
    agree_anew(anna)
    pause(anna.consents.get(), until=timezone.now() + timedelta(days=30), method="link")
    confirm(link)
    assert obstacle(anna.consents.get()) is None


def test_in_another_language_the_later_choice_counts_unless_it_waits_for_new_words(community):
    anna = a_contact(community)
    link, late = a_link(community), a_link(community)
    anna.consents.update(language="es", purpose_version=3, notice_version=3, privacy_version=3)
    confirm(link)
    assert (anna.consents.get().language, versions()) == ("en", [(1, 1, 1)])
    anna.consents.update(language="es", purpose_version=3, notice_version=3, privacy_version=3)
    change(community)
    confirm(late)
    assert (anna.consents.get().language, versions()) == ("es", [(3, 3, 3)])


def test_newer_words_take_the_place_of_older_ones(community):
    anna = a_contact(community)
    change(community)
    confirm(a_link(community))
    assert versions() == [(1, 2, 1)]
    assert obstacle(anna.consents.get()) is None
