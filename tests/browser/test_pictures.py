"""Pictures in a real browser: modern formats, fetched when they are needed, and nothing moves while a page loads."""

import pytest

from tests.browser.conftest import DESKTOP, PHONE
from tests.served.pages import ARTICLE, PAGES

pytestmark = pytest.mark.browser
TOPIC = PAGES["topic"][0]
SHIFT = """() => new Promise((resolve) => {
  let total = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) total += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
  scrollTo(0, document.body.scrollHeight);
  setTimeout(() => { scrollTo(0, 0); setTimeout(() => resolve(total), 200); }, 400);
})"""
SHOWN = "() => [...document.images].map((image) => image.currentSrc)"


@pytest.mark.parametrize("path", ["/", TOPIC, ARTICLE], ids=["home", "topic", "article"])
@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_nothing_moves_while_a_page_loads(open_window, size, path):
    page = open_window(size).open(path)
    page.wait_for_load_state("networkidle")
    assert round(page.evaluate(SHIFT), 3) == 0  # as browsers report it


def test_a_modern_browser_gets_avif_and_no_more_of_it_than_it_needs(open_window):
    page = open_window(PHONE).open(TOPIC)
    page.wait_for_load_state("networkidle")
    [shown] = page.evaluate(SHOWN)
    assert shown.endswith(".avif")
    assert page.evaluate("document.images[0].naturalWidth") <= 2 * PHONE["width"]


def test_pictures_below_the_fold_wait_until_they_come_near(open_window):
    page = open_window(PHONE).open("/")
    assert {picture.get_attribute("loading") for picture in page.locator("img").all()} == {"lazy"}
