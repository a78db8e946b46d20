#!/bin/sh
# Thresholds are parameters: each rule quotes its own, finds nothing where another value leaves nothing to find, and refuses what is no number.
. "$(dirname "$0")/lib.sh"

step() { printf '  - {nomor: %s, uraian: %s, waktu: %s, output: %s}\n' "$@"; }
{ echo 'patuh: sop/1' && echo 'langkah:'
  step 1 'Menerima surat' '15 menit' Surat
  step 2 'Mengolah data kegiatan' '2 menit' 'Draf laporan'
  step 3 'Menyusun laporan' '2 hari' 'Draf laporan'
  step 4 'Menyosialisasikan laporan' '30 menit' 'Draf laporan'
  step 5 'Menandatangani laporan' '30 hari' Laporan; } >"$work/times.yaml"
{ echo 'patuh: sop/1' && echo 'langkah:'
  for i in 1 2 3 4 5; do step $i "Memeriksa berkas $i" '15 menit' "Berkas $i"; done
  step 6 'Menyusun laporan' '1 hari' Laporan; } >"$work/same.yaml"
report() { printf 'patuh: lkjip/1\nidentitas: {instansi: Dinas Contoh, jenis-entitas: %s, tahun: 2024, tanggal: %s}\n' "$1" "$2"; }
report kementerian-lembaga 2025-03-03 >"$work/pusat.yaml"
report kabupaten-kota 2025-04-03 >"$work/daerah.yaml"
report perangkat-daerah 2025-03-03 >"$work/unit.yaml"
{ report perangkat-daerah 2025-02-03
  echo 'rumus: {turun: 2t-r}'
  echo 'pengukuran: [{sasaran: Meningkatnya mutu, indikator: [{nama: Indeks mutu, satuan: Nilai, arah: naik, target: "50", realisasi: "100", capaian: "200%"},'
  echo '  {nama: Persentase layanan tepat waktu, satuan: "%", arah: naik, target: "50", realisasi: "80", capaian: "120%"}]}]'; } >"$work/high.yaml"

# threshold FILE RULE PARAMETER=VALUE WORDS NAME: by default the rule finds something and says so in these words; with the parameter it does not.
threshold() {
    "$PATUH" check --select "$2" "$work/$1" >"$work/out" 2>&1
    has out "$4" "$2 quotes its threshold: $5"
    "$PATUH" check --select "$2" --param "$3" "$work/$1" >"$work/out" 2>&1
    hasnt out "$4" "$2 with $3"
}
threshold times.yaml WK005 waktu-terlalu-singkat=2 '(kurang dari 5 menit)' 'too short'
threshold times.yaml WK005 waktu-kelipatan=20 'melampaui 10 kali waktu itu' 'so many times'
threshold times.yaml WK005 waktu-terlalu-lama=31 '(5 hari kerja atau lebih)' 'too long'
threshold times.yaml MB005 output-berulang=4 'dicatat mulai 3 langkah' 'one output'
threshold same.yaml WK009 waktu-seragam-persen=90 'lazimnya kurang dari 80%' 'share of the steps'
threshold same.yaml WK009 waktu-seragam-langkah=7 'lazimnya kurang dari 80%' 'number of steps'
threshold pusat.yaml LS010 batas-lapor-pusat=3 'lebih dari 2 bulan' 'a ministry'
threshold daerah.yaml LS010 batas-lapor-daerah=4 'lebih dari 3 bulan' 'a region'
threshold unit.yaml LS010 batas-lapor-unit=3 'lebih dari 2 bulan' 'a unit'
threshold high.yaml CK010 capaian-ekstrem=250 'lebih dari 150%' 'capaian'

run 0 check --select CK001 "$work/high.yaml"
run 1 check --select CK001 --param batas-capaian=100,150 "$work/high.yaml"
has out '160,00' 'CK001: a cap explains a value only if it is one of the usual'
run 0 check --select CK001 --param batas-capaian=120 "$work/high.yaml"

run 2 check --param waktu-kelipatan=2,5 "$work/times.yaml"
has err 'waktu-kelipatan' 'a whole number is asked for'
run 2 check --param batas-lapor-unit=0 "$work/unit.yaml"

# One fact says how far a number is filled in: ID001 asks for it, and numbers of several files are compared only where it is whole.
number() { printf 'patuh: sop/1\nidentitas: {instansi: Kabupaten Contoh, unit: Dinas Contoh, nomor: "%s", nama: %s}\nlangkah: [{uraian: Menerima surat}]\n' "$1" "$2"; }
said() { number "$1" 'Penerimaan Surat' >"$work/one.yaml"; "$PATUH" check --select ID001 "$work/one.yaml" 2>/dev/null | grep -c '\[ID001\]'; }
for gap in '' '-' '/' '....' '045/....../2025' '045/___/2025' '045//2025' '045/   /2025' '045/ … /2025'; do is "$(said "$gap")" 1 "a number to be filled in: '$gap'"; done
for whole in '045/XX/2025' '045/1/2025' '7' '045/../2025'; do is "$(said "$whole")" 0 "none to be filled in: '$whole'"; done
twice() {
    number "$1" 'Penerimaan Surat' >"$work/a.yaml"
    number "$1" 'Pengiriman Barang' >"$work/b.yaml"
    "$PATUH" check --select KT "$work/a.yaml" "$work/b.yaml" 2>/dev/null | grep -c '\[KT006\]'
}
is "$(twice '045/1/2025')" 1 'one number in two files'
for gap in '045/   /2025' '045/XX/2025' '045/__/2025' '....'; do is "$(twice "$gap")" 0 "a number to be filled in is nobody's: '$gap'"; done
finish
