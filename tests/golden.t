#!/bin/sh
# One set of documents through every format, byte for byte. It has an SOP, a report, a workbook of two SOPs, a file that cannot be read, one that
# is none of ours, findings across files, fixes, related places, text beyond ASCII and names that have to be escaped. The rules are kept beside
# it, so that other words of a rule change nothing here. `sh tests/golden.t --update` writes what is expected anew.
. "$(dirname "$0")/lib.sh"
want=$top/tests/outputs/harapan
version=$(sed -n 's/^#define PATUH_VERSION "\(.*\)"/\1/p' include/patuh.h)
cd tests/outputs/dokumen || exit 1
check() { # check NAME OPTION…: its output as $work/NAME
    name=$1
    shift
    "$PATUH" check --rules ../aturan --select WK003,ID014,KT006,AL001,KG003,AG001,MB004 --today 2025-06-30 "$@" . >"$work/whole" 2>"$work/err"
    status=$?
    sed "s/\"version\": \"$version\"/\"version\": \"VERSION\"/" "$work/whole" >"$work/$name"
}
compare() {
    if [ "$update" ]; then cp "$work/$1" "$want/$1"; fi
    cmp -s "$work/$1" "$want/$1"
    ok $? "$1" || diff "$want/$1" "$work/$1" | head -20 | sed 's/^/# /'
}
update=
[ "${1-}" != --update ] || update=1
formats='text compact md json json-temuan jsonl sarif sarif-temuan github gitlab junit checkstyle tap'
for format in $formats; do
    check "$format" -f "$format"
    is "$status" 3 "$format: status"
    empty err "$format: nothing on stderr"
    compare "$format"
done
check text.en --lang en
compare text.en
check statistics --statistics
compare statistics
check place --sort place --all --quiet
compare place
# All at once, each into its file, are the same; so is everything a second time.
set --
for format in $formats; do set -- "$@" -f "$format=$work/all.$format"; done
check all "$@"
empty all 'all into files: nothing on standard output'
for format in $formats; do
    sed -i "s/\"version\": \"$version\"/\"version\": \"VERSION\"/" "$work/all.$format"
    cmp -s "$work/all.$format" "$want/$format"
    ok $? "$format: the same among others"
done
is "$(ls "$want" | wc -l | tr -d ' ')" 16 'nothing is expected that nobody makes'
finish
