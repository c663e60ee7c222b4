"""What an editor is told before a policy is deleted. Before it goes offline, Wagtail's page says it by itself."""

from django.http import HttpRequest
from wagtail.admin import messages
from wagtail.models import Page

from consent.versions.policies import policies_below


def say_what_ends(request: HttpRequest, page: Page) -> None:
    """On the page that asks whether one is sure: which policies would no longer be in force."""
    for policy in policies_below(page).filter(live=True) if request.method == "GET" else ():
        messages.warning(request, policy.what_ends_with_it)
