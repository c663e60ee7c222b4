"""From "what do you hold on me?" to the last page: by keyboard, without script, on a small phone, translated."""

import pytest

from consent.addresses import parse_address
from consent.models import AddressReveal, Contact, Request, Token
from consent.versions.offers import ACCESS, SIGN_UP, Kind
from portal.models import CommunitySettings
from tests.browser.conftest import Window
from tests.browser.test_accessibility import violations
from tests.consent.rights.pages import an_access_link
from tests.consenting import ANNA, a_contact, publish_words

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SMALL = {"width": 320, "height": 640}


@pytest.fixture
def anna(community):
    """Somebody who is known, and at whose address a member of staff looked."""
    CommunitySettings.objects.update(contact_email="hello@example.org", publisher_address="1 Long Road\nSpringfield")
    contact = a_contact(community, ANNA, "myeloma-news", "migraine-news")
    AddressReveal.objects.create(
        contact=contact,
        subject=contact.subject,
        user_id=1,
        username="ruth",
        reason="Wrote to us",
    )
    return contact


@pytest.fixture
def open_window(chromium, live_server, community):
    """Opens windows on the portal of this test, which must stay silent."""
    windows = []

    def new(size=SMALL, **options):
        context = chromium.new_context(base_url=live_server.url, viewport=size, **options)
        windows.append(Window(context.new_page()))
        return windows[-1]

    yield new
    assert [complaint for window in windows for complaint in window.complaints] == []
    for window in windows:
        window.page.context.close()


def fits(page):
    """Whether nothing stands beside the window."""
    return page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def press(page, name):
    """Finds a button by the keyboard alone, and presses it."""
    for _step in range(80):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent.trim()") == name:
            with page.expect_navigation():
                page.keyboard.press("Enter")
            return
    raise AssertionError(f"The keyboard does not reach “{name}”.")


@pytest.mark.parametrize("script", [True, False])
def test_question_is_asked_by_keyboard_and_errors_stand_beside_the_fields(open_window, anna, script):
    window = open_window(java_script_enabled=script)
    window._expected.add("/my-data/")
    page = window.open("/my-data/")
    assert violations(page) == [] if script else True
    page.get_by_label("Your e-mail address").focus()
    page.keyboard.type("anna@")
    press(page, "Send me the link")
    assert page.get_by_role("alert").is_visible()
    assert page.get_by_label("Your e-mail address").input_value() == "anna@"
    assert page.get_by_text("Please tick the box").count() == 2
    assert fits(page)
    page.get_by_label("Your e-mail address").fill(ANNA)
    page.get_by_role("checkbox").focus()
    page.keyboard.press("Space")
    press(page, "Send me the link")
    assert page.get_by_role("heading", level=1).inner_text() == "Check your inbox"
    assert fits(page)
    assert Request.objects.get().kind == "access"
    assert page.context.cookies() == []


@pytest.mark.parametrize("script", [True, False])
def test_from_the_link_to_the_last_page(open_window, anna, community, script):
    page = open_window(java_script_enabled=script).open(an_access_link(community))
    press(page, "Show my data")
    assert ANNA in page.inner_text("main")
    assert "ruth" in page.inner_text("main")
    assert fits(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="Save for programs (JSON)").click()
    assert download.value.suggested_filename == "my-data.json"
    page.get_by_role("button", name="Stop all mail").click()
    assert page.get_by_role("status").inner_text().startswith("You have withdrawn everything.")
    press(page, "Erase everything …")
    assert "What stays, and why" in page.inner_text("main")
    assert fits(page)
    press(page, "Back, erase nothing")
    press(page, "Erase everything …")
    press(page, "Erase everything")
    assert page.get_by_role("heading", level=1).inner_text() == "Everything is erased"
    assert not Contact.objects.exists()
    assert page.context.cookies() == []


def test_address_is_corrected_by_keyboard(open_window, anna, community):
    page = open_window().open(an_access_link(community))
    press(page, "Show my data")
    press(page, "Correct the address")
    assert violations(page) == []
    assert fits(page)
    page.get_by_label("Your new e-mail address").fill("anna.new@example.net")
    page.get_by_role("checkbox").check()
    press(page, "Write to the new address")
    assert "We have written to the new address." in page.get_by_role("status").inner_text()
    token = Token.issue(Token.Kind.CORRECT, request=Request.objects.get(kind="correction"))
    page.goto(f"/my-data/new-address/{token}/")
    assert violations(page) == []
    press(page, "Use this address")
    assert "corrected" in page.inner_text("h1")
    assert Contact.objects.of(parse_address("anna.new@example.net")).exists()


def test_pages_behind_the_link_are_accessible(open_window, anna, community):
    page = open_window({"width": 1280, "height": 900}).open(an_access_link(community))
    assert violations(page) == []
    page.get_by_role("button", name="Show my data").click()
    for words in page.locator("summary").all():
        words.click()
    assert violations(page) == []
    page.get_by_role("button", name="Erase everything …").click()
    assert violations(page) == []


def test_page_left_alone_with_script_opens_nothing(open_window, anna, community):
    path = an_access_link(community)
    page = open_window().open(path)
    page.wait_for_timeout(3000)
    assert Token.objects.get(kind=Token.Kind.ACCESS).used_at is None


@pytest.mark.parametrize(("language", "words"), [("es", "Mostrar mis datos"), ("de", "Meine Daten zeigen")])
def test_other_languages_are_spoken(open_window, anna, community, language, words):
    for kind, code in ((Kind.NOTICE, ACCESS), (Kind.NOTICE, SIGN_UP), (Kind.PRIVACY, "")):
        publish_words(community, kind, code, words="...", language=language)
    page = open_window().open(f"/{language}{an_access_link(community)}")
    page.get_by_role("button", name=words).click()
    assert ANNA in page.inner_text("main")
    assert "What" not in page.inner_text("h1")
    assert fits(page)
