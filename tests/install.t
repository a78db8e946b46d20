#!/bin/sh
# `make install`, and a foreign program against what it installed.
. "$(dirname "$0")/lib.sh"
unset MAKEFLAGS MAKELEVEL MFLAGS
make --no-print-directory BUILD="$(dirname "$PLAIN")" DESTDIR="$work/root" PREFIX=/opt/patuh install >"$work/log" 2>&1
ok $? 'make install with DESTDIR and PREFIX' || show "$work/log"
prefix=$work/root/opt/patuh
is "$(cd "$work/root" && find . -type f | sort | tr '\n' ' ')" \
    './opt/patuh/bin/patuh ./opt/patuh/include/patuh.h ./opt/patuh/lib/libpatuh.a ' 'three files, nothing else'
is "$(cd / && "$prefix/bin/patuh" --version)" "patuh $(sed -n 's/^#define PATUH_VERSION "\(.*\)"/\1/p' include/patuh.h)" \
    'the installed program runs anywhere'
# shellcheck disable=SC2046
cc -std=c11 -Wall -Wextra -Werror -I"$prefix/include" -o "$work/example" tests/example.c "$prefix/lib/libpatuh.a" \
    $(pkg-config --libs libxml-2.0 yaml-0.1 libutf8proc hunspell) -lm >"$work/log" 2>&1
ok $? 'the example program compiles against patuh.h alone' || show "$work/log"
sample=corpus/sop/balangan-dinas-perpustakaan-2024.txt
"$work/example" "$sample" >"$work/out" 2>&1
ok $? 'and runs' || show "$work/out"
has out '[WK003]' 'and prints what the command line prints'
is "$(wc -l <"$work/out")" "$("$PLAIN" check --format json --today 2025-06-30 "$sample" | perl tests/findings.pl | wc -l)" 'as many findings'
[ "$(wc -l <tests/example.c)" -le 36 ]
ok $? 'the example is short'
finish
