"""The canonical text of an article: everything that a reviewer approves, as one JSON text, and its digest.

Which fields are part of it, and why the others are not, is declared in ``declaration``. The text is JSON with sorted
names and no spaces; its digest is ``v1:`` and the SHA-256 of its UTF-8. A change of either is a new scheme.

A digest is remembered by all that the canonical text is made of, never by an id: the same inputs, the same digest.
"""

import json
from operator import attrgetter
from typing import Any

from articles.models import ArticlePage
from articles.models.decision import SCHEME, digest_of_text
from articles.review.blocks import body_content
from articles.review.errors import NotReviewableError
from articles.review.materials import (
    OF_REFERENCE,
    Materials,
    content_of_picture,
    content_of_reference,
    materials_of,
)
from portal.kept import Kept

_OWN = ("kind", "title", "summary", "seo_title", "search_description")
_own_values = attrgetter(*_OWN)
_values_of_reference = attrgetter(*OF_REFERENCE)
_digests: Kept[str] = Kept(1024)


def canonical_content(page: ArticlePage, materials: Materials | None = None) -> dict[str, Any]:
    """What is reviewed of ``page`` as it is in memory. Raises ``NotReviewableError``."""
    materials = materials or materials_of(page)
    body = materials.content
    if missing := body.pictures - materials.pictures.keys():
        raise NotReviewableError(f"picture {min(missing)} is gone")
    return {
        "scheme": SCHEME,
        **dict(zip(_OWN, _own_values(page), strict=True)),
        "authors": list(materials.authors),
        "body": body.blocks,
        "references": {key: content_of_reference(found) for key, found in materials.references.items()},
        "unresolved": sorted(body.keys - materials.references.keys()),
        "pictures": {str(pk): content_of_picture(picture) for pk, picture in materials.pictures.items()},
    }


def canonical_text(page: ArticlePage, materials: Materials | None = None) -> str:
    """The canonical text. Raises ``NotReviewableError``."""
    content = canonical_content(page, materials)
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest_of(page: ArticlePage, materials: Materials | None = None) -> str:
    """The digest of what is reviewed of ``page``, or an empty string, which no decision has, if it can't be told."""
    try:
        materials = materials or materials_of(page)
        return _digests.get(_inputs(page, materials), lambda: digest_of_text(canonical_text(page, materials)))
    except NotReviewableError:
        return ""


def _inputs(page: ArticlePage, materials: Materials) -> str:
    """All that the canonical text of ``page`` is made of, told apart by type as JSON does: 1 is not True."""
    references = [(key, _values_of_reference(found)) for key, found in materials.references.items()]
    pictures = [(pk, content_of_picture(picture)) for pk, picture in materials.pictures.items()]
    return repr((_own_values(page), materials.authors, materials.content.stored, references, pictures))


def body_digest(page: ArticlePage) -> str:
    """The digest of the body alone: known again in a copy with another title. Empty for an empty body."""
    try:
        blocks = body_content(page.body).blocks
    except NotReviewableError:
        return ""
    return digest_of_text(json.dumps(blocks, ensure_ascii=False, sort_keys=True)) if blocks else ""
