"""The text and the comments of one article, in a file from which a stock site is filled: the same words on both."""

import json
import re
from pathlib import Path

_TOKEN = re.compile(r"\s*\[\[ref:[^\]]*\]\]")
LEVELS = 3  # how deep answers stand in the stock site


def story(file: str, path: str) -> dict[str, int]:
    """Writes title, HTML and published comments of the article at ``path`` into ``file``."""
    from articles.models import ArticlePage
    from articles.review.materials import materials_of
    from comments.models import Comment

    page = ArticlePage.objects.get(slug=path.strip("/").rpartition("/")[2])
    text = "".join(str(block.render()) for block in page.body)
    sources = [
        f"<p>{reference.authors}: {reference.title}. {reference.year or ''} {reference.url or reference.doi}</p>"
        for reference in materials_of(page).references.values()
    ]
    published = Comment.objects.published().filter(conversation__page=page.pk).order_by("root_ref", "seq")
    rows = published.values("pk", "in_reply_to", "user_name", "comment", "submit_date")
    comments = [{**row, "submit_date": row["submit_date"].isoformat()} for row in rows]
    html = _TOKEN.sub("", text) + "<h2>References</h2>" + "".join(sources)
    Path(file).write_text(json.dumps({"title": page.title, "html": html, "comments": comments}))
    return {"comments": len(comments), "characters": len(html)}
