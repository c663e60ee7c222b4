"""Mail: whether the server takes us, whether the way there is encrypted, and, asked for, a letter to somebody."""

import smtplib
from collections.abc import Iterator
from email.utils import parseaddr
from ipaddress import ip_address

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.smtp import EmailBackend

from portal.doctor.delivered import AREA, examine_message
from portal.doctor.examination import Finding, Wish, examines, fine, note, problem, warning

TEST_SUBJECT = "A test of mail from the portal"
TEST_TEXT = (
    "This is the test that was asked for with manage.py doctor --send-test.\n\n"
    "Save it with all its headers as a file, and run manage.py doctor --mail FILE.\n"
)


@examines("mail server", AREA)
def the_mail_server_takes_us(_wish: Wish) -> Iterator[Finding]:
    """Connects, begins TLS and signs in, as for a letter, and sends none."""
    backend = get_connection()
    if not isinstance(backend, EmailBackend):
        yield note(f"Mail does not leave through a server, but through {type(backend).__module__}.")
        return
    place = f"{backend.host}:{backend.port}"
    try:
        backend.open()
    except smtplib.SMTPAuthenticationError as error:
        yield problem(f"{place} refuses name or password ({error.smtp_code}).", "Correct EMAIL_URL.")
        return
    except (OSError, smtplib.SMTPException) as error:
        yield problem(
            f"{place} can't be used ({type(error).__name__}). No mail leaves.",
            "Correct host, port and kind of encryption in EMAIL_URL, or start the mail server.",
        )
        return
    finally:
        backend.close()
    if backend.use_tls or backend.use_ssl or is_local(backend.host):
        yield fine(f"{place} takes us.")
    else:
        yield warning(f"Mail goes to {place} unencrypted, addresses and links in it.", "Use smtp+tls:// in EMAIL_URL.")


@examines("sender", AREA)
def the_sender_is_an_address_of_ours(_wish: Wish) -> Iterator[Finding]:
    """A domain that is a host of the portal, or above one, so that readers and filters recognise it."""
    domain = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2]
    hosts = [host.lstrip(".") for host in settings.ALLOWED_HOSTS]
    if "." not in domain:
        yield problem(f"The portal writes from {domain or 'no domain'}, which no server takes.", "Set EMAIL_FROM.")
    elif not any(host == domain or host.endswith(f".{domain}") or domain.endswith(f".{host}") for host in hosts):
        yield warning(f"The portal writes from {domain}, which is none of its own names.", "Set EMAIL_FROM.")
    else:
        yield fine(f"The portal writes from {domain}.")


@examines("test mail", AREA)
def a_test_mail_leaves(wish: Wish) -> Iterator[Finding]:
    """If the operator asked for one."""
    if not wish.send_test_to:
        return
    try:
        EmailMessage(TEST_SUBJECT, TEST_TEXT, settings.DEFAULT_FROM_EMAIL, [wish.send_test_to]).send()
    except (OSError, smtplib.SMTPException) as error:
        code = getattr(error, "smtp_code", "")
        yield problem(f"The test mail was refused ({type(error).__name__} {code}).", "See docs/mail.md for the code.")
    else:
        yield fine("The test mail was handed over. Save it where it arrives, and give it to doctor --mail.")


@examines("delivered mail", AREA)
def a_delivered_mail_is_genuine(wish: Wish) -> Iterator[Finding]:
    """If the operator has one."""
    if wish.message is None:
        yield note("SPF, DKIM and DMARC show in a delivered mail alone.", "Use --send-test ADDRESS, then --mail FILE.")
        return
    try:
        content = wish.message.read_bytes()
    except OSError as error:
        yield problem(f"{wish.message} can't be read ({error.strerror}).", "Save the message with its headers.")
        return
    yield from examine_message(content, sender=settings.DEFAULT_FROM_EMAIL)


def is_local(host: str) -> bool:
    """Whether ``host`` is this machine."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
