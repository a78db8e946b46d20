#!/bin/sh
# Damaged copies of office files: never a crash, never two seconds, always a message where nothing was read. A fixed seed; more with MUTATIONS=10000.
# No program of others is found on the way.
. "$(dirname "$0")/lib.sh"
perl tests/office/seeds.pl "$work/seeds"
damaged() { # BUILD COUNT FILE
    (ulimit -c 0; timeout 3600 env PATH=/none "$1/mutate" "$2" 20250630 "$3") >"$work/out" 2>"$work/err"
    ok $? "$(basename "$3"): $2 damaged copies ($1)" || { show "$work/out" "$work/err" | tail -20; }
    [ ! -s "$work/err" ] || { ok 1 "$(basename "$3"): silent on stderr"; show "$work/err" | head -5; }
}
for file in "$work"/seeds/*; do
    damaged "$(dirname "$PATUH")" "${MUTATIONS:-150}" "$file"
    [ "$PLAIN" = "$PATUH" ] || damaged "$(dirname "$PLAIN")" "${MUTATIONS:-150}" "$file" # where memory is that of the program
done
finish
