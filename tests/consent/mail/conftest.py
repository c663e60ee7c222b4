import pytest

from consent.models import OutgoingMail
from tests.consenting import a_contact
from tests.mailing import a_mail, writer


@pytest.fixture
def contact(community):
    """Somebody who confirmed, to whom nothing waits to be sent."""
    contact = a_contact(community)
    OutgoingMail.objects.all().delete()
    return contact


@pytest.fixture
def mail(community, contact):
    """A letter to that person, which waits."""
    with writer():
        yield a_mail(community, contact)
