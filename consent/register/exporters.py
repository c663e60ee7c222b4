"""What is held of one address, model by model, as rows of plain values (GDPR, articles 15 and 20). Each function is the
exporter of one declaration in ``declarations``.
"""

from django.db.models import Prefetch, Q, prefetch_related_objects

from consent.addresses import Address
from consent.jobs import KEEPS_REPORTS, KEEPS_SETTLED_MAIL
from consent.keys.indexes import indexes
from consent.keys.ring import Use
from consent.models import (
    AddressReveal,
    Consent,
    ConsentEntry,
    Contact,
    Erasure,
    MailEvent,
    OutgoingMail,
    RateCount,
    Request,
    Token,
)
from consent.register.personal_data import Row, subjects_of
from consent.rules.retaining import forgotten_on
from consent.rules.suppressing import suppressions_of
from consent.versions.words_agreed import communities, texts_of, words_of
from portal.models import CommunitySettings, User

Contacts = list[Contact]


def requests(address: Address, contacts: Contacts) -> list[Row]:
    """Requests that wait: of this address, and of a new address of its owner."""
    wanted = Request.objects.filter(Q(pk__in=Request.objects.of(address)) | Q(corrects__in=contacts))
    return [
        {
            "kind": each.get_kind_display(),
            "address": str(each.address),
            "made_on": each.created_at,
            "language": each.language,
            "purposes": ", ".join(purpose["code"] for purpose in each.offer.get("purposes", [])),
            "discreet": each.is_discreet,
            "deleted_on": each.expires_at,
        }
        for each in wanted.order_by("created_at")
    ]


def contact(_address: Address, contacts: Contacts) -> list[Row]:
    """The address itself."""
    _bring_consents(contacts)
    return [
        {
            "address": str(each.address),
            "confirmed_on": each.confirmed_at,
            "language": each.language,
            "discreet": each.is_discreet,
            "reference": each.subject,
            "deleted_on": forgotten_on(each, each.consents.all()),
        }
        for each in contacts
    ]


def consents(_address: Address, contacts: Contacts) -> list[Row]:
    """What the person agreed to, as it stands now, with the words."""
    _bring_consents(contacts)
    found = sorted((one for each in contacts for one in each.consents.all()), key=lambda one: one.given_at)
    numbers = [each.entry_number for each in found]
    entries = {entry.number: entry for entry in ConsentEntry.objects.filter(number__in=numbers)}
    texts = texts_of(entries.values())
    goes = {each.pk: forgotten_on(each, each.consents.all()) for each in contacts}
    return [
        {
            "purpose": words[0]["title"] if (words := _purpose_words(each, entries, texts)) else each.purpose.code,
            "community": each.purpose.site.site_name or each.purpose.site.hostname,
            "given_on": each.given_at,
            "paused_until": each.paused_until,
            "withdrawn_on": each.withdrawn_at,
            "entry": each.entry_number,
            "words": words,
            "deleted_on": goes[each.contact_id],
        }
        for each in found
    ]


def _bring_consents(contacts: Contacts) -> None:
    """Reads what they agreed to, once for all who ask."""
    prefetch_related_objects(contacts, Prefetch("consents", Consent.objects.select_related("purpose__site")))


def _purpose_words(consent: Consent, entries: dict[int, ConsentEntry], texts: dict) -> list[Row]:
    entry = entries.get(consent.entry_number)
    return words_of(entry, texts, code=consent.purpose.code) if entry else []


def entries(address: Address, contacts: Contacts) -> list[Row]:
    """The ledger: each thing that happened, with the words that it was about."""
    numbers = Consent.objects.filter(contact__in=contacts).values("entry_number")
    pending = [str(pk) for pk in Request.objects.of(address).values_list("pk", flat=True)]
    own = Q(subject__in=subjects_of(address, contacts)) | Q(number__in=numbers) | Q(request_id__in=pending)
    known = set(ConsentEntry.objects.filter(own).exclude(request_id="").values_list("request_id", flat=True))
    found = list(ConsentEntry.objects.filter(own | Q(request_id__in=known)).order_by("number"))
    texts, names = texts_of(found), communities()
    return [
        {
            "entry": entry.number,
            "what": entry.get_action_display(),
            "how": entry.get_method_display(),
            "when": entry.recorded_at,
            "community": names.get(entry.site_id, ""),
            "language": entry.language,
            "wording": entry.wording_digest,
            "words": words_of(entry, texts),
            "deleted_on": None,
        }
        for entry in found
    ]


def mails(address: Address, contacts: Contacts) -> list[Row]:
    """Mail that was sent or waits."""
    wanted = OutgoingMail.objects.filter(_of_mail("", address, contacts)).select_related("site").order_by("created_at")
    return [
        {
            "letter": each.kind,
            "community": each.site.site_name or each.site.hostname,
            "state": each.get_state_display(),
            "made_on": each.created_at,
            "settled_on": each.settled_at,
            "deleted_on": each.settled_at + KEEPS_SETTLED_MAIL if each.settled_at else None,
        }
        for each in wanted
    ]


def mail_events(address: Address, contacts: Contacts) -> list[Row]:
    """What the mail provider reported."""
    wanted = MailEvent.objects.filter(_of_mail("mail__", address, contacts)).order_by("received_at")
    return [
        {"kind": each.kind, "when": each.received_at, "deleted_on": each.received_at + KEEPS_REPORTS} for each in wanted
    ]


def links(address: Address, contacts: Contacts) -> list[Row]:
    """Links that still work, what each is for, and until when."""
    wanted = Token.objects.filter(Q(contact__in=contacts) | Q(request__in=Request.objects.of(address)))
    return [
        {"kind": each.get_kind_display(), "made_on": each.created_at, "deleted_on": each.expires_at}
        for each in wanted.filter(used_at=None).order_by("created_at")
    ]


def suppressions(address: Address, _contacts: Contacts) -> list[Row]:
    """That nobody writes to the address any more, or asks its mailbox to confirm."""
    return [
        {"since": each.created_at, "reason": each.get_reason_display(), "deleted_on": None}
        for each in suppressions_of(address).order_by("created_at")
    ]


def erasures(address: Address, contacts: Contacts) -> list[Row]:
    """Earlier erasures."""
    wanted = Erasure.objects.filter(subject__in=subjects_of(address, contacts)).order_by("erased_at")
    return [{"when": each.erased_at, "deleted_on": None} for each in wanted]


def reveals(address: Address, contacts: Contacts) -> list[Row]:
    """Every time a member of staff saw the address."""
    wanted = AddressReveal.objects.filter(Q(subject__in=subjects_of(address, contacts)) | Q(contact__in=contacts))
    return [
        {"when": each.revealed_at, "who": each.username, "reason": each.reason, "deleted_on": None} for each in wanted
    ]


def counts(address: Address, _contacts: Contacts) -> list[Row]:
    """How often something was asked for with the address. A row that counts nothing stands for no span."""
    actions = RateCount.objects.values_list("action", flat=True).distinct()
    values = {address.family, address.canonical}
    keys = [key for name in actions for value in values for key in indexes(Use.LIMITS, f"{name}|{value}")]
    wanted = RateCount.objects.filter(key__in=keys).order_by("begins_at")
    return [
        {
            "what": each.action,
            "count": each.count or None,
            "since": each.begins_at if each.count else None,
            "deleted_on": each.ends_at,
        }
        for each in wanted
    ]


def accounts(address: Address, _contacts: Contacts) -> list[Row]:
    """The account of a member of staff."""
    return [
        {
            "name": each.get_full_name(),
            "user_name": each.username,
            "address": each.email,
            "made_on": each.date_joined,
            "last_sign_in": each.last_login,
            "groups": ", ".join(group.name for group in each.groups.all()),
            "deleted_on": None,
        }
        for each in User.objects.filter(email__iexact=str(address)).prefetch_related("groups")
    ]


def published_addresses(address: Address, _contacts: Contacts) -> list[Row]:
    """The address of a community that stands in the foot of its pages."""
    wanted = CommunitySettings.objects.filter(contact_email__iexact=str(address)).select_related("site")
    return [{"community": str(each), "address": each.contact_email, "deleted_on": None} for each in wanted]


def _of_mail(prefix: str, address: Address, contacts: Contacts) -> Q:
    return (
        Q(**{f"{prefix}contact__in": contacts})
        | Q(**{f"{prefix}request__in": Request.objects.of(address)})
        | Q(**{f"{prefix}request__corrects__in": contacts})
    )
