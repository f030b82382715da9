"""Tasks: what waits for whom, from whatever system, until it is done: what *Kerja saya* lists."""
