"""The addresses of the door, which nobody must be signed in for. They stand before Wagtail's own."""

from django.urls import path
from django.views.generic import RedirectView

from portal.sign_in.confirming import confirm_screen
from portal.sign_in.door_views import PasswordView, begin_with_passkey, leave, second_step, sign_in_with_passkey
from portal.sign_in.set_up_views import set_up, set_up_app, set_up_passkey

urlpatterns = [
    path("admin/login/", PasswordView.as_view(), name="wagtailadmin_login"),
    path("admin/login/second-step/", second_step, name="second_step"),
    path("admin/login/passkey/", begin_with_passkey, name="begin_with_passkey"),
    path("admin/login/passkey/answer/", sign_in_with_passkey, name="sign_in_with_passkey"),
    path("admin/login/leave/", leave, name="leave_door"),
    path("admin/login/set-up/", set_up, name="set_up"),
    path("admin/login/set-up/app/", set_up_app, name="set_up_app"),
    path("admin/login/set-up/passkey/", set_up_passkey, name="set_up_passkey"),
    path("admin/login/confirm/", confirm_screen, name="confirm"),
    # Wagtail's second door, for pages that are for staff alone, asks for a password and nothing more.
    path("_util/login/", RedirectView.as_view(pattern_name="wagtailadmin_login", query_string=True)),
]
