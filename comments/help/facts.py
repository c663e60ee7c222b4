"""Whom people in danger can call, by country (ISO 3166-1): facts that hold where a community entered none of its own.

Widely known numbers that have been the same for years. Operators call them before they open a conversation and once a
year (docs/crisis.md); a community's own entries take their place. 112 works in all of the European Union
(Directive (EU) 2018/1972, article 109).
"""

from typing import Any, NamedTuple

from django.utils.translation import gettext_lazy as _

ALWAYS: Any = _("Day and night")
VIOLENCE: Any = _("For violence at home")


class Fact(NamedTuple):
    """One service. ``language`` is the one it is answered in, empty for several."""

    country: str
    language: str
    name: str
    phone: str
    hours: Any = ALWAYS
    address: str = ""
    about: Any = ""


EUROPEAN_UNION = frozenset(
    (
        *("AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU"),
        *("LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK"),
    )
)
EMERGENCY = {
    **dict.fromkeys(EUROPEAN_UNION, "112"),
    **dict.fromkeys(("CH", "IS", "LI", "NO", "IN"), "112"),
    **dict.fromkeys(("US", "CA", "MX", "AR"), "911"),
    "GB": "999",
    "AU": "000",
    "NZ": "111",
    "CO": "123",
    "CL": "131",
    "BR": "192",
}
COUNTRIES: dict[str, Any] = {
    "AR": _("Argentina"),
    "AU": _("Australia"),
    "AT": _("Austria"),
    "BE": _("Belgium"),
    "BR": _("Brazil"),
    "CA": _("Canada"),
    "CL": _("Chile"),
    "CO": _("Colombia"),
    "FR": _("France"),
    "DE": _("Germany"),
    "IN": _("India"),
    "IE": _("Ireland"),
    "MX": _("Mexico"),
    "NL": _("Netherlands"),
    "NZ": _("New Zealand"),
    "ZA": _("South Africa"),
    "ES": _("Spain"),
    "CH": _("Switzerland"),
    "GB": _("United Kingdom"),
    "US": _("United States"),
}
FACTS = (
    Fact("AR", "es", "Centro de Asistencia al Suicida", "135", address="https://www.asistenciaalsuicida.org.ar/"),
    Fact("AR", "es", "Línea 144", "144", about=VIOLENCE),
    Fact("AT", "de", "TelefonSeelsorge", "142", address="https://www.telefonseelsorge.at/"),
    Fact("AU", "en", "Lifeline", "13 11 14", address="https://www.lifeline.org.au/"),
    Fact("AU", "en", "1800RESPECT", "1800 737 732", address="https://www.1800respect.org.au/", about=VIOLENCE),
    Fact("BE", "nl", "Zelfmoordlijn", "1813", address="https://www.zelfmoord1813.be/"),
    Fact("BR", "pt", "Centro de Valorização da Vida", "188", address="https://cvv.org.br/"),
    Fact("CA", "", "Suicide Crisis Helpline", "988", address="https://988.ca/"),
    Fact("CH", "de", "Die Dargebotene Hand", "143", address="https://www.143.ch/"),
    Fact("CL", "es", "Línea de prevención del suicidio", "*4141"),
    Fact("DE", "de", "TelefonSeelsorge", "0800 111 0 111", address="https://www.telefonseelsorge.de/"),
    Fact("DE", "de", "TelefonSeelsorge", "116 123", address="https://www.telefonseelsorge.de/"),
    Fact(
        "DE",
        "de",
        "Hilfetelefon Gewalt gegen Frauen",
        "116 016",
        address="https://www.hilfetelefon.de/",
        about=VIOLENCE,
    ),
    Fact("ES", "es", "Línea de atención a la conducta suicida", "024"),
    Fact("ES", "es", "Teléfono de la Esperanza", "717 003 717", address="https://telefonodelaesperanza.org/"),
    Fact("ES", "es", "Servicio 016", "016", about=VIOLENCE),
    Fact("FR", "fr", "Numéro national de prévention du suicide", "3114", address="https://3114.fr/"),
    Fact("FR", "fr", "Violences Femmes Info", "3919", about=VIOLENCE),
    Fact("GB", "en", "Samaritans", "116 123", address="https://www.samaritans.org/"),
    Fact("GB", "en", "National Domestic Abuse Helpline", "0808 2000 247", about=VIOLENCE),
    Fact("IE", "en", "Samaritans", "116 123", address="https://www.samaritans.org/"),
    Fact("IE", "en", "Pieta", "1800 247 247", address="https://www.pieta.ie/"),
    Fact("IN", "", "Tele MANAS", "14416", address="https://telemanas.mohfw.gov.in/"),
    Fact("MX", "es", "Línea de la Vida", "800 911 2000"),
    Fact("NL", "nl", "113 Zelfmoordpreventie", "113", address="https://www.113.nl/"),
    Fact("NZ", "en", "1737", "1737", address="https://1737.org.nz/"),
    Fact("US", "en", "988 Suicide & Crisis Lifeline", "988", address="https://988lifeline.org/"),
    Fact("US", "es", "988 Línea de Prevención del Suicidio y Crisis", "988", address="https://988lifeline.org/es/"),
    Fact(
        "US",
        "",
        "National Domestic Violence Hotline",
        "1-800-799-7233",
        address="https://www.thehotline.org/",
        about=VIOLENCE,
    ),
    Fact("ZA", "", "SADAG", "0800 567 567", address="https://www.sadag.org/"),
)
