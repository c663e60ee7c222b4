"""The demonstration inside a transaction, for tests that look at it."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.management import call_command
from django.db import transaction
from django.test import Client
from wagtail.models import Page, Site

PORT = 8000


@contextmanager
def loaded_demonstration(database_blocker, *, with_pictures: bool = False):
    """Loads the demonstration and takes it back afterwards. Tests in between undo what they change: what they would
    make of its pictures too, so let those who open many pages have them made.
    """
    with database_blocker.unblock(), transaction.atomic():
        call_command("load_demo", port=PORT, verbosity=0)
        if with_pictures:
            for _page, path, host in every_page():
                Client().get(path, **host)
        yield
        transaction.set_rollback(True)


def every_page() -> Iterator[tuple[Page, str, dict[str, str]]]:
    """Each live page of both communities in all languages, its path, and the host that it stands on for a client."""
    for site in Site.objects.all():
        host = {"HTTP_HOST": f"{site.hostname}:{site.port}"}
        for home in Page.objects.filter(translation_key=site.root_page.translation_key):
            for page in home.get_descendants(inclusive=True).live().specific():
                yield page, page.get_url_parts()[2], host
