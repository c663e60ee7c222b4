"""The Nu HTML checker finds no error and nothing to warn of on any type of page."""

import json
import subprocess

import pytest

from tests.served.pages import FORMS, PAGES
from tests.tools_needed import html_checker

# Anchored popovers are in CSS and in browsers; the checker's list of properties is older than they are.
NEWER_THAN_THE_CHECKER = ("position-anchor", "position-area", "position-try-fallbacks")


@pytest.fixture(scope="module")
def saved_pages(served, tmp_path_factory):
    """A folder with every type of page, and the style sheets, as files: the checker asks no server on this machine."""
    folder = tmp_path_factory.mktemp("pages")
    for name, (path, status) in (PAGES | FORMS).items():
        answered, headers, body = served.fetch(path)
        assert answered == status
        assert headers["Content-Type"] == "text/html; charset=utf-8"
        (folder / f"{name}.html").write_bytes(body)
    with served.under_maintenance():
        (folder / "503.html").write_bytes(served.fetch("/")[2])
    for css in (served.data_dir / "static" / "css").glob("*.css"):
        if css.stem.count(".") == 0:
            (folder / css.name).write_bytes(css.read_bytes())
    return folder


def test_every_type_of_page_and_every_style_sheet_is_valid(saved_pages):
    command = [*html_checker(), "--format", "json", "--exit-zero-always", "--also-check-css", str(saved_pages)]
    checked = subprocess.run(command, capture_output=True, text=True, timeout=300)
    messages = [
        f"{message['url'].rpartition('/')[2]}:{message.get('lastLine')}: {message['message']}"
        for message in json.loads(checked.stderr)["messages"]
        if not any(f"“{name}”" in message["message"] for name in NEWER_THAN_THE_CHECKER)
    ]
    assert not messages, "\n".join(messages)
