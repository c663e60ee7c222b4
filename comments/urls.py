"""The addresses of the conversation. ``urlpatterns`` stand under each language."""

from django.urls import URLPattern, path

from comments.pages.views import comment, conversation
from comments.taking_part.reporting_views import report, report_received
from comments.taking_part.voting_views import helpful

urlpatterns: list[URLPattern] = [
    path("conversation/<int:page_id>/", conversation, name="conversation"),
    path("conversation/comment/<int:comment_id>/", comment, name="conversation_comment"),
    path("conversation/comment/<int:comment_id>/helpful/", helpful, name="conversation_helpful"),
    path("conversation/comment/<int:comment_id>/report/", report, name="conversation_report"),
    path("conversation/report-received/", report_received, name="conversation_report_received"),
]
