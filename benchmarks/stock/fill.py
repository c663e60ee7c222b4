"""Fills the stock site with the words of one article: ``python -m benchmarks.stock.fill FILE`` prints its path."""

import json
import sys
from datetime import datetime
from pathlib import Path


def fill(file: str, most: int) -> str:
    """Adds the page with at most so many comments."""
    from django.contrib.contenttypes.models import ContentType
    from django_comments_xtd.models import XtdComment
    from wagtail.models import Page, Site

    from benchmarks.stock.models import StockPage

    content = json.loads(Path(file).read_text())
    home = Site.objects.get(is_default_site=True).root_page
    Site.objects.update(hostname="127.0.0.1")
    page = Page.objects.get(pk=home.pk).add_child(
        instance=StockPage(title=content["title"], slug="story", body=content["html"])
    )
    kind, known = ContentType.objects.get_for_model(page), {}
    for row in content["comments"][:most]:
        comment = XtdComment(
            content_type=kind,
            object_pk=str(page.pk),
            site_id=1,
            user_name=row["user_name"],
            user_email=f"{row['user_name'].lower()}@example.org",
            comment=row["comment"],
            submit_date=datetime.fromisoformat(row["submit_date"]),
            parent_id=known.get(row["in_reply_to"], 0),
        )
        comment.save()
        known[row["pk"]] = comment.pk
    return "/story/"


if __name__ == "__main__":
    import django

    django.setup()
    sys.stdout.write(fill(sys.argv[1], int(sys.argv[2])) + "\n")
