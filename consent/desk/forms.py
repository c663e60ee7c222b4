"""The forms of the desk. The rules stand in ``rules.revealing`` and ``rules.on_behalf``: these are their fields."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from consent.addresses import Address, parse_address
from consent.addresses.address import LONGEST
from consent.rules.on_behalf import LONGEST_REFERENCE, Channel, Order, check_reference
from consent.rules.revealing import LONGEST_REASON, check_reason
from portal.models import User


class FindForm(forms.Form):
    """A whole address."""

    email = forms.CharField(
        max_length=LONGEST,
        label=_("E-mail address"),
        help_text=_("The whole address, as the person gave it. Nothing is found by a part of it."),
        widget=forms.EmailInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )

    def clean_email(self) -> Address:
        return parse_address(self.cleaned_data["email"])


class RevealForm(forms.Form):
    """Why somebody has to see an address."""

    reason = forms.CharField(
        max_length=LONGEST_REASON,
        label=_("Reason"),
        help_text=_("A sentence that the person may read: it stands in what they can see about themselves."),
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off"}),
    )

    def clean_reason(self) -> str:
        return check_reason(self.cleaned_data["reason"])


class OrderForm(forms.Form):
    """How a person asked, and where the request is filed."""

    channel = forms.ChoiceField(choices=Channel.choices, widget=forms.RadioSelect, label=_("How did the person ask?"))
    reference = forms.CharField(
        max_length=LONGEST_REFERENCE,
        label=_("Filed under"),
        help_text=_("The number or date under which the request is filed, such as 2026-114. No name and no address."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    is_sure = forms.BooleanField(
        label=_("I have made sure that the request comes from the person whom it is about"),
        error_messages={"required": _("Make sure of it first. A link by mail is the safest way.")},
    )

    def clean_reference(self) -> str:
        try:
            return check_reference(self.cleaned_data["reference"])
        except ValidationError as error:
            raise ValidationError(error.messages) from None

    def order(self, user: User) -> Order:
        """What the form says, as the rules want it."""
        return Order(by=user, channel=self.cleaned_data["channel"], reference=self.cleaned_data["reference"])


class EraseForm(OrderForm):
    """The same, and whether the address may ever be written to again."""

    never_write = forms.BooleanField(
        required=False,
        label=_("Never write to this address again"),
        help_text=_("Only if the person asked for it. Later sign-ups with the address then have no effect."),
    )
    field_order = ["channel", "reference", "never_write", "is_sure"]
