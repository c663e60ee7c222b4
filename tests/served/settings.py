"""The demonstration as ``make run`` serves it, with two more addresses on which errors can be asked for."""

from portal.settings.demo import *  # noqa: F403

ROOT_URLCONF = "tests.served.urls"
