"""The letters of the conversation. None of them holds a word of a comment but in answer to its own author."""

from comments.letters import confirm, on_call

__all__ = ["confirm", "on_call"]
