"""What an article recommends to read next: the articles that its text names, or the latest others on its topics."""

from articles.models import ArticlePage

LATEST = 4


def chosen_in(page: ArticlePage) -> list[ArticlePage]:
    """The articles that the text of ``page`` names, as its blocks hold them. Some may be drafts or for some readers."""
    blocks = page.body.blocks_by_name("related")
    return [article for block in blocks for article in block.value["articles"] if article]


def latest_beside(page: ArticlePage) -> list[ArticlePage]:
    """The latest other articles on the topics of ``page`` that any reader may open, unless its text names some."""
    if page.pk is None or page.body.first_block_by_name("related"):
        return []
    return list(ArticlePage.objects.in_community(page.breadcrumb[0]).related_to(page).latest_first()[:LATEST])
