"""Receipts of consent: what a person agreed to, in the words they saw, signed, for them to keep.

ISO/IEC TS 27560:2023 (consent record information structure), as JSON-LD with terms of the W3C Data Privacy Vocabulary.
``making`` writes one, ``canonical`` says which bytes are signed, ``reading`` reads what somebody hands in, and
``verifying`` says whether it is genuine. A receipt holds no address.
"""
