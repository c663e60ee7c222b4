"""The mailbox in the browser. It changes nothing, sets no cookie and is in no index."""

from functools import wraps

from csp.decorators import csp_exempt
from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from demo.mailbox.box import folder, sent_mail, sent_mails


def _of_the_mailbox(view):
    @never_cache
    @require_safe
    @wraps(view)
    def shown(request, *args, **kwargs):
        response = view(request, *args, **kwargs)
        response["X-Robots-Tag"] = "noindex, nofollow"
        return response

    return shown


def _found(name):
    if mail := sent_mail(name):
        return mail
    raise Http404


@_of_the_mailbox
def mailbox(request):
    """What was sent, the newest first."""
    return render(request, "demo/mailbox.html", {"mails": list(sent_mails()), "is_kept": folder() is not None})


@_of_the_mailbox
def mail(request, name):
    """One message."""
    return render(request, "demo/mail.html", {"mail": _found(name)})


@csp_exempt()  # it has a stricter one
@_of_the_mailbox
def mail_html(request, name):
    """The HTML of a message, by itself."""
    response = HttpResponse(_found(name).html)
    response["Content-Security-Policy"] = settings.LETTER_CONTENT_POLICY
    return response


@_of_the_mailbox
def mail_attachment(request, name, number):
    """One file that came with a message, to be saved."""
    attachments = _found(name).attachments
    if not 1 <= number <= len(attachments):
        raise Http404
    attachment = attachments[number - 1]
    response = HttpResponse(attachment.content, content_type="application/octet-stream")
    response.headers["Content-Disposition"] = f'attachment; filename="{_plain(attachment.name)}"'
    return response


def _plain(name):
    return "".join(character if character.isalnum() or character in "._-" else "_" for character in name)
