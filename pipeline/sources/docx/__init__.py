"""A Word file → a document: its parts, its paragraphs and tables, and a room to lay them out in."""
