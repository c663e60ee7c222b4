"""What the conversation holds of one address, model by model, as rows of plain values (GDPR, articles 15 and 20). Each
function is the exporter of one declaration in ``comments.register``.

Notes of moderators on a person are data on that person: they are shown, without who wrote them. Of reports on one's
comments the category and the outcome are shown, never the words, since these may tell who reported (article 15 (4)).
"""

from django.db.models import Q
from django.utils.translation import gettext as _

from comments import models
from comments.rules.erasing import of_person
from consent.addresses import Address
from consent.models import Contact
from consent.register.personal_data import Row, subjects_of
from portal.models import User

Contacts = list[Contact]


def comments(address: Address, contacts: Contacts) -> list[Row]:
    """Comments, with where each stands."""
    return [
        {
            "page": each.conversation.title,
            "name": each.user_name,
            "text": each.comment,
            "state": each.get_state_display(),
            "when": each.submit_date,
            "helpful": each.helpful_count or None,
            "deleted_on": each.request.expires_at if each.request else None,
        }
        for each in of_person(address, contacts).select_related("request", "conversation")
    ]


def revisions(address: Address, contacts: Contacts) -> list[Row]:
    """Wordings of comments that were changed: one's own and those without some passages."""
    found = models.CommentRevision.objects.filter(comment__in=_ids(address, contacts), comment__revision__gt=1)
    return [
        {"comment": each.comment_id, "what": each.get_kind_display(), "text": each.text, "when": each.made_at}
        for each in found.order_by("comment", "number")
    ]


def acceptances(address: Address, contacts: Contacts) -> list[Row]:
    """Rules that were agreed to, in which version."""
    found = models.RulesAcceptance.objects.filter(comment__in=_ids(address, contacts)).select_related("version")
    return [
        {
            "comment": each.comment_id,
            "title": each.version.title,
            "version": each.version.version,
            "wording": each.version.digest,
            "when": each.accepted_at,
        }
        for each in found.order_by("accepted_at")
    ]


def findings(address: Address, contacts: Contacts) -> list[Row]:
    """What programs found in one's comments."""
    found = models.Finding.objects.filter(comment__in=_ids(address, contacts)).order_by("comment", "pk")
    return [
        {"comment": each.comment_id, "what": each.get_category_display(), "reason": each.reason, "when": each.found_at}
        for each in found
    ]


def decisions(address: Address, contacts: Contacts) -> list[Row]:
    """Decisions on one's comments; and how many one took, as a moderator."""
    found = models.Decision.objects.filter(comment_id__in=_ids(address, contacts)).order_by("number")
    rows: list[Row] = [
        {
            "comment": each.comment_id,
            "what": each.get_action_display(),
            "who": each.get_actor_display(),
            "rule": each.rule_code,
            "version": each.rules_version if each.rule_code else None,
            "when": each.recorded_at,
            "entry": each.number,
        }
        for each in found
    ]
    taken = models.Decision.objects.filter(moderator_id__in=_accounts(address)).count()
    return [*rows, {"what": _("Decisions that you took as a moderator"), "count": taken}] if taken else rows


def notes(address: Address, contacts: Contacts) -> list[Row]:
    """What moderators wrote with a decision: to the author, and to each other."""
    found = models.DecisionNote.objects.filter(comment__in=_ids(address, contacts)).order_by("decision_number")
    return [
        {
            "comment": each.comment_id,
            "entry": each.decision_number,
            "to_you": each.to_author,
            "text": each.to_colleagues,
        }
        for each in found
    ]


def appeals(address: Address, contacts: Contacts) -> list[Row]:
    """Appeals."""
    found = models.Appeal.objects.filter(comment__in=_ids(address, contacts)).order_by("made_at")
    return [
        {"comment": each.comment_id, "text": each.words, "state": each.get_outcome_display(), "when": each.made_at}
        for each in found
    ]


def crisis_cases(address: Address, contacts: Contacts) -> list[Row]:
    """What was done where somebody seemed to be in danger."""
    found = models.CrisisCase.objects.filter(comment__in=_ids(address, contacts)).order_by("opened_at")
    return [
        {
            "comment": each.comment_id,
            "when": each.opened_at,
            "text": each.what_was_done,
            "settled_on": each.signed_off_at,
        }
        for each in found
    ]


def reports(address: Address, contacts: Contacts) -> list[Row]:
    """Reports that one made as a confirmed commenter, and those on one's comments."""
    ids = _ids(address, contacts)
    found = models.Report.objects.filter(Q(commenter__contact__in=contacts) | Q(comment__in=ids))
    return [_report(each, contacts) for each in found.select_related("commenter").order_by("made_at")]


def _report(report: models.Report, contacts: Contacts) -> Row:
    is_theirs = report.commenter is not None and report.commenter.contact_id in {each.pk for each in contacts}
    return {
        "kind": _("A report by you") if is_theirs else _("A report on a comment of yours"),
        "comment": report.comment_id,
        "what": report.get_category_display(),
        "text": report.words if is_theirs else "",
        "state": report.get_outcome_display(),
        "when": report.made_at,
    }


def votes(_address: Address, contacts: Contacts) -> list[Row]:
    """Comments that one found helpful."""
    found = models.HelpfulVote.objects.filter(commenter__contact__in=contacts).select_related("comment__conversation")
    return [
        {"comment": each.comment_id, "page": each.comment.conversation.title, "when": each.made_at}
        for each in found.order_by("made_at")
    ]


def links(address: Address, contacts: Contacts) -> list[Row]:
    """Links to the pages of one's comments that still work."""
    found = models.CommentLink.objects.filter(comment__in=_ids(address, contacts)).order_by("created_at")
    return [{"comment": each.comment_id, "made_on": each.created_at, "deleted_on": each.expires_at} for each in found]


def commenters(_address: Address, contacts: Contacts) -> list[Row]:
    """Names under which somebody comments."""
    found = models.Commenter.objects.filter(contact__in=contacts).select_related("site").order_by("pk")
    return [
        {
            "name": each.name,
            "community": each.site.site_name or each.site.hostname,
            "memorial": each.is_memorial or None,
            "since": each.created_at,
        }
        for each in found
    ]


def commenter_notes(_address: Address, contacts: Contacts) -> list[Row]:
    """What moderators tell each other about somebody."""
    found = models.CommenterNote.objects.filter(commenter__contact__in=contacts).order_by("pk")
    return [{"text": each.text, "when": each.written_at} for each in found]


def sanctions(address: Address, contacts: Contacts) -> list[Row]:
    """Sanctions against somebody."""
    theirs = Q(subject__in=subjects_of(address, contacts)) | Q(commenter__contact__in=contacts)
    return [
        {
            "what": each.get_kind_display(),
            "rule": each.rule_code,
            "reason": each.reason,
            "since": each.begins_at,
            "until": each.ends_at,
            "lifted_on": each.lifted_at,
        }
        for each in models.Sanction.objects.filter(theirs).order_by("begins_at")
    ]


def follow_ups(_address: Address, contacts: Contacts) -> list[Row]:
    """Conversations that somebody follows."""
    found = models.FollowUp.objects.filter(contact__in=contacts).select_related("conversation").order_by("pk")
    return [
        {"page": each.conversation.title, "since": each.created_at, "stopped_on": each.stopped_at} for each in found
    ]


def nothing(_address: Address, _contacts: Contacts) -> list[Row]:
    """For what belongs to an office, not to a person."""
    return []


def _ids(address: Address, contacts: Contacts) -> list[int]:
    return list(of_person(address, contacts).values_list("pk", flat=True))


def _accounts(address: Address) -> list[int]:
    return list(User.objects.filter(email__iexact=str(address)).values_list("pk", flat=True))
