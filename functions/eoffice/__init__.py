"""E-Office: the letters of the regency, from the desk where they arrive to the archive.

For every office and everybody who gets a letter. At an office's desk the clerk scans a letter that came in, checks what
was read from it, and routes it to whom it is for; its agenda number is taken in a series of its own, each whole number
once. Whoever it is for finds it in *Kerja saya*, reads it there, and hands it down by disposisi or says that it is
done. Who may read a letter is the desk that took it in and those to whom it came; of one that is rahasia only those to
whom it came and the clerk who took it in, and nothing else of the product says a word of it.
"""
