"""Tokens that got into tags, comments or scripts are taken out; everything else there stays as it is."""

from html import escape, unescape

from articles.citations.tokens import defuse, holds_token, strip_tokens
from portal.markup import Kind, Node, attribute_value, attributes


def without_tokens(node: Node) -> Node:
    """``node``, which is not text, without tokens."""
    if not holds_token(node.html) and not ("&" in node.html and holds_token(unescape(node.html))):
        return node
    if node.kind is Kind.OPAQUE:
        return node._replace(html=strip_tokens(node.html) if node.name else "")
    kept, end = [], 0
    for found in attributes(node.html):
        value = attribute_value(found)
        if holds_token(value):
            kept += [node.html[end : found.start("value")], f'"{escape(strip_tokens(value).strip())}"']
            end = found.end()
    html = "".join([*kept, node.html[end:]])
    return node._replace(html=defuse(html), name=defuse(node.name))
