#!/usr/bin/env python3
"""Runs the examples of the documents and compares what they print with what the page shows.

usage: tools/run_docs.py [--update] [PAGE...]     README.md and docs/guide/*.md when no page is named

An example is a fenced block with lines that begin with "$ ". A command goes on where a line ends in "|" or inside quotation marks;
the other lines are its output. A line that holds only "…" stands for any number of lines. Examples of a page share an empty folder in
which `tests` leads to the project's tests and `readout` is $READOUT (build/release/apps/readout). They may use jq and sqlite3.
--update writes what was printed into the page, except where it shows an excerpt.
"""
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
READOUT = Path(os.environ.get("READOUT", ROOT / "build/release/apps/readout")).resolve()


def is_open(command):
    return command.rstrip().endswith("|") or command.count("'") % 2 == 1


def examples(lines):
    """(number of the command's line from 0, command, begin and end of its output) for each example, in order."""
    fenced, at = False, 0
    while at < len(lines):
        if lines[at].startswith("```"): fenced = not fenced
        if not fenced or not lines[at].startswith("$ "):
            at += 1
            continue
        first, command = at, lines[at][2:]
        at += 1
        while is_open(command) and at < len(lines):
            command += "\n" + lines[at]
            at += 1
        begin = at
        while at < len(lines) and not lines[at].startswith(("$ ", "```")): at += 1
        yield first, command, begin, at


def agrees(shown, printed):
    """Equal, or the pieces between lines of "…" stand in the output in this order, each in one piece."""
    pieces = [[]]
    for line in shown:
        if line.strip() == "…": pieces.append([])
        else: pieces[-1].append(line)
    if len(pieces) == 1: return shown == printed
    at = 0
    for piece in pieces:
        piece = "\n".join(piece).strip("\n").split("\n")
        if piece == [""]: continue
        while at + len(piece) <= len(printed) and printed[at:at + len(piece)] != piece: at += 1
        if at + len(piece) > len(printed): return False
        at += len(piece)
    return True


def run_page(path, update):
    lines, wrong, changes = path.read_text(encoding="utf-8").splitlines(), [], []
    with tempfile.TemporaryDirectory() as folder:
        for name, target in (("tests", ROOT / "tests"), ("readout", READOUT)): (Path(folder) / name).symlink_to(target)
        environment = dict(os.environ, PATH=f"{folder}:{os.environ['PATH']}", LC_ALL="C.UTF-8")
        environment.setdefault("READOUT_HOME", str(ROOT))
        for number, command, begin, end in examples(lines):
            done = subprocess.run(["bash", "-c", command], cwd=folder, env=environment, capture_output=True, check=False)
            printed = done.stdout.decode("utf-8", "replace").splitlines()
            shown = lines[begin:end]
            if done.returncode: wrong.append(f"{path.relative_to(ROOT)}:{number + 1}: ends with {done.returncode}: {done.stderr.decode()[:300]}")
            elif agrees(shown, printed): continue
            elif update and not any(line.strip() == "…" for line in shown): changes.append((begin, end, printed))
            else: wrong.append(f"{path.relative_to(ROOT)}:{number + 1}: prints something else; now:\n" + "\n".join("  " + line for line in printed[:20]))
    for begin, end, printed in reversed(changes): lines[begin:end] = printed
    if changes: path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return wrong, len(changes)


def main():
    arguments = sys.argv[1:]
    update = "--update" in arguments
    pages = [Path(a).resolve() for a in arguments if a != "--update"] or [ROOT / "README.md", *sorted((ROOT / "docs/guide").glob("*.md"))]
    wrong, changed = [], 0
    for page in pages:
        page_wrong, page_changed = run_page(page, update)
        wrong += page_wrong
        changed += page_changed
    print("\n".join(wrong) if wrong else f"examples hold: {len(pages)} pages" + (f", {changed} outputs brought up to date" if changed else ""))
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
