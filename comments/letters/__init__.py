"""The letters of the conversation. None of them holds a word of a comment, not even to its own author: others may read
their mail.
"""

from comments.letters import confirm, decision, follow_up, on_call, sanction

__all__ = ["confirm", "decision", "follow_up", "on_call", "sanction"]
