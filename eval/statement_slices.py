#!/usr/bin/env python3
"""Where statements are found and where not: recall and precision by kind of quotation, speaker, cue, nesting, and by outlet.

    python3 eval/statement_slices.py FOLDER OUTPUT.jsonl      gold in JSON lines (reports.jsonl, statements.jsonl)
    python3 eval/statement_slices.py --polnear FOLDER OUTPUT.jsonl   brat files (text/, attributions/), by outlet and kind
    python3 eval/statement_slices.py --check

OUTPUT.jsonl is what `readout read --format jsonl` printed for the same texts. A gold statement is found by the statement whose
content shares at least half of the characters (intersection over union), one to one, best first. Columns: how many gold
statements, the share found, the share of those with a like speaker (words overlap), and in the first form the right name and act.
"""
import argparse
import json
import re
import sys
import unicodedata
from collections import defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from polnear_spans import TRIM

PRONOUNS = set("he she they it we i you who which that his her their its our my him them us me this one".split())


def load(path):
    return [json.loads(line) for line in open(path, encoding="utf-8") if line.strip()]


def cells(text, spans):
    out = set()
    for begin, end in spans:
        while begin < end and text[begin] in TRIM: begin += 1
        while end > begin and text[end - 1] in TRIM: end -= 1
        out.update(range(begin, end))
    return out


def place(text, words, at, whole_title, title):
    """The at-th occurrence of words, in the title or behind it."""
    first = 0 if whole_title or not title else len(title)
    position = first - 1
    for _ in range((at or 0) + 1):
        position = text.find(words, position + 1)
        if position < 0: return []
    return [(position, position + len(words))]


def folded(name):
    plain = unicodedata.normalize("NFKD", name or "").casefold()
    return {w for w in re.findall("[a-z0-9]+", plain) if w not in ("the", "a", "an", "unnamed", "of")}


def same_name(a, b):
    """One's words are all among the other's. Looser than the gold sample's scorer, which also bounds how many more there are."""
    a, b = folded(a), folded(b)
    return bool(a) and bool(b) and (a <= b or b <= a)


def speaker_kind(statement):
    words = (statement.get("speaker") or "").lower()
    if not words: return "no words"
    if words in PRONOUNS: return "pronoun"
    if words.split()[0] in PRONOUNS: return "his, its … somebody"
    if (statement.get("name") or "").startswith("unnamed"): return "without a name"
    mine, name = folded(statement["speaker"]), folded(statement.get("name"))
    return "name" if mine & name else "other words for a name"


def cue_kind(statement):
    words = (statement.get("cue") or "").lower()
    if not words: return "no cue"
    if words.startswith(("according", "citing", "per ")): return "according to"
    if words.startswith(("in a", "statement", "letter")): return "noun"
    return "said, told" if words.split()[0] in ("said", "says", "say", "told", "tells", "saying") else "other cue"


def own_gold(folder, output):
    """(report, outlet, text, [(kinds, content, source, statement)], [(content, source, statement)])"""
    reports = {o["name"]: o for o in output if o["type"] == "report"}
    gold, got = defaultdict(list), defaultdict(list)
    for statement in load(folder / "statements.jsonl"): gold[statement["report"]].append(statement)
    for o in output:
        if o["type"] == "statement": got[o["report"]].append(o)
    for report in load(folder / "reports.jsonl"):
        mine = reports.get(report["id"])
        if mine is None: continue
        text, title, rows = mine["text"], report.get("title") or "", []
        for s in gold[report["id"]]:
            spans = [p for i, words in enumerate(s["content"])
                     for p in place(text, words, (s.get("content_at") or [])[i] if i < len(s.get("content_at") or []) else 0, s.get("in") == "title", title)]
            source = place(text, s["speaker"], s.get("speaker_at"), s.get("in") == "title", title) if s.get("speaker") else []
            if not spans: continue
            kinds = {"quotation": s["quotation"], "speaker": speaker_kind(s), "cue": cue_kind(s), "act": s["act"],
                     "place": "headline" if s.get("in") == "title" else "inside another" if s.get("inside") is not None else "outermost",
                     "content": "in parts" if len(s["content"]) > 1 else "in one"}
            rows.append((kinds, cells(text, spans), cells(text, source), s))
        yield report.get("outlet") or report["id"].split("-")[0], rows, results(text, got[mine["id"]])


def results(text, statements):
    of = lambda part: [(p["begin"], p["end"]) for p in part if p and p.get("begin") is not None]
    return [(cells(text, of(s["content"])), cells(text, of([s["speaker"]])), s) for s in statements if s["content"]]


def polnear_gold(folder, output):
    reports = {o["name"]: o for o in output if o["type"] == "report"}
    got = defaultdict(list)
    for o in output:
        if o["type"] == "statement": got[o["report"]].append(o)
    for path in sorted((folder / "text").glob("*.txt")):
        annotations = sorted((folder / "attributions").glob(path.stem + "_*.ann"))
        if not annotations or path.stem not in reports: continue
        text, places, rows = reports[path.stem]["text"], {}, []
        for line in annotations[0].read_text(encoding="utf-8").splitlines():
            columns = line.split("\t")
            if line.startswith("T"): places[columns[0]] = [tuple(map(int, p.split())) for p in columns[1].partition(" ")[2].split(";")]
            if not line.startswith("E"): continue
            roles = defaultdict(list)
            for part in columns[1].split():
                role, reference = part.split(":")
                roles[re.sub(r"\d+$", "", role)] += places.get(reference, [])
            content = " ".join(text[b:e] for b, e in roles["Content"])
            cue = " ".join(text[b:e] for b, e in roles["Cue"])
            source = " ".join(text[b:e] for b, e in roles["Source"])
            if not content or not cue: continue
            marks = bool(re.search("[\"“”]|''", content))
            whole = marks and content.strip(" ,.")[:1] in "\"“'" and content.strip(" ,.")[-1:] in "\"”'"
            kinds = {"quotation": "direct" if whole else "mixed" if marks else "indirect", "cue": cue_kind({"cue": cue}),
                     "speaker": "no words" if not source else "pronoun" if source.lower() in PRONOUNS else "other",
                     "content": "in parts" if len(roles["Content"]) > 1 else "in one"}
            rows.append((kinds, cells(text, roles["Content"]), cells(text, roles["Source"]), None))
        yield path.stem.split("_")[0], rows, results(text, got[reports[path.stem]["id"]])


def paired(gold, got):
    pairs = sorted(((len(g[1] & s[0]) / len(g[1] | s[0]), i, j) for i, g in enumerate(gold) for j, s in enumerate(got) if g[1] & s[0]), reverse=True)
    used_gold, used_got, out = set(), set(), {}
    for value, i, j in pairs:
        if value < 0.5 or i in used_gold or j in used_got: continue
        used_gold.add(i)
        used_got.add(j)
        out[i] = j
    return out


def tally(documents):
    """({(kind, value): [gold, found, speaker, named, name right, act right]}, {outlet: [gold, got, found]})"""
    table, outlets = defaultdict(lambda: [0] * 6), defaultdict(lambda: [0] * 3)
    for outlet, gold, got in documents:
        pairs = paired(gold, got)
        for n, value in enumerate((len(gold), len(got), len(pairs))): outlets[outlet][n] += value
        for i, (kinds, _, source, statement) in enumerate(gold):
            for key in kinds.items():
                row = table[key]
                row[0] += 1
                if i not in pairs: continue
                _, mine, found = got[pairs[i]]
                row[1] += 1
                row[2] += bool(mine & source) or (not mine and not source)
                if statement is None: continue
                row[3] += bool(statement.get("name"))
                row[4] += same_name(statement.get("name"), (found["speaker"] or {}).get("name"))
                row[5] += found["act"] == statement["act"]
    return table, outlets


def check():
    import tempfile
    span = lambda text, words: {"begin": text.index(words), "end": text.index(words) + len(words), "text": words}
    text = "Ada said that rain fell. He denied it."
    statement = lambda speaker, name, content, act: {"type": "statement", "report": "r1", "speaker": {**span(text, speaker), "name": name},
                                                     "content": [span(text, content)], "act": act}
    output = [{"type": "report", "id": "r1", "name": "a", "text": text}, statement("Ada", "Ada Winter", "rain fell", "warn"),
              statement("He", "Ada Winter", "that", "deny")]
    gold = [{"report": "a", "speaker": "Ada", "name": "Ada", "cue": "said", "content": ["rain fell"], "act": "assert", "quotation": "indirect"},
            {"report": "a", "speaker": "He", "name": "Hugo", "cue": "denied", "content": ["it"], "act": "deny", "quotation": "indirect"}]
    with tempfile.TemporaryDirectory() as folder:
        for name, rows in (("reports", [{"id": "a", "text": text, "outlet": "Herald"}]), ("statements", gold)):
            (Path(folder) / f"{name}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
        table, outlets = tally(own_gold(Path(folder), output))
    assert table["quotation", "indirect"] == [2, 1, 1, 1, 1, 0], table["quotation", "indirect"]
    assert table["speaker", "pronoun"] == [1, 0, 0, 0, 0, 0] and table["speaker", "name"] == [1, 1, 1, 1, 1, 0], table
    assert outlets["Herald"] == [2, 2, 1], outlets["Herald"]
    assert not same_name("", "Ada") and not same_name("Ada", "Hugo")
    print("slices of statements: ok")


def main():
    if sys.argv[1:] == ["--check"]: return check()
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--polnear", action="store_true")
    parser.add_argument("folder", type=Path)
    parser.add_argument("output", type=Path)
    args = parser.parse_args()
    table, outlets = tally((polnear_gold if args.polnear else own_gold)(args.folder, load(args.output)))
    share = lambda a, b: f"{a / b:6.2f}" if b else "     –"
    print(f"{'kind':34s}  gold  found  words" + ("" if args.polnear else "   name    act"))
    for (kind, value), (n, found, words, named, right, act) in sorted(table.items(), key=lambda row: (row[0][0], -row[1][0])):
        print(f"{kind + ': ' + value:34s} {n:5d} {share(found, n)} {share(words, found)}" + ("" if args.polnear else f" {share(right, named)} {share(act, found)}"))
    print(f"\n{'outlet':34s}  gold    got      P      R     F1")
    for outlet, (n, m, hit) in sorted(outlets.items(), key=lambda row: -row[1][0])[:20]:
        p, r = hit / m if m else 0, hit / n if n else 0
        print(f"{outlet[:34]:34s} {n:5d}  {m:5d} {p:6.2f} {r:6.2f} {2 * p * r / (p + r) if p + r else 0:6.2f}")


if __name__ == "__main__":
    main()
