from articles.rendering.body import CitedReference, RenderedBody, render_body
from articles.rendering.headings import Heading
from articles.rendering.terms import ExplainedTerm

__all__ = ["CitedReference", "ExplainedTerm", "Heading", "RenderedBody", "render_body"]
