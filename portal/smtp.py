"""SMTP as Django speaks it, which also tells whether the server can have the message.

A connection that is lost before the message was handed over (RFC 5321, section 4.1.1.4: before DATA) is no reason to
fear a second copy; one that is lost afterwards is. Django's own backend does not tell the two apart.
"""

import smtplib

from django.core.mail.backends import smtp


class NotHandedOverError(smtplib.SMTPServerDisconnected):
    """The connection was lost, and the server has nothing of the message."""


class _TellsWhen:
    """An SMTP connection that knows whether the message was begun."""

    _has_begun = False

    def sendmail(self, *args, **kwargs):
        self._has_begun = False
        try:
            return super().sendmail(*args, **kwargs)  # type: ignore[misc]
        except smtplib.SMTPServerDisconnected as error:
            if self._has_begun:
                raise
            raise NotHandedOverError(str(error)) from None

    def data(self, msg):
        self._has_begun = True
        return super().data(msg)  # type: ignore[misc]


class PlainConnection(_TellsWhen, smtplib.SMTP):
    """A connection that begins in the clear."""


class EncryptedConnection(_TellsWhen, smtplib.SMTP_SSL):
    """A connection that is encrypted from its first byte."""


class EmailBackend(smtp.EmailBackend):
    """Django's, on such connections."""

    @property
    def connection_class(self):
        return EncryptedConnection if self.use_ssl else PlainConnection
