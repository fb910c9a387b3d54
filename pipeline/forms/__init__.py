"""The forms as data, and the matching of their labels."""
