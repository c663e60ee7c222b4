"""The canonical text of an article: everything that a reviewer approves, as one JSON text, and its digest.

Which fields are part of it, and why the others are not, is declared in ``declaration``. The text is JSON with sorted
names and no spaces; its digest is ``v1:`` and the SHA-256 of its UTF-8. A change of either is a new scheme.
"""

import json
from typing import Any

from articles.models import ArticlePage
from articles.models.decision import SCHEME, digest_of_text
from articles.review.blocks import body_content
from articles.review.errors import NotReviewableError
from articles.review.materials import Materials, content_of_picture, content_of_reference, materials_of


def canonical_content(page: ArticlePage, materials: Materials | None = None) -> dict[str, Any]:
    """What is reviewed of ``page`` as it is in memory. Raises ``NotReviewableError``."""
    materials = materials or materials_of(page)
    body = materials.content
    if missing := body.pictures - materials.pictures.keys():
        raise NotReviewableError(f"picture {min(missing)} is gone")
    return {
        "scheme": SCHEME,
        "kind": page.kind,
        "title": page.title,
        "summary": page.summary,
        "seo_title": page.seo_title,
        "search_description": page.search_description,
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
        return digest_of_text(canonical_text(page, materials))
    except NotReviewableError:
        return ""


def body_digest(page: ArticlePage) -> str:
    """The digest of the body alone: known again in a copy with another title. Empty for an empty body."""
    try:
        blocks = body_content(page.body).blocks
    except NotReviewableError:
        return ""
    return digest_of_text(json.dumps(blocks, ensure_ascii=False, sort_keys=True)) if blocks else ""
