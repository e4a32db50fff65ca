#!/usr/bin/env bash
# Reads the folders of a gold sample with the built program and scores what it says.
#
# usage: eval/gold.sh GOLD SCORER [READOUT]
#   GOLD     a folder with articles/, messy/, events/ (each reports.jsonl and gold files) and stories/*/
#   SCORER   the gold sample's scorer: SCORER GOLD_DIR OUTPUT.jsonl, and SCORER stories/ OUTPUTS/ for stories
#   READOUT  the program (build/release/apps/readout)
set -euo pipefail
gold=$1 scorer=$2 readout=${3:-"$(dirname "$0")/../build/release/apps/readout"}
# The training part was written for the project, which may hold it.
case $(realpath "$gold") in
*/train | */train/*) ;;
*) python3 -B "$(dirname "$0")/overlap.py" "$gold"/{articles,messy,events,stories} >&2 ;;
esac
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
for part in articles messy events; do
    echo "== $part"
    "$readout" read "$gold/$part/reports.jsonl" --format jsonl >"$out/$part.jsonl"
    python3 "$scorer" "$gold/$part" "$out/$part.jsonl"
done
echo "== stories"
mkdir "$out/stories"
for story in "$gold"/stories/*/; do
    "$readout" read "$story/reports.jsonl" --format jsonl >"$out/stories/$(basename "$story").jsonl"
done
python3 "$scorer" "$gold/stories" "$out/stories"
