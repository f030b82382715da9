"""The directory's rules: arguments in, a value or a refusal out."""
