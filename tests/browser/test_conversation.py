"""The conversation in a real browser: on a phone and a wide screen, without script, by keyboard, in print, with axe."""

import pytest
from playwright.sync_api import expect

from comments.models import Conversation
from comments.models.comment import State
from comments.rules.authoring import withdraw
from tests.browser.conftest import DESKTOP, PHONE, Window
from tests.browser.test_accessibility import violations
from tests.conversing import a_comment, a_moderator
from tests.crowding import crowd

ARTICLE = "/multiple-myeloma/relapse/"
SMALL = {"width": 320, "height": 640}
LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 4
pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def open_window(chromium, live_server, community):
    """Opens windows on the portal of this test. All of them must have stayed silent in the end."""
    windows = []

    def new(size=DESKTOP, *, script=True, **options):
        context = chromium.new_context(base_url=live_server.url, viewport=size, java_script_enabled=script, **options)
        windows.append(Window(context.new_page()))
        return windows[-1]

    yield new
    for window in windows:
        window.page.context.close()
    assert [complaint for window in windows for complaint in window.complaints] == []


@pytest.fixture
def thread(article):
    """A thread with an answer by staff, one whose beginning was withdrawn, and words that are too long for a phone."""
    text = "I wrote down what I wanted to ask.\n\nThe night before, I read it to my sister.\nThat helped most."
    anna = a_comment(article, state=State.PUBLISHED, text=text)
    staff = a_moderator("maria").email
    a_comment(article, state=State.PUBLISHED, text="Thank you.", address=staff, name="Maria", parent_id=anna.pk)
    gone = a_comment(article, state=State.PUBLISHED, address="g@example.org")
    a_comment(article, state=State.PUBLISHED, text=LONG, address="b@example.org", name="W" * 40, parent_id=gone.pk)
    withdraw(gone.pk)
    return anna


def paths(article, comment):
    page, own = f"/conversation/{article.pk}/", f"/conversation/comment/{comment.pk}/"
    return {ARTICLE: 200, page: 200, f"{page}?order=newest": 200, f"{own}report/": 200} | {
        "/conversation/comment/1099511627776/": 404,
        "/conversation/report-received/": 200,
    }


def test_axe_finds_nothing_and_nothing_is_wider_than_the_screen(open_window, article, thread):
    for path, status in paths(article, thread).items():
        page = open_window().open(path, status=status)
        for size in (PHONE, DESKTOP):
            page.set_viewport_size(size)
            assert violations(page) == [], path
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path


def test_long_names_and_words_break_on_the_smallest_phone(open_window, article, thread):
    for path, status in paths(article, thread).items():
        page = open_window(SMALL).open(path, status=status)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path


def test_reading_and_voting_need_no_script(open_window, article):
    comment = a_comment(article, state=State.PUBLISHED)
    crowd(comment, 43)
    window = open_window(PHONE, script=False)
    page = window.open(ARTICLE)
    page.get_by_role("link", name="44 comments").first.click()
    page.get_by_role("link", name="Read on in the conversation").click()
    expect(page.get_by_text("Page 2 of 3")).to_be_visible()
    page.get_by_role("link", name="Newest first").click()
    first = page.get_by_role("article").first
    window._expected.add(f"/conversation/comment/{comment.pk + 40}/helpful/")
    with page.expect_response(lambda response: "/helpful/" in response.url):
        first.get_by_role("button", name="This helped me").click()
    expect(page.get_by_role("heading", name="How to take part")).to_be_visible()
    page.get_by_role("link", name="Back to the comment").click()


def test_a_report_is_sent_by_keyboard(open_window, thread):
    window = open_window(script=False)
    page = window.open(f"/conversation/comment/{thread.pk}/report/")
    window._expected.add(f"/conversation/comment/{thread.pk}/report/")
    page.get_by_role("button", name="Send the report").press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("Please choose what is wrong.")
    page.get_by_label("Abuse or hatred").press("Space")
    page.get_by_label("In your words").fill("It is unkind.")
    page.get_by_role("button", name="Send the report").press("Enter")
    expect(page.get_by_role("heading", name="Thank you for your report")).to_be_visible()
    assert thread.reports.get().words == "It is unkind."


def test_a_link_to_a_comment_leads_to_it(open_window, thread):
    page = open_window(PHONE).open(f"/conversation/comment/{thread.pk}/")
    assert page.url.endswith(f"#comment-{thread.pk}")
    expect(page.locator(":target")).to_be_in_viewport()


def test_the_conversation_is_not_printed_with_the_article(open_window, thread):
    page = open_window().open(ARTICLE)
    page.emulate_media(media="print")
    expect(page.locator("#conversation")).to_be_hidden()
    expect(page.locator(".conversation-jump")).to_be_hidden()
    expect(page.locator(".article-text")).to_be_visible()


def test_the_ground_and_the_borders_are_seen_in_forced_colours(open_window, thread):
    page = open_window(forced_colors="active").open(ARTICLE)
    width = "element => getComputedStyle(element).borderTopWidth"
    assert page.locator("#conversation").evaluate(width) != "0px"
    assert page.locator(".comment").first.evaluate(width) != "0px"
    assert Conversation.objects.count() == 1
