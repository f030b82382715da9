"""Google's cloud on one machine, for trying and testing: ``make emulators``.

Google's own emulators stand for Firestore, Pub/Sub and the sign-in service, and gcp-storage-emulator for Cloud Storage.
What they don't do is done here: Pub/Sub and Cloud Scheduler call inner functions with a token of their account, Google
gives those tokens out, and a bucket lets the portal's pages send files to it. The functions are the same, in google
mode, and hold none of this for anything else than Google. Nothing here is deployed.
"""
