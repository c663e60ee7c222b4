"""The addresses of the conversation. ``urlpatterns`` stand under each language."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
