"""How staff see an address that they have not asked for: enough to recognise, too little to write to."""


def masked(address: str) -> str:
    """``j***@e***.org`` for jane@example.org: the first letters and the last part of the domain."""
    local, _at, domain = address.rpartition("@")
    name, dot, ending = domain.rpartition(".")
    return f"{local[:1]}***@{name[:1]}***{dot}{ending}"
