"""From files to procedures: the national records, tables of a hall, and the files they are in."""
