"""Asking one examination of the doctor, whatever it is."""

import socket
from importlib import import_module

from django.utils.module_loading import autodiscover_modules

from portal.doctor.examination import EXAMINATIONS, Level, Wish, findings_of
from portal.management.commands.doctor import OWN

autodiscover_modules("doctor")
for own in OWN:
    import_module(f"portal.doctor.{own}")

FINE, NOTE, WARNING, PROBLEM = Level


def levels(name, **wish):
    """How bad it is by one examination: the levels in order, each once."""
    found = findings_of(EXAMINATIONS[name], Wish(**wish))
    return [level for level in Level if level in {finding.level for finding in found}]


def sentences(name, **wish):
    """What one examination says."""
    return " ".join(finding.sentence for finding in findings_of(EXAMINATIONS[name], Wish(**wish)))


def free_port():
    """A port at which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
