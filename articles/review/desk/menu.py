"""Where the desk stands in the menu."""

from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem

from articles.review.desk.access import may_open_desk
from articles.review.desk.frame import ICON


class ReviewMenuItem(MenuItem):
    """Shown to those to whom the desk is open."""

    def __init__(self):
        super().__init__(_("Medical review"), reverse_lazy("review_desk"), icon_name=ICON, name="reviews", order=150)

    def is_shown(self, request):
        return may_open_desk(request.user)
