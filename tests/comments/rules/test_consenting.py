"""Whether somebody agrees to comment, and how they agree anew when the words before a comment change."""

import pytest

from comments.rules.consenting import consents
from consent.models import ConsentEntry, Contact, OutgoingMail, TextVersion, Token
from consent.rules.renewing import outdated
from consent.rules.telling import tell_of_changes
from consent.versions.offers import COMMENT, SIGN_UP, Kind
from tests.consenting import ANNA, a_request, an_offer, confirm, publish_words
from tests.conversing import COMMENTS, a_comment, contact_of

OTHER_USE = "We count how many comments you write."


@pytest.fixture
def anna(article) -> Contact:
    """Somebody who comments, and could get a newsletter."""
    an_offer(article.get_site())
    a_comment(article)
    return contact_of(ANNA)


def told() -> list[Contact | None]:
    tell_of_changes()
    return [mail.contact for mail in OutgoingMail.objects.filter(kind="changed")]


def agree(client, contact, site, renewal, *purposes):
    path = f"/preferences/{Token.issue(Token.Kind.PREFERENCES, contact=contact)}/"
    values = {"act": "agree", "renewal": f"{site.pk}:en", "seen": renewal.offer.digest, "purpose": purposes}
    return client.post(path, values, headers={"Sec-Fetch-Site": "same-origin"})


def test_other_words_before_a_comment_are_told_shown_and_agreed_to(client, anna, community):
    publish_words(community, Kind.NOTICE, COMMENT, words=OTHER_USE)
    assert not consents(anna, community)
    assert told() == [anna]
    page = client.get(f"/preferences/{Token.issue(Token.Kind.PREFERENCES, contact=anna)}/").content.decode()
    assert OTHER_USE in page
    assert "to send you what you ticked" not in page
    (renewal,) = outdated(anna)
    assert agree(client, anna, community, renewal, COMMENTS).headers["Location"].endswith("?done=agreed")
    assert consents(anna, community)
    assert not outdated(anna)
    notice = TextVersion.objects.get(kind=Kind.NOTICE, code=COMMENT, version=2)
    entry, consent = ConsentEntry.objects.last(), anna.consents.get()
    assert (entry.action, entry.notice_digest) == ("confirmed", notice.digest)
    assert (consent.entry_number, consent.notice_version) == (entry.number, notice.version)


def test_other_words_beside_the_sign_up_box_concern_nobody_who_only_comments(anna, community):
    publish_words(community, Kind.NOTICE, SIGN_UP, words="We count how many mails you open.")
    assert consents(anna, community)
    assert not told()
    assert not outdated(anna)


def test_other_words_before_a_comment_concern_nobody_who_only_reads(article, community):
    a_comment(article, address="berta@example.org")
    reads = confirm(Token.issue(Token.Kind.CONFIRM, request=a_request(community))).contact
    publish_words(community, Kind.NOTICE, COMMENT, words=OTHER_USE)
    assert told() == [contact_of("berta@example.org")]
    assert not outdated(reads)


def test_somebody_who_comments_and_reads_agrees_to_each_beside_its_own_notice(client, anna, community):
    confirm(Token.issue(Token.Kind.CONFIRM, request=a_request(community)))
    publish_words(community, Kind.PRIVACY, words="We share it.")
    assert told() == [anna]
    notices = {renewal.offer.notice.code: renewal for renewal in outdated(anna)}
    assert set(notices) == {SIGN_UP, COMMENT}
    assert agree(client, anna, community, notices[COMMENT], "myeloma-news").status_code == 422
    assert agree(client, anna, community, notices[COMMENT], COMMENTS).status_code == 303
    assert consents(anna, community)
    assert [renewal.offer.notice.code for renewal in outdated(anna)] == [SIGN_UP]
    assert agree(client, anna, community, notices[SIGN_UP], "myeloma-news").status_code == 303
    assert not outdated(anna)
    assert {each.notice_version for each in anna.consents.all()} == {1}
