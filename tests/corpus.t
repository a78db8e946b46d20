#!/bin/sh
# What must be found in the documents of corpus/, exactly. `tests/corpus.t --update` rewrites the expectations: read the diff.
. "$(dirname "$0")/lib.sh"
for document in corpus/*/*; do
    case $document in *.expect | */PROVENANCE.md | */README.md) continue ;; esac
    expect=${document%.*}.expect
    "$PATUH" check --format json --today 2025-06-30 "$document" >"$work/json" 2>"$work/err"
    status=$?
    [ "$status" -le 1 ] && perl tests/findings.pl --whole <"$work/json" >"$work/got" 2>>"$work/err"
    ok $? "$document: checked" || { echo "# status $status"; show "$work/err" | head; continue; }
    grep -o '"[A-Z0-9]*": {"outcome": "tidak-dapat-diperiksa", "reason": "keterangan [^}]*' "$work/json" >"$work/bare"
    is "$(cat "$work/bare")" '' "$document: what could not be checked says why"
    if [ "${1:-}" = --update ]; then
        cp "$work/got" "$expect"
        continue
    fi
    diff -u "$expect" "$work/got" >"$work/diff" 2>&1
    ok $? "$document: its findings and no others" || show "$work/diff"
done
finish
