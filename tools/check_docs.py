#!/usr/bin/env python3
"""Holds the documents against the tree: links, paths, rooms, sources of data, options of the command, packages.

usage: tools/check_docs.py [ROOT]     prints FILE:LINE: what is wrong, and exits 1 if anything is

It looks at every text file below ROOT except build folders, and runs nothing.
"""
import re
import sys
from pathlib import Path

SKIPPED = {".git", "build", "__pycache__", "node_modules"}
TEXT_ENDINGS = {".md", ".txt", ".cc", ".h", ".py", ".cmake", ".json", ".tsv", ".sh", ".1", ".yml", ".yaml", ""}
# Words of the workshop that have no place in the product. Written in pieces, so that this file does not hold them.
FORBIDDEN = [re.compile(r"\.\./" + "shared"), re.compile("work/" + "shared"), re.compile("sub" + "agent", re.I), re.compile(r"\bhelper" + "-")]
LINK = re.compile(r"\[[^\]\[]*\]\(([^()\s]+)\)")
PATH = re.compile(r"`((?:apps|cmake|data|docs|engine|eval|models|tests|tools|training)/[\w./-]*)`")
OPTION = re.compile(r'add_(option|flag|subcommand)\s*\(\s*"([^"]+)"|set_version_flag\s*\(\s*"([^"]+)"')


def text_files(root):
    """Every text file below the root, with its name from there."""
    pending = [root]
    while pending:
        for path in sorted(pending.pop().iterdir()):
            if path.name in SKIPPED or path.name.startswith("build-"): continue
            if path.is_dir() and not path.is_symlink(): pending.append(path)
            elif path.is_file() and path.suffix in TEXT_ENDINGS: yield path, str(path.relative_to(root))


def lines_of(path):
    return path.read_text(encoding="utf-8", errors="replace").splitlines()


def prose(path):
    """Numbered lines outside fenced code, without code in backticks."""
    fenced = False
    for number, line in enumerate(lines_of(path), 1):
        if line.lstrip().startswith("```"): fenced = not fenced
        elif not fenced: yield number, re.sub(r"`[^`]*`", "", line)


def anchors(path):
    """What headings can be linked to, by GitHub's rule."""
    found = set()
    for line in lines_of(path):
        heading = re.match(r"#{1,6} (.*)", line)
        if heading: found.add(re.sub(r"[^\w\- ]", "", heading[1].strip().lower()).replace(" ", "-"))
    return found


def check_links(root, files):
    for path, name in files:
        if path.suffix != ".md": continue
        for number, line in prose(path):
            for target in LINK.findall(line):
                if re.match(r"[a-z]+:", target): continue
                file, _, anchor = target.partition("#")
                to = (path.parent / file) if file else path
                if not to.exists(): yield f"{name}:{number}: the link {target} leads nowhere"
                elif anchor and to.suffix == ".md" and anchor not in anchors(to):
                    yield f"{name}:{number}: {target}: there is no heading for #{anchor}"


def check_paths(root, files):
    """A path of the tree in backticks is there; words in capitals stand for any name."""
    for path, name in files:
        if path.suffix != ".md": continue
        for number, line in enumerate(lines_of(path), 1):
            for told in PATH.findall(line):
                if re.search(r"\b(NAME|ROOM|FILE)\b", told) or (root / told).exists(): continue
                yield f"{name}:{number}: there is no {told}"


def check_rooms(root):
    rooms = {m[1] for line in lines_of(root / "engine/LAYERS") if (m := re.match(r"([a-z]+):", line))}
    told = {}
    for number, line in enumerate(lines_of(root / "ARCHITECTURE.md"), 1):
        if heading := re.match(r"### ([a-z]+): .*\?$", line): told[heading[1]] = number
    for room in sorted(rooms - set(told)):
        yield f"ARCHITECTURE.md:1: the room {room} of engine/LAYERS has no section '### {room}: its question?'"
    for room in sorted(set(told) - rooms):
        yield f"ARCHITECTURE.md:{told[room]}: engine/LAYERS has no room {room}"


def check_sources(root):
    for folder in sorted(path for path in (root / "data").iterdir() if path.is_dir()):
        if not (folder / "SOURCE.md").exists(): yield f"data/{folder.name}/SOURCE.md:1: is missing: where do its facts come from?"
    if not (root / "models/MODEL_CARD.md").exists(): yield "models/MODEL_CARD.md:1: is missing"
    for path in [*root.glob("data/*/SOURCE.md"), *root.glob("models/*.md")]:
        for number, line in enumerate(lines_of(path), 1):
            if re.search(r"@[A-Z]+@", line): yield f"{path.relative_to(root)}:{number}: a place was left unfilled"


def declared(root):
    """Subcommands, long options and environment variables of the command: name -> FILE:LINE."""
    commands, options, variables = {}, {}, {}
    for path in sorted((root / "apps").glob("*.cc")):
        text, name = path.read_text(encoding="utf-8"), f"apps/{path.name}"
        for match in OPTION.finditer(text):
            place = f"{name}:{text.count(chr(10), 0, match.start()) + 1}"
            if match[1] == "subcommand": commands[match[2]] = place
            for option in re.findall(r"--[a-z][a-z-]*", match[2] or match[3]): options[option] = place
        for match in re.finditer(r'getenv\("([A-Z_]+)"\)', text):
            variables[match[1]] = f"{name}:{text.count(chr(10), 0, match.start()) + 1}"
    return commands, options, variables


def check_manual(root):
    lines = [line.replace("\\-", "-") for line in lines_of(root / "docs/readout.1")]
    page = re.sub(r"\\f[BIR]", "", "\n".join(lines))
    commands, options, variables = declared(root)
    if not commands: yield "apps/main.cc:1: no subcommands were found: does tools/check_docs.py still read apps/*.cc right?"
    for command, place in commands.items():
        if not re.search(rf'^\.SS "readout {command}\b', page, re.M): yield f"{place}: readout {command} has no .SS in docs/readout.1"
    for option, place in options.items():
        if not re.search(rf"(?<![\w-]){option}(?![\w-])", page): yield f"{place}: {option} is not in docs/readout.1"
    for variable, place in variables.items():
        if not re.search(rf"\b{variable}\b", page): yield f"{place}: ${variable} is not in docs/readout.1"
    for number, line in enumerate(page.splitlines(), 1):
        for option in re.findall(r"(?<![\w-])--[a-z][a-z-]*", line):
            if option not in options and option != "--help": yield f"docs/readout.1:{number}: no command takes {option}"


def check_version(root):
    version = re.search(r"project\(readout VERSION ([0-9.]+)", (root / "CMakeLists.txt").read_text(encoding="utf-8"))[1]
    for name in ("docs/readout.1", "CHANGELOG.md"):
        if version not in (root / name).read_text(encoding="utf-8"): yield f"{name}:1: does not name version {version} of CMakeLists.txt"


def check_packages(root):
    """Each package that ./dev installs is accounted for in docs/decisions/."""
    decisions = "\n".join(path.read_text(encoding="utf-8") for path in sorted((root / "docs/decisions").glob("*.md")))
    dev = (root / "dev").read_text(encoding="utf-8")
    for match in re.finditer(r"^[A-Z]+_PACKAGES=\(([^)]*)\)", dev, re.M):
        for package in match[1].split():
            if f"`{package}`" in decisions: continue
            yield f"dev:{dev.count(chr(10), 0, dev.index(package, match.start())) + 1}: no page of docs/decisions/ says why `{package}` is needed"


def check_words(files):
    for path, name in files:
        for number, line in enumerate(lines_of(path), 1):
            for pattern in FORBIDDEN:
                if match := pattern.search(line): yield f"{name}:{number}: '{match[0]}' does not belong here"


def golden_cases(root):
    return sum(line.startswith("=== ") for path in (root / "tests/golden").rglob("*.txt") for line in lines_of(path))


def main():
    root = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parent.parent
    files = list(text_files(root))
    wrong = [*check_links(root, files), *check_paths(root, files), *check_rooms(root), *check_sources(root), *check_manual(root),
             *check_version(root), *check_packages(root), *check_words(files)]
    print("\n".join(wrong) if wrong else f"documents hold: {sum(p.suffix == '.md' for p, _ in files)} pages, {golden_cases(root)} golden cases")
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
