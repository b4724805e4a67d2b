"""Everything that lasts: sealed records, the clinic's keys, and the files they are written to."""
