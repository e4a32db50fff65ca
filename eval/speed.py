#!/usr/bin/env python3
"""Tokens a second, reports a second, start-up time and peak memory of the built program on one thread.

usage: eval/speed.py REPORTS.jsonl [--readout PROGRAM] [--megabytes 8]
The reports are repeated with new ids until they are MEGABYTES of text. Tokens are words and marks, counted by [\\w]+|[^\\w\\s].
"""
import argparse
import json
import os
import re
import subprocess
import tempfile
import time


def run(program, path):
    before = time.monotonic()
    process = subprocess.Popen([program, "read", path, "--format", "jsonl", "--jobs", "1"], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) != 0: raise SystemExit("the program failed")
    return time.monotonic() - before, usage.ru_maxrss / 1024


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("reports")
    parser.add_argument("--readout", default="build/release/apps/readout")
    parser.add_argument("--megabytes", type=float, default=8)
    options = parser.parse_args()
    reports = [json.loads(line) for line in open(options.reports, encoding="utf-8")]
    rows, size, tokens, copy = [], 0, 0, 0
    while size < options.megabytes * 1e6:
        for report in reports:
            text = report["text"] + f"\n\nNumber {copy}."
            rows.append(json.dumps({"id": f"{report.get('id')}-{copy}", "published": report.get("published"), "text": text}))
            size += len(text.encode())
            tokens += len(re.findall(r"\w+|[^\w\s]", text))
        copy += 1
    with tempfile.TemporaryDirectory() as folder:
        one, all_ = os.path.join(folder, "one.txt"), os.path.join(folder, "all.jsonl")
        open(one, "w").write("Nobody spoke.\n")
        open(all_, "w").write("\n".join(rows) + "\n")
        start = min(run(options.readout, one)[0] for _ in range(5))
        seconds, memory = run(options.readout, all_)
    print(f"{len(rows)} reports, {tokens} tokens, {size / 1e6:.1f} MB")
    print(f"start-up {start * 1000:.0f} ms, {seconds:.1f} s, {tokens / (seconds - start):.0f} tokens/s, {len(rows) / (seconds - start):.0f} reports/s, peak {memory:.0f} MB")


if __name__ == "__main__":
    main()
