"""Each role clicks on everything and sends every form with junk: no server error, and no word meant for others."""

import pytest
from django.utils.html import escape

from demo.accounts import sign_ins
from portal.models import User
from tests.hostile.crawling import Crawler
from tests.hostile.secrets import plant

pytestmark = pytest.mark.usefixtures("demo_site", "db")
PUBLIC = (
    "/",
    "/es/",
    "/de/",
    "/robots.txt",
    "/sitemap.xml",
    "/feed.xml",
    "/search/?q=myeloma",
    "/sign-up/",
    "/my-data/",
)
ROLES = [  # those who may open most first, so that no process waits for them in the end
    "editor", "admin", "author", "former-reviewer", "reviewer", "lead-moderator", "moderator", "data-protection",
    "nobody",
]  # fmt: skip


def crawl(client, role):
    """What is wrong, and how much was looked at."""
    secrets = plant()
    if role == "nobody":
        crawler = Crawler(client, *PUBLIC)
    else:
        client.force_login(User.objects.get(username=role))
        crawler = Crawler(client, "/admin/", "/")
    wrong, opened, sent = [], 0, 0
    for number, visits in enumerate((crawler.pages(), crawler.submissions())):
        for visit in visits:
            opened, sent = opened + (number == 0), sent + (number == 1)
            if visit.status >= 500:
                wrong.append(str(visit))
            told = visit.text if not visit.sent else _without(visit.text, visit.sent)
            wrong += [f"{each.what} in {visit}" for each in secrets if each.is_told_wrongly(told, role)]
    return wrong, opened, sent


def _without(text, sent):
    for value in sent.values():
        if isinstance(value, str) and len(value) > 3:
            text = text.replace(value, "").replace(escape(value), "")
    return text


@pytest.mark.parametrize("role", ROLES)
def test_whatever_is_opened_or_sent_nothing_breaks_and_nothing_leaks(client, role):
    wrong, opened, sent = crawl(client, role)
    print(f"{role}: {opened} pages, {sent} forms sent")  # noqa: T201 - shown with -rP
    assert not wrong, "\n".join(wrong)
    assert opened > (80 if role == "nobody" else 30)
    assert sent > 30


def test_every_role_of_the_demonstration_is_tried():
    tried = {*ROLES, "second-reviewer"}  # who differs from the first in a specialty alone
    assert {name for name, _password, _role in sign_ins()} <= tried
