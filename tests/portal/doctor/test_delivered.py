"""What the doctor reads from a delivered message: who vouches for it, and for which domain."""

import pytest

from portal.doctor.delivered import examine_message, is_aligned
from portal.doctor.examination import Level

SENDER = "Portal <portal@health.example.org>"
GOOD = """Return-Path: <bounces@health.example.org>
Received: from mail.health.example.org by mx.example.net; Tue, 24 Nov 2026 08:00:05 +0000
Authentication-Results: mx.example.net (version 1);
 dkim=pass (2048-bit key) header.d=health.example.org header.s=s1;
 spf=pass smtp.mailfrom=bounces@health.example.org;
 dmarc=pass (p=quarantine) header.from=health.example.org
Authentication-Results: elsewhere.example; spf=fail smtp.mailfrom=health.example.org
DKIM-Signature: v=1; a=rsa-sha256; d=health.example.org; s=s1;
 h=from:to:subject:date:list-unsubscribe:list-unsubscribe-post; bh=abc=; b=def
From: Portal <portal@health.example.org>
To: reader@example.net
Date: Tue, 24 Nov 2026 08:00:00 +0000
List-Unsubscribe: <https://health.example.org/stop/x/>
List-Unsubscribe-Post: List-Unsubscribe=One-Click
Subject: Please confirm

Hello.
"""


def told(message=GOOD, *changes):
    """What is said of a message after some words in it were replaced, the worst first."""
    for old, new in changes:
        assert old in message
        message = message.replace(old, new)
    found = list(examine_message(message.encode(), sender=SENDER))
    return [(finding.level, finding.sentence) for finding in found]


def bad(*changes):
    """The sentences that are not fine."""
    return [sentence for level, sentence in told(GOOD, *changes) if level in (Level.WARNING, Level.PROBLEM)]


def test_a_genuine_message_is_fine():
    assert [sentence for _level, sentence in told()] == [
        "SPF passes for health.example.org.",
        "DKIM holds for health.example.org.",
        "DMARC passes for health.example.org.",
    ]


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (("spf=pass", "spf=softfail"), "SPF: softfail"),
        (("smtp.mailfrom=bounces@health.example.org", "smtp.mailfrom=b@provider.example"), "SPF passes for provider."),
        (("dkim=pass", "dkim=fail"), "The signature of health.example.org does not hold."),
        (("d=health.example.org; s=s1", "d=provider.example; s=s1"), "The signature is of provider.example"),
        (("DKIM-Signature:", "X-Was-Signature:"), "The message is not signed"),
        (("dmarc=pass", "dmarc=fail"), "DMARC: fail"),
        (("dmarc=pass", "dmarc=none"), "example.org has no DMARC record"),
        ((":list-unsubscribe-post;", ";"), "does not cover list-unsubscribe-post"),
        (("Date: Tue, 24 Nov 2026 08:00:00", "Date: Tue, 24 Nov 2026 09:00:00"), "after it arrived"),
        (("From: Portal <portal@health.example.org>", "From: x@other.example"), "comes from other.example"),
    ],
)
def test_what_is_wrong_with_a_message_is_said(change, sentence):
    assert [one for one in bad(change) if sentence in one]


def test_only_the_receivers_own_verdict_counts():
    below = GOOD.replace("Authentication-Results: elsewhere.example; spf=fail", "Authentication-Results: me; dkim=pass")
    assert not [sentence for level, sentence in told(below) if level == Level.PROBLEM]
    assert "SPF: fail" in " ".join(bad(("spf=pass", "spf=fail")))


def test_something_that_is_no_message_is_said():
    assert "no message with its headers" in told("Hello, here is the text alone.")[0][1]


@pytest.mark.parametrize(
    ("one", "other", "aligned"),
    [
        ("health.example.org", "example.org", True),
        ("mail.example.org", "news.example.org", True),
        ("example.co.uk", "other.co.uk", False),
        ("trust.nhs.uk", "other.nhs.uk", False),
        ("example.org", "example.net", False),
        ("", "example.org", False),
    ],
)
def test_domains_of_one_organisation_are_aligned(one, other, aligned):
    assert is_aligned(one, other) is aligned
