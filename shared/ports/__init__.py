"""What the kernel needs from the outside world: Protocols, each with its contract in prose."""
