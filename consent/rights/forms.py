"""The form with an address and one unticked box. What was typed stays in its field, and is kept nowhere else until the
whole form is right (DESIGN.md, C1).
"""

from http import HTTPStatus

from django import forms
from django.utils.translation import gettext_lazy as _

from consent.addresses import Address, parse_address
from consent.capture.admission import ONCE_MORE, Admission
from consent.capture.challenge import issue
from consent.capture.posted import Posted
from consent.versions.offers import Offer


class AddressForm(forms.Form):
    """An address, the agreement to the notice, the digest of what was shown.

    ``website`` is for programs, ``challenge`` what a page that asked to press the button once more held
    (``consent.capture.admission``).
    """

    email = forms.CharField(
        required=False,
        strip=False,  # spaces around it are harmless, and what else may stand there is no address
        label=_("Your e-mail address"),
        widget=forms.EmailInput(attrs={"autocomplete": "email", "autocapitalize": "none", "spellcheck": "false"}),
    )
    purpose = forms.MultipleChoiceField()  # its choices are those of the offer
    seen = forms.CharField(required=False, widget=forms.HiddenInput)
    website = forms.CharField(required=False)
    challenge = forms.CharField(required=False)

    def __init__(self, *args, offer: Offer, **kwargs):
        super().__init__(*args, **kwargs)
        self.offer = offer
        self.new_challenge = ""
        self.fields["purpose"] = forms.MultipleChoiceField(
            required=False, label=_("Your agreement"), choices=[(box, box) for box in offer.boxes]
        )

    @property
    def is_ticked(self) -> bool:
        """Whether the box stays ticked: only for the words that stand beside it now."""
        return self.is_bound and self.data.get("seen") == self.offer.digest and "purpose" in self.data

    @property
    def posted(self) -> Posted:
        """What a valid form tells about who sent it."""
        return Posted(website=self.cleaned_data["website"], challenge=self.cleaned_data["challenge"])

    def send_back(self, admission: Admission, network: str) -> HTTPStatus:
        """Says in words why a valid form was not admitted, and returns what is answered."""
        if admission is Admission.TOO_MANY:
            self.add_error(None, _("Many requests came from where you are. Please try again in an hour."))
            return HTTPStatus.TOO_MANY_REQUESTS
        self.add_error(None, ONCE_MORE)
        self.new_challenge = issue(network)
        return HTTPStatus.UNPROCESSABLE_ENTITY

    def clean_email(self) -> Address:
        """The address as it was read."""
        return parse_address(self.cleaned_data["email"])

    def clean_purpose(self) -> list[str]:
        """Exactly the box that is there, ticked."""
        if not self.cleaned_data["purpose"]:
            raise forms.ValidationError(
                _("Please tick the box if you agree. Without that we may not use your address.")
            )
        return self.cleaned_data["purpose"]

    def clean(self) -> dict:
        """Refuses words that are no longer those in force."""
        if self.data.get("seen") != self.offer.digest:
            raise forms.ValidationError(
                _("These words have changed. Please read them once more, and tick the box again.")
            )
        return self.cleaned_data
