"""The consent desk in a real browser: the way from an address to its contact, on a phone and by night, and axe."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from playwright.sync_api import expect

from consent.models import AddressReveal
from portal.models import User
from tests.browser.conftest import DESKTOP, PHONE
from tests.browser.test_accessibility import violations
from tests.consenting import ANNA, a_contact, a_purpose

expect.set_options(timeout=20_000)
pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def anna(community):
    """Anna, who confirmed a newsletter, and Dana, who looks after people's data."""
    dana = User.objects.create_user("dana", email="dana@example.org", first_name="Dana", last_name="Ferreira")
    dana.groups.add(Group.objects.get(name="Data protection"))
    return a_contact(community)


@pytest.fixture
def as_dana(chromium, live_server, client, anna):
    """``as_dana(PHONE)``: a tab in which Dana is signed in. All of them must have stayed silent in the end."""
    pages, errors = [], []

    def _as_dana(size=DESKTOP, **options):
        client.force_login(User.objects.get(username="dana"))
        cookie = {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}
        context = chromium.new_context(base_url=live_server.url, viewport=size, **options)
        context.add_cookies([cookie])
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        pages.append(page)
        return page

    yield _as_dana
    for page in pages:
        page.context.close()
    assert errors == []


def fits(page):
    """Whether nothing stands outside the width of the window."""
    return page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def look_at(page):
    """What must hold of every screen, on a phone and a desktop."""
    for size in (PHONE, DESKTOP):
        page.set_viewport_size(size)
        assert violations(page) == [], page.url
        assert fits(page), page.url


def test_from_an_address_to_its_contact_and_what_a_reason_opens(as_dana, anna):
    page = as_dana()
    page.goto(reverse("wagtailadmin_home"))
    page.get_by_role("link", name="Find a person").first.click()
    page.get_by_label("E-mail address").fill("anna@")
    page.get_by_role("button", name="Look up").click()
    expect(page.get_by_text("It should look like name@example.org.")).to_be_visible()
    expect(page.get_by_label("E-mail address")).to_have_value("anna@")
    page.get_by_label("E-mail address").fill(ANNA)
    page.get_by_role("button", name="Look up").click()
    page.get_by_role("link", name="Contact", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("a***@e***.org")
    assert ANNA not in page.content()
    page.get_by_role("link", name="See the address").click()
    page.get_by_label("Reason").fill("She asks by letter which one we have.")
    page.get_by_role("button", name="Record it and show the address").click()
    expect(page.get_by_text(ANNA)).to_be_visible()
    assert AddressReveal.objects.count() == 1
    assert ANNA not in page.url
    page.go_back()
    assert ANNA not in page.content()


def test_every_screen_is_accessible_and_fits(as_dana, anna):
    page = as_dana()
    screens = [reverse(name) for name in ("consent_desk", "consent_delivery", "consent_processing", "consent_mails")]
    screens += [reverse(name, args=[anna.pk]) for name in ("consent_contact", "consent_reveal", "consent_erase")]
    for screen in screens:
        page.goto(screen)
        page.evaluate("document.querySelectorAll('details').forEach((details) => { details.open = true; })")
        look_at(page)
    page.locator("button[type=submit].serious").click()
    expect(page.get_by_text("Make sure of it first.")).to_be_visible()
    look_at(page)
    page.goto(reverse("consent_find"))
    page.get_by_label("E-mail address").fill(ANNA)
    with page.expect_navigation():
        page.get_by_role("button", name="Look up").click()
    look_at(page)


def test_a_newsletter_with_a_long_name_fits_the_form(chromium, live_server, client, community):
    long = a_purpose(community, "long", label="New and updated articles on multiple myeloma, " * 4)
    client.force_login(User.objects.create_superuser("root", email="root@example.org"))
    cookie = {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}
    for size in (PHONE, DESKTOP):
        context = chromium.new_context(base_url=live_server.url, viewport=size)
        context.add_cookies([cookie])
        page = context.new_page()
        page.goto(reverse("newsletters:compose"))
        expect(page.locator("select option", has_text=long.words.get().label[:30]).first).to_be_attached()
        box = page.locator("select").bounding_box()
        context.close()
        assert box["x"] + box["width"] <= size["width"]
