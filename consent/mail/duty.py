"""Sending mail as a duty of the worker."""

from collections.abc import Callable

from consent.mail.delivering import deliver_due
from portal.worker import NeedsRestError, duty


@duty("mail")
def send_mail(should_stop: Callable[[], bool]) -> bool:
    """Sends a batch. Whether there was one. Raises ``NeedsRestError`` while the mail server takes none."""
    delivered = deliver_due(should_stop)
    if delivered.is_server_away:
        raise NeedsRestError
    return delivered.mails > 0
