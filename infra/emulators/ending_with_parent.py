"""Become the program of the command line, one that ends when the process that started it is gone, however it went.

On Linux the kernel sees to it; elsewhere the program is on its own.
"""

import ctypes
import os
import signal
import sys

if sys.platform == "linux":
    PR_SET_PDEATHSIG = 1
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
os.execvp(sys.argv[1], sys.argv[1:])  # noqa: S606 -- the command is its caller's own
