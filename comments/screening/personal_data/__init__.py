"""Personal data: what leads to somebody, the author included. Their words stay under an article for years."""

from comments.screening.personal_data.detector import PersonalData

__all__ = ["PersonalData"]
