"""Screening: an ordered list of small detectors. Each finds spans of a text and says why; none decides anything.

``detector`` says what one is, ``text`` what it reads, ``running`` runs them all. The others each find one kind
of thing; their words stand in ``tables`` (docs/detectors.md).
"""
