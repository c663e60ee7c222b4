"""The addresses of the conversation. ``urlpatterns`` stand under each language."""

from django.urls import URLPattern, path

from comments.help.page import help_page
from comments.joining.confirming import conversation_confirm
from comments.joining.views import conversation_join
from comments.knowing.public_page import transparency, transparency_years
from comments.pages.views import comment, conversation
from comments.status.stopping import stop_following
from comments.status.views import status
from comments.taking_part.reporting_views import report, report_received
from comments.taking_part.voting_views import helpful
from consent.posting.limits import BUTTON, FORM, limit_posts

urlpatterns: list[URLPattern] = [
    path("conversation/<int:page_id>/join/", conversation_join, name="conversation_join"),
    path("conversation/confirm/<str:token>/", conversation_confirm, name="conversation_confirm"),
    path("conversation/status/<str:token>/", status, name="conversation_status"),
    path("conversation/follow/<str:token>/", stop_following, name="conversation_follow"),
    path("conversation/help/", help_page, name="conversation_help"),
    path("conversation/<int:page_id>/", conversation, name="conversation"),
    path("conversation/comment/<int:comment_id>/", comment, name="conversation_comment"),
    path("conversation/comment/<int:comment_id>/helpful/", helpful, name="conversation_helpful"),
    path("conversation/comment/<int:comment_id>/report/", report, name="conversation_report"),
    path("conversation/report-received/", report_received, name="conversation_report_received"),
    path("conversation/transparency/", transparency_years, name="conversation_transparency"),
    path("conversation/transparency/<int:year>/", transparency, name="conversation_transparency"),
]

limit_posts(FORM, "conversation_join", "conversation_report", "conversation_status")
limit_posts(BUTTON, "conversation_confirm", "conversation_follow", "conversation_helpful")
