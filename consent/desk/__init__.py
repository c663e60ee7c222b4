"""What staff see of consent in the admin."""
