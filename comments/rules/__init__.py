"""What may happen to a comment. ``posting`` is the one way in, ``deciding`` the one way from state to state.

The one order in which rows are locked, so that nobody waits for somebody who waits for them:

1. the person, their requests, their contact (``consent.rules.holding``)
2. the conversation, and the page that it stands under
3. comments, by id: whoever takes steps of several in one transaction holds all of them before the first step
4. the head of the ledger of decisions
5. the head of the ledger of consents

So ``posting`` asks for consent (5) after it has the conversation (2), erasing holds all comments of a person, and those
that they voted for, before it touches one, and confirming holds the comments (3) and the first ledger (4) before its
entry into the second one (5).
Whoever holds a later one never asks for an earlier one. SQLite lets one writer at a time begin and needs none of this.
"""
