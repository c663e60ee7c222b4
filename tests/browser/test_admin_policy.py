"""Editors work in a real browser with the policy in force: nothing that the admin needs is refused, and script that
slips into one of its pages does not run.
"""

from io import BytesIO

import pytest
from django.core.files.images import ImageFile
from django.urls import reverse
from PIL import Image
from playwright.sync_api import expect

from articles.models import PeoplePage, PersonPage
from portal.models import Picture, User

WATCH = """document.addEventListener("securitypolicyviolation", (event) =>
  console.error("refused", event.effectiveDirective, event.blockedURI, event.sourceFile, event.lineNumber))"""
expect.set_options(timeout=20_000)
pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def people(article):
    home = article.get_parent().get_parent()
    people = home.add_child(instance=PeoplePage(title="People", slug="people"))
    return people.add_child(instance=PersonPage(title="Marta Example", slug="marta"))


@pytest.fixture
def picture(article):
    drawn = BytesIO()
    Image.new("RGB", (900, 600), "#e6d7c3").save(drawn, "PNG")
    return Picture.objects.create(title="Marrow", file=ImageFile(drawn, name="marrow.png"))


@pytest.fixture
def as_ada(chromium, live_server, client, people, picture):
    """A tab of a superuser in which nothing may be refused, and nothing may fail."""
    client.force_login(User.objects.create_superuser("ada", password="not-used"))
    page = chromium.new_page(base_url=live_server.url, viewport={"width": 1300, "height": 1000})
    page.context.add_cookies(
        [{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}]
    )
    page.add_init_script(WATCH)
    complaints = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.complaints = complaints
    yield page
    page.close()
    assert complaints == []


def test_an_editor_chooses_adds_writes_and_previews(as_ada, article, people):
    as_ada.goto(reverse("wagtailadmin_pages:edit", args=[article.pk]))
    as_ada.locator("#id_article_authors-ADD").click()  # a panel with a list of forms, and in it a chooser of pages
    chooser = as_ada.locator("#id_article_authors-0-person-chooser")
    chooser.get_by_role("button", name="Choose").first.click()
    as_ada.locator(".modal-body").get_by_role("link", name="Marta Example").click()
    expect(chooser).to_contain_text("Marta Example")
    box = as_ada.locator("[data-contentpath=body] [role=textbox]").first
    box.click()
    as_ada.keyboard.press("Control+End")
    as_ada.keyboard.type(" And more.")
    as_ada.keyboard.press("Control+a")
    as_ada.keyboard.press("Control+c")
    as_ada.keyboard.press("Control+End")
    as_ada.keyboard.press("Control+v")  # the editor copies with a style attribute of its own
    as_ada.get_by_role("button", name="Toggle preview").click()
    frame = as_ada.frame_locator("iframe#w-preview-iframe, .w-preview iframe").first
    expect(frame.locator("h1")).to_have_text("When myeloma comes back")


def test_a_picture_is_chosen_and_uploaded_in_the_editor(as_ada, article, picture):
    as_ada.goto(reverse("wagtailadmin_pages:edit", args=[article.get_parent().pk]))
    as_ada.locator("#id_picture-chooser").get_by_role("button", name="Choose").first.click()
    dialogue = as_ada.locator(".modal-body")
    expect(dialogue.get_by_text("Marrow")).to_be_visible()
    dialogue.get_by_role("tab", name="Upload").click()
    drawn = BytesIO()
    Image.new("RGB", (80, 60), "teal").save(drawn, "PNG")
    dialogue.locator("input[type=file]").set_input_files(
        {"name": "cells.png", "mimeType": "image/png", "buffer": drawn.getvalue()}
    )
    dialogue.locator("[name$=title]").last.fill("Cells")
    dialogue.get_by_role("button", name="Upload").click()
    expect(as_ada.locator("#id_picture-chooser")).to_contain_text("Cells")


def test_dates_are_chosen_from_a_calendar(as_ada):
    as_ada.goto(reverse("wagtailadmin_reports:site_history"))
    field = as_ada.locator("input[name^=timestamp_from], input[name^=timestamp_0], input[id^=id_timestamp]").first
    as_ada.get_by_role("button", name="Show filters").click()
    as_ada.get_by_role("button", name="Date").first.click()
    field.click()
    expect(as_ada.locator(".xdsoft_datetimepicker:visible")).to_have_count(1)


def test_script_that_slips_into_a_page_of_the_admin_does_not_run(as_ada):
    as_ada.goto(reverse("wagtailadmin_home"))
    as_ada.evaluate(
        """() => { const script = document.createElement("script"); script.textContent = "window.wasRun = true";
        document.body.append(script);
        document.body.insertAdjacentHTML("beforeend", "<img src='data:,' onerror='window.wasRun = true'>"); }"""
    )
    as_ada.wait_for_timeout(500)
    assert as_ada.evaluate("window.wasRun") is None
    assert any("script-src" in each or "Content Security" in each for each in as_ada.complaints)
    as_ada.complaints.clear()
