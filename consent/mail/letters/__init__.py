"""The letters, a module for each kind. Importing this registers them all."""

from consent.mail.letters import access, correction

__all__ = ["access", "correction"]
