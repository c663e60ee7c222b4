"""Pages that a mailed link opens, in a real browser: by keyboard, without script, on a small phone, and left alone."""

import itertools
import json
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from consent.models import Consent, ConsentEntry, Suppression, Token
from consent.receipts.making import receipt_text
from consent.rules.withdrawing import pause
from consent.versions.offers import Kind
from tests.browser.conftest import DESKTOP, Window
from tests.browser.test_accessibility import violations
from tests.consent.unchanged import everything
from tests.consenting import a_contact, a_request, publish_words

SMALL = {"width": 320, "height": 640}
PAGES = (
    "confirm",
    "confirmed",
    "refused",
    "used",
    "gone",
    "preferences",
    "refusal",
    "stop",
    "verify",
    "genuine",
    "junk",
)
pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def open_window(chromium, live_server, community):
    """Opens windows on the portal of this test. All of them must have stayed silent in the end."""
    windows = []

    def new(size=DESKTOP, *, script=True):
        context = chromium.new_context(base_url=live_server.url, viewport=size, java_script_enabled=script)
        windows.append(Window(context.new_page()))
        return windows[-1]

    yield new
    for window in windows:
        window.page.context.close()
    assert [complaint for window in windows for complaint in window.complaints] == []


@pytest.fixture
def link(community):
    return f"/confirm/{Token.issue(Token.Kind.CONFIRM, request=a_request(community))}/"


def press(page, button):
    """Presses a button that sends a form, and waits for the page that answers: what looks at it next would else meet
    the old page while it goes away.
    """
    with page.expect_navigation():
        page.get_by_role("button", name=button).click()


@pytest.fixture
def show(open_window, community):
    """Shows one of ``PAGES`` in a new window."""

    numbers = itertools.count()

    def shown(name, **options):
        window, number = open_window(**options), next(numbers)
        address = f"anna{number}@example.org"
        if name in ("confirm", "confirmed", "refused", "used"):
            path = f"/confirm/{Token.issue(Token.Kind.CONFIRM, request=a_request(community, address))}/"
            page = window.open(path)
            if name != "confirm":
                press(page, "This wasn’t me" if name == "refused" else "Confirm")
            return window.open(path) if name == "used" else page
        if name == "gone":
            return window.open("/confirm/never-made/", status=410)
        contact = a_contact(community, address, "myeloma-news", "leukaemia-news")
        if name == "stop":
            purpose = contact.consents.first().purpose
            return window.open(f"/u/{Token.issue(Token.Kind.UNSUBSCRIBE, contact=contact, purpose=purpose)}/")
        if name in ("preferences", "refusal"):
            pause(contact.consents.last(), until=timezone.now() + timedelta(days=30), method="link")
            publish_words(community, Kind.PRIVACY, words=f"We share it with {number} laboratories.")
            path = f"/preferences/{Token.issue(Token.Kind.PREFERENCES, contact=contact)}/"
            page = window.open(path)
            if name == "refusal":
                window._expected.add(path)
                press(page, "I agree")
            return page
        page = window.open("/consent/verify/")
        if name != "verify":
            entry = ConsentEntry.objects.filter(action="confirmed").last()
            page.get_by_label("Receipt", exact=True).fill(
                receipt_text(entry, community) if name == "genuine" else json.dumps([name])
            )
            press(page, "Check the receipt")
        return page

    return shown


def test_pages_are_accessible(show):
    for name in PAGES:
        assert violations(show(name)) == [], name


def test_pages_fit_a_small_phone_without_script(show):
    for name in PAGES:
        page = show(name, size=SMALL, script=False)
        assert page.locator("h1").count() == 1, name
        width = page.locator("html").bounding_box()["width"]
        assert width <= SMALL["width"], name
        box = page.locator("main").bounding_box()
        assert box["x"] + box["width"] <= SMALL["width"], name


def test_a_page_that_is_left_alone_changes_nothing(open_window, link, community):
    contact = a_contact(community, "berta@example.org")
    preferences = f"/preferences/{Token.issue(Token.Kind.PREFERENCES, contact=contact)}/"
    stop = f"/u/{Token.issue(Token.Kind.UNSUBSCRIBE, contact=contact, purpose=contact.consents.get().purpose)}/"
    before = everything()
    pages = [open_window().open(path) for path in (link, preferences, stop)]
    for page in pages:
        page.mouse.wheel(0, 2000)
        page.wait_for_timeout(1500)
        page.reload()
        page.go_back()
    assert everything() == before


def test_confirming_by_keyboard(open_window, link):
    page = open_window().open(link)
    confirm = page.get_by_role("button", name="Confirm: yes, I want this")
    for _press in range(40):
        page.keyboard.press("Tab")
        if confirm.evaluate("button => button === document.activeElement"):
            break
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Thank you, your address is confirmed")
    assert Consent.objects.active().count() == 1
    page.reload()
    assert Consent.objects.count() == 1
    assert page.context.cookies() == []


def test_both_answers_are_equally_easy_to_give(open_window, link):
    page = open_window(SMALL).open(link)
    boxes = [button.bounding_box() for button in page.locator("main form button").all()]
    assert len(boxes) == 2
    assert boxes[0]["width"] == boxes[1]["width"]
    assert min(box["height"] for box in boxes) >= 44


def test_not_me_without_script(open_window, link):
    page = open_window(script=False).open(link)
    page.get_by_role("button", name="This wasn’t me – never write to me").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("We won’t write to you again")
    assert Suppression.objects.count() == 1


def test_changing_what_one_gets_without_script(show):
    page = show("preferences", script=False)
    page.get_by_role("checkbox").first.check()
    page.get_by_role("button", name="I agree to what I ticked").click()
    expect(page.get_by_role("status")).to_contain_text("What you agreed to goes on")
    page.get_by_role("button", name="Make my mail discreet").click()
    expect(page.get_by_role("button", name="No longer discreet")).to_be_visible()
    page.get_by_label("Language of mail about your choices").select_option("es")
    page.get_by_role("button", name="Change the language").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Qué recibe")
    page.get_by_role("button", name="Detenerlo todo").click()
    expect(page.get_by_role("status")).to_contain_text("No recibirá más correos")
    assert not Consent.objects.active().exists()


def test_the_button_of_one_click(show):
    page = show("stop")
    page.get_by_role("button", name="Stop this mail").click()
    expect(page.get_by_role("heading", level=2).first).to_have_text("You will get no more of this")
    assert Consent.objects.active().count() == 1
