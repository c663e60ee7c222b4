"""What the worker does for the conversation."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from comments.letters.on_call import tell_of_cases
from portal.jobs import register


@register("crisis_notices", _("Tells whoever is on call of people who may be in danger"), every=timedelta(minutes=1))
def tell_on_call() -> str:
    """Notices that have not left yet, and reminders."""
    return f"{tell_of_cases()} cases told of"
