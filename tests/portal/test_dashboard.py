import pytest
from django.urls import reverse
from wagtail.admin.menu import admin_menu

from articles.models import ArticlePage
from portal.models import User
from tests.reviewing import save_and_publish

ROLES = ["Authors", "Editors", "Medical reviewers", "Moderators", "Data protection"]


def dashboard(client):
    return client.get(reverse("wagtailadmin_home"))


def draft_by(owner, topic, title="A draft of mine"):
    draft = topic.add_child(
        instance=ArticlePage(
            title=title, slug=title.lower().replace(" ", "-"), summary="One sentence.", live=False, owner=owner
        )
    )
    draft.save_revision(user=owner)
    return draft


def menu_names(response):
    """The names of the sidebar's entries, in order."""
    items = sorted(admin_menu.menu_items_for_request(response.wsgi_request), key=lambda item: item.order)
    return [item.name for item in items]


def test_author_finds_own_drafts_and_not_those_of_others(client, sign_in_as, topic):
    author = sign_in_as("Authors")
    draft_by(author, topic)
    draft_by(User.objects.create(username="other"), topic, title="A draft of another")
    page = dashboard(client).content.decode()
    assert "A draft of mine" in page
    assert "A draft of another" not in page


def test_draft_that_was_handed_in_moves_to_its_own_list(client, sign_in_as, topic):
    author = sign_in_as("Authors")
    draft = draft_by(author, topic)
    assert "You have no unfinished drafts" not in dashboard(client).content.decode()
    draft.get_workflow().start(draft, author)
    page = dashboard(client).content.decode()
    assert "You have no unfinished drafts" in page
    assert "waits for: Editorial approval" in page


def test_draft_that_came_back_is_unfinished_again(client, sign_in_as, topic):
    author = sign_in_as("Authors")
    draft = draft_by(author, topic)
    state = draft.get_workflow().start(draft, author)
    state.current_task_state.reject(user=None, comment="Please say where this comes from.")
    page = dashboard(client).content.decode()
    assert "You have no unfinished drafts" not in page
    assert "changes were asked for" in page


def test_editor_sees_what_waits_and_is_told_kindly_when_nothing_does(client, sign_in_as, topic):
    sign_in_as("Editors")
    assert "Nothing waits for your approval." in dashboard(client).content.decode()
    author = User.objects.create(username="author")
    draft = draft_by(author, topic, title="Please approve")
    draft.get_workflow().start(draft, author)
    page = dashboard(client).content.decode()
    assert "Please approve" in page
    assert "Nothing waits for your approval." not in page


def test_author_is_not_offered_approvals(client, sign_in_as, topic):
    sign_in_as("Authors")
    assert "Nothing waits for your approval." not in dashboard(client).content.decode()


@pytest.mark.parametrize(
    ("role", "first"),
    [
        ("Authors", "Write an article"),
        ("Editors", "Write an article"),
        ("Medical reviewers", "Read and comment on drafts"),
        ("Moderators", "Decide on comments"),
    ],
)
def test_each_role_is_told_what_it_does_first(client, sign_in_as, topic, role, first):
    sign_in_as(role)
    page = dashboard(client).content.decode()
    assert first in page
    assert ("Write an article" in page) is (role in {"Authors", "Editors"})


def test_counts_lead_to_what_they_count(client, sign_in_as, topic, article):
    draft_by(sign_in_as("Editors"), topic)
    page = dashboard(client).content.decode()
    assert "2 Articles" in page
    assert "1 Draft<" in page
    listing = client.get(reverse("articles_listing:index"), {"status": "draft"}).content.decode()
    assert "A draft of mine" in listing
    assert article.title not in listing


def test_recently_published_lists_what_is_live(client, sign_in_as, article):
    save_and_publish(article)
    sign_in_as("Medical reviewers")
    page = dashboard(client).content.decode()
    assert article.title in page
    article.unpublish()
    assert "Nothing has been published yet." in dashboard(client).content.decode()


def test_dashboard_asks_no_more_queries_for_more_drafts(client, sign_in_as, topic, django_assert_max_num_queries):
    author = sign_in_as("Authors")
    for number in range(12):
        draft_by(author, topic, title=f"Draft number {number}")
    dashboard(client)
    with django_assert_max_num_queries(40):
        page = dashboard(client).content.decode()
    assert "Show all" in page


def test_menu_is_in_order_and_hides_what_a_role_can_not_use(client, sign_in_as, topic):
    sign_in_as("Editors")
    names = menu_names(dashboard(client))
    known = [
        "articles",
        "explorer",
        "people",
        "references",
        "glossary",
        "synonyms",
        "images",
        "import",
        "reports",
        "settings",
    ]
    assert [name for name in names if name in known] == known
    assert "help" not in names
    sign_in_as("Moderators")
    assert set(menu_names(dashboard(client))) <= {"search", "conversation"}


def test_staff_screens_carry_the_products_name_and_nothing_from_elsewhere(client, sign_in_as, topic, settings):
    sign_in = client.get(reverse("wagtailadmin_login")).content.decode()
    sign_in_as("Editors")
    for page in (sign_in, dashboard(client).content.decode()):
        assert f"{settings.WAGTAIL_SITE_NAME}</title>" in page
        assert "gravatar" not in page
        assert "Sign in to Wagtail" not in page
        assert "guide.wagtail.org" not in page


def test_dashboard_has_no_search_for_those_who_see_no_pages(client, sign_in_as, topic):
    sign_in_as("Moderators")
    assert 'role="search"' not in dashboard(client).content.decode()
    sign_in_as("Medical reviewers")
    assert 'role="search"' in dashboard(client).content.decode()
