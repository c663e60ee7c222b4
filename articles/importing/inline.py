"""Raised figures: Unicode superscripts become raised text, and raised text that is no citation becomes them again."""

import re
from dataclasses import replace

from articles.importing.pieces import Span, Spans, merged

_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_SUPERSCRIPT = re.compile(rf"[{_RAISED}]+(?:\s?[,⁻–˒˴ʼ-]\s?[{_RAISED}]+)*")
_LOWER = str.maketrans(_RAISED + "⁻˒˴ʼ", "0123456789-,,,")
_RAISE = str.maketrans("0123456789+-−n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻ⁿ")
_SINK = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_RAISABLE = re.compile(r"[0-9+−n-]+")


def raise_superscripts(spans: Spans) -> Spans:
    """``spans`` in which each run of Unicode superscript figures is a raised span of plain figures."""
    result: list[Span] = []
    for span in spans:
        position = 0
        for match in _SUPERSCRIPT.finditer(span.text):
            result.append(replace(span, text=span.text[position : match.start()]))
            result.append(replace(span, text=match[0].translate(_LOWER), raised=True))
            position = match.end()
        result.append(replace(span, text=span.text[position:]))
    return merged(tuple(result))


def lowered(text: str) -> str:
    """Raised text as plain text: "9" of 10 to the ninth stays small, "th" of 5th joins its number."""
    return text.translate(_RAISE) if _RAISABLE.fullmatch(text) else text


def sunk(text: str) -> str:
    """Text below the line as plain text, for example the 2 of H2O."""
    return text.translate(_SINK) if text.isdecimal() and text.isascii() else text
