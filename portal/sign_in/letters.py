"""Mail to a member of staff about their own account: what was changed, and what to do if it was somebody else.

It is kept with the change, and sent once that stands. A mail server that is away undoes nothing.
"""

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.models import User
from portal.staff_outbox import Written, send

NOT_YOU = gettext_lazy(
    "If this was not you, change your password at once and tell an administrator.\n%(address)s/admin/account/"
)


def tell_of_added_factor(user: User, name: str) -> None:
    """A second factor was set up."""
    _send(user, _("A second factor was set up"), _("“%(name)s” can now be used to sign in as you.") % {"name": name})


def tell_of_removed_factor(user: User, name: str) -> None:
    """A second factor was removed."""
    _send(user, _("A second factor was removed"), _("“%(name)s” can no longer be used to sign in.") % {"name": name})


def tell_of_reset(user: User) -> None:
    """An administrator removed all second factors."""
    words = _(
        "An administrator removed your second factors and recovery codes, and ended all your sessions. "
        "Set up a new one when you next sign in."
    )
    _send(user, _("Your second factors were reset"), words)


def tell_of_recovery_code(user: User, *, left: int) -> None:
    """A recovery code was used."""
    words = _("Somebody signed in as you with a recovery code. Codes that are left: %(left)d.") % {"left": left}
    _send(user, _("A recovery code was used"), words)


def tell_of_new_device(user: User, *, browser: str) -> None:
    """Somebody signed in from a browser that the portal does not know."""
    words = _("Somebody signed in as you in a browser that was not used before: %(browser)s.") % {"browser": browser}
    _send(user, _("A new sign-in"), words)


def _send(user: User, subject: str, words: str) -> None:
    text = "\n\n".join([words, str(NOT_YOU) % {"address": settings.WAGTAILADMIN_BASE_URL}]) + "\n"
    send([Written(user, "account", f"{settings.WAGTAIL_SITE_NAME}: {subject}", text)])
