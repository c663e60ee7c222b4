"""The message as a mail server gets it: what stops a newsletter stands in one line of the head."""

import socket

import pytest
from aiosmtpd.controller import Controller
from django.core.mail import EmailMultiAlternatives, get_connection
from wagtail.models import Site

from consent.mail.letter import write
from consent.models import OutgoingMail
from consent.newsletter.composing import compose
from consent.newsletter.queueing import queue_batches
from consent.newsletter.sending import start
from tests.consenting import ANNA, a_contact


class Keeper:
    """Takes every mail."""

    def __init__(self):
        self.messages = []

    async def handle_DATA(self, server, session, envelope):  # noqa: N802 - aiosmtpd's name
        self.messages.append(envelope.content)
        return "250 OK"


@pytest.fixture
def mail_server():
    """A mail server on this machine."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    controller = Controller(Keeper(), hostname="127.0.0.1", port=port)
    controller.start()
    yield controller
    controller.stop()


def test_one_click_headers_reach_the_server_unfolded(community, purpose, write_article, mail_server):
    Site.objects.filter(pk=community.pk).update(hostname="health.example.org", port=443)
    write_article("Cuándo vuelve el mieloma")
    a_contact(Site.objects.get(pk=community.pk))
    start(compose(purpose))
    queue_batches()
    letter = write(OutgoingMail.objects.get(kind="newsletter"))
    connection = get_connection("django.core.mail.backends.smtp.EmailBackend", host="127.0.0.1", port=mail_server.port)
    message = EmailMultiAlternatives(
        letter.subject, letter.text, "portal@example.org", [ANNA], headers=letter.headers, connection=connection
    )
    message.attach_alternative(letter.html, "text/html")
    assert message.send() == 1
    [raw] = mail_server.handler.messages
    head = raw.partition(b"\r\n\r\n")[0].split(b"\r\n")
    [stop] = [line for line in head if line.startswith(b"List-Unsubscribe:")]
    assert stop == f"List-Unsubscribe: {letter.headers['List-Unsubscribe']}".encode()
    assert len(stop) <= 75
    assert b"List-Unsubscribe-Post: List-Unsubscribe=One-Click" in head
    assert f"List-Id: <newsletter-{purpose.pk}.health.example.org>".encode() in head
    assert raw.count(b"text/plain") == raw.count(b"text/html") == 1
