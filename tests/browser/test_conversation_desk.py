"""The desk of the conversation in a real browser: every screen with axe, on a phone and a desktop, and an appeal."""

import pytest
from django.contrib.auth.models import Group
from playwright.sync_api import expect

from comments.desk.screens import url_of
from comments.models import Appeal
from portal.models import User
from tests.browser.conftest import DESKTOP, PHONE
from tests.browser.test_accessibility import violations
from tests.comments.desk.further.conftest import a_desk
from tests.comments.desk.further.screens import screens_of

expect.set_options(timeout=20_000)
pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def desk(article):
    """One of everything, and Leonie, who leads moderation."""
    leonie = User.objects.create_user("leonie", email="leonie@staff.example.org", first_name="Leonie")
    leonie.groups.add(Group.objects.get(name="Lead moderators"))
    return a_desk(article)


@pytest.fixture
def as_leonie(chromium, live_server, client, desk):
    """``as_leonie(PHONE)``: a tab in which Leonie is signed in. All of them must have stayed silent in the end."""
    pages, errors = [], []

    def _as_leonie(size=DESKTOP, **options):
        client.force_login(User.objects.get(username="leonie"))
        cookie = {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}
        context = chromium.new_context(base_url=live_server.url, viewport=size, **options)
        context.add_cookies([cookie])
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        pages.append(page)
        return page

    yield _as_leonie
    for page in pages:
        page.context.close()
    assert errors == []


def test_every_screen_is_accessible_and_fits(as_leonie, desk):
    page = as_leonie()
    for screen in screens_of(desk):
        if screen.endswith("/results/"):
            continue  # a part of a page
        page.goto(screen)
        for size in (PHONE, DESKTOP):
            page.set_viewport_size(size)
            assert violations(page) == [], screen
            assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), screen


def test_an_appeal_is_heard_from_the_list_and_what_is_missing_is_said(as_leonie, desk):
    page = as_leonie()
    page.goto(url_of("appeals"))
    page.get_by_role("link", name="I wrote about myself alone").click()
    page.get_by_role("radio", name="Overturn: publish the comment").check()
    page.get_by_role("button", name="Record the outcome").click()
    expect(page.get_by_text("This field is required.")).to_be_visible()
    expect(page.get_by_role("radio", name="Overturn: publish the comment")).to_be_checked()
    assert violations(page) == []
    page.get_by_label("Answer to the author").fill("We read it again. It is about yourself.")
    page.get_by_role("button", name="Record the outcome").click()
    expect(page.get_by_text("The outcome is recorded.")).to_be_visible()
    assert Appeal.objects.get().outcome == "overturned"
