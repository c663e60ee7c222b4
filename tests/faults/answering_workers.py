"""What processes do that answer authors, for tests that stop them: each begins with ``python -c``."""

import sys
import time
from datetime import timedelta

from wagtail.models import Page, Site

from articles.models import ArticlePage, TopicPage
from comments.models import Decision, Progress
from comments.models.comment import State
from comments.rules import answering
from consent.models import OutgoingMail
from portal.models import CommunitySettings, HomePage
from tests.conversing import a_comment
from tests.reviewing import add_live

COMMENTS = 24
BATCH = 8  # decisions: each comment has two, of which one is told


def prepare() -> None:
    """An article under which ``COMMENTS`` people have a comment that a moderator published."""
    home = Page.objects.get(depth=1).add_child(instance=HomePage(title="Home", slug="faults"))
    site, _made = Site.objects.update_or_create(
        is_default_site=True, defaults={"hostname": "health.example.org", "root_page": home}
    )
    CommunitySettings.objects.get_or_create(site=site, defaults={"publisher_name": "Example Health Press"})
    topic = home.add_child(instance=TopicPage(title="Multiple myeloma", slug="multiple-myeloma"))
    body = [{"type": "text", "value": "<h2>What a relapse means</h2><p>The illness is active again.</p>"}]
    article = add_live(topic, ArticlePage(title="Relapse", slug="relapse", summary="What it means.", body=body))
    for number in range(COMMENTS):
        a_comment(article, state=State.PUBLISHED, address=f"reader-{number}@example.org")


def answer(pause: float = 0.0) -> None:
    """Answers everybody, ``pause`` seconds for each; tells when it is in the middle of the second batch."""
    answering.BATCH, answering.SETTLED_AFTER = BATCH, timedelta(0)
    enqueue, queued = answering.enqueue, 0

    def slowly(**values):
        nonlocal queued
        queued += 1
        time.sleep(pause)
        outcome = enqueue(**values)
        if queued == BATCH // 2 + 2:
            _tell("in the middle of a batch")
        return outcome

    answering.enqueue = slowly
    answering.answer_authors()


def report() -> None:
    """Tells how many letters there are, to how many people, and how many decisions are left to walk over."""
    mails = OutgoingMail.objects.filter(kind="comment-decision")
    mark = Progress.objects.filter(name=answering.MARK).values_list("number", flat=True).first() or 0
    left = Decision.objects.filter(number__gt=mark).count()
    _tell(f"{mails.count()} {mails.values('contact').distinct().count()} {left}")


def _tell(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()
