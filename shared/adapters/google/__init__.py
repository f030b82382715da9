"""Adapters of the google mode: Firestore (Cloud Storage and Pub/Sub follow with their own work)."""
