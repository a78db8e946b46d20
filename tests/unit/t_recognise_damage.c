/* Identity blocks as converters leave them: labels apart from their values, cells and lines run together, letters wrong. */
#include "../sop_shapes.h"

static const struct sop_shape shapes[] = {
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
    {"lists that have run together",
     "<table><tr><td>Nomor SOP</td><td>1/26</td></tr><tr><td>Dasar Hukum</td><td>Kualifikasi Pelaksana</td></tr>\n"
     "<tr><td><ol>Undang-Undang Nomor 5 Tahun 2014 tentang Aparatur Sipil NegaraPeraturan Pemerintah Nomor 11 Tahun 2017 tentang Manajemen Pegawai Negeri Sipil (Lembaran Negara Nomor 63)PermenPAN-RB No. 1 Tahun 2020Keputusan Bupati Contoh Nomor 5/KEP/2021 tentang Tim</ol></td><td><ul>Memahami peraturan ASNMampu menyusun LKjIPMengetahui e-KinerjaMemahami SAKIPMampu bekerja sama</ul></td></tr>\n"
     "<tr><td>Keterkaitan</td><td>Peralatan/Perlengkapan</td></tr><tr><td>- SOP Cuti - SOP Mutasi 2019 - 2023</td><td>1. ATK 2. Komputer/Laptop 3. Jaringan internet</td></tr></table>\n",
     "nomor: 1/26\n"
     "dasar-hukum: Undang-Undang Nomor 5 Tahun 2014 tentang Aparatur Sipil Negara | Peraturan Pemerintah Nomor 11 Tahun 2017 tentang Manajemen Pegawai Negeri Sipil (Lembaran Negara Nomor 63) | PermenPAN-RB No. 1 Tahun 2020 | Keputusan Bupati Contoh Nomor 5/KEP/2021 tentang Tim\n"
     "keterkaitan: - SOP Cuti | - SOP Mutasi 2019 - 2023\n"
     "kualifikasi-pelaksana: Memahami peraturan ASN | Mampu menyusun LKjIP | Mengetahui e-Kinerja | Memahami SAKIP | Mampu bekerja sama\n"
     "peralatan-perlengkapan: 1. ATK | 2. Komputer/Laptop | 3. Jaringan internet\n"},
    {"byte order mark, CRLF, tabs behind list numbers",
     "\xEF\xBB\xBF" "Nomor SOP : 1/44\r\n"
     "Nama SOP : Uji Baca\r\n"
     "Dasar Hukum :\r\n"
     "1.\tUndang-Undang Nomor 43 Tahun 2009 tentang Kearsipan\r\n"
     "2.\tPeraturan Bupati Contoh Nomor 1 Tahun 2020 tentang Arsip\r\n",
     "nomor: 1/44\n"
     "nama: Uji Baca\n"
     "dasar-hukum: 1. Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan | 2. Peraturan Bupati Contoh Nomor 1 Tahun 2020 tentang Arsip\n"},
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

int main(void) { return recognised_as(shapes, COUNT(shapes)); }
