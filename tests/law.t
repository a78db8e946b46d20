#!/bin/sh
# patuh peraturan: what is known of a regulation; and the table of laws behind it.
. "$(dirname "$0")/lib.sh"

told() { # told WANT REGULATION: the whole answer, lines parted by |
    run 0 peraturan "$2"
    is "$(tr '\n' '|' <"$work/out")" "$1" "$2"
}
told 'UU 32/2004 tentang Pemerintahan Daerah|Tanggal: 2004-10-15|Diubah dengan: UU 8/2005, UU 12/2008|Dicabut dengan UU 23/2014 (2014-10-02).|UU 23/2014 tentang Pemerintahan Daerah|' 'UU 32/2004'
told 'UU 11/1974 tentang Pengairan|Dicabut dengan UU 17/2019 (2019-10-16).|UU 17/2019 tentang Sumber Daya Air|' 'Undang-Undang Nomor 11 Tahun 1974'
told 'UU 13/2003 tentang Ketenagakerjaan|Statusnya belum dibaca dari naskah: periksa apakah masih berlaku.|' 'UU No. 13 Tahun 2003'
told 'UU 5/1950|Ada; judulnya tidak dicatat.|Dicabut dengan UU 31/1997 (1997-10-15).|UU 31/1997 tentang Peradilan Militer|' 'UU 5/1950'
told 'UU 99/2004|Tidak dikenal: nomor terakhir tahun itu 41.|' 'UU 99/2004'
told 'UU 99/2021|Tidak ada dalam daftar patuh; itu tidak berarti tidak ada.|' 'UU 99/2021'
told 'Perda 3/2019|Tidak ada dalam daftar patuh; itu tidak berarti tidak ada.|' 'Perda Nomor 3 Tahun 2019'
run 0 peraturan --lang en 'UU 11/1974'
has out 'Revoked by UU 17/2019 (2019-10-16).' 'in English'
run 2 peraturan
has err 'patuh peraturan "UU 32/2004"' 'nothing named: an example'
run 2 peraturan 'bukan peraturan'
has err 'tidak menyebut jenis, nomor, dan tahun' 'what is no regulation'

# The table: sorted as the search needs it, every revocation leads to a later year, and it stays small.
awk -F'\t' '!/^#/ { if ($1 == kind && ($3 < year || ($3 == year && $2 <= number))) bad++; kind = $1; year = $3 + 0; number = $2 + 0
    if ($5 != "") { split($5, id, "-"); if (id[3] + 0 < year || $6 == "") bad++ } } END { exit bad > 0 }' rules/laws.tsv
ok $? 'laws.tsv: in order, revocations go forward in time'
[ "$(grep -c '^UU	' rules/laws.tsv)" -gt 1500 ] && [ "$(wc -c <rules/laws.tsv)" -lt 1048576 ]
ok $? 'laws.tsv: all laws, in less than a megabyte'
finish
