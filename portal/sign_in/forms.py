"""The forms at the door. Each asks the rules whether a try is in order before it judges what was typed."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.auth import LoginForm

from portal.audit.recording import record_failure
from portal.models import User
from portal.network import network_of
from portal.sign_in import factors, limits
from portal.sign_in.devices import device_of

CODE = forms.TextInput(
    attrs={
        "autocomplete": "one-time-code",
        "autocapitalize": "off",
        "spellcheck": "false",
        "inputmode": "text",
        "autofocus": "",
    }
)


class PasswordForm(LoginForm):
    """User name and password. The answer is the same for names that there are and that there are not."""

    error_messages = {
        **LoginForm.error_messages,
        "invalid_login": _("User name and password don't belong together. Please try again."),
    }

    def clean(self):
        name = self.cleaned_data.get("username", "")
        if not name or "password" not in self.cleaned_data:
            return self.cleaned_data  # nothing to judge: it counts for nobody, and forgives nothing
        counters = limits.password_counters(name, network_of(self.request), device=device_of(self.request, name))
        with judged(counters) as attempt:
            try:
                cleaned = super().clean()
            except ValidationError:
                record_failure(User.objects.filter(username=name).first(), step="password")
                raise
            attempt.succeeded()
        return cleaned


class judged:  # noqa: N801 - reads as a statement
    """``with judged(counters) as attempt``: a try that is too many becomes a ``ValidationError``."""

    def __init__(self, counters):
        self.counters = counters

    def __enter__(self):
        try:
            return limits.Try(self.counters)
        except limits.TooOften as refusal:
            raise ValidationError(str(refusal), code="too_often") from refusal

    def __exit__(self, *_error):
        return False


class CodeForm(forms.Form):
    """A code of the app, or a recovery code. After ``is_valid``, ``proof`` says which it was."""

    code = forms.CharField(
        label=_("Code"),
        max_length=40,
        widget=CODE,
        help_text=_("The six digits that your app shows, or one of your recovery codes."),
        error_messages={"required": _("Type the code that your app shows.")},
    )
    proof = ""

    def __init__(self, *args, user, request, **kwargs):
        super().__init__(*args, **kwargs)
        self.user, self.request = user, request

    def clean_code(self):
        device = device_of(self.request, self.user.get_username())
        with judged(limits.code_counters(self.user.pk, device=device)) as attempt:
            self.proof = factors.use_any_code(self.user, self.cleaned_data["code"])
            if not self.proof:
                record_failure(self.user, step="code")
                raise ValidationError(
                    _("This code is not right, or was used already. Wait for the next one and type it."), code="wrong"
                )
            attempt.succeeded()
        return self.cleaned_data["code"]


class ConfirmForm(forms.Form):
    """The password again, before something that a stranger at an open screen must not do."""

    password = forms.CharField(
        label=_("Your password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password", "autofocus": ""}),
        error_messages={"required": _("Type your password.")},
    )

    def __init__(self, *args, user, request, **kwargs):
        super().__init__(*args, **kwargs)
        self.user, self.request = user, request

    def clean_password(self):
        name = self.user.get_username()
        counters = limits.password_counters(name, network_of(self.request), device=device_of(self.request, name))
        with judged(counters) as attempt:
            if not self.user.check_password(self.cleaned_data["password"]):
                record_failure(self.user, step="confirmation")
                raise ValidationError(_("This is not your password."), code="wrong")
            attempt.succeeded()
        return self.cleaned_data["password"]


class NameForm(forms.Form):
    """What a device is called."""

    name = forms.CharField(
        label=_("Name of the device"),
        max_length=60,
        help_text=_("So that you know it again, for example: phone, key ring, work laptop."),
        error_messages={"required": _("Give the device a name.")},
    )


class AppForm(NameForm):
    """The code with which an app shows that it has the secret."""

    code = forms.CharField(
        label=_("Code that the app shows now"),
        max_length=10,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
        error_messages={"required": _("Type the six digits that the app shows for this portal.")},
    )
    field_order = ["code", "name"]


class PasskeyForm(NameForm):
    """A name, and what the browser answered."""

    answer = forms.CharField(
        widget=forms.HiddenInput,
        error_messages={"required": _("Your browser did not answer. Passkeys need script and a secure connection.")},
    )
