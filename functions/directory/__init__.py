"""The directory: offices, people and posts, brought in and changed."""
