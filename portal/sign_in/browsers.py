"""What a list of sessions says of a browser: family and system, which its owner knows again, and nothing finer."""

from ipaddress import ip_network

FAMILIES = (  # in this order: most of them claim to be those below
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)
SYSTEMS = (
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS X", "macOS"),
    ("CrOS", "ChromeOS"),
    ("Linux", "Linux"),
)
OTHER = "another browser"
IPV4_PREFIX, IPV6_PREFIX = 24, 48


def browser_of(user_agent: str) -> str:
    """For example ``Firefox on Windows``."""
    family = next((name for mark, name in FAMILIES if mark in user_agent), OTHER)
    system = next((name for mark, name in SYSTEMS if mark in user_agent), "")
    return f"{family} on {system}" if system else family


def coarse(network: str) -> str:
    """A network of some hundred neighbours: ``192.0.2.0/24`` for ``192.0.2.17``."""
    try:
        found = ip_network(network, strict=False)
    except ValueError:
        return network
    prefix = IPV4_PREFIX if found.version == 4 else IPV6_PREFIX
    return str(found if found.prefixlen <= prefix else found.supernet(new_prefix=prefix))
