"""The addresses of the demonstration."""

from collections.abc import Iterator

from wagtail.models import Page, Site


def every_page() -> Iterator[tuple[Page, str, dict[str, str]]]:
    """Each live page of both communities in all languages, its path, and the host that it stands on for a client."""
    for site in Site.objects.all():
        host = {"HTTP_HOST": f"{site.hostname}:{site.port}"}
        for home in Page.objects.filter(translation_key=site.root_page.translation_key):
            for page in home.get_descendants(inclusive=True).live().specific():
                yield page, page.get_url_parts()[2], host
