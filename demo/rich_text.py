"""Markdown to the HTML that Wagtail's editor stores: the same few elements, nothing else."""

from collections.abc import Callable
from functools import cache
from html import escape

from markdown_it import MarkdownIt

FindPage = Callable[[str], int]
PAGE = "page:"

_ELEMENTS = {
    "strong_open": "<b>",
    "strong_close": "</b>",
    "em_open": "<i>",
    "em_close": "</i>",
    "softbreak": " ",
}


def rich_text(markdown: str, *, find_page: FindPage) -> str:
    """The HTML of ``markdown``. ``find_page`` gives the id of the page that ``[words](page:slug)`` names."""
    html = _parser().render(markdown, {"find_page": find_page})
    return html.replace("\n", "")


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False})
    parser.validateLink = lambda url: url.startswith((PAGE, "https://", "mailto:"))  # type: ignore[method-assign]
    for name, html in _ELEMENTS.items():
        parser.add_render_rule(name, lambda renderer, tokens, index, options, env, html=html: html)
    parser.add_render_rule("link_open", _link)
    return parser


def _link(renderer, tokens, index, options, env):
    address = tokens[index].attrs["href"]
    if address.startswith(PAGE):
        return f'<a linktype="page" id="{env["find_page"](address.removeprefix(PAGE))}">'
    return f'<a href="{escape(address)}">'
