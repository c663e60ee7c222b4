"""A material change is told to each person once, and to nobody else."""

from datetime import timedelta

from django.utils import timezone

from consent.models import OutgoingMail
from consent.rules.renewing import outdated, renew
from consent.rules.telling import tell_of_changes
from consent.rules.withdrawing import pause, resume, withdraw_all
from consent.versions.offers import SIGN_UP, Kind
from consent.versions.publishing import retire
from tests.consenting import ANNA, a_contact, publish_words


def letters():
    return OutgoingMail.objects.filter(kind="changed")


def change(site, kind=Kind.PRIVACY, code="", *, words="We share it.", is_material=True):
    publish_words(site, kind, code, words=words, is_material=is_material)


def test_one_letter_tells_of_all_that_changed_and_none_tells_it_again(community):
    anna, berta = a_contact(community), a_contact(community, "berta@example.org", "myeloma-news", "leukaemia-news")
    assert tell_of_changes() == 0
    change(community)
    change(community, Kind.NOTICE, SIGN_UP)
    assert tell_of_changes() == 2
    assert {mail.contact for mail in letters()} == {anna, berta}
    letters().delete()  # as the purge does after a month
    assert tell_of_changes() == 0


def test_the_next_change_is_told_anew_and_a_typo_is_not(community):
    a_contact(community)
    change(community)
    assert tell_of_changes() == 1
    change(community, words="We share it!", is_material=False)
    assert tell_of_changes() == 0
    change(community, words="We sell it.")
    assert tell_of_changes() == 1
    assert letters().count() == 2


def test_agreeing_to_a_part_does_not_tell_of_the_rest_again(community):
    contact = a_contact(community, ANNA, "myeloma-news", "leukaemia-news")
    change(community)
    tell_of_changes()
    offer = outdated(contact)[0].offer
    renew(contact=contact, site=community, language="en", chosen=["myeloma-news"], seen=offer.digest)
    assert tell_of_changes() == 0
    assert [each.labels for each in outdated(contact)] == [["New articles on multiple myeloma, up to twice a month"]]


def test_whoever_stopped_or_has_no_such_purpose_any_more_is_left_alone(community):
    withdraw_all(a_contact(community), method="link")
    a_contact(community, "berta@example.org", "leukaemia-news")
    retire(site=community, kind=Kind.PURPOSE, code="leukaemia-news")
    change(community)
    assert tell_of_changes() == 0


def test_whoever_wanted_silence_is_told_when_it_is_over(community):
    consent = a_contact(community).consents.get()
    pause(consent, until=timezone.now() + timedelta(days=30), method="link")
    change(community)
    assert tell_of_changes() == 0
    resume(consent, method="link")
    assert tell_of_changes() == 1


def test_whoever_agrees_after_the_change_is_not_told_of_it(community):
    a_contact(community)
    change(community)
    tell_of_changes()
    letters().delete()
    a_contact(community, "berta@example.org")
    assert tell_of_changes() == 0


def test_change_that_came_in_another_language_first_is_told_too(community):
    contact = a_contact(community)
    change(community)  # in English, before there was a Spanish policy
    for kind, code in ((Kind.PRIVACY, ""), (Kind.NOTICE, SIGN_UP), (Kind.PURPOSE, "myeloma-news")):
        publish_words(community, kind, code, words="En español.", language="es", is_material=False)
    contact.consents.update(language="es")
    assert tell_of_changes() == 1
    assert tell_of_changes() == 0
