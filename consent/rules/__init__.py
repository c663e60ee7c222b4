"""Every transition, once: ``asking``, ``confirming``, ``withdrawing``, ``suppressing``, ``erasing``. ``standing`` says
whether somebody may be written to. Each is one transaction with its entry in the ledger.
"""
