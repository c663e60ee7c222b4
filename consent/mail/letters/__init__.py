"""The letters, a module for each kind. Importing this registers them all."""

from consent.mail.letters import changed, confirm, receipt

__all__ = ["changed", "confirm", "receipt"]
