"""What a server's answer means. Its words never get into the code that is kept."""

import smtplib

import pytest
from anymail.exceptions import AnymailRecipientsRefused, AnymailRequestsAPIError
from requests import Response
from requests.exceptions import ConnectionError as RequestsConnectionError
from requests.exceptions import ReadTimeout
from urllib3.exceptions import MaxRetryError, NewConnectionError

from consent.mail.answers import Answer, Outcome, understand, understand_absence
from portal.smtp import NotHandedOverError

ANNA = "anna@example.org"


def refused(code, words):
    return smtplib.SMTPRecipientsRefused({ANNA: (code, f"{words} <{ANNA}>".encode())})


@pytest.mark.parametrize(
    ("error", "outcome", "code"),
    [
        (refused(450, "4.2.1 try again"), Outcome.LATER, "smtp-450-4.2.1"),
        (refused(421, "busy"), Outcome.LATER, "smtp-421"),
        (refused(550, "5.1.1 no such user"), Outcome.NO_MAILBOX, "smtp-550-5.1.1"),
        (refused(550, "5.1.10 null MX"), Outcome.NO_MAILBOX, "smtp-550-5.1.10"),
        (refused(550, "5.1.8 bad sender's domain"), Outcome.REFUSED, "smtp-550-5.1.8"),
        (refused(550, "5.7.1 not on my list"), Outcome.REFUSED, "smtp-550-5.7.1"),
        (refused(550, "no"), Outcome.REFUSED, "smtp-550"),
        (smtplib.SMTPDataError(451, b"4.3.0 later"), Outcome.LATER, "smtp-451-4.3.0"),
        (smtplib.SMTPDataError(554, b"5.7.1 spam"), Outcome.REFUSED, "smtp-554-5.7.1"),
        (smtplib.SMTPSenderRefused(552, b"5.3.4 too big", ANNA), Outcome.REFUSED, "smtp-552-5.3.4"),
        (NotHandedOverError("gone"), Outcome.AWAY, "server-away"),
        (smtplib.SMTPServerDisconnected(f"to {ANNA}"), Outcome.UNKNOWN, "no-answer"),
        (TimeoutError(ANNA), Outcome.UNKNOWN, "no-answer"),
        (AnymailRecipientsRefused(), Outcome.REFUSED, "provider-refused"),
    ],
)
def test_an_answer_has_a_meaning_and_a_code_without_an_address(error, outcome, code):
    assert understand(error) == Answer(outcome, code)


@pytest.mark.parametrize(
    ("error", "outcome"),
    [
        (smtplib.SMTPSenderRefused(550, b"5.7.1 not yours", ANNA), Outcome.LATER),
        (smtplib.SMTPAuthenticationError(535, b"5.7.8 wrong password"), Outcome.AWAY),
    ],
)
def test_what_is_the_operators_to_mend_is_no_fault_of_the_mail(error, outcome):
    answer = understand(error)
    assert (answer.outcome, answer.is_ours) == (outcome, True)


def provider_error(status=None, cause=None):
    response = Response()
    response.status_code, response.reason = status, "Reason"
    error = AnymailRequestsAPIError("…", response=response if status else None)
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("error", "outcome"),
    [
        (provider_error(401), Outcome.LATER),
        (provider_error(422), Outcome.REFUSED),
        (provider_error(429), Outcome.LATER),
        (provider_error(503), Outcome.LATER),
        (provider_error(200), Outcome.UNKNOWN),
        (provider_error(cause=ReadTimeout()), Outcome.UNKNOWN),
        (
            provider_error(cause=RequestsConnectionError(MaxRetryError(None, "/", NewConnectionError(None, "no")))),
            Outcome.AWAY,
        ),
    ],
)
def test_a_provider_answers_by_http(error, outcome):
    assert understand(error).outcome is outcome


def test_no_connection_is_nobodys_fault_unless_the_server_refuses_our_account():
    assert understand_absence(ConnectionRefusedError()) == Answer(Outcome.AWAY, "server-away")
    assert understand_absence(smtplib.SMTPAuthenticationError(535, b"no")) == Answer(Outcome.AWAY, "smtp-535", True)
