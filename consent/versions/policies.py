"""A policy is in force while readers can open its page; every publication with other words is a version of its own.

This hangs on the saved row, not on a button: the Publish button, the end of a workflow, a schedule, an alias, an API
and the shell all end there, and version and page are saved in one transaction (``receivers``). A page that goes
offline, is deleted or gets restricted takes its policy out of force, since nobody may be asked to agree to what they
can't open (GDPR, article 13; DESIGN.md, C1). Versions stay, and are read under their digests.
"""

from datetime import datetime

from django.db.models import QuerySet
from wagtail.log_actions import get_active_log_context
from wagtail.models import Page, Site

from consent.models import InForce, PolicyPage, TextVersion
from consent.versions.policy_words import rules_of, words_of
from consent.versions.publishing import publish, retire
from portal.models import User
from portal.open_pages import open_to_all


def versions_of(page: PolicyPage) -> QuerySet[TextVersion]:
    """Every version of the policy in the page's community and language, the newest first."""
    site = page.get_site()
    texts = TextVersion.objects.filter(kind=page.role, code="", language=page.locale.language_code)
    return texts.filter(site_id=site.pk).order_by("-version") if site else texts.none()


def in_force(page: PolicyPage) -> TextVersion | None:
    """The version of the page's policy that holds now, whatever the page says. Two queries at most."""
    site = page.get_site()
    found = InForce.objects.filter(site=site, kind=page.role, code="", language=page.locale.language_code)
    row = found.select_related("version").first() if site else None
    return row.version if row else None


def version_of(page: PolicyPage) -> TextVersion | None:
    """The version in force, if it has the very words of ``page``."""
    text = in_force(page)
    return text if text and text.text == words_of(page) else None


def keep_in_force(pages: QuerySet[PolicyPage]) -> None:
    """Publishes what ``pages`` say as they are stored, or takes it out of force where readers can't open them."""
    pages = pages.select_related("locale", "live_revision__user")
    open_ids = set(open_to_all(pages).values_list("pk", flat=True))
    for page in pages:
        site = page.get_site()
        if site and page.pk in open_ids:
            publish_words(page, site)
        elif site:
            take_out_of_force(page, site)


def take_out_of_force(page: PolicyPage, site: Site) -> None:
    """Ends the policy of ``page``, unless another page of the community says it in this language."""
    others = open_to_all(PolicyPage.objects.filter(role=page.role, locale=page.locale_id).exclude(pk=page.pk))
    if not any(other.get_site() == site for other in others):
        retire(site=site, kind=page.role, language=page.locale.language_code)


def policies_below(page: Page) -> QuerySet[PolicyPage]:
    """The policy pages among ``page`` and what stands under it."""
    return PolicyPage.objects.filter(path__startswith=page.path)


def publish_words(page: PolicyPage, site: Site, *, at: datetime | None = None) -> TextVersion:
    """Puts the words of ``page``, as it is in memory, in force, with what was stated of the change."""
    latest = versions_of(page).first()
    is_material, what_changed = page.statement_after(latest)
    return publish(
        site=site,
        kind=page.role,
        language=page.locale.language_code,
        title=page.title,
        text=words_of(page),
        content=_content(page),
        is_material=is_material,
        what_changed=what_changed,
        by=_publisher(page),
        at=at,
    )


def _content(page: PolicyPage) -> dict:
    rules = rules_of(page)
    return {"introduction": page.introduction, "body": page.body} | ({"rules": rules} if rules else {})


def _publisher(page: PolicyPage) -> User | None:
    """Who is at work, or else who wrote the revision: a schedule publishes for somebody who is not there."""
    return get_active_log_context().user or (page.live_revision.user if page.live_revision else None)
