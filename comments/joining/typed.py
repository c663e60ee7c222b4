"""What somebody typed, ticked and pressed, read strictly, and given back in every answer: nothing typed is lost."""

from dataclasses import dataclass, field, replace

from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext as _

from comments.joining.names import clean_name
from comments.joining.place import Place
from comments.models.comment import LONGEST
from comments.rules.wording import says_something
from consent.addresses import Address, parse_address
from consent.capture.posted import form_of


@dataclass(frozen=True)
class Typed:
    """The fields of the form of any step. ``act``: which button was pressed."""

    act: str = ""
    ticket: str = field(default="", repr=False)
    email: str = field(default="", repr=False)
    chosen: tuple[str, ...] = ()
    agreed: bool = False
    name: str = field(default="", repr=False)
    text: str = field(default="", repr=False)
    website: str = field(default="", repr=False)
    challenge: str = ""

    @property
    def has_words(self) -> bool:
        """Whether there is something that must not be lost."""
        return bool(self.name or self.text)


def read(request: HttpRequest) -> Typed:
    """The fields of a POST. Raises ``consent.capture.posted.UnreadableError``."""
    sent = form_of(request)

    def text(name: str) -> str:
        return str(sent.get(name, "")).replace("\x00", "\ufffd").replace("\r\n", "\n").replace("\r", "\n")

    return Typed(
        act=text("act"),
        ticket=text("ticket"),
        email=text("email"),
        chosen=tuple(dict.fromkeys(str(code) for code in sent.getlist("purpose"))),
        agreed=bool(sent.get("agreed")),
        name=text("name"),
        text=text("text"),
        website=text("website"),
        challenge=text("challenge"),
    )


def without_agreement(typed: Typed) -> Typed:
    """The same with no box ticked, for words that the person has not seen yet."""
    return replace(typed, chosen=(), agreed=False)


@dataclass
class Checked:
    """What is wrong, a sentence for each field, and what is right."""

    errors: dict[str, str] = field(default_factory=dict)
    address: Address | None = None
    name: str = ""
    text: str = field(default="", repr=False)


def check_privacy(typed: Typed, place: Place) -> Checked:
    """The address, and the box without which no comment can be kept (DESIGN.md, C1 and C2)."""
    checked = Checked()
    try:
        checked.address = parse_address(typed.email)
    except ValidationError as error:
        checked.errors["email"] = error.messages[0]
    if not set(typed.chosen) <= set(place.offer.boxes):
        checked.errors["purpose"] = _("One of these boxes is not offered here. Please choose again.")
    elif not place.needed & set(typed.chosen):
        checked.errors["purpose"] = _("Without your agreement we may not keep a comment of yours.")
    return checked


def check_words(typed: Typed, place: Place) -> Checked:
    """The name and the comment."""
    checked = Checked()
    try:
        checked.name = clean_name(typed.name, place.site)
    except ValidationError as error:
        checked.errors["name"] = error.messages[0]
    checked.text = clean_text(typed.text)
    if not says_something(checked.text):
        checked.errors["text"] = _("Please write your comment.")
    elif (more := len(checked.text) - LONGEST) > 0:
        sentence = _("There is room for 5,000 characters. Please take out %(more)d.") % {"more": more}
        checked.errors["text"] = sentence
    return checked


def clean_text(typed: str) -> str:
    """A comment as it is kept: no empty lines around it."""
    return typed.strip()
