"""Who may sign in. Demo accounts are accounts of the demonstration alone: outside it they can't be made,
can't sign in, and a check at start names them.
"""

from django.conf import settings
from django.contrib.auth.backends import ModelBackend
from django.core import checks


class PortalBackend(ModelBackend):
    """Django's own sign-in, closed to demo accounts outside demonstration mode."""

    def user_can_authenticate(self, user):
        """Whether the account may be used. Asked at sign-in and again for every request of a session."""
        if getattr(user, "is_demo", False) and not settings.DEMO:
            return False
        return super().user_can_authenticate(user)


@checks.register(checks.Tags.database, deploy=True)
def check_no_demo_accounts(app_configs, databases, **kwargs):
    """Error ``portal.E001`` for demo accounts in a database that is used outside demonstration mode."""
    from portal.models import User

    if settings.DEMO or not databases:
        return []
    names = list(User.objects.filter(is_demo=True).values_list("username", flat=True)[:20])
    if not names:
        return []
    return [
        checks.Error(
            f"This database holds demo accounts ({', '.join(names)}), and demonstration mode is off.",
            hint="Start with a database of its own, or delete these accounts.",
            id="portal.E001",
        )
    ]
