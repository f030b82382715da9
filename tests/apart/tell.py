"""A piece of work for the tests: tells what its process knows, sleeps, or fails, as its order says."""

from __future__ import annotations

import json
import os
import sys
import time

order = json.loads(sys.stdin.read())
time.sleep(order["sleep"])
if order["fail"]:
    sys.exit("it does not work")
sys.stdout.write(json.dumps(sorted(os.environ)))
