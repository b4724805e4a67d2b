"""From the clinic's files to the domain, and a sentence with file, line and column for every mistake on the way."""
