"""Whatever stands in an address, a header, a token, a form or an editor's blocks: an answer, never a server error."""

import pytest
from django.db import transaction
from django.test import Client
from django.urls import get_resolver
from django.urls.resolvers import URLPattern
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from articles.models import ArticlePage
from portal.models import User
from tests.hostile.crawling import HOST
from tests.hostile.junk import WORDS

pytestmark = pytest.mark.usefixtures("demo_site", "db")
CALM = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
ARTICLE = "/multiple-myeloma/relapsed-refractory-myeloma/"
PAGES = [
    "/", "/multiple-myeloma/", ARTICLE, f"{ARTICLE}review-history/", f"{ARTICLE}review.json", f"{ARTICLE}report-error/",
    "/es/", "/a-to-z/", "/glossary/", "/people/", "/privacy/versions/", "/search/", "/sign-up/", "/my-data/",
    "/consent/what-we-process/", "/conversation/help/", "/conversation/transparency/", "/feed.xml", "/sitemap.xml",
]  # fmt: skip
NAMES = [
    "q",
    "page",
    "order",
    "country",
    "topic",
    "language",
    "next",
    "from",
    "to",
    "passage",
    "code",
    "a",
    "p",
    "sort",
]
TEXT = st.one_of(st.sampled_from(sorted(WORDS.values())).filter(lambda word: len(word) < 3_000), st.text(max_size=60))
CHARSETS = st.one_of(
    st.sampled_from(
        ["base64", "bz2", "hex", "idna", "latin-1", "punycode", "quopri", "rot13", "undefined", "unicode_escape"]
    ),
    st.sampled_from(
        ["utf-16", "utf-32", "utf-7", "utf8", "us-ascii", "uu", "zlib", "cp037", "a\0", "\ud800", "mbcs", '"']
    ),
    TEXT,
)
CONTENT_TYPES = st.builds(
    "{}; {}{}={}".format,
    st.sampled_from(
        ["application/x-www-form-urlencoded", "multipart/form-data; boundary=a", "application/json", "a", ""]
    ),
    st.sampled_from(["", "boundary=b; ", "; ", "charset=utf-8; "]),
    st.sampled_from(["charset", "charset*", "charset*0", "Charset"]),
    st.one_of(CHARSETS, CHARSETS.map("{}''utf-8".format), CHARSETS.map("utf-8''{}".format)),
)
HEADERS = [
    "Accept", "Accept-Encoding", "Accept-Language", "Authorization", "Cookie", "Content-Type", "Forwarded",
    "If-Modified-Since", "If-None-Match", "Origin", "Range", "Referer", "User-Agent", "X-Forwarded-For",
    "X-Forwarded-Host", "X-Forwarded-Proto", "X-Request-ID", "X-Requested-With", "Sec-Fetch-Site",
]  # fmt: skip


def ask(client, method, *args, **kwargs):
    """The answer, with whatever it changed taken back."""
    with transaction.atomic():
        response = getattr(client, method)(*args, **kwargs)
        transaction.set_rollback(True)
    assert response.status_code < 500, (args, kwargs, response.status_code)
    return response


@CALM
@given(page=st.sampled_from(PAGES), query=st.dictionaries(st.one_of(st.sampled_from(NAMES), TEXT), TEXT, max_size=4))
def test_any_query(stranger, page, query):
    ask(stranger, "get", page, query)


@CALM
@given(page=st.sampled_from(PAGES), query=st.binary(max_size=40))
@example(page="/search/", query=b"q=%ff%fe%00&q[]=1&page=%u0041")
def test_any_bytes_for_a_query(stranger, page, query):
    ask(stranger, "get", page, QUERY_STRING=query.decode("latin-1"))


@CALM
@given(path=st.one_of(st.text(max_size=60), st.lists(TEXT, max_size=4).map("/".join)))
def test_any_path(stranger, path):
    for start in ("/", "/es/", ARTICLE, "/conversation/", "/consent/", "/people/"):
        ask(stranger, "get", (start + path.lstrip("/")).replace("?", "%3F").replace("#", "%23"))


@CALM
@given(page=st.sampled_from(PAGES), kind=CONTENT_TYPES)
@example(page="/search/?q=a", kind="text/plain; charset=hex")
def test_any_type_of_content_where_there_is_none(stranger, page, kind):
    ask(stranger, "get", page, CONTENT_TYPE=kind)


@CALM
@given(page=st.sampled_from(PAGES), sent=st.dictionaries(st.sampled_from(HEADERS), TEXT, max_size=5))
def test_any_headers(stranger, page, sent):
    ask(stranger, "get", page, headers={name: value.encode().decode("latin-1") for name, value in sent.items()})


def with_tokens():
    """Every address of ours that takes something from whoever asks, as a template: ``/confirm/{token}/``."""
    found = {}
    for pattern, route in walk(get_resolver().url_patterns, ""):
        names = pattern.pattern.regex.groupindex or {}
        if names and not route.startswith(("admin/", "media/", "mailbox/")) and "<" in route and "(" not in route:
            found[route] = sorted(names)
    return found


def walk(patterns, before):
    """Each pattern, with the whole route that leads to it."""
    for each in patterns:
        route = before + str(each.pattern)
        if isinstance(each, URLPattern):
            yield each, route
        else:
            yield from walk(each.url_patterns, route)


@CALM
@given(data=st.data())
def test_any_token_and_any_number(stranger, data):
    routes = with_tokens()
    assert len(routes) > 15
    route = data.draw(st.sampled_from(sorted(routes)))
    address = "/" + route
    while "<" in address:
        before, _less, rest = address.partition("<")
        kind, _more, after = rest.partition(">")
        numbers = st.sampled_from(["0", "1", "2", str(2**31), str(2**40), str(2**63), str(10**30)])
        texts = st.one_of(st.from_regex(r"[A-Za-z0-9_:\-]{1,120}", fullmatch=True), TEXT)
        value = data.draw(numbers if kind.startswith("int:") else texts)
        address = before + value.replace("<", "").replace("?", "%3F").replace("#", "%23") + after
    for method in ("get", "post", "head", "put"):
        ask(stranger, method, address, headers={"origin": f"http://{HOST}"})


POSTED = [
    ("/sign-up/", ["email", "country", "text", "agreed", "purposes", "language", "next", "nonce", "ticket"]),
    ("/my-data/", ["email", "nonce", "next"]),
    (f"{ARTICLE}report-error/", ["passage", "what", "kind", "email", "source", "website", "ticket", "nonce"]),
    ("/conversation/comment/1/report/", ["category", "words", "nonce", "ticket", "website"]),
    ("/conversation/comment/1/helpful/", ["nonce", "ticket"]),
]


@CALM
@given(data=st.data())
def test_any_form(stranger, data):
    address, names = data.draw(st.sampled_from(POSTED))
    lists = st.lists(TEXT, max_size=3)
    sent = data.draw(st.dictionaries(st.one_of(st.sampled_from(names), TEXT), lists, max_size=8))
    ask(stranger, "post", address, sent, headers={"origin": f"http://{HOST}"})


@CALM
@given(body=st.binary(max_size=200), kind=TEXT)
@example(body=b'--x\r\nContent-Disposition: form-data; name="email"\r\n\r\na', kind="multipart/form-data; boundary=x")
@example(body=b"email=%ff%00", kind="application/x-www-form-urlencoded; charset=utf-99")
def test_any_body(stranger, body, kind):
    for address, _names in POSTED:
        ask(stranger, "generic", "POST", address, body, content_type=kind, headers={"origin": f"http://{HOST}"})


@CALM
@given(kind=CONTENT_TYPES, data=st.data())
def test_any_type_of_content(stranger, kind, data):
    address, names = data.draw(st.sampled_from(POSTED))
    part = f'--a\r\nContent-Disposition: form-data; name="{names[0]}"\r\n\r\na\xe9\r\n--a--\r\n'
    body = data.draw(st.sampled_from([part.encode(), f"{names[0]}=a%E9&q=\xe9".encode(), b'{"email": "a"}']))
    ask(stranger, "generic", "POST", address, body, content_type=kind, headers={"origin": f"http://{HOST}"})


@settings(CALM, max_examples=25)
@given(data=st.data())
def test_any_blocks_in_the_editor(data):
    editor = Client(raise_request_exception=False, headers={"host": HOST})
    editor.force_login(User.objects.get(username="admin"))
    article = ArticlePage.objects.live().first()
    kinds = [*article.body.stream_block.child_blocks, "no-such-kind"]
    count = data.draw(st.integers(0, 4))
    sent = {"title": article.title, "slug": article.slug, "body-count": str(count)}
    for number in range(count):
        place = f"body-{number}"
        sent |= {f"{place}-deleted": "", f"{place}-order": data.draw(TEXT), f"{place}-id": data.draw(TEXT)}
        sent |= {f"{place}-type": data.draw(st.sampled_from(kinds)), f"{place}-value": data.draw(TEXT)}
        parts = st.dictionaries(
            st.sampled_from(["title", "body", "items-count", "image", "url", "text"]), TEXT, max_size=4
        )
        sent |= {f"{place}-value-{name}": value for name, value in data.draw(parts).items()}
    ask(editor, "post", f"/admin/pages/{article.pk}/edit/", sent)
