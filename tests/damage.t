#!/bin/sh
# Damaged copies of office files: never a crash, never two seconds, always a message where nothing was read. A fixed seed; more with MUTATIONS=10000.
# No program of others is found on the way.
. "$(dirname "$0")/lib.sh"
perl tests/office/seeds.pl "$work/seeds"
mutate=$(dirname "$PATUH")/mutate
for file in "$work"/seeds/*; do
    (ulimit -c 0; timeout 3600 env PATH=/none "$mutate" "${MUTATIONS:-150}" 20250630 "$file") >"$work/out" 2>"$work/err"
    ok $? "$(basename "$file"): ${MUTATIONS:-150} damaged copies" || { show "$work/out" "$work/err" | tail -20; }
    [ ! -s "$work/err" ] || { ok 1 "$(basename "$file"): silent on stderr"; show "$work/err" | head -5; }
done
finish
