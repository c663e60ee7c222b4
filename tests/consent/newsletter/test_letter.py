"""A copy says why it comes and how to stop it, in one step, and tells nothing to whoever looks over a shoulder."""

import re
from email import message_from_bytes

import pytest
from django.core.mail import EmailMultiAlternatives
from wagtail.models import PageViewRestriction

from articles.models import ArticlePage
from articles.review.signing import withdraw
from consent.mail.letter import NotToBeSentError, write
from consent.models import ConsentSettings, Contact, OutgoingMail, Token
from consent.newsletter import shown
from consent.newsletter.checks import hosts_are_short_enough
from consent.newsletter.composing import compose
from consent.newsletter.queueing import queue_batches
from consent.newsletter.sending import start
from consent.rules.suppressing import suppress
from portal.models import CommunitySettings
from tests.consenting import ANNA, a_contact
from tests.reviewing import a_reviewer


@pytest.fixture
def article(write_article):
    return write_article("When myeloma comes back", summary="What a relapse means & what comes next.")


@pytest.fixture
def mail(community, purpose, article, write_article):
    """The copy for Anna of an issue that is being sent."""
    write_article("My first year", kind="story")
    a_contact(community)
    start(compose(purpose))
    queue_batches()
    return OutgoingMail.objects.get(kind="newsletter")


def raw(letter):
    """The lines of the message's head, as they go over the wire."""
    message = EmailMultiAlternatives(
        letter.subject, letter.text, "portal@testserver", [str(letter.to)], headers=letter.headers
    )
    message.attach_alternative(letter.html, "text/html")
    return message.message().as_bytes()


def test_copy_says_what_is_new_why_it_comes_and_how_to_stop(mail):
    letter = write(mail)
    assert str(letter.to) == ANNA
    assert letter.subject == "My first year, and 1 more article"
    assert letter.sender == "Blood Cancer Community"
    assert "What a relapse means & what comes next.\nMedically reviewed on " in letter.text
    assert "What a relapse means &amp; what comes next." in letter.html
    assert "My first year\nAbout my first year.\nPersonal story\nhttp://testserver/multiple-myeloma/" in letter.text
    for part in (letter.text, letter.html):
        assert "“New articles on multiple myeloma, up to twice a month”" in part
        assert "1 Sample Street" in part
        assert "<img" not in part
        assert part.count("Stop this newsletter:") == 1
    for address in re.findall(r'(?:href|src)="([^"]+)"', letter.html):
        assert f"{address}/".startswith("http://testserver/")


def test_links_of_a_copy_are_its_own_and_one_stops_it(mail):
    letter = write(mail)
    assert Token.objects.filter(kind=Token.Kind.UNSUBSCRIBE).count() == 1
    stop = letter.headers["List-Unsubscribe"].strip("<>")
    assert stop in letter.text
    token = Token.find(Token.Kind.UNSUBSCRIBE, stop.rstrip("/").rpartition("/")[2])
    assert (token.contact_id, token.purpose.code) == (mail.contact_id, "myeloma-news")
    preferences = re.search(r"http://testserver/preferences/([\w-]+)/", letter.text)[1]
    assert Token.find(Token.Kind.PREFERENCES, preferences).contact_id == mail.contact_id


def test_headers_stand_in_one_line_each(mail):
    community = mail.site
    community.hostname, community.port = "health.example.org", 443
    community.save()
    message = raw(write(mail))
    lines = message.partition(b"\n\n")[0].decode().splitlines()
    [stop] = [line for line in lines if line.startswith("List-Unsubscribe:")]
    assert re.fullmatch(r"List-Unsubscribe: <https://health\.example\.org/u/[\w-]{16}/>", stop)
    assert len(stop) <= 75
    assert "List-Unsubscribe-Post: List-Unsubscribe=One-Click" in lines
    parsed = message_from_bytes(message)
    assert parsed["List-Id"] == f"<newsletter-{compose_id(mail)}.health.example.org>"
    assert parsed["Auto-Submitted"] == "auto-generated"
    assert [part.get_content_type() for part in parsed.get_payload()] == ["text/plain", "text/html"]


def compose_id(mail):
    return mail.contact.consents.get().purpose_id


def test_host_that_is_too_long_for_the_header_is_named(community):
    assert hosts_are_short_enough(None, databases=["default"]) == []
    community.hostname = "a-very-long-name-of-a-community.example.org"
    community.save()
    [warning] = hosts_are_short_enough(None, databases=["default"])
    assert "a-very-long-name-of-a-community.example.org" in warning.msg
    assert hosts_are_short_enough(None, databases=None) == []


def test_discreet_copy_tells_nothing_of_health_in_subject_sender_header_and_first_words(mail):
    Contact.objects.update(is_discreet=True)
    letter = write(mail)
    first_words = letter.text[:250]
    for words in (letter.subject, letter.sender, str(letter.headers), first_words):
        assert not re.search("myeloma|blood|cancer|multiple", words, re.IGNORECASE)
    assert letter.sender == "Example Health Press"
    settings = ConsentSettings.for_site(mail.site)
    settings.discreet_sender_name = "E. H. Press"
    settings.save()
    assert write(mail).sender == "E. H. Press"


def test_title_with_line_breaks_and_markup_stays_text(mail, article):
    ArticlePage.objects.filter(pk=article.pk).update(title="A <b>title</b>\r\nBcc: someone@example.org")
    letter = write(mail)
    assert "\n" not in letter.subject
    assert "<b>" not in letter.html


@pytest.mark.parametrize("what", ["unpublished", "restricted", "withdrawn"])
def test_article_that_was_taken_back_meanwhile_stands_in_no_later_copy(mail, article, what):
    assert article.title in write(mail).text
    if what == "unpublished":
        article.unpublish()
    elif what == "restricted":
        PageViewRestriction.objects.create(page=article, restriction_type="login")
    else:
        withdraw(page_id=article.pk, user=a_reviewer(), note="The dose is wrong.")
    letter = write(mail)
    assert article.title not in letter.text + letter.html + letter.subject
    ArticlePage.objects.get(title="My first year").unpublish()
    with pytest.raises(NotToBeSentError, match="nothing-left"):
        write(mail)


def test_reviewers_name_goes_when_the_text_is_no_longer_the_approved_one(mail, article):
    ArticlePage.objects.filter(pk=article.pk).update(summary="Another summary.")
    letter = write(mail)
    assert "Another summary." in letter.text
    assert "Changed since its last review" in letter.text
    assert "Medically reviewed" not in letter.text + letter.html
    assert "Ruth" not in letter.text + letter.html


def test_what_stands_in_the_way_is_asked_when_the_copy_is_written(mail):
    suppressed = Contact.objects.get().address
    CommunitySettings.objects.update(publisher_address="")
    with pytest.raises(NotToBeSentError, match="no-postal-address"):
        write(mail)
    CommunitySettings.objects.update(publisher_address="1 Sample Street")
    suppress(suppressed, "complaint")
    with pytest.raises(NotToBeSentError, match="suppressed"):
        write(mail)
    assert not Token.objects.filter(kind=Token.Kind.UNSUBSCRIBE).exists()
    mail.contact = None
    with pytest.raises(NotToBeSentError, match="erased"):
        write(mail)
    mail.subject_id = "0"
    with pytest.raises(NotToBeSentError, match="cancelled"):
        write(mail)


def test_batch_looks_its_articles_up_once(mail, monkeypatch, django_assert_max_num_queries):
    monkeypatch.setattr(shown, "KEEPS", 60)
    write(mail)
    with django_assert_max_num_queries(13):
        write(mail)


@pytest.mark.parametrize(
    ("language", "words"), [("es", "Recibe este mensaje porque"), ("de", "Sie bekommen diese Nachricht")]
)
def test_copy_is_written_in_the_language_that_was_agreed_in(mail, topic, language, words):
    from datetime import date  # noqa: PLC0415

    from consent.newsletter.rendering import Copy, render  # noqa: PLC0415
    from consent.newsletter.sources import Entry  # noqa: PLC0415

    issue = mail.contact.consents.get().purpose.issues.get()
    copy = Copy(language, False, "…", date(2026, 3, 4), "https://x/u/1/", "https://x/preferences/1/")
    written = render(issue, [Entry(1, "Title", "https://x/")], copy)
    assert words in written.text
    assert words in written.html
    assert "You get this" not in written.text + written.html
