"""English dates in full, day first: "4 March 2025" reads the same way on both sides of the ocean."""

DATE_FORMAT = "j F Y"
DATETIME_FORMAT = "j F Y, H:i"
