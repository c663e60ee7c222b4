"""How staff are told where a review stands."""

from django.utils.translation import gettext_lazy as _

from articles.review.status import Standing

STANDING_WORDS = {
    Standing.CURRENT: _("Current"),
    Standing.DUE_SOON: _("Due soon"),
    Standing.OVERDUE: _("Overdue"),
    Standing.CHANGED: _("Changed since review"),
    Standing.WITHDRAWN: _("Approval withdrawn"),
    Standing.NEVER: _("Never reviewed"),
}
