"""The message as it leaves: its headers, its parts, and nothing that a person's words could add to it."""

import email
from dataclasses import replace
from email import policy

import pytest

from consent.mail.composing import compose, one_line
from tests.mailing import UNSUBSCRIBE, write_sample


def raw(mail, letter=None):
    return compose(mail, letter or write_sample(mail)).message().as_bytes(linesep="\r\n")


def test_message_has_a_stable_id_a_named_sender_text_html_and_attachments(mail):
    bodies = [email.message_from_bytes(raw(mail), policy=policy.default) for _time in range(2)]
    first = bodies[0]
    assert {body["Message-ID"] for body in bodies} == {f"<{mail.pk}@testserver>"}
    assert first["From"].addresses[0].display_name == "Blood Cancer Community “News”"
    assert first["From"].addresses[0].addr_spec == "portal@localhost"
    assert first["To"] == "anna@example.org"
    assert first["Date"]
    assert first["Subject"] == "Artículos nuevos – für Sie"
    assert first["Auto-Submitted"] == "auto-generated"
    assert first.get_body(("plain",)).get_content().startswith("Grüße – ¿qué tal?")
    assert first.get_body(("html",)).get_content().strip() == "<p>Grüße – ¿qué tal?</p>"
    (attachment,) = first.iter_attachments()
    assert attachment.get_filename() == "receipt.json"
    assert attachment.get_content().decode() == '{"of": "Zoë"}'


def test_message_is_seven_bits_in_short_lines(mail):
    source = raw(mail)
    source.decode("ascii")
    assert max(map(len, source.split(b"\r\n"))) <= 78
    assert b"Content-Transfer-Encoding: quoted-printable" in source


@pytest.mark.parametrize("length", [len(UNSUBSCRIBE), 57])
def test_the_header_for_one_click_stands_on_one_line_as_it_was_given(mail, length):
    address = "<https://" + "h" * (length - 10) + ">"
    letter = replace(write_sample(mail), headers={"List-Unsubscribe": address})
    line = f"List-Unsubscribe: {address}".encode()
    assert len(line) <= 75
    assert line in raw(mail, letter).split(b"\r\n")


@pytest.mark.parametrize(
    "words", ["Hello\r\nBcc: eve@example.org", "Hello\nBcc: eve@example.org\n\nBody", "a\x00b\x85c"]
)
def test_words_of_people_begin_no_header(mail, words):
    letter = replace(write_sample(mail), subject=words, sender=words, attachments=((words, "x", "text/plain"),))
    message = email.message_from_bytes(raw(mail, letter), policy=policy.default)
    assert message["Bcc"] is None
    assert message["Subject"] == one_line(words)
    assert len(message["From"].addresses) == 1
    assert message["From"].addresses[0].addr_spec == "portal@localhost"


@pytest.mark.parametrize(
    "headers",
    [
        {"List-Id": "a\r\nBcc: eve@example.org"},
        {"X-A\r\nBcc": "eve"},
        {"Bcc": "eve@example.org"},
        {"message-id": "<1>"},
    ],
)
def test_letter_sets_neither_two_lines_nor_a_header_of_ours(mail, headers):
    with pytest.raises(ValueError, match="can't be set"):
        compose(mail, replace(write_sample(mail), headers=headers))
