"""The mailbox of the demonstration: it shows what was sent, runs nothing of it, leads nowhere else, and is not there in
production.
"""

import pytest
from django.core.mail import EmailMultiAlternatives

from demo.mailbox import backend
from demo.mailbox.box import sent_mails
from tests.portal.test_start import start

LINK = "http://127.0.0.1:8000/confirm/abc/"


@pytest.fixture(autouse=True)
def box(settings, tmp_path):
    """An empty folder for mail."""
    settings.EMAIL_BACKEND = "demo.mailbox.backend.EmailBackend"
    settings.EMAIL_FILE_PATH = tmp_path / "mail"
    return settings.EMAIL_FILE_PATH


def send(subject="Please confirm – bestätigen", html="<p>Open <a href='x'>this</a></p><script>1</script>"):
    message = EmailMultiAlternatives(subject, f"Open {LINK}\n<b>&", "portal@localhost", ["anna@example.org"])
    message.attach_alternative(html, "text/html")
    message.attach('re"ceipt.json', b"{}", "application/json")
    message.send()


def page(client, address="/mailbox/"):
    response = client.get(address)
    assert response.status_code == 200
    assert response["X-Robots-Tag"] == "noindex, nofollow"
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")
    return response


def test_mailbox_lists_what_was_sent_newest_first_and_says_where_it_exists(client, community):
    assert "Nothing was sent yet" in page(client).content.decode()
    send("First")
    send("Second")
    body = page(client).content.decode()
    assert body.index("Second") < body.index("First")
    assert "anna@example.org" in body
    assert "in demonstration mode alone" in body


def test_mail_shows_text_with_links_headers_and_attachments(client, community):
    send()
    name = next(sent_mails()).name
    body = page(client, f"/mailbox/{name}/").content.decode()
    assert f'<a href="{LINK}"' in body
    assert "&lt;b&gt;&amp;" in body
    assert "<h1>Please confirm – bestätigen</h1>" in body
    assert "Subject: =?utf-8?" in body
    response = client.get(f"/mailbox/{name}/1/")
    assert response.content == b"{}"
    assert response["Content-Disposition"] == 'attachment; filename="re_ceipt.json"'
    assert response["Content-Type"] == "application/octet-stream"
    assert client.get(f"/mailbox/{name}/2/").status_code == 404


def test_html_of_a_mail_runs_nothing_and_can_not_be_framed(client, community):
    send()
    response = page(client, f"/mailbox/{next(sent_mails()).name}/html/")
    policy = response["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "sandbox allow-popups" in policy
    assert "allow-scripts" not in policy
    assert "allow-same-origin" not in policy
    assert "script-src" not in policy
    assert response["X-Frame-Options"] == "DENY"


@pytest.mark.parametrize(
    "name", ["../secret", "..%2Fsecret", "%2e%2e%2fsecret", "secret", "20260101-000000-000000-00000000"]
)
def test_no_name_leads_out_of_the_folder(client, community, box, name):
    send()
    (box.parent / "secret.eml").write_bytes(b"Subject: secret\r\n\r\n")
    (box / "secret.eml").write_bytes(b"Subject: secret\r\n\r\n")
    for address in (f"/mailbox/{name}/", f"/mailbox/{name}/html/", f"/mailbox/{name}/1/"):
        assert client.get(address, follow=True).status_code == 404
    assert "secret" not in page(client).content.decode()


def test_mailbox_is_only_read(client, community):
    assert client.post("/mailbox/").status_code == 405


def test_the_oldest_mails_go_when_there_are_too_many(monkeypatch):
    monkeypatch.setattr(backend, "MOST", 2)
    for subject in ("First", "Second", "Third"):
        send(subject)
    assert [mail.subject for mail in sent_mails()] == ["Third", "Second"]


def test_nothing_is_kept_where_a_real_server_sends(client, community, settings):
    send()
    del settings.EMAIL_FILE_PATH
    body = page(client).content.decode()
    assert "Mail goes out through the server" in body
    assert "Please confirm" not in body


LOOKS = """
import django, sys
django.setup()
from django.urls import Resolver404, resolve
import portal.urls
print(resolve("/mailbox/").url_name, any(name.split(".")[0] == "demo" for name in sys.modules))
"""


@pytest.mark.any_database
def test_production_has_no_mailbox_and_never_loads_it(tmp_path):
    production = start(["-c", LOOKS], tmp_path, DJANGO_SETTINGS_MODULE="portal.settings.base")
    assert production.stdout.split()[0] != "mailbox"
    assert production.stdout.split()[1] == "False"
    demonstration = start(["-c", LOOKS], tmp_path, DEMO="true", DJANGO_SETTINGS_MODULE="portal.settings.demo")
    assert demonstration.stdout.split() == ["mailbox", "True"]
