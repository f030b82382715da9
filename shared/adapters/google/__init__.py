"""Adapters of the google mode: Firestore, Cloud Storage, Pub/Sub and what belongs to them."""
