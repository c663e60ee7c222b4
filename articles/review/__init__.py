"""Medical review: nothing stands under a reviewer's name that a credentialed reviewer did not approve word for word.

``canonical`` says what the words are, ``current`` whether they are approved, ``signing`` is the only way to decide on
them, and ``condition`` keeps what is not approved from going live. docs/publishing-rules.md tells the rules.
"""
