"""What a run needs to know of one of its databases, or has to put there. Runs in a process of its own with the
database's variables, and prints one line of JSON: ``python -m benchmarks.inside facts``.
"""

import argparse
import json
import sys
from typing import Any
from urllib.parse import urlsplit


def facts() -> dict[str, Any]:
    """Paths of articles, and cookies of a moderator and a reviewer who signed in."""
    from django.conf import settings
    from django.test import Client
    from django.urls import reverse

    from articles.models import ArticlePage
    from portal.models import User

    count = ArticlePage.objects.filter(slug__startswith="text-").count()
    numbers = (1, 2, 3, 10, count)
    pages = ArticlePage.objects.filter(slug__in=[f"text-{number}" for number in numbers])
    cookies = {}
    for name in ("moderator", "reviewer"):
        client = Client()
        client.force_login(User.objects.get(username=name))
        cookies[name] = f"{settings.SESSION_COOKIE_NAME}={client.cookies[settings.SESSION_COOKIE_NAME].value}"
    return {
        "articles": {page.slug: urlsplit(page.get_url() or "").path for page in pages},
        "newest": f"text-{count}",
        "cookies": cookies,
        "queue": reverse("conversation:queue"),
        "desk": reverse("review_desk"),
        "search": reverse("search"),
    }


def counts() -> dict[str, int]:
    """How many comments and notes there are, and the steps that led to them."""
    from comments.models import Comment, CommenterNote
    from consent.models import Request

    return {
        "comments": Comment.objects.count(),
        "notes": CommenterNote.objects.count(),
        "requests": Request.objects.count(),
        "places": Comment.objects.values("conversation", "seq").distinct().count(),
    }


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("what", choices=("facts", "counts", "forms", "story", "profile"))
    parser.add_argument("--file")
    parser.add_argument("--count", type=int, default=0)
    parser.add_argument("--path", default="/")
    given = parser.parse_args()
    import django

    django.setup()
    from benchmarks.forms import write_forms
    from benchmarks.profiling import profile
    from benchmarks.story import story

    match given.what:
        case "facts":
            found: Any = facts()
        case "counts":
            found = counts()
        case "forms":
            found = write_forms(given.file, given.count)
        case "story":
            found = story(given.file, given.path)
        case _:
            found = profile(given.path)
    sys.stdout.write(json.dumps(found) + "\n")


if __name__ == "__main__":
    main()
