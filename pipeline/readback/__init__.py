"""CSV files of the tables, also after a spreadsheet saved them → typed rows and what is wrong with them."""
