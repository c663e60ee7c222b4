"""Races for a process of its own with a database in a file: SQLite in memory locks differently."""

from wagtail.models import Page, Site

from articles.models import ArticlePage, TopicPage
from comments.models import Comment, Decision
from comments.rules.authoring import withdraw
from comments.rules.deciding import ConflictError, decide
from comments.rules.posting import post
from consent.addresses import parse_address
from consent.models import Request
from consent.rules.erasing import erase
from portal.ledger.proof import prove
from portal.models import CommunitySettings, HomePage
from tests.conversing import a_comment, a_moderator, a_submission, seen
from tests.racing import at_once, failures
from tests.reviewing import add_live

ANSWERS = 24


def an_article() -> ArticlePage:
    """A live article in a community of its own."""
    home = Page.objects.get(depth=1).add_child(instance=HomePage(title="Community", slug="community"))
    Site.objects.all().delete()
    site = Site.objects.create(hostname="testserver", root_page=home, is_default_site=True, site_name="Community")
    CommunitySettings.objects.create(site=site, publisher_name="Example Health Press", time_zone="Europe/Berlin")
    topic = home.add_child(instance=TopicPage(title="Multiple myeloma", slug="multiple-myeloma"))
    body = [{"type": "text", "value": "<h2>What it means</h2><p>The illness is active again.</p>"}]
    return add_live(topic, ArticlePage(title="Relapse", slug="relapse", summary="What comes next.", body=body))


def answers_at_once(article: ArticlePage) -> list:
    """Each gets a place of its own."""
    parent = a_comment(article, state="published")
    forms = [a_submission(article, parent_id=parent.pk, address=f"p{number}@example.org") for number in range(ANSWERS)]
    answers = at_once(*[lambda form=form: post(form, article.get_site()) for form in forms])
    places = sorted(Comment.objects.filter(in_reply_to=parent).values_list("seq", flat=True))
    return [repr(each) for each in failures(answers)] + [places != list(range(2, ANSWERS + 2))]


def one_form_at_once(article: ArticlePage) -> list:
    """It keeps one comment and one request."""
    before = Request.objects.count()
    form = a_submission(article, address="same@example.org")
    answers = at_once(*[lambda: post(form, article.get_site())] * 16)
    kept = (Comment.objects.filter(nonce=form.nonce).count(), Request.objects.count() - before)
    return [repr(each) for each in failures(answers)] + [kept != (1, 1)]


def eight_moderators_at_once(article: ArticlePage) -> list:
    """One of them decides."""
    comment, accounts = a_comment(article), [a_moderator(f"moderator{number}") for number in range(8)]
    answers = at_once(*[lambda by=by: decide(comment.pk, "approve", by=by, seen=seen(comment)) for by in accounts])
    kinds = [type(answer) for answer in answers]
    return [(kinds.count(Decision), kinds.count(ConflictError)) != (1, 7)]


def leaving_at_once(article: ArticlePage) -> list:
    """Whoever is erased while others decide on what they wrote is gone."""
    comment = a_comment(article, address="gone@example.org", text="Something private.")
    at_once(
        lambda: decide(comment.pk, "approve", by=a_moderator(), seen=seen(comment)),
        lambda: withdraw(comment.pk),
        lambda: erase(parse_address("gone@example.org"), method="link"),
    )
    return [Comment.objects.filter(pk=comment.pk).values_list("state", "html", "comment")[0] != ("withdrawn", "", "")]


def race() -> list:
    """Whatever went wrong; nothing but false values if nothing did."""
    article = an_article()
    wrong = [answers_at_once(article), one_form_at_once(article), eight_moderators_at_once(article)]
    return [*wrong, leaving_at_once(article), [prove(Decision).fault]]
