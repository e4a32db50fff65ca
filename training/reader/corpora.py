"""The training corpora as documents: words, paragraphs, and layers of labels, each only where its corpus has it."""
import json
import os
import re
import subprocess
import xml.etree.ElementTree as ElementTree
from collections import defaultdict
from pathlib import Path

from markup import read_article


class Document:
    """`words` in order; `space` tells whether white space follows a word; `paragraphs` and `sentences` are sets of first words. `layers` maps a
    layer's name to a list with one item a word; `attributions` and `chains` are described where they are made."""

    def __init__(self, name):
        self.name, self.words, self.space = name, [], []
        self.paragraphs, self.sentences = set(), set()
        self.begin, self.end = [], []  # code points, where the text is known
        self.tags, self.heads, self.relations = [], [], []  # the program's own, where it read the text; a head is an index in the document
        self.layers, self.attributions, self.mentions = {}, None, None


def read_conllu(path):
    """Documents of a CoNLL-U file, words only, from `readout read --format conllu`."""
    documents, document = [], None
    for line in open(path, encoding="utf-8"):
        if line.startswith("# newdoc id = "):
            document = Document(line[14:].strip())
            documents.append(document)
            paragraph = True
        elif line.startswith("# newpar"): paragraph = True
        elif line[0].isdigit():
            cells = line.rstrip("\n").split("\t")
            if cells[0] == "1":
                first = len(document.words)
                document.sentences.add(first)
                if paragraph: document.paragraphs.add(len(document.words))
                paragraph = False
            misc = dict(pair.split("=") for pair in cells[9].split("|"))
            document.tags.append(cells[3])
            document.heads.append(first + int(cells[6]) - 1 if cells[6].isdigit() and cells[6] != "0" else len(document.words))
            document.relations.append(cells[7])
            document.words.append(cells[1])
            document.space.append("SpaceAfter" not in misc)
            document.begin.append(int(misc["Begin"]))
            document.end.append(int(misc["End"]))
    return documents


def words_of(readout, reports, work, name):
    """What the program takes for words and paragraphs in reports ({"id", "text", ...}): {id: Document}."""
    source, target = Path(work) / f"{name}.jsonl", Path(work) / f"{name}.conllu"
    lines = "".join(json.dumps(report) + "\n" for report in reports)
    if not target.exists() or not source.exists() or source.read_text() != lines:
        own = [path.with_name(f"{path.stem}.{os.getpid()}{path.suffix}") for path in (source, target)]  # another process may do the same
        own[0].write_text(lines)
        with open(own[1], "wb") as out:
            subprocess.run([readout, "read", str(own[0]), "--format", "conllu"], stdout=out, check=False)
        os.replace(own[1], target)
        os.replace(own[0], source)
    return {document.name: document for document in read_conllu(target)}


def covered(document, begin, end):
    """Indices of the words that touch [begin, end)."""
    low, high = 0, len(document.words)
    while low < high:
        middle = (low + high) // 2
        if document.end[middle] <= begin: low = middle + 1
        else: high = middle
    out = []
    while low < len(document.words) and document.begin[low] < end:
        out.append(low)
        low += 1
    return out


def bio(document, layer, spans, kind=""):
    """Marks runs of words as B and I of `kind` in a layer."""
    labels = document.layers.setdefault(layer, ["O"] * len(document.words))
    for indices in spans:
        for before, index in zip([None] + indices, indices):
            joined = before is not None and index == before + 1
            labels[index] = ("I" if joined else "B") + ("-" + kind if kind else "")


# Universal Dependencies, with names (UNER) and mentions (GUM)

def read_treebank(path, mentions=False):
    """Documents with layers upos, xpos, feats, lemma, head (index in the document; its own is the root), relation; and with `mentions` the layer
    kind (of words that head a mention) and mentions [(head word, entity)]."""
    documents, block = [], []
    document = None
    for line in open(path, encoding="utf-8"):
        if line.startswith("# newdoc"):
            document = Document(line.split("=")[1].strip())
            document.layers = {layer: [] for layer in ("upos", "xpos", "feats", "lemma", "head", "relation", "sentence")}
            document.texts, document.misc = [], []
            documents.append(document)
            paragraph, entities = True, []
        elif line.startswith("# newpar"): paragraph = True
        elif line.startswith("# text = "): document.texts.append((len(document.words), line[9:].strip()))
        elif line[0].isdigit(): block.append(line.rstrip("\n").split("\t"))
        elif not line.strip() and block:
            add_sentence(document, block, paragraph)
            block, paragraph = [], False
    if mentions:
        for document in documents: add_mentions(document)
    return documents


def add_sentence(document, rows, paragraph):
    first = len(document.words)
    document.sentences.add(first)
    if paragraph: document.paragraphs.add(first)
    until, space = 0, True
    for row in rows:
        spaced = "SpaceAfter=No" not in row[9]
        if "-" in row[0]:
            until, space = int(row[0].split("-")[1]), spaced
            continue
        if "." in row[0]: continue
        number = int(row[0])
        if number < until: spaced = False
        elif number == until: spaced = space
        layers = document.layers
        document.words.append(row[1])
        document.space.append(spaced)
        for layer, cell in (("upos", row[3]), ("xpos", row[4]), ("feats", row[5]), ("relation", row[7])): layers[layer].append(cell)
        layers["lemma"].append(script(row[1].lower().replace("’", "'"), row[2].lower().replace("’", "'")))
        head = int(row[6])
        layers["head"].append(first + (head or number) - 1)
        layers["sentence"].append("B" if len(document.words) - 1 == first else "I")
        document.misc.append(row[9])


def script(form, lemma):
    """How a lemma comes from a form: cut so many letters, add these."""
    same = 0
    while same < min(len(form), len(lemma)) and form[same] == lemma[same]: same += 1
    return f"{len(form) - same}|{lemma[same:]}"


def add_mentions(document):
    open_mentions, spans = [], []
    for index, misc in enumerate(document.misc):
        match = re.search(r"(?:^|\|)Entity=([^|]*)", misc)
        if not match: continue
        for mark in re.findall(r"\([^()]*\)?|[^()]*\)", match[1]):
            bracket, body, close = mark[0] == "(", mark.strip("()"), mark.endswith(")")
            if bracket:
                fields = body.split("-")
                open_mentions.append((fields[0], fields[1] if len(fields) > 1 else "abstract", index))
                if close: spans.append(open_mentions.pop() + (index,))
            else:
                number = body.split("-")[0]
                for k in range(len(open_mentions) - 1, -1, -1):
                    if open_mentions[k][0] == number:
                        spans.append(open_mentions.pop(k) + (index,))
                        break
    heads = document.layers["head"]
    document.layers["kind"], document.layers["name"] = ["O"] * len(document.words), ["O"] * len(document.words)
    document.mentions = []
    for entity, kind, first, last in spans:
        for index in range(first, last + 1):
            if heads[index] == index or not first <= heads[index] <= last:
                document.layers["kind"][index] = kind
                document.mentions.append((index, entity))
                mark_name(document, kind, first, last, index)
                break
    document.mentions.sort()


def add_names(documents, path):
    """Layer name from UNER's file, sentence by sentence by its text without spaces."""
    names, text, labels = {}, None, []
    for line in open(path, encoding="utf-8"):
        if line.startswith("# text = "): text, labels = line[9:].replace(" ", "").strip(), []
        elif line[0].isdigit() and line.split("\t")[0].isdigit(): labels.append(line.split("\t")[2])
        elif not line.strip() and text: names.setdefault(text, labels)
    for document in documents:
        marks = []
        ends = [begin for begin, _ in document.texts[1:]] + [len(document.words)]
        for (begin, text), end in zip(document.texts, ends):
            labels = names.get(text.replace(" ", ""))
            marks += labels if labels and len(labels) == end - begin else [None] * (end - begin)
        document.layers["name"] = [m if m is None or m[2:] in ("PER", "LOC", "ORG") or m == "O" else "O" for m in marks]


NAMED = {"person": "PER", "place": "LOC", "organization": "ORG"}


def mark_name(document, kind, first, last, head):
    """A mention that a proper noun heads holds a name: the proper nouns around the head, without titles; of places and organisations also what
    follows with "of"."""
    upos, relations, names = document.layers["upos"], document.layers["relation"], document.layers["name"]
    if kind not in NAMED or upos[head] != "PROPN": return
    part = lambda i: upos[i] == "PROPN" and relations[i] != "nmod:desc"
    begin, end = head, head + 1
    while begin > first and part(begin - 1): begin -= 1
    while end <= last and part(end): end += 1
    while kind != "person" and end + 1 <= last and document.words[end] in ("of", "for", "and", "&", "the"):
        stop = end + 1
        while stop <= last and document.words[stop] in ("the", "of"): stop += 1
        if stop > last or not part(stop): break
        while stop <= last and part(stop): stop += 1
        end = stop
    if any(names[i] != "O" for i in range(begin, end)): return
    for i in range(begin, end): names[i] = ("B-" if i == begin else "I-") + NAMED[kind]


# PolNeAR: who said what

SAY = set("""say says said saying tell tells told telling add adds added adding state states stated announce announced announces claim claims claimed claiming
argue argues argued deny denies denied denying report reports reported note notes noted warn warns warned ask asks asked write writes wrote tweet tweets tweeted
insist insists insisted explain explained acknowledge acknowledged admit admitted confirm confirmed suggest suggested declare declared accuse accused call calls
called describe described according vow vowed pledge pledged promise promised predict predicted dismiss dismissed reject rejected criticize criticized urge urged
demand demanded reply replied respond responded recall recalled conclude concluded decline declined refuse refused complain complained reiterate reiterated blame
blamed praise praised testify testified cite cited citing reveal revealed disclose disclosed quoted spokesman statement allege alleged""".split())


def brat(path):
    spans, attributions = {}, []
    for line in path.read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        if line.startswith("T") and len(cells) >= 2:
            spans[cells[0]] = [tuple(map(int, part.split())) for part in re.sub(r"^\S+ ", "", cells[1]).split(";")]
        elif line.startswith("E") and len(cells) >= 2:
            roles = defaultdict(list)
            for part in cells[1].split():
                role, reference = part.split(":")
                roles[re.sub(r"\d+$", "", role)] += spans.get(reference, [])
            attributions.append(roles)
    return attributions


def runs(indices):
    out = []
    for index in sorted(set(indices)):
        if out and index == out[-1][-1] + 1: out[-1].append(index)
        else: out.append([index])
    return out


def word_runs(document, places):
    return runs([index for begin, end in places for index in covered(document, begin, end)])


def add_attributions(document, attributions):
    """`attributions` of a document: [{"source", "cue", "content": runs of words, "speech", "act", "negated": or None}]; layers source, cue, content."""
    document.attributions = []
    for layer in ("source", "cue", "content"): bio(document, layer, [])
    for item in attributions:
        document.attributions.append(item)
        for layer in ("source", "cue", "content"): bio(document, layer, item[layer])


def read_polnear(folder, readout, work, part):
    reports = [{"id": path.stem, "text": path.read_text(encoding="utf-8")} for path in sorted((folder / part / "text").glob("*.txt"))]
    documents = words_of(readout, reports, work, f"polnear-{part}")
    out = []
    for report in reports:
        annotations = sorted((folder / part / "attributions").glob(report["id"] + "_*.ann"))
        document = documents.get(report["id"])
        if not annotations or document is None: continue
        items = []
        for roles in brat(annotations[0]):
            text = " ".join(report["text"][b:e] for b, e in roles["Content"])
            cue = " ".join(report["text"][b:e] for b, e in roles["Cue"]).lower()
            speech = bool(re.search("[\"“”]|''", text)) or bool(set(re.findall("[a-z]+", cue)) & SAY)
            items.append({"source": word_runs(document, roles["Source"]), "cue": word_runs(document, roles["Cue"]),
                          "content": word_runs(document, roles["Content"]), "speech": speech, "act": None, "negated": None})
        add_attributions(document, items)
        out.append(document)
    return out


def add_silver_names(documents, path):
    """Layer silver_name of documents with offsets, from silver_names.py."""
    found = {line["id"]: line["names"] for line in map(json.loads, open(path, encoding="utf-8"))}
    for document in documents:
        if document.name not in found: continue
        for kind in ("PER", "LOC", "ORG"):
            bio(document, "silver_name", [covered(document, b, e) for b, e, k in found[document.name] if k == kind], kind)


# The project's own articles: statements with acts, dates

def read_own(folder, readout, work, name):
    """A folder of articles with mark-up (training/data/README.md), or of reports.jsonl, statements.jsonl and dates.jsonl with words and occurrences."""
    marked = [read_article(path) for path in sorted(folder.glob("*.txt"))] or list(marked_lines(folder))
    documents = words_of(readout, [report for report, *_ in marked], work, name)
    out = []
    for report, statements, dates, forms in marked:
        document = documents.get(report["id"])
        if document is None: continue
        add_speakers(document, report, statements, forms)
        add_attributions(document, [{role: word_runs(document, s[role]) for role in ("source", "cue", "content")} |
                                    {"speech": True, "act": s["act"], "negated": s["negated"]} for s in statements])
        if dates is not None:
            bio(document, "time", [])
            for date in dates: bio(document, "time", [covered(document, *date["time"])], date["type"])
        out.append(document)
    return out


NO_HEADS = {"compound", "flat", "fixed", "goeswith", "nmod:desc", "expl", "det"}


def heads_phrase(document, i):
    """As engine/syntax/coreference_head.cc has it."""
    return document.tags[i] in ("NOUN", "PROPN", "PRON") and document.relations[i] not in NO_HEADS


def add_speakers(document, report, statements, forms):
    """`mentions` of an article whose speakers are named: the words that a speaker is given by, wherever the forms of a name stand, and, with no entity, the
    other phrases, which nothing is known of. forms: [(name, form)]."""
    entity_of = {}

    def mark(begin, end, name):
        run = covered(document, begin, end)
        heads = [i for i in run if document.heads[i] not in run or document.heads[i] == i]
        if heads: entity_of.setdefault(heads[0], name)
    for s in statements:
        for begin, end in s["source"][:1]:
            if s["name"]: mark(begin, end, s["name"])
    text = (report["title"] + "\n\n" if report.get("title") else "") + report["text"]
    for name, form in forms:
        for match in re.finditer(r"(?<!\w)" + re.escape(form) + r"(?!\w)", text): mark(*match.span(), name)
    document.mentions = [(i, entity_of.get(i)) for i in range(len(document.words)) if i in entity_of or heads_phrase(document, i)]


def occurrence(text, words, at):
    place = -1
    for _ in range((at or 0) + 1):
        place = text.find(words, place + 1)
        if place < 0: return None
    return place


def load_lines(path):
    return [json.loads(line) for line in open(path, encoding="utf-8") if line.strip()] if path.exists() else []


def marked_lines(folder):
    """The same from JSON lines. Without dates.jsonl, the articles' dates are not marked: None."""
    has_dates = (folder / "dates.jsonl").exists()
    statements, dates = load_lines(folder / "statements.jsonl"), load_lines(folder / "dates.jsonl")
    entities = load_lines(folder / "entities.jsonl")
    for report in load_lines(folder / "reports.jsonl"):
        title = report.get("title") or ""

        def places(words, at, mark):
            in_title = mark.get("in") == "title"
            where = occurrence(title if in_title else report["text"], words, at) if words else None
            if where is None: return []
            where += 0 if in_title or not title else len(title) + 2
            return [(where, where + len(words))]

        def statement(s):
            ats = s.get("content_at") or [0] * len(s["content"])
            return {"source": places(s["speaker"], s.get("speaker_at"), s), "cue": places(s["cue"], s.get("cue_at"), s),
                    "content": [p for words, at in zip(s["content"], ats) for p in places(words, at, s)], "act": s["act"],
                    "negated": bool(s["negated"]), "name": s["name"]}

        mine = [{"time": place, "type": d["type"]} for d in dates if d["report"] == report["id"] for place in places(d["text"], d.get("at"), d)]
        forms = [(e["name"], form) for e in entities if e["report"] == report["id"] for form in dict.fromkeys([e["name"], *e["forms"]])]
        yield report, [statement(s) for s in statements if s["report"] == report["id"]], mine if has_dates else None, forms


def held_out(document):
    """Every tenth of the own articles is kept from training."""
    return document.name.endswith("0")


# TimeML: time expressions

def read_tml(path):
    root = ElementTree.parse(path).getroot()
    pieces, marks, length = [], [], 0

    def walk(node):
        nonlocal length
        begin = length

        def add(text):
            nonlocal length
            if text:
                pieces.append(text)
                length += len(text)
        add(node.text)
        for child in node:
            walk(child)
            add(child.tail)
        if node.tag == "TIMEX3" and node.get("functionInDocument") != "CREATION_TIME" and length > begin: marks.append((begin, length, node.get("type")))
    walk(root.find(".//TEXT"))
    return "".join(pieces), marks


def read_timeml(folder, readout, work, dev=False):
    paths = [p for i, p in enumerate(sorted(folder.glob("*.tml"))) if (i % 5 == 4) == dev]
    read = {path.stem: read_tml(path) for path in paths}
    documents = words_of(readout, [{"id": name, "text": text} for name, (text, _) in read.items()], work, "timeml-dev" if dev else "timeml")
    for name, document in documents.items():
        bio(document, "time", [])
        for begin, end, kind in read[name][1]: bio(document, "time", [covered(document, begin, end)], kind)
    return list(documents.values())
