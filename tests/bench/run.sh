#!/bin/sh
# Speed and memory as ratios to what the libraries themselves take, all measured in one run on one machine.
set -eu
cd "$(dirname "$0")/../.."
build=${1:-build}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
libs=$(pkg-config --libs libxml-2.0 yaml-0.1 libutf8proc hunspell libzip)
flags="-O2 $(pkg-config --cflags libxml-2.0 yaml-0.1) -Iinclude -Ichecker -I$build/include"
# shellcheck disable=SC2086
{
    cc $flags -o "$work/bare" tests/bench/bare.c $libs
    echo 'int main(void) { return 0; }' | cc -x c -Wl,--no-as-needed -o "$work/linked" - $libs -lm
    cc $flags -o "$work/stages" tests/bench/stages.c "$build/all.a" $libs -lm
    cc $flags -Itests -o "$work/engine" tests/bench/engine.c "$build/all.a" $libs -lm
    cc -O2 -o "$work/repeat" tests/bench/repeat.c
    cc $flags -o "$work/office" tests/bench/office.c "$build/all.a" $libs -lm
}
mkdir "$work/sop" "$work/few"
perl tests/bench/generate.pl "$work/sop" 1000
perl tests/bench/generate.pl "$work/few" 100
kib=$(du -bs "$work/sop" | awk '{printf "%.1f", $1 / 1000 / 1024}')

median() { sort -n | awk '{v[NR] = $1} END {print v[int((NR + 1) / 2)]}'; }
ratio() { awk -v a="$1" -v b="$2" 'BEGIN {printf "%.2f", a / b}'; }

# A run that a neighbour disturbed says nothing: medians of seven, taken in turns.
: >"$work/bare.txt"; : >"$work/stages.txt"; : >"$work/whole.txt"
for _ in 1 2 3 4 5 6 7; do
    "$work/bare" parse "$work"/sop/*.yaml >>"$work/bare.txt"
    "$work/stages" "$work"/sop/*.yaml >>"$work/stages.txt"
    "$work/repeat" 1 "$build/patuh" check -q --fail-on never --today 2025-06-30 "$work/sop" >>"$work/whole.txt"
done
bare=$(median <"$work/bare.txt")
column() { awk -v k="$1" '{print $k}' "$work/stages.txt" | median; }
echo "1000 definitions of SOPs in YAML, $kib KiB each; processor milliseconds, and how many times libyaml's bare parse of the same files"
printf '  %-38s %8.1f  %5s\n' 'libyaml alone' "$bare" '1.00'
k=1
for stage in 'reading the definitions' 'analyses' 'XML view' 'rules'; do
    t=$(column $k)
    printf '  %-38s %8.1f  %5s\n' "$stage" "$t" "$(ratio "$t" "$bare")"
    k=$((k + 1))
done
t=$(column 5)
printf '  %-38s %8.1f  %5s\n' 'whole check, in the library' "$t" "$(ratio "$t" "$bare")"
t=$(median <"$work/whole.txt")
printf '  %-38s %8.1f  %5s\n' 'patuh check FOLDER, with output' "$t" "$(ratio "$t" "$bare")"

echo "100 rules of the usual shapes over the view of an SOP of 20 steps, again beside libyaml"
"$work/engine" "$work/sop/sop-0001.yaml" 3000

perl tests/bench/report.pl >"$work/report.html"
mkdir "$work/reports"
for n in 1 2 3 4 5 6 7 8 9; do cp "$work/report.html" "$work/reports/$n.html"; done
# What nine take beyond one is eight reports without start-up, for both: libxml2 makes a tree of each and frees it.
beyond() { # beyond WHAT PROGRAM ARGUMENT…: WHAT of "PROGRAM … nine reports" less that of one, per report
    what=$1
    shift
    awk -v one="$($what "$@" "$work/reports/1.html")" -v nine="$($what "$@" "$work"/reports/*.html)" 'BEGIN {split(one, a); split(nine, b); print (b[1] - a[1]) / 8}'
}
busy() { "$work/repeat" 1 "$@"; }
instructions() { valgrind --tool=callgrind --callgrind-out-file=/dev/null "$@" 2>&1 >/dev/null | awk '/refs:/ {gsub(/,/, "", $NF); print $NF / 1e6}'; }
: >"$work/html.txt"; : >"$work/took.txt"
for _ in 1 2 3 4 5 6 7; do
    beyond busy "$work/bare" html >>"$work/html.txt"
    beyond busy "$build/patuh" check -q --fail-on never >>"$work/took.txt"
done
html=$(median <"$work/html.txt")
took=$(median <"$work/took.txt")
once=$("$work/repeat" 7 "$work/bare" html "$work/report.html")
report=$("$work/repeat" 7 "$build/patuh" check -q --fail-on never "$work/report.html")
echo "An LKjIP of 200 pages, $(($(wc -c <"$work/report.html") / 1000)) KB of HTML; processor milliseconds, and how many times libxml2's HTML parser"
printf '  %-38s %8.1f  %5s\n' 'libxml2 in a program of its own' "${once% *}" '1.00'
printf '  %-38s %8.1f  %5s\n' 'patuh check report.html' "${report% *}" "$(ratio "${report% *}" "${once% *}")"
printf '  %-38s %8.1f  %5s\n' 'libxml2, one of many, without start-up' "$html" '1.00'
printf '  %-38s %8.1f  %5s\n' 'patuh, one of many, without start-up' "$took" "$(ratio "$took" "$html")"
if command -v valgrind >/dev/null; then # no clock, no neighbour
    html=$(beyond instructions "$work/bare" html)
    # without the dictionary: valgrind has little room for brk, malloc then says ENOMEM although it gives memory, and so the speller gives up
    took=$(beyond instructions "$build/patuh" check -q --fail-on never --param kamus=/)
    printf '  %-38s %8.0f  %5s\n' 'libxml2, millions of instructions' "$html" '1.00'
    printf '  %-38s %8.0f  %5s\n' 'patuh, millions of instructions' "$took" "$(ratio "$took" "$html")"
fi
printf '  %-38s %8d  KiB, that is 16 MB and %s times the file\n' 'peak memory' "${report#* }" \
    "$(awk -v k="${report#* }" -v n="$(wc -c <"$work/report.html")" 'BEGIN {printf "%.1f", (k * 1024 - 16e6) / n}')"

start=$("$work/repeat" 51 "$work/bare" start)
linked=$("$work/repeat" 51 "$work/linked")
rules=$("$work/repeat" 51 "$build/patuh" rules)
ours=$("$work/repeat" 51 "$build/patuh" check -q "$work/few/sop-0001.yaml")
echo "Start-up; processor milliseconds, and how many times a program that only loads libxml2 and libyaml"
printf '  %-38s %8.2f  %5s\n' 'libxml2 and libyaml alone' "${start% *}" '1.00'
printf '  %-38s %8.2f  %5s\n' 'all libraries linked, nothing done' "${linked% *}" "$(ratio "${linked% *}" "${start% *}")"
printf '  %-38s %8.2f  %5s\n' 'patuh rules: all rules loaded' "${rules% *}" "$(ratio "${rules% *}" "${start% *}")"
printf '  %-38s %8.2f  %5s\n' 'patuh check one.yaml, dictionary, too' "${ours% *}" "$(ratio "${ours% *}" "${start% *}")"

if command -v valgrind >/dev/null; then # no clock, no neighbour
    floor=$(instructions "$work/linked")
    ours=$(instructions "$build/patuh" check -q "$work/few/sop-0001.yaml")
    printf '  %-38s %8.1f  %5s\n' 'libraries linked, millions of instr.' "$floor" '1.00'
    printf '  %-38s %8.1f  %5s\n' 'patuh check one.yaml, the same' "$ours" "$(ratio "$ours" "$floor")"
    per() { echo "$2 $1" | awk '{printf "%.3f", ($1 - $2) / 99}'; } # what a hundred files take beyond one, for each
    parse=$(per "$(instructions "$work/bare" parse "$work/few/sop-0001.yaml")" "$(instructions "$work/bare" parse "$work"/few/*.yaml)")
    check=$(per "$(instructions "$work/stages" "$work/few/sop-0001.yaml")" "$(instructions "$work/stages" "$work"/few/*.yaml)")
    whole=$(per "$(instructions "$build/patuh" check -q --fail-on never --today 2025-06-30 "$work/few/sop-0001.yaml")" \
        "$(instructions "$build/patuh" check -q --fail-on never --today 2025-06-30 "$work"/few/*.yaml)")
    echo "One more definition of an SOP; millions of instructions, and how many times libyaml's bare parse"
    printf '  %-38s %8.2f  %5s\n' 'libyaml alone' "$parse" '1.00'
    printf '  %-38s %8.2f  %5s\n' 'whole check, in the library' "$check" "$(ratio "$check" "$parse")"
    printf '  %-38s %8.2f  %5s\n' 'patuh check, with output' "$whole" "$(ratio "$whole" "$parse")"
fi

few=$("$work/repeat" 3 "$build/patuh" check --format json --fail-on never "$work/few")
many=$("$work/repeat" 3 "$build/patuh" check --format json --fail-on never "$work/sop")
echo "Peak memory; KiB, and how many times that of 100 files"
printf '  %-38s %8d  %5s\n' '100 files' "${few#* }" '1.00'
printf '  %-38s %8d  %5s\n' '1000 files' "${many#* }" "$(ratio "${many#* }" "${few#* }")"

mkdir "$work/long" "$work/longest"
perl tests/bench/generate.pl "$work/long" 1 10000
perl tests/bench/generate.pl "$work/longest" 1 100000
long() {
    set -- "$build/patuh" check --format json --fail-on never --today 2025-06-30 --limit nodes=4000000 --limit steps=100000 --limit text=30000000 --limit items=2000000 \
        "$1/sop-0001.yaml"
    "$@" >/dev/null && "$work/repeat" 3 "$@" # a file that is refused costs nothing
}
ten=$(long "$work/long")
hundred=$(long "$work/longest")
echo "One SOP with decisions, every rule; processor milliseconds, and how many times that of 10,000 steps"
printf '  %-38s %8.0f  %5s\n' '10,000 steps' "${ten% *}" '1.00'
printf '  %-38s %8.0f  %5s\n' '100,000 steps' "${hundred% *}" "$(ratio "${hundred% *}" "${ten% *}")"

mkdir "$work/office-files"
perl tests/bench/office.pl "$work/office-files" "$build/patuh"
echo "reading office files; processor milliseconds, and how many times what libzip and libxml2 alone take to unpack and parse the same parts"
for file in buku.xlsx buku.ods laporan.docx; do
    # shellcheck disable=SC2046
    set -- $("$work/office" 9 "$work/office-files/$file")
    printf '  %-38s %8.1f  %5s\n' "$file ($(wc -c <"$work/office-files/$file" | awk '{printf "%.0f KiB", $1 / 1024}'))" "$2" "$(ratio "$2" "$1")"
done

bare=$("$work/office" 9 "$work/office-files/panjang.docx" | cut -d' ' -f1)
whole=$("$work/repeat" 7 "$build/patuh" check --quiet "$work/office-files/panjang.docx")
printf '  %-38s %8.0f  %5s\n' 'report of 200 pages, the whole check' "${whole% *}" "$(ratio "${whole% *}" "$bare")"

if [ -x "$build/patuh-pdf" ] && command -v mutool >/dev/null; then
    perl tests/bench/pdf.pl >"$work/pages.pdf"
    bare=$("$work/repeat" 7 mutool draw -q -F stext -o /dev/null "$work/pages.pdf")
    pages=$("$work/repeat" 7 sh -c "$build/patuh-pdf pages 60 1000000000 1000000000 <$work/pages.pdf | cat")
    whole=$("$work/repeat" 7 "$build/patuh" check -q --fail-on never "$work/pages.pdf")
    echo "A PDF of 100 pages with a table on each; processor milliseconds, and how many times mutool draw -F stext"
    printf '  %-38s %8.1f  %5s\n' 'mutool draw -F stext' "${bare% *}" '1.00'
    printf '  %-38s %8.1f  %5s\n' 'patuh-pdf: pages as geometry' "${pages% *}" "$(ratio "${pages% *}" "${bare% *}")"
    printf '  %-38s %8.1f  %5s\n' 'patuh check pages.pdf' "${whole% *}" "$(ratio "${whole% *}" "${bare% *}")"
    printf '  %-38s %8d  KiB\n' 'peak memory' "${whole#* }"
fi
