"""What a page says of itself to machines: JSON-LD in the vocabulary of schema.org, as one ``@graph``.

Nothing is said here that the page does not show. ``reviewedBy`` and ``lastReviewed`` are there for the very text that a
reviewer approved and for no other.
"""

from articles.structured_data.graph import structured_data

__all__ = ["structured_data"]
