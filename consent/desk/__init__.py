"""What staff see of consent in the admin: words, newsletters, figures, and one person at a time."""
