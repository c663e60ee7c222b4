"""Every screen of the desk beside the queue: its address on a desk, and which right opens it."""

from comments.desk.screens import url_of
from comments.rules.rights import LEAD, MODERATE, SET_CONVERSATIONS

LISTS = ("comments", "commenters", "appeals", "reports", "crisis_cases")


def screens_of(desk) -> dict[str, str]:
    """The right that opens each address."""
    about = {
        ("comment", desk.published.pk): MODERATE,
        ("commenter", desk.commenter.pk): MODERATE,
        ("impose", desk.commenter.pk): MODERATE,
        ("forget", desk.commenter.pk): MODERATE,
        ("memorial", desk.commenter.pk): LEAD,
        ("lift", desk.sanction.pk): LEAD,
        ("appeal", desk.appeal.pk): MODERATE,
        ("report", desk.published.pk): MODERATE,
        ("crisis_case", desk.case.pk): MODERATE,
        ("conversation", desk.published.conversation.page_id): SET_CONVERSATIONS,
    }
    lists = {url_of(f"{name}{end}"): MODERATE for name in LISTS for end in ("", "_results")}
    ours = {url_of(f"conversations{end}"): SET_CONVERSATIONS for end in ("", "_results")}
    return lists | ours | {url_of(*parts): right for parts, right in about.items()}
