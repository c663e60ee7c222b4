"""The last forms of joining, each ready to be sent: a ticket that nobody used, an address of its own, new words."""

import random
import secrets
from pathlib import Path
from urllib.parse import urlencode

PLACES = 50  # articles among which they are spread


def write_forms(file: str, count: int) -> dict[str, int]:
    """Writes so many of them into ``file``, each as a path and a body. They are what step 3 sends."""
    from django.urls import reverse
    from wagtail.models import Site

    from articles.models import ArticlePage
    from comments.joining.place import place_of
    from demo.dataset.people import name_of
    from demo.dataset.words import sentences

    site = Site.objects.get(is_default_site=True)
    articles = list(ArticlePage.objects.filter(slug__startswith="text-").order_by("pk")[10 : 10 + PLACES])
    places = [place_of(article, site) for article in articles]
    lines = []
    for number in range(count):
        place = places[number % len(places)]
        values = {
            "act": "send",
            "ticket": ticket_for(place),
            "name": name_of(number),
            "text": " ".join(random.sample(sentences(), 5)),  # hardly ever what somebody said before
        }
        path = reverse("conversation_join", args=[place.article.pk])
        lines.append(f"{path} {urlencode(values)}\n")
    Path(file).write_text("".join(lines))
    return {"forms": len(lines)}


def ticket_for(place) -> str:
    """The ticket of somebody who saw the notice, ticked the box, read the rules and agreed."""
    from django.utils import timezone

    from comments.joining.ticket import Step, Ticket, new_nonce

    now = timezone.now()
    return Ticket(
        site=place.site.pk,
        page=place.article.pk,
        language=place.language,
        step=Step.WORDS,
        begun=now,
        made=now,
        nonce=new_nonce(),
        address=f"writer-{secrets.token_hex(8)}@example.org",
        chosen=tuple(sorted(place.needed)),
        seen=place.offer.digest,
        rules=place.rules.version.pk,
        accepted=now,
    ).sealed()
