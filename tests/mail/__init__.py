"""Mail, with a real server that takes what is sent."""
