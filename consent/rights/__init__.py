"""A person's rights, without an account (GDPR, articles 12, 15 to 17, 20): ask for a link, open it, see what is held,
take it along, correct it, withdraw, erase. The rules stand in ``consent.rules``; here they meet their pages.
"""
