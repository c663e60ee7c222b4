#!/usr/bin/env python
"""Runs administrative commands of the portal."""

import os
import sys

from django.core.exceptions import ImproperlyConfigured

from portal.environment import settings_module


def main():
    try:
        os.environ["DJANGO_SETTINGS_MODULE"] = os.environ.get("DJANGO_SETTINGS_MODULE") or settings_module()
    except ImproperlyConfigured as error:
        sys.exit(str(error))
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
