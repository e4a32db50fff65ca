#!/usr/bin/env python3
"""What other programs make of reports, as CoNLL-U with names in MISC, for conllu_score.py and names_score.py.

    python peers.py spacy MODEL REPORTS.jsonl >OUT.conllu             run by a Python that has spaCy and the model's package
    python peers.py spacy-paragraphs MODEL REPORTS.jsonl >OUT.conllu  the same, every paragraph by itself
    python peers.py corenlp FOLDER_OF_JARS REPORTS.jsonl >OUT.conllu  told that an empty line ends a sentence

All get one thread. Words and seconds go to standard error, without loading: of spaCy the processor's seconds, of CoreNLP the
wall clock by its own count. eval/peers.sh installs and runs all.

Classes of names. spaCy: PERSON is PER; GPE, LOC and FAC are LOC; ORG is ORG; NORP and the rest are no names. CoreNLP: PERSON,
LOCATION, ORGANIZATION; MISC is no name.
"""

import glob
import importlib
import itertools
import json
import os
import re
import subprocess
import sys
import tempfile
import time

CLASSES = {"PERSON": "PER", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC", "ORG": "ORG", "LOCATION": "LOC", "ORGANIZATION": "ORG"}


def reports(path):
    with open(path, encoding="utf-8") as file:
        return [(row["id"], row["text"]) for row in map(json.loads, file)]


def print_document(name, sentences):
    """Sentences are lists of (form, lemma, upos, xpos, feats, head, deprel, mark); heads count from 1, 0 is none."""
    print(f"# newdoc id = {name}")
    for rows in sentences:
        for number, (form, lemma, upos, xpos, feats, head, deprel, mark) in enumerate(rows, 1):
            print(number, form, lemma or "_", upos or "_", xpos or "_", feats or "_", head, deprel or "_", "_",
                  f"Name={mark}" if mark else "_", sep="\t")
        print()


def of_spacy(model, path, apart=False):
    nlp = importlib.import_module(model.replace("-", "_")).load()
    given = [(part, name) for name, text in reports(path) for part in (text.split("\n\n") if apart else [text])]
    nlp("Nobody spoke.")
    before = time.process_time()
    read = list(nlp.pipe(given, as_tuples=True))
    seconds = time.process_time() - before
    for name, parts in itertools.groupby(read, key=lambda pair: pair[1]):
        print_document(name, [rows for part, _ in parts for rows in map(spacy_rows, part.sents) if rows])
    return sum(not token.is_space for part, _ in read for token in part), seconds


def spacy_rows(sentence):
    """White space is a token to spaCy: its children go to its head."""
    words = [token for token in sentence if not token.is_space]
    number = {token.i: n for n, token in enumerate(words, 1)}
    rows, root = [], 0
    for n, token in enumerate(words, 1):
        head = token.head
        while head.is_space and head.head.i != head.i:
            head = head.head
        place = number.get(head.i, 0) if head.i != token.i else 0
        if place == 0:
            place, root = root, root or n
        kind = CLASSES.get(token.ent_type_)
        rows.append((token.text, token.lemma_, token.pos_, token.tag_, str(token.morph), place, token.dep_.lower(),
                     f"{token.ent_iob_}-{kind}" if kind else None))
    return rows


def of_corenlp(jars, path):
    names, texts = zip(*reports(path))
    with tempfile.TemporaryDirectory() as folder:
        files = []
        for number, text in enumerate(texts):
            files.append(os.path.join(folder, f"{number}.txt"))
            with open(files[-1], "w", encoding="utf-8") as file:
                file.write(text)
        listing = os.path.join(folder, "files")
        with open(listing, "w", encoding="utf-8") as file:
            file.write("\n".join(files) + "\n")
        done = subprocess.run(
            ["java", "-Xmx5g", "-XX:+UseSerialGC", "-cp", ":".join(glob.glob(os.path.join(jars, "*.jar"))),
             "edu.stanford.nlp.pipeline.StanfordCoreNLP", "-annotators", "tokenize,pos,lemma,ner,depparse", "-threads", "1",
             "-ner.applyFineGrained", "false", "-ner.useSUTime", "false", "-ner.applyNumericClassifiers", "false",
             "-ssplit.newlineIsSentenceBreak", "two", "-outputFormat", "json", "-outputDirectory", folder, "-filelist", listing],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        if done.returncode != 0:
            sys.exit(done.stdout[-2000:])
        words = 0
        for name, text, file in zip(names, texts, files):
            with open(file + ".json", encoding="utf-8") as opened:
                sentences = [corenlp_rows(text, sentence) for sentence in json.load(opened)["sentences"]]
            words += sum(map(len, sentences))
            print_document(name, sentences)
    spent = re.search(r"TOTAL: ([\d.]+) sec", done.stdout)
    return words, float(spent.group(1)) if spent else 0.0


def corenlp_rows(text, sentence):
    rows = []
    arcs = {arc["dependent"]: (arc["governor"], arc["dep"]) for arc in sentence["basicDependencies"]}
    marks = {}
    for mention in sentence["entitymentions"]:
        if mention["ner"] in CLASSES:
            for i in range(mention["tokenBegin"], mention["tokenEnd"]):
                marks[i] = ("B-" if i == mention["tokenBegin"] else "I-") + CLASSES[mention["ner"]]
    root = next((n for n, arc in arcs.items() if arc[0] == 0), 1)
    at16 = text.encode("utf-16-le")         # Java's offsets
    for i, token in enumerate(sentence["tokens"]):
        form = at16[2 * token["characterOffsetBegin"]:2 * token["characterOffsetEnd"]].decode("utf-16-le")
        head, deprel = arcs.get(i + 1, (root if i + 1 != root else 0, "dep"))
        rows.append(("".join(form.split()), token["lemma"], None, token["pos"], None, head, deprel.lower(), marks.get(i)))
    return rows


def main(arguments):
    readers = {"spacy": of_spacy, "corenlp": of_corenlp,
               "spacy-paragraphs": lambda model, path: of_spacy(model, path, apart=True)}
    if len(arguments) != 3 or arguments[0] not in readers:
        sys.exit(__doc__)
    words, seconds = readers[arguments[0]](*arguments[1:])
    print(f"{words} words, {seconds:.1f} s, {words / seconds:.0f} words/s" if seconds else f"{words} words", file=sys.stderr)


if __name__ == "__main__":
    main(sys.argv[1:])
