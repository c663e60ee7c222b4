"""Enters an action into Wagtail's log, and into the stream of the server's log, which an operator can send to another
machine: whoever takes this one over can't take that back.

The log holds no address, no password and no code. The stream holds no name either: accounts stand there by number.
"""

import logging
from typing import Any

from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import ModelLogEntry

from portal.audit import actions
from portal.models import User

logger = logging.getLogger("portal.audit")


def record(action: str, *, about: Any, by: User | None, **data: Any) -> None:
    """Enters that ``by`` did something to ``about``, an account or a group. ``by``: nobody for the command line."""
    log(about, action, user=by, data=data)
    logger.info("%s about=%s.%s by=%s", action, about._meta.model_name, about.pk, by.pk if by else "command")


def record_failure(user: User | None, *, step: str) -> None:
    """Enters a failed sign-in. One row, whether there is such an account or not: the answer takes equally long."""
    ModelLogEntry.objects.log_action(
        user or User(pk=0),
        actions.SIGN_IN_FAILED,
        title=str(user) if user else _("No such account"),
        data={"step": step},
    )
    logger.warning("%s about=user.%s step=%s", actions.SIGN_IN_FAILED, user.pk if user else "unknown", step)
