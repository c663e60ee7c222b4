from articles.models import TopicPage
from tests.reviewing import save_and_publish


def test_an_old_address_leads_on_when_the_slug_changes(client, article, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        article.slug = "coming-back"
        save_and_publish(article)
    response = client.get("/multiple-myeloma/relapse/")
    assert response.status_code == 301
    assert response["Location"] == "/multiple-myeloma/coming-back/"


def test_an_old_address_leads_on_when_the_page_or_its_topic_moves(
    client, article, topic, community, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        other = community.root_page.add_child(instance=TopicPage(title="Blood cancers", slug="blood-cancers"))
        article.move(other, pos="last-child")
    assert client.get("/multiple-myeloma/relapse/")["Location"] == "/blood-cancers/relapse/"
    with django_capture_on_commit_callbacks(execute=True):
        other.refresh_from_db()
        other.slug = "cancers"
        other.save_revision().publish()
    assert client.get("/blood-cancers/relapse/")["Location"] == "/cancers/relapse/"
    assert client.get("/multiple-myeloma/relapse/", follow=True).redirect_chain[-1][0] == "/cancers/relapse/"
