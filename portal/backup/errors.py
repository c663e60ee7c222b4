"""What goes wrong with backups, each in a sentence for the operator."""


class BackupError(Exception):
    """No backup was made."""


class RestoreError(Exception):
    """The restore ended. The sentence says whether anything was changed, and so does ``has_changed``."""

    def __init__(self, sentence: str, *, has_changed: bool = False) -> None:
        super().__init__(sentence)
        self.has_changed = has_changed
