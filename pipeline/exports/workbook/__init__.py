"""The workbook, which people open first."""

WORKBOOK = "kopsavilkums.xlsx"
