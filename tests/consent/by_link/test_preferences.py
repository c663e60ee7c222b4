"""What one gets, and one step to change each of it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from consent.addresses import parse_address
from consent.models import Consent, ConsentEntry, Contact, OutgoingMail, Token
from consent.rules.erasing import erase
from consent.rules.standing import Obstacle, obstacle
from consent.rules.withdrawing import pause
from consent.versions.offers import Kind
from tests.consent.unchanged import everything
from tests.consenting import ANNA, a_contact, publish_words

NEW_WORDS = "We share how often you open mail with a laboratory."


@pytest.fixture
def anna(community):
    return a_contact(community, ANNA, "myeloma-news", "leukaemia-news")


@pytest.fixture
def path(anna):
    return f"/preferences/{Token.issue(Token.Kind.PREFERENCES, contact=anna)}/"


@pytest.fixture
def press(browser, path):
    """Presses a button, follows to the page that it leads to and gives its HTML."""

    def pressed(act, **values):
        response = browser.post(path, {"act": act, **values})
        assert response.status_code == 303
        assert not response.cookies
        return browser.get(response.headers["Location"]).content.decode()

    return pressed


def consent_of(contact, code):
    return contact.consents.get(purpose__code=code)


def actions():
    return list(ConsentEntry.objects.exclude(action__in=["requested", "terms", "confirmed"]).values_list("action"))


def test_page_shows_what_one_gets_and_the_address_masked(browser, path):
    response = browser.get(path)
    html = response.content.decode()
    assert html.count("New articles on multiple myeloma, up to twice a month</h3>") == 2
    assert "a***@e***.org" in html
    assert ANNA not in html
    assert "no-store" in response.headers["Cache-Control"]
    assert response.headers["Referrer-Policy"] == "same-origin"


def test_opening_changes_nothing(browser, path):
    before = everything()
    for _time in range(25):
        assert browser.head(path).status_code == 200
        assert browser.get(f"{path}?act=stop-all&done=stopped").status_code == 200
    assert everything() == before


def test_one_thing_is_stopped_in_one_step(press, anna):
    html = press("stop", consent=consent_of(anna, "myeloma-news").pk)
    assert "Stopped. You will get no more of this." in html
    assert [each.purpose.code for each in anna.consents.active()] == ["leukaemia-news"]
    press("stop", consent=consent_of(anna, "myeloma-news").pk)
    assert actions() == [("withdrawn",)]


def test_everything_is_stopped_in_one_step(press, anna):
    assert "You get no mail from us." in press("stop-all")
    assert not anna.consents.active().exists()


@pytest.mark.parametrize(("months", "days"), [("1", 30), ("3", 91), ("6", 183)])
def test_mail_is_paused_and_goes_on(press, anna, months, days):
    consent = consent_of(anna, "myeloma-news")
    assert "Paused until" in press("pause", consent=consent.pk, months=months)
    consent.refresh_from_db()
    assert abs(consent.paused_until - timezone.now() - timedelta(days=days)) < timedelta(minutes=1)
    assert obstacle(consent) is Obstacle.PAUSED
    assert "It goes on." in press("resume", consent=consent.pk)
    consent.refresh_from_db()
    assert obstacle(consent) is None
    assert actions() == [("paused",), ("resumed",)]


@pytest.mark.parametrize("months", ["", "2", "600", "-1", "one"])
def test_a_pause_of_another_length_is_none(press, anna, months):
    press("pause", consent=consent_of(anna, "myeloma-news").pk, months=months)
    assert not actions()


def test_nobody_stops_what_another_person_gets(press, community, anna):
    berta = a_contact(community, "berta@example.org", "myeloma-news").consents.get()
    for consent in (berta.pk, "", "x", "9" * 40, "-1"):
        press("stop", consent=consent)
        press("pause", consent=consent, months="1")
        press("resume", consent=consent)
    assert Consent.objects.active().count() == 3
    assert not actions()


def test_a_button_of_an_old_page_is_not_called_done(press, anna):
    consent = consent_of(anna, "myeloma-news")
    press("pause", consent=consent.pk, months="1")
    press("stop", consent=consent.pk)
    assert "It goes on." not in press("resume", consent=consent.pk)
    assert "What you agreed to goes on." not in press("agree", renewal="1:en", purpose="myeloma-news", seen="o1:0")


def test_mail_becomes_discreet_and_changes_its_language(browser, path, press, anna):
    assert "tell nothing of health" in press("discreet", discreet="yes")
    assert Contact.objects.get().is_discreet
    press("discreet", discreet="no")
    assert not Contact.objects.get().is_discreet
    response = browser.post(path, {"act": "language", "language": "de"})
    assert response.headers["Location"] == f"/de{path}?done=language"
    assert Contact.objects.get().language == "de"
    page = browser.get(response.headers["Location"]).content.decode()
    assert "Newsletter bleiben in der Sprache, in der Sie sich angemeldet haben." in page
    assert "Seit dem <time" in page
    assert browser.post(f"/de{path}", {"act": "stop-all"}).headers["Location"].startswith("/de/")
    press("language", language="tlh")
    assert Contact.objects.get().language == "de"


def test_changed_words_are_agreed_to_anew_with_a_box_that_nobody_ticked_before(browser, path, press, community, anna):
    assert "Words that have changed" not in browser.get(path).content.decode()
    publish_words(community, Kind.PRIVACY, words=NEW_WORDS)
    response = browser.get(path)
    html, renewal = response.content.decode(), response.context["renewals"][0]
    assert NEW_WORDS in html
    assert " checked" not in html
    values = {"renewal": f"{community.pk}:en", "seen": renewal.offer.digest}
    refused = browser.post(path, {"act": "agree", **values})
    assert refused.status_code == 422
    assert "Please tick what you agree to." in refused.content.decode()
    OutgoingMail.objects.all().delete()
    assert "Thank you." in press("agree", purpose="myeloma-news", **values)
    assert obstacle(consent_of(anna, "myeloma-news")) is None
    assert obstacle(consent_of(anna, "leukaemia-news")) is Obstacle.CHANGED
    entry = ConsentEntry.objects.last()
    assert (entry.action, entry.method, entry.subject, entry.request_id) == ("confirmed", "link", anna.subject, "")
    assert [each["code"] for each in entry.purposes] == ["myeloma-news"]
    assert OutgoingMail.objects.get().kind == "receipt"


def test_words_that_changed_while_the_page_was_open_are_shown_before_anything_is_agreed_to(
    browser, path, community, anna
):
    publish_words(community, Kind.PRIVACY, words=NEW_WORDS)
    seen = browser.get(path).context["renewals"][0].offer.digest
    publish_words(community, Kind.PRIVACY, words="We sell it.", is_material=False)
    values = {"act": "agree", "renewal": f"{community.pk}:en", "seen": seen, "purpose": "myeloma-news"}
    refused = browser.post(path, values)
    assert refused.status_code == 422
    assert "We sell it." in refused.content.decode()
    assert obstacle(consent_of(anna, "myeloma-news")) is Obstacle.CHANGED


def test_agreeing_to_what_has_not_changed_or_to_another_purpose_is_nothing(browser, path, press, community, anna):
    before = ConsentEntry.objects.count()
    press("agree", renewal=f"{community.pk}:en", seen="", purpose="myeloma-news")
    press("agree", renewal="x")
    publish_words(community, Kind.PRIVACY, words=NEW_WORDS)
    digest = browser.get(path).context["renewals"][0].offer.digest
    values = {"act": "agree", "renewal": f"{community.pk}:en", "seen": digest, "purpose": "something-else"}
    assert browser.post(path, values).status_code == 422
    assert ConsentEntry.objects.count() == before


def test_forms_of_other_sites_and_unknown_buttons_do_nothing(browser, path, press):
    before = everything()
    elsewhere = {"Sec-Fetch-Site": "cross-site"}
    assert browser.post(path, {"act": "stop-all"}, headers=elsewhere).status_code == 403
    press("erase-everybody")
    assert everything() == before


def test_a_link_that_is_unknown_too_old_or_whose_owner_is_erased_no_longer_works(browser, path, community):
    unknown = browser.get("/preferences/never-made/")
    assert unknown.status_code == 410
    erase(parse_address(ANNA), method="link")
    for answer in (browser.get(path), browser.post(path, {"act": "stop-all"})):
        assert answer.status_code == 410
        assert answer.content == unknown.content
    other = Token.issue(Token.Kind.PREFERENCES, contact=a_contact(community))
    Token.objects.update(expires_at=timezone.now())
    assert browser.get(f"/preferences/{other}/").status_code == 410


def test_a_link_of_another_kind_opens_nothing(browser, anna):
    text = Token.issue(Token.Kind.UNSUBSCRIBE, contact=anna, purpose=anna.consents.first().purpose)
    assert browser.get(f"/preferences/{text}/").status_code == 410


def test_a_refused_form_leaves_its_link_in_no_log(browser, path, caplog):
    browser.post(path, {"act": "stop-all"}, headers={"Sec-Fetch-Site": "cross-site"})
    browser.get("/preferences/never-made/")
    assert "preferences/" not in caplog.text


def test_page_takes_few_queries_however_much_one_gets(browser, path, community, django_assert_max_num_queries):
    publish_words(community, Kind.PRIVACY, words=NEW_WORDS)
    browser.get(path)
    with django_assert_max_num_queries(12):
        browser.get(path)


def test_paused_mail_says_until_when(browser, path, anna):
    pause(consent_of(anna, "myeloma-news"), until=timezone.now() + timedelta(days=9), method="link")
    assert browser.get(path).content.decode().count("Go on now") == 1


def test_a_wish_that_could_not_be_written_down_is_not_called_done(browser, path, anna, full_disk):
    answer = browser.post(path, {"act": "stop-all"})
    assert answer.status_code == 503
    assert "could not be written down" in answer.content.decode()
    assert anna.consents.active().count() == 2
