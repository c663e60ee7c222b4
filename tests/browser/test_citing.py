"""An editor cites references in a real browser: with the mouse, with the keyboard alone, and with a new reference."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from articles.models import ArticlePage, Reference
from portal.models import User

# Draftail writes what was typed into the form a moment later.
IS_IN_THE_FORM = """() => [...document.querySelectorAll("input")].filter((field) => field.draftailEditor).every(
  (field) => JSON.parse(field.value).blocks.map((block) => block.text).join("\\n") ===
    field.draftailEditor.getEditorState().getCurrentContent().getPlainText("\\n"))"""
expect.set_options(timeout=20_000)
pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def library(article):
    return [
        Reference.objects.create(key="moreau-2021", authors="Moreau P", title="Treatment of relapse", year=2021),
        Reference.objects.create(key="rajkumar-2014", authors="Rajkumar SV", title="Criteria", year=2014),
    ]


@pytest.fixture
def editor(chromium, live_server, client, article, library):
    """The article's edit form, opened by a signed-in superuser."""
    client.force_login(User.objects.create_superuser("ada", password="not-used"))
    page = chromium.new_page(base_url=live_server.url)
    page.context.add_cookies(
        [{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}]
    )
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(reverse("wagtailadmin_pages:edit", args=[article.pk]))
    yield page
    page.close()
    assert errors == []


def text_box(page):
    return page.locator("[data-contentpath=body] [role=textbox]").first


def to_the_end(page):
    text_box(page).click()
    page.keyboard.press("Control+End")


def save(page):
    page.wait_for_function(IS_IN_THE_FORM)
    page.get_by_role("button", name="Save draft").click()
    expect(page.get_by_text("has been updated")).to_be_visible()


def saved_text(article):
    return str(ArticlePage.objects.get(pk=article.pk).get_latest_revision_as_object().body[0].value.source)


def test_editor_cites_two_references_at_the_cursor(editor, article):
    to_the_end(editor)
    editor.keyboard.press("ArrowLeft")  # before the full stop
    editor.get_by_role("button", name="Cite a reference").first.click()
    modal = editor.get_by_role("dialog")
    modal.get_by_role("checkbox", name="Moreau").check()
    modal.get_by_role("checkbox", name="Rajkumar").check()
    modal.get_by_role("button", name="Confirm selection").click()
    expect(text_box(editor)).to_contain_text("again[[ref:moreau-2021,rajkumar-2014]].")
    expect(modal).to_be_hidden()
    expect(text_box(editor)).to_be_focused()
    editor.keyboard.type(" More.")
    save(editor)
    assert "The illness is active again[[ref:moreau-2021,rajkumar-2014]] More..</p>" in saved_text(article)


def test_editor_cites_with_the_keyboard_alone(editor, article):
    text_box(editor).focus()
    editor.keyboard.press("Control+End")
    editor.keyboard.type(" /cite")
    expect(text_box(editor)).to_contain_text("again. /cite")
    expect(editor.get_by_role("option", name="Cite a reference")).to_be_visible()
    editor.keyboard.press("Enter")
    modal = editor.get_by_role("dialog")
    search = modal.get_by_role("textbox", name="Search term")
    expect(modal).to_be_focused()  # only then has it finished opening
    search.press_sequentially("rajkumar")
    expect(modal.get_by_role("checkbox", name="Moreau")).to_have_count(0)
    modal.get_by_role("checkbox", name="Rajkumar").focus()
    editor.keyboard.press("Space")
    editor.keyboard.press("Enter")
    expect(text_box(editor)).to_contain_text("again. [[ref:rajkumar-2014]]")
    save(editor)
    assert "again. [[ref:rajkumar-2014]]</p>" in saved_text(article)


def test_editor_adds_a_source_and_cites_it_in_one_go(editor, article):
    to_the_end(editor)
    editor.get_by_role("button", name="Cite a reference").first.click()
    modal = editor.get_by_role("dialog")
    modal.get_by_role("tab", name="New reference").click()
    modal.get_by_role("textbox", name="Title").fill("How I treat relapse")
    modal.get_by_role("textbox", name="Authors").fill("Dimopoulos MA")
    modal.get_by_role("spinbutton", name="Year").fill("2020")
    modal.get_by_role("button", name="Add to the library and choose").click()
    expect(text_box(editor)).to_contain_text("again.[[ref:dimopoulos-2020]]")
    save(editor)
    assert "again.[[ref:dimopoulos-2020]]</p>" in saved_text(article)


def test_untouched_text_is_cited_at_its_end(editor):
    editor.locator("[data-contentpath=body] .Draftail-Editor").first.hover()
    editor.get_by_role("button", name="Cite a reference").first.click()
    editor.get_by_role("dialog").get_by_role("checkbox", name="Moreau").check()
    editor.get_by_role("button", name="Confirm selection").click()
    expect(text_box(editor)).to_contain_text("again.[[ref:moreau-2021]]")


def test_tokens_come_back_from_the_editor_byte_for_byte(editor, article):
    token = "<p>One[[ref:moreau-2021, x]] <b>bold [[REF: 1,2 ]]</b> and [[ref:a-b]].</p>"
    article.body = [{"type": "text", "value": token}]
    article.save_revision()
    editor.goto(reverse("wagtailadmin_pages:edit", args=[article.pk]))
    to_the_end(editor)
    editor.keyboard.type("!")
    save(editor)
    saved = saved_text(article)
    assert "One[[ref:moreau-2021, x]] <b>bold [[REF: 1,2 ]]</b> and [[ref:a-b]].!</p>" in saved
