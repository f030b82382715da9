"""What the systems tell each other: facts in the past tense, with ids, dates and codes only; additive only."""
