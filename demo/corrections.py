"""Errors that readers of the demonstration reported, and sources that editors corrected."""

from datetime import date

from articles.models import ArticlePage, CorrectionReport, Reference, ReviewDecision
from demo.communities import Community
from demo.content import read
from demo.history import moment
from portal.models import User


def add_reports(community: Community, entries: list[dict]) -> None:
    """Adds what readers reported, and what became of it."""
    for entry in entries:
        page = ArticlePage.objects.get(pk=community.page_id(entry["article"]))
        report = CorrectionReport.objects.create(
            article=page,
            article_title=page.title,
            digest=_version(page, entry.get("version")),
            passage=entry["passage"],
            message=entry["message"],
        )
        stored = CorrectionReport.objects.filter(pk=report.pk)
        stored.update(reported_at=moment(entry["reported"]))
        if "handled" in entry:
            _handle(stored, entry["handled"], accounts=community.accounts)


def _version(page: ArticlePage, number: int | None) -> str:
    """The digest of an approved version of ``page``, counted from 1; of the newest without a number."""
    approvals = ReviewDecision.objects.filter(page_id=page.pk, outcome=ReviewDecision.Outcome.APPROVED)
    digests = list(approvals.order_by("number").values_list("digest", flat=True))
    return digests[number - 1 if number else -1]


def _handle(stored, decision: dict, *, accounts: dict[str, User]) -> None:
    stored.update(
        outcome=decision["outcome"],
        reason=decision["reason"],
        public_note=decision.get("public_note", ""),
        handled_by=accounts[decision["by"]],
        handled_at=moment(decision["day"]),
    )


def correct_references() -> date:
    """Corrects entries of the library after the articles that cite them were approved. Returns the day of it."""
    content = read("shared", "corrected-references.yaml")
    for key, values in content["corrected"].items():
        reference = Reference.objects.get(key=key)
        for name, value in values.items():
            setattr(reference, name, value)
        reference.full_clean()
        reference.save()
    return content["day"]
