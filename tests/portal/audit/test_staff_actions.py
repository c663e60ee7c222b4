"""What staff do at the door, with rights, exports and people's data is told to administrators, and to nobody else."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from portal.audit import actions
from portal.audit.keeping import forget_old
from portal.models import User
from tests.consenting import a_contact
from tests.portal.sign_in.conftest import PASSWORD, ada, an_app, required, sign_in, type_password  # noqa: F401

pytestmark = pytest.mark.usefixtures("community")


def done(action):
    return ModelLogEntry.objects.filter(action=action)


def report(client, **filters):
    return client.get(reverse("staff_actions"), filters)


def test_sign_in_sign_out_and_failure_are_entered(client, ada, required):  # noqa: F811
    app = an_app(ada)
    type_password(client, password="wrong")
    type_password(client, name="nobody@example.org")
    sign_in(client, app)
    client.post(reverse("wagtailadmin_logout"))
    entry = done(actions.SIGNED_IN).get()
    assert (entry.user, entry.data["proof"]) == (ada, "app")
    assert done(actions.SIGNED_OUT).get().user == ada
    known, unknown = done(actions.SIGN_IN_FAILED).order_by("pk")
    assert known.object_id == str(ada.pk)
    assert unknown.label == "No such account"
    assert "nobody" not in str(vars(unknown))


def test_groups_rights_and_administrators_are_entered_with_who_changed_them(admin_client, admin_user, ada):  # noqa: F811
    ModelLogEntry.objects.all().delete()
    form = {
        "username": "ada",
        "email": "ada@example.org",
        "first_name": "Ada",
        "last_name": "L",
        "is_active": "on",
        "is_superuser": "on",
        "groups": [Group.objects.get(name="Moderators").pk],
        "password1": "",
        "password2": "",
    }
    admin_client.post(reverse("wagtailusers_users:edit", args=[ada.pk]), form)
    changes = [(entry.user, entry.data) for entry in done(actions.RIGHTS_CHANGED)]
    assert {user for user, _data in changes} == {admin_user}
    assert {"given": ["Moderators"]} in [data for _user, data in changes]
    assert {"taken": ["Editors"]} in [data for _user, data in changes]
    assert any("administrator" in data.get("given", []) for _user, data in changes)


def test_rights_of_a_group_are_entered(db):
    group = Group.objects.get(name="Moderators")
    right = group.permissions.first()
    group.permissions.remove(right)
    assert done(actions.RIGHTS_CHANGED).get().data == {"taken": [str(right)]}
    group.user_set.add(User.objects.create_user("bob"))
    assert done(actions.RIGHTS_CHANGED).filter(data__given=["Moderators"]).exists()


def test_new_password_is_entered_and_a_new_account_is_none(db):
    user = User.objects.create_user("bob", password=PASSWORD)
    assert not done(actions.PASSWORD_CHANGED).exists()
    user.set_password("four other quiet words")
    user.save()
    assert done(actions.PASSWORD_CHANGED).get().label == str(user)


def test_export_is_entered_without_what_was_searched_for(admin_client, admin_user):
    admin_client.get(reverse("wagtailadmin_reports:site_history"), {"export": "csv", "label": "anna"})
    entry = done(actions.EXPORTED).get()
    assert entry.user == admin_user
    assert entry.data == {"path": reverse("wagtailadmin_reports:site_history")}
    admin_client.get(reverse("wagtailadmin_reports:site_history"))
    assert done(actions.EXPORTED).count() == 1


def test_every_look_at_an_address_is_entered(client, sign_in_as, community):
    user = sign_in_as("Data protection")
    contact = a_contact(community)
    client.post(reverse("consent_reveal", args=[contact.pk]), {"reason": "She asks by letter which one we have."})
    entry = done(actions.ADDRESS_SEEN).get()
    assert entry.user == user
    assert "@" not in str(entry.data)


def test_report_is_for_administrators_alone(client, admin_client, sign_in_as):
    assert "Staff actions" in report(admin_client).content.decode()
    for role in ("Editors", "Data protection"):
        sign_in_as(role)
        assert report(client).status_code == 302
        assert "portal.signed_in" not in client.get(reverse("wagtailadmin_reports:site_history")).content.decode()


def test_report_filters_by_what_an_action_is_about(admin_client, client, ada):  # noqa: F811
    type_password(client, password="wrong")
    type_password(client)
    ada.groups.add(Group.objects.get(name="Moderators"))
    everything = report(admin_client).content.decode()
    door = report(admin_client, kind="door").content.decode()
    rights = report(admin_client, kind="rights").content.decode()
    assert "Signed in: without a second factor, in a new browser" in everything
    assert "Rights changed: given: Moderators" in everything
    assert "Sign-in failed: password" in door
    assert "given: Moderators" not in door
    assert "given: Moderators" in rights
    assert "Sign-in failed: password" not in rights


def test_report_is_saved_as_a_file_that_runs_no_formula(admin_client, client, ada):  # noqa: F811
    ada.first_name = "=1+1"
    ada.save()
    type_password(client)
    saved = b"".join(report(admin_client, export="csv").streaming_content).decode()
    assert "Signed in: without a second factor" in saved
    assert ",=1+1" not in saved


def test_old_entries_go_and_texts_stay(client, ada, settings):  # noqa: F811
    type_password(client)
    type_password(client, password="wrong")
    ModelLogEntry.objects.log_action(ada, "wagtail.edit", user=ada)
    ModelLogEntry.objects.update(timestamp=timezone.now() - timedelta(days=91))
    forget_old()
    assert not done(actions.SIGN_IN_FAILED).exists()
    assert done(actions.SIGNED_IN).exists()
    ModelLogEntry.objects.update(timestamp=timezone.now() - timedelta(days=settings.AUDIT_DAYS + 1))
    forget_old()
    assert not done(actions.SIGNED_IN).exists()
    assert done("wagtail.edit").exists()


def test_stream_for_another_machine_names_nobody(client, ada, caplog):  # noqa: F811
    with caplog.at_level("INFO", logger="portal.audit"):
        type_password(client)
    line = next(message for message in caplog.messages if "portal.signed_in" in message)
    assert f"about=user.{ada.pk} by={ada.pk}" in line
    assert "ada" not in line
