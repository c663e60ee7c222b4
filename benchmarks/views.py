"""What is measured beside the portal's own addresses, under the same server, middleware and database."""

import random

from django.http import HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from comments.models import Commenter, CommenterNote
from consent.addresses import Address
from consent.models import Contact
from demo.dataset.people import address_of

LOOK_UPS = 50  # in one request, so that the request itself weighs little
_known: dict[str, int] = {}


@csrf_exempt
@require_POST
def insert(request) -> HttpResponse:
    """Inserts one row with a text, and does nothing else."""
    if "commenter" not in _known:
        _known["commenter"] = Commenter.objects.order_by("pk").values_list("pk", flat=True)[0]
    CommenterNote.objects.create(commenter_id=_known["commenter"], text=request.POST["text"])
    return HttpResponse("Kept.")


@csrf_exempt
@require_POST
def look_up(request) -> HttpResponse:
    """Finds some contacts by their addresses, wherever among all of them they stand."""
    if "contacts" not in _known:
        _known["contacts"] = Contact.objects.count() - 100  # the demonstration's own are fewer
    for _turn in range(LOOK_UPS):
        number = random.randrange(max(1, _known["contacts"]))
        if Contact.objects.of(Address.stored(address_of(number))).first() is None:
            return HttpResponse(f"There is no contact {number}.", status=500)
    return HttpResponse("Found.")
