"""Starts moto's server with its gaps filled, or lists them: `server.py -p 5000`, `server.py --list`.

    --list              print every gap as JSON and exit
    --parent-pid PID    exit soon after that process has ended, however it ended

Every other argument is moto_server's own.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import pkgutil
import sys
import threading
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
# Run as a script, Python looks for modules in this very folder first, where `events` or `kinesis` would hide others.
sys.path[0] = str(HERE.parent)
# It runs out of a source tree or an installed package, where nothing should appear by running it.
sys.dont_write_bytecode = True

PARENT_POLL_SECONDS = 1


def load_gaps() -> None:
    """Loads every module of this package; one that does not fit the installed moto is told and left out."""
    for module in sorted(pkgutil.iter_modules([str(HERE)]), key=lambda found: found.name):
        if module.name == "server":
            continue
        try:
            importlib.import_module(f"{HERE.name}.{module.name}")
        except (ImportError, AttributeError) as reason:
            print(f"gaps: {module.name} does not fit this moto: {reason}", file=sys.stderr)


def is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def watch(parent_pid: int) -> None:
    """Ends this process soon after the parent has ended: a parent killed with SIGKILL cannot do it."""

    def wait() -> None:
        # A process whose parent has ended gets another one, so a reused process id cannot keep this one alive.
        was_child = os.getppid() == parent_pid
        while os.getppid() == parent_pid if was_child else is_running(parent_pid):
            time.sleep(PARENT_POLL_SECONDS)
        os._exit(0)

    threading.Thread(target=wait, daemon=True).start()


def main() -> None:
    parser = argparse.ArgumentParser(add_help=False)
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--parent-pid", type=int)
    ours, motos = parser.parse_known_args()
    load_gaps()
    if ours.list:
        from gaps.registry import listed

        print(json.dumps(listed(), indent=2))
        return
    if ours.parent_pid is not None:
        watch(ours.parent_pid)
    import moto.server

    # Asked to end, it has nothing to save: taking apart what was made in it would take Python two seconds.
    moto.server.signal_handler = lambda *_: os._exit(0)
    moto.server.main(motos)


if __name__ == "__main__":
    main()
