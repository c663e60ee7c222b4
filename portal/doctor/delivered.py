"""What a delivered message shows of SPF (RFC 7208), DKIM (RFC 6376) and DMARC (RFC 7489): whether the receiving server
found it genuine, and for the domain in its From, which is what DMARC asks (alignment, section 3.1).

The verdicts are read from the topmost Authentication-Results (RFC 8601), which the receiver's own server wrote; those
below may have been there before.
"""

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime
from typing import NamedTuple

from portal.doctor.examination import Finding, fine, note, problem, warning

AREA = "Mail"
SHORT_SECOND_LEVELS = {"ac", "co", "com", "edu", "gov", "net", "nhs", "or", "org"}  # example.co.uk, not co.uk
SLOW = 300  # seconds
ONE_CLICK = ("list-unsubscribe", "list-unsubscribe-post")  # RFC 8058, section 4
_VERDICT = re.compile(r"\b(spf|dkim|dmarc)\s*=\s*(\w+)", re.IGNORECASE)
_PROPERTY = re.compile(r"\b(smtp\.mailfrom|header\.(?:d|i|from))\s*=\s*\"?([^\s;\"()]+)", re.IGNORECASE)
_COMMENT = re.compile(r"\([^()]*\)")


class Verdict(NamedTuple):
    """What the receiver found by one method, and for which domain."""

    method: str
    result: str
    domain: str


def examine_message(content: bytes, *, sender: str) -> Iterator[Finding]:
    """Findings about a message as it was saved with its headers. ``sender``: EMAIL_FROM."""
    message = message_from_bytes(content, policy=policy.compat32)
    wanted = _domain(sender)
    found = _domain(str(message.get("From", "")))
    if not found:
        yield problem("This is no message with its headers: it has no From.", "Save its source (“show original”).")
        return
    if organisation(found) != organisation(wanted):
        yield problem(f"The message comes from {found}, and the portal writes from {wanted}.", "Take one of its own.")
        return
    verdicts = verdicts_of(message)
    yield from _spf(message, verdicts, found)
    yield from _dkim(message, verdicts, found)
    yield from _dmarc(verdicts, found)
    yield from _on_time(message)


def verdicts_of(message: Message) -> list[Verdict]:
    """What the receiver's server found."""
    header = _COMMENT.sub(" ", str(message.get("Authentication-Results", "")))
    found = []
    for part in header.split(";")[1:]:
        if verdict := _VERDICT.search(part):
            values = {name.lower(): value for name, value in _PROPERTY.findall(part)}
            value = next((values[name] for name in PROPERTIES[verdict[1].lower()] if name in values), "")
            found.append(Verdict(verdict[1].lower(), verdict[2].lower(), _host(value)))
    return found


PROPERTIES = {"spf": ["smtp.mailfrom"], "dkim": ["header.d", "header.i"], "dmarc": ["header.from"]}


def is_aligned(domain: str, with_: str) -> bool:
    """Whether two domains are of one organisation: DMARC's relaxed alignment, with a short list of public suffixes."""
    return bool(domain) and organisation(domain) == organisation(with_)


def organisation(domain: str) -> str:
    """The part of a domain that somebody registered."""
    labels = domain.lower().rstrip(".").split(".")
    is_short = len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in SHORT_SECOND_LEVELS  # noqa: PLR2004
    return ".".join(labels[-3 if is_short else -2 :])


def _spf(message: Message, verdicts: list[Verdict], domain: str) -> Iterator[Finding]:
    envelope = _domain(str(message.get("Return-Path", "")))
    spf = next((verdict for verdict in verdicts if verdict.method == "spf"), None)
    if spf is None:
        yield warning("The receiver says nothing of SPF.", "Send the test to a mailbox whose server tells.")
    elif spf.result != "pass":
        yield problem(
            f"SPF: {spf.result}. {spf.domain or envelope or domain} does not name the server that sent this.",
            f"Add the mail server to the TXT record of {spf.domain or envelope or domain} (v=spf1 … -all).",
        )
    elif not is_aligned(spf.domain or envelope, domain):
        yield warning(
            f"SPF passes for {spf.domain or envelope}, which is not {domain}: DMARC does not count it.",
            f"Let the provider use a return path under {domain}. Until then DKIM alone carries DMARC.",
        )
    else:
        yield fine(f"SPF passes for {spf.domain or envelope}.")


def _dkim(message: Message, verdicts: list[Verdict], domain: str) -> Iterator[Finding]:
    signatures = [_tags(str(value)) for value in message.get_all("DKIM-Signature", [])]
    if not signatures:
        yield problem("The message is not signed (DKIM).", f"Have the server sign for {domain}: docs/mail.md.")
        return
    good = {verdict.domain for verdict in verdicts if (verdict.method, verdict.result) == ("dkim", "pass")}
    ours = [tags for tags in signatures if is_aligned(tags.get("d", ""), domain)]
    if not ours:
        names = ", ".join(sorted({tags.get("d", "nobody") for tags in signatures}))
        yield problem(f"The signature is of {names}, not of {domain}: DMARC does not count it.",
                      f"Have the provider sign with d={domain}.")  # fmt: skip
        return
    if verdicts and not any(is_aligned(name, domain) for name in good):
        yield problem(
            f"The signature of {ours[0]['d']} does not hold.",
            f"Look whether {ours[0].get('s', 'selector')}._domainkey.{ours[0]['d']} holds the server's key.",
        )
        return
    yield fine(f"DKIM holds for {ours[0]['d']}.")
    yield from _covers_one_click(message, ours)


def _covers_one_click(message: Message, signatures: list[dict[str, str]]) -> Iterator[Finding]:
    wanted = [name for name in ONE_CLICK if message.get(name)]
    signed = {name.strip().lower() for tags in signatures for name in tags.get("h", "").split(":")}
    if missing := [name for name in wanted if name not in signed]:
        yield problem(
            f"The signature does not cover {' and '.join(missing)}: programs show no button to unsubscribe.",
            "Add these headers to those that the server signs (RFC 8058, section 4).",
        )


def _dmarc(verdicts: list[Verdict], domain: str) -> Iterator[Finding]:
    dmarc = next((verdict for verdict in verdicts if verdict.method == "dmarc"), None)
    if dmarc is None or dmarc.result == "none":
        yield warning(f"{organisation(domain)} has no DMARC record, or the receiver does not say.",
                      f"Add a TXT record at _dmarc.{organisation(domain)}: docs/mail.md.")  # fmt: skip
    elif dmarc.result != "pass":
        yield problem(f"DMARC: {dmarc.result}. Strict receivers refuse such mail.", "Mend SPF or DKIM as told above.")
    else:
        yield fine(f"DMARC passes for {domain}.")


def _on_time(message: Message) -> Iterator[Finding]:
    """The sender's clock against the receiver's: Date against the topmost Received."""
    try:
        sent = parsedate_to_datetime(str(message["Date"]))
        received = parsedate_to_datetime(str(message["Received"]).rpartition(";")[2].strip())
        apart = (received - sent).total_seconds()
    except (TypeError, ValueError):
        return
    if apart < -SLOW:
        yield problem(f"The message says that it was written {-apart:.0f} seconds after it arrived.",
                      "This machine's clock is wrong, or the receiver's.")  # fmt: skip
    elif apart > SLOW:
        yield note(f"The message took {apart:.0f} seconds.", "The way is slow, or a clock is wrong.")


def _tags(signature: str) -> dict[str, str]:
    """The tags of a DKIM signature (RFC 6376, section 3.2), folding undone."""
    pairs = (part.partition("=") for part in re.sub(r"\s+", "", signature).split(";"))
    return {name.lower(): value for name, _sign, value in pairs if name}


def _domain(header: str) -> str:
    return _host(parseaddr(header)[1])


def _host(text: str) -> str:
    return text.rpartition("@")[2].strip("<>. ").lower()
