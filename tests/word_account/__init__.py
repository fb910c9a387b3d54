"""The account of words: where each word of a document ends, and what each rule of the grammar is needed for."""
