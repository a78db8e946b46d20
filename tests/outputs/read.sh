#!/bin/sh
# Every output read back by a tool of its ecosystem: SARIF by its schema, JSON by ours, Markdown by a parser (npm), JUnit and Checkstyle by xmllint
# with schemas written down from their documentation, TAP by TAP::Parser. Over the set of documents beside this file, and over corpus/.
# usage: sh read.sh PATUH MODULES, where MODULES has the npm packages of package.json. TAP on standard output.
patuh=$1 modules=$2
here=$(cd "$(dirname "$0")" && pwd) || exit 1
cd "$here/../.." || exit 1
case $patuh in /*) ;; *) patuh=$PWD/$patuh ;; esac
case $modules in /*) ;; *) modules=$PWD/$modules ;; esac
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
. "$here/../tap.sh"
part() { sed 's/^/    /' "$work/said"; } # a subtest
"$patuh" schema output >"$work/schema.json"
ok $? 'patuh schema output'
mkdir "$work/schemas"
for name in sop lkjip pk config; do "$patuh" schema $name >"$work/schemas/$name" || ok 1 "patuh schema $name"; done
node "$here/schemas.js" "$work/schemas" "$modules" >"$work/said" 2>&1
ok $? "schemas of definitions and settings"
part
read_back() { # read_back NAME PATH…: checks from the folder at hand
    name=$1
    shift
    mkdir -p "$work/$name"
    out=$work/$name
    set -- --today 2025-06-30 "$@"
    for format in json json-temuan jsonl sarif sarif-temuan github gitlab md compact junit checkstyle tap; do set -- "$@" -f "$format=$out/$format"; done
    "$patuh" check "$@"
    [ $? = 3 ]
    ok $? "$name: all at once"
    node "$here/read.js" "$out" "$modules" "$work/schema.json" >"$work/said" 2>&1
    ok $? "$name: JSON, SARIF, GitLab, GitHub, Markdown"
    part
    for xml in junit checkstyle; do
        xmllint --noout --schema "$here/$xml.xsd" "$out/$xml" >"$work/said" 2>&1
        ok $? "$name: $xml" || part
    done
    perl "$here/read.pl" "$out" >"$work/said" 2>&1
    ok $? "$name: the same cases in TAP, JUnit and JSON, the same findings in Checkstyle"
    part
}
read_back corpus corpus
cd "$here/dokumen" || exit 1
read_back dokumen --rules ../aturan .
finish
