"""How staff sign in: a password, then a second factor (docs/accounts.md, docs/decisions/0021-second-factors.md)."""
