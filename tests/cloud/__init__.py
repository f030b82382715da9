"""What the tests of the google mode start on this machine: emulators, an issuer, functions of their own process."""
