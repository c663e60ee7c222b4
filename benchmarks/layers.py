"""What stands around the portal where it is served, layer by layer."""

from typing import Any


def behind(layer: type, application: Any) -> Any:
    """What stands behind the layer of that type.

    Raises:
        LookupError: there is no such layer, so nothing that is measured behind it would be what it says.
    """
    while not isinstance(application, layer):
        if not hasattr(application, "application"):
            raise LookupError(f"No {layer.__name__} stands around {application!r}.")
        application = application.application
    return application.application
