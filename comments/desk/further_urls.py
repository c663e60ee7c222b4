"""The addresses of the further screens of the desk, under ``conversation/``. None holds a name or an address."""

from django.urls import include, path

from comments.desk.appeal_list import AppealsView
from comments.desk.appeal_views import AppealView
from comments.desk.comment_list import CommentsView
from comments.desk.comment_views import CommentView
from comments.desk.commenter_list import CommentersView
from comments.desk.commenter_views import CommenterView, ForgetView, ImposeView, LiftView, MemorialView
from comments.desk.conversation_list import ConversationsView
from comments.desk.conversation_views import ConversationView
from comments.desk.crisis_list import CrisisCasesView
from comments.desk.crisis_views import CrisisCaseView
from comments.desk.report_list import ReportsView
from comments.desk.report_views import ReportView
from comments.desk.screens import NAMESPACE, DeskList

_LISTS: tuple[tuple[str, type[DeskList]], ...] = (
    ("comments/", CommentsView),
    ("commenters/", CommentersView),
    ("appeals/", AppealsView),
    ("reports/", ReportsView),
    ("crisis/", CrisisCasesView),
    ("conversations/", ConversationsView),
)
_SCREENS = [
    path("comments/<int:pk>/", CommentView.as_view(), name="comment"),
    path("commenters/<int:pk>/", CommenterView.as_view(), name="commenter"),
    path("commenters/<int:pk>/sanction/", ImposeView.as_view(), name="impose"),
    path("commenters/<int:pk>/forget/", ForgetView.as_view(), name="forget"),
    path("commenters/<int:pk>/memorial/", MemorialView.as_view(), name="memorial"),
    path("sanctions/<int:pk>/lift/", LiftView.as_view(), name="lift"),
    path("appeals/<int:pk>/", AppealView.as_view(), name="appeal"),
    path("reports/<int:pk>/", ReportView.as_view(), name="report"),
    path("crisis/<int:pk>/", CrisisCaseView.as_view(), name="crisis_case"),
    path("conversations/<int:pk>/", ConversationView.as_view(), name="conversation"),
]


def patterns() -> list:
    """Lists, each with the address of its results alone, and screens."""
    found = list(_SCREENS)
    for where, view in _LISTS:
        found.append(path(where, view.as_view(), name=view.name))
        found.append(path(f"{where}results/", view.as_view(results_only=True), name=f"{view.name}_results"))
    return found


urlpatterns = [path("conversation/", include((patterns(), NAMESPACE)))]
