"""Whole documents in which one fault is planted each: the expectation that must find it does, and no other."""
