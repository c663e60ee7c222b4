"""E-mail addresses as people type them: read strictly, compared, masked, spotted in other text."""

from consent.addresses.address import Address, parse_address
from consent.addresses.masking import masked
from consent.addresses.spotting import holds_address

__all__ = ["Address", "holds_address", "masked", "parse_address"]
