#!/bin/sh
# run.sh TARGET BUILD SECONDS: one fuzz target from its seeds, documents and rules of the repository among them. What it finds is kept in
# BUILD/found, a crash leaves its input in BUILD; the last lines of what it says are in BUILD/TARGET.log.
set -eu
target=$1 build=$2 seconds=$3
found=$build/found/$target seeds=$build/seeds/$target log=$build/$target.log dict=$target
case $target in
    text) from='corpus/sop corpus/lkjip' ;;
    yaml) from=corpus/definisi ;;
    bpmn) from=corpus/bpmn ;;
    drawn) from=corpus/sop dict=text ;;
    pack) from='rules/sop rules/lkjip' ;;
    check) from='corpus/sop corpus/lkjip corpus/definisi corpus/gabungan' dict=text ;;
    companion) from=corpus/lkjip dict=text ;;
    office) from=$build/office-seeds ;;
    pipe | page) from='' dict=bpmn ;;
    *) from='' ;;
esac
mkdir -p "$found" "$seeds"
for folder in $from; do find "$folder" -type f ! -name '*.expect' ! -name '*.md' -exec cp {} "$seeds" \;; done
"$build/run/$target" -max_len=524288 -max_total_time="$seconds" -timeout=60 -rss_limit_mb=4096 -dict="tests/fuzz/$dict.dict" \
    -artifact_prefix="$build/$target-" "$found" "tests/fuzz/corpus/$target" "$seeds" >"$log" 2>&1 || { tail -40 "$log"; exit 1; }
sed -n 's/^Done \([0-9]*\) runs.*/\1/p' "$log" >"$build/$target.runs"
