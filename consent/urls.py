"""The addresses of consent. ``urlpatterns`` stand under each language, ``without_language`` in none."""

from django.urls import URLPattern, path

from consent.by_link.confirming import confirming
from consent.by_link.preferences import preferences
from consent.by_link.unsubscribing import unsubscribing
from consent.receipts.views import keys, verify_receipt

urlpatterns: list[URLPattern] = [
    path("confirm/<str:token>/", confirming, name="confirm"),
    path("preferences/<str:token>/", preferences, name="preferences"),
    path("consent/verify/", verify_receipt, name="verify"),
]
without_language: list[URLPattern] = [
    path("u/<str:token>/", unsubscribing, name="unsubscribe"),
    path("u/<str:token>", unsubscribing),  # some programs cut the last character of an address
    path("consent/keys.json", keys, name="consent_keys"),
]
