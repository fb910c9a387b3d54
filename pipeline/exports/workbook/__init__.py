"""The workbook: the tables for people, with sums that are formulas and links between what belongs together."""
