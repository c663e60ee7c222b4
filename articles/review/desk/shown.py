"""What a reviewer was shown, carried along in the form: the digest that will be signed, and the text behind it.

If the text changes meanwhile, the reviewer must see what became of the words that they read. No row holds those: drafts
save themselves over their own revision, and a reference or a picture may have changed instead. So the form carries the
canonical text, compressed and signed, and the server keeps nothing. An approval keeps the explanations of the glossary
as the reviewer saw them, so that those must be the same as well.
"""

import hashlib
import json
from collections.abc import Iterable

from django.core import signing

from articles.models.decision import digest_of_text
from articles.rendering import ExplainedTerm

_SALT = "articles.review.desk.shown"


def packed(canonical_text: str) -> str:
    """``canonical_text`` for a hidden field: some 10 KB for a long article."""
    return signing.dumps(canonical_text, salt=_SALT, compress=True)


def unpacked(value: str, digest: str) -> str:
    """The text with ``digest`` that a hidden field brought back; empty if it is not one that we gave out."""
    try:
        text = signing.loads(value, salt=_SALT)
    except signing.BadSignature:
        return ""
    return text if isinstance(text, str) and digest_of_text(text) == digest else ""


def digest_of_terms(terms: Iterable[ExplainedTerm]) -> str:
    """A short name for the explanations that stand with a text. They are no part of its digest."""
    words = [[term.term, term.definition] for term in terms]
    return hashlib.sha256(json.dumps(words).encode()).hexdigest()
