"""What a real server keeps when it is killed, crowded or told to stop."""
