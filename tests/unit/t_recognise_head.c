/* What an SOP is called and who approved it: numbers, titles, offices and names, in and around the block; texts that are no SOP. */
#include "../sop_shapes.h"

static const struct sop_shape shapes[] = {
    {"another number on the cover, other titles",
     "DINAS PERTANIAN KABUPATEN CONTOH\n"
     "NOMOR SOP : 520/19/2024\n"
     "STANDAR OPERASIONAL PROSEDUR (SOP)\n"
     "PENYALURAN BENIH\n"
     "\n"
     "Nomor SOP\t520/19/2025\n"
     "Tanggal Pembuatan\t9 September 2025\n"
     "Tanggal Revisi\t-\n"
     "Tanggal Efektif\t9 September 2025\n"
     "Disahkan oleh\tKepala Dinas Pertanian\n"
     "Nama SOP\tPenyaluran Benih\n"
     "\n"
     "SOP PENYALURAN BENIH PADI\n"
     "\n"
     "No\tKegiatan\tPelaksana\t\tMutu Baku\t\t\tKet\n"
     "\t\tKepala Dinas\tPenyuluh\tKelengkapan\tWaktu\tOutput\t\n"
     "1\tMendata kebutuhan benih\t\t▭\tFormulir\t1 hari\tDaftar kebutuhan\t\n"
     "2\tMenyetujui kebutuhan benih\t◆\t\tDaftar kebutuhan\t1 jam\tPersetujuan\t\n",
     "unit: DINAS PERTANIAN KABUPATEN CONTOH\n"
     "nomor: 520/19/2025\n"
     "nama: Penyaluran Benih\n"
     "pembuatan: 9 September 2025\n"
     "revisi: -\n"
     "efektif: 9 September 2025\n"
     "pengesahan:  |  | Kepala Dinas Pertanian |  |  | \n"
     "nomor lain: 520/19/2024\n"
     "judul lain: PENYALURAN BENIH\n"
     "judul lain: SOP PENYALURAN BENIH PADI\n"
     "tabel 1: nom ura pel kel wak out ket [Kepala Dinas, Penyuluh] SOP PENYALURAN BENIH PADI\n"
     "1. Mendata kebutuhan benih {2 proses} Formulir | 1 hari | Daftar kebutuhan | \n"
     "2. Menyetujui kebutuhan benih {1 keputusan} Daftar kebutuhan | 1 jam | Persetujuan | \n"},
    {"approval in one cell, citations behind semicolons, number as a title",
     "SOP NOMOR 100\n"
     "\n"
     "Nomor SOP\t: 100/25/2025\n"
     "Disahkan oleh\t: Plt. Kepala Dinas Kesehatan Kabupaten Contoh, dr. WATI CONTOH, M.Kes NIP. 19780808 200604 2 008\n"
     "Nama SOP\t: Imunisasi Dasar\n"
     "Dasar Hukum : Undang-Undang Nomor 17 Tahun 2023 tentang Kesehatan; Peraturan Pemerintah Nomor 28 Tahun 2024 tentang Peraturan Pelaksanaan Undang-Undang Nomor 17 Tahun 2023 tentang Kesehatan\n"
     "Keterkaitan : -\n",
     "nomor: 100/25/2025\n"
     "nama: Imunisasi Dasar\n"
     "pengesahan:  |  | Plt. Kepala Dinas Kesehatan Kabupaten Contoh | dr. WATI CONTOH, M.Kes |  | 19780808 200604 2 008\n"
     "nomor lain: 100\n"
     "dasar-hukum: Undang-Undang Nomor 17 Tahun 2023 tentang Kesehatan; | Peraturan Pemerintah Nomor 28 Tahun 2024 tentang Peraturan Pelaksanaan Undang-Undang Nomor 17 Tahun 2023 tentang Kesehatan\n"
     "keterkaitan: -\n"},
    {"for somebody else, rank with class, title over two lines",
     "Nomor SOP : 1/33\n"
     "Tanggal Pembuatan : 3 Maret 2025\n"
     "Disahkan oleh : a.n. BUPATI CONTOH\n"
     "SEKRETARIS DAERAH\n"
     "ttd.\n"
     "Ir. H. CONTOH LENGKAP, M.Si., M.H.\n"
     "Pembina Utama Madya (IV/d)\n"
     "NIP: 196703031992031003\n"
     "Nama SOP : PENYUSUNAN PERATURAN BUPATI TENTANG\n"
     "KEDUDUKAN DAN SUSUNAN ORGANISASI\n",
     "nomor: 1/33\n"
     "nama: PENYUSUNAN PERATURAN BUPATI TENTANG KEDUDUKAN DAN SUSUNAN ORGANISASI\n"
     "pembuatan: 3 Maret 2025\n"
     "pengesahan:  |  | a.n. BUPATI CONTOH SEKRETARIS DAERAH | Ir. H. CONTOH LENGKAP, M.Si., M.H. | Pembina Utama Madya (IV/d) | 196703031992031003\n"},
    {"a name with a word of offices in it, below an office over two lines",
     "| Nomor SOP | 1/34 |\n|---|---|\n| Disahkan oleh | Kepala Dinas Peternakan Kota<br>Contoh<br><br>Contoh Nama, S.E., M.M.<br>NIP. 19700101 199503 1 001 |\n",
     "nomor: 1/34\n"
     "pengesahan:  |  | Kepala Dinas Peternakan Kota Contoh | Contoh Nama, S.E., M.M. |  | 19700101 199503 1 001\n"},
    {"the same run together",
     "Nomor SOP\t: 1/35\nDisahkan oleh\t: Kepala Dinas Peternakan Contoh Nama, S.E., M.M. NIP. 19700101 199503 1 001\n",
     "nomor: 1/35\n"
     "pengesahan:  |  | Kepala Dinas Peternakan | Contoh Nama, S.E., M.M. |  | 19700101 199503 1 001\n"},
    {"an office over two lines and nobody's name",
     "| Nomor SOP | 1/36 |\n|---|---|\n| Disahkan oleh | Kepala Dinas Peternakan Kota<br>Contoh |\n",
     "nomor: 1/36\n"
     "pengesahan:  |  | Kepala Dinas Peternakan Kota Contoh |  |  | \n"},
    {"a name without titles that has a word of offices in it, and an office that goes on",
     "| Nomor SOP | 1/37 |\n|---|---|\n| Disahkan oleh | Kepala Dinas Peternakan<br>dan Perkebunan Kota Contoh<br><br>Putra Daerah<br>NIP. 19700101 199503 1 001 |\n",
     "nomor: 1/37\n"
     "pengesahan:  |  | Kepala Dinas Peternakan dan Perkebunan Kota Contoh | Putra Daerah |  | 19700101 199503 1 001\n"},
    {"number of a running header",
     "SOP Peminjaman Buku\n"
     "No. Dokumen : 01/45\n"
     "Halaman : 1 dari 2\n"
     "\n"
     "Nomor SOP : 02/45\n"
     "Tanggal Pembuatan : 4 April 2025\n"
     "Nama SOP : Peminjaman Buku\n"
     "Peringatan :\n"
     "Jika buku hilang, peminjam mengganti.\n",
     "nomor: 02/45\n"
     "nama: Peminjaman Buku\n"
     "pembuatan: 4 April 2025\n"
     "nomor lain: 01/45\n"
     "judul lain: SOP Peminjaman Buku\n"
     "peringatan: Jika buku hilang, peminjam mengganti.\n"},
    {"a letter is no SOP",
     "Kepada Yth. Kepala Dinas Contoh\n"
     "\n"
     "Nomor : 005/123/2025\n"
     "Perihal : Undangan rapat\n"
     "\n"
     "Dengan hormat, kami mengundang Saudara untuk hadir pada rapat yang akan membahas dasar hukum pengadaan.\n",
     "nothing\n"},
    {"a note is no SOP",
     "Catatan rapat hari ini.\n"
     "\n"
     "Peringatan: lantai basah.\n",
     "nothing\n"},
    {"part of a report is no SOP",
     "BAB II PERENCANAAN KINERJA\n"
     "\n"
     "Dasar Hukum\n"
     "\n"
     "1. Peraturan Presiden Nomor 29 Tahun 2014\n"
     "\n"
     "No\tProgram/Kegiatan\tIndikator\tTarget\tRealisasi\n"
     "1\tProgram Arsip\tIndeks\t75\t77\n"
     "\n"
     "Peringatan dini bencana dilakukan setiap hari.\n",
     "claims\n"},
    {"the date of approval in the place of the effective date",
     "Nomor SOP\t1/52\n"
     "Tanggal Pembuatan\t1 Mei 2025\n"
     "Tanggal Revisi\t-\n"
     "Tanggal Pengesahan\t5 Mei 2025\n"
     "Disahkan oleh\tDirektur RSUD Contoh\n"
     "Nama SOP\tSterilisasi Alat\n"
     "\n",
     "nomor: 1/52\n"
     "nama: Sterilisasi Alat\n"
     "pembuatan: 1 Mei 2025\n"
     "revisi: -\n"
     "efektif: 5 Mei 2025\n"
     "pengesahan:  |  | Direktur RSUD Contoh |  |  | \n"},
    {"another template: chapters by numbers, the title block of a quality manual, people who made and approved it",
     "Dibuat oleh :\nNama : Rina Contoh, S.H., M.H.\nJabatan : Sekretaris\n\n"
     "<table><tr><td>No. Dok.</td><td>SOP/ 12 /2025</td></tr><tr><td>No. Rev.</td><td>00</td></tr><tr><td>Halaman</td><td>5 halaman</td></tr></table>\n\n"
     "1. TUJUAN\n\n   Memberikan petunjuk kepada tim yang mengumpulkan data dan\n   menyusun laporan dinas.\n\n"
     "2. RUANG LINGKUP\n\n   Semua bidang.\n\n3. DASAR HUKUM\n   a. Peraturan Bupati Contoh Nomor 1 Tahun 2020 tentang Arsip\n\n"
     "No\tKegiatan\tPelaksana\tWaktu\tOutput\n1\tMencatat arsip\tv\t5 menit\tCatatan\n",
     "templat lain\n"
     "nomor: SOP/ 12 /2025\n"
     "dasar-hukum: a. Peraturan Bupati Contoh Nomor 1 Tahun 2020 tentang Arsip\n"
     "tabel 1: nom ura pel wak out []\n"
     "1. Mencatat arsip {? ada}  | 5 menit | Catatan | \n"
     "paragraf: Memberikan petunjuk kepada tim yang mengumpulkan data dan menyusun laporan dinas.\n"},
    {"the number of the decree that it is annexed to",
     "LAMPIRAN I\nKeputusan Kepala Badan Contoh\nNomor : 480/12/Kep/2013\nTentang Standar Operasional Prosedur\n\n"
     "Nomor SOP\t\nTanggal Efektif\t1 Januari 2014\nNama SOP\tPenyusunan Laporan\n",
     "nomor: \n"
     "nama: Penyusunan Laporan\n"
     "efektif: 1 Januari 2014\n"},
    {"the title once more, behind SOP and a colon",
     "Nomor SOP\t1/63\nNama SOP\tPengelolaan Surat\n\nSOP : PEMBERIAN CUTI\n\nNo\tKegiatan\tPelaksana\tWaktu\tOutput\n1\tMencatat surat\tv\t5 menit\tCatatan\n",
     "nomor: 1/63\n"
     "nama: Pengelolaan Surat\n"
     "judul lain: PEMBERIAN CUTI\n"
     "tabel 1: nom ura pel wak out []\n"
     "1. Mencatat surat {? ada}  | 5 menit | Catatan | \n"},
};

int main(void) { return recognised_as(shapes, COUNT(shapes)); }
