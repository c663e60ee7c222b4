"""Outgoing mail: ``outbox`` queues it, ``letter`` says how one is written, ``letters`` holds each kind."""
