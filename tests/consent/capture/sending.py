"""How tests post a sign-up form, in each way that a browser or a script may, and where they look for what was kept."""

import json

from django.core.cache import caches
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart
from django.utils.http import urlencode

from tests.consent.test_flow import whole_database

PATH = "/sign-up/"
DONE = "/sign-up/check-your-inbox/"
KINDS = ("form", "multipart", "json")


def fields(offer, **changes):
    """What the box of ``offer`` sends when somebody filled it in."""
    filled = {
        "email": "anna@example.org",
        "purpose": list(offer.boxes),
        "seen": offer.digest,
        "offered": " ".join(text.code for text in offer.purposes),
    }
    return {name: value for name, value in {**filled, **changes}.items() if value is not None}


def post(client, data, kind="form", **options):
    """Sends ``data`` from a page of the portal's own."""
    options = {"path": PATH, "headers": {"Sec-Fetch-Site": "same-origin"}, **options}
    path = options.pop("path")
    match kind:
        case "json":
            return client.post(path, json.dumps(data), content_type="application/json", **options)
        case "multipart":
            return client.generic("POST", path, encode_multipart(BOUNDARY, data), MULTIPART_CONTENT, **options)
    body = urlencode(data, doseq=True)
    return client.post(path, body, content_type="application/x-www-form-urlencoded", **options)


def code_of(response, kind):
    """The word for programs in an answer: of a page, the beginning of a sentence that only it has."""
    if kind == "json":
        return response.json()["code"]
    sentences = {
        "Our words have changed": "changed",
        "Please have a look at this": "errors",
        "press the button once more": "once-more",
        "Very many sign-ups": "too-many",
        "did not come from a page of ours": "elsewhere",
        "could not read what was sent": "unreadable",
        "nothing to sign up for": "nothing-offered",
    }
    html = response.content.decode()
    return next((code for sentence, code in sentences.items() if sentence in html), "")


def everything_kept(client, caplog):
    """All that is left after a request: every table (sessions and tasks among them), cookies, caches, logs."""
    cached = [repr(vars(cache).get("_cache", "")) for cache in caches.all(initialized_only=True)]
    logged = [caplog.text, *(repr(vars(record)) for record in caplog.records if record.name != "django.test")]
    return "\n".join([whole_database(), repr(client.cookies), *cached, *logged])
