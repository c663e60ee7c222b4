"""One declaration for each model: it is shown, exported, erased and told of from there alone."""

import re

import pytest
from django.apps import apps
from django.db import connection, models
from django.test.utils import isolate_apps

from consent.addresses import parse_address
from consent.models import Consent, Contact, OutgoingMail, Purpose
from consent.models.sealed import HoldsAddress
from consent.register import personal_data
from consent.register.checks import (
    addresses_stand_in_their_places,
    is_ours,
    misplaced,
    personal_data_is_declared,
    undeclared,
)
from consent.register.personal_data import DECLARED, WITHOUT, PersonalData, declare, erasers, goes_with, holds_nothing
from consent.register.processing import as_markdown, record_of_processing, what_stays
from consent.rights.holding import held_on, is_anything_held
from consent.rules.erasing import erase
from portal.environment import PROJECT_DIR
from portal.models import User
from tests.consenting import ANNA, a_contact


def test_every_model_of_ours_says_whether_it_holds_something_of_a_person():
    ours = {model._meta.label for model in apps.get_models() if is_ours(model)}
    assert ours == DECLARED.keys() | WITHOUT
    assert not DECLARED.keys() & WITHOUT


def test_models_in_use_pass_the_checks():
    assert personal_data_is_declared(None) == []
    assert addresses_stand_in_their_places(None) == []


@isolate_apps("consent")
def test_model_that_points_at_a_person_or_holds_an_address_must_be_declared():
    class Diary(models.Model):
        contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="+")

        class Meta:
            app_label = "consent"

    class Postcard(HoldsAddress):
        class Meta:
            app_label = "consent"

    class Guest(models.Model):
        reach = models.EmailField()

        class Meta:
            app_label = "consent"

    class Stamp(models.Model):
        consent = models.OneToOneField(Consent, on_delete=models.CASCADE, related_name="+")

        class Meta:
            app_label = "consent"

    class Album(models.Model):
        letters = models.ManyToManyField(OutgoingMail, related_name="+")

        class Meta:
            app_label = "consent"

    class Page(models.Model):
        subject = models.CharField(max_length=64)

        class Meta:
            app_label = "consent"

    class Weather(models.Model):
        purpose = models.ForeignKey(Purpose, on_delete=models.CASCADE, related_name="+")
        subjects = models.IntegerField()

        class Meta:
            app_label = "consent"

    named = Diary, Postcard, Guest, Stamp, Album, Page
    found = undeclared([*named, Weather])
    assert [(error.obj, error.id) for error in found] == [(each, "consent.E001") for each in named]


@isolate_apps("consent")
def test_declaration_must_say_what_erases_the_rows_or_why_they_stay(monkeypatch):
    class Diary(models.Model):
        contact = models.ForeignKey(Contact, on_delete=models.CASCADE, related_name="+")

        class Meta:
            app_label = "consent"

    monkeypatch.setattr(personal_data, "DECLARED", dict(DECLARED))
    monkeypatch.setattr("consent.register.checks.DECLARED", personal_data.DECLARED)
    common = {"model": Diary, "what": "x", "why": "x", "basis": "x", "how_long": "x", "exporter": lambda *_who: []}
    declare(PersonalData(**common))
    assert "nothing erases it" in undeclared([Diary])[0].msg
    personal_data.DECLARED["consent.Diary"] = PersonalData(**common, stays="It is a diary.")
    assert undeclared([Diary]) == []


@isolate_apps("taggit")
def test_address_in_plain_text_is_an_error_in_any_app():
    class Guest(models.Model):
        reach = models.EmailField()
        email = models.CharField(max_length=100)
        user_email = models.TextField()
        e_mail = models.CharField(max_length=100)
        mail_address = models.CharField(max_length=100)
        mailbox = models.CharField(max_length=100)
        sender_mail = models.CharField(max_length=100)
        work_email = models.JSONField()
        email_sealed = models.BinaryField()
        recipient = models.CharField(max_length=100)
        cc_recipients = models.TextField()
        sender_address = models.CharField(max_length=100)
        address = models.CharField(max_length=100)
        addresses = models.JSONField()
        name = models.CharField(max_length=100)
        mail_count = models.CharField(max_length=100)
        has_email = models.BooleanField()
        recipients = models.IntegerField()
        page_address = models.CharField(max_length=100)
        addressed = models.CharField(max_length=100)
        sent_to = models.DateTimeField()

        class Meta:
            app_label = "taggit"

    found = {re.search(r"Guest\.(\w+)", error.msg)[1] for error in misplaced([Guest])}
    assert found == {
        "reach", "email", "user_email", "e_mail", "mail_address", "mailbox", "sender_mail", "work_email",
        "email_sealed", "recipient", "cc_recipients", "sender_address", "address", "addresses",
    }  # fmt: skip
    assert misplaced([User]) == []


def test_nothing_is_declared_twice():
    with pytest.raises(ValueError, match="twice"):
        declare(DECLARED["consent.Contact"])
    with pytest.raises(ValueError, match="twice"):
        holds_nothing("consent.Contact")
    with pytest.raises(ValueError, match="twice"):
        goes_with("portal.User", "consent.Contact")


def test_a_part_belongs_to_something_that_is_declared():
    with pytest.raises(ValueError, match="not declared"):
        goes_with("portal.HomePage", "portal.Diary")


@pytest.mark.parametrize("part", ["RecoveryCode", "SecondFactor", "StaffSession"])
def test_parts_of_an_account_go_with_it(part):
    assert apps.get_model("portal", part)._meta.get_field("user").remote_field.on_delete is models.CASCADE


@pytest.fixture
def diary(db, monkeypatch):
    """A model of another app, with a table, that points at contacts and is declared in one place."""
    with isolate_apps("consent"):

        class Diary(models.Model):
            contact = models.ForeignKey(Contact, on_delete=models.DO_NOTHING, related_name="+")
            page = models.TextField()

            class Meta:
                app_label = "consent"

        monkeypatch.setattr(personal_data, "DECLARED", dict(DECLARED))
        declare(
            PersonalData(
                model=Diary,
                what="What you wrote down",
                why="You asked for it",
                basis="Consent",
                how_long="A year",
                exporter=lambda _address, contacts: [
                    {"page_of_a_diary": each.page} for each in Diary.objects.filter(contact__in=contacts)
                ],
                eraser=lambda _address, contacts: Diary.objects.filter(contact__in=contacts).delete() and None,
            )
        )
        with connection.cursor() as cursor:
            kind = Diary._meta.get_field("contact").db_type(connection)
            cursor.execute(f"CREATE TABLE consent_diary (id integer PRIMARY KEY, contact_id {kind}, page text)")
        yield Diary


def test_model_that_is_declared_is_exported_erased_and_told_of_without_any_further_change(community, diary):
    contact = a_contact(community)
    diary.objects.create(pk=1, contact=contact, page="A good day.")
    address = parse_address(ANNA)
    section = next(each for each in held_on(address) if each.data.model is diary)
    assert section.entries[0]["values"] == [("Page of a diary", "A good day.")]
    assert "consent.Diary" in [each.model for each in record_of_processing()]
    erase(address, method="link")
    assert not diary.objects.exists()
    assert not Contact.objects.exists()


def test_rows_that_point_at_others_are_erased_before_these():
    order = [each.__name__ for each in erasers()]
    assert order.index("erase_mail_events") < order.index("erase_mail") < order.index("erase_requests")
    assert order[-1] == "erase_contacts"


def test_account_of_staff_is_shown_to_its_owner_and_not_erased_by_a_link(community):
    User.objects.create_user("ruth", email="Ruth@example.org", password="not-used", first_name="Ruth")
    address = parse_address("ruth@example.org")
    assert is_anything_held(address)
    section = next(each for each in held_on(address) if each.data.model is User)
    assert section.rows[0]["user_name"] == "ruth"
    erase(address, method="link")
    assert User.objects.filter(username="ruth").exists()


def test_readers_see_the_record_of_processing(client, community, django_assert_max_num_queries):
    client.get("/consent/what-we-process/")
    with django_assert_max_num_queries(5):
        page = client.get("/consent/what-we-process/").content.decode()
    for each in record_of_processing():
        assert str(each.what) in page


def test_what_stays_of_somebody_is_what_is_held_of_them_and_the_note_of_the_erasure():
    held = ["consent.Contact", "consent.ConsentEntry", "consent.Consent"]
    assert [each.model for each in what_stays(held)] == ["consent.ConsentEntry", "consent.Erasure"]


def test_docs_show_the_record_as_the_code_declares_it():
    written = (PROJECT_DIR / "docs/what-we-process.md").read_text().partition("<!-- made from the register -->\n")[2]
    assert written == as_markdown()
