"""The demonstration's accounts. Their passwords are public: ``portal.accounts`` closes them everywhere else."""

from django.contrib.auth.models import Group

from demo.content import read
from portal.models import User


def make_accounts() -> dict[str, User]:
    """Makes every demo account, in the groups that the migrations made. By user name."""
    return {entry["username"]: _make(entry) for entry in read("shared", "accounts.yaml")}


def _make(entry):
    user = User(
        username=entry["username"],
        first_name=entry["first_name"],
        last_name=entry["last_name"],
        email=f"{entry['username']}@example.org",
        is_staff=entry.get("is_administrator", False),
        is_superuser=entry.get("is_administrator", False),
        is_demo=True,
    )
    user.set_password(entry["password"])
    user.save()
    if "group" in entry:
        user.groups.add(Group.objects.get(name=entry["group"]))
    return user


def sign_ins() -> list[tuple[str, str, str]]:
    """User name, password and role of every demo account that is still there."""
    there = set(User.objects.filter(is_demo=True, is_active=True).values_list("username", flat=True))
    return [
        (entry["username"], entry["password"], entry["role"])
        for entry in read("shared", "accounts.yaml")
        if entry["username"] in there
    ]
