"""The addresses of the conversation. ``urlpatterns`` stand under each language."""

from django.urls import URLPattern, path

from comments.help_page import help_page
from comments.joining.confirming import conversation_confirm
from comments.joining.views import conversation_join
from comments.status.stopping import stop_following
from comments.status.views import status

urlpatterns: list[URLPattern] = [
    path("conversation/<int:page_id>/join/", conversation_join, name="conversation_join"),
    path("conversation/confirm/<str:token>/", conversation_confirm, name="conversation_confirm"),
    path("conversation/status/<str:token>/", status, name="conversation_status"),
    path("conversation/follow/<str:token>/", stop_following, name="conversation_follow"),
    path("conversation/help/", help_page, name="conversation_help"),
]
