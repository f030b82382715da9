"""What is stored although other records say it, and the one job that makes it anew."""
