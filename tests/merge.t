#!/bin/sh
# patuh merge: parts of a run make the same report as the whole of it, in every format; what is missing or contradicts itself is said.
. "$(dirname "$0")/lib.sh"
rules=$top/tests/outputs/aturan
cp tests/outputs/dokumen/* "$work/" && mkdir "$work/docs" "$work/parts" && mv "$work"/*.yaml "$work"/*.md "$work"/*.xlsx "$work"/*.txt "$work/docs"
cd "$work/docs" || exit 1
select=WK003,ID014,KT006,AL001,KG003,AG001,MB004
formats='text compact md json json-temuan jsonl sarif sarif-temuan github gitlab junit checkstyle tap'
outputs() { for f in $formats; do printf ' -f %s=%s/%s.%s' "$f" "$work" "$1" "$f"; done; }
# shellcheck disable=SC2046
"$PATUH" check --rules "$rules" --select "$select" --today 2025-06-30 $(outputs whole) .
is $? 3 'the whole at once'
number=0
for f in lkjip.yaml pinjam.yaml "lama, 50% (naskah).yaml" rusak.yaml kerja.xlsx gabungan.md; do
    number=$((number + 1))
    "$PATUH" check --rules "$rules" --select "$select" --today 2025-06-30 -f "jsonl=$work/parts/$number.jsonl" "$f"
done
mkdir walk && mv rapat.txt walk && (cd walk && "$PATUH" check --allow-empty --select "$select" -f "jsonl=$work/parts/7.jsonl" .)
grep -q '"type": "skipped", "path": "rapat.txt"' "$work/parts/7.jsonl"
ok $? 'a file that was passed over is a line'
compare() { # compare NAME WHAT
    for f in $formats; do
        cmp -s "$work/whole.$f" "$work/$1.$f"
        ok $? "$2: $f" || diff "$work/whole.$f" "$work/$1.$f" | head -5 | cut -c1-300 | sed 's/^/# /'
    done
}
# shellcheck disable=SC2046
run 3 merge --rules "$rules" $(outputs merged) "$work"/parts/*.jsonl
empty err 'nothing to complain of'
compare merged 'seven parts as one'
# shellcheck disable=SC2046
run 3 merge --rules "$rules" $(outputs turned) $(ls -r "$work"/parts/*.jsonl)
compare turned 'in another order'
cat "$work"/parts/*.jsonl >"$work/all.jsonl"
# shellcheck disable=SC2046
"$PATUH" merge --rules "$rules" $(outputs stream) - <"$work/all.jsonl"
is $? 3 'one after another on standard input'
compare stream 'from a pipe'
# shellcheck disable=SC2046
run 3 merge --rules "$rules" $(outputs again) "$work/merged.jsonl"
compare again 'merged once more'
run 3 merge --rules "$rules" -f compact "$work/all.jsonl" "$work/parts/2.jsonl"
cmp -s "$work/out" "$work/whole.compact"
ok $? 'a part that is there twice counts once'

# ---- exit statuses
cd "$work/docs" || exit 1
for f in 1 2 3; do
    printf 'patuh: sop/1\nidentitas: {nomor: 1/%s, nama: Uji %s}\nlangkah:\n  - {nomor: 1, uraian: Mencatat surat, pelaksana: Staf, waktu: 1 hari, output: Surat}\njumlah-waktu: %s hari\n' "$f" "$f" "$((f % 3 + 1))" >"x$f.yaml"
    "$PATUH" check --select WK003,KT006 -f "jsonl=$work/x$f.jsonl" "x$f.yaml"
done
run 1 merge "$work/x1.jsonl" "$work/x2.jsonl"
has out '[WK003]' 'findings of the parts'
has out '2 dokumen diperiksa' 'are counted'
has out '     5 | jumlah-waktu: 2 hari' 'and shown with their lines, though no document is there'
run 0 merge "$work/x3.jsonl"
run 0 merge --fail-on never "$work/x1.jsonl"
sed 's/1\/1/1\/3/g' x1.yaml >same.yaml
"$PATUH" check --select WK003,KT006 -f "jsonl=$work/same.jsonl" same.yaml
run 1 merge -f json "$work/x3.jsonl" "$work/same.jsonl"
is "$(perl -MJSON::PP -e 'my $j = decode_json(do { local $/; <STDIN> }); print map { "$_->{rule} $_->{path}:$_->{location}{line} $_->{related}[0]{path}" } @{ $j->{set}{findings} }' <"$work/out")" \
    'KT006 x3.yaml:2 same.yaml' 'rules over many files are settled on all parts together'
run 0 merge --ignore KT006 --fail-on never -f json "$work/x3.jsonl" "$work/same.jsonl"
hasnt out '"rule": "KT006"' 'and can be left out'
"$PATUH" check --select WK003 -f "jsonl=$work/without.jsonl" x3.yaml
run 0 merge -f json "$work/without.jsonl"
has out '"set": {"findings": [],' 'parts that had none of these rules in force get none'

# ---- what is missing or wrong
run 2 merge
has err 'sebutkan bagiannya' 'no part'
run 3 merge "$work/x3.jsonl" "$work/none.jsonl"
has err "$work/none.jsonl: tidak ada berkas" 'a part that is not there'
has out '1 dokumen diperiksa' 'the others are joined'
head -n 2 "$work/x1.jsonl" >"$work/cut.jsonl"
run 3 merge "$work/cut.jsonl"
has err 'bagian ini terputus' 'a part without its end'
has out '[WK003]' 'what it has counts'
head -c 900 "$work/x1.jsonl" >"$work/torn.jsonl"
run 3 merge "$work/torn.jsonl" "$work/x3.jsonl"
has err "$work/torn.jsonl:2: baris ini bukan JSON" 'a torn line'
has out '1 dokumen diperiksa' 'and the rest goes on'
cat "$work/cut.jsonl" "$work/x3.jsonl" >"$work/two.jsonl"
run 3 merge "$work/two.jsonl"
has err "$work/two.jsonl:3: bagian ini terputus" 'a run that the next one cuts off'
sed '/"type": "document"/d' "$work/x1.jsonl" >"$work/short.jsonl"
run 3 merge "$work/short.jsonl" "$work/x3.jsonl"
has err 'terputus' 'fewer documents than its end tells'
: >"$work/nothing.jsonl"
run 3 merge "$work/nothing.jsonl"
has err 'tidak berisi hasil' 'an empty part'
has err 'tidak ada dokumen yang diperiksa' 'and so nothing at all'
sed 's/"severity": "galat"/"severity": "parah"/' "$work/x1.jsonl" >"$work/odd.jsonl"
run 3 merge "$work/odd.jsonl"
has err 'bukan keluaran patuh check -f jsonl: severity' 'a member that is none of ours'
sed 's/"version": "[^"]*"/"version": "0.0.0"/' "$work/x1.jsonl" >"$work/old.jsonl"
run 2 merge "$work/old.jsonl"
has err 'bagian ini dari patuh 0.0.0' 'another version'
"$PATUH" check --lang en --select WK003 -f "jsonl=$work/en.jsonl" x2.yaml
run 2 merge "$work/x1.jsonl" "$work/en.jsonl"
has err 'pakai --lang yang sama' 'parts in two languages'
run 1 merge "$work/en.jsonl"
has out 'error:' 'the report is in the language of its parts'
sed -i 's/3 hari/4 hari/' x2.yaml
"$PATUH" check --select WK003,KT006 -f "jsonl=$work/changed.jsonl" x2.yaml
run 2 merge "$work/x2.jsonl" "$work/changed.jsonl"
has err "x2.yaml sudah ada di $work/x2.jsonl, dengan hasil lain" 'a document with two results'
run 2 merge -f text -f json "$work/x1.jsonl"
run 2 merge -f "json=$work/none/x" "$work/x1.jsonl"
run 3 merge corpus
run 2 merge --pk x "$work/x1.jsonl"
printf '{"type": "document"}\n[]\n"a"\nnull\n{"type": "run", "schema": 1, "tool": null, "lang": 5}\n{"type": 7}\n' >"$work/hostile.jsonl"
run 3 merge "$work/hostile.jsonl"
is "$(grep -c "hostile.jsonl:[1-6]:" "$work/err")" 6 'each line that is none of ours is told'
# Damaged lines: a message each, never a crash.
perl -e '
    my ($patuh, $from, $to, $bad) = (@ARGV, 0);
    open my $f, "<:raw", $from or die;
    my $bytes = do { local $/; <$f> };
    srand 20250630;
    for my $round (1 .. 300) {
        my $copy = $bytes;
        for (0 .. int rand 4) {
            my $at = int rand length $copy;
            my $what = int rand 4;
            if ($what == 0) { substr $copy, $at, 1, chr int rand 256 }
            elsif ($what == 1) { substr $copy, $at, int rand 50, "" }
            elsif ($what == 2) { substr $copy, $at, 0, ("null", "[", "{}", "-1", "\"\"", "1e999", "99999999999999999999", "\"\\ud800\"")[rand 8] }
            else { $copy = substr $copy, 0, $at }
        }
        open my $o, ">:raw", $to or die;
        print $o $copy;
        close $o;
        my $status = system "$patuh merge --color never -f json -f text=/dev/null -f sarif=/dev/null $to >/dev/null 2>&1";
        $bad++, print "# round $round: status $status\n" if $status & 127 || ($status >> 8) > 3;
    }
    exit !!$bad;
' "$PATUH" "$work/merged.jsonl" "$work/damaged.jsonl"
ok $? '300 damaged copies of a part'
finish
