"""What the portal and its consent core hold of people: one declaration for each model (GDPR, articles 13, 15, 17, 30).

``articles.register`` declares what articles hold. docs/what-we-process.md shows the whole.
"""

from django.utils.translation import gettext_lazy as _

from consent import models
from consent.register import erasers, exporters
from consent.register.personal_data import PersonalData, declare, goes_with, holds_nothing
from portal import models as portal_models

CONSENT = _("Your consent (GDPR, article 6 (1) (a))")
DUTY = _("A duty by law (GDPR, article 6 (1) (c))")
INTEREST = _("Our legitimate interest (GDPR, article 6 (1) (f))")
WITH_ADDRESS = _("As long as your address")

declare(
    PersonalData(
        model=models.Contact,
        what=_("Your e-mail address, encrypted"),
        why=_("To send what you asked for, and nothing else"),
        basis=CONSENT,
        how_long=_("Until you erase it, or 30 days after you withdrew everything"),
        exporter=exporters.contact,
        eraser=erasers.erase_contacts,
    )
)
declare(
    PersonalData(
        model=models.Consent,
        what=_("What you agreed to"),
        why=_("To know what may be sent to you"),
        basis=CONSENT,
        how_long=WITH_ADDRESS,
        exporter=exporters.consents,
        eraser=erasers.erase_consents,
    )
)
declare(
    PersonalData(
        model=models.Request,
        what=_("Requests that wait for you to open a link"),
        why=_("To make sure that the address is yours"),
        basis=CONSENT,
        how_long=_("48 hours, or until the link is used"),
        exporter=exporters.requests,
        eraser=erasers.erase_requests,
        comes_with_asking=True,
    )
)
declare(
    PersonalData(
        model=models.Token,
        what=_("Links in our mail that still work"),
        why=_("So that you can confirm, change and stop without an account"),
        basis=CONSENT,
        how_long=_("From 30 minutes to two years; links to stop mail live longest"),
        exporter=exporters.links,
        eraser=erasers.erase_links,
        comes_with_asking=True,
    )
)
declare(
    PersonalData(
        model=models.OutgoingMail,
        what=_("Mail to you: which e-mail, when, whether it went out"),
        why=_("To send it once, and to find out why one did not arrive"),
        basis=CONSENT,
        how_long=_("30 days after it was sent. What an e-mail said is not kept"),
        exporter=exporters.mails,
        eraser=erasers.erase_mail,
        comes_with_asking=True,
    )
)
declare(
    PersonalData(
        model=models.MailEvent,
        what=_("Reports of mail servers on mail to you"),
        why=_("To stop writing to a mailbox that does not exist, or to somebody who objects"),
        basis=INTEREST,
        how_long=_("90 days. It leads to you as long as the note of the mail is there"),
        exporter=exporters.mail_events,
        eraser=erasers.erase_mail_events,
        stays=_(
            "That there was such a report, for 90 days, so that it counts once however often it comes. Nothing shows "
            "whom it was about."
        ),
        comes_with_asking=True,
    )
)
declare(
    PersonalData(
        model=models.ConsentEntry,
        what=_("Our record of what you agreed to, changed and withdrew"),
        why=_("To be able to show that you agreed, and to which words (GDPR, article 7 (1))"),
        basis=DUTY,
        how_long=_("For good, without your address"),
        exporter=exporters.entries,
        stays=_(
            "It holds no address and no name, only a reference that nobody can turn back without your address and our "
            "key. It proves what was agreed to, and that we did as you asked."
        ),
        comes_with_asking=True,
    )
)
declare(
    PersonalData(
        model=models.Suppression,
        what=_("That we never write to your address again"),
        why=_("To keep to it, even if somebody types your address"),
        basis=DUTY,
        how_long=_("Until you ask to be written to again"),
        exporter=exporters.suppressions,
        stays=_("Without it we could not know that you want no mail. It holds a keyed reference and no address."),
    )
)
declare(
    PersonalData(
        model=models.Erasure,
        what=_("That we erased your data, and when"),
        why=_("To erase it again if an older backup has to be restored"),
        basis=DUTY,
        how_long=_("For good, without your address"),
        exporter=exporters.erasures,
        stays=_("It holds a keyed reference and a time, and no address."),
    )
)
declare(
    PersonalData(
        model=models.AddressReveal,
        what=_("Each time a member of our staff looked at your address"),
        why=_("So that you can see who did, and why"),
        basis=DUTY,
        how_long=_("For good. The reason is erased with your address"),
        exporter=exporters.reveals,
        eraser=erasers.blank_reveals,
        stays=_("Who looked, and when, stays with a keyed reference. The reason goes."),
    )
)
declare(
    PersonalData(
        model=models.RateCount,
        what=_("How often something was asked for with your address"),
        why=_("To keep others from flooding your mailbox"),
        basis=INTEREST,
        how_long=_("A month at most"),
        exporter=exporters.counts,
        stays=_("A number beside a keyed reference. It goes by itself."),
        comes_with_asking=True,
    )
)
declare(
    PersonalData(
        model=portal_models.User,
        what=_("Accounts of our staff"),
        why=_("To sign in and to answer for what one does"),
        basis=_("The work agreed on (GDPR, article 6 (1) (b))"),
        how_long=_("Until an administrator deletes the account"),
        exporter=exporters.accounts,
        stays=_("An administrator closes accounts of staff, not a link in a mail."),
    )
)
# How staff sign in, sealed or as keyed digests; failed tries and sessions also end by themselves (portal.sign_in).
goes_with("portal.User", "portal.FailedTry", "portal.RecoveryCode", "portal.SecondFactor", "portal.StaffSession")
# What has not left yet of letters to them; five days at most (portal.staff_outbox).
goes_with("portal.User", "portal.StaffLetter")
declare(
    PersonalData(
        model=portal_models.CommunitySettings,
        what=_("The contact address of a community"),
        why=_("It stands in the foot of every page"),
        basis=DUTY,
        how_long=_("Until an administrator changes it"),
        exporter=exporters.published_addresses,
        stays=_("It is published by the community itself."),
    )
)
holds_nothing(
    "consent.ConsentSettings",
    "consent.InForce",
    "consent.KeyCheck",
    "consent.NewsletterIssue",
    "consent.Notice",
    "consent.PolicyPage",
    "consent.Purpose",
    "consent.PurposeWords",
    "consent.TextVersion",
    "portal.ContentChange",
    "portal.FeaturedPage",
    "portal.FrontState",
    "portal.GoneAddress",
    "portal.HomePage",
    "portal.JobRun",
    "portal.LedgerHead",
    "portal.Picture",
    "portal.PictureRendition",
    "portal.StandardPage",
)
