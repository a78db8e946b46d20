/* Step tables by their rows: over pages and blank lines, in several rows, with totals and signatures below them. */
#include "../sop_shapes.h"

/* Headings as a PDF converter sets them, repeated on each page. */
#define NUMBERED_HEAD \
    "                                                      PELAKSANA                               MUTU BAKU\n" \
    "NO              KEGIATAN                                           Kasubbag                                               Keterangan\n" \
    "                                             Kepala     Sekretaris             Kelengkapan       Waktu       Output\n" \
    "                                                                     Umum\n" \
    "1                   2                           3           4          5            6              7            8             9\n"
#define NAMED_HEAD \
    "                                                       PELAKSANA                        MUTU BAKU\n" \
    "                                                          Struk\n" \
    "NO        KEGIATAN                Kepala                            Struktural          Kelengkapan                        Keterangan\n" \
    "                                           Sekretaris   tural III                Staf                Waktu       Output\n" \
    "                                  Dinas                              eselon IV\n" \
    "1            2                      3           4             5                   6         7          8           9           10\n"

static const struct sop_shape shapes[] = {
    {"columns of blanks over two pages: numbered columns that stay empty, words set apart to full width, a row broken by the page",
     "6. ALUR PROSEDUR\n"
     NUMBERED_HEAD
     "\n"
     "\n"
     "1.   Menyiapkan bahan rapat                                                    Agenda kerja      2 Hari     Bahan rapat   -\n"
     "                                                                     MULAI     Data dan\n"
     "                                                                               Laporan\n"
     "2.   Menyusun konsep notulen            dan                                    Bahan rapat       1 Hari     Konsep        SOP Rapat\n"
     "     mengajukannya kepada kepala untuk                                         Komputer                     notulen\n"
     "     diperiksa\n"
     "3.   Memeriksa konsep notulen, jika sudah                                      Konsep notulen    3 Jam      Notulen       -\n"
     "     baik ditandatangani dan jika                                                                           dan\n"
     "\f"
     NUMBERED_HEAD
     "\n"
     "\n"
     "     belum dikembalikan                                                        Lembar                       Tanda terima\n"
     "4.   Menggandakan notulen bagi                                                 Notulen           2 Hari     Salinan       -\n"
     "     peserta rapat                                                                                          notulen\n"
     "5.   Mengarsipkan notulen dan salinan                                          Salinan notulen   5 Menit    Arsip         -\n"
     "     bersama daftar hadir                                            SELESAI\n",
     "tabel 1: nom ura pel kel wak out ket [Kepala, Sekretaris, Kasubbag Umum]\n"
     "1. Menyiapkan bahan rapat {3 terminator} Agenda kerja + Data dan Laporan | 2 Hari | Bahan rapat | -\n"
     "2. Menyusun konsep notulen dan mengajukannya kepada kepala untuk diperiksa {} Bahan rapat + Komputer | 1 Hari | Konsep notulen | SOP Rapat\n"
     "3. Memeriksa konsep notulen, jika sudah baik ditandatangani dan jika belum dikembalikan {} Konsep notulen + Lembar | 3 Jam | Notulen dan Tanda terima | -\n"
     "tabel 2: nom ura pel kel wak out ket [Kepala, Sekretaris, Kasubbag Umum]\n"
     "4. Menggandakan notulen bagi peserta rapat {} Notulen | 2 Hari | Salinan notulen | -\n"
     "5. Mengarsipkan notulen dan salinan bersama daftar hadir {3 terminator} Salinan notulen | 5 Menit | Arsip | -\n"
     "paragraf: ALUR PROSEDUR\n"},
    {"more names than numbers of columns: the names tell the columns; a page with the last words of a row only",
     NAMED_HEAD
     "\n"
     "1.   Memerintahkan rapat            v                                                   Jadwal       2 Menit     Perintah   -\n"
     "2.   Menyiapkan ruang                                                              v    Perintah     5 Menit     Ruang      -\n"
     "3.   Mengarsipkan notulen                                                          v    Notulen      5 Menit     Arsip      -\n"
     "\f"
     NAMED_HEAD
     "\n"
     "     penghargaan                                                                        rapat                    penerima\n",
     "tabel 1: nom ura pel kel wak out ket [Kepala Dinas, Sekretaris, Struk tural III, Struktural eselon IV, Staf]\n"
     "1. Memerintahkan rapat {1 ada} Jadwal | 2 Menit | Perintah | -\n"
     "2. Menyiapkan ruang {5 ada} Perintah | 5 Menit | Ruang | -\n"
     "3. Mengarsipkan notulen penghargaan {5 ada} Notulen rapat | 5 Menit | Arsip penerima | -\n"},
    {"a page with fewer columns than the one before and no heading",
     "No\tUraian Kegiatan\tKepala Dinas\tStaf\tKelengkapan\tWaktu\tOutput\n"
     "1\tMencatat surat masuk\t\tv\tSurat\t5 menit\tCatatan\n"
     "\f"
     "2\tMembaca surat masuk\tSurat\t5 menit\tDisposisi\n"
     "3\tMenyimpan surat masuk\tSurat\t5 menit\tArsip\n",
     "tabel langkah tak terbaca\n"},
    {"a page that begins with a sentence of its own",
     "No\tUraian Kegiatan\tStaf\tKelengkapan\tWaktu\tOutput\n"
     "1\tMencatat surat\tv\tSurat\t5 menit\tCatatan\n"
     "\f"
     "Catatan disimpan.\n",
     "tabel 1: nom ura pel kel wak out [Staf]\n"
     "1. Mencatat surat {1 ada} Surat | 5 menit | Catatan | \n"
     "paragraf: Catatan disimpan.\n"},
    {"a row that goes on over the page, columns numbered",
     "No\tKegiatan\tPelaksana\t\tMutu Baku\t\t\tKet\n"
     "\t\tKepala Dinas\tStaf\tKelengkapan\tWaktu\tOutput\t\n"
     "1\t2\t3\t4\t5\t6\t7\t8\n"
     "1\tMenyusun laporan dan menyampaikannya kepada\t\t□\tData\t1 hari\tLaporan\t\n"
     "\n"
     "No\tKegiatan\tPelaksana\t\tMutu Baku\t\t\tKet\n"
     "\t\tKepala Dinas\tStaf\tKelengkapan\tWaktu\tOutput\t\n"
     "1\t2\t3\t4\t5\t6\t7\t8\n"
     "\tkepala dinas\t\t\tpendukung\t\tkinerja\t\n"
     "2\tMenandatangani laporan\t○\t\tLaporan kinerja\t10 menit\tLaporan kinerja\t\n",
     "tabel 1: nom ura pel kel wak out ket [Kepala Dinas, Staf]\n"
     "1. Menyusun laporan dan menyampaikannya kepada kepala dinas {2 proses} Data pendukung | 1 hari | Laporan kinerja | \n"
     "tabel 2: nom ura pel kel wak out ket [Kepala Dinas, Staf]\n"
     "2. Menandatangani laporan {1 terminator} Laporan kinerja | 10 menit | Laporan kinerja | \n"},
    {"no identity block: title, terminators in words, signature with place and date",
     "STANDAR OPERASIONAL PROSEDUR\n"
     "PELAYANAN KONSULTASI\n"
     "\n"
     "NO\tURAIAN PROSEDUR\tPELAKSANA\t\tMUTU BUKU\t\t\tKETERANGAN\n"
     "\t\tPemohon\tKonsultan\tKelengkapan dan Peralatan\tWaktu\tOutput\t\n"
     "1.\tMenyampaikan pertanyaan\tMULAI\t\tFormulir\t5 menit\tPertanyaan\t-\n"
     "2.\tMemberi jawaban\t\tSELESAI\tPertanyaan\t1 jam\tJawaban\t-\n"
     "\n"
     "Ditetapkan di Contoh\n"
     "pada tanggal 7 Juli 2025\n"
     "KEPALA DINAS KOMUNIKASI DAN INFORMATIKA,\n"
     "\n"
     "\n"
     "Ir. RINA CONTOH, M.Kom\n"
     "Pembina Tk. I, IV/b\n"
     "NIP. 19750707 200003 2 001\n",
     "judul lain: PELAYANAN KONSULTASI\n"
     "label keliru: MUTU BUKU = mutu-baku\n"
     "tabel 1: nom ura pel kel wak out ket [Pemohon, Konsultan] PELAYANAN KONSULTASI\n"
     "1. Menyampaikan pertanyaan {1 terminator} Formulir | 5 menit | Pertanyaan | -\n"
     "2. Memberi jawaban {2 terminator} Pertanyaan | 1 jam | Jawaban | -\n"
     "tanda tangan: Contoh | 7 Juli 2025 | KEPALA DINAS KOMUNIKASI DAN INFORMATIKA | Ir. RINA CONTOH, M.Kom | Pembina Tk. I, IV/b | 19750707 200003 2 001\n"},
    {"total and signature in the step table itself",
     "No\tKegiatan\tPelaksana\t\tMutu Baku\t\t\tKet\n"
     "\t\tKepala Dinas\tStaf\tKelengkapan\tWaktu\tOutput\t\n"
     "1\tMencatat surat\t\t□\tSurat\t5 menit\tCatatan\t\n"
     "2\tMembaca surat\t○\t\tCatatan\t5 menit\tDisposisi\t\n"
     "\t\t\tJumlah\t\t10 menit\t\t\n"
     "\t\t\t\t\tContoh, 10 Oktober 2025\t\t\n"
     "\t\t\t\t\tKEPALA DINAS CONTOH\t\t\n"
     "\t\t\t\t\tDrs. ALI CONTOH\t\t\n"
     "\t\t\t\t\tNIP. 19660606 199003 1 006\t\t\n",
     "tabel 1: nom ura pel kel wak out ket [Kepala Dinas, Staf]\n"
     "1. Mencatat surat {2 proses} Surat | 5 menit | Catatan | \n"
     "2. Membaca surat {1 terminator} Catatan | 5 menit | Disposisi | \n"
     "jumlah: 10 menit\n"
     "tanda tangan: Contoh | 10 Oktober 2025 | KEPALA DINAS CONTOH | Drs. ALI CONTOH |  | 19660606 199003 1 006\n"},
    {"number and activity over two rows: two times are two, one time is one",
     "<table>\n"
     "<tr><td>No</td><td>Kegiatan</td><td>Staf</td><td>Kabid</td><td>Kelengkapan</td><td>Waktu</td><td>Output</td></tr>\n"
     "<tr><td rowspan=\"2\">1</td><td rowspan=\"2\">Memeriksa berkas</td><td>□</td><td></td><td>Berkas</td><td>1 jam</td><td>Catatan</td></tr>\n"
     "<tr><td></td><td>◇</td><td>Catatan</td><td>2 jam</td><td>Paraf</td></tr>\n"
     "<tr><td rowspan=\"2\">2</td><td rowspan=\"2\">Mengirim berkas</td><td>○</td><td></td><td>Berkas</td><td rowspan=\"2\">1 hari</td><td>Resi</td></tr>\n"
     "<tr><td></td><td>→</td><td>Alamat</td><td></td></tr>\n"
     "</table>\n",
     "tabel 1: nom ura pel kel wak out [Staf, Kabid]\n"
     "1. Memeriksa berkas {1 proses} Berkas | 1 jam | Catatan | \n"
     "1. Memeriksa berkas {2 keputusan} Catatan | 2 jam | Paraf |  ^nomor ^uraian\n"
     "2. Mengirim berkas {1 terminator, 2 panah} Berkas + Alamat | 1 hari | Resi | \n"},
    {"headings inside the table, points below a step",
     "No\tUraian Kegiatan\tPelaksana\t\tMutu Baku\t\t\tKet.\n"
     "\t\tKabid\tStaf\tSyarat/Kelengkapan\tWaktu\tOutput\t\n"
     "A\tTahap Persiapan\t\t\t\t\t\t\n"
     "1\tMenyiapkan bahan\t\t●\tBahan\t1 jam\tBahan siap\t\n"
     "\ta. undangan\t\t\t\t\t\t\n"
     "\tb. daftar hadir\t\t\t\t\t\t\n"
     "B\tTahap Pelaksanaan\t\t\t\t\t\t\n"
     "2\tMemimpin rapat\t●\t\tBahan siap\t2 jam\tNotulen\t\n",
     "tabel 1: nom ura pel kel wak out ket [Kabid, Staf]\n"
     "1. Menyiapkan bahan a. undangan b. daftar hadir {2 ada} Bahan | 1 jam | Bahan siap | \n"
     "2. Memimpin rapat {1 ada} Bahan siap | 2 jam | Notulen | \n"},
    {"a table that goes on without its heading",
     "No\tKegiatan\tPelaksana\t\tMutu Baku\t\t\tKet\n"
     "\t\tKabid\tStaf\tKelengkapan\tWaktu\tOutput\t\n"
     "1\tMenyiapkan bahan\t\t●\tBahan\t1 jam\tBahan siap\t\n"
     "2\tMemimpin rapat\t●\t\tBahan siap\t2 jam\tNotulen\t\n"
     "\n"
     "3\tMenyusun notulen\t\t●\tCatatan\t1 jam\tNotulen\t\n"
     "4\tMengarsipkan notulen\t\t●\tNotulen\t5 menit\tArsip\t\n",
     "tabel 1: nom ura pel kel wak out ket [Kabid, Staf]\n"
     "1. Menyiapkan bahan {2 ada} Bahan | 1 jam | Bahan siap | \n"
     "2. Memimpin rapat {1 ada} Bahan siap | 2 jam | Notulen | \n"
     "3. Menyusun notulen {2 ada} Catatan | 1 jam | Notulen | \n"
     "4. Mengarsipkan notulen {2 ada} Notulen | 5 menit | Arsip | \n"},
    {"two signatures side by side",
     "Nama SOP\tPengadaan Barang\n"
     "Nomor SOP\t5/34\n"
     "\n"
     "No\tKegiatan\tPPK\tPokja\tKelengkapan\tWaktu\tOutput\n"
     "1\tMenyusun HPS\tv\t\tRAB\t1 hari\tHPS\n"
     "2\tMengumumkan paket\t\tv\tHPS\t1 hari\tPengumuman\n"
     "\n"
     "Mengetahui,\tContoh, 5 Mei 2025\n"
     "Kepala Bagian Pengadaan\tKasubbag Pembinaan\n"
     "\t\n"
     "DEWI CONTOH, S.T., M.T.\tBAYU CONTOH, S.E.\n"
     "NIP. 19750505 200003 2 005\tNIP. 19850505 201001 1 005\n",
     "nomor: 5/34\n"
     "nama: Pengadaan Barang\n"
     "tabel 1: nom ura pel kel wak out [PPK, Pokja]\n"
     "1. Menyusun HPS {1 ada} RAB | 1 hari | HPS | \n"
     "2. Mengumumkan paket {2 ada} HPS | 1 hari | Pengumuman | \n"
     "tanda tangan: Contoh | 5 Mei 2025 | Kepala Bagian Pengadaan | DEWI CONTOH, S.T., M.T. |  | 19750505 200003 2 005\n"},
    {"numbers and dashes inside cells, a table that goes on after a blank line",
     "No\tKegiatan\tPelaksana\tMutu Baku\t\t\n"
     "\t\tStaf\tKelengkapan\tWaktu\tOutput\n"
     "1\tMengetik\t□\t1. Draf 2. Kertas\t1 Jam 30 Menit\tSurat\n"
     "2\tMencetak\t□\t- Draf\n"
     "\n"
     "3\tMenjilid\t□\tSurat\t10'\tBuku\n",
     "tabel 1: nom ura pel kel wak out [Staf]\n"
     "1. Mengetik {1 proses} Draf + Kertas | 1 Jam 30 Menit | Surat | \n"
     "2. Mencetak {1 proses} Draf |  |  | \n"
     "3. Menjilid {1 proses} Surat | 10' | Buku | \n"},
    {"labels of a decision in a row of their own",
     "No\tKegiatan\tPelaksana\t\tMutu Baku\t\t\tKet\n"
     "\t\tKabid\tStaf\tKelengkapan\tWaktu\tOutput\t\n"
     "1\tMenyusun konsep\t\t□\tBahan\t1 jam\tKonsep\t\n"
     "2\tMemeriksa konsep\t◇\t\tKonsep\t1 jam\tParaf\t\n"
     "\t\tYa\tTidak\t\t\t\t\n"
     "3\tMengirim surat\t\t○\tParaf\t5 menit\tResi\t\n",
     "tabel 1: nom ura pel kel wak out ket [Kabid, Staf]\n"
     "1. Menyusun konsep {2 proses} Bahan | 1 jam | Konsep | \n"
     "2. Memeriksa konsep {1 keputusan, 1 ya, 2 tidak} Konsep | 1 jam | Paraf | \n"
     "3. Mengirim surat {2 terminator} Paraf | 5 menit | Resi | \n"},
    {"no numbers at all",
     "No\tKegiatan\tPelaksana\t\tMutu Baku\t\t\tKet\n"
     "\t\tKabid\tStaf\tKelengkapan\tWaktu\tOutput\t\n"
     "\tMenyiapkan bahan\t\t●\tBahan\t1 jam\tBahan siap\t\n"
     "\tMemimpin rapat\t\t\t\t\t\t\n"
     "\t1. Menyusun notulen\t\t●\tCatatan\t1 jam\tNotulen\t\n",
     "tabel 1: nom ura pel kel wak out ket [Kabid, Staf]\n"
     ". Menyiapkan bahan {2 ada} Bahan | 1 jam | Bahan siap | \n"
     ". Memimpin rapat {}  |  |  | \n"
     "1. Menyusun notulen {2 ada} Catatan | 1 jam | Notulen | \n"},
    {"headings over several columns printed into one, a unit of time below the heading, a page with a row that goes on",
     "<table><tr><td>No</td><td>Uraian Prosedur</td><td>PELAKSANA<br>Kepala Dinas</td><td>Staf</td><td>Kelengkapan</td><td>MUTU BAKU<br>Waktu<br>(menit)</td><td>Output</td></tr>\n"
     "<tr><td>1</td><td>2</td><td>3</td><td>4</td><td>5</td><td>6</td><td>7</td></tr>\n"
     "<tr><td>1</td><td>Mengetik surat</td><td></td><td>□</td><td>Draf</td><td>15</td><td>Surat</td></tr></table>\n"
     "\n"
     "<table><tr><td>No</td><td>Uraian Prosedur</td><td>PELAKSANA<br>Kepala Dinas</td><td>Staf</td><td>Kelengkapan</td><td>MUTU BAKU<br>Waktu<br>(menit)</td><td>Output</td></tr>\n"
     "<tr><td></td><td>dinas</td><td>→</td><td></td><td>resmi</td><td></td><td></td></tr></table>\n",
     "tabel 1: nom ura pel kel wak out [Kepala Dinas, Staf]\n"
     "1. Mengetik surat dinas {2 proses, 1 panah} Draf resmi | 15 | Surat | \n"},
    {"columns aligned by blanks: block, step table with its headings over it, signature",
     "                                                      Nomor SOP             : 045/51/2025\n"
     "                                                      Tanggal Pembuatan     : 2 Februari 2025\n"
     "    DINAS PERHUBUNGAN KABUPATEN CONTOH                Tanggal Revisi        : -\n"
     "                                                      Tanggal Efektif       : 3 Februari 2025\n"
     "                                                      Disahkan Oleh         : Kepala Dinas Perhubungan\n"
     "                                                                              Drs. CONTOH ORANG, M.Si\n"
     "                                                                              NIP. 19700101 199503 1 001\n"
     "                                                      Nama SOP              : Pengujian Kendaraan\n"
     "Dasar Hukum :                                         Kualifikasi Pelaksana :\n"
     "1. Undang-Undang Nomor 22 Tahun 2009                  1. Memahami pengujian kendaraan\n"
     "   tentang Lalu Lintas dan Angkutan Jalan             2. Memiliki sertifikat penguji\n"
     "2. Peraturan Pemerintah Nomor 55 Tahun 2012           3. Sehat jasmani\n"
     "   tentang Kendaraan\n"
     "Keterkaitan :                                         Peralatan/Perlengkapan :\n"
     "1. SOP Pendaftaran Kendaraan                          1. Alat uji\n"
     "                                                      2. Komputer\n"
     "Peringatan :                                          Pencatatan dan Pendataan :\n"
     "Jika kendaraan tidak diuji, maka                      Disimpan dalam buku uji dan\n"
     "keselamatan penumpang terancam                        basis data kendaraan\n"
     "\f\n"
     "                              SOP PENGUJIAN KENDARAAN\n"
     "\n"
     " No.  Uraian Kegiatan                          Pelaksana                        Mutu Baku                      Keterangan\n"
     "                                     Kepala     Penguji    Staf      Kelengkapan     Waktu       Output\n"
     " 1.   Mendaftarkan kendaraan                                 ○       Formulir        5 menit     Nomor uji\n"
     " 2.   Memeriksa rem, lampu, dan                    ◇                 Nomor uji       30 menit    Hasil uji      Tidak lulus\n"
     "      emisi kendaraan                                                                                           kembali ke 1\n"
     " 3.   Menandatangani hasil uji         □                             Hasil uji       5 menit     Buku uji\n"
     " 4.   Menyerahkan buku uji                                   ○       Buku uji        5 menit     Tanda terima\n"
     "                                                                     Jumlah          45 menit\n"
     "\n"
     "                                                                        Contoh, 2 Februari 2025\n"
     "                                                                        KEPALA DINAS PERHUBUNGAN\n"
     "\n"
     "\n"
     "                                                                        Drs. CONTOH ORANG, M.Si\n"
     "                                                                        Pembina Utama Muda\n"
     "                                                                        NIP. 19700101 199503 1 001\n",
     "unit: DINAS PERHUBUNGAN KABUPATEN CONTOH\n"
     "nomor: 045/51/2025\n"
     "nama: Pengujian Kendaraan\n"
     "pembuatan: 2 Februari 2025\n"
     "revisi: -\n"
     "efektif: 3 Februari 2025\n"
     "pengesahan:  |  | Kepala Dinas Perhubungan | Drs. CONTOH ORANG, M.Si |  | 19700101 199503 1 001\n"
     "judul lain: SOP PENGUJIAN KENDARAAN\n"
     "dasar-hukum: 1. Undang-Undang Nomor 22 Tahun 2009 tentang Lalu Lintas dan Angkutan Jalan | 2. Peraturan Pemerintah Nomor 55 Tahun 2012 tentang Kendaraan\n"
     "keterkaitan: 1. SOP Pendaftaran Kendaraan\n"
     "peringatan: Jika kendaraan tidak diuji, maka keselamatan penumpang terancam\n"
     "kualifikasi-pelaksana: 1. Memahami pengujian kendaraan | 2. Memiliki sertifikat penguji | 3. Sehat jasmani\n"
     "peralatan-perlengkapan: 1. Alat uji | 2. Komputer\n"
     "pencatatan-pendataan: Disimpan dalam buku uji dan basis data kendaraan\n"
     "tabel 1: nom ura pel kel wak out ket [Kepala, Penguji, Staf] SOP PENGUJIAN KENDARAAN\n"
     "1. Mendaftarkan kendaraan {3 terminator} Formulir | 5 menit | Nomor uji | \n"
     "2. Memeriksa rem, lampu, dan emisi kendaraan {2 keputusan} Nomor uji | 30 menit | Hasil uji | Tidak lulus kembali ke 1\n"
     "3. Menandatangani hasil uji {1 proses} Hasil uji | 5 menit | Buku uji | \n"
     "4. Menyerahkan buku uji {3 terminator} Buku uji | 5 menit | Tanda terima | \n"
     "jumlah: 45 menit\n"
     "tanda tangan: Contoh | 2 Februari 2025 | KEPALA DINAS PERHUBUNGAN | Drs. CONTOH ORANG, M.Si | Pembina Utama Muda | 19700101 199503 1 001\n"},
    {"rows that hold only Mulai and Selesai, the total below the table",
     "Nomor SOP\t1\n\n"
     "No\tKegiatan\tPelaksana\t\tKelengkapan\tWaktu\tOutput\n"
     "\t\tStaf\tCamat\t\t\t\n"
     "\tMulai\t\t\t\t\t\n"
     "1\tMencatat surat\t□\t\tSurat\t5 menit\tCatatan\n"
     "2\tMembaca surat\t\t□\tCatatan\t5 menit\tDisposisi\n"
     "\tSelesai\t\t\t\t\t\n"
     "\nTotal waktu 10 menit\n",
     "nomor: 1\n"
     "tabel 1: nom ura pel kel wak out [Staf, Camat]\n"
     "1. Mencatat surat {1 proses} Surat | 5 menit | Catatan | \n"
     "2. Membaca surat {2 proses} Catatan | 5 menit | Disposisi | \n"
     "jumlah: 10 menit\n"},
};

int main(void) { return recognised_as(shapes, COUNT(shapes)); }
