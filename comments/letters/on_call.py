"""The notice to whoever is on call: a case is open, and where to look. Never a word of the comment, nor who wrote it.

It leaves once the case is in the database. Whoever wrote the comment waits for it two seconds at most: where the mail
server takes longer, the worker sends it at its next look, which comes within seconds, and tries every minute from then
on. A notice that left while its mark could not be set is sent again: told twice is better than never told. Whoever
sends takes a lease before, so that it is twice only after a crash or where the server was slow. As long as nobody has
looked, reminders follow.
"""

import logging
from datetime import datetime, timedelta
from functools import partial

from django.conf import settings
from django.db.models import Q
from django.db.models.signals import post_save
from django.dispatch import receiver
from django.template.loader import render_to_string
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.models import Site

from comments.models import ConversationSettings, CrisisCase
from portal.after_commit import after_commit
from portal.jobs import hasten
from portal.models import User
from portal.staff_mail import SOON, Letter, hand_over

logger = logging.getLogger(__name__)
REMINDERS = (timedelta(minutes=15), timedelta(minutes=60))  # after the case was opened, if nobody has looked
LEASE = timedelta(minutes=2)  # longer than a mail server may take (portal.mail.TIMEOUT) for a handful of letters
JOB = "crisis_notices"
BACKEND = "django.contrib.auth.backends.ModelBackend"


@receiver(post_save, sender=CrisisCase)
def case_is_open(instance: CrisisCase, raw: bool = False, **_signal) -> None:
    """Tells once the case is kept. Whatever goes wrong then is no matter of who wrote: the worker tries again."""
    if not raw and instance.notices == 0 and instance.seen_at is None:
        after_commit(f"The notice of crisis case {instance.pk}", partial(tell, instance.pk, patience=SOON))


def tell_of_cases(now: datetime | None = None) -> int:
    """Sends the notices and reminders that are due. Returns for how many cases one left."""
    unseen = CrisisCase.objects.filter(seen_at=None, notices__lte=len(REMINDERS)).order_by("opened_at", "pk")
    return sum(tell(pk, now) for pk in list(unseen.values_list("pk", flat=True)))


def tell(case_id: int, now: datetime | None = None, *, patience: float | None = None) -> bool:
    """Sends the notice of a case that is due, if one is. Whether one left, as far as is known after ``patience``."""
    now = now or timezone.now()
    case = _taken(case_id, now)
    if case is None:
        return False
    if not _send(case, patience):
        CrisisCase.objects.filter(pk=case_id).update(telling_until=None)
        if patience is not None:
            hasten(JOB)
        return False
    marks = {"notices": _due(case, now), "telling_until": None}
    CrisisCase.objects.filter(pk=case_id, opened_at=case.opened_at).update(**marks)
    CrisisCase.objects.filter(pk=case_id, notified_at=None).update(notified_at=now)
    return True


def receivers(site: Site) -> list[str]:
    """The community's on-call address; without one every moderator, and without those every superuser."""
    if address := ConversationSettings.for_site(site).on_call_email:
        return [address]
    moderators = User.objects.with_perm("comments.moderate_comment", backend=BACKEND, include_superusers=False)
    superusers = User.objects.filter(is_active=True, is_superuser=True)
    for people in (moderators, superusers):
        if addresses := list(people.exclude(email="").order_by("pk").values_list("email", flat=True)):
            return addresses
    return []


def _taken(case_id: int, now: datetime) -> CrisisCase | None:
    """The case under a lease, if a notice of it is due and nobody else is sending it."""
    case = CrisisCase.objects.select_related("site").filter(pk=case_id, seen_at=None).first()
    if case is None or case.notices >= _due(case, now):
        return None
    free = Q(telling_until=None) | Q(telling_until__lt=now)
    lease = CrisisCase.objects.filter(free, pk=case_id, notices=case.notices, seen_at=None)
    return case if lease.update(telling_until=now + LEASE) else None


def _due(case: CrisisCase, now: datetime) -> int:
    """How many notices should have left by now. One that is late takes the place of those before it."""
    return 1 + sum(now >= case.opened_at + after for after in REMINDERS)


def _send(case: CrisisCase, patience: float | None = None) -> bool:
    """Whether at least one letter left."""
    addresses = receivers(case.site)
    if not addresses:
        logger.error("Crisis case %s: nobody has an address to be told at.", case.pk)
    with override(settings.LANGUAGE_CODE):
        values = {"case": case, "is_reminder": case.notices > 0, "url": _address()}
        text = render_to_string("conversation/desk/emails/crisis_notice.txt", values).strip() + "\n"
        subject = _("Still unseen: please look now") if case.notices else _("Please look now: a case is open")
    name = f"The notice of crisis case {case.pk}"
    return bool(hand_over([Letter(name, each, subject, text) for each in addresses], patience=patience))


def _address() -> str:
    """Where cases stand in the admin; its front page as long as they have none there."""
    try:
        path = reverse("conversation:crisis_cases")
    except NoReverseMatch:
        path = reverse("wagtailadmin_home")
    return f"{settings.WAGTAILADMIN_BASE_URL.rstrip('/')}{path}"
