"""On the office's network: how the server proves itself to phones, and how phones come to trust it.

A phone gives camera, service worker and passkeys to secure origins only, so beyond loopback everything is TLS.
"""
