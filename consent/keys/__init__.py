"""The keys of the installation, and what is done with them. Nothing else in the portal touches a key.

GDPR, article 32 (1) (a): pseudonymisation and encryption. One secret key is given by the operator; every use gets a key
of its own, derived from it (HKDF, RFC 5869), so that a look-up value says nothing about a suppression or a signature.
"""
