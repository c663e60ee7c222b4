from consent.models.contact import Consent, Contact, Request
from consent.models.entry import ConsentEntry
from consent.models.erasure import AddressReveal, Erasure, Suppression
from consent.models.limits import KeyCheck, RateCount
from consent.models.mail import MailEvent, OutgoingMail
from consent.models.newsletter import NewsletterIssue
from consent.models.notice import Notice
from consent.models.policy_page import PolicyPage
from consent.models.purpose import Purpose, PurposeWords
from consent.models.settings import ConsentSettings
from consent.models.token import Token
from consent.models.version import InForce, TextVersion

__all__ = [
    "AddressReveal",
    "Consent",
    "ConsentEntry",
    "ConsentSettings",
    "Contact",
    "Erasure",
    "InForce",
    "KeyCheck",
    "MailEvent",
    "NewsletterIssue",
    "Notice",
    "OutgoingMail",
    "PolicyPage",
    "Purpose",
    "PurposeWords",
    "RateCount",
    "Request",
    "Suppression",
    "TextVersion",
    "Token",
]
