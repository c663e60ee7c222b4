"""The addresses of the conversation. ``urlpatterns`` stand under each language."""

from django.urls import URLPattern, path

from comments.knowing.public_page import transparency, transparency_years

urlpatterns: list[URLPattern] = [
    path("conversation/transparency/", transparency_years, name="conversation_transparency"),
    path("conversation/transparency/<int:year>/", transparency, name="conversation_transparency"),
]
