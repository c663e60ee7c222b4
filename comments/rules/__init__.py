"""What may happen to a comment. ``posting`` is the one way in, ``deciding`` the one way from state to state.

The order of locks: the person (``consent.rules.holding``), the conversation, the comment, the head of the ledger.
"""
