"""The demonstration loads once and keeps what people did."""

import pytest
from django.core.management import CommandError, call_command
from django.utils.timezone import now
from wagtail.models import Page, Site

from articles.models import ArticlePage
from portal.models import CommunitySettings, User
from tests.reviewing import save_and_publish

pytestmark = pytest.mark.django_db
MIGRAINE = {"HTTP_HOST": "migraine.localhost:8000"}


def load(capsys, **options):
    call_command("load_demo", port=options.pop("port", 8000), **options)
    return capsys.readouterr().out


def test_both_communities_answer(demo_site, client):
    assert b"Blood Cancer Community" in client.get("/").content
    assert b"Migraine Community" in client.get("/", **MIGRAINE).content


def test_what_people_did_is_kept_when_it_is_loaded_again(demo_site, capsys):
    article = ArticlePage.objects.get(slug="headache-diary")
    article.title = "My own title"
    save_and_publish(article)
    ArticlePage.objects.get(slug="relapsed-refractory-myeloma").delete()
    CommunitySettings.objects.update(tagline="Our own line")
    pages = Page.objects.count()

    assert "already there" in load(capsys)

    assert ArticlePage.objects.get(slug="headache-diary").title == "My own title"
    assert Page.objects.count() == pages
    assert CommunitySettings.objects.filter(tagline="Our own line").count() == 2


def test_it_is_not_loaded_again_when_its_accounts_were_deleted(demo_site, capsys):
    User.objects.all().delete()
    assert "already there" in load(capsys)
    assert not User.objects.exists()


def test_its_sites_follow_the_port_and_others_stay(demo_site, capsys):
    own = Site.objects.create(hostname="own.example.org", port=80, root_page=Page.objects.get(depth=1))
    assert "port 8123" in load(capsys, port=8123)
    assert set(Site.objects.exclude(pk=own.pk).values_list("port", flat=True)) == {8123}
    own.refresh_from_db()
    assert own.port == 80


def test_an_impossible_port_is_refused():
    with pytest.raises(CommandError, match="70000 is not a port"):
        call_command("load_demo", port=70000)


def test_wagtails_own_welcome_page_is_gone(demo_site):
    assert not Page.objects.filter(title__contains="Welcome").exists()
    assert not Site.objects.filter(hostname="localhost").exists()


def test_addresses_and_sign_ins_are_printed(demo_site, capsys):
    printed = load(capsys, sign_ins=True)
    assert "http://127.0.0.1:8000/" in printed
    assert "http://migraine.localhost:8000/" in printed
    assert "reviewer         demo-reviewer         Medical reviewer\n" in printed
    assert "already there" not in printed


def test_no_page_was_published_in_the_future(demo_site):
    assert not Page.objects.filter(last_published_at__gt=now()).exists()
