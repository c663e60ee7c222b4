"""Who sees what of the desk (docs/roles.md). Each right stands for itself; figures need the least.

Whoever may not look up contacts sees figures in steps of five (``small_numbers``) and nothing of any person.
"""

from wagtail.admin.auth import permission_required

from consent.rules.on_behalf import CARRY_OUT, LIFT
from consent.rules.revealing import PERMISSION as REVEAL
from portal.models import User

SEE_FIGURES = "consent.view_consent"
LOOK_UP = "consent.view_contact"

sees_figures = permission_required(SEE_FIGURES)
looks_up = permission_required(LOOK_UP)
reveals = permission_required(REVEAL)

OURS = (SEE_FIGURES, LOOK_UP, REVEAL, CARRY_OUT, LIFT)


def may_see_figures(user: User) -> bool:
    """Whether the desk is open to ``user``."""
    return user.has_perm(SEE_FIGURES)


def may_look_up(user: User) -> bool:
    """Whether ``user`` may look a person up."""
    return user.has_perm(LOOK_UP)
