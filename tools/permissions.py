"""``python -m tools.permissions``: writes docs/permissions.md from tools/permissions.yaml. ``--check``: is it stale?"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import yaml

DECLARED = Path(__file__).with_suffix(".yaml")
PAGE = Path(__file__).resolve().parent.parent / "docs" / "permissions.md"
ROLES = {
    "P": "Public",
    "A": "Authors",
    "E": "Editors",
    "R": "Medical reviewers",
    "M": "Moderators",
    "L": "Lead moderators",
    "D": "Data protection",
    "X": "Administrators",
}
HEAD = """# Permissions

Which role may open which screen, and send which form. Made by `python -m tools.permissions` from
`tools/permissions.yaml`; `tests/portal/test_permissions.py` tries each line as each role. A screen of the admin that is
missing here fails a test.

Where a screen is open, what it lets somebody do may depend on the text or the person: nobody approves what they wrote,
nothing goes live past its review ([roles](roles.md) says what, and why). A second factor comes before all of it
([accounts](accounts.md)).
"""


class Line(NamedTuple):
    """An action and who may do it. ``roles``: letters of ``ROLES``."""

    part: str
    what: str
    method: str
    address: str
    roles: str


def lines() -> Iterator[Line]:
    """All lines, in their order."""
    for part in yaml.safe_load(DECLARED.read_text()):
        for line in part["lines"]:
            yield Line(part["part"], *line)


def page() -> str:
    """The page of the documentation."""
    written, part = [HEAD], ""
    for line in lines():
        if line.part != part:
            part = line.part
            heads = " | ".join(ROLES.values())
            written.append(f"\n## {part}\n\n| Action | {heads} |\n| --- |{' --- |' * len(ROLES)}\n")
        cells = " | ".join("yes" if role in line.roles else "–" for role in ROLES)
        written.append(f"| {line.what} | {cells} |\n")
    return "".join(written)


if __name__ == "__main__":
    if "--check" in sys.argv:
        is_current = PAGE.exists() and PAGE.read_text() == page()
        sys.exit(0 if is_current else "docs/permissions.md is stale. Run python -m tools.permissions.")
    PAGE.write_text(page())
