#!/usr/bin/env python3
"""What the network decides in floating point, for a test of the program's 8-bit one: tags, features, trees, names, times and roles of fixed texts.

    build/release/apps/readout read tests/corpus/*.txt --format conllu >corpus.conllu
    training/reader/parity.py --checkpoint WORK/reader.pt --vocabulary vocab.txt --conllu corpus.conllu >tests/parity/corpus.tsv

Words and sentences are taken from the program's own output. A line a word: report, begin, UPOS, XPOS, features, place of the head (begin, or - for
the root), relation, and the five layers of runs.
"""
import argparse
import sys
from pathlib import Path

import networkx
import torch

sys.path.insert(0, str(Path(__file__).parent))
import corpora
from check import load, spans
from pieces import WordPieces
from tasks.sequences import best_runs
from windows import Batch, windows_of

RUNS = ("name", "time", "source", "cue", "content")
JOINED = ("source", "cue", "content")


def joined(labels):
    """Runs that touch as one."""
    return ["I" if label == "B" and before != "O" else label for before, label in zip(["O"] + labels, labels)]


def best_tree(scores):
    """Heads of a sentence, its own place for the root; exactly one root."""
    n = len(scores)
    best = scores.argmax(1).tolist()
    graph = networkx.DiGraph()
    penalty = float(scores.max() - scores.min() + 1) * (n + 1)
    for i in range(n):
        for j in range(n): graph.add_edge("root" if i == j else j, i, weight=float(scores[i, j]) - (penalty if i == j else 0))
    tree = networkx.maximum_spanning_arborescence(graph, attr="weight")
    for head, i in tree.edges: best[i] = i if head == "root" else head
    return best


def decide(model, tasks, document, window):
    """Rows of a window's words."""
    v = model.word_vectors(Batch([window]))
    score = {name: model.heads[name](v) for name in ("upos", "xpos", "feats") + RUNS}
    columns = {name: [tasks[name].labels[i] for i in score[name].argmax(1).tolist()] for name in ("upos", "xpos", "feats")}
    for name in RUNS: columns[name] = best_runs(score[name].tolist(), tasks[name].labels, model.heads[name].transitions.tolist())
    for name in JOINED: columns[name] = joined(columns[name])
    heads, relations = [], []
    trees = model.heads["trees"]
    dep, head = trees.arcs(v)
    cuts = sorted(s for s in document.sentences if window.first <= s < window.last) + [window.last]
    for a, b in zip(cuts, cuts[1:]):
        rows = slice(a - window.first, b - window.first)
        mine = best_tree(trees.scores(dep[rows], head[rows]))
        labels = trees.relations(v[rows], v[rows][mine])
        for i, at in enumerate(mine):
            order = labels[i].argsort(descending=True).tolist()
            relations.append(next(tasks["trees"].labels[k] for k in order if (tasks["trees"].labels[k] == "root") == (at == i)))
            heads.append("-" if at == i else str(document.begin[a + at]))
    for i in range(window.last - window.first):
        yield [document.name, str(document.begin[window.first + i]), columns["upos"][i], columns["xpos"][i], columns["feats"][i], heads[i],
               relations[i]] + [columns[name][i] for name in RUNS]


NAME = 7  # the column of names


def repeat_names(rows, document):
    """A name once is a name wherever the document repeats it, as in engine/syntax/repeated_names.h."""
    words, names, sentences = document.words, [row[NAME] for row in rows], sorted(document.sentences) + [len(document.words)]
    kinds = {}
    for first, last, kind in sorted(spans(names)):
        if last - first > 1 or len(words[first].encode()) >= 3: kinds.setdefault(tuple(words[first:last]), kind)
    forms = sorted(kinds, key=len, reverse=True)
    for begin, end in zip(sentences, sentences[1:]):
        i = begin
        while i < end:
            fits = lambda form: i + len(form) <= end and tuple(words[i : i + len(form)]) == form and set(names[i : i + len(form)]) == {"O"}
            form = next((f for f in forms if fits(f) and (len(f) > 1 or rows[i][2] in ("NOUN", "PROPN"))), None)
            for k in range(len(form or ())): rows[i + k][NAME] = ("I-" if k else "B-") + kinds[form]
            i += len(form or " ")


HAVE = set("have has had having 've ’ve".split())
BE = set("be is are was were been being am 're ’re get gets got".split())


def mend_closed_forms(rows, document):
    """Tags that the letters of a word rule out, as in engine/syntax/closed_forms.h."""
    words, behind = [w.lower() for w in document.words], None
    for i, (word, row) in enumerate(zip(words, rows)):
        verb = row[2] in ("VERB", "AUX")
        if word in ("(", "["): row[2:4] = ["PUNCT", "-LRB-"]
        elif word in (")", "]"): row[2:4] = ["PUNCT", "-RRB-"]
        elif word in ("and", "or"): row[2:4] = ["CCONJ", "CC"]
        elif word in ("wo", "ca", "sha") and i + 1 < len(words) and words[i + 1] in ("n't", "n’t"): row[2:4] = ["AUX", "MD"]
        elif verb and word in ("were", "was"): row[3] = "VBD"
        elif verb and len(word) >= 5 and word.endswith("ed") and not word.endswith("eed"):
            row[2] = "VERB"
            if row[3] not in ("VBD", "VBN"): row[3] = "VBN" if behind else "VBD"
        if row[3] == "VBD" and behind == "have" and row[2] == "VERB": row[3] = "VBN"
        own = "have" if word in HAVE else "be" if word in BE else None
        if own or not (row[2] == "ADV" or word in ("n't", "n’t", "not")): behind = own


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--checkpoint", required=True)
    parser.add_argument("--vocabulary", required=True)
    parser.add_argument("--conllu", required=True)
    args = parser.parse_args()
    torch.set_num_threads(1)
    pieces = WordPieces(open(args.vocabulary, encoding="utf-8").read().splitlines())
    model, tasks, _ = load(Path(args.checkpoint).parent)
    with torch.no_grad():
        for document in corpora.read_conllu(args.conllu):
            rows = [row for window in windows_of(document, pieces) for row in decide(model, tasks, document, window)]
            mend_closed_forms(rows, document)
            repeat_names(rows, document)
            for row in rows: print("\t".join(row))


if __name__ == "__main__":
    main()
