"""The nginx that ships before the portal as it is served: what readers get is the same, from nearer."""

import time

import brotli
import pytest

from tests.fronting import running_nginx
from tests.served.pages import ARTICLE


@pytest.fixture(scope="module")
def nginx(served, tmp_path_factory):
    folder = tmp_path_factory.mktemp("nginx")
    with running_nginx(
        folder,
        upstream=served.port,
        static=served.data_dir / "static",
        media=served.data_dir / "media",
        host="localhost",
    ) as running:
        yield running


def test_readers_get_the_same_page_from_nginx(served, nginx):
    _status, _headers, page = served.fetch(ARTICLE, Host="localhost")
    time.sleep(1 - time.time() % 1 + 0.01)
    answers = [nginx.get(ARTICLE, Accept_Encoding="gzip, deflate, br") for _again in range(3)]
    assert [each.status for each in answers] == [200] * 3
    assert {brotli.decompress(each.body) for each in answers} == {page}
    assert nginx.get(ARTICLE, Accept_Encoding="br", If_None_Match=answers[0].headers["etag"]).status == 304
    time.sleep(1.1)  # the log is written once a second
    assert "HIT" in nginx.log


def test_headers_that_protect_readers_are_there_once(nginx):
    for path in (ARTICLE, "/search/?q=myeloma", "/no-such-page/"):
        headers = nginx.get(path).headers
        for name in ("content-security-policy", "x-content-type-options", "referrer-policy", "x-frame-options"):
            assert headers[name].count("default-src" if name == "content-security-policy" else ",") <= 1, (path, name)


def test_what_is_nobody_elses_is_not_held(nginx):
    for path in ("/search/?q=myeloma", "/sign-up/", "/my-data/", f"{ARTICLE}report-error/"):
        for _again in range(2):
            assert nginx.get(path).status == 200
    time.sleep(1.1)
    lines = [line for line in nginx.log.splitlines() if any(word in line for word in ("search", "sign-up", "my-data"))]
    assert lines
    assert not any(" HIT " in line for line in lines)


def test_pictures_and_styles_come_from_the_disk(served, nginx):
    page = nginx.get(ARTICLE).body.decode()
    styles = page.partition('rel="stylesheet" href="')[2].partition('"')[0]
    assert nginx.get(styles, Accept_Encoding="gzip").headers["content-encoding"] == "gzip"
    assert "immutable" in nginx.get(styles).headers["cache-control"]
    pictures = sorted((served.data_dir / "media" / "images").glob("*.*"))
    picture = nginx.get(f"/media/images/{pictures[0].name}")
    assert picture.status == 200
    assert picture.headers["content-type"].startswith("image/")
    assert nginx.get("/media/../portal.sqlite3").status in (400, 404)
