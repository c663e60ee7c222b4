"""A privacy policy that readers can open."""

import pytest

from consent.models import Notice, PolicyPage
from consent.models.notice import PARTS


@pytest.fixture
def policy(community):
    """A live privacy policy at ``/privacy/``; its first version is published with it."""
    page = community.root_page.add_child(
        instance=PolicyPage(
            title="Privacy policy",
            slug="privacy",
            role="privacy",
            introduction="How we look after what you tell us.",
            body="<h2>What we keep</h2><p>We keep your address for 30 days.</p>",
            live=False,
        )
    )
    page.save_revision().publish()
    return PolicyPage.objects.get(pk=page.pk)


@pytest.fixture
def notice(community):
    """A sign-up notice that is written and not yet published."""
    parts = {name: f"About {name}." for name in PARTS}
    return Notice.objects.create(site=community, language="en", code="sign-up", agreement="You agree.", **parts)
