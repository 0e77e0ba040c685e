"""Plays a person at a real terminal: waits for words, types an answer, and tells what was to be read.

Given as JSON on standard input: {"args": [...], "dialogue": [["words", "keys"], ...], "seconds": 60}.
Answers with {"exitCode": 0, "screen": "...", "unheard": "words that never came, or nothing"}.
"""

import fcntl
import json
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time

# Everything that moves or colours, and what redraws a line: what is left is what was to be read, in its order.
CONTROL = re.compile(r"\x1b\[[0-9;?]*[ -/]*[@-~]|\x1b[@-Z\\-_]|\r")
ROWS, COLUMNS = 50, 120


def main() -> None:
    asked = json.load(sys.stdin)
    dialogue = list(asked["dialogue"])
    pid, terminal = pty.fork()
    if pid == 0:
        os.execvp(asked["args"][0], asked["args"])
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
    screen, heard = "", 0
    until = time.monotonic() + asked["seconds"]
    while time.monotonic() < until:
        ready, _, _ = select.select([terminal], [], [], 0.2)
        if ready:
            try:
                screen += os.read(terminal, 65536).decode(errors="replace")
            except OSError:
                break
        plain = CONTROL.sub("", screen)
        if dialogue and dialogue[0][0] in plain[heard:]:
            words, keys = dialogue.pop(0)
            heard = plain.index(words, heard) + len(words)
            # A prompt that has been drawn listens a moment later.
            time.sleep(0.3)
            os.write(terminal, keys.encode())
    else:
        os.kill(pid, signal.SIGKILL)
    _, status = os.waitpid(pid, 0)
    unheard = dialogue[0][0] if dialogue else None
    print(json.dumps({"exitCode": os.waitstatus_to_exitcode(status), "screen": CONTROL.sub("", screen), "unheard": unheard}))


main()
