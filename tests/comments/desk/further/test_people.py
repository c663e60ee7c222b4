"""Those who comment: their record, notes, sanctions, browsers, and the mark of the dead."""

import pytest

from comments.desk.screens import url_of
from comments.models import Commenter, CommenterNote, Sanction
from comments.models.comment import State
from tests.comments.rules.test_sanctioning import REASON
from tests.consenting import ANNA
from tests.conversing import a_comment, a_commenter

BAN = {"kind": "banned", "rule_code": "kind", "reason": REASON, "days": ""}


def sent(client, name, pk, **data):
    return client.post(url_of(name, pk), data, follow=True)


def test_the_list_shows_how_comments_fared_and_what_stands(client, sign_in_as, desk, article):
    sign_in_as("Moderators")
    rows = {each.name: each.record for each in client.get(url_of("commenters")).context["object_list"]}
    assert rows["Anna"].sanctions == "Every comment is looked at first"
    assert (rows["Berta"].published, rows["Berta"].hidden, rows["Berta"].sanctions) == (0, 1, "")
    found = client.get(url_of("commenters_results"), {"q": "anna"}).context["object_list"]
    assert [each.name for each in found] == ["Anna"]
    found = client.get(url_of("commenters_results"), {"sanction": "moderated"}).context["object_list"]
    assert [each.name for each in found] == ["Anna"]


def test_the_page_shows_comments_notes_and_sanctions(client, sign_in_as, desk):
    sign_in_as("Moderators")
    body = client.get(url_of("commenter", desk.commenter.pk)).content.decode()
    for words in ("She is new here.", REASON, "Every comment is looked at first", "write a long list"):
        assert words in body, words
    assert url_of("lift", desk.sanction.pk) not in body
    assert url_of("memorial", desk.commenter.pk) not in body


def test_a_note_is_added_and_an_empty_one_is_refused(client, sign_in_as, article):
    user, commenter = sign_in_as("Moderators"), a_commenter(article)
    sent(client, "commenter", commenter.pk, text="Knows the clinic well.")
    assert CommenterNote.objects.get().written_by == user
    body = sent(client, "commenter", commenter.pk, text="  ").content.decode()
    assert "Nothing was done" in body
    assert CommenterNote.objects.count() == 1


def test_a_sanction_is_imposed_by_moderators_and_lifted_by_those_who_lead(client, sign_in_as, article):
    moderator, commenter = sign_in_as("Moderators"), a_commenter(article)
    sent(client, "impose", commenter.pk, **BAN)
    sanction = Sanction.objects.get()
    assert (sanction.kind, sanction.imposed_by, sanction.ends_at) == ("banned", moderator, None)
    assert client.post(url_of("lift", sanction.pk)).status_code == 302
    assert Sanction.objects.standing().exists()
    sign_in_as("Lead moderators")
    assert url_of("lift", sanction.pk) in client.get(url_of("commenter", commenter.pk)).content.decode()
    sent(client, "lift", sanction.pk)
    assert not Sanction.objects.standing().exists()


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"kind": "paused"}, "Say for how many days."),
        ({"reason": ""}, "This field is required."),
        ({"rule_code": "unheard-of"}, "Select a valid choice."),
        ({"days": "0"}, "greater than or equal to 1"),
        ({"days": "soon"}, "Enter a whole number."),
    ],
)
def test_what_is_missing_is_said_beside_the_field_and_nothing_typed_is_lost(
    client, sign_in_as, article, changes, words
):
    sign_in_as("Moderators")
    body = sent(client, "impose", a_commenter(article).pk, **(BAN | {"reason": "A reason."} | changes)).content.decode()
    assert words in body
    assert "A reason." in body or changes.get("reason") == ""
    assert not Sanction.objects.exists()


def test_nobody_imposes_a_sanction_on_themselves(client, sign_in_as, article):
    user, commenter = sign_in_as("Moderators"), a_commenter(article)
    user.email = ANNA
    user.save()
    assert "about yourself" in sent(client, "impose", commenter.pk, **BAN).content.decode()
    assert not Sanction.objects.exists()


def test_browsers_are_forgotten_by_a_post_alone(client, sign_in_as, article):
    sign_in_as("Moderators")
    commenter = a_commenter(article)
    client.get(url_of("forget", commenter.pk))
    commenter.refresh_from_db()
    assert commenter.cookie_epoch == 0
    sent(client, "forget", commenter.pk)
    commenter.refresh_from_db()
    assert commenter.cookie_epoch == 1


def test_the_mark_is_set_and_lifted_by_those_who_lead(client, sign_in_as, article):
    commenter = a_comment(article, state=State.PUBLISHED).commenter
    sign_in_as("Moderators")
    client.post(url_of("memorial", commenter.pk), {"is_memorial": "True"})
    assert not Commenter.objects.get(pk=commenter.pk).is_memorial
    sign_in_as("Lead moderators")
    assert 'value="True"' in client.get(url_of("memorial", commenter.pk)).content.decode()
    for _twice in range(2):
        sent(client, "memorial", commenter.pk, is_memorial="True")
    assert Commenter.objects.get(pk=commenter.pk).is_memorial
    body = client.get(url_of("commenter", commenter.pk)).content.decode()
    assert "this person has died" in body
    sent(client, "memorial", commenter.pk, is_memorial="False")
    assert not Commenter.objects.get(pk=commenter.pk).is_memorial


def test_another_name_of_the_same_person_is_shown_with_its_sanctions(client, sign_in_as, desk):
    sign_in_as("Moderators")
    other = Commenter.objects.create(site=desk.commenter.site, contact=desk.commenter.contact, name="Anka")
    body = client.get(url_of("commenter", other.pk)).content.decode()
    assert url_of("commenter", desk.commenter.pk) in body
    assert REASON in body
