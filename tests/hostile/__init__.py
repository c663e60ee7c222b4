"""Strangers and staff who click on everything and send junk: no server error, no trace, no leak between roles."""
