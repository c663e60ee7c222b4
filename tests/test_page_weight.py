"""What a reader on a slow line has to wait for."""

import gzip
import re

import brotli
import pytest

from tests.served.pages import ARTICLE, PAGES

NUMBER = re.compile(rb"<strong>[^<]{8,64}</strong>")  # of a request

STYLE_AND_SCRIPT = 20 * 1024  # bytes, compressed, as the project's aims say
HTML = 30 * 1024  # bytes, compressed: a long article with its references
WHOLE = 40 * 1024  # bytes, compressed: HTML, style and script of an article without comments
REQUESTS = 6  # for all of it, and the icon


def tags(html, name):
    """The start tags of one element."""
    return re.findall(rf"<{name}\b[^>]*>", html)


def attribute(tag, name):
    """The value of an attribute, or an empty string."""
    found = re.search(rf'\s{name}="([^"]*)"', tag)
    return found[1] if found else ""


def style_and_script(html):
    """Addresses of the style sheets and scripts that a page loads."""
    sheets = [attribute(tag, "href") for tag in tags(html, "link") if attribute(tag, "rel") == "stylesheet"]
    scripts = [attribute(tag, "src") for tag in tags(html, "script")]
    return sheets + [address for address in scripts if address]


def test_style_and_script_of_an_article_are_small_and_compressed(served):
    _status, _headers, body = served.fetch(ARTICLE)
    addresses = style_and_script(body.decode())
    assert addresses
    total = 0
    for address in addresses:
        status, headers, content = served.fetch(address, **{"Accept-Encoding": "gzip"})
        assert status == 200
        if address.startswith("/static/"):
            assert headers["Content-Encoding"] == "gzip"
        total += len(content)
    assert total < STYLE_AND_SCRIPT


@pytest.mark.parametrize(("coding", "decode"), [("gzip", gzip.decompress), ("br", brotli.decompress)])
def test_static_files_come_compressed_beforehand(served, coding, decode):
    html = served.fetch(ARTICLE)[2].decode()
    for address in style_and_script(html):
        if address.startswith("/static/"):
            _status, headers, content = served.fetch(address, **{"Accept-Encoding": coding})
            assert headers["Content-Encoding"] == coding
            assert headers["Vary"] == "Accept-Encoding"
            assert decode(content) == served.fetch(address)[2]


def test_a_whole_article_without_comments_is_small_and_takes_few_requests(served):
    html = served.fetch(ARTICLE)[2].decode()
    without = re.sub(r'<div class="thread">.*</section>', "</section>", html, flags=re.DOTALL)
    assert 'class="comment"' not in without
    addresses = style_and_script(html)
    total = len(gzip.compress(without.encode()))
    total += sum(len(served.fetch(address, **{"Accept-Encoding": "gzip"})[2]) for address in addresses)
    assert total <= WHOLE
    icons = [tag for tag in tags(html, "link") if "icon" in attribute(tag, "rel")]
    assert 1 + len(addresses) + len(icons) <= REQUESTS


def test_style_and_script_are_kept_by_the_browser_for_ever(served):
    _status, _headers, body = served.fetch(ARTICLE)
    for address in style_and_script(body.decode()):
        assert "immutable" in served.fetch(address)[1]["Cache-Control"], address


def test_the_text_of_a_long_article_is_small(served):
    _status, _headers, body = served.fetch(ARTICLE)
    assert len(gzip.compress(body)) < HTML


@pytest.mark.parametrize("name", PAGES)
def test_pages_load_nothing_from_another_host(served, name):
    html = served.fetch(PAGES[name][0])[2].decode()
    loaded = style_and_script(html)
    for tag in tags(html, "img") + tags(html, "source"):
        loaded += [attribute(tag, "src"), *(part.split()[0] for part in attribute(tag, "srcset").split(",") if part)]
    loaded += [attribute(tag, "href") for tag in tags(html, "link") if "icon" in attribute(tag, "rel")]
    assert not [address for address in loaded if address and not re.match(r"/(?!/)", address)]


@pytest.mark.parametrize("name", PAGES)
def test_pages_set_no_cookie_and_are_the_same_for_everybody(served, name):
    path = PAGES[name][0]
    _status, headers, body = served.fetch(path)
    assert headers["Set-Cookie"] is None
    assert "cookie" not in (headers["Vary"] or "").lower()
    assert b"csrf" not in body.lower()
    another = served.fetch(path, **{"Cookie": "sessionid=x; csrftoken=y", "Accept-Language": "de", "User-Agent": "z"})
    assert NUMBER.sub(b"", another[2]) == NUMBER.sub(b"", body)  # an error page tells the number of its request
