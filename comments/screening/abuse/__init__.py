"""Abuse of people: slurs, insults, threats, hatred. Anger at an illness, and a slip of the tongue, are none."""

from comments.screening.abuse.detector import Abuse

__all__ = ["Abuse"]
