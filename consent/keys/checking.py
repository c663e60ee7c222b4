"""A wrong or missing key ends the start with a sentence (GDPR, article 32 (1) (b): integrity and availability).

The database remembers by name and fingerprint each key that was in use; the fingerprint is a keyed hash of a constant,
and tells nothing of the key. ``demand_keys`` is asked when the server starts, the check by the worker, by
``manage.py check --database default`` and before every migration.
"""

import hashlib
import hmac

from django.core import checks
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError, connection

from consent.keys.needed import needs
from consent.keys.ring import Key, Use, current, ring
from consent.models import KeyCheck

_CONSTANT = b"portal/consent/fingerprint"
HINT = "Put it back into CONSENT_KEYS, after the one in use. docs/keys.md says what is lost without it."


def demand_keys() -> None:
    """Raises ``ImproperlyConfigured`` if a key is missing or wrong, else notes the key in use.

    A database that is away, or was not migrated, is not asked. Called at start, never while a page is shown.
    """
    try:
        problems = key_problems()
        if not problems:
            note_current()
    except DatabaseError:
        return
    finally:
        if not connection.in_atomic_block:
            connection.close()  # a server's workers open their own
    if problems:
        raise ImproperlyConfigured(" ".join([*problems, HINT]))


def note_current() -> None:
    """Remembers the key in use. Its first use counts."""
    key = current()
    KeyCheck.objects.get_or_create(name=key.name, defaults={"fingerprint": fingerprint(key)})


def key_problems() -> list[str]:
    """A sentence for each key that the database needs and ``CONSENT_KEYS`` lacks, and for each that is another one."""
    keys = {key.name: key for key in ring()}
    problems = [
        f"CONSENT_KEYS lacks the key {name}: {need.addresses} addresses and {need.suppressions} suppressions need it."
        for name, need in needs().items()
        if need.is_pressing and name not in keys
    ]
    for name, noted in KeyCheck.objects.values_list("name", "fingerprint"):
        if name in keys and not hmac.compare_digest(noted, fingerprint(keys[name])):
            problems.append(f"The key {name} in CONSENT_KEYS is not the one that this database was used with.")
    return problems


def fingerprint(key: Key) -> str:
    """64 hexadecimal digits that tell this key from every other one."""
    return hmac.new(key.derived(Use.FINGERPRINT), _CONSTANT, hashlib.sha256).hexdigest()


@checks.register(checks.Tags.database)
def keys_are_there(app_configs, databases, **kwargs) -> list[checks.CheckMessage]:
    """One error for each key that is missing or wrong."""
    if "default" not in (databases or []):
        return []
    try:
        problems = key_problems()
    except DatabaseError:  # the tables are still to be made
        return []
    return [checks.Error(problem, hint=HINT, id="consent.E010") for problem in problems]
