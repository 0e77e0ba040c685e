"""Runs every test of this folder, and prints as JSON which operations of AWS they have called."""

from __future__ import annotations

import json
import sys
import unittest
from pathlib import Path


def main() -> int:
    suite = unittest.defaultTestLoader.discover(str(Path(__file__).parent), pattern="test_*.py")
    result = unittest.TextTestRunner(verbosity=2).run(suite)
    # Known to Python only now: the tests' folder is where unittest found it.
    from support import called

    print(json.dumps(sorted(f"{service} {operation}" for service, operation in called)))
    return 0 if result.wasSuccessful() else 1


if __name__ == "__main__":
    sys.exit(main())
