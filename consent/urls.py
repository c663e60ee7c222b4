"""The addresses of consent. ``urlpatterns`` stand under each language, ``without_language`` in none."""

from django.urls import URLPattern, path

from consent.versions.public_pages import words

urlpatterns: list[URLPattern] = [
    path("consent/words/<str:digest>/", words, name="consent_words"),
]
without_language: list[URLPattern] = []
