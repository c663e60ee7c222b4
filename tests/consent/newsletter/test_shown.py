"""What an issue shows is asked anew after three seconds, and at once when its articles are other ones."""

import time

from consent.newsletter import shown
from consent.newsletter.composing import change, compose
from consent.newsletter.shown import shown_in


def test_what_was_looked_up_is_kept_for_three_seconds_and_no_longer(purpose, write_article, monkeypatch):
    article = write_article("When myeloma comes back")
    write_article("My first year", kind="story")
    issue = compose(purpose)
    now = time.monotonic()
    monkeypatch.setattr(shown, "KEEPS", 3)
    monkeypatch.setattr(time, "monotonic", lambda: now)
    assert len(shown_in(issue, "en")) == 2
    article.unpublish()
    monkeypatch.setattr(time, "monotonic", lambda: now + 2.9)
    assert len(shown_in(issue, "en")) == 2
    assert shown_in(issue, "es") == []
    monkeypatch.setattr(time, "monotonic", lambda: now + 3.1)
    assert [entry.title for entry in shown_in(issue, "en")] == ["My first year"]
    assert shown_in(change(issue, introductions={}, articles=[article.pk]), "en") == []
