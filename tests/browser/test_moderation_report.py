"""The report on moderation and the public page of a year in a real browser: on a phone, by night, and axe."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.core.cache import cache
from django.utils import timezone

from portal.models import User
from tests.browser.conftest import DESKTOP, PHONE
from tests.browser.test_accessibility import violations
from tests.comments.knowing.conftest import Action, decided
from tests.conversing import publish_rules

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("decisions")]
NARROW = {"width": 320, "height": 640}


@pytest.fixture
def decisions(community):
    """What Lena reads about."""
    cache.clear()
    lena = User.objects.create_user("lena", email="lena@example.org")
    lena.groups.add(Group.objects.get(name="Lead moderators"))
    publish_rules(community)
    now = timezone.now() - timedelta(minutes=10)
    for number in range(9):
        decided(Action.CONFIRM, at=now, site=community.pk, comment_id=number)
        decided(Action.REJECT, at=now, site=community.pk, comment_id=number, rule_code="kind", waited=number * 90)
    yield
    cache.clear()


def fits(page):
    """Whether nothing stands outside the width of the window."""
    return page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_the_report_is_read_on_any_screen_by_day_and_by_night(chromium, live_server, client):
    client.force_login(User.objects.get(username="lena"))
    cookie = {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}
    for size in (DESKTOP, PHONE):
        context = chromium.new_context(base_url=live_server.url, viewport=size)
        context.add_cookies([cookie])
        page = context.new_page()
        page.goto("/admin/conversation/report/")
        for summary in page.locator(".moderation-part summary").all():
            summary.click()
        assert fits(page)
        assert violations(page) == []
        context.close()


def test_a_year_is_read_without_script_on_the_narrowest_screen(chromium, live_server):
    context = chromium.new_context(base_url=live_server.url, viewport=NARROW, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"/conversation/transparency/{timezone.now().year}/")
    assert page.get_by_text("Be kind to everybody here.").is_visible()
    context.close()
    context = chromium.new_context(base_url=live_server.url, viewport=NARROW)
    page = context.new_page()
    page.goto(f"/conversation/transparency/{timezone.now().year}/")
    assert fits(page)
    assert violations(page) == []
    context.close()
