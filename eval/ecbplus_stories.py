#!/usr/bin/env python3
"""B3 of the stories that the built program makes of ECB+ (topics' sub-topics as gold), over shuffled orders.

usage: eval/ecbplus_stories.py ECBPLUS_FOLDER [--readout PROGRAM] [--orders 3]
Each sub-topic (N for *ecb.xml, N+ for *ecbplus.xml) is one story. The spread over orders must be 0.
--check scores a case counted by hand instead.
"""
import argparse
import collections
import json
import random
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import overlap


def b_cubed(gold, got):
    """F1, precision, recall of two groupings, each a list of sets of the same items."""
    of_gold = {item: group for group in gold for item in group}
    of_got = {item: group for group in got for item in group}
    precision = sum(len(of_gold[i] & of_got[i]) / len(of_got[i]) for i in of_gold) / len(of_gold)
    recall = sum(len(of_gold[i] & of_got[i]) / len(of_gold[i]) for i in of_gold) / len(of_gold)
    return 2 * precision * recall / (precision + recall), precision, recall


def text_of(path):
    """The words of a document, a line a sentence, with spaces as English prints them."""
    sentences = collections.defaultdict(list)
    for number, word in re.findall(r'<token[^>]*sentence="(\d+)"[^>]*>([^<]*)</token>', path.read_text(encoding="utf-8")):
        sentences[int(number)].append(word)
    lines = (" ".join(words) for _, words in sorted(sentences.items()))
    text = "\n".join(re.sub(r" ([,.;:?!%)]|n't|'s)", r"\1", line) for line in lines)
    return text.replace("&amp;", "&").replace("&quot;", '"').replace("&apos;", "'")


def check():
    f, p, r = b_cubed([{1, 2, 3}, {4}], [{1, 2}, {3, 4}])
    # precision (1 + 1 + 1/2 + 1/2) / 4, recall (2/3 + 2/3 + 1/3 + 1) / 4
    assert abs(p - 0.75) < 1e-9 and abs(r - 2 / 3) < 1e-9 and abs(f - 2 * 0.75 * (2 / 3) / (0.75 + 2 / 3)) < 1e-9
    print("check: as counted by hand")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", nargs="?")
    parser.add_argument("--readout", default="build/release/apps/readout")
    parser.add_argument("--orders", type=int, default=3)
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    if options.check: return check()
    if not options.folder: sys.exit(__doc__)
    # the full names of organisations are facts that any report may hold
    overlap.refuse([options.folder], passed_over=[overlap.HERE + "/data/actors/organisations.tsv"])
    gold, rows = collections.defaultdict(set), []
    for path in sorted(Path(options.folder).glob("*/*.xml")):
        gold[path.parent.name + ("+" if "ecbplus" in path.name else "")].add(path.stem)
        rows.append(json.dumps({"id": path.stem, "text": text_of(path)}))
    scores = []
    for order in range(options.orders):
        random.Random(order).shuffle(rows)
        with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as file:
            file.write("\n".join(rows) + "\n")
            file.flush()
            out = subprocess.run([options.readout, "read", file.name, "--format", "jsonl"], capture_output=True, check=True).stdout
        lines = [json.loads(line) for line in out.splitlines()]
        names = {line["id"]: line["name"] for line in lines if line["type"] == "report"}
        scores.append(b_cubed(list(gold.values()), [{names[r] for r in line["reports"]} for line in lines if line["type"] == "story"]))
    f, p, r = scores[0]
    print(f"{len(rows)} reports, {len(gold)} stories: P {p:.4f} R {r:.4f}, spread {max(s[0] for s in scores) - min(s[0] for s in scores):.4f}")
    print(f"stories B3 {f:.4f}")


if __name__ == "__main__":
    main()
