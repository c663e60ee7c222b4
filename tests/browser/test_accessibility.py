"""axe finds nothing to mend on any type of page, by day and by night: WCAG 2.2 A and AA, and best practice."""

import time

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import DESKTOP, PHONE
from tests.served.pages import ARTICLE, FORMS, PAGES

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOURS = ["color-contrast", "link-in-text-block"]
pytestmark = pytest.mark.browser


IS_MOVING = """() => document.getAnimations().some((one) => one.playState === "running"
    && one.effect.getComputedTiming().endTime !== Infinity)
  || [...document.querySelectorAll(".messages > ul")].some((list) => getComputedStyle(list).opacity !== "1")"""

PALE_BY_NIGHT = """() => {
  const heading = document.querySelector("h1");
  const night = matchMedia("(prefers-color-scheme: dark)");
  const paint = () => { heading.style.color = night.matches ? "#222" : ""; };
  night.addEventListener("change", paint);
}"""


def violations(page):
    """One line for each place that axe objects to: to anything by day, to colours by night as well."""
    found = _objections(page, {"type": "tag", "values": RULES})
    page.emulate_media(color_scheme="dark")
    found += [f"by night: {each}" for each in _objections(page, {"type": "rule", "values": COLOURS})]
    page.emulate_media(color_scheme="light")
    return found


def _objections(page, rules):
    """What axe finds once all has come to rest: Wagtail's messages fade in."""
    ends = time.monotonic() + 10
    while page.evaluate(IS_MOVING):
        assert time.monotonic() < ends, f"{page.url} does not come to rest"
        page.wait_for_timeout(50)
    # Telling of every place that passes would take as long again.
    found = Axe().run(page, options={"runOnly": rules, "resultTypes": ["violations"]}).response["violations"]
    return [
        f"{rule['id']}: {node['target']}: {node.get('failureSummary', rule['help'])}"
        for rule in found
        for node in rule["nodes"]
    ]


@pytest.mark.parametrize("name", PAGES | FORMS)
def test_every_type_of_page_is_accessible(open_window, name):
    path, status = (PAGES | FORMS)[name]
    assert violations(open_window(DESKTOP).open(path, status=status)) == []


def test_maintenance_page_is_accessible(open_window, served):
    window = open_window(DESKTOP)
    with served.under_maintenance():
        page = window.open("/", status=503)
        assert violations(page) == []


def test_article_is_accessible_on_a_phone(open_window):
    assert violations(open_window(PHONE).open(ARTICLE)) == []


def test_what_is_hard_to_read_by_night_alone_is_found(open_window):
    page = open_window(DESKTOP).open("/")
    page.evaluate(PALE_BY_NIGHT)
    assert {each.partition(": ")[0] for each in violations(page)} == {"by night"}
