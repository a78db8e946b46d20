#!/bin/sh
# Several step tables in one file: parts of one flow, each judged inside itself, or SOPs of their own.
. "$(dirname "$0")/lib.sh"
block='SOP PEMINJAMAN ALAT

| Nomor SOP | 045/7/2025 |
| Tanggal Pembuatan | 2 Januari 2025 |
| Tanggal Efektif | 6 Januari 2025 |
| Disahkan oleh | Kepala Bagian Umum <br> Drs. BUDI CONTOH, M.Si <br> NIP. 19700412 199503 1 004 |
| Nama SOP | Peminjaman Alat |
'
head='| No | Kegiatan | Pelaksana | Kelengkapan | Waktu | Output |
|---|---|---|---|---|---|'
{
    printf '%s\n## A. Meminjam\n\n%s\n' "$block" "$head"
    printf '| 1 | Menulis formulir | Peminjam | Formulir | 5 menit | Formulir terisi |\n| 2 | Mencatat alat | Petugas | Formulir terisi | 10 menit | Catatan |\n'
    printf '\n## B. Mengembalikan\n\n%s\n' "$head"
    printf '| 1 | Menyerahkan alat | Pemilik Kartu | Alat | 5 menit | Tanda terima |\n| 2 | Mencatat alat | Petugas | Tanda terima | 10 menit | Catatan |\n'
    printf '| 3 | Menyimpan alat | Kepala Gudang | Catatan | 5 menit | Bukti simpan |\n'
} >"$work/parts.txt"
run 0 check --quiet --fail-on never --select KG005,KG006,PL004,AL,MB,ID011,ID001 "$work/parts.txt"
hasnt out 'KG005' 'each part counts from one'
hasnt out 'KG006' 'what one part does another may do'
hasnt out 'PL004' 'and has executors of its own'
hasnt out 'ID011' 'its heading is no other title of the SOP'
hasnt out 'AL015' 'it begins and ends for itself'
run 0 dump "$work/parts.txt"
has out ' bagian="1"' 'the view tells the part of a table'
has out ' bagian="2"' 'of each'
has out '<judul>B. Mengembalikan</judul>' 'and its heading'
sed 's/| 3 | Menyimpan/| 4 | Menyimpan/' "$work/parts.txt" >"$work/jump.txt"
run 1 check --quiet --select KG005 "$work/jump.txt"
has out 'Nomor melompat dari 2 ke 4' 'inside a part numbers have to run'
sed '/## B/d' "$work/parts.txt" >"$work/page.txt"
run 1 check --quiet --select KG005 "$work/page.txt"
has out 'KG005' 'without a heading it is the same flow, numbered wrong'
sed 's/Nomor SOP/Kode SOP/' "$work/parts.txt" >"$work/code.txt"
run 0 check --quiet --select ID001 "$work/code.txt"

# A total is that of one part or of all; of neither it is not judged.
for total in '15 menit' '20 menit' '35 menit' '50 menit'; do
    { cat "$work/parts.txt"; printf '|  | Jumlah waktu |  |  | %s |  |\n' "$total"; } >"$work/total.txt"
    run 0 check --quiet --select WK003 --format json "$work/total.txt"
    case $total in 50*) has out '"WK003": {"outcome": "tidak-dapat-diperiksa"' "$total: nobody's sum" ;; *) has out '"WK003": {"outcome": "lolos"' "$total: a sum" ;; esac
done

# The same in a definition.
cat >"$work/parts.yaml" <<'YAML'
patuh: sop/1
identitas: {nama: Peminjaman Alat}
pelaksana: [Peminjam, Petugas]
langkah:
  - {nomor: 1, bagian: Meminjam, uraian: Menulis formulir, pelaksana: Peminjam, waktu: 5 menit, simbol: terminator}
  - {nomor: 2, bagian: Meminjam, uraian: Mencatat alat, pelaksana: Petugas, waktu: 10 menit, simbol: terminator}
  - {nomor: 1, bagian: Mengembalikan, uraian: Menyerahkan alat, pelaksana: Peminjam, waktu: 5 menit}
  - {nomor: 2, uraian: Mencatat alat, pelaksana: Petugas, waktu: 10 menit, simbol: keputusan, lanjut: {ya: 3, tidak: 1}}
  - {nomor: 3, uraian: Menyimpan alat, pelaksana: Petugas, waktu: 5 menit, simbol: terminator}
YAML
run 0 check --quiet --fail-on never --select KG005,KG006,PL,AL "$work/parts.yaml"
empty out 'a definition: nothing to say of parts that count anew'
run 0 dump "$work/parts.yaml"
has out '<judul>Mengembalikan</judul>' 'the part by its heading'
has out 'tujuan="1"' 'exits lead to steps of the same part'
sed 's/tidak: 1}/tidak: 4}/' "$work/parts.yaml" >"$work/beyond.yaml"
run 1 check --quiet --select AL014 "$work/beyond.yaml"

# Two titles on two sheets, no block: two SOPs.
sheet() { printf '\tSOP %s\n\n\tNo\tKegiatan\tPelaksana\t\tMutu Baku\n\t\t\tPetugas\t%s\tKelengkapan\tWaktu\tOutput\n\t1\tMencatat laporan\t\t\tFormulir\t5 menit\tCatatan\n\t2\tMemeriksa catatan\t\t\tCatatan\t10 menit\tCatatan diparaf\n' "$1" "$2"; }
{ sheet 'PENGADUAN RINGAN' 'Kepala Seksi'; printf '\f'; sheet 'PENGADUAN BERAT' 'Kepala Bidang'; } >"$work/sheets.txt"
run 1 check --quiet --select PL004,ID001 "$work/sheets.txt"
is "$(grep -c 'Bagian identitas tidak ada' "$work/out")" 2 'each lacks its block'
hasnt out PL004 'and neither changes its executors'
{ sheet 'PENGADUAN RINGAN' 'Kepala Seksi'; printf '\f'; sheet 'PENGADUAN RINGAN' 'Kepala Bidang'; } >"$work/sheets.txt"
run 1 check --quiet --select ID001 "$work/sheets.txt"
is "$(grep -c 'Bagian identitas tidak ada' "$work/out")" 1 'one title: one SOP'
finish
