"""A medical review, for a text that is approved as it stands: who, with what qualification, and when."""

from articles.blocks.plain import plain_line
from articles.models import ReviewDecision
from articles.public_site import PublicSite
from articles.review.byline import byline_of, person_page
from articles.review.current import Review
from articles.structured_data.web_page import Node


def reviewed(review: Review, site: PublicSite) -> Node:
    """``reviewedBy`` and ``lastReviewed`` (https://schema.org/WebPage); nothing unless the line is shown."""
    if review.decision is None:
        return {}
    person = _person(review.decision, site)
    byline = byline_of(review.decision, site.community, site.request)
    board = {"@type": "Organization", "name": plain_line(byline.name), "member": person}
    return {
        "reviewedBy": board if byline.is_board else person,
        "lastReviewed": review.decision.reviewed_on.isoformat(),
    }


def _person(decision: ReviewDecision, site: PublicSite) -> Node:
    page = person_page(decision)
    url = site.url(page) if page else ""
    node = {
        "@type": "Person",
        "@id": f"{url}#person" if url else "",
        "name": plain_line(decision.reviewer_name),
        "url": url,
        "jobTitle": plain_line(decision.credentials[0]["title"]) if decision.credentials else "",
        "hasCredential": [_credential(credential) for credential in decision.credentials],
    }
    return {name: value for name, value in node.items() if value}


def _credential(credential: dict[str, str]) -> Node:
    """What qualifies the reviewer, and who granted it. The number of a licence stays in the ledger."""
    return {
        "@type": "EducationalOccupationalCredential",
        "name": plain_line(f"{credential['title']}, {credential['speciality']}"),
        "recognizedBy": {"@type": "Organization", "name": plain_line(credential["body"])},
    }
