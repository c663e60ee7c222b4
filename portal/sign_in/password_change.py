"""A new password ends every session that the old one began, and is in the log of staff actions.

The session in which it was changed goes on: Django gives it a new key.
"""

from functools import partial

from django.db import transaction
from wagtail.log_actions import get_active_log_context

from portal.audit import actions
from portal.audit.recording import record
from portal.models import User
from portal.sign_in.sessions import end_all


def after_change(user: User) -> None:
    """Called when an account was saved with another password."""
    record(actions.PASSWORD_CHANGED, about=user, by=get_active_log_context().user or user)
    transaction.on_commit(partial(end_all, user))
