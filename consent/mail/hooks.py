"""Where the mail provider reports: ``/hooks/mail/<provider>/tracking/``, read and verified by anymail.

Loaded only where ``MAIL_PROVIDER`` is set. A report without the agreed name and password (and Mailgun's signature) is
answered 400 before anything is looked at.
"""

from anymail.signals import EventType, tracking
from anymail.webhooks.mailgun import MailgunTrackingWebhookView
from anymail.webhooks.postmark import PostmarkTrackingWebhookView
from django.dispatch import receiver
from django.urls import URLPattern, path

from consent.mail.reports import Kind, Report, bounce_kind, carry_out

VIEWS = {"mailgun": MailgunTrackingWebhookView, "postmark": PostmarkTrackingWebhookView}


def hooks(provider: str) -> list[URLPattern]:
    """The one address at which ``provider`` reports."""
    return [path(f"hooks/mail/{provider}/tracking/", VIEWS[provider].as_view(), name="mail_hook")]


@receiver(tracking, dispatch_uid="carry_out_reports")
def receive(event, esp_name, **_signal):
    """Carries out what concerns us. An error is answered 500, and the provider reports again."""
    if kind := kind_of(event):
        number = event.event_id or f"{event.event_type}:{event.message_id}:{event.timestamp}"
        name = f"{esp_name}:{number}"
        carry_out(Report(name, kind, event.message_id or "", event.recipient or "", event.timestamp))


def kind_of(event) -> Kind | None:
    """What the report is about; None for deliveries and whatever else is nobody's business."""
    match event.event_type:
        case EventType.COMPLAINED:
            return Kind.COMPLAINT
        case EventType.UNSUBSCRIBED:
            return Kind.UNSUBSCRIBED
        case EventType.BOUNCED | EventType.REJECTED:
            may_pass = event.esp_event.get("Type") == "SoftBounce"  # Postmark's; anymail calls it bounced as well
            return bounce_kind(event.reject_reason or "", event.mta_response or "", may_pass=may_pass)
        case EventType.DEFERRED:
            return Kind.SOFT_BOUNCE
    return None
