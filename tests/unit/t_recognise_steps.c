/* Step tables by their headings: which columns there are, in the shapes that offices print them; from text to the recognised SOP, exactly. */
#include "../sop_shapes.h"

static const struct sop_shape shapes[] = {
    {"Markdown: pipe tables, headings over sections, total row",
     "## SOP Penanganan Surat Masuk\n"
     "\n"
     "| Nomor SOP | 045/05/2025 |\n"
     "| --- | --- |\n"
     "| Tanggal Pembuatan | 5 Mei 2025 |\n"
     "| Tanggal Revisi | |\n"
     "| Tanggal Efektif | 12 Mei 2025 |\n"
     "| Disahkan oleh | Sekretaris Daerah, Ir. CONTOH NAMA, M.T., NIP 19690505 199503 1 005 |\n"
     "| Nama SOP | Penanganan Surat Masuk |\n"
     "\n"
     "**Dasar Hukum**\n"
     "\n"
     "- Peraturan Bupati Contoh Nomor 7 Tahun 2021 tentang Tata Naskah Dinas\n"
     "\n"
     "**Keterkaitan dengan SOP lain**\n"
     "\n"
     "- SOP Penanganan Surat Keluar\n"
     "\n"
     "**Peringatan**\n"
     "\n"
     "Apabila terlambat, surat tidak tertangani.\n"
     "\n"
     "**Kualifikasi Pelaksana**\n"
     "\n"
     "- Memahami tata naskah dinas\n"
     "\n"
     "**Peralatan dan Perlengkapan**\n"
     "\n"
     "- Buku agenda\n"
     "- Komputer\n"
     "\n"
     "**Pencatatan & Pendataan**\n"
     "\n"
     "Buku agenda surat masuk\n"
     "\n"
     "### Langkah\n"
     "\n"
     "| No | Aktivitas | Pelaksana | | | Mutu Baku | | | Keterangan |\n"
     "| --- | --- | --- | --- | --- | --- | --- | --- | --- |\n"
     "| | | Staf TU | Kasubbag | Sekda | Persyaratan | Waktu | Keluaran | |\n"
     "| 1. | Menerima surat | v | | | Surat | 5 menit | Agenda | |\n"
     "| 2. | Memberi catatan | | v | | Agenda | 10 menit | Catatan | |\n"
     "| 3. | Mendisposisi surat | | | v | Catatan | 15 menit | Disposisi | SOP Disposisi |\n"
     "| | Jumlah | | | | | 30 menit | | |\n",
     "nomor: 045/05/2025\n"
     "nama: Penanganan Surat Masuk\n"
     "pembuatan: 5 Mei 2025\n"
     "revisi: \n"
     "efektif: 12 Mei 2025\n"
     "pengesahan:  |  | Sekretaris Daerah | Ir. CONTOH NAMA, M.T. |  | 19690505 199503 1 005\n"
     "judul lain: SOP Penanganan Surat Masuk\n"
     "dasar-hukum: - Peraturan Bupati Contoh Nomor 7 Tahun 2021 tentang Tata Naskah Dinas\n"
     "keterkaitan: - SOP Penanganan Surat Keluar\n"
     "peringatan: Apabila terlambat, surat tidak tertangani.\n"
     "kualifikasi-pelaksana: - Memahami tata naskah dinas\n"
     "peralatan-perlengkapan: - Buku agenda | - Komputer\n"
     "pencatatan-pendataan: Buku agenda surat masuk\n"
     "tabel 1: nom ura pel kel wak out ket [Staf TU, Kasubbag, Sekda] SOP Penanganan Surat Masuk\n"
     "1. Menerima surat {1 ada} Surat | 5 menit | Agenda | \n"
     "2. Memberi catatan {2 ada} Agenda | 10 menit | Catatan | \n"
     "3. Mendisposisi surat {3 ada} Catatan | 15 menit | Disposisi | SOP Disposisi\n"
     "jumlah: 30 menit\n"},
    {"a heading that ran into the next one: the columns are lost, and with them the steps",
     "No\tUraian Kegiatan\tKepala Dinas\tStaf\tKelengkapan\tWaktu\tOutput Keterangan\n"
     "1\tMencatat surat masuk\t\tv\tSurat\t5 menit\tCatatan\n"
     "2\tMembaca surat masuk\tv\t\tSurat\t5 menit\tDisposisi\n",
     "tabel langkah tak terbaca\n"},
    {"a row that a page ends in, the rest of it run together",
     "No\tUraian Kegiatan\tStaf\tKelengkapan\tWaktu\tOutput\n"
     "1\tMencatat surat\tv\tSurat\t5 menit\tCatatan\n"
     "2\tHasil\tv\tData yang\t30\tLaporan yang\n"
     "\f"
     "pencatatan data telah menit telah ditanda tangani\n",
     "tabel 1: nom ura pel kel wak out [Staf]\n"
     "1. Mencatat surat {1 ada} Surat | 5 menit | Catatan | \n"
     "2. Hasil {1 ada} Data yang | 30 | Laporan yang |  …\n"
     "paragraf: pencatatan data telah menit telah ditanda tangani\n"},
    {"rows with numbers and no words",
     "No\tUraian Kegiatan\tPelaksana\tWaktu\tOutput\n"
     "1\tMencatat surat masuk\tStaf\t5 menit\tCatatan\n"
     "2\t\tStaf\t5 menit\tDisposisi\n"
     "3\t\tStaf\t5 menit\tLembar\n"
     "4\t\tStaf\t5 menit\tArsip\n",
     "tabel langkah tak terbaca\n"},
    {"mutu baku before the executors, heading over two rows",
     "NO\tURAIAN KEGIATAN\tMUTU BAKU\t\t\tPELAKSANA\t\tKETERANGAN\n"
     "\t\tPersyaratan/ Perlengkapan\tWaktu\tOutput\tKepala Bidang\tStaf\t\n"
     "1\tMenyusun konsep\tData\t2 Hari\tKonsep\t\t√\t\n"
     "2\tMemeriksa konsep\tKonsep\t1 Hari\tKonsep terparaf\t√\t\t\n",
     "tabel 1: nom ura pel kel wak out ket [Kepala Bidang, Staf]\n"
     "1. Menyusun konsep {2 ada} Data | 2 Hari | Konsep | \n"
     "2. Memeriksa konsep {1 ada} Konsep | 1 Hari | Konsep terparaf | \n"},
    {"blanks behind spanning headings lost",
     "No\tKegiatan\tPelaksana\tMutu Baku\tKet\n"
     "\t\tKepala Dinas\tSekretaris\tKasubbag\tKelengkapan\tWaktu\tOutput\t\n"
     "1\tMenerima surat\t\t\t□\tSurat\t5 menit\tAgenda\tada\n"
     "2\tMembaca surat\t○\t\t\tAgenda\t5 menit\tDisposisi\t\n",
     "tabel 1: nom ura pel kel wak out ket [Kepala Dinas, Sekretaris, Kasubbag]\n"
     "1. Menerima surat {3 proses} Surat | 5 menit | Agenda | ada\n"
     "2. Membaca surat {1 terminator} Agenda | 5 menit | Disposisi | \n"},
    {"one row of headings, executors without one over them, unit of time in the heading",
     "No.\tTahapan\tKepala Seksi\tStaf\tKelengkapan\tWaktu (menit)\tHasil\n"
     "1.\tMengetik surat\t\tx\tDraf\t15\tSurat\n"
     "2.\tMemaraf surat\tx\t\tSurat\t5\tSurat terparaf\n"
     "Total waktu\t\t\t\t\t20 menit\t\n",
     "tabel 1: nom ura pel kel wak out [Kepala Seksi, Staf]\n"
     "1. Mengetik surat {2 ada} Draf | 15 | Surat | \n"
     "2. Memaraf surat {1 ada} Surat | 5 | Surat terparaf | \n"
     "jumlah: 20 menit\n"},
    {"one column with the executors' names",
     "No\tKegiatan\tPelaksana\tKelengkapan\tWaktu\tOutput\n"
     "1\tMenerima permohonan\tPetugas Loket\tFormulir\t5 menit\tFormulir terisi\n"
     "2\tMemeriksa permohonan\tKepala Seksi\tFormulir terisi\t10 menit\tPermohonan sah\n"
     "3\tMenyerahkan hasil\tPetugas Loket\tPermohonan sah\t5 menit\tTanda terima\n",
     "tabel 1: nom ura pel kel wak out [Petugas Loket, Kepala Seksi]\n"
     "1. Menerima permohonan {1 ada} Formulir | 5 menit | Formulir terisi | \n"
     "2. Memeriksa permohonan {2 ada} Formulir terisi | 10 menit | Permohonan sah | \n"
     "3. Menyerahkan hasil {1 ada} Permohonan sah | 5 menit | Tanda terima | \n"},
    {"a heading without rows",
     "No\tKegiatan\tPelaksana\t\tMutu Baku\t\t\tKet\n"
     "\t\tKepala Dinas\tStaf\tKelengkapan\tWaktu\tOutput\t\n",
     "tabel 1 tanpa simbol: nom ura pel kel wak out ket [Kepala Dinas, Staf]\n"},
    {"mutu baku one cell to the right",
     "No\tKegiatan\tPelaksana\t\tMutu Baku\t\t\tKet\n"
     "\t\tKabid\tStaf\tKelengkapan\tWaktu\tOutput\t\n"
     "1\tMenyiapkan bahan\t\t●\tBahan\t1 jam\tBahan siap\t\n"
     "2\tMemimpin rapat\t●\t\t\tBahan siap\t2 jam\tNotulen\n",
     "tabel 1: nom ura pel kel wak out ket [Kabid, Staf]\n"
     "1. Menyiapkan bahan {2 ada} Bahan | 1 jam | Bahan siap | \n"
     "2. Memimpin rapat {1 ada} Bahan siap | 2 jam | Notulen | \n"},
    {"three rows of headings",
     "<table>\n"
     "<tr><td rowspan=3>No</td><td rowspan=3>Uraian Kegiatan</td><td colspan=4>Pelaksana</td><td colspan=3>Mutu Baku</td><td rowspan=3>Keterangan</td></tr>\n"
     "<tr><td colspan=2>Dinas</td><td colspan=2>Kecamatan</td><td rowspan=2>Kelengkapan</td><td rowspan=2>Waktu</td><td rowspan=2>Output</td></tr>\n"
     "<tr><td>Kepala Dinas</td><td>Staf</td><td>Camat</td><td>Kasi</td></tr>\n"
     "<tr><td>1</td><td>Mengirim data</td><td></td><td>□</td><td></td><td></td><td>Data</td><td>1 hari</td><td>Surat</td><td></td></tr>\n"
     "<tr><td>2</td><td>Menerima data</td><td></td><td></td><td></td><td>○</td><td>Surat</td><td>1 hari</td><td>Tanda terima</td><td></td></tr>\n"
     "</table>\n",
     "tabel 1: nom ura pel kel wak out ket [Kepala Dinas, Staf, Camat, Kasi]\n"
     "1. Mengirim data {2 proses} Data | 1 hari | Surat | \n"
     "2. Menerima data {4 terminator} Surat | 1 hari | Tanda terima | \n"},
    {"pictures instead of symbols",
     "| No | Kegiatan | Kepala Dinas | Staf | Kelengkapan | Waktu | Output |\n"
     "|---|---|---|---|---|---|---|\n"
     "| 1 | Menerima surat | ![kotak](a.png) | | Surat | 5 menit | Agenda |\n"
     "| 2 | Mengirim surat | | <img src=\"x.png\"> | Surat | 5 menit | Resi |\n",
     "tabel 1 tanpa simbol: nom ura pel kel wak out [Kepala Dinas, Staf]\n"
     "1. Menerima surat {} Surat | 5 menit | Agenda | \n"
     "2. Mengirim surat {} Surat | 5 menit | Resi | \n"},
    {"executors under no heading of their own",
     "Nomor SOP\t1\n\n"
     "No\tUraian Kegiatan\tPimpinan DPRD\tSekretaris DPRD\tSub Bag TU\tOutput\n"
     "1\tMengajukan usulan\t\t□\t\tUsulan\n"
     "2\tMenyetujui usulan\t□\t\t\tPersetujuan\n",
     "nomor: 1\n"
     "tabel 1: nom ura pel out [Pimpinan DPRD, Sekretaris DPRD, Sub Bag TU]\n"
     "1. Mengajukan usulan {2 proses}  |  | Usulan | \n"
     "2. Menyetujui usulan {1 proses}  |  | Persetujuan | \n"},
    {"a plan of activities is no table of steps",
     "Nomor SOP\t1\nNama SOP\tUji\n\n"
     "No\tKegiatan\tTarget\tTriwulan I\tOutput\n"
     "1\tMenyusun laporan\t1\t1\tLaporan\n",
     "nomor: 1\n"
     "nama: Uji\n"
     "paragraf: Kegiatan\nparagraf: Target\nparagraf: Triwulan I\nparagraf: Output\nparagraf: Menyusun laporan\nparagraf: Laporan\n"},
};

int main(void) { return recognised_as(shapes, COUNT(shapes)); }
