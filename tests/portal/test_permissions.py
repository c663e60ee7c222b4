"""tools/permissions.yaml tells who may open what. Here each line is tried as each role, through the real views."""

from datetime import date
from types import SimpleNamespace

import pytest
from django.contrib.auth.models import Group
from django.db import transaction
from django.template.backends.django import Template
from django.urls import URLPattern, get_resolver, reverse
from wagtail.models import Locale, PageViewRestriction

from articles.models import (
    ArticlePage,
    CorrectionReport,
    Credential,
    GlossaryTerm,
    ImportRun,
    Reference,
    ReviewBoard,
    SynonymGroup,
)
from comments.models import Sanction
from consent.models import Notice, Suppression
from portal.models import Picture, StandardPage, User
from tests.comments.desk.further.conftest import a_desk
from tests.portal.test_groups import an_issue
from tools import permissions
from tools.permissions import ROLES, lines

# What belongs to a screen that is named in the table and asks what it asks.
PARTS = ("results", "chosen_multiple", "choose_results", "preview_on_add")
ASKED_BY_PAGES = {
    "wagtailadmin_error_test", "wagtailadmin_pages:revisions_compare", "wagtailadmin_tag_autocomplete",
    "wagtailadmin_choose_page_chosen_multiple", "wagtailadmin_choose_page_external_link",
    "wagtailadmin_choose_page_email_link", "wagtailadmin_choose_page_phone_link",
    "wagtailadmin_choose_page_anchor_link", "wagtailadmin_workflows:task_chooser_create",
    "wagtailadmin_dismissibles", "wagtailadmin_block_preview", "wagtailadmin_logout", "wagtailadmin_sprite",
    "wagtailadmin_javascript_catalog", "wagtailadmin_api:pages:find", "wagtailadmin_api:images:find",
    "wagtailadmin_api:documents:listing", "wagtailredirects:process_import",
    "wagtailadmin_password_reset_done", "wagtailadmin_password_reset_complete", "second_step",
    "wagtailadmin_login",
    "begin_with_passkey", "wagtailsnippets:index", "sign_in_with_passkey", "leave_door", "set_up_app", "set_up_passkey",
}  # fmt: skip
CREATED_WHILE_CHOOSING = "wagtailsnippetchoosers_"  # each asks for the right to add, as its screen does


@pytest.fixture
def world(community, topic, article):
    """One of everything, by the names that the table uses."""
    somebody = User.objects.create_user("somebody-else")
    Locale.objects.create(language_code="es")
    draft = ArticlePage(title="A draft", slug="draft", summary="One sentence.", live=False, owner=somebody)
    topic.add_child(instance=draft)
    revision = draft.save_revision(user=somebody)
    for_staff = community.root_page.add_child(
        instance=StandardPage(title="For staff", slug="staff", body="<p>Ours.</p>")
    )
    PageViewRestriction.objects.create(page=for_staff, restriction_type="login")
    desk = a_desk(article)
    comment = desk.published
    issue = an_issue(topic)
    return SimpleNamespace(
        home=community.root_page,
        topic=topic,
        article=article,
        draft=draft,
        revision=revision,
        site=community,
        somebody=somebody,
        group=Group.objects.get(name="Authors"),
        picture=Picture.objects.create(
            title="A cell", file="cell.png", width=1, height=1, file_size=1, uploaded_by_user=somebody
        ),
        term=GlossaryTerm.objects.create(term="remission", definition="A quiet time.", locale=topic.locale),
        synonyms=SynonymGroup.objects.create(phrases="tired\nweary"),
        reference=Reference.objects.create(key="moreau-2021", title="A trial"),
        board=ReviewBoard.objects.create(name="A board"),
        credential=Credential.objects.create(
            user=somebody, title="Haematologist", body="GMC", valid_from=date(2020, 1, 1)
        ),
        notice=Notice.objects.create(site=community, code="sign-up", language="en"),
        purpose=issue.purpose,
        issue=issue,
        correction=CorrectionReport.objects.create(
            article=article, article_title=article.title, message="It is wrong."
        ),
        run=ImportRun.objects.create(parent=topic, user=somebody, report={"files": []}),
        contact=comment.commenter.contact,
        suppression=Suppression.objects.create(lookup="of-an-address", reason=Suppression.Reason.ASKED),
        comment=comment,
        commenter=comment.commenter,
        sanction=Sanction.objects.first(),
        appeal=desk.appeal,
        case=desk.case,
    )


def somebody_who_is(role, world):
    """A new member of a group, with a draft of their own."""
    user = User.objects.create_user(f"one-of-the-{role}", is_superuser=role == "X")
    if role != "X":
        user.groups.add(Group.objects.get(name=ROLES[role]))
    own = ArticlePage(title="Own", slug=f"own-{role}", summary="One sentence.", live=False, owner=user)
    world.topic.add_child(instance=own)
    own.save_revision(user=user)
    world.own = own
    return user


def url_of(address, world):
    """The path of a line."""
    if address.startswith("/"):
        return address
    name, *arguments = address.split()
    return reverse(name, args=[word[1:] if word[0] == "=" else getattr(world, word).pk for word in arguments])


def is_open(response):
    """Whether the answer is a screen or what was done, not a refusal."""
    if response.status_code in (301, 302):
        path = response.url.partition("?")[0]
        return path not in (reverse("wagtailadmin_home"), reverse("wagtailadmin_login"))
    return response.status_code not in (401, 403, 404)


@pytest.fixture
def blank_templates(monkeypatch):
    """Views decide who may; what they show takes most of the time, and is left out."""
    render = Template.render

    def blank(template, *args, **kwargs):
        """Public parts are remembered by what they are made of, so they are made as they are."""
        name = template.template.name or ""
        is_staff_s = "/desk/" in name or (name.startswith("wagtail") and not name.startswith("wagtailcore/"))
        return "" if is_staff_s else render(template, *args, **kwargs)

    monkeypatch.setattr(Template, "render", blank)


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.usefixtures("blank_templates")
def test_each_role_may_do_what_the_table_says_and_nothing_else(client, world, role):
    if role == "P":
        world.own = world.draft
    else:
        client.force_login(somebody_who_is(role, world))
    wrong = []
    for line in lines():
        with transaction.atomic():
            url = url_of(line.address, world)
            response = client.post(url, {"body-count": "0"}) if line.method == "POST" else client.get(url)
            transaction.set_rollback(True)
        if is_open(response) is not (role in line.roles):
            wrong.append(f"{line.method} {line.address}: {response.status_code} {response.get('Location', '')}")
    assert wrong == []


def screens(patterns, namespace=""):
    """Names of the admin's addresses without arguments."""
    for pattern in patterns:
        if isinstance(pattern, URLPattern):
            if pattern.name and not pattern.pattern.regex.groups:
                yield f"{namespace}{pattern.name}"
        elif not pattern.pattern.regex.groups:
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from screens(pattern.url_patterns, inner)


def test_no_screen_of_the_admin_is_missing():
    admin = [each for each in get_resolver().url_patterns if str(each.pattern).startswith("admin/")]
    named = {line.address.split()[0] for line in lines()} | {"review_desk_list"}
    missing = {
        name
        for name in screens(admin)
        if name not in named | ASKED_BY_PAGES
        and not name.endswith(PARTS)
        and not (name.startswith(CREATED_WHILE_CHOOSING) and name.endswith(":create"))
    }
    assert missing == set()


def test_page_of_the_documentation_is_current():
    assert permissions.PAGE.read_text() == permissions.page()


def test_administrators_may_do_whatever_anybody_may():
    assert [line.what for line in lines() if line.roles and "X" not in line.roles] == []
