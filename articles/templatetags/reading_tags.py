"""What templates ask about reviews of articles, for readers. No tag makes a query unless it says so."""

from django import template
from django.utils.translation import gettext_lazy as _

from articles.models import Credential, PersonPage, ReviewDecision
from articles.review.byline import Byline, byline_of, reviewer_of
from articles.review.person import qualifications_of
from articles.review.recording import EDITOR, REVIEWER
from portal.models import CommunitySettings

register = template.Library()

ROLES = {REVIEWER: _("Medical reviewer"), EDITOR: _("Editor")}


@register.simple_tag(takes_context=True)
def review_byline(context, decision: ReviewDecision) -> Byline:
    """The name after “Reviewed by”, as the community wants it."""
    request = context["request"]
    return byline_of(decision, CommunitySettings.for_request(request), request)


@register.simple_tag(takes_context=True)
def reviewer(context, decision: ReviewDecision) -> Byline:
    """The person who decided."""
    return reviewer_of(decision, context["request"])


@register.filter
def role_name(decision: ReviewDecision):
    """As what somebody decided, in words."""
    return ROLES.get(decision.role, decision.role)


@register.simple_tag
def qualifications(person: PersonPage) -> list[Credential]:
    """What qualifies a person to review today. One query."""
    return qualifications_of(person)
