"""An issue as its editor sees it before anybody else: a copy for a made-up person, on the screen or in one's mailbox.

No link of it is real: a test that is forwarded stops nobody's newsletter.
"""

from email.utils import formataddr, parseaddr

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.mail import EmailMultiAlternatives
from django.utils import timezone
from django.utils.translation import gettext as _

from consent.links import link, unsubscribe_link
from consent.models import InForce, NewsletterIssue, TextVersion
from consent.newsletter.rendering import Copy, Rendered, render
from consent.newsletter.sources import entries_of
from portal.models import CommunitySettings, User

NO_LINK = "no-link-at-all-x"  # as long as a real one


class TrialRefusedError(ValidationError):
    """A test that can't be sent. Holds a sentence for the editor."""


def try_out(
    issue: NewsletterIssue, *, language: str, is_discreet: bool = False, is_test: bool = False
) -> Rendered | None:
    """The copy for a made-up person; None if the issue has nothing to show in ``language``. Changes nothing."""
    entries = entries_of(issue.articles, issue.purpose.site, language)
    return render(issue, entries, _copy(issue, language, is_discreet), is_test=is_test) if entries else None


def send_test(issue: NewsletterIssue, *, to: User, language: str, is_discreet: bool = False) -> None:
    """Sends the copy to the address of one's own account, marked as a test. Raises ``TrialRefusedError``."""
    if not to.email:
        raise TrialRefusedError(_("Your account has no e-mail address."))
    copy = try_out(issue, language=language, is_discreet=is_discreet, is_test=True)
    if copy is None:
        raise TrialRefusedError(_("There is nothing to show in this language."))
    message = EmailMultiAlternatives(
        copy.subject,
        copy.text,
        formataddr((copy.sender, parseaddr(settings.DEFAULT_FROM_EMAIL)[1])),
        [to.email],
        headers=copy.headers,
    )
    message.attach_alternative(copy.html, "text/html")
    try:
        message.send()
    except OSError:
        raise TrialRefusedError(_("The mail server did not take the test. Try again later.")) from None


def _copy(issue: NewsletterIssue, language: str, is_discreet: bool) -> Copy:
    site, purpose = issue.purpose.site, issue.purpose
    words = InForce.objects.filter(
        site=site, kind=TextVersion.Kind.PURPOSE, code=purpose.code, language=language
    ).values_list("version__title", flat=True)
    return Copy(
        language=language,
        is_discreet=is_discreet,
        agreed_words=words.first() or purpose.code,
        agreed_on=timezone.localdate(timezone=CommunitySettings.for_site(site).zone),
        stop_url=unsubscribe_link(site=site, token=NO_LINK),
        preferences_url=link("preferences", site=site, language=language, token=NO_LINK),
    )
