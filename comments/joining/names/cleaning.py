"""Which display names there may be: short, readable, without a way to reach somebody, and never taken for a doctor, a
reviewer or a member of staff (DESIGN.md, 7). Nobody is asked for their true name.

``contact`` says what leads to somebody, ``impersonating`` what could be taken for somebody else, ``folding`` how
letters look, ``titles`` which words are not for readers.
"""

import unicodedata
from collections.abc import Iterator

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from wagtail.models import Site

from articles.models import PersonPage
from comments.joining.names.contact import holds_contact
from comments.joining.names.folding import shows_nothing
from comments.joining.names.impersonating import impersonates
from comments.models.comment import LONGEST_NAME
from portal.models import User
from portal.prepared import prepared

SHORTEST_NAME = 2
LONGEST_PARTICLE = 3  # letters: "von", "de", "la"


def clean_name(typed: str, site: Site) -> str:
    """The name as it is kept. Raises ``ValidationError`` with a sentence for the person. At most four queries."""
    name = " ".join(unicodedata.normalize("NFC", typed).split())
    if not name:
        raise ValidationError(_("Please type a name. It need not be your own."), code="required")
    if shows_nothing(name):
        raise ValidationError(
            _("The name has characters in it that can’t be seen. Please type it anew."), code="invalid"
        )
    if not SHORTEST_NAME <= len(name) <= LONGEST_NAME or sum(map(str.isalpha, name)) < SHORTEST_NAME:
        raise ValidationError(_("A name has 2 to 40 characters, two of them letters."), code="length")
    if holds_contact(name):
        raise ValidationError(
            _("Please leave out web addresses, e-mail addresses and telephone numbers: everybody reads the name."),
            code="contact",
        )
    if impersonates(name, protected_names(site)):
        raise ValidationError(
            _("This name could be taken for somebody who works here, or for a doctor. Please choose another one."),
            code="impersonating",
        )
    return name


def protected_names(site: Site) -> list[str]:
    """The community and its publisher, authors and reviewers, members of staff by their full names. Two queries where
    the site was chosen for a request (``portal.communities``), four otherwise.
    """
    community = getattr(site, "communitysettings", None)
    return [
        site.site_name,
        site.root_page.title,
        community.publisher_name if community else "",
        *(name for title in _people() for name in _names_of(title)),
        *(name for first, last in _staff() for name in _names_of(first, last)),
    ]


def _names_of(first: str, last: str = "") -> Iterator[str]:
    """The names by which a person is known: the full one, and the first with each of the last ones."""
    yield f"{first} {last}".strip()
    names = [name for name in first.split() if len(name.rstrip(".")) > 1]
    surnames = [name for name in last.split() if len(name) > LONGEST_PARTICLE] or names[-1:]
    if len(names) + len(last.split()) > 2:  # noqa: PLR2004
        yield from (f"{names[0]} {surname}" for surname in surnames)


@prepared
def _people() -> QuerySet:
    return PersonPage.objects.live().order_by().values_list("title", flat=True)


@prepared
def _staff() -> QuerySet:
    return User.objects.filter(is_active=True).exclude(last_name="").values_list("first_name", "last_name")
