#!/bin/sh
# Several outputs of one run, each to its place: whole or not at all, whatever else happens, and one exit status.
. "$(dirname "$0")/lib.sh"
good=$work/good.yaml bad=$work/bad.yaml
run 0 init sop
cp "$work/out" "$good"
sed 's/^jumlah-waktu: .*/jumlah-waktu: 9 hari/' "$good" >"$bad"
left() { find "$work" -name '*.baru-*' | wc -l | tr -d ' '; } # files that were begun and not taken away

# ---- where they go
run 1 check "$bad"
cp "$work/out" "$work/text"
run 1 check --format json "$bad"
cp "$work/out" "$work/json"
run 1 check -f text -f "json=$work/a.json" "$bad"
is "$(cat "$work/out")" "$(cat "$work/text")" 'text to standard output …'
is "$(cat "$work/a.json")" "$(cat "$work/json")" '… and JSON to its file, as each alone'
run 1 check -f "json=$work/b.json" "$bad"
empty out 'only into a file: nothing on standard output'
run 1 check --format=json=- -f "text=$work/a.txt" "$bad"
is "$(cat "$work/out")" "$(cat "$work/json")" '"-" is standard output'
is "$(cat "$work/a.txt")" "$(cat "$work/text")" 'text to a file'
run 1 check --color always -f "text=$work/c.txt" "$bad"
is "$(cat "$work/c.txt")" "$(cat "$work/text")" 'files are never coloured'
run 1 check -f json=/dev/null -f text "$bad"
[ -c /dev/null ]
ok $? 'a device stays a device'
echo old >"$work/target" && ln -s target "$work/link"
run 1 check -f "json=$work/link" "$bad"
is "$(cat "$work/target")" "$(cat "$work/json")" 'behind a link the file is written'
[ -L "$work/link" ]
ok $? 'and the link stays'

# ---- what cannot be
run 2 check -f text -f json "$bad"
has err 'hanya satu bentuk dapat ke keluaran standar (text dan json diminta)' 'two to standard output'
run 2 check -f "json=$work/x" -f "text=$work/x" "$bad"
has err "dua keluaran ke berkas yang sama: $work/x" 'two to one file'
run 2 check -f json= "$bad"
has err 'json= tidak menyebut berkas' 'a file without a name'
run 2 check -f "jsno=$work/x" "$bad"
has err 'maksudnya json?' 'a mistyped format with a file'
run 2 check -f "json=$work/none/x" -f "text=$work/y" "$bad"
has err "$work/none/x: tidak ada berkas atau folder ini" 'a folder that is not there'
run 2 check -f "json=$work" "$bad"
has err 'ini folder, bukan berkas' 'a folder'
cp "$bad" "$work/in.yaml"
run 2 check -f "json=$work/in.yaml" "$work/in.yaml"
has err 'adalah berkas yang diperiksa' 'a file that is checked'
cmp -s "$bad" "$work/in.yaml"
ok $? 'stays what it is'
for f in x y; do
    [ ! -e "$work/$f" ]
    ok $? "nothing was written: $f"
done
echo old >"$work/kept"
if [ -e /dev/full ]; then
    run 2 check -f json=/dev/full -f "text=$work/kept" "$bad"
    has err '/dev/full: tempat penyimpanan penuh' 'no space'
    is "$(cat "$work/kept")" old 'where one output breaks no file is replaced'
    "$PATUH" check -f "json=$work/kept" -f text "$bad" >/dev/full 2>"$work/err"
    is $? 2 'nor where standard output breaks'
    is "$(cat "$work/kept")" old 'the file stays as it was'
fi
is "$(left)" 0 'nothing half written is left'

# ---- one exit status, whatever the formats
for formats in "-f json" "-f text" "-f json=$work/1 -f text" "-f text=$work/1 -f json=$work/2"; do
    # shellcheck disable=SC2086
    for case in "0 $good" "1 $bad" "0 --fail-on never $bad" "3 $work/none.yaml" "3 $work/none.yaml $bad" "2 --select XX $bad" "0 --fail-on never --allow-empty $work/none-here"; do
        set -- $case
        want=$1
        shift
        case $* in *none-here) mkdir -p "$work/none-here" ;; esac
        run "$want" check $formats "$@"
    done
done
finish
