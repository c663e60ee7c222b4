"""The addresses of the conversation. ``urlpatterns`` stand under each language."""

from django.urls import URLPattern, path

from comments.help_page import help_page

urlpatterns: list[URLPattern] = [
    path("conversation/help/", help_page, name="conversation_help"),
]
