"""The addresses of the conversation. ``urlpatterns`` stand under each language."""

from django.urls import URLPattern, path

from comments.joining.confirming import conversation_confirm
from comments.joining.placeholder import conversation_status
from comments.joining.views import conversation_join

urlpatterns: list[URLPattern] = [
    path("conversation/<int:page_id>/join/", conversation_join, name="conversation_join"),
    path("conversation/confirm/<str:token>/", conversation_confirm, name="conversation_confirm"),
    path("conversation/status/<str:token>/", conversation_status, name="conversation_status"),
]
