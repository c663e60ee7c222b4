"""The actions that are kept, and what the log says of each.

Texts, pages and settings are logged by Wagtail itself; reviews, consents and decisions on comments stand in ledgers.
"""

from typing import Any

from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import LogFormatter

SIGNED_IN = "portal.signed_in"
SIGN_IN_FAILED = "portal.sign_in_failed"
SIGNED_OUT = "portal.signed_out"
SESSIONS_ENDED = "portal.sessions_ended"
PASSWORD_CHANGED = "portal.password_changed"  # noqa: S105 - the name of an action
FACTOR_ADDED = "portal.factor_added"
FACTOR_REMOVED = "portal.factor_removed"
FACTORS_RESET = "portal.factors_reset"
CODES_MADE = "portal.recovery_codes_made"
RIGHTS_CHANGED = "portal.rights_changed"
EXPORTED = "portal.exported"
ADDRESS_SEEN = "portal.address_seen"

LABELS: dict[str, Any] = {
    SIGNED_IN: _("Signed in"),
    SIGN_IN_FAILED: _("Sign-in failed"),
    SIGNED_OUT: _("Signed out"),
    SESSIONS_ENDED: _("Sessions ended"),
    PASSWORD_CHANGED: _("Password changed"),
    FACTOR_ADDED: _("Second factor set up"),
    FACTOR_REMOVED: _("Second factor removed"),
    FACTORS_RESET: _("Second factors reset"),
    CODES_MADE: _("Recovery codes made"),
    RIGHTS_CHANGED: _("Rights changed"),
    EXPORTED: _("Exported"),
    ADDRESS_SEEN: _("Address of a person seen"),
}
PROOFS = {"app": _("with a code"), "passkey": _("with a passkey"), "recovery": _("with a recovery code")}


def sentence(action: str, data: dict[str, Any]) -> str:
    """What happened, in words."""
    label = str(LABELS[action])
    if action == SIGNED_IN:
        parts = [str(PROOFS.get(data.get("proof", ""), _("without a second factor")))]
        parts += [] if data.get("is_known_device") else [_t("in a new browser")]
    elif action == RIGHTS_CHANGED:
        parts = [_t("given: %(names)s") % {"names": names} for names in [", ".join(data.get("given", []))] if names]
        parts += [_t("taken: %(names)s") % {"names": names} for names in [", ".join(data.get("taken", []))] if names]
    else:
        parts = [str(data[key]) for key in ("name", "step", "path", "person") if data.get(key)]
    return f"{label}: {', '.join(parts)}" if parts else label


def register(actions: Any) -> None:
    """Registers all of them with Wagtail's log."""
    for action, words in LABELS.items():

        @actions.register_action(action)
        class StaffAction(LogFormatter):
            label = words

            def format_message(self, log_entry):
                return sentence(log_entry.action, log_entry.data)
