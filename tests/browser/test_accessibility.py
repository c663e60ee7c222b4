"""axe finds nothing to mend on any type of page, by day and by night: WCAG 2.2 A and AA, and best practice."""

import time

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import DESKTOP, PHONE
from tests.served.pages import ARTICLE, FORMS, PAGES

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
pytestmark = pytest.mark.browser


IS_MOVING = """() => document.getAnimations().some((one) => one.playState === "running"
    && one.effect.getComputedTiming().endTime !== Infinity)
  || [...document.querySelectorAll(".messages > ul")].some((list) => getComputedStyle(list).opacity !== "1")"""


def violations(page):
    """One line for each place that axe objects to, once all has come to rest: Wagtail's messages fade in."""
    ends = time.monotonic() + 10
    while page.evaluate(IS_MOVING):
        assert time.monotonic() < ends, f"{page.url} does not come to rest"
        page.wait_for_timeout(50)
    # Telling of every place that passes would take as long again.
    options = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]}
    found = Axe().run(page, options=options).response["violations"]
    return [
        f"{rule['id']}: {node['target']}: {node.get('failureSummary', rule['help'])}"
        for rule in found
        for node in rule["nodes"]
    ]


@pytest.mark.parametrize("name", PAGES | FORMS)
def test_every_type_of_page_is_accessible(open_window, name):
    path, status = (PAGES | FORMS)[name]
    page = open_window(DESKTOP).open(path, status=status)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert violations(page) == [], scheme


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_maintenance_page_is_accessible(open_window, served, scheme):
    window = open_window(DESKTOP, scheme=scheme)
    with served.under_maintenance():
        page = window.open("/", status=503)
        assert violations(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_article_is_accessible_on_a_phone_and_without_script(open_window, scheme):
    assert violations(open_window(PHONE, scheme=scheme).open(ARTICLE)) == []
