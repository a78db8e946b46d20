#!/bin/sh
# Definitions and diagrams of the corpus: correct ones are clean, a fault is told with its place, wrong keys give status 3.
. "$(dirname "$0")/lib.sh"

for file in corpus/definisi/*.yaml corpus/bpmn/*.bpmn; do
    case $file in */balangan-*) continue ;; esac
    run 0 check --fail-on catatan -q "$file"
    empty out "$file: no findings"
done

found() { grep -o '\[[A-Z]*[0-9]*\]' "$work/out" | sort | uniq -c | tr -s ' \n' ' '; }

run 1 check --select WK003 corpus/definisi/balangan-pengumpulan-data-kinerja.yaml
is "$(found)" ' 1 [WK003] ' 'Balangan as a definition: the total'
has out 'balangan-pengumpulan-data-kinerja.yaml:103:15: galat: ' 'at the stated total'
definition=$(sed -n 's/.*galat: //p' "$work/out" | tr '[:upper:]' '[:lower:]')
run 1 check --select WK003 corpus/sop/balangan-dinas-perpustakaan-2024.txt
is "$definition" "$(sed -n 's/.*galat: //p' "$work/out" | tr '[:upper:]' '[:lower:]')" 'the same words as for the document itself'

sed 's/^  nomor: 045/  nomer: 045/; s/waktu: 15 menit/wakto: 15 menit/' corpus/definisi/penanganan-surat-masuk.yaml >"$work/keys.yaml"
run 3 check "$work/keys.yaml"
is "$(found)" ' 3 [UM001] ' 'mistyped keys: each is told, and nothing is missing for that'
has out 'keys.yaml:7:3: galat: ' 'a mistyped key of identitas'
has out 'maksudnya "nomor"?' 'with what was meant'
is "$(grep -c 'maksudnya "waktu"?' "$work/out")" 2 'and each other one'

sed 's/^    nama: Contoh Nama.*/    nama: "Contoh/' corpus/definisi/contoh-sop.yaml >"$work/quote.yaml"
run 3 check "$work/quote.yaml" corpus/definisi/contoh-sop.yaml
has out 'tanda kutip belum ditutup' 'YAML that breaks: in plain words'
has out 'quote.yaml:18:11: bagian itu mulai di sini' 'and where it began'

sed 's/<\/bpmn:lane>//' corpus/bpmn/peminjaman-arsip.bpmn >"$work/lane.bpmn"
run 3 check "$work/lane.bpmn"
has out 'XML tidak sah: <lane> ditutup oleh </laneSet>' 'XML that breaks'
sed 's/targetRef="catat" name="tidak lengkap"/targetRef="hilang" name="tidak lengkap"/' corpus/bpmn/peminjaman-arsip.bpmn >"$work/target.bpmn"
run 1 check "$work/target.bpmn"
has out '[AL014]' 'a flow to an element that does not exist'
has out 'elemen alir-6' 'by its id'
# What is written in a definition is what was meant: values are checked like keys, and nothing passes because it is missing.
"$PATUH" init sop >"$work/sop" && "$PATUH" init lkjip >"$work/lkjip" || exit 1
one_value() { # one_value KIND SED TEXT: one edit of the template gives exactly one finding, UM001 with that text
    sed "$2" "$work/$1" >"$work/value.yaml"
    ! cmp -s "$work/$1" "$work/value.yaml"
    ok $? "$2: changes the template"
    run 3 check "$work/value.yaml"
    is "$(found)" ' 1 [UM001] ' "$2: one fault and nothing else"
    has out "$3" "$2: in plain words"
}
one_value sop 's/tanggal-efektif: 2025-01-13/tanggal-efektif: segera/' '"segera" bukan tanggal'
one_value sop '0,/    nip: "19700412 199503 1 004".*/s//    nip: 1.97004121995031e17/' '"1.97004121995031e17" bukan NIP'
one_value sop '0,/simbol: keputusan/s//simbol: diamond/' 'nilai "diamond" tidak dikenal; maksudnya "keputusan"?'
one_value sop '0,/simbol: keputusan/s//simbol: keputusn/' 'maksudnya "keputusan"?'
one_value sop '0,/simbol: terminator/s//simbol: zzz/' 'yang dikenal: proses, keputusan, terminator, konektor, lain'
one_value lkjip 's/arah: turun /arah: bawah /' 'nilai "bawah" tidak dikenal; maksudnya "turun"?'
one_value lkjip 's/jenis-entitas: perangkat-daerah/jenis-entitas: perangkatdaerah/' 'maksudnya "perangkat-daerah"?'
one_value lkjip 's/^  tahun: 2024  /  tahun: dua ribu  /' '"dua ribu" bukan tahun'
one_value lkjip 's/sampai: "< 91"/sampai: lebih/' '"lebih" bukan angka'
sed 's/rumus: {turun: 2t-r/rumus: {turun: xx/; s/batas: 120/batas: banyak/' "$work/lkjip" >"$work/value.yaml"
run 3 check --select UM001 "$work/value.yaml"
is "$(found)" ' 2 [UM001] ' 'formula and cap: each is told'

sed 's/2025-01-06  /2025-13-06  /' "$work/sop" >"$work/month.yaml"
run 1 check "$work/month.yaml"
is "$(found)" ' 1 [ID005] ' 'a date with the year first has no month 13'

sed '/^langkah:/,/^    keterangan: SOP/d' "$work/sop" >"$work/none.yaml"
run 1 check "$work/none.yaml"
is "$(found)" ' 1 [KG008] ' 'a definition without steps'
has out '  belum ada langkah:' 'is said to have none, and is no scan'
has out '    PL003 pelaksana-tak-bertugas' 'with the rules that need them'
"$PATUH" reviu "$work/none.yaml" >"$work/out"
hasnt out 'B-1 Kegiatan lengkap dan berurutan | **terpenuhi**' 'nor is its checklist fulfilled'
for kind in sop lkjip pk; do
    printf 'patuh: %s/1\n' $kind >"$work/bare.yaml"
    run 3 check --select UM001 "$work/bare.yaml"
    has out 'belum berisi apa pun yang dapat diperiksa' "$kind: a definition that holds nothing"
done
for kind in sop lkjip; do
    sed '/^patuh:/d' "$work/$kind" >"$work/kindless.yaml"
    run 3 check "$work/kindless.yaml"
    is "$(found)" ' 1 [UM001] ' "$kind: without its first key no prose"
    has out "tambahkan baris \"patuh: $kind/1\"" "$kind: which line is missing"
done
printf 'nama: uji\nidentitas: [satu]\non: push\njobs:\n  uji:\n    steps: []\n' >"$work/other.yaml"
run 3 check "$work/other.yaml"
is "$(found)" ' 1 [UM002] ' 'other YAML is no definition'

sed 's/lanjut: {ya: 4, tidak: 2}/lanjut: {ya: 44, tidak: 2}/; s/^standar-pelayanan: 10 hari/standar-pelayanan: 1 hari/' "$work/sop" >"$work/way.yaml"
run 1 check "$work/way.yaml"
hasnt out 'tersingkat 0 menit' 'where no way leads to the end no time is 0'
has out '    WK008 melebihi-standar-pelayanan' 'and the service time could not be checked'
finish
