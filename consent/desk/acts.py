"""What staff may carry out for a person, each with a screen that says what it does and asks how the person asked."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Model
from django.urls import reverse
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from consent.desk.forms import EraseForm, OrderForm
from consent.journal import JournalError
from consent.models import Contact, Request, Suppression
from consent.rules.on_behalf import (
    CARRY_OUT,
    LIFT,
    erase_person,
    lift_suppression,
    send_own_data_link,
    withdraw_everything,
)
from portal.models import User


@dataclass(frozen=True)
class Act:
    """One act. ``run`` gets the row, the form's order and the form's other answers, and says what it did."""

    name: str
    model: type[Model]
    title: Any
    explanation: Any
    button: Any
    permission: str
    run: Callable[..., str]
    form: type[OrderForm] = OrderForm
    is_serious: bool = False

    def url(self, row: Model) -> str:
        """Where it is asked for."""
        return reverse(self.name, args=[row.pk])


def _withdraw(contact, order, _answers) -> str:
    withdrawn = withdraw_everything(contact, order=order)
    return _t("Withdrawn: %(number)d consents. Nothing more is sent.") % {"number": withdrawn}


def _erase(holder, order, answers) -> str:
    erase_person(holder, order=order, never_write=answers["never_write"])
    return _t("Erased. The ledger keeps that it happened, and no address.")


def _send_link(contact, order, _answers) -> str:
    if send_own_data_link(contact, order=order):
        return _t("The mail with the link is queued.")
    return _t("A link was sent today already. The person gets no second one.")


def _lift(suppression, order, _answers) -> str:
    try:
        lift_suppression(suppression, order=order)
    except JournalError:
        return _t(
            "Mail is possible again, but the journal can’t be written: a restore would undo it. Tell the operator."
        )
    return _t("Mail to this address is possible again. The person has to sign up anew.")


_ERASING = _("Takes away address, consents, links and mail that waits. The ledger keeps what happened, and no address.")
ACTS = (
    Act(
        "consent_send_link",
        Contact,
        _("Send the link to their own data"),
        _("The person gets a mail with a link, at the address that is held. It opens everything held on them, once."),
        _("Queue the mail"),
        CARRY_OUT,
        _send_link,
    ),
    Act(
        "consent_withdraw_all",
        Contact,
        _("Withdraw every consent"),
        _("Nothing more is sent for any purpose, in any community. The address itself is erased 30 days later."),
        _("Withdraw everything"),
        CARRY_OUT,
        _withdraw,
    ),
    Act("consent_erase", Contact, _("Erase"), _ERASING, _("Erase for good"), CARRY_OUT, _erase, EraseForm, True),
    Act(
        "consent_erase_request",
        Request,
        _("Erase what waits for a confirmation"),
        _ERASING,
        _("Erase for good"),
        CARRY_OUT,
        _erase,
        EraseForm,
        True,
    ),
    Act(
        "consent_lift",
        Suppression,
        _("Allow mail again"),
        _("Only if the owner of the mailbox asked for it. Earlier consents do not come back."),
        _("Allow mail"),
        LIFT,
        _lift,
    ),
)


def acts_on(row: Model, user: User) -> list[dict[str, Any]]:
    """The acts on ``row`` that ``user`` may carry out, as buttons."""
    return [
        {"label": act.title, "url": act.url(row), "is_serious": act.is_serious}
        for act in ACTS
        if isinstance(row, act.model) and user.has_perm(act.permission)
    ]
