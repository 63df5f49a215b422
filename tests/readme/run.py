#!/usr/bin/env python3
"""The examples of README.md, as they stand and in order, from an empty home, on the sandbox.

Runs every command of the blocks `sh` and the lines of blocks `console` that begin with `$`, in one
shell; writes each block `toml` to config.toml. A command whose output is shown as an error has to
fail with exactly that error. Commands that can't be run here are in NOT_RUN, each with its reason.

    tests/readme/run.py path/to/ostk
"""

import os
import re
import shlex
import subprocess
import sys
import tempfile

# What a command begins with, and why it is not run.
NOT_RUN = [
    ("examples/tour.sh", "builds a release; CI runs it as a step of its own"),
    ("cargo nextest run", "CI runs it as a step of its own"),
    ("cargo install", "builds a release and installs it for the user"),
    ("ostk instances ssh", "the sandbox's instances have no guest to log in to"),
    ("ostk top", "needs a terminal; tests/it/top.rs runs it in one"),
]
# Commands that run until somebody stops them. They must still run after so many seconds.
UNTIL_STOPPED = ["ostk sandbox serve", "ostk instances watch --listen", "--follow"]
SECONDS = 2
# Instances start and stop so many times as fast as usual.
SPEED = "50"


def blocks(text):
    """Each code block with its language."""
    for match in re.finditer(r"^```(\w+)\n(.*?)^```$", text, re.MULTILINE | re.DOTALL):
        yield match[1], match[2]


def commands(language, block):
    """The commands of a block, each with the output that the README shows for it."""
    block = block.replace("\\\n", " ")
    if language == "sh":
        for line in block.splitlines():
            if line.strip():
                yield line, None
        return
    command, output = None, []
    for line in [*block.splitlines(), "$ "]:
        if line.startswith("$ "):
            if command is not None:
                yield command, "\n".join(output)
            command, output = line[2:], []
        else:
            output.append(line)


def script(text, config):
    """A shell script of all examples."""
    lines = ["set -euo pipefail"]
    unused = {beginning for beginning, _ in NOT_RUN} | set(UNTIL_STOPPED)
    for language, block in blocks(text):
        if language == "toml":
            lines += [f"printf %s {shlex.quote(block)} > {shlex.quote(config)}"]
        if language not in ("sh", "console"):
            continue
        for command, output in commands(language, block):
            refused = [one for one in NOT_RUN if command.startswith(one[0])]
            endless = [one for one in UNTIL_STOPPED if one in command]
            for name in [one[0] for one in refused] + endless:
                unused.discard(name)
            if refused:
                lines.append(f"echo {shlex.quote(f'not run ({refused[0][1]}): {command}')}")
                continue
            lines.append(f"echo {shlex.quote('$ ' + command)}")
            if endless:
                word = shlex.quote(command)
                lines.append(f"timeout -s INT {SECONDS} bash -c {word} && exit 1 || [ $? = 124 ]")
            elif output and output.startswith("ostk: [ERROR]"):
                lines.append(f"if said=$({command} 2>&1); then echo 'it did not fail'; exit 1; fi")
                lines.append(f"diff <(echo \"$said\") <(echo {shlex.quote(output)})")
            else:
                lines.append(command)
    if unused:
        sys.exit(f"README.md has no such command: {', '.join(sorted(unused))}")
    return "\n".join([*lines, "echo done", ""])


def main():
    ostk = os.path.abspath(sys.argv[1])
    root = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
    with open(os.path.join(root, "README.md"), encoding="utf-8") as readme:
        text = readme.read()
    with tempfile.TemporaryDirectory() as home:
        config = os.path.join(home, ".config", "ostk", "config.toml")
        os.makedirs(os.path.dirname(config))
        bin_folder = os.path.join(home, "bin")
        os.mkdir(bin_folder)
        os.symlink(ostk, os.path.join(bin_folder, "ostk"))
        environment = {
            "HOME": home,
            "PATH": f"{bin_folder}:{os.environ['PATH']}",
            "OSTK_SANDBOX_SPEED": SPEED,
        }
        folder = os.path.join(home, "work")
        os.mkdir(folder)
        ended = subprocess.run(
            ["bash", "-c", script(text, config)],
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            check=False,
        )
    sys.exit(ended.returncode)


if __name__ == "__main__":
    main()
