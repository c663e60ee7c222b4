"""Corrections of an article as schema.org tells them."""

from articles.blocks.plain import plain_line
from articles.corrections.public import corrections_for
from articles.models import ArticlePage
from articles.public_site import PublicSite, zoned
from articles.structured_data.web_page import Node


def corrections(page: ArticlePage, site: PublicSite) -> list[Node]:
    """A comment for each correction that readers are told of, newest first."""
    return [
        {
            "@type": "CorrectionComment",
            "text": plain_line(correction.note),
            "datePublished": zoned(correction.corrected_at),
        }
        for correction in corrections_for(page, site.request)
    ]
