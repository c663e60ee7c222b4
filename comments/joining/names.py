"""Which display names there may be: short, readable, without a way to reach somebody, and never taken for a doctor, a
reviewer or a member of staff (DESIGN.md, 7). Nobody is asked for their true name.

Names are compared folded (small letters, no accents, look-alike letters and digits as what they look like, no spacing),
so that "D r. Anna", "M0derator" and "Мiriam Halvorsen" gain nothing.
"""

import re
import unicodedata
from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from wagtail.models import Site

from articles.models import PersonPage
from comments.models.comment import LONGEST_NAME
from portal.models import User
from portal.prepared import prepared

SHORTEST_NAME = 2
LONG_ENOUGH = 8  # letters of a protected name that may not even stand within another one
_TITLES = (
    # English
    "dr doctor doctors md mbbs mbchb frcp frcpath phd dphil dnp prof professor nurse rn physician surgeon clinician "
    "medic oncologist haematologist hematologist neurologist pharmacist consultant "
    "moderator moderators mod mods admin admins administrator staff official webmaster reviewer editor "
    # Spanish
    "doctora dra profesor profesora enfermero enfermera medico medica oncologo oncologa hematologo hematologa "
    "neurologo neurologa cirujano cirujana farmaceutico farmaceutica moderador moderadora administrador administradora "
    "revisor revisora editora redaccion oficial "
    # German
    "doktor arzt aerztin arztin professorin krankenschwester krankenpfleger pflegefachkraft chirurg chirurgin onkologe "
    "onkologin haematologe haematologin hamatologe hamatologin apotheker apothekerin oberarzt chefarzt moderatorin "
    "redaktion redakteur redakteurin gutachter gutachterin offiziell"
)
_REFUSED = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}  # control, direction, invisible and unassigned characters
# Letters of other scripts, digits and signs, each with what it looks like. "l" and "i" count as one letter.
_PAIRS = (
    "аa вb гr еe ёe зe иu кk мm нh оo пn рp сc тt уy хx іi ѕs јj ԁd ӏi ԛq ԝw αa βb εe ηn ιi κk νv οo ρp τt υu χx ωw "
    "0o 1i 3e 4a 5s 7t 8b @a $s |i !i li ıi øo łi đd"
)
_LOOK_ALIKE = str.maketrans({pair[0]: pair[1] for pair in _PAIRS.split()})
_CONTACT = re.compile(
    r"@|https?:|hxxp|www\.|://|(?:\.| dot | punto | punkt )"
    r"(?:com|org|net|info|io|co|eu|uk|us|de|es|biz|shop|health|me)\b"
)


def clean_name(typed: str, site: Site) -> str:
    """The name as it is kept. Raises ``ValidationError`` with a sentence for the person. At most four queries."""
    name = " ".join(unicodedata.normalize("NFC", typed).split())
    if not name:
        raise ValidationError(_("Please type a name. It need not be your own."), code="required")
    if any(unicodedata.category(character) in _REFUSED for character in name):
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


def holds_contact(name: str) -> bool:
    """Whether one could reach somebody by it."""
    plain = unicodedata.normalize("NFKC", name).casefold()
    return bool(_CONTACT.search(plain)) or sum(map(str.isdigit, plain)) >= 6


def impersonates(name: str, protected: Iterable[str]) -> bool:
    """Whether somebody could take the name for a title, or for one of the protected names."""
    words = _all_words(name)
    if words & _FOLDED_TITLES:
        return True
    whole = "".join(_words(fold(name)))
    return any(_is_taken_for(words, whole, fold(each)) for each in protected)


def protected_names(site: Site) -> list[str]:
    """The community and its publisher, authors and reviewers, members of staff by their full names. Two queries where
    the site was chosen for a request (``portal.communities``), four otherwise.
    """
    community = getattr(site, "communitysettings", None)
    return [
        site.site_name,
        site.root_page.title,
        community.publisher_name if community else "",
        *_people(),
        *(f"{first} {last}" for first, last in _staff()),
    ]


@prepared
def _people() -> QuerySet:
    return PersonPage.objects.live().order_by().values_list("title", flat=True)


@prepared
def _staff() -> QuerySet:
    return User.objects.filter(is_active=True).exclude(last_name="").values_list("first_name", "last_name")


def fold(name: str) -> str:
    """Small letters as they look: without accents and marks, in Latin script, digits in words as letters."""
    small = unicodedata.normalize("NFKD", name).casefold()
    return "".join(each for each in small if unicodedata.category(each) != "Mn").translate(_LOOK_ALIKE)


_FOLDED_TITLES = frozenset(map(fold, _TITLES.split()))


def _is_taken_for(words: set[str], whole: str, protected: str) -> bool:
    theirs = _words(protected)
    if not theirs:
        return False
    joined = "".join(theirs)
    if len(theirs) == 1:
        return whole == joined
    return set(theirs) <= words or whole == joined or (len(joined) >= LONG_ENOUGH and joined in whole)


def _words(folded: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", folded)


def _all_words(name: str) -> set[str]:
    """The words of a name, however they are set apart: "DrAnna", "D r Anna", "Anna M.D.", "Anna99"."""
    parted = re.sub(r"(?<=[^\W\d_A-Z])(?=[A-Z])", " ", name)
    without_digits = re.sub(r"\d+", " ", parted)
    found: set[str] = set()
    for variant in (name, parted, without_digits):
        words = _words(fold(variant))
        found.update(words)
        run = ""
        for word in [*words, ""]:
            if len(word) == 1:
                run += word
                continue
            found.add(run)
            run = ""
    return found - {""}
