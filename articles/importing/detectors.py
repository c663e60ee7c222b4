"""How boilerplate is recognised, and the words that several detectors share."""

import re
from collections.abc import Callable
from dataclasses import dataclass

LONGEST_LABEL = 90  # characters
LONGEST_SENTENCE = 900


@dataclass(frozen=True)
class Detector:
    """One kind of boilerplate."""

    reason: str
    found_in: Callable[[str], bool]


def label(reason: str, *patterns: str) -> Detector:
    """A short line that wholly consists of one of ``patterns``."""
    pattern = re.compile(rf"(?:{'|'.join(patterns)})[\s.!:…›»→>]*", re.IGNORECASE)
    return Detector(reason, lambda text: len(text) <= LONGEST_LABEL and bool(pattern.fullmatch(text)))


def sentence(reason: str, *patterns: str) -> Detector:
    """A line that begins with one of ``patterns``."""
    pattern = re.compile("|".join(patterns), re.IGNORECASE)
    return Detector(reason, lambda text: len(text) <= LONGEST_SENTENCE and bool(pattern.match(text)))


EMAIL = r"e-?\s?mail(?:[ -]address(?:es)?|[ -]adresse)?|correo electrónico"
POLICY = (
    r"privacy (?:policy|notice)|terms (?:of (?:use|service)|and conditions)|cookie policy|consumer health data|"
    r"datenschutz\w*|nutzungsbedingungen|política de privacidad|términos (?:de uso|y condiciones)"
)
NEWS = r"newsletters?|mailing list|e-?mail (?:updates|alerts|list)|rundbrief|boletín(?: informativo)?"
PLACE = (
    r"(?:facebook|twitter|x|pinterest|linkedin|whatsapp|instagram|reddit|telegram|tumblr|threads|bluesky|messenger|"
    r"youtube|tiktok|xing)"
)
THING = (
    r"(?:page|article|post|story|content|site|website|web ?site|blog|information|material|seite|artikel|artículo|"
    r"página)"
)
SITE_TEXT = (
    rf"(?:{THING}|contents?|materials?|tools?)(?:,? (?:provided|presented|contained|published|shared|given|shown|"
    rf"available|"
    r"found|on|in|from|by|at|through|here|herein|within|this|the|our|and|or|content|materials?|site|website|page|article|"
    r"blog|app|[\w-]+\.(?:com|org|net|health|info|de|es)))*"
)
MENU = (
    r"home|menu|main menu|search|close|log ?in|sign in|sign up|log out|register|my account|account|join(?: us| now)?|"
    r"about(?: us)?|contact(?: us)?|help|faqs?|site ?map|careers|press|advertise(?: with us)?|advertising policy|"
    r"editorial (?:policy|process|guidelines|team|integrity)|terms(?: of (?:use|service))?|terms (?:&|and) conditions|"
    r"privacy(?: policy| notice| settings)?|cookie (?:policy|settings|preferences)|manage (?:cookies|preferences)|"
    r"accessibility(?: statement)?|"
    r"do not sell(?: or share)? my (?:personal )?info(?:rmation)?|your privacy choices|newsletters?|subscribe|all "
    r"topics|"
    r"startseite|menü|suche|anmelden|registrieren|impressum|datenschutz(?:erklärung)?|kontakt|über uns|agb|"
    r"inicio|menú|buscar|iniciar sesión|contacto|sobre nosotros|aviso legal|política de privacidad"
)
SHARE = (
    rf"share|tweet|pin(?: it)?|print|e-?mail|copy link|link copied!?|save|bookmark|{PLACE}|teilen|drucken|merken|"
    r"compartir|imprimir|guardar"
)
LOG_IN = r"log ?in|sign in|register|create an account|join"
