"""What the doctor asks of the conversation: somebody is told of people in danger, rules are there, nobody waits."""

from collections.abc import Iterator
from datetime import timedelta

from django.conf import settings
from django.utils import timezone
from wagtail.models import Site

from comments.models import Comment, ConversationSettings, CrisisCase
from comments.models.comment import State
from consent.models import InForce, TextVersion
from portal.doctor.examination import Finding, Wish, examines, fine, problem, warning

AREA = "Conversation"
LONG = timedelta(hours=48)


@examines("on-call address", AREA, needs_database=True)
def somebody_is_on_call(_wish: Wish) -> Iterator[Finding]:
    """Each community whose conversation is open has an address that is told of people in danger."""
    told = set(ConversationSettings.objects.exclude(on_call_email="").values_list("site", flat=True))
    for site in _open():
        if site.pk not in told:
            yield problem(
                f"{site} has no on-call address: nobody is told when somebody may be in danger.",
                "Enter one in the admin under Settings → Conversation.",
            )
        else:
            yield fine(f"{site} has an on-call address.")


@examines("community rules", AREA, needs_database=True)
def rules_are_in_force(_wish: Wish) -> Iterator[Finding]:
    """Each community whose conversation is open has rules: without them nobody can join."""
    told = set(InForce.objects.filter(kind=TextVersion.Kind.RULES).values_list("site", flat=True))
    for site in _open():
        if site.pk not in told:
            yield warning(f"{site} has no community rules in force: nobody can comment.", "Publish a page of rules.")


@examines("people in danger", AREA, needs_database=True)
def nobody_in_danger_waits(_wish: Wish) -> Iterator[Finding]:
    """No case waits longer to be seen than was promised."""
    limit = timezone.now() - timedelta(minutes=settings.CRISIS_TARGET_MINUTES)
    number = CrisisCase.objects.filter(seen_at=None, opened_at__lt=limit).count()
    if number:
        yield problem(f"{number} cases of people in danger wait to be seen.", "Open Conversation → People in danger.")
    else:
        yield fine("No case of somebody in danger waits to be seen.")


@examines("queue", AREA, needs_database=True)
def nobody_waits_for_days(_wish: Wish) -> Iterator[Finding]:
    """Comments are decided on within two days."""
    number = Comment.objects.filter(state=State.PENDING, queued_at__lt=timezone.now() - LONG).count()
    if number:
        yield warning(
            f"{number} comments wait longer than {LONG.days} days.", "Find more moderators, or pause threads."
        )
    else:
        yield fine("No comment waits long.")


def _open() -> Iterator[Site]:
    closed = ConversationSettings.objects.filter(is_open=False)
    yield from Site.objects.exclude(pk__in=closed.values("site"))
