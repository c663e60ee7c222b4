"""Errors that readers report, and what becomes of each. Nobody is asked who they are, and no address is kept.

``reporting`` keeps a report, ``handling`` is the only way to decide on one, ``public`` is what readers hear of it.
docs/corrections.md tells the rules.
"""
