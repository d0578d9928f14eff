"""One SQLite file is the product: rows in, rows out, and views as of a day."""
