"""Consent before contact: no address is kept before its owner agreed to the exact words they saw (DESIGN.md, C1 to C7).

``keys`` seals addresses and makes keyed look-ups, ``addresses`` reads what people type, ``versions`` publishes the
words, ``rules`` holds every transition once (ask, confirm, withdraw, erase), ``outbox`` queues mail and ``mail`` sends
it. ``register`` lists what is held of people, ``models`` says what is kept.
"""
