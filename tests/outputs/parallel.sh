#!/bin/sh
# Two workers of GNU parallel, each on folders of its own, and patuh merge: the same as one run. usage: sh parallel.sh PATUH. TAP on standard output.
patuh=$1
case $patuh in /*) ;; *) patuh=$PWD/$patuh ;; esac
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
. "$(dirname "$0")/../tap.sh"
cd "$work" || exit 1
"$patuh" init sop >sop.yaml
for folder in 1 2 3 4 5 6; do
    mkdir -p "sop/dinas $folder" parts
    for n in 1 2 3 4 5 6 7 8 9 10; do sed "s/^\( *nomor: \)[0-9][0-9][0-9].*/\1045\/$folder$n\/2025/" sop.yaml >"sop/dinas $folder/$n.yaml"; done
    echo 'Catatan rapat.' >"sop/dinas $folder/catatan.txt"
done
sed -i 's/^jumlah-waktu: .*/jumlah-waktu: 9 hari/' 'sop/dinas 2/3.yaml'                            # a fault in one,
cp 'sop/dinas 1/1.yaml' 'sop/dinas 6/2.yaml'                                                        # a number twice in folders of two workers,
printf 'patuh: sop/1\nidentitas: [\n' >'sop/dinas 5/rusak.yaml'                                     # a file that cannot be read
"$patuh" check --today 2025-06-30 -f json=whole.json -f sarif=whole.sarif -f text=whole.txt sop
[ $? = 3 ]
ok $? 'one run'
printf '%s\n' sop/* | parallel --will-cite -S 2/: "cd '$work' && '$patuh' check --allow-empty --today 2025-06-30 -f jsonl=parts/{#}.jsonl {}" >log 2>&1
[ "$(find parts -name '*.jsonl' | wc -l)" = 6 ]
ok $? 'a part for each folder' || sed 's/^/# /' log
"$patuh" merge -f json=merged.json -f sarif=merged.sarif -f text=merged.txt parts/*.jsonl
[ $? = 3 ]
ok $? 'their merge has the same status'
for format in json sarif txt; do
    cmp -s "whole.$format" "merged.$format"
    ok $? "and says the same: $format" || diff "whole.$format" "merged.$format" | head -5 | cut -c1-300 | sed 's/^/# /'
done
grep -q KT006 merged.txt
ok $? 'a number that two workers saw once each is found'
finish
