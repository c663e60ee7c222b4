"""The letter that asks whether a comment is theirs."""

from consent.mail.letter import write
from consent.models import Contact, OutgoingMail
from tests.conversing import a_comment, an_unconfirmed_comment


def test_somebody_who_chose_discreet_mail_is_asked_discreetly(article):
    a_comment(article)
    OutgoingMail.objects.all().delete()
    an_unconfirmed_comment(article)
    mail = OutgoingMail.objects.get(kind="comment-confirm")
    assert write(mail).sender == "Blood Cancer Community"
    Contact.objects.update(is_discreet=True)
    found = write(mail)
    assert found.sender == "Example Health Press"
    assert "Blood" not in found.subject + found.sender
