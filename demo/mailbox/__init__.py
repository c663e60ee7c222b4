"""The mailbox of the demonstration: whatever the portal sends is kept as a file and read in the browser.

It exists in demonstration mode alone (``portal.settings.demo``), and holds nothing where ``EMAIL_URL`` names a server.
"""
