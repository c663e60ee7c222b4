"""Which rows public pages are made of. A table that is not named here counts as public: whatever changes in it makes
all pages anew, so that forgetting one costs speed and never shows what was taken down.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.apps import apps
from django.db.models import Model

ALL = "*"

# No word of these stands on a page that is kept.
PRIVATE = frozenset({
    "articles.Contribution", "articles.CoverageDay", "articles.EditorialApprovalTask",
    "articles.EditorialApprovalTask_groups", "articles.ImportRecord", "articles.ImportRun",
    "articles.MedicalReviewTask", "articles.ReviewReminder", "articles.ReviewStanding", "articles.SearchEntry",
    "articles.SearchWord", "articles.SynonymGroup",
    "auth.Group", "auth.Group_permissions", "auth.Permission",
    "comments.Appeal", "comments.CommentLink", "comments.CommentRevision", "comments.Commenter",
    "comments.CommenterNote", "comments.CrisisCase", "comments.Decision", "comments.DecisionNote", "comments.Finding",
    "comments.FollowUp", "comments.HelpfulVote", "comments.Progress", "comments.Report", "comments.RulesAcceptance",
    "comments.Sanction",
    "consent.AddressReveal", "consent.Consent", "consent.ConsentEntry", "consent.Contact", "consent.Erasure",
    "consent.KeyCheck", "consent.MailEvent", "consent.NewsletterIssue", "consent.OutgoingMail", "consent.RateCount",
    "consent.Request", "consent.Suppression", "consent.Token",
    "contenttypes.ContentType",
    "django_comments.Comment", "django_comments.CommentFlag", "django_comments_xtd.BlackListedDomain",
    "django_comments_xtd.XtdComment",
    "portal.ContentChange", "portal.FailedTry", "portal.FrontState", "portal.GoneAddress",
    "portal.JobRun", "portal.LedgerHead", "portal.PictureRendition",
    "portal.RecoveryCode", "portal.SecondFactor", "portal.StaffLetter", "portal.StaffSession",
    "portal.User_groups", "portal.User_user_permissions",
    "sessions.Session", "sites.Site", "simple_translation.SimpleTranslation",
    "wagtailadmin.Admin", "wagtailadmin.EditingSession", "wagtailadmin.FormState",
    "wagtailcore.APIToken", "wagtailcore.Comment", "wagtailcore.CommentReply", "wagtailcore.GroupApprovalTask",
    "wagtailcore.GroupApprovalTask_groups", "wagtailcore.GroupCollectionPermission", "wagtailcore.GroupPagePermission",
    "wagtailcore.GroupSitePermission", "wagtailcore.ModelLogEntry", "wagtailcore.PageLogEntry",
    "wagtailcore.PageSubscription", "wagtailcore.ReferenceIndex", "wagtailcore.Revision", "wagtailcore.Task",
    "wagtailcore.TaskState", "wagtailcore.UploadedFile", "wagtailcore.Workflow", "wagtailcore.WorkflowContentType",
    "wagtailcore.WorkflowPage", "wagtailcore.WorkflowState", "wagtailcore.WorkflowTask",
    "wagtailimages.Image", "wagtailimages.Rendition", "wagtailredirects.Redirect", "wagtailsearch.IndexEntry",
    "wagtailsearch.SQLiteFTSIndexEntry", "wagtailusers.UserProfile",
})  # fmt: skip


@dataclass(frozen=True)
class Watched:
    """A table whose changes make pages out of date. ``columns``: of an update, those that count; none means all.

    ``tag``: an SQL expression over ``{row}`` (NEW or OLD). ``added`` and ``removed``: whether these count, or an SQL
    condition over NEW or OLD.
    """

    table: str
    columns: tuple[str, ...] = ()
    tag: str = f"'{ALL}'"
    added: str = "1 = 1"
    removed: str = "1 = 1"


NEVER = "1 = 0"
# Tables with columns of both kinds: what editors do to a draft, or staff to their accounts, changes no page.
PARTLY = {
    "wagtailcore.Page": Watched(
        "",
        ("alias_of_id", "first_published_at", "last_published_at", "live", "locale_id", "path", "search_description",
         "seo_title", "show_in_menus", "slug", "title", "translation_key", "url_path"),
        added="NEW.live",
        removed="OLD.live",
    ),
    "portal.User": Watched("", ("first_name", "is_active", "last_name"), added=NEVER),
    "articles.CorrectionReport": Watched("", ("outcome", "public_note", "handled_at"), added=NEVER),
    "comments.Comment": Watched(
        "", ("helpful_count", "html", "state"), tag="'conversation:' || {row}.conversation_id", added="NEW.html <> ''"
    ),
    "comments.Conversation": Watched(
        "", ("closes_after_days", "page_id", "state"), tag="'page:' || COALESCE({row}.page_id, 0)"
    ),
}  # fmt: skip


def watched() -> Iterator[Watched]:
    """Every table of which public pages are made."""
    for model in apps.get_models(include_auto_created=True):
        label = model._meta.label
        if label in PRIVATE or not model._meta.managed or model._meta.proxy:
            continue
        rule = PARTLY.get(label)
        yield Watched(model._meta.db_table, _columns(model)) if rule is None else _of(model, rule)


def _of(model: type[Model], rule: Watched) -> Watched:
    return Watched(model._meta.db_table, rule.columns, rule.tag, rule.added, rule.removed)


def _columns(model: type[Model]) -> tuple[str, ...]:
    return tuple(sorted(str(field.column) for field in model._meta.local_concrete_fields))
