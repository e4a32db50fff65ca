#!/usr/bin/env python3
"""Tokens a second, reports a second, start-up time and peak memory of the built program on one thread.

usage: eval/speed.py REPORTS... [--readout PROGRAM] [--megabytes 8] [--env KEY=VALUE]...
REPORTS are .jsonl files, a report a line, or texts. They are repeated with new ids until they are MEGABYTES of text. Tokens are words and marks, counted by [\\w]+|[^\\w\\s].
Speeds are per second of wall clock; where other programs keep the machine busy, look at the processor's seconds. --env sets a
variable for the program, such as one that caps the instruction set; the first line tells what the processor has.
"""
import argparse
import json
import os
import re
import subprocess
import tempfile
import time


SETS = ("sse4_2", "avx", "avx2", "fma", "avx512f", "avx512bw", "avx512_vnni", "avx_vnni", "avx512_bf16", "amx_int8", "amx_bf16",
        "asimd", "asimddp", "i8mm", "sve")


def processor():
    """Name, number and instruction sets, as Linux tells them."""
    rows = [line.partition(":") for line in open("/proc/cpuinfo", encoding="utf-8")]
    told = {key.strip(): value.strip() for key, _, value in rows}
    flags = (told.get("flags") or told.get("Features") or "").split()
    return f"{told.get('model name', 'unknown processor')}, {os.cpu_count()} cores, {' '.join(s for s in SETS if s in flags)}"


def reports_of(path):
    with open(path, encoding="utf-8") as file:
        if path.endswith(".jsonl"): return [json.loads(line) for line in file]
        return [{"id": os.path.basename(path), "text": file.read()}]


def run(program, path, extra):
    """Seconds, processor seconds, peak memory in MB."""
    before = time.monotonic()
    process = subprocess.Popen([program, "read", path, "--format", "jsonl", "--jobs", "1"], stdout=subprocess.DEVNULL,
                               env={**os.environ, **extra})
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) != 0: raise SystemExit("the program failed")
    return time.monotonic() - before, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("reports", nargs="+")
    parser.add_argument("--readout", default="build/release/apps/readout")
    parser.add_argument("--megabytes", type=float, default=8)
    parser.add_argument("--env", action="append", default=[], metavar="KEY=VALUE")
    options = parser.parse_args()
    if not all("=" in pair for pair in options.env): parser.error("--env wants KEY=VALUE")
    extra = dict(pair.split("=", 1) for pair in options.env)
    reports = [report for path in options.reports for report in reports_of(path)]
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
        start = min(run(options.readout, one, extra)[0] for _ in range(5))
        seconds, busy, memory = run(options.readout, all_, extra)
    print(processor() + "".join(f", {pair}" for pair in options.env))
    print(f"{len(rows)} reports, {tokens} tokens, {size / 1e6:.1f} MB")
    rate = f"{tokens / (seconds - start):.0f} tokens/s, {len(rows) / (seconds - start):.0f} reports/s"
    print(f"start-up {start * 1000:.0f} ms, {seconds:.1f} s (processor {busy:.1f} s), {rate}, peak {memory:.0f} MB")


if __name__ == "__main__":
    main()
