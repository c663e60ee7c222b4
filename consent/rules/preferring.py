"""How somebody wants their mail: discreet or not, and in which language. No consent: it may be changed at will."""

from django.conf import settings

from consent.models import Contact, Request


def set_discreet(contact: Contact, is_discreet: bool) -> None:
    """From now on subject and sender of mail tell nothing of health, or may again."""
    Contact.objects.filter(pk=contact.pk).update(is_discreet=is_discreet)


def is_discreet(request: Request) -> bool:
    """Whether the answer to ``request`` tells nothing of health in subject and sender: whoever typed the address asked
    for that, or its owner did before, or whoever asks for mail there from now on. For the worker alone: one query.
    """
    corrects = request.corrects
    if request.is_discreet or (corrects is not None and corrects.is_discreet):
        return True
    return Contact.objects.of(request.address).filter(is_discreet=True).exists()


def set_language(contact: Contact, language: str) -> None:
    """From now on mail about one's choices comes in ``language``; newsletters stay in that of the words agreed to.

    Raises ``ValueError`` for a language that the portal does not speak.
    """
    if language not in dict(settings.LANGUAGES):
        raise ValueError("not a language of the portal")
    Contact.objects.filter(pk=contact.pk).update(language=language)
