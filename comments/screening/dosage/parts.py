"""What phrases of all three languages share: amounts, what is taken, and the reasons that moderators read. Data."""

# ruff: noqa: E501 - what is looked for stands in one line, so that two can be compared

import re

from comments.screening.products import FORM, MARKED, THERAPY

CHANGE = "Tells others to change or to take a medicine."
NEEDLESS = "Says that others need no treatment."
POISON = "Calls a treatment poison."
DOSE = "Names a dose for others."

Advice = tuple[tuple[str, str], ...]

AMOUNT = (
    r"(?:(?:\d+(?:\.\d+)?|one|two|three|four|five|six|half an?|una?|dos|tres|cuatro|cinco|medi[oa]|eine?|zwei|drei|vier|1 2)"
    r" ?(?:mg|mcg|ug|g|ml|cc|iu|ui|ie|units?|unidades|tablets?|pills?|capsules?|drops|puffs|teaspoons?|spoonfuls?|pastillas?|comprimidos?|gotas|capsulas?|cucharad(?:it)?as?"
    rf"|tabletten?|tropfen|kapseln?|einheiten|loffel|milligrams?|miligramos|{MARKED}|milliliters?|mililitros|grams?|gramos))"
)
THINGS = re.compile(rf"\b(?:maintenance|spritzen?|(?:vitamin|vitamina) [a-z]\d*)\b|{FORM}|{THERAPY}")
THING = rf"(?:doses?|dosage|dosis|dosen|{MARKED}(?! (?:box(?:es)?|organi[sz]ers?|dispensers?|cutters?|splitters?|reminders?|diary|diaries|apps?|lists?|logs?|charts?|calendars?|brain|wards?|nurses?|unit|bags?|caps?|cards?)\b))"
EVEN_MORE = (
    r"(?:more|less|twice as much|double|higher doses?|mas|menos|el doble|mehr|weniger|doppelt so viel)(?: of (?:it|them|\w+))?"
    r" (?:than|de lo que|que lo|de lo|als) (?:\w+ ){0,2}?(?:prescribed|label|leaflet|box|packet|says?|told|recommended|doctors?|recetado|dice|indicado|prospecto|medico|verschrieben|verordnet|packungsbeilage|arzt)"
)
HOW_OFTEN = r"(?: (?:once|twice|thrice|three|four|times|a|an|per|each|every|day|daily|hours?|\d+|morning|night|week|weekly|at|in|the|al|cada|dia|horas?|veces|por|la|noche|manana|am|pro|tag|taglich|mal|of|de) ?(?!\w)){0,6}"
