"""steps.py: a page of steps: its files are written one after another into an empty folder, its commands are run there, and what they say is what the page shows.

    <!-- file NAME -->        the block behind it is that file, whole
    <!-- $ COMMAND -->        the block behind it is what the command says, both of its outputs
"""
import os
import re
import subprocess
import tempfile

STEP = re.compile(r"(<!-- (?:file (?P<file>\S+)|\$ (?P<command>[^\n]*)) -->\n```\w*\n)(?P<shown>.*?)(```\n)", re.S)


def hold(text, place, say):
    """The page as it should be; say(right, command) is called for each command."""
    with tempfile.TemporaryDirectory() as folder:

        def step(match):
            if match["file"]:
                path = os.path.join(folder, match["file"])
                os.makedirs(os.path.dirname(path), exist_ok=True)
                with open(path, "w", encoding="utf-8") as file:
                    file.write(match["shown"])
                return match[0]
            done = subprocess.run(["sh", "-c", match["command"]], cwd=folder, env=place, stdin=subprocess.DEVNULL,
                                  stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=120, check=False)
            now = done.stdout.decode()
            say(now == match["shown"], match["command"])
            return match[1] + now + match[5]

        return STEP.sub(step, text)
