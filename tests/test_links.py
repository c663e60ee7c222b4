"""Every link of the demonstration leads somewhere: pages, fragments, pictures, style sheets, feeds and the sitemap."""

import http.client
import re
from urllib.parse import urldefrag, urljoin, urlsplit

import pytest
from bs4 import BeautifulSoup

from tests.served import SECOND_COMMUNITY

MOST = 1000  # addresses of one community; the demonstration has far fewer


class Crawl:
    """Follows every link of one community from its home page, and notes what is broken."""

    def __init__(self, portal, host):
        self.portal, self.host = portal, host
        self.origin = f"http://{host}:{portal.port}"
        self.anchors: dict[str, set[str]] = {}
        self.fragments: dict[tuple[str, str], str] = {}
        self.posted: set[str] = set()
        self.broken: list[str] = []

    def run(self):
        """Asks for each address once."""
        waiting = [(f"{self.origin}/", "start"), (f"{self.origin}/sitemap.xml", "start")]
        seen = set()
        while waiting:
            address, source = waiting.pop()
            page, fragment = urldefrag(address)
            if fragment:
                self.fragments.setdefault((page, fragment), source)
            if page not in seen:
                seen.add(page)
                assert len(seen) < MOST
                waiting += [(found, page) for found in self.links_of(page, source)]
        for (page, fragment), source in self.fragments.items():
            if page in self.anchors and fragment not in self.anchors[page]:
                self.broken.append(f"{source} links to {page}#{fragment}, which has no such place")
        return seen

    def links_of(self, address, source):
        """The addresses of this community that a page or sitemap names."""
        status, kind, body, location = self.fetch(address)
        if status == 302 and location:
            yield from self.inside(address, [location])
        elif status == 405 and address in self.posted:
            return
        elif status != 200:
            self.broken.append(f"{source} links to {address}, which answers {status}")
        elif kind == "text/html":
            yield from self.inside(address, self.links_in_page(address, body))
        elif kind in ("application/xml", "text/xml", "application/atom+xml"):
            named = re.findall(r"<loc>([^<]+)</loc>|<link[^>]+href=\"([^\"]+)\"", body.decode())
            yield from self.inside(address, (loc or href for loc, href in named))

    def links_in_page(self, address, body):
        html = BeautifulSoup(body, "html.parser")
        self.anchors[address] = {tag["id"] for tag in html.find_all(id=True)}
        self.posted |= {urljoin(address, form["action"]) for form in html.find_all("form", method="post", action=True)}
        for tag in html.find_all(True):
            for name in ("href", "src", "action"):
                if tag.get(name):
                    yield tag[name]
            for part in tag.get("srcset", "").split(","):
                if part.strip():
                    yield part.split()[0]

    def inside(self, address, links):
        """Full addresses of those links that lead to this community. Those to the admin are left out."""
        for link in links:
            full = urljoin(address, link)
            parts = urlsplit(full)
            if f"{parts.scheme}://{parts.netloc}" == self.origin and not parts.path.startswith("/admin/"):
                yield full

    def fetch(self, address):
        parts = urlsplit(address)
        connection = http.client.HTTPConnection("127.0.0.1", self.portal.port, timeout=30)
        connection.request(
            "GET",
            parts._replace(scheme="", netloc="", fragment="").geturl(),
            headers={
                "Host": f"{self.host}:{self.portal.port}",
            },
        )
        response = connection.getresponse()
        body = response.read()
        connection.close()
        return response.status, response.headers.get_content_type(), body, response.headers["Location"]


@pytest.mark.parametrize("host", ["127.0.0.1", SECOND_COMMUNITY])
def test_every_link_of_the_demonstration_leads_somewhere(served, host):
    crawl = Crawl(served, host)
    visited = crawl.run()
    assert crawl.broken == []
    assert len(visited) > 20
