#!/bin/sh
# A file that changes while it is read is refused, with the advice to check it again; the other file of the run is checked.
. "$(dirname "$0")/lib.sh"
cc -std=c11 -O1 -shared -fPIC -o "$work/change.so" tests/preload/change.c 2>"$work/err"
ok $? 'the preload compiles' || show "$work/err"
changing() { # changing FILE VARIABLE=VALUE: the check of two files while FILE changes
    env CHANGE_FILE="$1" "$2" LD_PRELOAD="$work/change.so" "$PLAIN" check --today 2025-06-30 "$work/a.yaml" "$work/b.yaml" >"$work/out" 2>"$work/err" </dev/null
}
fresh() { "$PLAIN" init sop >"$work/a.yaml" && sed '/^  nomor:/d' "$work/a.yaml" >"$work/b.yaml"; }
changed='berkas berubah selagi dibaca; periksa sekali lagi'
fresh
changing "$work/none" CHANGE_MORE=1
is $? 1 'left alone, both are read'
hasnt out "$changed" 'and nothing is said of changes'
for how in CHANGE_MORE=1 CHANGE_TIME=1; do
    fresh
    changing "$work/a.yaml" "$how"
    is $? 3 "$how: status 3"
    has out "$changed" 'what happened, and what to do'
    is "$(grep -c "$changed" "$work/out")" 1 'of the one file'
    has out b.yaml 'the other is checked'
    empty err 'silent on stderr'
done
finish
