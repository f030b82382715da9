"""Pages for people that the server writes itself: light, and readable without JavaScript."""
