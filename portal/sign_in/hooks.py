"""Registers the screens of an account in the admin. ``portal.wagtail_hooks`` imports it."""

from django.forms import Form
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.views.account import BaseSettingsPanel
from wagtail.admin.widgets import Button

from portal.sign_in import security_views as views


@hooks.register("register_admin_urls")
def add_screens():
    return [
        path("account/sign-in/", views.security, name="sign_in_security"),
        path("account/sign-in/devices/<int:pk>/remove/", views.remove_factor, name="remove_factor"),
        path("account/sign-in/codes/", views.new_codes, name="new_codes"),
        path("account/sign-in/sessions/end/", views.end_others, name="end_other_sessions"),
        path("account/sign-in/sessions/<int:pk>/end/", views.end_session, name="end_session"),
        path("users/<int:pk>/reset-second-factors/", views.reset_factors, name="reset_factors"),
    ]


class SecurityPanel(BaseSettingsPanel):
    """Leads from the account to its devices and sessions. Nothing is typed in it."""

    name = "sign_in"
    title = _("Sign-in and security")
    order = 550
    template_name = "portal/admin/sign_in/panel.html"
    form_class = Form

    def get_form(self):
        """An empty form, which Wagtail's screen takes for one that was left alone."""
        return self.form_class()


hooks.register("register_account_settings_panel", SecurityPanel)


@hooks.register("register_user_listing_buttons")
def offer_reset(user, request_user):
    if request_user.is_superuser and user.pk != request_user.pk:
        yield Button(_("Reset second factors"), reverse("reset_factors", args=[user.pk]), icon_name="key", priority=40)
