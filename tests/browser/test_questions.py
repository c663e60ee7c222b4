"""Questions to ask the doctor: ticked, extended and printed, kept in the reader's own browser and nowhere else."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PHONE

pytestmark = pytest.mark.browser
ARTICLE = "/acute-myeloid-leukaemia/aml-diagnosis/"
QUESTION = "How sure is the diagnosis?"
OWN = "May I still travel in June?"


def test_ticks_and_own_questions_stay_after_the_page_is_closed(open_window):
    page = open_window(PHONE).open(ARTICLE)
    page.get_by_label(QUESTION).check()
    page.get_by_label("Add your own question").fill(OWN)
    page.get_by_role("button", name="Add question").click()
    expect(page.get_by_role("checkbox", name=OWN)).not_to_be_checked()
    expect(page.get_by_text("stays in this browser")).to_be_visible()
    page.reload()
    expect(page.get_by_label(QUESTION)).to_be_checked()
    expect(page.get_by_role("checkbox", name=OWN)).to_be_visible()


def test_reader_clears_and_takes_it_back(open_window):
    page = open_window().open(ARTICLE)
    page.get_by_label(QUESTION).check()
    page.get_by_label("Add your own question").fill(OWN)
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Clear my ticks and questions").click()
    expect(page.get_by_label(QUESTION)).not_to_be_checked()
    expect(page.get_by_role("checkbox", name=OWN)).to_have_count(0)
    assert page.evaluate("localStorage.length") == 0
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_label(QUESTION)).to_be_checked()
    expect(page.get_by_role("checkbox", name=OWN)).to_be_visible()
    page.get_by_role("button", name=f"Remove this question: {OWN}").click()
    expect(page.get_by_role("checkbox", name=OWN)).to_have_count(0)


def test_what_a_reader_types_is_text_and_never_markup(open_window):
    page = open_window().open(ARTICLE)
    page.get_by_label("Add your own question").fill("<img src=x onerror=alert(1)>")
    page.get_by_role("button", name="Add question").click()
    page.reload()
    expect(page.get_by_role("checkbox", name="<img src=x onerror=alert(1)>")).to_be_visible()
    assert page.locator(".question-list img").count() == 0


def test_broken_storage_takes_nothing_away(open_window):
    page = open_window().open(ARTICLE)
    page.evaluate("localStorage.setItem(`questions:${location.pathname}`, '{not json')")
    page.reload()
    page.get_by_label(QUESTION).check()
    expect(page.get_by_label(QUESTION)).to_be_checked()


def test_browser_that_keeps_nothing_says_so(open_window):
    window = open_window()
    window.page.add_init_script("Storage.prototype.setItem = () => { throw new Error('full') }")
    page = window.open(ARTICLE)
    page.get_by_label(QUESTION).check()
    expect(page.get_by_text("Print it before you leave")).to_be_visible()


def test_only_the_sheet_is_printed(open_window):
    page = open_window().open(ARTICLE)
    page.evaluate("window.print = () => {}")
    page.get_by_role("button", name="Print these questions").click()
    page.emulate_media(media="print")
    expect(page.get_by_text(QUESTION)).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_be_hidden()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_print_shows_addresses_words_and_the_day(open_window):
    page = open_window().open(ARTICLE)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    expect(page.locator(".printed-on")).to_be_visible()
    expect(page.locator(".references a").first).to_be_visible()
    expect(page.locator(".review-line").get_by_text("Last reviewed:")).to_be_visible()
    expect(page.get_by_role("navigation", name="Main")).to_be_hidden()
    if page.locator(".term-note").count():
        expect(page.locator(".term-note").first).to_be_visible()


def test_questions_are_a_plain_list_without_script(open_window):
    page = open_window(script=False).open(ARTICLE)
    expect(page.get_by_text(QUESTION)).to_be_visible()
    expect(page.get_by_role("button", name="Print these questions")).to_have_count(0)
