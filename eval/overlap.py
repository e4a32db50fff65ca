#!/usr/bin/env python3
"""Looks for runs of eight words that a data set and this repository share. Any is an error.

    python3 eval/overlap.py DATA... [--except PATH]... [--repository FOLDER]
    python3 eval/overlap.py --check

DATA are files or folders. Words are runs of letters and digits, in lower case. Of the repository every text file is looked
at that git knows, or that lies in the folder where there is no git; licences are passed over, in the data too. Lists that
everybody has (numbers, days, months, letters) are no runs. --except names files or folders, on either side, that are alike
by design: of a gold sample its training part, which was written for the project (--except $GOLD/train).
"""

import argparse
import html
import json
import os
import re
import subprocess
import sys
import tempfile

RUN = 8
WORD = re.compile(r"[^\W_]+")
LICENCE = re.compile(r"licen[cs]e|copying|copyright|notice", re.I)
LISTED = set("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
             "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million first second "
             "third fourth fifth sixth seventh eighth ninth tenth monday tuesday wednesday thursday friday saturday sunday "
             "january february march april may june july august september october november december".split())
HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def files(paths):
    for path in paths:
        if not os.path.isdir(path):
            yield path
        for folder, folders, names in os.walk(path):
            folders[:] = sorted(f for f in folders if not f.startswith(".") and f not in ("build", "__pycache__"))
            yield from (os.path.join(folder, name) for name in sorted(names))


def of_repository(folder):
    done = subprocess.run(["git", "-C", folder, "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
                          capture_output=True, text=True)
    if done.returncode != 0:
        return files([folder])
    return [path for path in (os.path.join(folder, name) for name in done.stdout.split("\0") if name) if os.path.isfile(path)]


def strings(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, (list, dict)):
        for item in value.values() if isinstance(value, dict) else value:
            yield from strings(item)


def texts_of(path):
    """What a file says, without its mark-up, in pieces that belong together; nothing when it is not text."""
    with open(path, "rb") as file:
        data = file.read()
    if b"\0" in data[:4096]:
        return []
    text = data.decode("utf-8", "replace")
    ending = path.rpartition(".")[2]
    if ending in ("conllu", "iob2"):
        return [" ".join(line[8:] for line in text.split("\n") if line.startswith("# text ="))]
    if ending in ("tml", "xml", "html", "htm"):
        return [html.unescape(re.sub(r"<[^>]*>", " ", text))]
    if ending == "tsv":
        return re.split(r"[\t\n]", text)
    if ending in ("json", "jsonl"):
        try:
            parts = [text] if ending == "json" else text.split("\n")
            return list(strings([json.loads(part) for part in parts if part.strip()]))
        except ValueError:
            pass
    return [text]


def words_of(path):
    """Pieces are kept apart by a word that stands nowhere else."""
    words = []
    for number, text in enumerate(texts_of(path)):
        words.append((path, number))
        words += [match.group().lower() for match in WORD.finditer(text)]
    return words


def runs(words):
    """(place, hash) of every run that is no list."""
    listed = 0
    for end, word in enumerate(words, 1):
        listed = listed + 1 if word in LISTED or len(word) == 1 or str(word).isdigit() else 0
        if end >= RUN and listed < RUN:
            yield end - RUN, hash(tuple(words[end - RUN:end]))


def find(data, repository=HERE, passed_over=()):
    """[(file of the repository, file of the data, shared words)], longest runs joined."""
    away = [os.path.realpath(path) for path in passed_over]

    def counts(path):
        real = os.path.realpath(path)
        return not LICENCE.search(os.path.basename(path)) and not any(real == a or real.startswith(a + os.sep) for a in away)

    inside = os.path.realpath(repository) + os.sep
    theirs = [p for p in files(data) if counts(p) and not os.path.realpath(p).startswith(inside)]
    seen = {}
    for number, path in enumerate(theirs):
        for _, run in runs(words_of(path)):
            seen.setdefault(run, number)
    found = []
    for path in of_repository(repository):
        if not counts(path):
            continue
        words = words_of(path)
        last = None
        for place, run in runs(words):
            number = seen.get(run)
            if number is None:
                continue
            if last is not None and place <= last + RUN:
                found[-1][2].extend(words[max(place, last + RUN):place + RUN])
            else:
                found.append((path, theirs[number], words[place:place + RUN]))
            last = place
    return [(mine, other, " ".join(words)) for mine, other, words in found]


def refuse(data, passed_over=()):
    """Stops the program when the repository shares words with the data. Scorers call it before they print."""
    found = find(data, passed_over=passed_over)
    for mine, other, words in found:
        print(f"{os.path.relpath(mine, HERE)}: {words}   ({os.path.basename(other)})", file=sys.stderr)
    if found:
        sys.exit(f"{len(found)} runs of {RUN} words and more stand in this repository and in the data")


def check():
    with tempfile.TemporaryDirectory() as top:
        def write(name, text):
            path = os.path.join(top, name)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "w", encoding="utf-8") as file:
                file.write(text)
        shared = "seven grey ships left the old harbour at dawn"
        write("data/a.conllu", f"# text = Then {shared}.\n1\tThen\n")
        write("data/own/b.jsonl", json.dumps({"text": "nobody on the quay had ever seen a whale before"}) + "\n")
        write("data/LICENSE", "you may copy this as often as you please\n")
        write("repo/docs/x.md", f"All {shared.upper()},\nsaid one. Seven grey ships left the old harbour at noon.\n")
        write("repo/tests/y.txt", "nobody on the quay had ever seen a whale\n")
        write("repo/LICENSE", "you may copy this as often as you please\n")
        write("data/list.txt", "one two three four five six seven eight nine\n")
        write("repo/list.cc", "one two three four five six seven eight nine\n")
        write("data/table.tsv", "ships left the old\tquay of the harbour\n")
        write("repo/table.txt", "ships left the old quay of the harbour\n")
        write("repo/near.txt", "seven grey ships left the harbour at dawn\n")
        found = find([os.path.join(top, "data")], os.path.join(top, "repo"))
        got = [(os.path.relpath(mine, top), os.path.relpath(other, top), words) for mine, other, words in found]
        want = [("repo/docs/x.md", "data/a.conllu", shared),
                ("repo/docs/x.md", "data/a.conllu", "seven grey ships left the old harbour at"),
                ("repo/tests/y.txt", "data/own/b.jsonl", "nobody on the quay had ever seen a whale")]
        assert got == want, got
        assert len(find([os.path.join(top, "data")], os.path.join(top, "repo"), [os.path.join(top, "data/own")])) == 2
        assert len(find([os.path.join(top, "data")], os.path.join(top, "repo"), [os.path.join(top, "repo/docs")])) == 1
    print("shared runs are found, exceptions passed over")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("data", nargs="*")
    parser.add_argument("--except", dest="passed_over", action="append", default=[], metavar="PATH")
    parser.add_argument("--repository", default=HERE)
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    if options.check:
        return check()
    if not options.data:
        parser.error("name files or folders of data, or --check")
    found = find(options.data, options.repository, options.passed_over)
    for mine, other, words in found:
        print(f"{os.path.relpath(mine, options.repository)}\t{other}\t{words}")
    if found:
        sys.exit(f"{len(found)} shared runs of {RUN} words and more")
    print("no run of eight words is shared")


if __name__ == "__main__":
    main()
