"""Signing up for mail in a real browser: from an article, with the keyboard alone, without script, on a small phone.

Every test fails when a page calls another host, sets a cookie or keeps the address in the browser.
"""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from consent.capture import challenge
from consent.capture.admission import AT_ALL, FREELY
from consent.models import Request
from consent.versions.digest import canonical_text
from consent.versions.offers import SIGN_UP, Kind
from consent.versions.publishing import publish
from portal.models import StandardPage
from tests.browser.conftest import DESKTOP
from tests.browser.test_accessibility import violations
from tests.consenting import a_purpose, an_offer, use_up
from tests.reviewing import sign

expect.set_options(timeout=20_000)
pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

ARTICLE = "/multiple-myeloma/relapse/"
SMALL = {"width": 320, "height": 640}
ANNA = "anna@example.org"
NETWORK = "127.0.0.1"
LABEL = "New articles on multiple myeloma, up to twice a month"
BUTTON = "Send me a confirmation e-mail"
NOTICE = [
    ("data", "What we keep", "Your e-mail address and what you ticked."),
    ("use", "What for", "To write to you about what you ticked, and about nothing else."),
    ("retention", "How long", "Until you stop. Without your confirmation, 48 hours."),
    ("stop", "How to stop", "With one press on the link in every mail."),
]


@pytest.fixture
def words(community, topic):
    """Everything that a box shows, as a community would write it."""
    for role in ("privacy", "terms"):
        community.root_page.add_child(instance=StandardPage(title=role.title(), slug=role, role=role, body="<p>x</p>"))
    a_purpose(community, "myeloma-news", label=LABEL, topic=topic)
    a_purpose(community, "all-news", label="New articles on all blood cancers, up to four times a month")
    an_offer(community)
    return publish_notice(community, NOTICE)


def publish_notice(community, parts):
    """A version of the notice."""
    agreement = "By sending this form you agree that we use your address as told here."
    return publish(
        site=community,
        kind=Kind.NOTICE,
        code=SIGN_UP,
        language="en",
        title="Notice",
        text=canonical_text(*(f"{heading}\n{text}" for _key, heading, text in parts), agreement),
        content={
            "parts": [{"key": key, "heading": heading, "text": text} for key, heading, text in parts],
            "agreement": agreement,
        },
    )


@pytest.fixture
def box(article, words):
    """A box in the article."""
    box = {"title": "News on myeloma", "introduction": "In plain words, reviewed by doctors.", "purposes": []}
    article.body = [*article.body.raw_data, {"type": "sign_up", "value": box}]
    article.save_revision()
    sign(article)


@pytest.fixture
def open_tab(chromium, live_server, box):
    """``open_tab(ARTICLE, script=False)``: a page of the portal, which stays silent and keeps nothing."""
    contexts, errors = [], []

    def see(request):
        if urlsplit(request.url).netloc != urlsplit(live_server.url).netloc:
            errors.append(f"asked another host: {request.url}")
        if "anna" in request.url:
            errors.append(f"address in a URL: {request.url}")

    def _open(path, size=DESKTOP, *, script=True, **options):
        context = chromium.new_context(base_url=live_server.url, viewport=size, java_script_enabled=script, **options)
        contexts.append(context)
        page = context.new_page()
        page.on("request", see)
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(path)
        return page

    yield _open
    kept = [context.storage_state() for context in contexts]
    for context in contexts:
        context.close()
    assert errors == []
    assert all(state["cookies"] == [] and ANNA not in str(state) for state in kept)


def box_of(page):
    """The box in the text of the article, or the only one."""
    return page.locator(".sign-up-form").first


def fill(form, address=ANNA):
    form.get_by_label("Your e-mail address").fill(address)
    form.get_by_label(LABEL).check()


def fits(page):
    return page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_a_reader_signs_up_in_the_article_and_the_answer_takes_the_place_of_the_form(open_tab):
    page = open_tab(ARTICLE)
    assert page.locator(".sign-up-form").count() == 2
    assert page.locator(".sign-up-form :checked").count() == 0
    fill(box_of(page))
    box_of(page).get_by_role("button", name=BUTTON).click()
    answer = page.get_by_role("status").filter(has_text="look into your inbox")
    expect(answer).to_be_focused()
    assert page.url.endswith(ARTICLE)
    assert violations(page) == []
    request = Request.objects.get()
    assert (str(request.address), request.is_discreet) == (ANNA, False)


def test_with_the_keyboard_alone(open_tab):
    page = open_tab(ARTICLE)
    box_of(page).get_by_label("Your e-mail address").focus()
    page.keyboard.type(ANNA)
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert box_of(page).get_by_label(LABEL).is_checked()
    for _field in ("the other box", "discretion"):
        page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_text("With one press on the link in every mail.").first).to_be_visible()
    for _link in ("privacy", "terms", "button"):
        page.keyboard.press("Tab")
    expect(box_of(page).get_by_role("button", name=BUTTON)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").filter(has_text="look into your inbox")).to_be_focused()
    assert Request.objects.get().is_discreet


def test_without_script_on_a_small_phone(open_tab):
    page = open_tab(ARTICLE, SMALL, script=False)
    fill(box_of(page))
    assert fits(page)
    box_of(page).get_by_role("button", name=BUTTON).click()
    expect(page.get_by_role("heading", name="Check your inbox")).to_be_visible()
    assert page.url.endswith("/sign-up/check-your-inbox/")
    assert fits(page)
    assert Request.objects.count() == 1


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_what_is_wrong_is_said_on_top_and_beside_the_field_and_nothing_is_lost(open_tab, script):
    page = open_tab(ARTICLE, SMALL, script=script)
    form = box_of(page)
    form.get_by_label("Your e-mail address").fill("anna@example")
    form.get_by_role("button", name=BUTTON).click()
    top = page.get_by_role("alert").filter(has_text="Nothing was sent yet")
    expect(top).to_be_visible()
    assert top.get_by_role("link").count() == 2
    form = box_of(page)
    expect(form.get_by_label("Your e-mail address")).to_have_value("anna@example")
    expect(form.get_by_label("Your e-mail address")).to_have_attribute("aria-invalid", "true")
    expect(form.locator(".error").first).to_contain_text("name@example.org")
    assert fits(page)
    top.get_by_role("link").first.click()
    if script:
        expect(top).to_be_visible()
        expect(form.get_by_label("Your e-mail address")).to_be_focused()
        assert violations(page) == []
    fill(form)
    form.get_by_role("button", name=BUTTON).click()
    expect(page.get_by_text("inbox").first).to_be_visible()
    expect(page.locator("main")).to_contain_text("on its way")
    assert Request.objects.count() == 1


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_words_that_changed_meanwhile_are_shown_with_boxes_unticked(open_tab, community, script):
    page = open_tab(ARTICLE, script=script)
    fill(box_of(page))
    publish_notice(community, [*NOTICE, ("recipients", "Who else", "A mail service in Norway.")])
    box_of(page).get_by_role("button", name=BUTTON).click()
    expect(page.get_by_role("alert").filter(has_text="Our words have changed")).to_be_visible()
    assert page.url.endswith("/sign-up/")
    form = page.locator(".sign-up-form")
    expect(form.get_by_label("Your e-mail address")).to_have_value(ANNA)
    assert form.locator(":checked").count() == 0
    form.get_by_text("What happens with my address").click()
    expect(form.get_by_text("A mail service in Norway.")).to_be_visible()
    assert not Request.objects.exists()
    if script:
        assert violations(page) == []
    form.get_by_label(LABEL).check()
    form.get_by_role("button", name=BUTTON).click()
    expect(page.locator("main")).to_contain_text("on its way")


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_a_busy_network_presses_the_button_once_more(one_span, open_tab, script, monkeypatch):
    monkeypatch.setattr(challenge, "SHORTEST", challenge.SHORTEST * 0)
    page = open_tab(ARTICLE, script=script)
    use_up(FREELY, NETWORK)
    fill(box_of(page))
    box_of(page).get_by_role("button", name=BUTTON).click()
    expect(page.get_by_role("alert").filter(has_text="once more")).to_be_visible()
    assert not Request.objects.exists()
    if script:
        assert violations(page) == []
    box_of(page).get_by_role("button", name=BUTTON).click()
    expect(page.locator("main")).to_contain_text("on its way")
    assert Request.objects.count() == 1


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_far_too_many_keep_what_they_typed(one_span, open_tab, script):
    page = open_tab(ARTICLE, script=script)
    use_up(AT_ALL, NETWORK)
    fill(box_of(page))
    box_of(page).get_by_role("button", name=BUTTON).click()
    expect(page.get_by_role("alert").filter(has_text="Very many sign-ups")).to_be_visible()
    expect(box_of(page).get_by_label("Your e-mail address")).to_have_value(ANNA)
    expect(box_of(page).get_by_label(LABEL)).to_be_checked()
    if script:
        assert violations(page) == []


def test_a_line_that_is_down_loses_nothing(open_tab):
    page = open_tab(ARTICLE)
    fill(box_of(page))
    page.context.set_offline(True)
    box_of(page).get_by_role("button", name=BUTTON).click()
    expect(page.get_by_role("alert").filter(has_text="could not be reached")).to_be_focused()
    page.context.set_offline(False)
    box_of(page).get_by_role("button", name=BUTTON).click()
    expect(page.get_by_role("status").filter(has_text="look into your inbox")).to_be_focused()


def test_pages_with_a_box_are_accessible(open_tab):
    for path in (ARTICLE, "/sign-up/", "/sign-up/check-your-inbox/"):
        page = open_tab(path, SMALL)
        for notice in page.locator(".sign-up-notice summary").all():
            notice.click()
        assert violations(page) == [], path
        assert fits(page), path


def test_a_printed_article_has_no_box(open_tab):
    page = open_tab(ARTICLE)
    expect(page.locator(".sign-up").first).to_be_visible()
    page.emulate_media(media="print")
    for box in page.locator(".sign-up").all():
        expect(box).to_be_hidden()


def test_a_browser_left_alone_on_the_page_sends_nothing(open_tab):
    page = open_tab(ARTICLE)
    page.wait_for_timeout(1500)
    assert not Request.objects.exists()
