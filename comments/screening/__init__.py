"""Screening: an ordered list of small detectors. Each finds spans of a text and says why; none decides anything.

``detector`` says what one is, ``text`` what it reads, ``running`` runs them all, ``detectors`` has ours.
"""
