"""What a community chooses about its conversation, saved in the admin with its help lines."""

import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import querydict_from_html

from comments.models import ConversationSettings

LINE = {"country": "DE", "language": "de", "name": "Telefonseelsorge", "phone": "0800 1110111", "ORDER": "1"}


def saved(client, community, **values):
    """The settings after the form was sent, or None if it is not open."""
    url = reverse("wagtailsettings:edit", args=["comments", "conversationsettings", community.pk])
    response = client.get(url)
    if response.status_code != 200:
        return None
    data = querydict_from_html(response.content.decode(), form_index=0)
    data.update({"help_lines-TOTAL_FORMS": "1", "help_lines-INITIAL_FORMS": "0"})
    data.update({f"help_lines-0-{name}": value for name, value in LINE.items()})
    data.update(values)
    client.post(url, data)
    return ConversationSettings.objects.filter(site=community).first()


@pytest.mark.parametrize(("role", "allowed"), [("Editors", True), ("Lead moderators", True), ("Moderators", False)])
def test_settings_and_help_lines_are_saved_by_editors_and_those_who_lead(client, sign_in_as, community, role, allowed):
    sign_in_as(role)
    settings = saved(client, community, closes_after_days="90", country="DE")
    if not allowed:
        assert settings is None
        return
    assert (settings.closes_after_days, settings.country) == (90, "DE")
    assert settings.help_lines.get().phone == "0800 1110111"
