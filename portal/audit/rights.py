"""Who was given which rights, by whom: groups of accounts, rights of groups, administrators.

Whoever was given other rights by somebody else signs in again: their sessions end (OWASP, session management).
"""

from functools import partial

from django.contrib.auth.models import Group
from django.db import transaction
from django.db.models.signals import m2m_changed, pre_save
from wagtail.log_actions import get_active_log_context

from portal.audit import actions
from portal.audit.recording import record
from portal.models import User
from portal.sign_in.sessions import end_all

ADMINISTRATOR = "administrator"
DONE = {"post_add": "given", "post_remove": "taken"}


def note_relation(sender, instance, action, reverse, model, pk_set, **_signal):
    """Groups of an account, rights of an account or a group."""
    if action == "pre_clear":
        changed, pk_set = "taken", None
    elif action in DONE:
        changed = DONE[action]
    else:
        return
    if reverse:  # group.user_set.add(...)
        for user in model.objects.filter(pk__in=pk_set or ()):
            _enter(user, **{changed: [str(instance)]})
        return
    field = "groups" if sender is User.groups.through else "user_permissions" if model is not Group else ""
    of = getattr(instance, "permissions" if isinstance(instance, Group) else field)
    rows = of.all() if pk_set is None else model.objects.filter(pk__in=pk_set)
    if names := sorted(str(row) for row in rows):
        _enter(instance, **{changed: names})


def note_administrator(sender, instance, raw=False, update_fields=None, **_signal):
    """An account that becomes one of an administrator, ceases to be one, or is closed or opened."""
    is_touched = update_fields is None or {"is_superuser", "is_active"} & set(update_fields)
    before = User.objects.filter(pk=instance.pk).first() if instance.pk and is_touched and not raw else None
    if before is None:
        return
    given = [word for word, was, now in _marks(before, instance) if now and not was]
    taken = [word for word, was, now in _marks(before, instance) if was and not now]
    if given or taken:
        _enter(instance, given=given, taken=taken)


def connect() -> None:
    """Called once the models are there."""
    for through in (User.groups.through, User.user_permissions.through, Group.permissions.through):
        m2m_changed.connect(note_relation, sender=through, dispatch_uid=f"audit_{through.__name__}")
    pre_save.connect(note_administrator, sender=User, dispatch_uid="audit_administrators")


def _marks(before: User, after: User) -> list[tuple[str, bool, bool]]:
    return [
        (ADMINISTRATOR, before.is_superuser, after.is_superuser),
        ("account open", before.is_active, after.is_active),
    ]


def _enter(about, **changes: list[str]) -> None:
    by = get_active_log_context().user
    record(actions.RIGHTS_CHANGED, about=about, by=by, **changes)
    if isinstance(about, User) and by is not None and by.pk != about.pk:
        transaction.on_commit(partial(end_all, about))
