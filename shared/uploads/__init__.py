"""Looking at files that people send, before anything of them is kept."""
