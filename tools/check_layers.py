#!/usr/bin/env python3
"""Holds every #include of engine/ and apps/ against engine/LAYERS, and a few absences the house wants kept.

usage: tools/check_layers.py [ROOT]     prints FILE:LINE: what is wrong, and exits 1 if anything is
"""
import re
import sys
from pathlib import Path

# what stands where it must not: (pattern, folders it is allowed in, sentence)
ABSENCES = [
    (re.compile(r'#include <regex>'), (), "std::regex overflows the stack on long input: use RE2 or a matcher of your own"),
    (re.compile(r'#include <(iostream|filesystem|ranges|thread)>'), ("*.cc",), "heavy header in a header"),
    (re.compile(r'\bstd::(cout|cerr|printf)\b|\bstd::fprintf\b|\bprintf\('), ("apps/", "engine/base/check.cc", "_test.cc", "_fuzz.cc", "_bench.cc", "tests/"), "nothing in engine/ prints"),
    (re.compile(r'\bparallel_for\('), ("engine/base/", "engine/pipeline/"), "only pipeline spreads work over threads"),
    (re.compile(r'\bTODO\b|\bFIXME\b'), (), "finish it or file it"),
]


def layers(root):
    rooms = {}
    for line in (root / "engine/LAYERS").read_text().splitlines():
        match = re.match(r"([a-z]+):(.*)", line)
        if match: rooms[match[1]] = set(match[2].split())
    return rooms


def allowed(path, places):
    return any(place == "*.cc" and path.endswith(".cc") or place in path for place in places)


def main():
    root = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parent.parent
    rooms, wrong = layers(root), []
    for path in sorted([*root.glob("engine/**/*.h"), *root.glob("engine/**/*.cc"), *root.glob("apps/*")]):
        if path.suffix not in (".h", ".cc"): continue
        name = str(path.relative_to(root))
        room = name.split("/")[1] if name.startswith("engine/") else None
        if room and room not in rooms: wrong.append(f"{name}:1: the room {room} is not in engine/LAYERS")
        lines = path.read_text().splitlines()
        if len(lines) > 600: wrong.append(f"{name}:601: {len(lines)} lines; a file stays below 600")
        for number, line in enumerate(lines, 1):
            match = re.match(r'#include "([a-z]+)/', line)
            if room and match and match[1] in rooms and match[1] != room and match[1] not in rooms.get(room, ()):
                wrong.append(f"{name}:{number}: {room} may not include {match[1]} (engine/LAYERS)")
            for pattern, places, sentence in ABSENCES:
                if pattern.search(line) and not allowed(name, places): wrong.append(f"{name}:{number}: {sentence}")
    for room, uses in rooms.items():
        for use in uses:
            if use not in rooms: wrong.append(f"engine/LAYERS: {room} names an unknown room {use}")
            elif room in rooms[use]: wrong.append(f"engine/LAYERS: {room} and {use} include each other")
    print("\n".join(wrong) if wrong else f"layers hold: {len(rooms)} rooms")
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
