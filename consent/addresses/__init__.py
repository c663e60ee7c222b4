"""E-mail addresses as people type them: read strictly, compared, masked."""

from consent.addresses.address import Address, parse_address
from consent.addresses.masking import masked

__all__ = ["Address", "masked", "parse_address"]
