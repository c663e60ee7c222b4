from datetime import timedelta

from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from articles.models import ArticlePage, ArticleTopic, TopicPage
from articles.recommended import latest_beside
from tests.reviewing import add_live


def titles(articles):
    return [article.title for article in articles]


def test_an_article_is_on_the_topic_above_it_and_on_its_further_topics(article, topic, community):
    anaemia = community.root_page.add_child(instance=TopicPage(title="Anaemia", slug="anaemia"))
    tired = add_live(anaemia, ArticlePage(title="Tired"))
    ArticleTopic.objects.create(article=tired, topic=topic)
    assert set(titles(ArticlePage.objects.on_topic(topic))) == {"When myeloma comes back", "Tired"}
    assert titles(ArticlePage.objects.on_topic(anaemia)) == ["Tired"]


def test_a_translated_article_keeps_its_further_topics(spanish_article, topic, article, community):
    anaemia = community.root_page.add_child(instance=TopicPage(title="Anaemia", slug="anaemia"))
    spanish_anaemia = anaemia.copy_for_translation(spanish_article.locale)
    ArticleTopic.objects.create(article=spanish_article, topic=anaemia)
    assert titles(ArticlePage.objects.on_topic(spanish_anaemia)) == ["Cuando vuelve el mieloma"]


def test_related_reading_is_on_the_same_topics_newest_first_without_the_article_itself(
    article, topic, community, django_assert_num_queries
):
    anaemia = community.root_page.add_child(instance=TopicPage(title="Anaemia", slug="anaemia"))
    now = timezone.now()
    sibling = add_live(topic, ArticlePage(title="Sibling", first_published_at=now))
    tired = add_live(anaemia, ArticlePage(title="Tired", first_published_at=now - timedelta(days=1)))
    named = add_live(anaemia, ArticlePage(title="Named", first_published_at=now - timedelta(days=2)))
    ArticleTopic.objects.create(article=named, topic=topic)
    add_live(community.root_page, ArticlePage(title="On no topic"))
    for page, days in ((sibling, 0), (tired, 1), (named, 2)):
        Page.objects.filter(pk=page.pk).update(last_published_at=now - timedelta(days=days))
    article.breadcrumb, sibling.breadcrumb = [community.root_page], [community.root_page]
    with django_assert_num_queries(2):  # topics, articles
        assert titles(latest_beside(article)) == ["Sibling", "Named"]
    ArticleTopic.objects.create(article=article, topic=anaemia)
    again = ArticlePage.objects.get(pk=article.pk)
    assert titles(latest_beside(again)) == ["Sibling", "Tired", "Named"]
    assert "Tired" not in titles(latest_beside(sibling))


def test_lists_show_what_changed_last_first_and_say_whether_it_is_new_or_updated(client, article, topic, community):
    now = timezone.now()
    long_ago, lately = now - timedelta(days=300), now - timedelta(days=2)
    before = long_ago - timedelta(days=1)
    Page.objects.filter(pk=article.pk).update(first_published_at=before, last_published_at=before)
    for title, first, last in (("Old", long_ago, long_ago), ("Kept current", long_ago, now), ("New", lately, lately)):
        page = add_live(topic, ArticlePage(title=title))
        Page.objects.filter(pk=page.pk).update(first_published_at=first, last_published_at=last)
    found = ArticlePage.objects.in_community(community.root_page).latest_first()
    assert titles(found) == ["Kept current", "New", "Old", "When myeloma comes back"]
    for address in ("/", "/multiple-myeloma/"):
        html = client.get(address).content.decode()
        places = [html.index(f">{title}</a>") for title in ("Kept current", "New", "Old")]
        assert places == sorted(places)
        assert html.count("<span>Updated") == 1
        assert html.count("<span>Written") == 3


def test_topics_of_an_article_begin_with_the_one_above_it(article, topic, community):
    anaemia = community.root_page.add_child(instance=TopicPage(title="Anaemia", slug="anaemia"))
    hidden = community.root_page.add_child(instance=TopicPage(title="Hidden", slug="hidden"))
    PageViewRestriction.objects.create(page=hidden, restriction_type="login")
    for further in (anaemia, hidden):
        ArticleTopic.objects.create(article=article, topic=further)
    assert titles(TopicPage.objects.of_article(article)) == ["Multiple myeloma", "Anaemia"]


def test_an_article_under_a_private_topic_is_not_open(article, topic, community):
    PageViewRestriction.objects.create(page=topic, restriction_type="login")
    assert titles(ArticlePage.objects.in_community(community.root_page)) == []
