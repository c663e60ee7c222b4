"""The addresses of the mailbox. ``portal.urls`` has them in demonstration mode alone."""

from django.urls import path

from demo.mailbox.views import mail, mail_attachment, mail_html, mailbox

urlpatterns = [
    path("", mailbox, name="mailbox"),
    path("<str:name>/", mail, name="mailbox_mail"),
    path("<str:name>/html/", mail_html, name="mailbox_html"),
    path("<str:name>/<int:number>/", mail_attachment, name="mailbox_attachment"),
]
