"""The demonstration never mixes with content of another kind."""

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Page

from portal.models import User


def test_it_is_not_mixed_with_other_content(community):
    before = list(Page.objects.values_list("title", flat=True))
    with pytest.raises(CommandError, match="empty database"):
        call_command("load_demo", port=8000)
    assert list(Page.objects.values_list("title", flat=True)) == before
    assert not User.objects.exists()
