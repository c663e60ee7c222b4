"""The way in with a real browser: an app, a passkey, without script, on a phone, by night; and axe."""

import base64
import time

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from playwright.sync_api import expect

from portal.models import User
from portal.sign_in import totp
from tests.browser.conftest import DESKTOP, PHONE
from tests.browser.test_accessibility import violations

expect.set_options(timeout=20_000)
pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PASSWORD = "seven quiet herons"


@pytest.fixture
def ada(community, settings):
    """Ada, who needs a second factor."""
    settings.REQUIRE_SECOND_FACTOR = True
    user = User.objects.create_user("ada", email="ada@example.org", password=PASSWORD)
    user.groups.add(Group.objects.get(name="Editors"))
    return user


@pytest.fixture
def tab(chromium, live_server, ada):
    """``tab(PHONE)``: a tab at ``localhost``, since passkeys need a name. All of them must have stayed silent."""
    contexts, errors = [], []

    def _tab(size=DESKTOP, **options):
        base_url = live_server.url.replace("127.0.0.1", "localhost")
        context = chromium.new_context(base_url=base_url, viewport=size, **options)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda message: message.type == "error" and errors.append(message.text))
        return page

    yield _tab
    for context in contexts:
        context.close()
    assert errors == []


def type_password(page):
    page.goto(reverse("wagtailadmin_login"))
    page.locator("input[name=username]").fill("ada")
    page.locator("input[name=password]").fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()


def fits(page):
    return page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def well_made(page):
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.wait_for_load_state()
    assert violations(page) == [], page.url
    assert fits(page), page.url


def secret_of(page):
    text = page.locator(".portal-secret").inner_text().replace(" ", "")
    return base64.b32decode(text + "=" * (-len(text) % 8))


def code_of(secret, steps=0):
    return totp.code_at(secret, int(time.time()) // totp.STEP + steps)


@pytest.mark.parametrize(
    ("size", "options"),
    [(PHONE, {}), (DESKTOP, {"java_script_enabled": False})],
    ids=["phone", "without script"],
)
def test_app_is_set_up_at_the_first_sign_in_and_asked_for_at_the_next(tab, size, options):
    page = tab(size, **options)
    look = (lambda page: None) if "java_script_enabled" in options else well_made
    type_password(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Set up a second factor")
    look(page)
    page.get_by_role("link", name="Use an app").click()
    secret = secret_of(page)
    look(page)
    page.get_by_label("Code that the app shows now").fill("12")
    page.get_by_role("button", name="Set up").click()
    expect(page.get_by_text("This is not the code that the app shows now.")).to_be_visible()
    look(page)
    page.get_by_label("Code that the app shows now").fill(code_of(secret))
    page.get_by_role("button", name="Set up").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your recovery codes")
    expect(page.locator(".portal-codes code")).to_have_count(10)
    first = page.locator(".portal-codes code").first.inner_text()
    look(page)
    page.get_by_role("link", name="I have kept them: go on").click()
    page.wait_for_url("**/admin/")
    page.context.clear_cookies(name="sessionid")
    type_password(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Second step")
    look(page)
    page.get_by_label("Code").press_sequentially(first)
    page.keyboard.press("Enter")
    page.wait_for_url("**/admin/")
    page.goto(reverse("sign_in_security"))
    expect(page.get_by_text("You have 9 codes left.")).to_be_visible()
    look(page)


def test_passkey_is_made_and_opens_the_door_with_and_without_the_password(tab):
    page = tab()
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    device = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    session.send("WebAuthn.addVirtualAuthenticator", {"options": device})
    type_password(page)
    page.get_by_role("link", name="Use a passkey").click()
    well_made(page)
    page.get_by_role("button", name="Make a passkey").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your recovery codes")
    page.context.clear_cookies(name="sessionid")
    type_password(page)
    well_made(page)
    page.get_by_role("button", name="Use your passkey").click()
    page.wait_for_url("**/admin/")
    page.context.clear_cookies(name="sessionid")
    page.goto(reverse("wagtailadmin_login"))
    page.get_by_role("button", name="Sign in with a passkey").click()
    well_made(page)
    page.get_by_role("button", name="Use your passkey").click()
    page.wait_for_url("**/admin/")
    page.goto(reverse("sign_in_security"))
    page.get_by_role("link", name="Remove “This device”").click()
    well_made(page)
    page.get_by_role("button", name="Remove it").click()
    expect(page.get_by_text("This is your only second factor.")).to_be_visible()
    well_made(page)
