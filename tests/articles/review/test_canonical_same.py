"""What changes nothing that readers see leaves the canonical text as it is: saving again, the editor's way of writing,
moving, another address, another way of storing the same.
"""

import copy
import json

import pytest
from django.test import RequestFactory
from django.utils.translation import override
from hypothesis import given, settings
from hypothesis import strategies as st
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.models import Locale

from articles.blocks.cited import SECTION_FEATURES
from articles.models import ArticleAuthor, ArticlePage, ArticleSource, Reference, TopicPage
from articles.review.canonical import canonical_text, digest_of
from articles.review.current import current_review, current_reviews
from articles.review.rich_text import paragraphs
from portal.models import Picture
from tests.articles.publication.editing import edit_url
from tests.articles.review.everything import everything, raw, with_body
from tests.reviewing import sign


@pytest.fixture
def page(topic, article):
    return everything(topic, article)


def reload(page):
    return ArticlePage.objects.get(pk=page.pk)


def through_draftail(html):
    """What the editor stores when somebody opens ``html`` and saves it."""
    converter = ContentstateConverter(features=SECTION_FEATURES)
    return converter.to_database_format(converter.from_database_format(html))


def test_reloading_saving_and_revisions_say_the_same(page):
    digest = digest_of(page)
    assert digest.startswith("v1:")
    assert digest_of(reload(page)) == digest
    assert digest_of(page) == digest  # after its body was looked at
    page.save()
    revision = page.save_revision()
    assert digest_of(revision.as_object()) == digest_of(reload(page)) == digest
    assert digest_of(reload(page).get_latest_revision_as_object()) == digest
    assert digest_of(copy.copy(page)) == digest_of(copy.deepcopy(page)) == digest
    assert digest_of(ArticlePage.objects.defer("body", "summary").get(pk=page.pk)) == digest
    assert digest_of(page.specific) == digest_of(page.page_ptr.specific) == digest


def test_a_body_that_was_looked_at_says_the_same_as_one_that_was_not(page):
    lazy, evaluated = reload(page), reload(page)
    for block in evaluated.body:
        assert block.render()
    assert canonical_text(evaluated) == canonical_text(lazy)
    half = reload(page)
    assert half.body[2].value["title"]
    assert canonical_text(half) == canonical_text(lazy)


def test_an_article_that_is_recommended_and_gone_is_left_out_by_the_page_and_changes_no_word(page, article):
    article.delete()
    lazy, evaluated = reload(page), reload(page)
    html = evaluated.body.stream_block.render(evaluated.body, {"page": evaluated})
    assert "related-block" not in html
    assert canonical_text(evaluated) == canonical_text(lazy)


def test_both_ways_of_storing_lists_and_missing_defaults_say_the_same(page):
    def in_blocks(value):
        if isinstance(value, list):
            return [{"type": "item", "id": f"id-{at}", "value": in_blocks(item)} for at, item in enumerate(value)]
        return {name: in_blocks(inner) for name, inner in value.items()} if isinstance(value, dict) else value

    stored = raw(page)
    others = [
        {**block, "id": "another", "value": in_blocks(block["value"]) if block["type"] != "table" else block["value"]}
        for block in stored
    ]
    assert others != stored
    assert digest_of(with_body(page, others)) == digest_of(page)
    new = [
        {"type": "care_card", "value": {"items": ["<p>a</p>"]}},
        {"type": "questions", "value": {"questions": ["Why?"]}},
        {"type": "table", "value": {"table": {"columns": [], "rows": [], "caption": ""}}},
        {"type": "table", "value": {}},
        {"type": "do", "value": {}},
        {"type": "text", "value": ""},
    ]
    lazy, evaluated = with_body(page, new), with_body(page, new)
    for block in evaluated.body:
        assert block.value is not None
    assert canonical_text(evaluated) == canonical_text(lazy)
    title = "Questions to ask your doctor"
    whole = [
        {"type": "care_card", "value": {"items": ["<p>a</p>"], "urgency": "routine", "advice": ""}},
        {"type": "questions", "value": {"title": title, "introduction": "", "questions": ["Why?"]}},
        {"type": "table", "value": {"table": None, "first_column_is_header": True, "note": ""}},
        {"type": "table", "value": {"first_column_is_header": True, "note": None}},
        {"type": "do", "value": {"items": []}},
    ]  # fmt: skip
    assert canonical_text(with_body(page, whole)) == canonical_text(lazy)
    with override("de"):
        assert canonical_text(with_body(page, new)) == canonical_text(evaluated) == canonical_text(lazy)


@pytest.mark.parametrize("number", ["12", 12, "0.10", 0.1, "1E+2", 10**16, 0])
def test_numbers_say_what_the_page_shows_however_they_are_stored(page, number):
    table = {"columns": [{"type": "number", "heading": ""}], "rows": [{"values": [number]}], "caption": "Numbers"}
    stored = [{"type": "table", "value": {"table": table}}]
    lazy, evaluated = with_body(page, stored), with_body(page, stored)
    shown = evaluated.body[0].value["table"].row_data[0]["values"][0]
    assert canonical_text(evaluated) == canonical_text(lazy)
    assert f'"{shown}"' in canonical_text(lazy)


def test_the_editors_text_field_changes_nothing(page):
    stored = raw(page)
    for block in stored:
        if block["type"] == "text":
            assert through_draftail(block["value"]) != block["value"]
            block["value"] = through_draftail(block["value"])
    stored[0]["value"]["points"] = [through_draftail(point) for point in stored[0]["value"]["points"]]
    assert canonical_text(with_body(page, stored)) == canonical_text(page)


words = (
    st.text(st.sampled_from("ab<>&\"'[]: \u00a0\n😀é"), min_size=1, max_size=8)
    .filter(str.strip)
    .map(lambda text: text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))
)
token = st.sampled_from(["[[ref:a]]", "[[ref:a,b]]", "[[ref:7]]", "[[ref:", "]]"])
link = st.sampled_from(
    ['<a href="https://example.org/?a=1&amp;b=2">', '<a linktype="page" id="3">', '<a href="mailto:a@b.c">']
)
inline = st.recursive(
    words | token | st.just("<br/>"),
    lambda inner: (
        st.builds("<{0}>{1}</{0}>".format, st.sampled_from(["b", "i", "strong", "em"]), inner)
        | st.builds("{}{}</a>".format, link, words)
        | st.builds("{}{}".format, inner, inner)
    ),
    max_leaves=6,
)
items = st.recursive(
    st.builds("<li>{}</li>".format, inline),
    lambda inner: st.builds("<li>{}<ul>{}</ul></li>".format, inline, inner) | st.builds("{}{}".format, inner, inner),
    max_leaves=5,
)
# Wagtail turns a list of numbers with a list of points in it into two lists, which count anew: readers see it.
blocks = st.one_of(
    st.builds("<{0}>{1}</{0}>".format, st.sampled_from(["p", "h2", "h3"]), inline),
    st.builds("<ul>{}</ul>".format, items),
    st.builds("<ol>{}</ol>".format, st.lists(inline.map("<li>{}</li>".format), min_size=1, max_size=3).map("".join)),
)


@pytest.mark.django_db
@settings(max_examples=300, deadline=None)
@given(html=st.lists(blocks, min_size=1, max_size=4).map("".join))
def test_what_the_editor_stored_it_stores_again_with_the_same_meaning(html):
    stored = through_draftail(html)
    assert paragraphs(through_draftail(stored)) == paragraphs(stored)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("<p>a</p>", "a"),
        ("<p>a</p>", '<p data-block-key="x">a</p>'),
        ("<p>a b</p>", "\n<p>\n  a\n  b </p>\n<p></p>"),
        ("<p>a &amp; é\u00a0b</p>", "<p>a & &eacute;&nbsp;b</p>"),
        ("<p><b>a</b></p>", "<p><strong>a</strong></p>"),
        ("<p><b><i>a</i></b></p>", "<p><em><strong>a</strong></em></p>"),
        ("<p><b>ab</b></p>", "<p><b>a</b><b>b</b></p>"),
        ("<p>ab</p>", "<p>a<!-- a note -->b<b></b></p>"),
        ('<p><a href="x" id="3">a</a></p>', "<p><a id=3 href='x'>a</a></p>"),
        ("<ul><li>a</li></ul>", "<ul>\n<li>a</li>\n</ul>"),
        ("<p>a<br/>b</p>", "<p>a<br>  b<br></p>"),
        ("<p><b>a</b> b</p>", "<p><b>a </b>b</p>"),
        ("<p><b>a</b> <i>b</i></p>", "<p><b>a </b><i> b</i></p>"),
        ("<p><b>a</b> <i>b</i></p>", "<p><b>a</b><u> </u><i>b</i></p>"),
        ("<p><b>a</b> <i>b</i> c</p>", "<p><b>a </b><i>b</i><b> </b>c</p>"),
    ],
)
def test_html_that_reads_the_same_is_the_same(one, other):
    assert paragraphs(one) == paragraphs(other)


def test_saving_in_the_editor_without_a_change_keeps_the_line(page, admin_client, admin_user):
    """The form as the browser sends it back, every field as it was shown."""
    page.save_revision()
    decision = sign(page)
    edit = edit_url(page)
    shown = admin_client.get(edit)
    form = shown.context["form"]
    data = _as_a_browser_sends_it(form)
    response = admin_client.post(edit, data)
    assert response.status_code == 302, response.context["form"].errors
    newest = reload(page).get_latest_revision()
    assert newest.user == admin_user
    assert current_review(newest.as_object()).decision == decision


def _as_a_browser_sends_it(form):
    data = {}
    for name in form.fields:
        if name != "body":
            value = form[name].value()
            data[name] = "" if value is None else value
    data.update(_stream("body", form.instance.body))
    for formset in form.formsets.values():
        management = formset.management_form
        data.update({f"{management.prefix}-{name}": management[name].value() for name in management.fields})
        for row in formset.forms:
            for name in row.fields:
                value = row[name].value()
                data[f"{row.prefix}-{name}"] = "" if value is None else value
    return data


def _stream(prefix, value):
    data = {f"{prefix}-count": len(value)}
    for at, child in enumerate(value):
        own = f"{prefix}-{at}"
        data |= {f"{own}-type": child.block_type, f"{own}-order": at, f"{own}-deleted": "", f"{own}-id": child.id}
        data |= _field(f"{own}-value", child.block, child.value)
    return data


def _field(prefix, block, value):
    match type(block).__mro__:
        case mro if any(kind.__name__ == "ImageBlock" for kind in mro):
            return {f"{prefix}-image": value.pk, f"{prefix}-alt_text": value.contextual_alt_text}
        case mro if any(kind.__name__ == "BaseTypedTableBlock" for kind in mro):
            return _table(prefix, value)
        case mro if any(kind.__name__ == "ListBlock" for kind in mro):
            data = {f"{prefix}-count": len(value)}
            for at, item in enumerate(value.bound_blocks):
                data |= {f"{prefix}-{at}-order": at, f"{prefix}-{at}-deleted": "", f"{prefix}-{at}-id": item.id}
                data |= _field(f"{prefix}-{at}-value", item.block, item.value)
            return data
        case mro if any(kind.__name__ == "BaseStructBlock" for kind in mro):
            return {
                name: sent
                for child in block.child_blocks.values()
                for name, sent in _field(f"{prefix}-{child.name}", child, value[child.name]).items()
            }
        case mro if any(kind.__name__ == "RichTextBlock" for kind in mro):
            return {prefix: ContentstateConverter(features=block.features).from_database_format(value.source)}
        case mro if any(kind.__name__ == "ChooserBlock" for kind in mro):
            return {prefix: value.pk}
        case mro if any(kind.__name__ == "MultipleChoiceBlock" for kind in mro):
            return {prefix: value} if value else {}
        case mro if any(kind.__name__ == "BooleanBlock" for kind in mro):
            return {prefix: "on"} if value else {}
    return {prefix: "" if value is None else str(value)}


def _table(prefix, table):
    data = {f"{prefix}-caption": table.caption, f"{prefix}-column-count": len(table.columns)}
    data[f"{prefix}-row-count"] = len(table.row_data)
    for at, column in enumerate(table.columns):
        own = f"{prefix}-column-{at}"
        data |= {f"{own}-type": column["block"].name, f"{own}-order": at, f"{own}-deleted": ""}
        data[f"{own}-heading"] = column["heading"]
    for at, row in enumerate(table.row_data):
        data |= {f"{prefix}-row-{at}-order": at, f"{prefix}-row-{at}-deleted": ""}
        for column_at, (column, value) in enumerate(zip(table.columns, row["values"], strict=True)):
            data |= _field(f"{prefix}-cell-{at}-{column_at}", column["block"], value)
    return data


def test_a_move_another_address_and_publishing_again_keep_the_line(page, community, topic):
    page.save_revision()
    decision = sign(page)
    elsewhere = community.root_page.add_child(instance=TopicPage(title="Leukaemia", slug="leukaemia"))
    reload(page).move(elsewhere, pos="last-child")
    assert current_review(reload(page)).decision == decision
    moved = reload(page)
    moved.slug = "another-address"
    moved.show_in_menus = True
    moved.save_revision().publish()
    assert reload(page).slug == "another-address"
    assert current_review(reload(page)).decision == decision
    reload(page).unpublish()
    reload(page).get_latest_revision().publish()
    assert current_review(reload(page)).decision == decision
    renamed = TopicPage.objects.get(pk=elsewhere.pk)
    renamed.slug = "renamed"
    renamed.save()
    assert current_review(reload(page)).decision == decision


def test_going_back_to_an_approved_text_needs_no_second_approval(page):
    first = page.save_revision()
    decision = sign(page)
    page = reload(page)
    page.title = "Another title"
    page.save_revision()
    assert sign(page) != decision
    back = reload(page)
    first.refresh_from_db()
    back.save_revision(previous_revision=first)
    first.as_object().save_revision(previous_revision=first).publish(previous_revision=first)
    assert reload(page).title == "When myeloma comes back"
    assert current_review(reload(page)).decision == decision


def test_what_a_preview_and_an_alias_show_is_the_same_text(page):
    page.save_revision()
    decision = sign(page)
    request = RequestFactory().get("/")
    preview = reload(page).get_latest_revision_as_object()
    preview.serve_preview(request, preview.default_preview_mode)
    assert current_review(preview).decision == decision
    alias = reload(page).create_alias(update_slug="alias")
    assert current_review(ArticlePage.objects.get(pk=alias.pk)).decision == decision


def test_a_translation_and_a_copy_start_unreviewed(page):
    page.save_revision()
    sign(page)
    spanish = reload(page).copy_for_translation(Locale.objects.create(language_code="es"), copy_parents=True)
    assert not current_review(ArticlePage.objects.get(pk=spanish.pk)).is_shown
    copied = reload(page).copy(update_attrs={"slug": "copy"}, keep_live=False)
    assert digest_of(ArticlePage.objects.get(pk=copied.pk)) == digest_of(page)
    assert not current_review(ArticlePage.objects.get(pk=copied.pk)).is_shown


def test_rows_without_a_place_have_the_order_of_their_making(page):
    """However the database keeps them: PostgreSQL moves a row to the end whenever it is written."""
    text = canonical_text(page)
    page.sources.add(ArticleSource(imported_number="7", reference=Reference.objects.get(key="a")))
    page.save()
    for model in (ArticleAuthor, ArticleSource):
        first = model.objects.filter(article=page).earliest("pk")
        assert first.sort_order is None
        model.objects.filter(pk=first.pk).update(sort_order=5)
        model.objects.filter(pk=first.pk).update(sort_order=None)
    assert canonical_text(reload(page)) == text
    assert current_reviews([reload(page)])[page.pk].digest == digest_of(page)
    assert [person.title for person in reload(page).authors] == ["Marta Example", "Nils Example"]


@pytest.mark.parametrize("places", [(1, 0), (0, 1), (None, 0), (0, None)])
def test_rows_have_the_order_that_the_form_gave_them(page, places):
    rows = list(page.article_authors.all())
    for row, place in zip(rows, places, strict=True):
        row.sort_order = place
    page.article_authors = rows
    in_memory = canonical_text(page)
    assert in_memory == canonical_text(page.save_revision().as_object())
    page.save()
    assert in_memory == canonical_text(reload(page))
    assert current_reviews([reload(page)])[page.pk].digest == digest_of(page)


def test_what_is_declared_exempt_changes_nothing(page):
    digest = digest_of(page)
    page.show_in_menus = True
    page.picture = Picture.objects.first()
    page.slug, page.url_path, page.path = "x", "/x/", "0001"
    page.expired = page.locked = page.has_unpublished_changes = True
    assert digest_of(page) == digest


def test_a_picture_of_another_size_on_the_page_and_its_tags_change_nothing(page):
    digest = digest_of(page)
    picture = Picture.objects.get()
    picture.focal_point_x = picture.focal_point_y = picture.focal_point_width = picture.focal_point_height = 20
    picture.tags.add("cells")
    picture.file_hash = ""
    picture.save()
    assert digest_of(reload(page)) == digest


def test_the_canonical_text_is_json_that_anybody_can_read(page):
    content = json.loads(canonical_text(page))
    assert content["title"] == "When myeloma comes back"
    assert content["references"].keys() == {"a", "7"}
    assert content["unresolved"] == []
