"""Published words never change, whoever tries, and a change of them is a new version."""

import pytest
from django.db import DatabaseError, connection, transaction

from consent.models import InForce, TextVersion
from consent.rules.standing import Obstacle, obstacle
from consent.versions.digest import canonical_html, canonical_text
from consent.versions.offers import POLICIES, SIGN_UP, Kind, offer_of, texts_in_force
from consent.versions.publishing import publish, retire
from consent.versions.purposes import publish_purpose
from portal.ledger.proof import prove
from portal.models.ledger import LedgerError
from tests.consenting import a_contact, a_purpose, an_offer, publish_words
from tests.portal.ledger.conftest import tampering

TABLE = "consent_textversion"


def privacy(site, words, **options):
    return publish_words(site, Kind.PRIVACY, words=words, **options)


@pytest.mark.parametrize(
    "sql",
    [
        f"UPDATE {TABLE} SET text = 'We may sell it.'",
        f"UPDATE {TABLE} SET is_material = NOT is_material",
        f"UPDATE {TABLE} SET content = '{{}}'",
        f"DELETE FROM {TABLE}",
    ],
)
def test_the_database_refuses_to_change_published_words(community, sql):
    privacy(community, "We never sell it.")
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)
    text = TextVersion.objects.get()
    text.text = "We may sell it."
    for change in (text.save, text.delete):
        with pytest.raises(LedgerError):
            change()
    assert prove(TextVersion).fault is None


def test_the_same_words_make_no_version_and_others_do(community):
    first = privacy(community, "We keep it for a year.")
    assert privacy(community, "We  keep it\nfor a year.  ").version == 2  # a line break is a change of the text
    assert privacy(community, "We keep it \t for a year.").version == 3
    assert first.digest == TextVersion.objects.get(version=3).digest
    assert privacy(community, "We keep it for a year.").version == 3


def publish_policy(site, title="Privacy", content=None):
    return publish(
        site=site, kind=Kind.PRIVACY, language="en", title=title, text="Words.", content=content or {"body": "Words."}
    )


def test_a_title_that_changed_makes_a_version_and_marks_alone_do_not(community):
    assert publish_policy(community).version == 1
    assert publish_policy(community, title="How we look after you").version == 2
    assert publish_policy(community, title="How we look after you", content={"body": "<b>Words.</b>"}).version == 2


def test_a_purpose_that_promises_something_else_in_the_same_words_is_a_new_version(community):
    purpose = a_purpose(community)
    purpose.most_a_month = 8
    purpose.save()
    publish_purpose(purpose)
    assert [text.content["most_a_month"] for text in TextVersion.objects.filter(kind=Kind.PURPOSE)] == [2, 8]


def test_a_digest_that_is_not_that_of_its_text_is_found(community):
    privacy(community, "We never sell it.")
    values = {field.attname: getattr(TextVersion.objects.get(), field.attname) for field in TextVersion._meta.fields}
    for name in ("id", "number", "recorded_at", "previous_hash", "entry_hash"):
        del values[name]
    TextVersion.append(**values | {"text": "We may sell it.", "version": 2})
    assert prove(TextVersion).fault.reason == "its digest is not that of its text"


def test_tampering_with_published_words_is_found(community):
    privacy(community, "We never sell it.")
    privacy(community, "We never lend it.")
    with tampering() as cursor:
        cursor.execute(f"UPDATE {TABLE} SET text = 'We may sell it.' WHERE number = 1")
    fault = prove(TextVersion).fault
    assert (fault.number, fault.reason) == (1, "its content was altered")


def test_what_asks_again_is_known_from_the_versions(community):
    assert [
        privacy(community, "One", is_material=False).asks_since,  # the first is always material
        privacy(community, "Two", is_material=False).asks_since,
        privacy(community, "Three", is_material=True).asks_since,
        privacy(community, "Four", is_material=False).asks_since,
    ] == [1, 1, 3, 3]


def test_a_policy_that_gets_a_translation_can_be_compared_with_what_people_agreed_to(community):
    an_offer(community)
    publish_words(community, Kind.NOTICE, SIGN_UP, language="es", words="Guardamos su dirección.")
    purpose = a_purpose(community, "noticias")
    purpose.words.create(language="es", label="Novedades")
    publish_words(community, Kind.PURPOSE, "noticias", language="es", words="Novedades")
    offer = offer_of(community, "es", codes=["noticias"])
    assert offer.policy(Kind.PRIVACY).language == "en"
    consent = a_contact(community).consents.get()
    consent.language = "es"
    agreed = consent.privacy_version
    typo = privacy(community, "Cuidamos lo que nos cuenta.", language="es", is_material=False)
    assert typo.version > agreed
    texts = texts_in_force(community, "es") | {
        (Kind.PURPOSE, consent.purpose.code): texts_in_force(community, "en")[Kind.PURPOSE, consent.purpose.code],
        (Kind.NOTICE, SIGN_UP): texts_in_force(community, "en")[Kind.NOTICE, SIGN_UP],
    }
    assert texts[Kind.PRIVACY, ""] == typo
    assert obstacle(consent, texts) is None
    texts[Kind.PRIVACY, ""] = privacy(community, "Se lo contamos a un laboratorio.", language="es")
    assert obstacle(consent, texts) is Obstacle.CHANGED


def test_a_text_out_of_force_is_offered_to_nobody_and_stays_readable(community):
    an_offer(community)
    digest = TextVersion.objects.get(kind=Kind.PRIVACY).digest
    retire(site=community, kind=Kind.PRIVACY)
    assert offer_of(community, "en", codes=["myeloma-news"]) is None
    assert TextVersion.objects.get(digest=digest).text
    assert not InForce.objects.filter(kind=Kind.PRIVACY).exists()


def test_words_in_force_cannot_be_pointed_away_from_by_deletion(community):
    text = privacy(community, "One")
    with pytest.raises(LedgerError):
        text.delete()
    assert InForce.objects.get().version == text


def test_a_digest_names_words_and_not_their_marks_and_tells_kinds_and_languages_apart(community):
    assert canonical_html("<p>We <b>keep</b> it.</p>") == canonical_html("<p>We keep  it.</p>") == "We keep it."
    assert canonical_text("e\u0301") == canonical_text("é")
    english, spanish = privacy(community, "OK"), privacy(community, "OK", language="es")
    terms = publish_words(community, Kind.TERMS, words="OK")
    assert len({english.digest, spanish.digest, terms.digest}) == 3


def test_one_digest_names_the_words_of_a_box_in_their_order(community):
    one = an_offer(community, "myeloma-news", "all-news")
    other = an_offer(community, "all-news", "myeloma-news")
    twice = offer_of(community, "en", codes=["myeloma-news", "all-news", "myeloma-news", "no-such-code"])
    assert one.digest == twice.digest != other.digest
    assert one.boxes == twice.boxes == ("myeloma-news", "all-news")
    assert {policy.kind for policy in one.policies} <= set(POLICIES)
    publish_words(community, Kind.NOTICE, SIGN_UP, words="Other words.")
    assert an_offer(community, "myeloma-news", "all-news").digest != one.digest
