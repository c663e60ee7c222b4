"""An address stands in full on one screen alone. Every page of the admin is opened, by staff of every role."""

import uuid

import pytest
from django.apps import apps
from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse
from wagtail.models import ReferenceIndex
from wagtail.search.index import get_indexed_models
from wagtail.snippets.models import get_snippet_models

from consent.models import AddressReveal, Consent, Contact, OutgoingMail, Request, Suppression
from consent.rules.suppressing import suppress
from portal.models import User
from tests.consent.desk.conftest import carry_out, look_up, show
from tests.consenting import ANNA, a_request

PRIVATE = (AddressReveal, Consent, Contact, OutgoingMail, Request, Suppression)
ROLES = ("Authors", "Editors", "Medical reviewers", "Moderators", "Data protection", None)
LEFT_OUT = {"wagtailadmin_logout"}


def named(patterns, namespace=""):
    """The full names of all addresses under ``patterns``, each with the converters that it needs."""
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            inner = ":".join(filter(None, [namespace, pattern.namespace]))
            yield from named(pattern.url_patterns, inner)
        elif isinstance(pattern, URLPattern) and pattern.name:
            yield f"{namespace}:{pattern.name}" if namespace else pattern.name, pattern.pattern.converters


def admin_urls(contact, request, suppression):
    """Every address of the admin that can be made, with the id of a contact, request or suppression where one goes."""
    admin = next(one for one in get_resolver().url_patterns if str(one.pattern) == "admin/")
    found = set()
    for name, converters in named(admin.url_patterns):
        if name in LEFT_OUT:
            continue
        for ids in ((contact.pk, suppression.pk), (request.pk, suppression.pk)):
            values = {key: _value(converter, *ids) for key, converter in converters.items()}
            try:
                found.add(reverse(name, kwargs=values))
            except NoReverseMatch:
                continue
    return sorted(found)


def _value(converter, opaque, number):
    return {"UUIDConverter": opaque, "IntConverter": number}.get(type(converter).__name__, "consent")


@pytest.mark.parametrize("role", ROLES)
def test_no_page_of_the_admin_shows_an_address(client, sign_in_as, community, anna, role):
    request = a_request(community)
    suppress(anna.address, Suppression.Reason.ASKED)
    client.force_login(guardian := User.objects.create_superuser("ada", password="not-used"))
    assert ANNA in show(client, anna).content.decode()
    look_up(client)
    carry_out(client, "consent_send_link", anna)
    carry_out(client, "consent_withdraw_all", anna)
    client.raise_request_exception = False  # pages of other parts may want more than an id
    if role:
        sign_in_as(role)
    else:
        client.force_login(guardian)
    urls = admin_urls(anna, request, Suppression.objects.get())
    assert len(urls) > 100
    assert reverse("consent_contact", args=[anna.pk]) in urls
    for url in urls:
        response = client.get(url)
        body = b"" if response.streaming else response.content
        assert ANNA not in body.decode(), url
        assert ANNA not in str(response.headers), url


def test_people_are_registered_with_nothing_that_lists_searches_or_indexes():
    listed = set(get_snippet_models()) | set(get_indexed_models())
    for model in PRIVATE:
        assert model not in listed
        assert not ReferenceIndex.is_indexed(model)
    assert apps.is_installed("django.contrib.admin") is False


def test_unknown_ids_and_junk_are_refused_and_break_nothing(client, guardian, anna):
    for name in ("consent_contact", "consent_reveal", "consent_erase", "consent_withdraw_all", "consent_send_link"):
        assert client.get(reverse(name, args=[uuid.uuid4()])).status_code == 404
        assert client.post(reverse(name, args=[uuid.uuid4()])).status_code in (404, 405)
    for junk in ("0", "9" * 40, "x", "%00", "-1", "../../x"):
        assert client.get(f"/admin/consent/contacts/{junk}/").status_code == 404
        assert client.get(f"/admin/consent/requests/{junk}/erase/").status_code == 404
        assert client.get(f"/admin/consent/suppressed/{junk}/lift/").status_code == 404
        assert client.post(f"/admin/consent/suppressed/{junk}/lift/").status_code == 404


JUNK = ("", "\x00", "a\x00@example.org", "x" * 200_000, "🦠" * 50, "\ud7ff", "<script>", "a@b" * 90)


@pytest.mark.parametrize("junk", JUNK, ids=range(len(JUNK)))
def test_junk_in_any_field_of_any_form_is_refused_in_words(client, guardian, anna, junk):
    fields = ("email", "reason", "channel", "reference", "is_sure", "never_write")
    posted = dict.fromkeys(fields, junk)
    for url in (
        reverse("consent_find"),
        reverse("consent_reveal", args=[anna.pk]),
        reverse("consent_erase", args=[anna.pk]),
        reverse("consent_withdraw_all", args=[anna.pk]),
        reverse("consent_send_link", args=[anna.pk]),
    ):
        response = client.post(url, posted)
        assert response.status_code == 200
        assert "error-message" in response.content.decode()
    assert Contact.objects.exists()
    assert not AddressReveal.objects.exists()
    for query in ("state", "kind", "reason", "p"):
        assert client.get(reverse("consent_mails"), {query: junk}).status_code == 200


def test_screens_with_figures_take_no_posts(client, guardian, community):
    for name in ("consent_desk", "consent_delivery", "consent_processing", "consent_mails"):
        assert client.post(reverse(name)).status_code == 405


def test_screens_answer_to_head_as_well(client, guardian, anna):
    for name in ("consent_desk", "consent_delivery", "consent_processing", "consent_mails", "consent_find"):
        assert client.head(reverse(name)).status_code == 200
    assert client.head(reverse("consent_contact", args=[anna.pk])).status_code == 200
