"""A process of its own that meets errors and prints the reports that would have left: the library of reports changes
Django for good once it is switched on. ``sys.argv``: an address, a token, and words that a row holds.
"""

import json
import logging
import sys

import django
from django.test import Client
from django.test.utils import override_settings, setup_test_environment
from django.urls import path

ADDRESS, TOKEN, ROW = sys.argv[1:] or ("", "", "")


def breaks(request, token):
    """A view that meets an error."""
    name = f"secret of {ADDRESS}"
    raise ValueError(f"no row for {name}\nDETAIL: Failing row contains ({ROW})")


urlpatterns = [path("links/<str:token>/", breaks, name="links")]


def main():
    """An error in a view, one in the log, and one that is made of everything that must not leave."""
    import sentry_sdk
    from sentry_sdk.transport import Transport

    from portal.error_reports import begin

    sent = []

    class Collecting(Transport):
        def capture_envelope(self, envelope):
            sent.extend(item.payload.json for item in envelope.items)

    begin(transport=Collecting)
    client = Client(raise_request_exception=False, headers={"user-agent": "the browser of anna"})
    client.cookies["sessionid"] = "session-of-anna"
    assert client.post(f"/links/{TOKEN}/?who=anna", {"email": ADDRESS}).status_code == 500
    logging.getLogger("portal.worker").error("The letter to %s failed", ADDRESS)
    sentry_sdk.capture_event(
        {
            "message": f"Mail to {ADDRESS} failed",
            "request": {"method": "POST", "url": f"https://x/c/{TOKEN}/", "cookies": {"a": "b"}, "data": ADDRESS},
            "user": {"ip_address": "192.0.2.7"},
            "transaction": f"/c/{TOKEN}/",
            "transaction_info": {"source": "url"},
            "extra": {"request": "<Request>"},
            "breadcrumbs": {"values": [{"message": ADDRESS}]},
            "tags": {"who": ADDRESS},
        }
    )
    sys.stdout.write(json.dumps(sent))


if __name__ == "__main__":
    django.setup()
    setup_test_environment()
    with override_settings(
        ROOT_URLCONF="tests.portal.reporting", MIDDLEWARE=[], SENTRY_DSN="https://k@errors.invalid/1"
    ):
        main()
