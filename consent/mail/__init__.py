"""Outgoing mail that ``consent.outbox`` queued: ``letter`` says how one is written, ``letters`` holds each kind,
``delivering`` sends what is due.
"""
