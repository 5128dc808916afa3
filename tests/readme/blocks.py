"""blocks.py: the blocks of a page: what is typed, what that says, and files.

A block whose first lines begin with `$ ` shows what is typed; what stands below is what sh says to it, both outputs. Where only a part of
that is shown, a comment above says which, as what the rest of a pipe would keep of it:

    <!-- | head -20 -->
    ```
    $ peel grade ...
    its output
    ```

In a page of steps a block behind a line that is only a name in code, and a colon, is the file of that name, whole.
"""
import os
import re
import subprocess
import tempfile

TYPED = r"(?P<above>(?:<!-- (?P<keep>\|[^\n]*) -->\n)?```\n(?P<typed>(?:\$ [^\n]*\n)+))(?P<shown>.*?)^```\n"
FILE = r"^`(?P<file>[^`\n]+)`:\n\n```\w*\n(?P<whole>.*?)^```\n"
BLOCK = re.compile(TYPED, re.S | re.M)
STEP = re.compile(TYPED + "|" + FILE, re.S | re.M)


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def said(typed, keep, folder, place):
    done = subprocess.run(["sh", "-c", f"{{ {typed}\n}} 2>&1 {keep}"], cwd=folder, env=place, stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=120, check=False)
    return done.stdout.decode()


def hold(text, folder, place, say, block=BLOCK):
    """The page as it should be, its commands run in the folder; say(right, typed) is called for each block."""

    def answer(match):
        if not match["typed"]:
            write(os.path.join(folder, match["file"]), match["whole"])
            return match[0]
        typed = re.sub(r"^\$ ", "", match["typed"].rstrip("\n"), flags=re.M)
        now = said(typed, match["keep"] or "", folder, place)
        say(now == match["shown"], typed)
        return match["above"] + now + "```\n"

    return block.sub(answer, text)


def steps(text, place, say):
    """The same of a page of steps: it starts in an empty folder, where its files are written as they come."""
    with tempfile.TemporaryDirectory() as folder:
        return hold(text, folder, place, say, STEP)
