"""Whether somebody may be in danger: suicidal thoughts, self-harm, plans, farewells, violence; of the author or others.

The signs are those that the WHO ("Preventing suicide: a resource for media professionals", 2023; LIVE LIFE, 2021) and
the Columbia scale (C-SSRS) name: the wish to be dead, thoughts, a method, a plan, preparation, and being a burden.
In doubt it finds: a person looks. ``english``, ``spanish`` and ``german`` are tables of phrases, ``context`` tells what
only sounds alike, docs/crisis.md what it can't do.
"""

from comments.screening.crisis.detector import CrisisDetector

__all__ = ["CrisisDetector"]
