#!/usr/bin/env python3
"""Names that Stanford CoreNLP finds in texts where nobody has marked names: PolNeAR's news.

    training/reader/silver_names.py --jars FOLDER --texts FOLDER --out WORK/silver-names.jsonl

FOLDER of jars as eval/peers.sh installs it (PEERS_FOLDER/jars). Writes lines {"id", "names": [[begin, end, "PER" | "LOC" | "ORG"]]}, in code points.
The labels are a machine's: right in about nine of ten in news, and only of use beside a treebank with names marked by people.
"""
import argparse
import json
import subprocess
import tempfile
from pathlib import Path

CLASSES = {"PERSON": "PER", "ORGANIZATION": "ORG", "LOCATION": "LOC", "CITY": "LOC", "COUNTRY": "LOC", "STATE_OR_PROVINCE": "LOC"}
PROPERTIES = {"annotators": "tokenize,ssplit,pos,lemma,ner", "ner.applyFineGrained": "false", "ner.applyNumericClassifiers": "false",
              "ner.useSUTime": "false", "outputFormat": "json", "threads": "1"}


def runs(text, tokens):
    """Neighbours of one class, as [begin, end, class] in code points; Java counts UTF-16 units."""
    units = []
    for i, c in enumerate(text): units += [i] * (2 if ord(c) > 0xFFFF else 1)
    units.append(len(text))
    out, before = [], None
    for token in tokens:
        kind = CLASSES.get(token["ner"])
        begin, end = units[token["characterOffsetBegin"]], units[token["characterOffsetEnd"]]
        if kind and kind == before: out[-1][1] = end
        elif kind: out.append([begin, end, kind])
        before = kind
    return out


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--jars", required=True)
    parser.add_argument("--texts", required=True)
    parser.add_argument("--out", required=True)
    args = parser.parse_args()
    texts = sorted(Path(args.texts).glob("*.txt"))
    with tempfile.TemporaryDirectory() as work, open(args.out, "w") as out:
        (Path(work) / "list").write_text("".join(f"{path.resolve()}\n" for path in texts))
        flags = [f for name, value in PROPERTIES.items() for f in ("-" + name, value)]
        subprocess.run(["java", "-Xmx5g", "-cp", f"{args.jars}/*", "edu.stanford.nlp.pipeline.StanfordCoreNLP", "-filelist", f"{work}/list",
                        "-outputDirectory", work, *flags], check=True, stderr=subprocess.DEVNULL)
        for path in texts:
            sentences = json.loads((Path(work) / f"{path.name}.json").read_text())["sentences"]
            text = path.read_text(encoding="utf-8")
            names = [name for sentence in sentences for name in runs(text, sentence["tokens"])]
            out.write(json.dumps({"id": path.stem, "names": names}) + "\n")


if __name__ == "__main__":
    main()
