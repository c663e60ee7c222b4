"""An issue goes out: now, at a time, or not at all. What must be right is asked when it is planned and when it begins.

The postal address is what US law asks of every mail of this kind (CAN-SPAM Act, 15 U.S.C. § 7704 (a) (5)).
"""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from consent.models import InForce, NewsletterIssue, OutgoingMail, Purpose, TextVersion
from consent.newsletter.composing import languages_of
from consent.newsletter.promise import days_begun, first_day_after
from consent.newsletter.sources import entries_of
from portal.models import CommunitySettings, User

State = NewsletterIssue.State


class SendingRefusedError(ValidationError):
    """An issue that must not go out like this. Holds sentences for the editor."""


def why_not(issue: NewsletterIssue, at: datetime | None = None) -> list[str]:
    """Why ``issue`` must not begin to go out at ``at`` (now), a sentence each; empty if it may."""
    purpose, at = issue.purpose, at or timezone.now()
    community = CommunitySettings.for_site(purpose.site)
    day = timezone.localdate(at, community.zone)
    first = first_day_after(days_begun(purpose, day, apart_from=issue), most=purpose.most_a_month, day=day)
    reasons = [
        (not issue.may_change, _("This issue is on its way already, or was cancelled.")),
        (not _has_articles(issue), _("No article of this issue can be shown to readers any more.")),
        (
            not community.publisher_address.strip(),
            _("The community has no postal address, which every newsletter must name. Enter it under Settings."),
        ),
        (not _keeps_to_its_topic(purpose), _("The words of this newsletter are not in force, or for another topic.")),
        (first is None, _("The words of this newsletter promise no mail at all.")),
        (
            first is not None and first > day,
            _("Readers were promised at most %(most)d a month. The next may go out on %(day)s.")
            % {"most": purpose.most_a_month, "day": date_format(first, "DATE_FORMAT") if first else ""},
        ),
    ]
    return [sentence for stands_in_the_way, sentence in reasons if stands_in_the_way]


def _has_articles(issue: NewsletterIssue) -> bool:
    site = issue.purpose.site
    return any(entries_of(issue.articles, site, language) for language in languages_of(issue.purpose))


def _keeps_to_its_topic(purpose: Purpose) -> bool:
    """Whether the words in force are about the topic that the articles are chosen by. A topic whose page was deleted
    would make a newsletter on everything.
    """
    topic = str(purpose.topic.translation_key) if purpose.topic else ""
    texts = InForce.objects.filter(site=purpose.site_id, kind=TextVersion.Kind.PURPOSE, code=purpose.code)
    topics = {row.version.content.get("topic", "") for row in texts.select_related("version")}
    return topics == {topic}


@transaction.atomic
def plan(issue: NewsletterIssue, at: datetime, *, by: User | None = None) -> NewsletterIssue:
    """Lets ``issue`` begin to go out at ``at``. Raises ``SendingRefusedError``."""
    issue = _locked(issue)
    _demand(why_not(issue, at))
    issue.state, issue.send_at = State.PLANNED, at
    issue.save(update_fields=["state", "send_at"])
    _note("planned", issue, by)
    return issue


@transaction.atomic
def start(issue: NewsletterIssue, *, by: User | None = None) -> NewsletterIssue:
    """Lets ``issue`` begin to go out now: the next run of ``queueing`` takes it up. Raises ``SendingRefusedError``."""
    issue = _locked(issue)
    _demand(why_not(issue))
    issue.state, issue.started_at = State.SENDING, timezone.now()
    issue.send_at = issue.send_at or issue.started_at
    issue.save(update_fields=["state", "started_at", "send_at"])
    _note("begun", issue, by)
    return issue


@transaction.atomic
def cancel(issue: NewsletterIssue, *, by: User | None = None) -> NewsletterIssue:
    """Stops ``issue`` and the mail of it that waits. One that nobody got counts towards no promise.

    Raises ``SendingRefusedError``.
    """
    issue = _locked(issue)
    if issue.state not in (State.DRAFT, State.PLANNED, State.SENDING):
        raise SendingRefusedError(_("This issue was sent or cancelled already."))
    issue.state, issue.finished_at = State.CANCELLED, timezone.now()
    if not _stop_mail(issue):
        issue.started_at = None
    issue.save(update_fields=["state", "started_at", "finished_at"])
    _note("cancelled", issue, by)
    return issue


def _stop_mail(issue: NewsletterIssue) -> bool:
    """Drops what waits. Whether some mail of the issue has left, or may have."""
    mails = OutgoingMail.objects.filter(kind="newsletter", subject_id=str(issue.pk))
    waiting = mails.filter(state=OutgoingMail.State.WAITING)
    waiting.update(state=OutgoingMail.State.DROPPED, reason="cancelled", settled_at=timezone.now())
    return mails.exclude(state=OutgoingMail.State.DROPPED, handovers=0).exists()


def _note(what: str, issue: NewsletterIssue, by: User | None) -> None:
    """Notes in the admin's history who did it."""
    if by:
        log(instance=issue, action=f"consent.newsletter.{what}", user=by)


def _locked(issue: NewsletterIssue) -> NewsletterIssue:
    issues = NewsletterIssue.objects.select_for_update(of=("self",))
    return issues.select_related("purpose__site").get(pk=issue.pk)


def _demand(reasons: list[str]) -> None:
    if reasons:
        raise SendingRefusedError(reasons)
