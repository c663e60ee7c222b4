"""Whether one could reach somebody by a name: addresses, accounts on other services, telephone numbers."""

import re
import unicodedata

from comments.screening.detector import About
from comments.screening.email_addresses import email_addresses
from comments.screening.endings import ENDINGS
from comments.screening.links.detector import Links
from comments.screening.text import Text

_LANGUAGES = ("en", "es", "de")
_MOST_DIGITS = 5
_CONTACT = re.compile(
    r"@|https?:|hxxp|www\.|://|(?:\.| dot | punto | punkt )"
    r"(?:com|org|net|info|io|co|eu|uk|us|de|es|biz|shop|health|me)\b"
    r"|[(\[{<] ?(?:at|arroba|ät|aet|klammeraffe|dot|punto|punkt) ?[)\]}>]|(?<=\w)#\d{4}\b"
)
_PROVIDER = re.compile(
    r"g-?mail\b|gmail|hotmail|googlemail|protonmail|\bgmx\b|\byahoo\b|\bicloud\b|\be-?mail\b|\bat outlook\b"
)
_SERVICE = re.compile(
    r"\b(?:telegram|whats ?app|instagram|(?<=\w )insta|insta(?= ?\W?\w)|tik ?tok|facebook|snapchat|discord|wechat|"
    r"viber|onlyfans|youtube|twitter)\b"
    r"|\b(?:ig|fb|kik|snap|line|signal|skype|threads|twitch|tg|wa) ?[:=]"
    r"|\b(?:ig|fb|kik|snap|tg|signal|skype) [\w.]{0,30}[\d_.]\w|[\d_.]\w{0,30} on (?:ig|fb|kik|snap|tg|signal|skype)\b"
)
_PLAIN_HOST = re.compile(r"(?<![\w.])[a-z\d][a-z\d-]{2,62}\.([a-z]{2,24})(?![\w.])")


def holds_contact(name: str) -> bool:
    """Whether one could reach somebody by it."""
    plain = unicodedata.normalize("NFKC", name).casefold()
    if _CONTACT.search(plain) or _PROVIDER.search(plain) or _SERVICE.search(plain):
        return True
    if sum(map(str.isdigit, plain)) > _MOST_DIGITS:
        return True
    if any(host.group(1) in ENDINGS for host in _PLAIN_HOST.finditer(name)):
        return True
    text = Text(name)
    if any(True for reading in (text.plain, text.spaced_in) for _address in email_addresses(reading)):
        return True
    return any(True for language in _LANGUAGES for _link in Links().find(text, About(language=language, site_id=0)))
