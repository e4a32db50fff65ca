#!/usr/bin/env bash
# Reads the raw text of the dev parts of UD English EWT and GUM with the built program and scores words, sentences, tags,
# lemmas, trees, and the names of EWT.
#
# usage: eval/ud.sh DATA [READOUT]
#   DATA     a folder with ud/en_ewt-ud-dev.conllu, ud/en_gum-ud-dev.conllu, and uner/en_ewt-ud-dev.iob2 for names
#   READOUT  the program (build/release/apps/readout)
# READOUT_OUT=FOLDER keeps what the program wrote: ewt.conllu, gum.conllu.
set -euo pipefail
here=$(dirname "$0")
data=$1 readout=${2:-"$here/../build/release/apps/readout"}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
out=${READOUT_OUT:-$work}
for part in ewt gum; do
    gold=$data/ud/en_$part-ud-dev.conllu
    python3 -B "$here/conllu.py" "$gold" >"$work/$part.jsonl"
    "$readout" read "$work/$part.jsonl" --format conllu >"$out/$part.conllu"
    echo "== $part dev, raw text"
    python3 -B "$here/conllu_score.py" "$gold" "$out/$part.conllu"
done
if [ -f "$data/uner/en_ewt-ud-dev.iob2" ]; then
    echo "== names, ewt dev, raw text"
    python3 -B "$here/names_score.py" "$data/uner/en_ewt-ud-dev.iob2" "$out/ewt.conllu"
fi
