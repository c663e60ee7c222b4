"""Names of staff, as colleagues see them. The ledger knows accounts by their numbers."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from portal.models import User


def names_of(accounts: Iterable[int | None]) -> dict[int, str]:
    """The name of each account; of one that is gone, its number. One query."""
    wanted = {pk for pk in accounts if pk is not None}
    known = {user.pk: str(user) for user in User.objects.filter(pk__in=wanted)} if wanted else {}
    return {pk: known.get(pk, _("Account %(number)d") % {"number": pk}) for pk in wanted}
