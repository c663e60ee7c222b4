"""The tables of the desk. Every title leads to the review screen."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin.ui.tables import Column, DateColumn, StatusTagColumn, Table, TitleColumn

from articles.review.desk.frame import review_url
from articles.review.desk.live import LiveArticle
from articles.review.status import STANDING_LABELS

WIDE = "portal-wide"  # a column that gives way on a narrow screen


class ReviewTitleColumn(TitleColumn):
    """The title, and under it what a reviewer must know before the rest: retracted sources, a new article."""

    cell_template_name = "articles/review/desk/_title_cell.html"

    def __init__(self, text: str):
        super().__init__("title", label=_("Article"), width="40%", get_url=lambda row: review_url(row.pk, text=text))


def due_words(article: LiveArticle) -> str:
    """The due day, and how many days ago or ahead it is."""
    if article.due_on is None or article.review.today is None:
        return ""
    days = (article.due_on - article.review.today).days
    if days < 0:
        away = ngettext("%(days)d day ago", "%(days)d days ago", -days) % {"days": -days}
    else:
        away = ngettext("in %(days)d day", "in %(days)d days", days) % {"days": days} if days else _t("today")
    return _t("%(date)s, %(away)s") % {"date": date_format(article.due_on), "away": away}


def approval_words(article: LiveArticle) -> str:
    """Who approved the article last, and when."""
    last = article.last_approval
    if last is None:
        return _t("Nobody yet")
    return _t("%(person)s, %(date)s") % {"person": last.reviewer_name, "date": date_format(last.reviewed_on)}


def queue_table(drafts) -> Table:
    """Drafts that wait."""
    return Table(
        [
            ReviewTitleColumn("draft"),
            Column("community", label=_("Community"), classname=WIDE),
            Column("by", label=_("Handed in by"), classname=WIDE),
            DateColumn("since", label=_("Waits since"), width="15%"),
        ],
        drafts,
        classname="listing",
        caption=_t("Drafts that wait for a decision"),
    )


def apart_table(drafts) -> Table:
    """Drafts that wait for somebody else."""
    return Table(
        [
            ReviewTitleColumn("draft"),
            Column("community", label=_("Community"), classname=WIDE),
            Column("reason", label=_("Why it does not wait for you")),
        ],
        drafts,
        classname="listing",
        caption=_t("Drafts that wait for somebody else"),
    )


def live_table(articles, *, has_due_day: bool) -> Table:
    """Live articles: with the day on which the next review is due, or with where the review stands."""
    standing = StatusTagColumn("standing", label=_("Review"), accessor=lambda row: STANDING_LABELS[row.standing])
    return Table(
        [
            ReviewTitleColumn("live"),
            Column("community", label=_("Community"), classname=WIDE),
            Column("due", label=_("Due"), accessor=due_words) if has_due_day else standing,
            Column("last", label=_("Last approved by"), accessor=approval_words, classname=WIDE),
        ],
        articles,
        classname="listing",
        caption=_t("Live articles"),
    )
