"""A medical reviewer for tests, and articles that this reviewer approved by the same way as everybody."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

from django.contrib.auth.models import Group
from django.utils import timezone
from wagtail.models import Page

from articles.models import ArticlePage, Credential, ReviewBoard, ReviewDecision
from articles.review.canonical import canonical_text, digest_of
from articles.review.recording import Declaration, record
from articles.review.signing import CHECKLIST, approve
from articles.review.texts import TextUnderReview, draft_text, live_text
from portal.models import User

ZONE = ZoneInfo("Europe/Berlin")  # of the community in tests


def today() -> date:
    """The day that it is where the community of tests is: late in the evening, UTC, already the next one."""
    return timezone.localdate(timezone=ZONE)


def a_reviewer(username: str = "ruth", *, valid_from: date = date(2020, 1, 1), valid_until: date | None = None) -> User:
    """An account in the group of reviewers, with a credential. The same one for the same name."""
    user, made = User.objects.get_or_create(
        username=username,
        defaults={"first_name": username.title(), "last_name": "Adler", "email": f"{username}@example.org"},
    )
    if made:
        user.groups.add(Group.objects.get(name="Medical reviewers"))
        board, _made = ReviewBoard.objects.get_or_create(name="Haematology Review Board")
        Credential.objects.create(
            user=user,
            title="Consultant haematologist",
            licence="1234567",
            body="General Medical Council",
            speciality="haematology",
            board=board,
            valid_from=valid_from,
            valid_until=valid_until,
        )
    return user


def declaration(**changes) -> Declaration:
    """What a reviewer declares who finds everything in order."""
    return Declaration(
        **{
            "interests": "None",
            "checklist": dict.fromkeys(CHECKLIST, True),
            "due_on": today() + timedelta(days=365),
            **changes,
        }
    )


def sign(page: ArticlePage, *, user: User | None = None, draft: bool = True, **changes) -> ReviewDecision:
    """Approves the newest draft of ``page`` (its live text if not ``draft``), which goes live with it."""
    page = ArticlePage.objects.get(pk=page.pk)
    text = draft_text(page) if draft else live_text(page)
    return approve(
        page_id=page.pk,
        shown=digest_of(text.page),
        user=user or a_reviewer(),
        declaration=declaration(**changes),
        draft=draft,
    )


def enter_approval(page: ArticlePage, *, user: User | None = None, **changes) -> ReviewDecision:
    """Enters an approval of the words of ``page``, as it is in memory, into the ledger. The page stays where it is."""
    return record(
        outcome=ReviewDecision.Outcome.APPROVED,
        text=TextUnderReview(page, None, is_live=True),
        snapshot=canonical_text(page),
        user=user or a_reviewer(),
        declaration=declaration(**changes),
        day=today(),
    )


def add_live(parent: Page, page: ArticlePage) -> ArticlePage:
    """Adds ``page`` under ``parent`` and lets it go live: information with an approval, a story without."""
    first_published_at = page.first_published_at
    page.live = False
    parent.add_child(instance=page)
    return publish(page, first_published_at=first_published_at)


def publish(page: Page, **dates) -> Page:
    """Lets the newest draft of ``page`` go live: information with an approval, everything else without."""
    if not isinstance(page, ArticlePage) or page.is_story:
        (page.get_latest_revision() or page.save_revision()).publish()
    else:
        sign(page)
    if dates := {name: value for name, value in dates.items() if value}:
        Page.objects.filter(pk=page.pk).update(**dates)
    return type(page).objects.get(pk=page.pk)


def save_and_publish(page: Page) -> Page:
    """Saves ``page`` as it is in memory and lets it go live like that: information with an approval."""
    page.save_revision()
    return publish(page)
