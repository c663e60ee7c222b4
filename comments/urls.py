"""The addresses of the conversation. ``urlpatterns`` stand under each language."""

from django.urls import URLPattern, path

from comments.status.stopping import stop_following
from comments.status.views import status

urlpatterns: list[URLPattern] = [
    path("conversation/status/<str:token>/", status, name="conversation_status"),
    path("conversation/follow/<str:token>/", stop_following, name="conversation_follow"),
]
