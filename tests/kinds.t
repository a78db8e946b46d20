#!/bin/sh
# What is an SOP, what is a report, and what has parts of one and is neither.
. "$(dirname "$0")/lib.sh"
kind() {
    "$PATUH" check --format json "$work/text" >"$work/out" 2>"$work/err"
    is "$(perl -ne 'print "$1 " while /"kind": (null|"\w+")/g' "$work/out")" "$1 " "$2"
}

cat >"$work/text" <<'E2'
PERATURAN DAERAH KABUPATEN CONTOH
NOMOR 5 TAHUN 2020

BAB I
KETENTUAN UMUM

Pasal 1 menjelaskan istilah yang dipakai di dalam peraturan ini.

BAB II
OBJEK DAN SUBJEK

Objek retribusi ialah pelayanan pasar.

BAB III
TARIF

Tarif ditetapkan menurut luas kios.

BAB IV
KETENTUAN PENUTUP

Peraturan ini berlaku pada tanggal diundangkan.
E2
kind null 'a regulation has chapters I to IV, too'

measured='| No | Sasaran | Indikator | Target | Realisasi | Capaian |
|---|---|---|---|---|---|
| 1 | Tertatanya pasar | Persentase kios tertata | 80 | 72 | 90% |

Pedagang dibina sepanjang tahun.

| No | Indikator | Target | Realisasi | Capaian |
|---|---|---|---|---|
| 1 | Jumlah pasar | 4 | 4 | 100% |'
printf 'RENCANA STRATEGIS\nDINAS PASAR KABUPATEN CONTOH\n\n%s\n' "$measured" >"$work/text"
kind null 'a plan shows what was reached before, too'
printf 'BAB II\nGAMBARAN PELAYANAN\n\n%s\n\nBAB III\nPERMASALAHAN DAN ISU STRATEGIS\n\nPedagang masih berjualan di jalan.\n' "$measured" >"$work/text"
kind null 'chapters of another document, without its cover'
printf '%s\n' "$measured" >"$work/text"
kind null 'tables of measurement alone are no report'
printf 'Laporan Kinerja Instansi Pemerintah\nDinas Pasar Kabupaten Contoh\nTahun 2024\n\n| Indikator | Target | Realisasi | Capaian |\n|---|---|---|---|\n| Jumlah pasar | 4 | 4 | 100%% |\n' >"$work/text"
kind '"lkjip"' 'a title in small letters on a cover'
printf 'Laporan Kinerja Instansi Pemerintah ini disusun sebagai bahan rapat, dan hanya memuat\nsatu tabel.\n\n| Indikator | Target | Realisasi | Capaian |\n|---|---|---|---|\n| Jumlah pasar | 4 | 4 | 100%% |\n' >"$work/text"
kind null 'words of a title at the beginning of a sentence'

cat >"$work/text" <<'E2'
STANDAR PELAYANAN DINAS PASAR

JENIS LAYANAN : Surat izin menempati kios
NOMOR SP : SP/1/2022
TANGGAL PEMBUATAN : 4 Januari 2022
TANGGAL REVISI : 5 Januari 2023

Dasar Hukum :
1. Peraturan Daerah Nomor 5 Tahun 2020 tentang Retribusi Pasar
E2
kind null 'a standard of service has labels of an SOP'
sed '/LAYANAN/d; s/NOMOR SP/NOMOR SOP/' "$work/text" >"$work/other" && mv "$work/other" "$work/text"
kind '"sop"' 'the same block with the number of an SOP'
{
    echo 'Unit Kerja : Dinas Pasar'
    perl -e 'print "Pedagang dibina sepanjang tahun oleh petugas yang ditunjuk kepala dinas menurut rencana yang disetujui bersama.\n\n" x 150'
    echo 'Pencatatan dan Pendataan : Buku pedagang'
    perl -e 'print "Pedagang dibina sepanjang tahun oleh petugas yang ditunjuk kepala dinas menurut rencana yang disetujui bersama.\n\n" x 150'
    echo 'Peralatan : Komputer'
} >"$work/text"
kind null 'labels far apart make no identity block'
finish
