"""Every transition, once: ``asking``, ``confirming``, ``withdrawing``, ``suppressing``, ``erasing``. ``standing`` says
whether somebody may be written to. Each is one transaction with its entry in the ledger.

For staff: ``revealing`` is the one door to an address, ``on_behalf`` what they carry out for a person.
"""
