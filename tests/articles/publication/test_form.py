"""The editor's form: drafts are always saved; what blocks is an error on its block on the way to the public."""

import json
from html import unescape

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from articles.models import ArticlePage, ArticleSource, Reference
from tests.articles.publication.conftest import text
from tests.articles.publication.editing import edit_data, edit_url, html, list_items, panel_of
from tests.reviewing import enter_approval, save_and_publish

PUBLISH = {"action-publish": "1"}
SUBMIT = {"action-submit": "1"}
pytestmark = pytest.mark.usefixtures("reference")


def latest(page):
    return ArticlePage.objects.get(pk=page.pk).get_latest_revision_as_object()


def errors_of_body(response):
    (error,) = response.context["form"].errors.as_data()["body"]
    return error.as_json_data()


def test_draft_with_every_kind_of_problem_is_saved_as_it_was_typed(draft, admin_client):
    page = draft(text("<p>x</p>"))
    body = [
        ("text", html("<h3>x</h3><p>A[[ref:nobody]] b[[ref: c[[ref:<b>moreau</b>-2021]] d[[ref:1]]</p>")),
        ("callout", {"title": "No[[ref:1]]", "text": html("<p></p>")}),
        ("key_points", {"points": {"count": 0}}),
        ("figure", {"image": {"image": "", "alt_text": "", "decorative": ""}, "caption": "[[ref:?]]", "credit": ""}),
    ]
    data = edit_data(
        page, body, [("1", None), ("1", None), ("x", None)], summary="S[[ref:nobody]]", title="T [[ref:1]]"
    )
    response = admin_client.post(edit_url(page), data)
    assert response.status_code == 302, response.context["form"].errors
    saved = latest(page)
    assert "A[[ref:nobody]] b[[ref: c[[ref:<b>moreau</b>-2021]] d[[ref:1]]" in str(saved.body[0].value)
    assert saved.body[1].value["title"] == "No[[ref:1]]"
    assert saved.body[3].value["caption"] == "[[ref:?]]"
    assert (saved.title, saved.summary) == ("T [[ref:1]]", "S[[ref:nobody]]")
    assert [row.imported_number for row in saved.sources.all()] == ["1", "1", "x"]


def test_draft_that_saves_itself_is_saved_too(draft, admin_client):
    page = draft(text("<p>x</p>"))
    data = edit_data(page, [("text", html("<p>A[[ref:nobody]]</p>"))])
    response = admin_client.post(edit_url(page), data, headers={"accept": "application/json"})
    answer = json.loads(response.content)
    assert answer["success"] is True
    assert "The library has no reference “nobody”." in answer["html"]  # the panel, renewed
    assert "nobody" in str(latest(page).body)


def test_draft_of_a_live_page_is_saved_with_problems_and_readers_see_the_old_text(draft, admin_client, client):
    page = draft(text("<p>The old text.</p>"))
    save_and_publish(page)
    admin_client.post(edit_url(page), edit_data(page, [("text", html("<p>New[[ref:nobody]]</p>"))]))
    assert "nobody" in str(latest(page).body)
    assert b"The old text." in client.get(page.url).content


@pytest.mark.parametrize("action", [PUBLISH, SUBMIT])
def test_what_blocks_is_an_error_on_the_very_block(draft, admin_client, action):
    page = draft(text("<p>x</p>"))
    body = [
        ("text", html("<p>Fine[[ref:moreau-2021]].</p>")),
        ("text", html("<p>A[[ref:nobody]]</p>")),
        ("do", {"items": list_items(html("<p>walk</p>"), html("<p>rest[[ref:]]</p>"))}),
        ("callout", {"title": "Note[[ref:moreau-2021]]", "text": html("<p>x</p>")}),
    ]
    response = admin_client.post(edit_url(page), edit_data(page, body) | action)
    assert response.status_code == 200
    errors = errors_of_body(response)["blockErrors"]
    assert set(errors) == {1, 2, 3}
    assert errors[1]["messages"] == ["The library has no reference “nobody”."]
    assert "is not a citation" in errors[2]["blockErrors"]["items"]["blockErrors"][1]["messages"][0]
    assert "No citation can stand here" in errors[3]["blockErrors"]["title"]["messages"][0]
    assert not ArticlePage.objects.get(pk=page.pk).live
    assert "rest[[ref:]]" in response.content.decode()
    assert "This can't be published yet." in unescape("".join(map(str, response.context["messages"])))


def test_errors_in_a_table_stand_in_their_cell(draft, admin_client):
    page = draft(text("<p>x</p>"))
    table = {
        "caption": "How often",
        "column-count": "1",
        "row-count": "2",
        "column-0-type": "text",
        "column-0-order": "0",
        "column-0-deleted": "",
        "column-0-heading": "When [[ref:nobody-else]]",
        "row-0-order": "0",
        "row-0-deleted": "",
        "row-1-order": "1",
        "row-1-deleted": "",
        "cell-0-0": "Often",
        "cell-1-0": "Rarely[[ref:nobody]]",
    }
    body = [("table", {"table": table, "first_column_is_header": "on", "note": ""})]
    response = admin_client.post(edit_url(page), edit_data(page, body) | PUBLISH)
    error = errors_of_body(response)["blockErrors"][0]["blockErrors"]["table"]
    assert error["blockErrors"][1][0]["messages"] == ["The library has no reference “nobody”."]
    assert error["messages"] == ["The library has no reference “nobody-else”."]


def test_errors_of_other_fields_stand_on_those_fields(draft, admin_client):
    page = draft(text("<p>x</p>"))
    response = admin_client.post(edit_url(page), edit_data(page, summary="S[[ref:moreau-2021]]") | PUBLISH)
    assert "No citation can stand here" in response.context["form"].errors["summary"][0]


def test_what_is_in_order_is_published(draft, admin_client):
    page = draft(text("<p>x[[ref:moreau-2021]]</p>"))
    admin_client.post(edit_url(page), edit_data(page))
    enter_approval(latest(page))
    response = admin_client.post(edit_url(page), edit_data(page) | PUBLISH)
    assert response.status_code == 302
    assert ArticlePage.objects.get(pk=page.pk).live


def test_new_article_is_published_or_refused_like_an_old_one(topic, admin_client):
    url = reverse("wagtailadmin_pages:add", args=["articles", "articlepage", topic.pk])
    page = ArticlePage(title="New", slug="new", body=[text("<p>x[[ref:nobody]]</p>")])
    refused = admin_client.post(url, edit_data(page) | PUBLISH)
    assert refused.status_code == 200
    assert 0 in errors_of_body(refused)["blockErrors"]
    assert not ArticlePage.objects.exists()
    saved = admin_client.post(url, edit_data(page), follow=True)
    assert "1 problem blocks publication." in "".join(map(str, saved.context["messages"]))
    assert "nobody" in str(latest(ArticlePage.objects.get()).body)


def test_number_gets_a_row_that_says_where_it_is_cited(draft, admin_client):
    page = draft(
        text("<p>Two or more drugs are used early on[[ref:2]] and later.[[ref:1,2]]</p>"), sources=[("1", None)]
    )
    response = admin_client.get(edit_url(page))
    rows = response.context["form"].formsets["sources"].forms
    assert [form.instance.imported_number for form in rows] == ["1", "2"]
    content = BeautifulSoup(response.content, "html.parser").get_text()
    assert "Cited in 1 place: “… are used early on and later. [1] …”" in content
    assert "Cited in 2 places, first: “… more drugs are used early on [2] and later. …”" in content
    assert ArticleSource.objects.count() == 1  # nothing is written by looking


def test_tying_a_number_once_makes_a_citation_of_every_place(draft, admin_client, client, reference):
    page = draft(text("<p>One[[ref:1]] two[[ref:1]].</p>"))
    refused = admin_client.post(edit_url(page), edit_data(page, sources=[("1", None)]) | PUBLISH)
    row = refused.context["form"].formsets["sources"].forms[0]
    assert "cited in 2 places and tied to no reference" in row.errors["reference"][0]
    tied = edit_data(page, sources=[("1", reference)])
    admin_client.post(edit_url(page), tied)
    enter_approval(latest(page))
    stored = {"sources-INITIAL_FORMS": "1", "sources-0-id": ArticleSource.objects.get().pk}
    admin_client.post(edit_url(page), tied | stored | PUBLISH)
    public = BeautifulSoup(client.get(page.url).content, "html.parser")
    assert len(public.select("sup.citation a[href='#ref-1']")) == 2
    assert "Treatment of relapse" in public.select_one("#ref-1").get_text()


def test_rows_that_were_added_by_themselves_are_saved_as_they_come_back(draft, admin_client, reference):
    """The form counts them among its first rows though they are not stored yet."""
    page = draft(text("<p>One[[ref:1]]</p>"))
    data = edit_data(page, sources=[("1", reference)]) | {"sources-INITIAL_FORMS": "1", "sources-0-id": ""}
    assert admin_client.post(edit_url(page), data).status_code == 302
    (row,) = latest(page).sources.all()
    assert (row.imported_number, row.reference) == ("1", reference)


def test_second_row_for_a_number_is_refused_with_a_sentence(draft, admin_client, reference):
    other = Reference.objects.create(key="other-1", title="Other")
    page = draft(text("<p>One[[ref:1]]</p>"))
    response = admin_client.post(edit_url(page), edit_data(page, sources=[("1", reference), ("1", other)]) | PUBLISH)
    rows = response.context["form"].formsets["sources"].forms
    assert [form.errors["imported_number"][0] for form in rows] == ["Number 1 stands in 2 rows. Keep one of them."] * 2


def test_panel_lists_problems_with_links_to_their_blocks(draft, admin_client):
    page = draft(text("<p>x[[ref:nobody]]</p>"), text("<h3>First</h3>"), summary="")
    panel = panel_of(admin_client.get(edit_url(page)))
    links = {link.get_text(): link["href"] for link in panel.select("li a")}
    assert links == {
        "Block 2, Text": f"#block-{page.body[1].id}-section",
        "Block 3, Text": f"#block-{page.body[2].id}-section",
        "Summary": "#panel-child-content-summary-section",
    }
    assert "Not measured: the text is too short." in panel.get_text()


def test_panel_names_the_grade_and_its_formula(draft, admin_client):
    page = draft(text("<p>" + "Ask your team what to do. " * 25 + "</p>"))
    panel = panel_of(admin_client.get(edit_url(page))).get_text()
    assert "Nothing in the text stands in the way of publication." in panel
    assert "by the Flesch-Kincaid formula" in panel


def test_quiet_message_after_saving_only_when_something_blocks(draft, admin_client):
    page = draft(text("<p>x</p>"))
    fine = admin_client.post(edit_url(page), edit_data(page), follow=True)
    assert "blocks publication" not in "".join(map(str, fine.context["messages"]))
    body = [("text", html("<p>x[[ref:nobody]]</p>"))]
    broken = admin_client.post(edit_url(page), edit_data(page, body), follow=True)
    assert "1 problem blocks publication." in "".join(map(str, broken.context["messages"]))


def test_reviewer_can_send_back_a_text_with_problems(draft, admin_client, admin_user, approval):
    """Only what leads to publication is refused: a rejection goes through."""
    page = draft(text("<p>x[[ref:nobody]]</p>"))
    page.save_revision()
    state = approval.start(page, admin_user)
    for action, status in (("approve", "in_progress"), ("reject", "needs_changes")):
        action_data = {"action-workflow-action": "1", "workflow-action-name": action}
        admin_client.post(edit_url(page), edit_data(page) | action_data)
        state.refresh_from_db()
        assert state.status == status
