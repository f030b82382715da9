"""The portal's rules: arguments in, a value or a Refusal out."""
