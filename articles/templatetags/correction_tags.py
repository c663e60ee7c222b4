"""Corrections under an article: what was corrected, and where to report an error."""

from django import template

from articles.corrections.place import may_be_reported
from articles.corrections.public import PublicCorrection, corrections_for
from articles.models import ArticlePage

register = template.Library()


@register.simple_tag(takes_context=True)
def corrections(context, article: ArticlePage) -> list[PublicCorrection]:
    """The corrections of an article, newest first. One query for a request."""
    return corrections_for(article, context["request"]) if article.pk else []


@register.simple_tag(takes_context=True)
def report_error_address(context, article: ArticlePage) -> str:
    """Where to report an error in an article; empty where nobody can. No query for what routing found open to all."""
    address = article.get_url(context["request"]) if article.pk and may_be_reported(article) else ""
    return f"{address}report-error/" if address else ""
