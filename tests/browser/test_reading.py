"""A reader arrives, searches, reads, follows a citation and comes back: on a phone, on a desktop, with and without
script, and by keyboard alone.
"""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import DESKTOP, PHONE
from tests.served.pages import ARTICLE, ARTICLE_TITLE, FORMS, PAGES

pytestmark = pytest.mark.browser
NARROWEST = {"width": 320, "height": 640}


def fits(page: Page) -> bool:
    """Whether the page needs no scrolling to the side."""
    return page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


@pytest.mark.parametrize("script", [True, False], ids=["with-script", "without-script"])
@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_reader_searches_reads_follows_a_citation_and_comes_back(open_window, size, script):
    page = open_window(size, script=script).open("/")
    page.get_by_role("search").first.get_by_role("searchbox").fill("myeloma comes back")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/search/\?q=myeloma"))
    page.get_by_role("main").get_by_role("link", name=ARTICLE_TITLE).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(ARTICLE_TITLE)

    citation = page.locator("#cite-1-1")
    citation.click()
    expect(page).to_have_url(re.compile(r"#ref-1$"))
    expect(page.locator("#ref-1")).to_be_in_viewport()
    page.locator("#ref-1").locator("a[href='#cite-1-1']").click()
    expect(page).to_have_url(re.compile(r"#cite-1-1$"))
    expect(citation).to_be_in_viewport()
    assert fits(page)


def test_reader_gets_past_the_header_with_the_skip_link(open_window):
    page = open_window(DESKTOP).open(ARTICLE)
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_keyboard_follows_a_citation_and_comes_back_to_the_same_place(open_window):
    page = open_window(DESKTOP).open(ARTICLE)
    page.locator("#cite-1-1").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#ref-1")).to_be_in_viewport()
    for _press in range(6):  # the reference's own links may come first
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.getAttribute('href')") == "#cite-1-1":
            break
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"#cite-1-1$"))
    expect(page.locator("#cite-1-1")).to_be_in_viewport()


@pytest.mark.parametrize("script", [True, False], ids=["with-script", "without-script"])
def test_keyboard_opens_and_closes_the_explanation_of_a_term(open_window, script):
    page = open_window(PHONE, script=script).open(ARTICLE)
    term = page.locator("button.term").first
    note = page.locator(f"#{term.get_attribute('popovertarget')}")
    expect(note).to_be_hidden()
    term.focus()
    page.keyboard.press("Enter")
    expect(note).to_be_visible()
    expect(note).to_be_in_viewport()
    page.keyboard.press("Escape")
    expect(note).to_be_hidden()
    expect(term).to_be_focused()


@pytest.mark.parametrize("name", PAGES | FORMS)
def test_every_stop_of_the_keyboard_can_be_seen(open_window, name):
    path, status = (PAGES | FORMS)[name]
    page = open_window(DESKTOP).open(path, status=status)
    stops = page.locator("a[href], button, input:not([type=hidden]), select, textarea, summary").count()
    seen = set()
    for _press in range(min(stops, 40)):
        page.keyboard.press("Tab")
        stop = page.evaluate(
            """() => {
                const element = document.activeElement, box = element.getBoundingClientRect();
                const style = getComputedStyle(element);
                return {
                    what: element.outerHTML.slice(0, 120),
                    shown: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight,
                    marked: style.outlineStyle !== 'none' || style.boxShadow !== 'none',
                };
            }"""
        )
        if stop["what"] in seen or stop["what"].startswith("<body"):
            break
        assert stop["shown"], stop["what"]
        assert stop["marked"], stop["what"]


@pytest.mark.parametrize("name", PAGES | FORMS)
def test_no_page_scrolls_to_the_side_on_the_narrowest_screen_or_when_text_is_twice_as_large(open_window, name):
    path, status = (PAGES | FORMS)[name]
    window = open_window(NARROWEST)
    page = window.open(path, status=status)
    assert fits(page)
    session = page.context.new_cdp_session(page)
    session.send("Page.setFontSizes", {"fontSizes": {"standard": 32, "fixed": 26}})
    for size in (PHONE, DESKTOP):
        page.set_viewport_size(size)
        assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "32px"
        assert fits(page), size


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_follow_the_reader_s_wish_for_light_or_dark(open_window, scheme):
    page = open_window(PHONE, scheme=scheme).open(ARTICLE)
    red, green, blue = map(
        int, re.findall(r"\d+", page.evaluate("getComputedStyle(document.body).backgroundColor"))[:3]
    )
    assert (min(red, green, blue) > 200) if scheme == "light" else (max(red, green, blue) < 60)


# Whether a citation stands below the letter before it, or the letter behind a term stands below the term.
TORN_LINES = """() => {
    const box = (node, at) => {
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        return range.getBoundingClientRect();
    };
    const letters = [];
    const walker = document.createTreeWalker(document.querySelector(".article-text"), NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) letters.push(walker.currentNode);
    return letters.flatMap((node, index) => {
        const before = letters[index - 1];
        const isCited = node.parentElement.matches(".citation a:first-child");
        const isBehindTerm = before?.parentElement.matches(".term") && /^[^\\s-]/.test(node.data);
        if (!before || !(isCited || isBehindTerm)) return [];
        const last = [...before.parentElement.getClientRects()].at(-1);
        const left = before.parentElement.matches(".term") ? last : box(before, before.data.length - 1);
        return box(node, 0).left < left.right - 1 ? [before.data.slice(-30) + "|" + node.data.slice(0, 10)] : [];
    });
}"""


@pytest.mark.parametrize("width", [320, 336, 352, 360, 375, 390, 412, 768])
def test_no_line_begins_with_a_citation_or_with_what_closes_behind_a_term(open_window, width):
    window = open_window({"width": width, "height": 740})
    for path in (ARTICLE, "/treatments/car-t-cell-therapy/", "/acute-myeloid-leukaemia/aml-diagnosis/"):
        assert window.open(path).evaluate(TORN_LINES) == []


def test_print_shows_the_references_with_their_addresses(open_window):
    page = open_window(DESKTOP).open(ARTICLE)
    page.emulate_media(media="print")
    expect(page.locator("#ref-1")).to_be_visible()
    expect(page.get_by_role("navigation", name="Main")).to_be_hidden()
    printed = page.locator("#ref-1 a[href^=http]").first.evaluate(
        "link => link.textContent + getComputedStyle(link, '::after').content"
    )
    assert "http" in printed or "doi" in printed.lower()
