"""The addresses of consent. ``urlpatterns`` stand under each language, ``without_language`` in none."""

from django.apps import apps
from django.conf import settings
from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
without_language: list[URLPattern] = []

if apps.is_installed("anymail"):
    from consent.mail.hooks import hooks

    without_language += hooks(settings.MAIL_PROVIDER)
