"""The letters, a module for each kind. Importing this registers them all."""

from consent.mail.letters import access, changed, confirm, correction, receipt

__all__ = ["access", "changed", "confirm", "correction", "receipt"]
