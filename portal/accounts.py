"""Who may sign in, and what an account is read with. Demo accounts are accounts of the demonstration alone: outside
it they can't be made, can't sign in, and a check at start names them.
"""

from django.conf import settings
from django.contrib.auth.backends import ModelBackend
from django.core import checks
from django.db.models import CharField, F, Func, OuterRef, Subquery, Value
from django.db.models.functions import Concat


class PortalBackend(ModelBackend):
    """Django's own sign-in, closed to demo accounts outside demonstration mode."""

    def user_can_authenticate(self, user):
        """Whether the account may be used. Asked at sign-in and again for every request of a session."""
        if getattr(user, "is_demo", False) and not settings.DEMO:
            return False
        return super().user_can_authenticate(user)

    def get_user(self, user_id):
        """The account of a session with its profile and its rights, which every screen of the admin asks for. One query
        where Django asks four.
        """
        from portal.models import User

        found = User._default_manager.filter(pk=user_id).select_related("wagtail_userprofile")
        user = found.annotate(
            rights_of_groups=_rights(User.groups.through, "group__permissions"),
            rights_of_its_own=_rights(User.user_permissions.through, "permission"),
        ).first()
        if user is None or not self.user_can_authenticate(user):
            return None
        if not user.is_superuser:  # who has every right
            groups, own = user.rights_of_groups or "", user.rights_of_its_own or ""
            vars(user).update(_group_perm_cache=set(groups.split()), _user_perm_cache=set(own.split()))  # Django's
        return user


class Joined(Func):
    """Texts of many rows as one, with a space between: the database's own function."""

    function = "GROUP_CONCAT"
    output_field = CharField()

    def as_postgresql(self, compiler, connection, **context):
        return super().as_sql(compiler, connection, function="STRING_AGG", **context)


def _rights(through, permission: str) -> Subquery:
    """The names of rights that an account has by rows of ``through``."""
    name = Concat(F(f"{permission}__content_type__app_label"), Value("."), F(f"{permission}__codename"))
    rows = through.objects.filter(user=OuterRef("pk")).order_by()
    return Subquery(rows.annotate(names=Joined(name, Value(" "))).values("names"))


@checks.register(checks.Tags.database, deploy=True)
def check_no_demo_accounts(app_configs, databases, **kwargs):
    """Error ``portal.E001`` for demo accounts in a database that is used outside demonstration mode."""
    from portal.models import User

    if settings.DEMO or not databases:
        return []
    names = list(User.objects.filter(is_demo=True).values_list("username", flat=True)[:20])
    if not names:
        return []
    return [
        checks.Error(
            f"This database holds demo accounts ({', '.join(names)}), and demonstration mode is off.",
            hint="Start with a database of its own, or delete these accounts.",
            id="portal.E001",
        )
    ]
