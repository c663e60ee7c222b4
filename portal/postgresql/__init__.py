"""PostgreSQL as Django speaks it, with an end to waiting for a server that hangs (``answering``)."""
