"""The review screen in the test's client: what a reviewer sees, and what the form sends."""

from datetime import timedelta

from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import timezone

from articles.models import ReviewDecision
from articles.review.signing import CHECKLIST


def screen(client, page, text=""):
    """The review screen, as HTML."""
    return client.get(reverse("review", args=[page.pk]), {"text": text} if text else {}).content.decode()


def hidden(html):
    """What the form carries unseen: digest, text and newest decision that were shown."""
    form = BeautifulSoup(html, "html.parser").select_one("[data-review-form]")
    return {name: form.select_one(f"[name={name}]")["value"] for name in ("shown", "shown_text", "shown_terms", "seen")}


def filled(html, action, **changes):
    """What a reviewer sends who finds everything in order and presses the button for ``action``."""
    return {
        **hidden(html),
        "interests": "",
        "has_none": "on",
        "checklist": list(CHECKLIST),
        "note": "",
        "due_on": (timezone.localdate() + timedelta(days=365)).isoformat(),
        "passages-TOTAL_FORMS": "3",
        "passages-INITIAL_FORMS": "0",
        f"action-{action}": "1",
        **changes,
    }


def press(client, page, action, *, html=None, text="draft", **changes):
    """Opens the screen (unless ``html`` was opened before), fills in the form and presses a button."""
    html = html or screen(client, page, text)
    url = reverse("review", args=[page.pk], query={"text": text})
    return client.post(url, filled(html, action, **changes))


def decisions(page):
    """What was decided on the article so far, in order."""
    return list(ReviewDecision.objects.filter(page_id=page.pk).values_list("outcome", flat=True))


def was_refused(response, page, *sentences):
    """Whether nothing was signed, the reasons are said, and the typed words are still there."""
    html = response.content.decode()
    assert response.status_code == 200
    assert decisions(page) == [ReviewDecision.Outcome.APPROVED]  # the one of the article as it was
    assert "Nothing was signed. Everything that you typed is still here." in html
    for sentence in sentences:
        assert sentence in html
    return html
