"""Links, in every disguise: they lead readers away from what was checked, and search engines to whoever pays for it."""

from comments.screening.links.detector import Links

__all__ = ["Links"]
