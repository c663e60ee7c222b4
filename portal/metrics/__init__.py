"""What Prometheus reads at ``/metrics``: how the portal fares, and nothing of anybody who uses it (docs/monitoring.md).

``counting`` counts requests, ``measuring`` is where apps add figures of the database, ``processes`` joins what several
server processes counted, ``answering`` is the address. Without ``METRICS_TOKEN`` nothing is counted.
"""
