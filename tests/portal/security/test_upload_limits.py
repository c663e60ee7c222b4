"""A request that is far too large is refused before it is read, in words."""

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile


def too_much():
    return SimpleUploadedFile("big.bin", b"x" * (2 * 1024 * 1024))


@pytest.fixture
def unread(monkeypatch):
    """Fails the test when the body of a request is read."""

    def read(self, *args):
        raise AssertionError("The body was read.")

    monkeypatch.setattr("django.core.handlers.wsgi.WSGIRequest._load_post_and_files", read)


@pytest.mark.parametrize("path", ["/sign-up/", "/consent/verify/", "/admin/login/", "/admin/images/add/"])
def test_visitors_may_not_send_much(client, community, unread, path):
    response = client.post(path, {"file": too_much()})
    assert response.status_code == 413
    assert "At most 1 MB can be sent at a time." in response.content.decode()


def test_staff_may_send_more_and_not_everything(client, sign_in_as, community):
    sign_in_as("Editors")
    assert client.post("/admin/images/add/", {"file": too_much()}).status_code == 200
    stated = {"CONTENT_LENGTH": str(settings.LARGEST_STAFF_POST + 1)}
    response = client.generic(
        "POST", "/admin/images/add/", b"", content_type="multipart/form-data; boundary=x", **stated
    )
    assert response.status_code == 413


def test_the_largest_forms_of_ours_fit(client, community):
    response = client.post("/consent/verify/", {"receipt": "x" * (1024 * 1024)})
    assert response.status_code == 200
