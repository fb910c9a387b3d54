"""Mutants of the samples: damaged documents of every kind, of which each must get its row and none may do harm."""
