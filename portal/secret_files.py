"""Every environment variable may also be given as a file: ``SECRET_KEY_FILE=/run/secrets/secret_key``.

So a secret stands in no list of processes, no dump of the environment and no container image. Containers (Docker's and
Podman's secrets), systemd (``LoadCredential=``) and Kubernetes all hand secrets over as files.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from pydantic.fields import FieldInfo
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource

ENDING = "_file"


class SecretFiles(PydanticBaseSettingsSource):
    """Reads the files that variables with the ending ``_FILE`` name. A file's last line break does not count."""

    def __init__(self, settings_cls: type[BaseSettings], variables: Mapping[str, str | None]) -> None:
        super().__init__(settings_cls)
        self.variables = variables  # by their names in small letters

    def get_field_value(self, field: FieldInfo, field_name: str) -> tuple[Any, str, bool]:
        """What the file of one variable holds, or None if no file is named."""
        file = self.variables.get(field_name + ENDING)
        if not file or field_name + ENDING in self.settings_cls.model_fields:
            return None, field_name, False
        name = field_name.upper()
        if self.variables.get(field_name):
            raise ImproperlyConfigured(f"{name} and {name}_FILE are both set. Remove one of them.")
        try:
            return Path(file).read_text(encoding="utf-8").rstrip("\r\n"), field_name, False
        except (OSError, UnicodeDecodeError) as error:
            reason = getattr(error, "strerror", None) or "it is no text"
            raise ImproperlyConfigured(f"{name}_FILE must name a file that can be read: {reason}.") from None

    def __call__(self) -> dict[str, Any]:
        """The values of all variables that are given as files. Raises ``ImproperlyConfigured`` with a sentence."""
        found = {name: self.get_field_value(field, name)[0] for name, field in self.settings_cls.model_fields.items()}
        return {name: value for name, value in found.items() if value}
