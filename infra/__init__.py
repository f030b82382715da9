"""What Trowulan stands on in Google's cloud: what is deployed (``generated/``), and emulators of it on one machine."""
