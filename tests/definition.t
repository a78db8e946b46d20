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
finish
