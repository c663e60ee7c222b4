"""A medical reviewer in a real browser: from the dashboard to a signed approval, with the mouse and with the keyboard
alone, and what happens when something comes between.
"""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from playwright.sync_api import expect

from articles.models import ArticlePage, ReviewDecision
from articles.review.calendar import today_for
from articles.review.current import current_review
from articles.review.signing import CHECKLIST
from portal.models import User
from tests.browser.conftest import DESKTOP, PHONE
from tests.browser.test_accessibility import violations
from tests.reviewing import a_reviewer

expect.set_options(timeout=20_000)
pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def editor(article):
    user = User.objects.create_user("edith", email="edith@example.org", first_name="Edith", last_name="Brandt")
    user.groups.add(Group.objects.get(name="Editors"))
    return user


@pytest.fixture
def changed(article, editor):
    """The approved article with another title, handed in."""
    article.title = "When myeloma returns"
    article.save_revision(user=editor)
    article.get_workflow().start(article, editor)
    return article


@pytest.fixture
def sign_in(chromium, live_server, client, changed):
    """``sign_in("ruth")``: a tab in which that person is signed in. All of them must have stayed silent in the end."""
    pages, errors = [], []

    def _sign_in(username="ruth", size=DESKTOP, **options):
        client.force_login(User.objects.get(username=username))
        cookie = {"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}
        context = chromium.new_context(base_url=live_server.url, viewport=size, **options)
        context.add_cookies([cookie])
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(error.stack or str(error)))
        pages.append(page)
        return page

    yield _sign_in
    for page in pages:
        page.context.close()
    assert errors == []


def review_url(page):
    return reverse("review", args=[page.pk])


def live(page):
    return ArticlePage.objects.get(pk=page.pk)


def declare_and_tick(page):
    page.get_by_role("checkbox", name="I have none").check()
    for label in CHECKLIST.values():
        page.get_by_role("checkbox", name=str(label)).check()


def press_until(page, key, selector, most=200):
    """Presses ``key`` until the element at ``selector`` has the focus."""
    for _press in range(most):
        if page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
            return
        page.keyboard.press(key)
    raise AssertionError(f"{selector} can't be reached by {key}")


def test_from_the_dashboard_to_a_signed_approval(sign_in, changed):
    page = sign_in()
    page.goto(reverse("wagtailadmin_home"))
    page.get_by_role("link", name="When myeloma returns").click()
    expect(page.locator("#changes-content ins")).to_contain_text("returns")
    expect(page.frame_locator("iframe").get_by_role("heading", level=1)).to_have_text("When myeloma returns")
    declare_and_tick(page)
    page.get_by_role("button", name="Approve and publish").click()
    expect(page.get_by_text("Readers see it under your name.")).to_be_visible()
    expect(page.get_by_text("Nothing waits for you.")).to_be_visible()
    decision = current_review(live(changed)).decision
    assert (decision.reviewer_name, decision.reviewed_on) == ("Ruth Adler", today_for(changed))
    assert live(changed).title == "When myeloma returns"


def test_the_same_with_the_keyboard_alone(sign_in, changed):
    page = sign_in()
    page.goto(reverse("wagtailadmin_home"))
    press_until(page, "Tab", f'.portal-list a[href="{review_url(changed)}"]')
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{review_url(changed)}")
    press_until(page, "Tab", "[name=interests]")
    page.keyboard.type("I advise the maker")
    page.keyboard.press("Enter")  # a new line, and no signature
    press_until(page, "Tab", "[name=checklist]", most=4)
    for number, _point in enumerate(CHECKLIST):
        page.keyboard.press("Space")
        if number + 1 < len(CHECKLIST):
            page.keyboard.press("Tab")
    press_until(page, "Tab", "[name=due_on]", most=10)
    page.keyboard.press("Enter")  # the date field takes it for a step to the next field
    assert ReviewDecision.objects.count() == 1
    press_until(page, "Tab", "[name=action-approve]", most=10)
    page.keyboard.press("Enter")
    expect(page.get_by_text("Readers see it under your name.")).to_be_visible()
    assert current_review(live(changed)).decision.declared_interests == "I advise the maker"


def test_marked_words_become_a_note_on_their_passage(sign_in, changed):
    page = sign_in()
    page.goto(review_url(changed))
    quote = page.get_by_role("button", name="Note on the words that I marked")
    expect(quote).to_be_disabled()
    page.frame_locator("iframe").get_by_text("The illness is active again.").click(click_count=3)
    quote.click()
    expect(page.get_by_label("Words in question").first).to_have_value("The illness is active again.")
    page.get_by_label("What should change").first.fill("Say how one knows.")
    page.get_by_role("button", name="Add a passage").click()
    expect(page.get_by_label("Words in question").nth(1)).to_be_focused()
    page.get_by_role("button", name="Ask for changes").click()
    expect(page.get_by_text("The editors are told what to change.")).to_be_visible()
    assert ReviewDecision.objects.last().passages == [
        {"place": "Block 1, Text", "words": "The illness is active again.", "note": "Say how one knows."}
    ]


def test_more_passages_than_rows_can_be_noted(sign_in, changed):
    page = sign_in()
    page.goto(review_url(changed))
    page.get_by_text("Notes on passages").click()
    for number in range(5):
        if number:
            page.get_by_role("button", name="Add a passage").click()
        page.get_by_label("Words in question").nth(number).fill(f"Words {number}")
        page.get_by_label("What should change").nth(number).fill(f"Note {number}")
    page.get_by_role("button", name="Ask for changes").click()
    expect(page.get_by_text("The editors are told what to change.")).to_be_visible()
    assert [passage["note"] for passage in ReviewDecision.objects.last().passages] == [
        f"Note {number}" for number in range(5)
    ]


def test_change_meanwhile_is_shown_and_what_was_typed_stays(sign_in, changed, editor):
    page = sign_in()
    page.goto(review_url(changed))
    declare_and_tick(page)
    page.get_by_label("Note to the editors").fill("Well told.")
    changed.title = "When myeloma returns again"
    changed.save_revision(user=editor)
    page.get_by_role("button", name="Approve and publish").click()
    alert = page.get_by_role("alert")
    expect(alert).to_be_focused()
    expect(alert).to_contain_text("Nothing was signed.")
    expect(page.locator("#new-since-shown-content ins")).to_contain_text("again")
    expect(page.get_by_label("Note to the editors")).to_have_value("Well told.")
    assert live(changed).title == "When myeloma comes back"


def test_session_that_ended_costs_no_words(sign_in, changed):
    page = sign_in()
    page.goto(review_url(changed))
    page.get_by_label("Note to the editors").fill("Half an hour of work.")
    session = page.context.cookies()
    page.context.clear_cookies(name="sessionid")
    page.get_by_role("button", name="Ask for changes").click()
    page.wait_for_url("**/login/**")
    page.context.add_cookies(session)
    page.goto(review_url(changed))
    expect(page.get_by_label("Note to the editors")).to_have_value("Half an hour of work.")
    page.get_by_role("button", name="Ask for changes").click()
    expect(page.get_by_text("The editors are told what to change.")).to_be_visible()
    page.goto(review_url(changed))
    expect(page.get_by_label("Note to the editors")).to_have_value("")


def test_without_script_everything_can_be_signed(sign_in, changed):
    page = sign_in(java_script_enabled=False)
    page.goto(review_url(changed))
    declare_and_tick(page)
    page.get_by_role("button", name="Approve and publish").click()
    expect(page.get_by_text("Readers see it under your name.")).to_be_visible()
    assert live(changed).title == "When myeloma returns"


def test_editor_is_led_from_the_refused_button_to_the_review(sign_in, changed):
    page = sign_in("edith")
    page.goto(reverse("wagtailadmin_pages:edit", args=[changed.pk]))
    page.get_by_role("button", name="Before publication").click()
    page.get_by_role("link", name="Open the review").click()
    expect(page.get_by_text("You have no credential that is valid today.")).to_be_visible()


def test_desk_is_accessible(sign_in, changed, article):
    a_reviewer()
    page = sign_in()
    overdue = reverse("review_desk_list", kwargs={"name": "overdue"})
    withdrawing = reverse("review_withdraw", args=[changed.pk])
    for path in (reverse("review_desk"), overdue, review_url(changed), f"{review_url(changed)}?text=live", withdrawing):
        page.goto(path)
        page.wait_for_load_state("networkidle")
        for size in (PHONE, DESKTOP):
            page.set_viewport_size(size)
            assert violations(page) == [], path
    page.goto(review_url(changed))
    page.get_by_text("Notes on passages").click()
    page.get_by_role("button", name="Approve and publish").click()
    expect(page.get_by_role("alert")).to_be_visible()
    for size in (PHONE, DESKTOP):
        page.set_viewport_size(size)
        assert violations(page) == [], "after a refusal"
