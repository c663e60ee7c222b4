"""The addresses of consent. ``urlpatterns`` stand under each language, ``without_language`` in none."""

from django.urls import URLPattern, path

from consent.capture.views import check_your_inbox, sign_up

urlpatterns: list[URLPattern] = [
    path("sign-up/", sign_up, name="sign_up"),
    path("sign-up/check-your-inbox/", check_your_inbox, name="sign_up_done"),
]
without_language: list[URLPattern] = []
