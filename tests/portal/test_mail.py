"""How mail leaves the portal: the server that an address names, and who it comes from."""

import pytest

from portal.mail import MailServer, mail_server, sender


@pytest.mark.parametrize(
    ("url", "server"),
    [
        ("", MailServer("localhost", 25)),
        ("smtp://mail.example.org", MailServer("mail.example.org", 25)),
        (
            "smtp+tls://portal%40example.org:p%3Aw@mail.example.org",
            MailServer("mail.example.org", 587, "portal@example.org", "p:w", starts_tls=True),
        ),
        ("smtps://u:p@mail.example.org:4650", MailServer("mail.example.org", 4650, "u", "p", is_tls=True)),
    ],
)
def test_one_address_names_server_port_account_and_encryption(url, server):
    assert mail_server(url) == server


@pytest.mark.parametrize(
    ("hosts", "address"),
    [
        (["health.example.org", "www.example.org"], "portal@health.example.org"),
        ([".example.org"], "portal@example.org"),
        (["*"], "portal@localhost"),
        (["127.0.0.1", "[::1]"], "portal@localhost"),
        ([], "portal@localhost"),
    ],
)
def test_mail_comes_from_the_first_host_that_has_a_name(hosts, address):
    assert sender(hosts) == address
