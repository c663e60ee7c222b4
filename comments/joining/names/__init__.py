"""Display names: which there may be, and which could be taken for somebody else's or lead to somebody."""

from comments.joining.names.cleaning import clean_name, protected_names
from comments.joining.names.contact import holds_contact
from comments.joining.names.impersonating import impersonates

__all__ = ["clean_name", "holds_contact", "impersonates", "protected_names"]
