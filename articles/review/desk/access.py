"""Who sees the desk: people with a credential that is valid today, and those who publish articles. Reading an article's
review needs less: whoever may open the article in the editor may read it there.
"""

from wagtail.permissions import policy_registry

from articles.models import ArticlePage
from articles.models.article_queries import ArticleQuerySet
from articles.review.eligibility import may_review
from portal.admin.dashboard import may
from portal.models import User


def may_open_desk(user: User) -> bool:
    """Whether the lists of the desk are for ``user``."""
    return user.is_authenticated and (may_review(user) or may(user, ArticlePage, "publish"))


def may_read_review(user: User, page: ArticlePage) -> bool:
    """Whether ``user`` may read the text of ``page`` and what was decided on it."""
    if may_review(user):
        return True
    rights = page.permissions_for_user(user)
    return rights.can_edit() or rights.can_publish()


def seen_by(user: User, articles: ArticleQuerySet) -> ArticleQuerySet:
    """Those of ``articles`` that the desk lists for ``user``: all for a reviewer, for an editor what they publish."""
    if may_review(user):
        return articles
    pages = policy_registry.get_by_type(ArticlePage).instances_user_has_permission_for(user, "publish")
    return articles.filter(pk__in=pages.order_by().values("pk"))
