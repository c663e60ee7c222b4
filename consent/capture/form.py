"""The sign-up form: when a POST counts as consent (GDPR, articles 4 (11) and 7; DESIGN.md, C1 and C2).

A valid address, at least one box that the person ticked themselves, and the words that they saw still in force. What
was typed goes back into the form and nowhere else.
"""

from collections.abc import Iterable

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.models import Site

from consent.addresses import Address, parse_address
from consent.capture.posted import Posted
from consent.versions.offers import Offer, newsletters, offer_of, texts_in_force


class SignUpForm(forms.Form):
    """One POST, against the words in force. ``offer``: what its box shows now, or None if nothing is offered."""

    email = forms.CharField(required=False, strip=False)
    purpose = forms.Field(required=False)
    discreet = forms.BooleanField(required=False)

    def __init__(self, posted: Posted, *, site: Site, language: str):
        super().__init__({"email": posted.email, "purpose": posted.purpose, "discreet": posted.discreet})
        self.posted = posted
        self.offer = current_offer(site, language, posted.offered)

    @property
    def is_stale(self) -> bool:
        """Whether the person saw other words than those in force."""
        return self.offer is None or self.posted.seen != self.offer.digest

    @property
    def sentences(self) -> dict[str, str]:
        """What is wrong, a sentence for each field."""
        return {name: str(errors[0]) for name, errors in self.errors.items()}

    def clean_email(self) -> Address:
        return parse_address(self.cleaned_data["email"])

    def clean_purpose(self) -> tuple[str, ...]:
        chosen = self.cleaned_data["purpose"] or ()
        if not chosen:
            raise ValidationError(_("Please tick what we may write to you about."), code="required")
        if self.offer is None or not set(chosen) <= set(self.offer.boxes):
            raise ValidationError(_("One of these boxes is not offered here. Please choose again."), code="invalid")
        return tuple(chosen)


def current_offer(site: Site, language: str, offered: Iterable[str] = ()) -> Offer | None:
    """What a box that offered these purposes shows now; every newsletter if none of them is offered any more."""
    texts = texts_in_force(site, language)
    every = newsletters(texts)
    still = [code for code in offered if code in every]
    return offer_of(site, language, codes=still or every, texts=texts)
