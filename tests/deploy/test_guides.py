"""What stands in docs/operations leads somewhere, and names commands that exist."""

import re

import pytest
from django.core.management import get_commands

from portal.environment import PROJECT_DIR

FOLDER = PROJECT_DIR / "docs" / "operations"
GUIDES = sorted(FOLDER.glob("*.md"))


def anchors(text):
    """The anchors that the headings of a page get on GitHub and the like."""
    heads = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.name)
def test_every_link_leads_to_a_page_and_a_heading_that_exist(guide):
    links = re.findall(r"\]\(([^)#\s]*)#?([^)\s]*)\)", guide.read_text())
    assert links
    for path, anchor in links:
        target = guide.parent / path if path else guide
        assert target.exists(), path
        assert not anchor or anchor in anchors(target.read_text()), f"{path}#{anchor}"


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.name)
def test_every_command_that_is_named_exists(guide):
    named = set(re.findall(r"manage\.py ([a-z_]+)", guide.read_text()))
    assert named <= set(get_commands())


def test_the_index_lists_every_page():
    assert {guide.name for guide in GUIDES} - {"README.md"} <= set(
        re.findall(r"\]\(([\w-]+\.md)\)", (FOLDER / "README.md").read_text())
    )
