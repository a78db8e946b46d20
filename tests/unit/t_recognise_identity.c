/* Identity blocks and sections in the shapes that offices print them: from text to the recognised SOP, exactly. */
#include "../sop_print.h"
#include "tap.h"

static const struct {
    const char *name, *text, *want;
} shapes[] = {
    {"labels and values on lines, lists below labels",
     "PEMERINTAH KABUPATEN CONTOH\n"
     "DINAS KEARSIPAN\n"
     "\n"
     "Nomor SOP : 045/01/2025\n"
     "Tanggal Pembuatan : 2 Januari 2025\n"
     "Tanggal Revisi : -\n"
     "Tanggal Efektif : 6 Januari 2025\n"
     "Disahkan oleh : Kepala Dinas Kearsipan\n"
     "Drs. BUDI CONTOH, M.Si\n"
     "Pembina Utama Muda\n"
     "NIP. 19700412 199503 1 004\n"
     "Nama SOP : Peminjaman Arsip Inaktif\n"
     "\n"
     "Dasar Hukum :\n"
     "1. Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan;\n"
     "2. Peraturan Pemerintah Nomor 28 Tahun 2012 tentang Pelaksanaan Undang-Undang\n"
     "   Nomor 43 Tahun 2009 tentang Kearsipan.\n"
     "\n"
     "Kualifikasi Pelaksana :\n"
     "1. Memahami tata kearsipan\n"
     "2. Mampu mengoperasikan komputer\n"
     "\n"
     "Keterkaitan :\n"
     "SOP Penyimpanan Arsip\n"
     "\n"
     "Peralatan/Perlengkapan :\n"
     "Komputer, formulir peminjaman\n"
     "\n"
     "Peringatan :\n"
     "Jika peminjaman tidak dicatat, maka arsip tidak dapat ditelusuri.\n"
     "\n"
     "Pencatatan dan Pendataan :\n"
     "Buku peminjaman\n",
     "instansi: PEMERINTAH KABUPATEN CONTOH\n"
     "unit: DINAS KEARSIPAN\n"
     "nomor: 045/01/2025\n"
     "nama: Peminjaman Arsip Inaktif\n"
     "pembuatan: 2 Januari 2025\n"
     "revisi: -\n"
     "efektif: 6 Januari 2025\n"
     "pengesahan:  |  | Kepala Dinas Kearsipan | Drs. BUDI CONTOH, M.Si | Pembina Utama Muda | 19700412 199503 1 004\n"
     "dasar-hukum: 1. Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan; | 2. Peraturan Pemerintah Nomor 28 Tahun 2012 tentang Pelaksanaan Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan.\n"
     "keterkaitan: SOP Penyimpanan Arsip\n"
     "peringatan: Jika peminjaman tidak dicatat, maka arsip tidak dapat ditelusuri.\n"
     "kualifikasi-pelaksana: 1. Memahami tata kearsipan | 2. Mampu mengoperasikan komputer\n"
     "peralatan-perlengkapan: Komputer, formulir peminjaman\n"
     "pencatatan-pendataan: Buku peminjaman\n"},
    {"values on the line below their label",
     "NOMOR SOP\n"
     "045/02/2025\n"
     "TGL. PEMBUATAN\n"
     "3 Februari 2025\n"
     "TGL. REVISI\n"
     "\n"
     "TGL. EFEKTIF\n"
     "10 Februari 2025\n"
     "DISAHKAN OLEH\n"
     "CAMAT CONTOH\n"
     "SITI CONTOH, S.Sos\n"
     "NIP 198001012005012003\n"
     "JUDUL SOP\n"
     "PENERBITAN SURAT KETERANGAN\n",
     "nomor: 045/02/2025\n"
     "nama: PENERBITAN SURAT KETERANGAN\n"
     "pembuatan: 3 Februari 2025\n"
     "revisi: \n"
     "efektif: 10 Februari 2025\n"
     "pengesahan:  |  | CAMAT CONTOH | SITI CONTOH, S.Sos |  | 198001012005012003\n"},
    {"label, colon and value in three cells; approval over several rows",
     "Nomor SOP\t:\t045/03/2025\n"
     "Tanggal Pembuatan\t:\t3 Maret 2025\n"
     "Tanggal Revisi\t:\t\n"
     "Tanggal Efektif\t:\t10 Maret 2025\n"
     "Disahkan Oleh\t:\tLurah Contoh\n"
     "\t\tANI CONTOH, SE\n"
     "\t\tPenata Tk. I\n"
     "\t\tNIP. 19810101 200501 2 003\n"
     "Nama SOP\t:\tPelayanan Surat Pengantar\n",
     "nomor: 045/03/2025\n"
     "nama: Pelayanan Surat Pengantar\n"
     "pembuatan: 3 Maret 2025\n"
     "revisi: \n"
     "efektif: 10 Maret 2025\n"
     "pengesahan:  |  | Lurah Contoh | ANI CONTOH, SE | Penata Tk. I | 19810101 200501 2 003\n"},
    {"HTML with spans: unit beside the labels, sections in two columns, a decision with labels, a merged time",
     "<table>\n"
     "<tr><td rowspan=\"6\"><p>PEMERINTAH KOTA CONTOH</p><p>DINAS SOSIAL</p></td><td>No. SOP</td><td>: 460/04/2025</td></tr>\n"
     "<tr><td>Tgl. Pembuatan</td><td>: 4 April 2025</td></tr>\n"
     "<tr><td>Tgl. Revisi</td><td>: -</td></tr>\n"
     "<tr><td>Tgl. Efektif</td><td>: 14 April 2025</td></tr>\n"
     "<tr><td>Disahkan Oleh</td><td>: Kepala Dinas Sosial<br><br><b>Dr. TONO CONTOH, M.M.</b><br>Pembina Tingkat I<br>NIP. 19720202 199803 1 002</td></tr>\n"
     "<tr><td>Nama SOP</td><td>: Penyaluran Bantuan Sosial</td></tr>\n"
     "<tr><td><b>Dasar Hukum :</b></td><td colspan=\"2\"><b>Kualifikasi Pelaksana :</b></td></tr>\n"
     "<tr><td><ol><li>Undang-Undang Nomor 11 Tahun 2009 tentang Kesejahteraan Sosial</li><li>Peraturan Wali Kota Contoh Nomor 5 Tahun 2022 tentang Bantuan Sosial</li></ol></td><td colspan=\"2\"><ol><li>Memahami pendataan</li><li>Mampu berkomunikasi</li></ol></td></tr>\n"
     "<tr><td><b>Keterkaitan :</b></td><td colspan=\"2\"><b>Peralatan/Perlengkapan :</b></td></tr>\n"
     "<tr><td>-</td><td colspan=\"2\">1. Komputer<br>2. Printer</td></tr>\n"
     "<tr><td><b>Peringatan :</b></td><td colspan=\"2\"><b>Pencatatan dan Pendataan :</b></td></tr>\n"
     "<tr><td>Jika data keliru, bantuan salah sasaran</td><td colspan=\"2\">Disimpan sebagai data elektronik</td></tr>\n"
     "</table>\n"
     "<table>\n"
     "<tr><th rowspan=\"2\">No</th><th rowspan=\"2\">Kegiatan</th><th colspan=\"2\">Pelaksana</th><th colspan=\"3\">Mutu Baku</th><th rowspan=\"2\">Ket</th></tr>\n"
     "<tr><th>Kepala Dinas</th><th>Staf</th><th>Kelengkapan</th><th>Waktu</th><th>Output</th></tr>\n"
     "<tr><td>1</td><td>Menerima berkas</td><td></td><td>○</td><td>Berkas</td><td>5 Menit</td><td>Berkas tercatat</td><td></td></tr>\n"
     "<tr><td>2</td><td>Memeriksa berkas</td><td>◇ Ya</td><td>Tidak</td><td>Berkas tercatat</td><td>1 Jam</td><td>Berkas terparaf</td><td></td></tr>\n"
     "<tr><td>3</td><td>Menyalurkan bantuan</td><td></td><td>○</td><td>Berkas terparaf</td><td rowspan=\"2\">1 Hari</td><td>Bukti</td><td></td></tr>\n"
     "<tr><td>4</td><td>Mengarsipkan bukti</td><td></td><td>□</td><td>Bukti</td><td>Arsip</td><td></td></tr>\n"
     "</table>\n",
     "instansi: PEMERINTAH KOTA CONTOH\n"
     "unit: DINAS SOSIAL\n"
     "nomor: 460/04/2025\n"
     "nama: Penyaluran Bantuan Sosial\n"
     "pembuatan: 4 April 2025\n"
     "revisi: -\n"
     "efektif: 14 April 2025\n"
     "pengesahan:  |  | Kepala Dinas Sosial | Dr. TONO CONTOH, M.M. | Pembina Tingkat I | 19720202 199803 1 002\n"
     "dasar-hukum: Undang-Undang Nomor 11 Tahun 2009 tentang Kesejahteraan Sosial | Peraturan Wali Kota Contoh Nomor 5 Tahun 2022 tentang Bantuan Sosial\n"
     "keterkaitan: -\n"
     "peringatan: Jika data keliru, bantuan salah sasaran\n"
     "kualifikasi-pelaksana: Memahami pendataan | Mampu berkomunikasi\n"
     "peralatan-perlengkapan: 1. Komputer | 2. Printer\n"
     "pencatatan-pendataan: Disimpan sebagai data elektronik\n"
     "tabel 1: nom ura pel kel wak out ket [Kepala Dinas, Staf]\n"
     "1. Menerima berkas {2 terminator} Berkas | 5 Menit | Berkas tercatat | \n"
     "2. Memeriksa berkas {1 keputusan, 1 ya, 2 tidak} Berkas tercatat | 1 Jam | Berkas terparaf | \n"
     "3. Menyalurkan bantuan {2 terminator} Berkas terparaf | 1 Hari | Bukti | \n"
     "4. Mengarsipkan bukti {2 proses} Bukti | 1 Hari | Arsip |  ^waktu\n"},
    {"several labels on one line",
     "Nomor SOP : 045/14/2025 Tanggal Pembuatan : 4 Mei 2024 Tanggal Revisi : - Tanggal Efektif : 5 Mei 2024\n"
     "Nama SOP : Pengelolaan Arsip Vital\n"
     "Disahkan oleh : Kepala Badan Kepegawaian Daerah\n",
     "nomor: 045/14/2025\n"
     "nama: Pengelolaan Arsip Vital\n"
     "pembuatan: 4 Mei 2024\n"
     "revisi: -\n"
     "efektif: 5 Mei 2024\n"
     "pengesahan:  |  | Kepala Badan Kepegawaian Daerah |  |  | \n"},
    {"labels of two columns, then their lists",
     "Nomor SOP : 045/15/2025\n"
     "Nama SOP : Pengelolaan Aset\n"
     "\n"
     "Dasar Hukum\n"
     "\n"
     "Kualifikasi Pelaksana\n"
     "\n"
     "1. Undang-Undang Nomor 1 Tahun 2004 tentang Perbendaharaan Negara\n"
     "2. Peraturan Pemerintah Nomor 27 Tahun 2014 tentang Pengelolaan Barang Milik Negara/Daerah\n"
     "\n"
     "1. Memahami pengelolaan barang\n"
     "2. Mampu mengoperasikan komputer\n"
     "\n"
     "Keterkaitan\n"
     "\n"
     "Peralatan/Perlengkapan\n"
     "\n"
     "1. SOP Penghapusan Aset\n"
     "\n"
     "1. Komputer\n"
     "2. Buku inventaris\n",
     "nomor: 045/15/2025\n"
     "nama: Pengelolaan Aset\n"
     "dasar-hukum: 1. Undang-Undang Nomor 1 Tahun 2004 tentang Perbendaharaan Negara | 2. Peraturan Pemerintah Nomor 27 Tahun 2014 tentang Pengelolaan Barang Milik Negara/Daerah\n"
     "keterkaitan: 1. SOP Penghapusan Aset\n"
     "kualifikasi-pelaksana: 1. Memahami pengelolaan barang | 2. Mampu mengoperasikan komputer\n"
     "peralatan-perlengkapan: 1. Komputer | 2. Buku inventaris\n"},
    {"whole blocks in one cell, line by line",
     "<table><tr><td>PEMERINTAH PROVINSI CONTOH<br>BADAN PENGELOLA KEUANGAN DAERAH</td><td>Nomor SOP : 900/16/2025<br>Tanggal Pembuatan : 1 Juni 2025<br>Tanggal Revisi :<br>Tanggal Efektif : 8 Juni 2025<br>Disahkan oleh : Kepala Badan Pengelola Keuangan Daerah<br>H. CONTOH ORANG, S.E., M.M.<br>NIP. 19701010 199503 1 001</td></tr>\n"
     "<tr><td colspan=\"2\">Nama SOP : Penerbitan SP2D</td></tr>\n"
     "<tr><td>Dasar Hukum :<br>1. Undang-Undang Nomor 17 Tahun 2003 tentang Keuangan Negara<br>2. Peraturan Pemerintah Nomor 12 Tahun 2019 tentang Pengelolaan Keuangan Daerah</td><td>Kualifikasi Pelaksana :<br>1. Memahami penatausahaan keuangan</td></tr>\n"
     "<tr><td>Keterkaitan :<br>SOP Penerbitan SPD</td><td>Peralatan/Perlengkapan :<br>- Komputer<br>- Aplikasi keuangan</td></tr>\n"
     "<tr><td>Peringatan :<br>Jika terlambat, belanja tertunda</td><td>Pencatatan dan Pendataan :<br></td></tr></table>\n",
     "instansi: PEMERINTAH PROVINSI CONTOH\n"
     "unit: BADAN PENGELOLA KEUANGAN DAERAH\n"
     "nomor: 900/16/2025\n"
     "nama: Penerbitan SP2D\n"
     "pembuatan: 1 Juni 2025\n"
     "revisi: \n"
     "efektif: 8 Juni 2025\n"
     "pengesahan:  |  | Kepala Badan Pengelola Keuangan Daerah | H. CONTOH ORANG, S.E., M.M. |  | 19701010 199503 1 001\n"
     "dasar-hukum: 1. Undang-Undang Nomor 17 Tahun 2003 tentang Keuangan Negara | 2. Peraturan Pemerintah Nomor 12 Tahun 2019 tentang Pengelolaan Keuangan Daerah\n"
     "keterkaitan: SOP Penerbitan SPD\n"
     "peringatan: Jika terlambat, belanja tertunda\n"
     "kualifikasi-pelaksana: 1. Memahami penatausahaan keuangan\n"
     "peralatan-perlengkapan: - Komputer | - Aplikasi keuangan\n"
     "pencatatan-pendataan:\n"},
    {"labels left, contents right, over several rows",
     "Nomor SOP\t045/17/2025\n"
     "Nama SOP\tPengujian Sampel\n"
     "Dasar Hukum\t1. Undang-Undang Nomor 18 Tahun 2012 tentang Pangan\n"
     "\t2. Peraturan Pemerintah Nomor 86 Tahun 2019 tentang Keamanan Pangan\n"
     "Keterkaitan\tSOP Pengambilan Sampel\n"
     "Peringatan\tJika sampel rusak, hasil uji tidak sah\n"
     "Kualifikasi Pelaksana\tAnalis laboratorium\n"
     "Peralatan/Perlengkapan\tMikroskop\n"
     "Pencatatan dan Pendataan\tLogbook\n",
     "nomor: 045/17/2025\n"
     "nama: Pengujian Sampel\n"
     "dasar-hukum: 1. Undang-Undang Nomor 18 Tahun 2012 tentang Pangan | 2. Peraturan Pemerintah Nomor 86 Tahun 2019 tentang Keamanan Pangan\n"
     "keterkaitan: SOP Pengambilan Sampel\n"
     "peringatan: Jika sampel rusak, hasil uji tidak sah\n"
     "kualifikasi-pelaksana: Analis laboratorium\n"
     "peralatan-perlengkapan: Mikroskop\n"
     "pencatatan-pendataan: Logbook\n"},
    {"labels with wrong letters",
     "Nomer SOP : 045/18/2025\n"
     "Tanggal Pembuatn : 8 Agustus 2025\n"
     "Nama SOP : Pengolahan Data\n"
     "\n"
     "Dasar Hukun\n"
     "1. Undang-Undang Nomor 16 Tahun 1997 tentang Statistik\n"
     "\n"
     "Kwalifikasi Pelaksana\n"
     "1. Memahami statistik\n"
     "\n"
     "Keterikatan\n"
     "SOP Penyajian Data\n"
     "\n"
     "Peralatan / Perlengkapann\n"
     "Komputer\n"
     "\n"
     "Peringatan\n"
     "Jika data salah, kebijakan keliru\n"
     "\n"
     "Pencatatan dan Pendataa\n"
     "Disimpan dalam basis data\n",
     "nomor: 045/18/2025\n"
     "nama: Pengolahan Data\n"
     "pembuatan: 8 Agustus 2025\n"
     "dasar-hukum: 1. Undang-Undang Nomor 16 Tahun 1997 tentang Statistik\n"
     "keterkaitan: SOP Penyajian Data\n"
     "peringatan: Jika data salah, kebijakan keliru\n"
     "kualifikasi-pelaksana: 1. Memahami statistik\n"
     "peralatan-perlengkapan: Komputer\n"
     "pencatatan-pendataan: Disimpan dalam basis data\n"
     "label keliru: Nomer SOP = nomor\n"
     "label keliru: Tanggal Pembuatn = tanggal-pembuatan\n"
     "label keliru: Dasar Hukun = dasar-hukum\n"
     "label keliru: Kwalifikasi Pelaksana = kualifikasi-pelaksana\n"
     "label keliru: Keterikatan = keterkaitan\n"
     "label keliru: Peralatan / Perlengkapann = peralatan-perlengkapan\n"
     "label keliru: Pencatatan dan Pendataa = pencatatan-pendataan\n"},
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
    {"lists that have run together",
     "<table><tr><td>Nomor SOP</td><td>1/26</td></tr><tr><td>Dasar Hukum</td><td>Kualifikasi Pelaksana</td></tr>\n"
     "<tr><td><ol>Undang-Undang Nomor 5 Tahun 2014 tentang Aparatur Sipil NegaraPeraturan Pemerintah Nomor 11 Tahun 2017 tentang Manajemen Pegawai Negeri Sipil (Lembaran Negara Nomor 63)PermenPAN-RB No. 1 Tahun 2020Keputusan Bupati Contoh Nomor 5/KEP/2021 tentang Tim</ol></td><td><ul>Memahami peraturan ASNMampu menyusun LKjIPMengetahui e-KinerjaMemahami SAKIPMampu bekerja sama</ul></td></tr>\n"
     "<tr><td>Keterkaitan</td><td>Peralatan/Perlengkapan</td></tr><tr><td>- SOP Cuti - SOP Mutasi 2019 - 2023</td><td>1. ATK 2. Komputer/Laptop 3. Jaringan internet</td></tr></table>\n",
     "nomor: 1/26\n"
     "dasar-hukum: Undang-Undang Nomor 5 Tahun 2014 tentang Aparatur Sipil Negara | Peraturan Pemerintah Nomor 11 Tahun 2017 tentang Manajemen Pegawai Negeri Sipil (Lembaran Negara Nomor 63) | PermenPAN-RB No. 1 Tahun 2020 | Keputusan Bupati Contoh Nomor 5/KEP/2021 tentang Tim\n"
     "keterkaitan: - SOP Cuti | - SOP Mutasi 2019 - 2023\n"
     "kualifikasi-pelaksana: Memahami peraturan ASN | Mampu menyusun LKjIP | Mengetahui e-Kinerja | Memahami SAKIP | Mampu bekerja sama\n"
     "peralatan-perlengkapan: 1. ATK | 2. Komputer/Laptop | 3. Jaringan internet\n"},
    {"numbered labels",
     "A. IDENTITAS\n"
     "1. Nomor SOP : 045/27/2025\n"
     "2. Tanggal Pembuatan : 1 Maret 2025\n"
     "3. Nama SOP : Rapat Koordinasi\n"
     "4. Dasar Hukum :\n"
     "   a. Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah\n"
     "   b. Peraturan Bupati Contoh Nomor 3 Tahun 2020\n"
     "5. Keterkaitan : SOP Notulensi\n",
     "nomor: 045/27/2025\n"
     "nama: Rapat Koordinasi\n"
     "pembuatan: 1 Maret 2025\n"
     "dasar-hukum: a. Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah | b. Peraturan Bupati Contoh Nomor 3 Tahun 2020\n"
     "keterkaitan: SOP Notulensi\n"},
    {"a label that is none of the thirteen ends the part before",
     "Nomor SOP : 045/28/2025\n"
     "Nama SOP : Survei Pergudangan\n"
     "Peringatan :\n"
     "Jika terlambat, data tidak terbit.\n"
     "Maksud dan Tujuan :\n"
     "Menyediakan data pergudangan yang akurat bagi pengguna data.\n"
     "Kualifikasi Pelaksanaan :\n"
     "Memahami survei\n",
     "nomor: 045/28/2025\n"
     "nama: Survei Pergudangan\n"
     "peringatan: Jika terlambat, data tidak terbit.\n"
     "kualifikasi-pelaksana: Memahami survei\n"
     "paragraf: Menyediakan data pergudangan yang akurat bagi pengguna data.\n"},
    {"dots to fill in",
     "Nomor SOP : ......................\n"
     "Tanggal Pembuatan : ............\n"
     "Tanggal Revisi : ____\n"
     "Tanggal Efektif : …………\n"
     "Disahkan oleh : Camat Contoh\n"
     "Nama SOP : Legalisasi Surat\n"
     "Keterkaitan : ........\n",
     "nomor: \n"
     "nama: Legalisasi Surat\n"
     "pembuatan: \n"
     "revisi: \n"
     "efektif: \n"
     "pengesahan:  |  | Camat Contoh |  |  | \n"
     "keterkaitan:\n"},
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
     "| Nomor SOP | 1/34 |\n|---|---|\n| Disahkan oleh | Kepala Dinas Perikanan Kabupaten<br>Contoh<br><br>Contoh Nama, S.E., M.M.<br>NIP. 19700101 199503 1 001 |\n",
     "nomor: 1/34\n"
     "pengesahan:  |  | Kepala Dinas Perikanan Kabupaten Contoh | Contoh Nama, S.E., M.M. |  | 19700101 199503 1 001\n"},
    {"the same run together",
     "Nomor SOP\t: 1/35\nDisahkan oleh\t: Kepala Dinas Perikanan Contoh Nama, S.E., M.M. NIP. 19700101 199503 1 001\n",
     "nomor: 1/35\n"
     "pengesahan:  |  | Kepala Dinas Perikanan | Contoh Nama, S.E., M.M. |  | 19700101 199503 1 001\n"},
    {"an office over two lines and nobody's name",
     "| Nomor SOP | 1/36 |\n|---|---|\n| Disahkan oleh | Kepala Dinas Perikanan Kabupaten<br>Contoh |\n",
     "nomor: 1/36\n"
     "pengesahan:  |  | Kepala Dinas Perikanan Kabupaten Contoh |  |  | \n"},
    {"a name without titles that has a word of offices in it, and an office that goes on",
     "| Nomor SOP | 1/37 |\n|---|---|\n| Disahkan oleh | Kepala Dinas Perikanan<br>dan Kelautan Kabupaten Contoh<br><br>Putra Daerah<br>NIP. 19700101 199503 1 001 |\n",
     "nomor: 1/37\n"
     "pengesahan:  |  | Kepala Dinas Perikanan dan Kelautan Kabupaten Contoh | Putra Daerah |  | 19700101 199503 1 001\n"},
    {"agency and unit on one line, sections in the table of fields",
     "PEMERINTAH KABUPATEN CONTOH KECAMATAN SUKA MAJU\n"
     "SOP PELAYANAN KTP\n"
     "\n"
     "NOMOR SOP\t470/37\n"
     "TANGGAL PEMBUATAN\t2 Februari 2025\n"
     "TANGGAL REVISI\t\n"
     "TANGGAL EFEKTIF\t2 Februari 2025\n"
     "DISAHKAN OLEH\tCAMAT SUKA MAJU\n"
     "\tBAMBANG CONTOH, S.IP\n"
     "\tPembina\n"
     "\tNIP 197001011990031001\n"
     "PERINGATAN\tPENCATATAN DAN PENDATAAN\n"
     "1. Jika berkas kurang, ditolak\tRegister KTP\n"
     "2. Jika listrik padam, ditunda\t\n",
     "instansi: PEMERINTAH KABUPATEN CONTOH\n"
     "unit: KECAMATAN SUKA MAJU\n"
     "nomor: 470/37\n"
     "pembuatan: 2 Februari 2025\n"
     "revisi: \n"
     "efektif: 2 Februari 2025\n"
     "pengesahan:  |  | CAMAT SUKA MAJU | BAMBANG CONTOH, S.IP | Pembina | 197001011990031001\n"
     "judul lain: SOP PELAYANAN KTP\n"
     "peringatan: 1. Jika berkas kurang, ditolak | 2. Jika listrik padam, ditunda\n"
     "pencatatan-pendataan: Register KTP\n"},
    {"a wrong label beside the right one is not taken",
     "Nomor SOP\t1/38\n"
     "Nama SOP\tUji\n"
     "Keterangan\tPeralatan/Perlengkapan\n"
     "SOP Lain\tKomputer\n"
     "Keterkaitan\tPencatatan dan Pendataan\n"
     "SOP Betul\tBuku\n",
     "nomor: 1/38\n"
     "nama: Uji\n"
     "keterkaitan: SOP Betul\n"
     "peralatan-perlengkapan: Komputer\n"
     "pencatatan-pendataan: Buku\n"},
    {"bold labels, level headings over lists",
     "**Nomor SOP:** 1/39  \n"
     "**Tanggal Pembuatan:** 2025-01-02  \n"
     "**Tanggal Revisi:** -  \n"
     "**Tanggal Efektif:** 2025-01-06  \n"
     "**Disahkan oleh:** Kepala Dinas Contoh  \n"
     "**Nama SOP:** Pengelolaan Kas Kecil\n"
     "\n"
     "### Dasar Hukum\n"
     "1. UU No. 17 Tahun 2003 tentang Keuangan Negara\n"
     "2. Permendagri No. 77 Tahun 2020 tentang Pedoman Teknis Pengelolaan Keuangan Daerah\n"
     "\n"
     "### Kualifikasi Pelaksana\n"
     "* Teliti\n"
     "* Memahami pembukuan\n"
     "\n"
     "### Keterkaitan\n"
     "* -\n"
     "\n"
     "### Peralatan / Perlengkapan\n"
     "* Brankas\n"
     "\n"
     "### Peringatan\n"
     "Jika tidak dicatat maka kas selisih.\n"
     "\n"
     "### Pencatatan dan Pendataan\n"
     "* Buku kas\n",
     "nomor: 1/39\n"
     "nama: Pengelolaan Kas Kecil\n"
     "pembuatan: 2025-01-02\n"
     "revisi: -\n"
     "efektif: 2025-01-06\n"
     "pengesahan:  |  | Kepala Dinas Contoh |  |  | \n"
     "dasar-hukum: 1. UU No. 17 Tahun 2003 tentang Keuangan Negara | 2. Permendagri No. 77 Tahun 2020 tentang Pedoman Teknis Pengelolaan Keuangan Daerah\n"
     "keterkaitan: * -\n"
     "peringatan: Jika tidak dicatat maka kas selisih.\n"
     "kualifikasi-pelaksana: * Teliti | * Memahami pembukuan\n"
     "peralatan-perlengkapan: * Brankas\n"
     "pencatatan-pendataan: * Buku kas\n"},
    {"tables in tables",
     "<table><tr><td><table><tr><td>Nomor SOP</td><td>1/40</td></tr><tr><td>Nama SOP</td><td>Perawatan Kendaraan</td></tr></table></td></tr>\n"
     "<tr><td><table><tr><td>Dasar Hukum</td><td>Kualifikasi Pelaksana</td></tr><tr><td>Peraturan Bupati Contoh Nomor 2 Tahun 2020 tentang Kendaraan Dinas</td><td>Memiliki SIM</td></tr></table></td></tr></table>\n",
     "nomor: 1/40\n"
     "nama: Perawatan Kendaraan\n"
     "dasar-hukum: Peraturan Bupati Contoh Nomor 2 Tahun 2020 tentang Kendaraan Dinas\n"
     "kualifikasi-pelaksana: Memiliki SIM\n"},
    {"a ministry; total time as a line",
     "KEMENTERIAN CONTOH REPUBLIK INDONESIA\n"
     "DIREKTORAT JENDERAL URUSAN CONTOH\n"
     "\n"
     "NOMOR SOP : SOP-01/DJ/2025\n"
     "NAMA SOP : Pemberian Izin\n"
     "TOTAL WAKTU : 3 hari 2 jam\n",
     "instansi: KEMENTERIAN CONTOH REPUBLIK INDONESIA\n"
     "unit: DIREKTORAT JENDERAL URUSAN CONTOH\n"
     "nomor: SOP-01/DJ/2025\n"
     "nama: Pemberian Izin\n"
     "jumlah: 3 hari 2 jam\n"},
    {"two fields to a row",
     "Nomor SOP\t1/43\tTanggal Efektif\t3 Maret 2025\n"
     "Tanggal Pembuatan\t1 Maret 2025\tTanggal Revisi\t-\n"
     "Nama SOP\tPemeliharaan Gedung\tDisahkan oleh\tKepala Bagian Umum\n"
     "Dasar Hukum\tPeraturan Bupati Contoh Nomor 1 Tahun 2020 tentang Gedung\tKualifikasi Pelaksana\tMemahami bangunan\n"
     "Keterkaitan\t-\tPeralatan/Perlengkapan\tTangga\n",
     "nomor: 1/43\n"
     "nama: Pemeliharaan Gedung\n"
     "pembuatan: 1 Maret 2025\n"
     "revisi: -\n"
     "efektif: 3 Maret 2025\n"
     "pengesahan:  |  | Kepala Bagian Umum |  |  | \n"
     "dasar-hukum: Peraturan Bupati Contoh Nomor 1 Tahun 2020 tentang Gedung\n"
     "keterkaitan: -\n"
     "kualifikasi-pelaksana: Memahami bangunan\n"
     "peralatan-perlengkapan: Tangga\n"},
    {"byte order mark, CRLF, tabs behind list numbers",
     "\xEF\xBB\xBF" "Nomor SOP : 1/44\r\n"
     "Nama SOP : Uji Baca\r\n"
     "Dasar Hukum :\r\n"
     "1.\tUndang-Undang Nomor 43 Tahun 2009 tentang Kearsipan\r\n"
     "2.\tPeraturan Bupati Contoh Nomor 1 Tahun 2020 tentang Arsip\r\n",
     "nomor: 1/44\n"
     "nama: Uji Baca\n"
     "dasar-hukum: 1. Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan | 2. Peraturan Bupati Contoh Nomor 1 Tahun 2020 tentang Arsip\n"},
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
    {"text below a table that ended on labels: one of the two cannot be read",
     "Nomor SOP\t1/49\n"
     "Nama SOP\tUji Teks\n"
     "Keterkaitan\tPeralatan/Perlengkapan\n"
     "-\tKomputer\n"
     "Peringatan\tPencatatan dan Pendataan\n"
     "\n"
     "Jika data keliru, bantuan salah sasaran. Register bantuan\n",
     "nomor: 1/49\n"
     "nama: Uji Teks\n"
     "keterkaitan: -\n"
     "peringatan: Jika data keliru, bantuan salah sasaran. Register bantuan\n"
     "peralatan-perlengkapan: Komputer\n"},
    {"labels and contents in other columns: by order, then by column",
     "Nomor SOP\t1/50\n"
     "Dasar Hukum:\t\tKualifikasi Pelaksana:\n"
     "Peraturan Bupati Contoh Nomor 9 Tahun 2021 tentang Pajak\tMemahami pajak\n"
     "Keterkaitan:\t\tPeralatan/Perlengkapan:\n"
     "SOP Penagihan\t\t1. Komputer\n"
     "\t\t2. Printer\n"
     "Peringatan:\t\tPencatatan dan Pendataan:\n"
     "Jika terlambat, kena denda\t\tRegister pajak\n",
     "nomor: 1/50\n"
     "dasar-hukum: Peraturan Bupati Contoh Nomor 9 Tahun 2021 tentang Pajak\n"
     "keterkaitan: SOP Penagihan\n"
     "peringatan: Jika terlambat, kena denda\n"
     "kualifikasi-pelaksana: Memahami pajak\n"
     "peralatan-perlengkapan: 1. Komputer | 2. Printer\n"
     "pencatatan-pendataan: Register pajak\n"},
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
    {"the number of each entry in a cell of its own",
     "Nomor SOP\t\t1/51\n"
     "Disahkan oleh\t\tCamat Contoh\n"
     "DASAR HUKUM\t\tKUALIFIKASI PELAKSANA\n"
     "1\tUndang-Undang Nomor 43 Tahun 2009 tentang Kearsipan\t1.\tMemahami arsip\n"
     "2\tPeraturan Bupati Contoh Nomor 1 Tahun 2020 tentang Arsip\t\t\n"
     "KETERKAITAN\t\tPERALATAN/PERLENGKAPAN\n"
     "1\tSOP Surat Masuk\t1\tKomputer\n"
     "\t\t2\tATK\n",
     "nomor: 1/51\n"
     "pengesahan:  |  | Camat Contoh |  |  | \n"
     "dasar-hukum: 1 Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan | 2 Peraturan Bupati Contoh Nomor 1 Tahun 2020 tentang Arsip\n"
     "keterkaitan: 1 SOP Surat Masuk\n"
     "kualifikasi-pelaksana: 1. Memahami arsip\n"
     "peralatan-perlengkapan: 1 Komputer | 2 ATK\n"},
    {"the same under labels of two columns",
     "Nomor SOP\t1/52\n"
     "KETERKAITAN\tPERALATAN/PERLENGKAPAN\n"
     "1\tSOP Surat Masuk\t1\tKomputer\n"
     "\t\t2\tATK\n",
     "nomor: 1/52\n"
     "keterkaitan: 1 SOP Surat Masuk\n"
     "peralatan-perlengkapan: 1 Komputer | 2 ATK\n"},
    {"two cells of several lines each, the second beginning beside the last line of the first",
     "Nomor SOP\t1/53\n"
     "Dasar Hukum\tKualifikasi Pelaksana\n"
     "1. Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan\n"
     "2. Peraturan Bupati Contoh Nomor 1 Tahun 2020 tentang Arsip\t1. Memahami arsip\n"
     "2. Mampu mengetik\n"
     "Keterkaitan\tPeralatan/Perlengkapan\n"
     "1. SOP Surat Masuk\n"
     "2. SOP Surat Keluar\t1. Komputer\n"
     "2. ATK\n",
     "nomor: 1/53\n"
     "dasar-hukum: 1. Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan | 2. Peraturan Bupati Contoh Nomor 1 Tahun 2020 tentang Arsip\n"
     "keterkaitan: 1. SOP Surat Masuk | 2. SOP Surat Keluar\n"
     "kualifikasi-pelaksana: 1. Memahami arsip | 2. Mampu mengetik\n"
     "peralatan-perlengkapan: 1. Komputer | 2. ATK\n"},
    {"a name without a label, in the block",
     "KECAMATAN CONTOH\tNomor SOP\t1/54\n"
     "\tTanggal Efektif\t2 Januari 2025\n"
     "\tDisahkan oleh\tCamat Contoh\n"
     "\tSOP PENGELOLAAN SURAT MASUK\n"
     "Dasar Hukum\tKualifikasi Pelaksana\n"
     "Peraturan Bupati Contoh Nomor 1 Tahun 2020 tentang Arsip\tMemahami arsip\n",
     "unit: KECAMATAN CONTOH\n"
     "nomor: 1/54\n"
     "nama: PENGELOLAAN SURAT MASUK\n"
     "efektif: 2 Januari 2025\n"
     "pengesahan:  |  | Camat Contoh |  |  | \n"
     "dasar-hukum: Peraturan Bupati Contoh Nomor 1 Tahun 2020 tentang Arsip\n"
     "kualifikasi-pelaksana: Memahami arsip\n"},
    {"a name without a label below the block, and a table of revisions before it",
     "Revisi ke-\tTanggal Usulan\tTanggal Berlaku\tUraian Perubahan\n"
     "\n"
     "Nomor SOP\t1/55\n"
     "Tanggal Efektif\t2 Januari 2025\n"
     "Disahkan oleh\tCamat Contoh\n"
     "\n"
     "PENGELOLAAN SURAT MASUK\n",
     "nomor: 1/55\n"
     "nama: PENGELOLAAN SURAT MASUK\n"
     "efektif: 2 Januari 2025\n"
     "pengesahan:  |  | Camat Contoh |  |  | \n"},
    {"columns line by line: labels over one another, dates below them, lists among one another",
     "Nomor SOP\n1/56\n"
     "Tanggal Pembuatan\nTanggal Revisi\nTanggal Efektif\nDisahkan oleh\n2 Januari 2025\n-\n3 Januari 2025\nCamat Contoh\n\n"
     "Dasar Hukum\n\nKualifikasi Pelaksana\n\n1. Peraturan Bupati Contoh Nomor 1 Tahun 2020 tentang 1. Memahami arsip\nArsip\n2. Teliti\n\n"
     "Peringatan\n\nPencatatan dan Pendataan\n\nJika terlambat, maka surat tidak terkirim\nBuku agenda\n",
     "identitas terpisah\n"
     "nomor: 1/56\n"
     "pembuatan: 2 Januari 2025\n"
     "revisi: -\n"
     "efektif: 3 Januari 2025\n"
     "pengesahan:  |  | Camat Contoh |  |  | \n"
     "kualifikasi-pelaksana: Peraturan Bupati Contoh Nomor 1 Tahun 2020 tentang 1. Memahami arsip Arsip | Teliti\n"
     "pencatatan-pendataan: Jika terlambat, maka surat tidak terkirim | Buku agenda\n"},
    {"fewer dates than labels: nobody knows whose",
     "Nomor SOP\n1/57\n"
     "Tanggal Pembuatan\nTanggal Revisi\nTanggal Efektif\nDisahkan oleh\n2 Januari 2025\n3 Januari 2025\nCamat Contoh\n",
     "identitas terpisah\n"
     "nomor: 1/57\n"
     "pembuatan: \n"
     "revisi: \n"
     "efektif: \n"
     "pengesahan:  |  | Camat Contoh |  |  | \n"},
    {"one blank section over another label is blank",
     "Nomor SOP : 1/58\n\nDasar Hukum\n1. Peraturan Bupati Contoh Nomor 1 Tahun 2020 tentang Arsip\n\nKeterkaitan\n\nPeralatan/Perlengkapan\n1. Komputer\n",
     "nomor: 1/58\n"
     "dasar-hukum: 1. Peraturan Bupati Contoh Nomor 1 Tahun 2020 tentang Arsip\n"
     "keterkaitan:\n"
     "peralatan-perlengkapan: 1. Komputer\n"},
    {"chapters by letters: what follows the list is another",
     "Nomor SOP : 1/59\n\nA. Dasar Hukum :\n1. Peraturan Bupati Contoh Nomor 1 Tahun 2020 tentang Arsip\n\nB. Tujuan\n\nUntuk menertibkan arsip dinas.\n",
     "nomor: 1/59\n"
     "dasar-hukum: 1. Peraturan Bupati Contoh Nomor 1 Tahun 2020 tentang Arsip\n"},
    {"colons on lines of their own; a label printed over two lines; a step table whose cells became lines",
     "Nomor SOP\n\n:\n\nTANGGAL\nPEMBUATAN\n\n:\n\nMaret 2025\n\nTanggal Pengesahan\n\n:\n\nApril 2025\n\nDisahkan Oleh\n\nKepala Dinas Contoh\n\nNama SOP\n\nPemberian Penghargaan\n\n"
     "Peringatan\nPencatatan dan Pendataan\nBuku notulen\n\n"
     "NO\n\nURAIAN PROSEDUR\n\nPELAKSANA\nStaf\n\nMUTU BAKU\n\nWaktu\n\nOutput\n\n1.\n\nMenyusun konsep\n\nSOP Rapat\n\n2 Hari\n\nKonsep dan\n",
     "identitas terpisah\n"
     "tabel langkah tak terbaca\n"
     "nomor: \n"
     "nama: Pemberian Penghargaan\n"
     "pembuatan: Maret 2025\n"
     "efektif: April 2025\n"
     "pengesahan:  |  | Kepala Dinas Contoh |  |  | \n"
     "peringatan:\n"
     "pencatatan-pendataan: Buku notulen\n"},
    {"labels on lines, a step table as a table: what is not there is missing",
     "Nomor SOP : 1/60\nNama SOP : Pengelolaan Arsip\n\nNo\tKegiatan\tPelaksana\tWaktu\tOutput\n1\tMencatat arsip\tv\t5 menit\tCatatan\n",
     "nomor: 1/60\n"
     "nama: Pengelolaan Arsip\n"
     "tabel 1: nom ura pel wak out []\n"
     "1. Mencatat arsip {? ada}  | 5 menit | Catatan | \n"},
    {"several labels in one cell: a line for each beside them, or nobody knows",
     "<table><tr><td>Nomor SOP</td><td>1/61</td></tr><tr><td>Tanggal Pembuatan<br>Tanggal Efektif</td><td>2 Januari 2025<br>3 Januari 2025</td></tr></table>\n",
     "nomor: 1/61\n"
     "pembuatan: 2 Januari 2025\n"
     "efektif: 3 Januari 2025\n"},
    {"the same with fewer lines, and a year that came to stand in a cell of its own",
     "<table><tr><td>Nomor SOP</td><td>1/62</td></tr><tr><td>Tanggal Pembuatan</td><td>2 Januari</td><td>2025</td></tr>"
     "<tr><td>Tanggal<br>Revisi<br>Tanggal Efektif<br>Disahkan oleh</td><td>3 Januari 2025</td><td>Kepala Biro</td></tr></table>\n",
     "identitas terpisah\n"
     "nomor: 1/62\n"
     "pembuatan: 2 Januari 2025\n"
     "revisi: \n"
     "efektif: \n"
     "paragraf: Kepala Biro\n"},
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
    {"two columns of blanks that move to the left behind a blank line",
     "                                                            Nomor SOP               : 1/63\n"
     "                                                            Tanggal Efektif         : 2 Januari 2025\n"
     "          DINAS CONTOH                                      Disahkan Oleh           Kepala Dinas Contoh\n"
     "                                                            Nama SOP                Penyusunan Laporan\n"
     "Dasar Hukum                                                 Kualifikasi Pelaksana\n"
     "1. Peraturan Bupati Contoh Nomor 1 Tahun 2020 tentang       1. Memahami laporan\n"
     "   Penyusunan Laporan Kinerja Instansi di Kabupaten         2. Menguasai komputer\n"
     "2. Peraturan Bupati Contoh Nomor 2 Tahun 2021 tentang       3. Memahami peraturan\n"
     "   Perangkat Daerah di Lingkungan Kabupaten Contoh          4. Mampu menghitung\n"
     "\n"
     "Keterkaitan                                             Peralatan/Perlengkapan\n"
     "1. Semua SOP                                            1. Komputer\n"
     "Peringatan                                              Pencatatan dan Pendataan\n"
     "Apabila laporan terlambat maka kinerja tidak terukur    Buku agenda\n",
     "unit: DINAS CONTOH\n"
     "nomor: 1/63\n"
     "nama: Penyusunan Laporan\n"
     "efektif: 2 Januari 2025\n"
     "pengesahan:  |  | Kepala Dinas Contoh |  |  | \n"
     "dasar-hukum: 1. Peraturan Bupati Contoh Nomor 1 Tahun 2020 tentang Penyusunan Laporan Kinerja Instansi di Kabupaten | 2. Peraturan Bupati Contoh Nomor 2 Tahun 2021 tentang Perangkat Daerah di Lingkungan Kabupaten Contoh\n"
     "keterkaitan: 1. Semua SOP\n"
     "peringatan: Apabila laporan terlambat maka kinerja tidak terukur\n"
     "kualifikasi-pelaksana: 1. Memahami laporan | 2. Menguasai komputer | 3. Memahami peraturan | 4. Mampu menghitung\n"
     "peralatan-perlengkapan: 1. Komputer\n"
     "pencatatan-pendataan: Buku agenda\n"},
};

int main(void)
{
    for (size_t i = 0; i < COUNT(shapes); i++) {
        struct buf b = BUF_INIT;
        print_recognised(&b, str_of(shapes[i].text));
        is_str(b.p ? b.p : "", shapes[i].want, "%s", shapes[i].name);
        buf_free(&b);
    }
    return done();
}
