"""What Wagtail's log says of acts that staff carried out: how the person asked, and where that is filed."""

from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import LogFormatter

from consent.rules.on_behalf import ERASED, LIFTED, LINK_SENT, WITHDRAWN, Channel

LABELS = {
    WITHDRAWN: _("Consents withdrawn for a person"),
    ERASED: _("Person erased"),
    LINK_SENT: _("Link to own data sent"),
    LIFTED: _("Mail allowed again"),
}


def register_acts(actions) -> None:
    """Registers a sentence for each."""
    for action, words in LABELS.items():

        @actions.register_action(action)
        class CarriedOut(LogFormatter):
            label = words

            def format_message(self, log_entry):
                channels = dict(Channel.choices)
                return _t("%(what)s. %(how)s, filed under %(reference)s") % {
                    "what": self.label,
                    "how": channels.get(log_entry.data.get("channel"), ""),
                    "reference": log_entry.data.get("reference", ""),
                }
