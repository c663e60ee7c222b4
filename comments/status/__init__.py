"""The page on which an author sees, without an account, where their comment stands, and what they may do with it."""
