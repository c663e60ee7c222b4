"""The library of references as editors meet it: listing, form, chooser, and where each entry is cited."""
