"""The addresses of consent. ``urlpatterns`` stand under each language, ``without_language`` in none."""

from django.apps import apps
from django.conf import settings
from django.urls import URLPattern, path

from consent.by_link.confirming import confirming
from consent.by_link.preferences import preferences
from consent.by_link.unsubscribing import unsubscribing
from consent.capture.views import check_your_inbox, sign_up
from consent.posting.limits import BUTTON, FORM, MACHINE, limit_posts
from consent.receipts.views import keys, verify_receipt
from consent.rights import session_views, views
from consent.versions.public_pages import words

urlpatterns: list[URLPattern] = [
    path("sign-up/", sign_up, name="sign_up"),
    path("sign-up/check-your-inbox/", check_your_inbox, name="sign_up_done"),
    path("confirm/<str:token>/", confirming, name="confirm"),
    path("preferences/<str:token>/", preferences, name="preferences"),
    path("my-data/", views.my_data, name="my_data"),
    path("my-data/check-your-inbox/", views.check_inbox, name="my_data_check_inbox"),
    path("my-data/show/", session_views.show, name="my_data_show"),
    path("my-data/file/", session_views.take_along, name="my_data_file"),
    path("my-data/stop/", session_views.stop_all, name="my_data_stop"),
    path("my-data/correct/", session_views.correct_address, name="my_data_correct"),
    path("my-data/erase/", session_views.erase_all, name="my_data_erase"),
    path("my-data/erased/", views.erased, name="my_data_erased"),
    path("my-data/new-address/<str:token>/", views.my_data_new_address, name="my_data_new_address"),
    path("my-data/<str:token>/", views.my_data_open, name="my_data_open"),
    path("consent/verify/", verify_receipt, name="verify"),
    path("consent/what-we-process/", views.what_we_process, name="what_we_process"),
    path("consent/words/<str:digest>/", words, name="consent_words"),
]
without_language: list[URLPattern] = [
    path("u/<str:token>/", unsubscribing, name="unsubscribe"),
    path("u/<str:token>", unsubscribing, name="unsubscribe_cut"),  # some programs cut the last character of an address
    path("consent/keys.json", keys, name="consent_keys"),
]

limit_posts(FORM, "sign_up", "my_data", "my_data_correct", "verify")
limit_posts(BUTTON, "confirm", "preferences", "my_data_open", "my_data_new_address", "my_data_show")
limit_posts(BUTTON, "my_data_file", "my_data_stop", "my_data_erase")
limit_posts(MACHINE, "unsubscribe", "unsubscribe_cut", "mail_hook")  # pressed by machines, for many people

if apps.is_installed("anymail"):
    from consent.mail.hooks import hooks

    without_language += hooks(settings.MAIL_PROVIDER)
