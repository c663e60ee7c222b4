"""/.well-known/security.txt (RFC 9116)."""

from datetime import UTC, datetime, timedelta


def test_it_says_whom_to_write_to_and_until_when(client, community, settings):
    settings.SECURITY_CONTACT = "mailto:security@example.org"
    response = client.get("/.well-known/security.txt")
    fields = dict(line.split(": ", 1) for line in response.content.decode().splitlines())
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert fields["Contact"] == "mailto:security@example.org"
    assert fields["Canonical"] == "http://testserver/.well-known/security.txt"
    left = datetime.fromisoformat(fields["Expires"]) - datetime.now(UTC)
    assert timedelta(days=170) < left < timedelta(days=365)


def test_without_a_contact_it_is_not_there(client, community):
    assert client.get("/.well-known/security.txt").status_code == 404
