#!/bin/sh
# A reading carries its proof: what a region shows of itself, and that nothing in a region that has not proved itself is missing, empty or wrong.
. "$(dirname "$0")/lib.sh"
block='PEMERINTAH KABUPATEN CONTOH
DINAS KEARSIPAN

Nomor SOP : 045/1/2025
Tanggal Pembuatan : 2 Januari 2025
Tanggal Efektif : 6 Januari 2025
Disahkan oleh : Kepala Dinas Kearsipan
Drs. BUDI CONTOH, M.Si
NIP. 19700412 199503 1 004
Nama SOP : Peminjaman Arsip

Dasar Hukum
1. Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan

Kualifikasi Pelaksana
1. Memahami tata kearsipan
2. Mampu melayani peminjam

Keterkaitan
1. SOP Pemusnahan Arsip
2. SOP Penyerahan Arsip

Peralatan/Perlengkapan
1. Formulir peminjaman
2. Komputer

Peringatan
Jika peminjaman tidak dicatat, maka arsip tidak dapat ditelusuri

Pencatatan dan Pendataan
Buku peminjaman

| No | Kegiatan | Pelaksana | | Mutu Baku | | | Keterangan |
|    |          | Arsiparis | Kepala Bidang | Kelengkapan | Waktu | Output | |
|----|----------|-----------|---------------|-------------|-------|--------|---|
| 1 | Memeriksa formulir peminjaman | ⬭ | | Formulir peminjaman | 10 menit | Formulir yang diperiksa | |
| 2 | Menyetujui peminjaman | | ▭ | Formulir yang diperiksa | 15 menit | Formulir yang disetujui | |
| 3 | Menyerahkan arsip | ⬭ | | Formulir yang disetujui | 20 menit | Arsip yang dipinjam | |'
text() { printf '%s\n' "$block" >"$work/sop.txt"; }
edit() { printf '%s\n' "$block" | perl -0pe "$1" >"$work/sop.txt"; }
read_as() { # read_as PROVED|DOUBTED WHAT NAME
    run 0 dump --bacaan "$work/sop.txt"
    has out "$1" "$2"
}
silent() { # silent RULES NAME: none of these rules says anything above catatan
    run 0 check --today 2025-06-30 --quiet --fail-on never --select "$1" "$work/sop.txt"
    empty out "$2"
}

text
read_as 'bagian identitas: identitas (baris 4): terbukti' 'a whole block has proved itself'
has out '+ 5 label bertemu isinya: Nomor SOP, Tanggal Pembuatan, Tanggal Efektif, Disahkan oleh, Nama SOP' 'by its labels in their order'
silent ID,DH001,KT001,PL,WK001 'and nothing is missing'

edit 's/Tanggal Efektif : .*\n//'
run 1 check --today 2025-06-30 --quiet --select ID003 "$work/sop.txt"
has out 'Tanggal Efektif tidak ada di bagian identitas. [ID003]' 'in a whole block a label that is not there is missing'

edit 's/Tanggal Efektif : /                    /'
read_as '  - di bagian identitas ada baris tanpa label' 'a value without a label: the label may be lost'
silent ID003 'it is not said to be missing'
run 0 check --select ID003 --format json "$work/sop.txt"
has out '"ID003": {"outcome": "tidak-dapat-diperiksa", "reason": "di bagian identitas ada baris tanpa label: labelnya mungkin hilang pada pindaian atau konversi"' 'but unchecked'

edit 's/\n(Tanggal Efektif) : /\n/; s/Disahkan oleh : //'
read_as 'bagian identitas: identitas (baris 4): tidak terbukti' 'an official without a label'
silent ID007 'nor is the approval missing'

edit 's/.*?(?=Disahkan)//s'
read_as '  - bagian identitas tampak terpotong di awal atau akhir teks ini' 'a text that begins in the middle of its block'
silent ID 'lacks nothing'

edit 's/Peringatan\n.*//s'
read_as '  - bagian identitas tampak terpotong' 'a text that ends in its block'
silent ID018,ID019,KG008 'lacks neither sections nor steps'

edit 's/Keterkaitan\n//'
read_as '  - daftar dua bagian tampak menyatu' 'a list that begins to count anew: the label over it is lost'
silent KT001 'so that the other section is not missing'
edit 's/Keterkaitan\n1.*\n2.*\n\n//'
run 0 check --today 2025-06-30 --quiet --select KT001 "$work/sop.txt"
has out '[KT001]' 'one that is not there with its list is'

# Step tables: a head with its parts, and columns that hold what it says.
text
read_as 'kepala tabel langkah: tabel' 'the head of the step table'
has out '+ kepala memuat nomor, uraian, pelaksana, kelengkapan, waktu, output, keterangan' 'has its parts'
has out '+ 3 baris bernomor urut' 'and the rows run'
edit 's/\| Kepala Bidang \|/|  |/'
read_as '  - kepala tabel langkah tidak terbaca utuh' 'a symbol in a column without a name'
silent PL,WK001,MB,AL002 'nobody lacks an executor then'
edit 's/Kelengkapan \| Waktu/Waktu | Kelengkapan/'
read_as '  - isi kolom tabel langkah tidak cocok dengan judulnya' 'times under another heading'
silent PL,WK001,WK002,MB 'no time and no paper is missing'
run 0 check --select WK001 --format json "$work/sop.txt"
has out 'jadi kolomnya mungkin bergeser (tabel 1)' 'the reason tells the table'
edit 's/\| 1 \| Memeriksa formulir peminjaman \|/| 1 | Formulir peminjaman |/; s/Formulir yang diperiksa \| \|/Memeriksa formulir peminjaman | |/; s/\| 2 \| Menyetujui peminjaman/| 2 | Formulir yang disetujui/; s/Formulir yang disetujui \| \|/Menyetujui peminjaman | |/; s/\| 3 \| Menyerahkan arsip/| 3 | Arsip/; s/Arsip yang dipinjam \| \|/Menyerahkan arsip | |/'
read_as '  - isi kolom tabel langkah tidak cocok dengan judulnya' 'activities under another heading'
silent KG,MB 'nouns are not called activities'

# Labels in one cell and their values in the next: a line for each; a date that a column's border cuts; column numbers with a gap.
cat >"$work/sop.txt" <<'TEXT'
                                                Nomor SOP                :      045/3/2024
                                                Tanggal Pembuatan        :      4 Maret 2024
                                                Tanggal Efektif          :      6 Maret 2024
    DINAS PERKEBUNAN KABUPATEN CONTOH
                                                Disahkan Oleh                Kepala Dinas Perkebunan
                                                Nama SOP                 Pendataan Kebun
Dasar Hukum                                     Kualifikasi Pelaksana
1. Undang-Undang Nomor 25 Tahun 2009            1. Memahami pendataan
   tentang Pelayanan Publik
TEXT
run 0 dump "$work/sop.txt"
has out '>6 Maret 2024</tanggal-efektif>' 'labels with and without a colon in one block: the date'
has out '>Pendataan Kebun</nama>' 'the name'
has out '>Kepala Dinas Perkebunan</jabatan>' 'the office'
printf 'NOMOR SOP         065/12/DISBUN\nTGL. PEMBUATAN 18 April 2023\nNAMA SOP          Pendataan Kebun\nDASAR HUKUM\n1. UU Nomor 25 Tahun 2009 tentang Pelayanan Publik\n' >"$work/sop.txt"
run 0 dump "$work/sop.txt"
has out '>18 April 2023</tanggal-pembuatan>' 'a date that a border of columns went through'
has out '>Pendataan Kebun</nama>' 'and the name below'
text
sed 's/^|----.*/&\n| (1) | (2) | (3) | (4) | (6) | (7) | (8) | (9) |/' "$work/sop.txt" >"$work/numbers.txt"
run 0 check --quiet --fail-on never --select KG005,WK002 "$work/numbers.txt"
empty out 'a row of column numbers is no step, though one is left out'
edit 's/19700412 199503 1 004/19700412 199503 1    004/'
run 0 check --quiet --fail-on never --select ID008 "$work/sop.txt"
empty out 'a NIP that goes on behind a gap is not too short'

# A scan's lines: the unit's name before a label, a head whose cells became words.
cat >"$work/sop.txt" <<'TEXT'
NOMOR SOP 500- 31 /PSR.2 /V/2022
wl TANGGAL
PEMBUATAN 17 Mei 2022
PEMERINTAH KOTA CONTOH Tanggal Revisi 19 Mei 2022
ye TANGGAL EFEKTIF 30 Mei 2022
( 3 k DISAHKAN OLEH Kepala Bidang Pasar
UNIT PENGELOLA PASAR CONTOH
Budi Santoso
NIP. 19810622 200501 1 004
JUDUL SOP Pendataan Pedagang
1. Undang-Undang Nomor 7 Tahun 2014 tentang Perdagangan 1. Menguasai pendataan
1. SOP Penertiban 1. Meja dan kursi
Jika pendataan ditunda maka lapak kosong Kartu lapak
KEGIATAN KETERANGAN
PENGAWAS JURU DATA KELENGKAPAN WAKTU OUTPUT
Mendata pedagang ~- Formulir 3 hari Data pedagang
No: 15 Tahun:2018 tentang Retribusi Pasar
TEXT
run 0 dump "$work/sop.txt"
has out '>30 Mei 2022<' 'a date behind the label, other text before it'
has out '>19 Mei 2022<' 'behind the name of the government'
has out '<instansi>PEMERINTAH KOTA CONTOH</instansi>' 'which is read as such'
has out '>Budi Santoso</nama>' 'the official'
run 0 check --quiet --fail-on never "$work/sop.txt"
hasnt out 'galat' 'nobody is accused'
hasnt out 'peringatan' 'nor warned: a number with a title is a regulation'"'"'s'
has_not_table=$(printf 'PEMERINTAH KOTA CONTOH\nDisahkan : KEPALA DINAS\nDINAS PASAR\nKETERKAITAN\nSOP Penataan Lapak\nPENERAAN TIMBANGAN MUTU BAKU\nURAIAN KEGIATAN Kepala Bidang Keterangan\nPedagang Penera Kelengkapan\n1. siang Anak timbangan 45 menit cap tera\n')
printf '%s\n' "$has_not_table" >"$work/sop.txt"
run 0 check --quiet --fail-on never --format json "$work/sop.txt"
has out '"kind": "sop"' 'the words of a head and one label are enough to be looked at'
has out '"KG008": {"outcome": "tidak-dapat-diperiksa"' 'there is a flow that could not be read'
printf 'No\tNama\tSurel\n1\tContoh Satu\tsatu@contoh.id\n\nNomor SOP : 1/2\nTanggal Efektif : 2 Januari 2025\nDisahkan oleh : Kepala Dinas Contoh\n' >"$work/sop.txt"
run 0 dump "$work/sop.txt"
hasnt out '<nama' 'the heading of a table is no label of the block'

# A scan: letters like others, signs, blanks. What a scanner does is nobody's fault.
edit 's/Peminjaman/Pemlnj4man/g; s/Formulir/F0rmulir/g; s/Memahami/Memaharni/; s/arsip/ars~p/g; s/menit/rnen1t/g; s/Kepala/Kep~la/g; s/Dinas/D1nas/g; s/Efektif/Ef3ktif/'
read_as '  - teksnya rusak pada pemindaian' 'a damaged text'
run 0 check --today 2025-06-30 --quiet --fail-on never "$work/sop.txt"
hasnt out 'galat' 'accuses nobody'
hasnt out 'peringatan' 'nor warns'
edit 's/43 Tahun 2009 tentang Kearsipan/32 Tahun 2004 tentang Pemerintahan Daerah/; s/Peminjaman/Pemlnj4man/g; s/Formulir/F0rmulir/g; s/menit/rnen1t/g; s/Kepala/Kep~la/g'
run 0 check --today 2025-06-30 --quiet --fail-on never --select DH003 "$work/sop.txt"
has out '[DH003]' 'but a regulation whose number and title agree was read right'
finish
