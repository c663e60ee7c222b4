"""Newsletters: what is new on a topic, for those who asked for it, never more often than promised, never twice.

``sources`` is where other apps say what is new. ``composing`` makes an issue, ``sending`` plans, begins and stops one,
``queueing`` puts it into the outbox in batches, ``rhythm`` does so by itself. ``rendering`` writes a copy,
and ``letter`` the one of a person.
"""
