"""The letters, a module for each kind. Importing this registers them all."""

from consent.mail.letters import newsletter

__all__ = ["newsletter"]
