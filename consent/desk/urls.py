"""The addresses of the desk in the admin. None holds an address of a person: contacts are named by opaque ids."""

from django.urls import path

from consent.desk.act_views import act
from consent.desk.acts import ACTS
from consent.desk.contact_views import contact, reveal_address
from consent.desk.finding import find
from consent.desk.frame import DELIVERY, DESK, FIND, PROCESSING
from consent.desk.mails import mails
from consent.desk.views import delivery_and_jobs, overview, processing

_WHERE = {
    "consent_send_link": "contacts/<uuid:pk>/send-link/",
    "consent_withdraw_all": "contacts/<uuid:pk>/withdraw/",
    "consent_erase": "contacts/<uuid:pk>/erase/",
    "consent_erase_request": "requests/<uuid:pk>/erase/",
    "consent_lift": "suppressed/<int:pk>/lift/",
}

urlpatterns = [
    path("consent/", overview, name=DESK),
    path("consent/delivery/", delivery_and_jobs, name=DELIVERY),
    path("consent/mail/", mails, name="consent_mails"),
    path("consent/processing/", processing, name=PROCESSING),
    path("consent/find/", find, name=FIND),
    path("consent/contacts/<uuid:pk>/", contact, name="consent_contact"),
    path("consent/contacts/<uuid:pk>/reveal/", reveal_address, name="consent_reveal"),
    *(path(f"consent/{_WHERE[one.name]}", act, {"act": one}, name=one.name) for one in ACTS),
]
