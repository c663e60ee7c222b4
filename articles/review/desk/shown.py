"""What a reviewer was shown, carried along in the form: the digest that will be signed, and the text behind it.

If the text changes meanwhile, the reviewer must see what became of the words that they read. No row holds those: drafts
save themselves over their own revision, and a reference or a picture may have changed instead. So the form carries the
canonical text, compressed and signed, and the server keeps nothing.
"""

from django.core import signing

from articles.models.decision import digest_of_text

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
