"""Latvian, without any page: numbers, money, dates, lists, counts, answers."""
