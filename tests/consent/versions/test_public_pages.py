"""Readers find every version, whole and with what changed; what once was published never looks different."""

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext

from consent.models import PolicyPage, TextVersion
from consent.versions.notices import publish_notice
from tests.consent.versions.test_policies import drafted, stored
from tests.consenting import a_purpose

BUDGET = 16  # Wagtail finds what stands beside a page step by step


@pytest.fixture
def changed(policy):
    """The policy after a material and an editorial change."""
    drafted(policy, what_changed="We keep it longer.").publish()
    drafted(policy, body=stored(policy).body.replace("your", "Your"), change="editorial", what_changed="").publish()
    return stored(policy)


def main(client, address):
    response = client.get(address)
    assert response.status_code == 200, address
    return BeautifulSoup(response.content, "html.parser").main


def words(element):
    return " ".join(element.get_text(" ").split())


def test_policy_says_its_version_and_leads_to_all_of_them(client, changed):
    page = main(client, "/privacy/")
    assert "Version 3, in force since" in words(page)
    assert page.select_one("a[href='/privacy/versions/']")


def test_the_line_stands_above_the_words_in_force_alone(changed):
    changed.body = "<p>Other words.</p>"
    assert changed.version_in_force is None


def test_all_versions_are_listed_with_what_changed(client, changed):
    events = main(client, "/privacy/versions/").select("li.review-event")
    assert [event.h2.get_text() for event in events] == ["Version 3", "Version 2", "Version 1"]
    assert "An editorial change: the meaning stayed the same." in words(events[0])
    assert "A material change: people who had agreed before are asked again." in words(events[1])
    assert "What changed: We keep it longer." in words(events[1])
    assert "The first version." in words(events[2])
    assert "In force since" in words(events[0])
    assert "In force from" in words(events[2])


def test_terms_say_that_they_ask_nobody_again(client, community):
    terms = {"title": "Terms", "slug": "terms", "role": "terms", "body": "<p>Be kind.</p>", "live": False}
    page = community.root_page.add_child(instance=PolicyPage(**terms))
    page.save_revision().publish()
    drafted(PolicyPage.objects.get(slug="terms"), body="<p>Be very kind.</p>").publish()
    newest = words(main(client, "/terms/versions/").select_one("li.review-event"))
    assert "A material change: it holds for everybody who accepts the terms from then on." in newest
    assert "asked again" not in newest


def test_a_version_stands_whole_with_the_words_that_changed(client, changed):
    page = main(client, "/privacy/versions/2/")
    assert [mark.get_text() for mark in page.select("ins")] == ["[added:] 60 [end]"]
    assert [mark.get_text() for mark in page.select("del")] == ["[removed:] 30 [end]"]
    assert "We keep your address for 60 days." in words(page.select_one(".prose"))
    assert not main(client, "/privacy/versions/1/").select("ins, del")


def test_an_old_version_stays_as_it_was_to_the_byte(client, changed):
    before = client.get("/privacy/versions/1/").content
    drafted(changed, body="<p>All is new.</p>", title="Data").publish()
    changed.revisions.all().delete()
    after = client.get("/privacy/versions/1/").content
    assert str(BeautifulSoup(before, "html.parser").main) == str(BeautifulSoup(after, "html.parser").main)


@pytest.mark.parametrize("number", ["0", "4", "x", "٣", "12345678"])
def test_there_is_no_page_for_a_version_that_never_was(client, changed, number):
    assert client.get(f"/privacy/versions/{number}/").status_code == 404


def test_a_policy_that_is_offline_shows_no_list_but_its_words_under_their_digest(client, changed):
    digest = TextVersion.objects.get(version=1).digest
    changed.unpublish()
    assert client.get("/privacy/versions/").status_code == 404
    page = main(client, f"/consent/words/{digest}/")
    assert "We keep your address for 30 days." in words(page)
    assert digest in words(page)
    changed.delete()
    assert "30 days" in words(main(client, f"/consent/words/{digest}/"))


def test_any_published_words_are_found_by_their_digest_in_their_community(client, community, notice):
    purpose = a_purpose(community)
    text = publish_notice(notice)
    page = main(client, f"/es/consent/words/{text.digest}/")
    assert page.h1["lang"] == "en"
    assert [heading.get_text() for heading in page.select(".prose h2")][:2] == ["What we keep", "What we use it for"]
    assert "You agree." in words(page)
    label = purpose.published_texts.get().digest
    assert "At most 2 e-mails a month." in words(main(client, f"/consent/words/{label}/"))
    TextVersion.append(**{**values(text), "site_id": community.pk + 1, "digest": "t1:elsewhere"})
    for unknown in ("t1:elsewhere", "t1:" + "0" * 64, "o1:" + "0" * 64, "x"):
        assert client.get(f"/consent/words/{unknown}/").status_code == 404


def values(text):
    names = {field.attname for field in text._meta.concrete_fields}
    return {
        name: getattr(text, name) for name in names - {"id", "number", "recorded_at", "previous_hash", "entry_hash"}
    }


def test_words_that_came_back_tell_each_time(client, policy):
    first = stored(policy).body
    drafted(policy).publish()
    drafted(policy, body=first, what_changed="Back again.").publish()
    digest = TextVersion.objects.get(version=1).digest
    page = words(main(client, f"/consent/words/{digest}/"))
    assert "Version 3" in page
    assert "Version 1" in page
    assert "Version 2" not in page


def addresses(policy):
    digest = TextVersion.objects.filter(kind="privacy").first().digest
    return ["/privacy/", "/privacy/versions/", "/privacy/versions/2/", f"/consent/words/{digest}/"]


def test_pages_set_no_cookie_ask_no_search_engine_in_and_change_nothing(client, changed):
    for number, address in enumerate(addresses(changed)):
        response = client.get(address)
        assert not response.cookies
        assert "Cookie" not in response.get("Vary", "")
        assert (b'<meta name="robots" content="noindex">' in response.content) is (number > 0)
        assert client.head(address).status_code == 200
        if number:
            assert client.post(address).status_code in (403, 405)


def test_pages_keep_within_their_queries_however_many_versions_there_are(client, changed):
    def counts():
        found = []
        for address in addresses(changed):
            client.get(address)
            with CaptureQueriesContext(connection) as captured:
                client.get(address)
            found.append(len(captured))
        return found

    few = counts()
    for number in range(8):
        drafted(changed, body=f"<p>Wording {number}.</p>").publish()
    assert counts() == few
    assert max(few) <= BUDGET
