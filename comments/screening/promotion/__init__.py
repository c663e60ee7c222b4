"""Promotion and sale: of drugs, cures, clinics, schemes. Who tells of their clinic or of a price sells nothing."""

from comments.screening.promotion.detector import Promotion

__all__ = ["Promotion"]
