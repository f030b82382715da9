"""What follows from other records, and the job that makes it anew."""
