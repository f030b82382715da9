"""What other systems may read of a system: written by its owner alone."""
