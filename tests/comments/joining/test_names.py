"""Display names: which there may be, and which could be taken for somebody else's."""

import pytest
from django.core.exceptions import ValidationError

from articles.models import PeoplePage, PersonPage
from comments.joining.names import clean_name, holds_contact, impersonates
from portal.models import User

PROTECTED = ["Miriam Halvorsen", "Blood Cancer Community", "Migraine"]


@pytest.mark.parametrize(
    "name",
    [
        "Anna",
        "Al",
        "José Ángel",
        "Mary-Lou O’Neill",
        "Doctorow",
        "Don Quijote",
        "Modesta",
        "Admiral",
        "Анна Каренина",
        "李小龍",
        "Beans and blood tests",
        "J. Smith",
        "St.John",
        "Miriam",
        "Migraine Molly",
        "Sister Act 2",
        "Anna 1957",
    ],
)
def test_names_that_there_may_be(name):
    assert not impersonates(name, PROTECTED)
    assert not holds_contact(name)


@pytest.mark.parametrize(
    "name",
    [
        "Dr Anna",
        "Dr. Anna",
        "DR.ANNA",
        "DrAnna",
        "D r Anna",
        "Anna, M.D.",
        "Anna MD",
        "Prof. Anna",
        "Nurse Jackie",
        "Moderator",
        "M0derator",
        "Möderator",
        "ｍｏｄｅｒａｔｏｒ",
        "mоdеrаtоr",
        "Adm1n",
        "admln 7",
        "Staff2",
        "Doctora Sol",
        "Dra. Sol",
        "Enfermera Luz",
        "Médico",
        "Frau Doktor",
        "Ärztin Eva",
        "Aerztin Eva",
        "Oberarzt",
        "Moderatorin",
        "Redaktion",
    ],
)
def test_titles_are_not_for_readers(name):
    assert impersonates(name, [])


@pytest.mark.parametrize(
    "name",
    [
        "Miriam Halvorsen",
        "miriam  halvorsen",
        "Halvorsen, Miriam",
        "MiriamHalvorsen",
        "Miriam Halvorsen 2",
        "The real Miriam Halvorsen",
        "Мiriаm Hаlvоrsеn",
        "Míriam Hálvorsen",
        "M1riam Halv0rsen",
        "Blood Cancer Community",
        "bloodcancercommunity team",
        "migraine",
    ],
)
def test_names_of_people_and_communities_are_theirs_alone(name):
    assert impersonates(name, PROTECTED)


@pytest.mark.parametrize(
    "name",
    [
        "anna@example.org",
        "www.example.org",
        "example.com",
        "example dot com",
        "https://x",
        "0170 1234567",
        "t.me/anna",
        "Anna @anna",
    ],
)
def test_names_lead_nowhere(name):
    assert holds_contact(name)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("", "required"),
        ("   ", "required"),
        ("A", "length"),
        ("12", "length"),
        ("a" * 41, "length"),
        ("An\u202ena", "invalid"),
        ("An\u200bna", "invalid"),
        ("An\x07na", "invalid"),
        ("anna@example.org", "contact"),
        ("Dr Anna", "impersonating"),
        ("Example Health Press", "impersonating"),
        ("Blood Cancer Community", "impersonating"),
        ("Miriam Halvorsen", "impersonating"),
        ("Mona Moderatus", "impersonating"),
    ],
)
def test_what_is_refused_is_said(community, typed, code):
    people = community.root_page.add_child(instance=PeoplePage(title="People", slug="people"))
    people.add_child(instance=PersonPage(title="Miriam Halvorsen", slug="miriam"))
    User.objects.create_user("mona", first_name="Mona", last_name="Moderatus")
    with pytest.raises(ValidationError) as refusal:
        clean_name(typed, community)
    assert refusal.value.code == code


def test_a_name_is_kept_with_one_space_between_its_words(community):
    assert clean_name("  Anna \t Maria ", community) == "Anna Maria"
    assert clean_name("A" * 40, community) == "A" * 40


def test_long_names_take_no_long_time(grows_linearly):
    assert grows_linearly(lambda size: impersonates("d r " * (size // 4), PROTECTED))
