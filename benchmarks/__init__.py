"""What measures speed and scale: ``make bench``, or ``python -m benchmarks --help`` (docs/performance.md).

Figures are ratios of two things that took turns in one run on one machine, so that they can be compared between
machines. ``digest``, ``consent_answers`` and ``moderation_report`` run by themselves.
"""
