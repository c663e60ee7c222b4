"""Display names: which there may be, and which could be taken for somebody else's."""

from pathlib import Path

import pytest
from django.core.exceptions import ValidationError

from articles.models import PeoplePage, PersonPage
from comments.joining.names import clean_name, holds_contact, impersonates, protected_names
from comments.joining.names.folding import shows_nothing
from portal.models import User

PROTECTED = ["Miriam Halvorsen", "Blood Cancer Community", "Migraine"]
PEOPLE = Path(__file__).with_name("names_of_people.txt").read_text(encoding="utf-8").splitlines()


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
        "M. Halvorsen",
        "Halvorsen M.",
        "mhalvorsen",
        "Mrs M Halvorsen",
        "Ms Halvorsen",
        "The true Miriam Halvorsen",
        "Miriarn Halvorsen",
        "Miriam Ηalvorsen",
        "Mɪʀɪᴀᴍ Hᴀʟᴠᴏʀsᴇɴ",
        "Мириам Халворсен",
        "Μίριαμ Χαλβορσεν",
        "Mr Migraine",
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
        "anna(at)gmail",
        "anna [at] web",
        "anna at gmail dot com",
        "annagmailcom",
        "insta anna_m",
        "ig: anna",
        "telegram anna",
        "anna_m on insta",
        "anna#1234",
        "evil.xyz",
        "evil.shop",
        "evil[.]com",
        "curebuy.online",
        "bit.ly/x",
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
        ("Moder\u3164ator", "invalid"),
        ("Dr\uffa0Anna", "invalid"),
        ("dr\u115fanna", "invalid"),
        ("D\u2800r Anna", "invalid"),
        ("An\ufe0fna", "invalid"),
        ("An\U000e0061na", "invalid"),
        ("A\u0301\u0302\u0303nna", "invalid"),
        ("anna@example.org", "contact"),
        ("Dr Anna", "impersonating"),
        ("Example Health Press", "impersonating"),
        ("Blood Cancer Community", "impersonating"),
        ("Miriam Halvorsen", "impersonating"),
        ("Mona Moderatus", "impersonating"),
        ("M. Halvorsen", "impersonating"),
        ("Mr Okonkwo", "impersonating"),
        ("Ana García", "impersonating"),
        ("Anna ✅", "impersonating"),
    ],
)
def test_what_is_refused_is_said(community, typed, code):
    people = community.root_page.add_child(instance=PeoplePage(title="People", slug="people"))
    people.add_child(instance=PersonPage(title="Miriam Halvorsen", slug="miriam"))
    User.objects.create_user("mona", first_name="Mona", last_name="Moderatus")
    User.objects.create_user("okonkwo", last_name="Okonkwo")
    User.objects.create_user("ana", first_name="Ana", last_name="García López")
    with pytest.raises(ValidationError) as refusal:
        clean_name(typed, community)
    assert refusal.value.code == code


def test_a_name_is_kept_with_one_space_between_its_words(community):
    assert clean_name("  Anna \t Maria ", community) == "Anna Maria"
    assert clean_name("A" * 40, community) == "A" * 40


def test_long_names_take_no_long_time(grows_linearly):
    assert grows_linearly(lambda size: impersonates("d r " * (size // 4), PROTECTED))


@pytest.mark.parametrize(
    "name",
    [
        "ᴀᴅᴍɪɴ",
        "Dᴏᴄᴛᴏʀ",
        "ɑdmin",
        "Ꭰoctor",
        "ᎷᎾᎠ",
        "ꓓr",
        "ꓮꓓꓟꓲꓠ",
        "ᗪr",
        "ⲙoderator",
        "Ðr",
        "ɗoctor",
        "Ɗr Anna",
        "ΑDMIN",
        "aԁmіп",
        "🅰🅳🅼🅸🅽",
        "Ⓜⓞⓓ",
        "𝓓𝓻 Anna",
        "rnoderator",
        "Adrnin",
        "revievver",
        "cloctor",
        "ad₥in",
        "D̶r̶ Anna",
        "Dr李",
        "Dr\u3164 Anna",
        "Moder\u3164ator",
        "D\u2800r Anna",
        "Ad\ufe0fmin",
        "Mødératør",
        "Adm!n",
        "doctoooor",
    ],
)
def test_look_alikes_and_what_shows_nothing_hide_no_title(name):
    assert impersonates(name, [])


@pytest.mark.parametrize(
    "name",
    [
        "Ad min",
        "ad.min",
        "Ad-min",
        "ad_min",
        "a dmin",
        "mode rator",
        "mo de ra tor",
        "Doc tor",
        "D octor",
        "Nur se",
        "Re viewer",
        "Cardio logist",
        "theadmin",
        "modteam",
        "headmod",
        "themod",
        "doctoranna",
        "dranna",
        "drsmith",
        "nurseanna",
        "annathenurse",
        "profanna",
        "annamd",
        "iamadoctor",
        "moderatorx",
        "xxmoderatorxx",
        "annaadmin",
        "superadmin",
        "AskTheNurse",
        "DRAnna",
    ],
)
def test_a_title_is_one_however_it_is_set_apart_or_glued(name):
    assert impersonates(name, [])


@pytest.mark.parametrize(
    "name",
    [
        "Cardiologist",
        "Oncologists",
        "Psychiatrist",
        "Psychologist",
        "Radiologist",
        "Dermatologist",
        "Pediatrician",
        "Geriatrician",
        "Dentist",
        "Midwife",
        "Therapist",
        "Physiotherapist",
        "Paramedic",
        "Neurosurgeon",
        "GP Anna",
        "Doc Anna",
        "Cardiólogo",
        "Psicóloga",
        "Nefróloga",
        "Pediatra",
        "Psiquiatra",
        "Ginecóloga",
        "Médicos",
        "Facultativo",
        "Nutricionista",
        "Hausarzt",
        "Facharzt",
        "Zahnärztin",
        "Kardiologe",
        "Hämatologin",
        "Onkologen",
        "Psychiater",
        "Notarzt",
        "Modérateur",
        "Médecin",
        "Docteur",
        "Infirmière",
        "Dottore",
        "Enfermeira",
        "Huisarts",
        "Lekarz",
        "Hemşire",
        "Läkare",
        "Доктор",
        "Врач Анна",
        "Модератор",
        "Кардиолог",
        "лікар",
        "Γιατρός",
        "دكتور أحمد",
        "רופא",
        "डॉक्टर",
        "医生",
        "李医生",
        "護士",
        "ドクター",
        "간호사",
    ],
)
def test_callings_are_not_for_readers(name):
    assert impersonates(name, [])


@pytest.mark.parametrize(
    "name",
    [
        "Moderation team",
        "Support Team",
        "Your Support Team",
        "Tech Support",
        "Helpdesk",
        "Help Desk",
        "Medical team",
        "Editorial Team",
        "Care team",
        "The Team",
        "Clinic",
        "Medical Director",
        "Clinical Lead",
        "Customer Service",
        "System",
        "root",
        "Site owner",
        "Anna from Support",
        "Equipo",
        "El equipo",
        "Equipo editorial",
        "Soporte",
        "Administración",
        "Moderación",
        "Kundendienst",
        "Anna vom Team",
        "Anna ✓",
        "✔ Anna",
        "✅ Anna",
        "\u2611\ufe0f Anna",
        "⚕ Anna",
        "Anna (verified)",
        "Verificada Ana",
        "Medically reviewed",
    ],
)
def test_roles_and_badges_are_not_for_readers(name):
    assert impersonates(name, [])


@pytest.mark.parametrize(
    "name",
    [
        "Nurse's daughter",
        "Nurse’s son",
        "Doctor's wife",
        "Wife of a surgeon",
        "Hija de médico",
        "Tochter einer Ärztin",
        "Frau eines Arztes",
        "Medic Alert",
        "Md Rahman",
        "Md. Abdul Karim",
        "R. N. Sharma",
        "Ivka Medić",
        "Joe Root",
        "Team Hope",
        "Everything in moderation",
        "Care for Carol",
        "Support group member",
        "Service dog Sam",
        "Root beer",
        "Dog owner",
        "Help me sleep",
        "System of a Down",
        "Oncology survivor",
        "Psychiatric survivor",
        "Moderate Mike",
        "Theater fan",
        "Apologist",
        "Mixologist",
        "Biologe",
        "Geóloga",
        "Creditor",
        "Unofficial Una",
        "Signal Hill",
        "Positive Outlook",
        "Anna \u2764\ufe0f",
        "Lucky 🍀",
        "Mちゃん",
        "Chemo Queen",
        "Carer for Mum",
        "Mr Smith",
        "Frau Klein",
        "Miriam H.",
        "Halvorsen",
    ],
)
def test_words_that_hold_a_title_and_claim_none(name):
    assert not impersonates(name, PROTECTED)
    assert not holds_contact(name)
    assert not shows_nothing(name)


@pytest.mark.parametrize("line", PEOPLE, ids=lambda line: line.partition(",")[0])
def test_people_may_use_their_own_names(line):
    refused = [
        name for name in line.split(", ") if impersonates(name, PROTECTED) or holds_contact(name) or shows_nothing(name)
    ]
    assert refused == []


@pytest.mark.parametrize("name", ["Sеlma", "Νicos", "Ꮪam", "Lуdia", "An\u0585uk"])
def test_a_word_is_written_in_one_script(name):
    assert impersonates(name, [])


def test_names_in_scripts_that_join_their_letters_are_kept(community):
    for name in ("සුරේන්ද්\u200dර", "علی\u200cرضا", "葛\U000e0100城", "Anna ❤\ufe0f"):
        assert clean_name(name, community) == name


def test_a_person_with_several_names_is_known_by_the_first_and_last(community):
    User.objects.create_user("ana", first_name="Ana María", last_name="García de la Cruz")
    assert {"Ana García", "Ana Cruz"} <= set(protected_names(community))
    assert clean_name("Ana María", community) == "Ana María"


@pytest.mark.parametrize(
    "unit", ["admi", "a", "modanna", "a. ", "Ab", "nurse's ", "a.", "anna_", "daughter of a ", "D\u0336"]
)
def test_hostile_names_take_no_long_time(unit, grows_linearly):
    def task(size):
        name = unit * (size // (8 * len(unit)))
        return impersonates(name, PROTECTED), holds_contact(name), shows_nothing(name)

    assert grows_linearly(task)
