"""Ledgers: tables to which rows are only ever added, and whose order and content can be proved (DESIGN.md, E4).

``chain`` links each entry to the one before it, ``triggers`` lets the database itself refuse every change, and
``proof`` finds the first entry that was altered, removed or slipped in. The tables derive from
``portal.models.LedgerEntry``.
"""
