"""Advice to others on doses, or to stop, skip or refuse a treatment: what readers may take for a doctor's word.

What somebody takes themselves, or what their doctor told them, is experience and stays. "Never without your doctor" and
"don't skip your chemo" are advice too, but none that harms. Rules, not understanding: in doubt a moderator looks.
"""

from comments.screening.dosage.detector import DosageDetector

__all__ = ["DosageDetector"]
