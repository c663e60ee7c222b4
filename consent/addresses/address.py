"""Reads an address (RFC 5321, section 4.1.2; RFC 5322, section 3.4.1; IDNA 2008), and says when two are the same.

Nothing is looked up: whether a mailbox exists is known when its owner opens the link that it got.
"""

from dataclasses import dataclass
from typing import NoReturn

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from email_validator import EmailNotValidError, validate_email

LONGEST = 254  # characters (RFC 5321, section 4.5.3.1.3, without the angle brackets)
_DOTS_DO_NOT_COUNT = frozenset({"gmail.com", "googlemail.com"})


@dataclass(frozen=True)
class Address:
    """A valid address, in ASCII: a domain in another script is written as its A-label (RFC 5890)."""

    local: str
    domain: str

    @classmethod
    def stored(cls, text: str) -> "Address":
        """The address that ``str`` gave. Not judged again: rules of addresses change, and what was kept must open."""
        local, _at, domain = text.rpartition("@")
        return cls(local, domain)

    def __str__(self) -> str:
        return f"{self.local}@{self.domain}"

    def __repr__(self) -> str:
        return "<Address>"  # so that no log ever holds one

    def __reduce__(self) -> NoReturn:
        raise TypeError("An address goes into no session, cache or queue.")  # all of which pickle

    def __deepcopy__(self, _memo: object) -> "Address":
        return self

    @property
    def canonical(self) -> str:
        """What decides whether two addresses are the same. In practice no provider tells upper from lower case."""
        return f"{self.local}@{self.domain}".casefold()

    @property
    def family(self) -> str:
        """The mailbox behind the address, as far as one can tell: without what follows a plus sign. For limits."""
        local, domain = self.local.casefold().partition("+")[0] or self.local.casefold(), self.domain.casefold()
        if domain in _DOTS_DO_NOT_COUNT:
            local, domain = local.replace(".", ""), "gmail.com"
        return f"{local}@{domain}"


def parse_address(text: str) -> Address:
    """The address that ``text`` is. Raises ``ValidationError`` with a sentence for the person."""
    text = text.strip(" \t")
    if not text:
        raise ValidationError(_("Please type your e-mail address."), code="required")
    if len(text) > LONGEST:
        raise ValidationError(_("This is longer than an e-mail address can be."), code="invalid")
    try:
        found = validate_email(
            text, check_deliverability=False, strict=True, allow_quoted_local=False, allow_smtputf8=False
        )
    except EmailNotValidError:
        raise ValidationError(
            _("This does not look like an e-mail address. It should look like name@example.org."), code="invalid"
        ) from None
    local, _at, domain = (found.ascii_email or found.normalized).rpartition("@")
    return Address(local, domain.lower())
