"""Imposing and lifting sanctions. Each has a reason that the person reads, and most have an end; none touches a comment
that was said before. Whoever leads moderation lifts one, and nobody imposes or lifts one on themselves.
"""

from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import Site

from comments.models import Commenter, Sanction
from comments.rulebook import Rule, rulebook_in_force
from comments.rules.deciding import NotAllowedError, is_person
from comments.rules.rights import LEAD, MODERATE, demand
from comments.rules.sanctioning import standing_sanctions
from consent.models import Contact
from portal.models import User

Kind = Sanction.Kind
IMPOSED, LIFTED = "comments.sanction_imposed", "comments.sanction_lifted"  # actions in Wagtail's log
LONGEST_DAYS = 3650
LONGEST_REASON = 500


@transaction.atomic
def impose(commenter_id: int, kind: str, *, rule_code: str, reason: str, days: int | None, by: User) -> Sanction:
    """Imposes a sanction on the person behind a commenter. ``days``: None for one without an end.

    Raises ``NotAllowedError``: ``right``, ``own``, ``gone``, ``rule`` (none in force has this code), ``words`` (no
    reason, or a long one), ``days``, ``stands`` (one of this kind holds as long already).
    """
    demand(by, MODERATE)
    commenter = held_commenter(commenter_id)
    contact = commenter.contact
    if contact is None:
        raise NotAllowedError("gone")
    if is_person(contact, by):
        raise NotAllowedError("own")
    _demand_grounds(commenter.site, kind, rule_code, reason, days)
    ends_at = timezone.now() + timedelta(days=days) if days else None
    if any(_lasts(each, kind, ends_at) for each in standing_sanctions(contact, commenter.site_id)):
        raise NotAllowedError("stands")
    sanction = Sanction.objects.create(
        site=commenter.site,
        commenter=commenter,
        subject=contact.subject,
        kind=kind,
        rule_code=rule_code,
        reason=reason.strip(),
        ends_at=ends_at,
        imposed_by=by,
    )
    _enter(sanction, IMPOSED, by, {"kind": str(kind), "rule": rule_code, "days": days})
    return sanction


@transaction.atomic
def lift(sanction_id: int, *, by: User) -> Sanction:
    """Ends a sanction now. Doing it twice does no harm. Raises ``NotAllowedError``: ``right``, ``own``, ``gone``."""
    demand(by, LEAD)
    found = Sanction.objects.select_for_update(of=("self",), no_key=True).select_related("commenter__contact")
    sanction = found.filter(pk=sanction_id).first()
    if sanction is None:
        raise NotAllowedError("gone")
    if sanction.commenter and is_person(sanction.commenter.contact, by):
        raise NotAllowedError("own")
    if sanction.lifted_at is None:
        sanction.lifted_at, sanction.lifted_by = timezone.now(), by
        sanction.save(update_fields=["lifted_at", "lifted_by"])
        _enter(sanction, LIFTED, by, {"kind": sanction.kind})
    return sanction


def rules_to_cite(site: Site | int) -> tuple[Rule, ...]:
    """The rules that a sanction may name: those in force in the main language. One query."""
    rules = rulebook_in_force(site, settings.LANGUAGE_CODE)
    return rules.rules if rules else ()


def held_commenter(commenter_id: int) -> Commenter:
    """The commenter, locked, and their contact before them. Raises ``NotAllowedError`` for one that was erased."""
    list(Contact.objects.select_for_update(no_key=True).filter(commenters=commenter_id))
    found = Commenter.objects.select_for_update(of=("self",), no_key=True).select_related("contact", "site")
    commenter = found.filter(pk=commenter_id).first()
    if commenter is None:
        raise NotAllowedError("gone")
    return commenter


def _demand_grounds(site: Site, kind: str, rule_code: str, reason: str, days: int | None) -> None:
    if kind not in Kind.values:
        raise NotAllowedError("step")
    if rule_code not in {rule.code for rule in rules_to_cite(site)}:
        raise NotAllowedError("rule")
    if not reason.strip() or len(reason.strip()) > LONGEST_REASON:
        raise NotAllowedError("words")
    if (days is None and kind == Kind.PAUSED) or (days is not None and not 1 <= days <= LONGEST_DAYS):
        raise NotAllowedError("days")


def _lasts(standing: Sanction, kind: str, ends_at) -> bool:
    """Whether a sanction that stands makes another of this kind needless."""
    if standing.kind != kind:
        return False
    return standing.ends_at is None or (ends_at is not None and standing.ends_at >= ends_at)


def _enter(sanction: Sanction, action: str, by: User, data: dict) -> None:
    title = f"{sanction._meta.verbose_name} {sanction.pk}"  # no name: nobody erases this log
    log(instance=sanction, action=action, user=by, title=title, data={**data, "commenter": sanction.commenter_id})
