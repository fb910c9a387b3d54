"""What the amounts of a summary say together: where the money went, and which sums pin an amount."""
