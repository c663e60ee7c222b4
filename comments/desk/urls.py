"""The addresses of the desk in the admin, under ``conversation/``. None holds a name or an address."""

from django.urls import URLPattern, path

from comments.desk.appeal_list import AppealsView
from comments.desk.appeal_views import AppealView
from comments.desk.bulk_views import decide_many
from comments.desk.comment_list import CommentsView
from comments.desk.comment_views import CommentView
from comments.desk.commenter_list import CommentersView
from comments.desk.commenter_views import CommenterView, ForgetView, ImposeView, LiftView, MemorialView
from comments.desk.conversation_list import ConversationsView
from comments.desk.conversation_views import ConversationView
from comments.desk.crisis_list import CrisisCasesView
from comments.desk.crisis_views import CrisisCaseView
from comments.desk.decision_views import decide_one, undo_one
from comments.desk.queue_views import claim_more, open_crisis, queue, release_all, skip_one
from comments.desk.report import report
from comments.desk.report_list import ReportsView
from comments.desk.report_views import ReportView
from comments.desk.screens import NAMESPACE, DeskList

app_name = NAMESPACE


def listing(where: str, view: type[DeskList]) -> list[URLPattern]:
    """The addresses of a list, and of its results alone."""
    return [
        path(where, view.as_view(), name=view.name),
        path(f"{where}results/", view.as_view(results_only=True), name=f"{view.name}_results"),
    ]


urlpatterns = [
    path("queue/", queue, name="queue"),
    path("queue/claim/", claim_more, name="claim"),
    path("queue/release/", release_all, name="release"),
    path("queue/undo/", undo_one, name="undo"),
    path("queue/many/", decide_many, name="many"),
    path("queue/<int:pk>/decide/", decide_one, name="decide"),
    path("queue/<int:pk>/skip/", skip_one, name="skip"),
    path("queue/<int:pk>/open/", open_crisis, name="open_crisis"),
    *listing("comments/", CommentsView),
    path("comments/<int:pk>/", CommentView.as_view(), name="comment"),
    *listing("commenters/", CommentersView),
    path("commenters/<int:pk>/", CommenterView.as_view(), name="commenter"),
    path("commenters/<int:pk>/sanction/", ImposeView.as_view(), name="impose"),
    path("commenters/<int:pk>/forget/", ForgetView.as_view(), name="forget"),
    path("commenters/<int:pk>/memorial/", MemorialView.as_view(), name="memorial"),
    path("sanctions/<int:pk>/lift/", LiftView.as_view(), name="lift"),
    *listing("appeals/", AppealsView),
    path("appeals/<int:pk>/", AppealView.as_view(), name="appeal"),
    *listing("reports/", ReportsView),
    path("reports/<int:pk>/", ReportView.as_view(), name="report"),
    *listing("crisis/", CrisisCasesView),
    path("crisis/<int:pk>/", CrisisCaseView.as_view(), name="crisis_case"),
    *listing("conversations/", ConversationsView),
    path("conversations/<int:pk>/", ConversationView.as_view(), name="conversation"),
    path("report/", report, name="moderation_report"),
]
