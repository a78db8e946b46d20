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
# Every format alone, and all at once.
all=
for format in text compact md json json-temuan jsonl sarif sarif-temuan github gitlab junit checkstyle tap; do
    all="$all -f $format=$work/of.$format"
    for case in "0 $good" "1 $bad" "0 --fail-on never $bad" "3 $work/none.yaml $bad" "3 $work/none-here" "0 --allow-empty $work/none-here"; do
        set -- $case
        want=$1
        shift
        run "$want" check -f "$format" "$@"
    done
done
# shellcheck disable=SC2086
for case in "0 $good" "1 $bad" "0 --fail-on never $bad" "3 $work/none.yaml $bad" "2 --limit bites=1 $bad"; do
    set -- $case
    want=$1
    shift
    run "$want" check $all "$@"
done

# ---- text for people: the gravest first, one rule a few times
{
    printf 'patuh: sop/1\nidentitas: {nama: Uji}\nlangkah:\n'
    for i in 1 2 3 4 5 6 7 8 9; do printf '  - {nomor: %s, uraian: "Melaksanakan rapat", pelaksana: Staf, waktu: "sebentar", output: Notula %s}\n' $i $i; done
    printf 'jumlah-waktu: 9 hari\n'
} >"$work/many.yaml"
run 1 check --select WK,ID001 "$work/many.yaml"
cp "$work/out" "$work/capped"
rule=$(sed -n 's/.*\[\(WK[0-9]*\)\]; --all.*/\1/p' "$work/out")
is "$(grep -c "\[$rule\]$" "$work/out")" 5 'of one rule five are shown'
has out "    … dan 4 lagi [$rule]; --all menampilkan semuanya" 'and the rest is counted'
is "$(head -n 1 "$work/out" | sed 's/.*: \([0-9]\)/\1/')" "$("$PATUH" check -f compact --select WK,ID001 "$work/many.yaml" | awk '{ n[$2]++ } END { s = ""; if (n["galat"]) s = n["galat"] " galat"; if (n["peringatan"]) s = s (s ? ", " : "") n["peringatan"] " peringatan"; if (n["catatan"]) s = s (s ? ", " : "") n["catatan"] " catatan"; print s }')" 'the heading counts all of them'
run 1 check --all --select WK,ID001 "$work/many.yaml"
is "$(grep -c "\[$rule\]$" "$work/out")" 9 '--all shows all'
hasnt out ' lagi [' 'and counts nothing'
order() { sed -n 's/^[^ ]*: \(galat\|peringatan\|catatan\): .*/\1/p' "$work/out" | uniq | tr '\n' ' '; }
run 1 check corpus/sop/balangan-dinas-perpustakaan-2024.txt
is "$(order)" 'galat catatan ' 'the gravest first'
run 1 check --sort place corpus/sop/balangan-dinas-perpustakaan-2024.txt
is "$(order | tr ' ' '\n' | sort -u | tr '\n' ' ' | sed 's/^ //')" 'catatan galat ' 'or by place:'
sed -n 's/^[^ ]*:\([0-9]*\):[0-9]*: \(galat\|peringatan\|catatan\): .*/\1/p' "$work/out" >"$work/lines"
sort -c -n "$work/lines"
ok $? 'lines in their order'
run 2 check --sort plce corpus/sop/balangan-dinas-perpustakaan-2024.txt
has err 'maksudnya place?' 'a mistyped order'
run 1 check corpus/sop/balangan-dinas-perpustakaan-2024.txt
has out 'Keterangan tiap kode: patuh explain WK003' 'what to ask next'
has out 'simbol alur tidak terbaca' 'what could not be checked'
has out 'AL001 tanpa-mulai' 'with the names of the rules'

# ---- counts
run 1 check --statistics corpus/sop
is "$(awk '$1 == "WK003" { print $3, $4, $5, $6 }' "$work/out")" "$("$PATUH" check -f json corpus/sop | perl -MJSON::PP -e '
    my $j = decode_json(do { local $/; <STDIN> });
    my %n;
    for my $d (@{ $j->{documents} }) { $n{ $d->{rules}{WK003}{outcome} }++; $n{f} += grep { $_->{rule} eq "WK003" } @{ $d->{findings} } }
    print join " ", map { $_ // 0 } @n{qw(f lolos tidak-dapat-diperiksa tidak-berlaku)}')" 'by rule: findings, passed, unchecked, not applicable'
is "$(awk '$1 ~ /^corpus.*balangan/ { print $2 }' "$work/out")" "$("$PATUH" check -f compact corpus/sop/balangan-dinas-perpustakaan-2024.txt | wc -l | tr -d ' ')" 'and by document'
hasnt out 'saran:' 'instead of the findings'
has out '5 dokumen diperiksa' 'with the summary'
finish
