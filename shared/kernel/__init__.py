"""The one path of every call: catalogue, context, execution, problems, journal, relay."""
