"""The addresses of consent. ``urlpatterns`` stand under each language, ``without_language`` in none."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
without_language: list[URLPattern] = []
