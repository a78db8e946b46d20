/* Performance reports in the layouts that converters give: from text to the recognised report, exactly. */
#include <stdlib.h>
#include <string.h>

#include "../lkjip_print.h"
#include "tap.h"

static const struct {
    const char *name, *text, *want;
} shapes[] = {
    {"cover, chapters, a table of contents and an outline of them",
     "LAPORAN KINERJA INSTANSI PEMERINTAH\n(LKjIP)\nTAHUN 2023\n\nPEMERINTAH KABUPATEN CONTOH\nDINAS PERIKANAN\n\f"
     "DAFTAR ISI\n\nBAB I PENDAHULUAN ............ 1\nBAB II PERENCANAAN KINERJA ............ 3\nBAB III AKUNTABILITAS KINERJA ........... 5\nBAB IV PENUTUP ........ 9\n\n"
     "Tabel 2.1 Perjanjian Kinerja .......... 3\n\f"
     "BAB I\nPENDAHULUAN\n\n1.1. Latar Belakang\n\nLaporan ini disusun sebagai wujud pertanggungjawaban kinerja dinas kepada masyarakat.\n\n"
     "1.2. Sistematika Penulisan\n\nLaporan ini disusun dengan sistematika sebagai berikut :\n\nBAB I. PENDAHULUAN\n\n1.1. Latar Belakang\n\n"
     "BAB II. PERENCANAAN KINERJA\n\n2.1. Rencana Strategis\n\nBAB III. AKUNTABILITAS KINERJA\n\nBAB IV. PENUTUP\n\f"
     "BAB II\nPERENCANAAN KINERJA\n\n2.1. Rencana Strategis Dinas Perikanan\n     Kabupaten Contoh\n\nRencana strategis dinas memuat tujuan dan sasaran yang akan dicapai dalam lima tahun, lihat Tabel 2.1.\n\n"
     "BAB III\nAKUNTABILITAS KINERJA\n\nCapaian kinerja dinas diukur dengan membandingkan target dan realisasi setiap indikator.\n\n"
     "BAB IV\nP E N U T U P\n\nDemikian laporan ini disusun untuk dipergunakan sebagaimana mestinya oleh semua pihak.\n",
     "instansi: PEMERINTAH KABUPATEN CONTOH DINAS PERIKANAN\njenis: perangkat-daerah\ntahun: 2023\n"
     "bab 1: BAB I PENDAHULUAN\n  bagian 1: 1.1. Latar Belakang\n  bagian 1: 1.2. Sistematika Penulisan\n"
     "bab 2: BAB II PERENCANAAN KINERJA\n  bagian 1: 2.1. Rencana Strategis Dinas Perikanan Kabupaten Contoh\n"
     "bab 3: BAB III AKUNTABILITAS KINERJA\nbab 4: BAB IV PENUTUP\n"
     "t 2.1 daftar: Tabel 2.1 Perjanjian Kinerja .......... 3\nt 2.1 rujukan: Tabel 2.1\n"
     "narasi: LAPORAN KINERJA INSTANSI PEMERINTAH (LKjIP) TAHUN 2023\n"
     "narasi: Rencana strategis dinas memuat tujuan dan sasaran yang akan dicapai dalam lima tahun, lihat Tabel 2.1.\n"},
    {"leaders of three dots; pages run together into one line, their captions within it",
     "LAKIP DINAS PANGAN TAHUN 2022\n\nii DAFTAR ISI KATA PENGANTAR ... i BAB I PENDAHULUAN ... 1 1.1. Latar Belakang ... 1\n\nBAB II PERENCANAAN KINERJA ... 7\n\n2.1. Rencana Strategis ... 7\n\niii IKHTISAR EKSEKUTIF Capaian kinerja dinas tahun ini baik.\n\n"
     "BAB I PENDAHULUAN\n\nisi bab satu\n\nBAB III AKUNTABILITAS KINERJA\n\n"
     "Tabel 3.4 Perbandingan Perkara No Tahun Target Realisasi Capaian satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas dua belas tiga belas empat belas lima belas enam belas tujuh belas "
     "delapan belas sembilan belas dua puluh dua puluh satu dua puluh dua dua puluh tiga menurut Tabel 3.4 selalu memenuhi target yang telah ditetapkan oleh pengadilan setiap tahun sejak lama. Tabel 3.5 Perbandingan Sisa Perkara No Tahun satu dua, lihat Tabel 3.5 ini.\n",
     "tahun: 2022\nikhtisar: IKHTISAR EKSEKUTIF\nbab 1: BAB I PENDAHULUAN\nbab 3: BAB III AKUNTABILITAS KINERJA\n"
     "t 3.4: Tabel 3.4\nt 3.4 rujukan: Tabel 3.4\nt 3.5: Tabel 3.5\nt 3.5 rujukan: Tabel 3.5\n"
     "narasi: LAKIP DINAS PANGAN TAHUN 2022\n"
     "narasi: Tabel 3.4 Perbandingan Perkara No Tahun Target Realisasi Capaian satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas dua belas tiga belas empat belas lima belas enam belas tujuh belas "
     "delapan belas sembilan belas dua puluh dua puluh satu dua puluh dua dua puluh tiga menurut Tabel 3.4 selalu memenuhi target yang telah ditetapkan oleh pengadilan setiap tahun sejak lama.\n"
     "narasi: Tabel 3.5 Perbandingan Sisa Perkara No Tahun satu dua, lihat Tabel 3.5 ini.\n"},
    {"chapters without BAB, the signature of the preface",
     "LAKIP DINAS PANGAN TAHUN 2022\n\nKATA PENGANTAR\n\nContoh Kota, 14 Februari 2023\nKepala Dinas Pangan\n\nDra. SITI CONTOH, M.Si\nPembina Tingkat I\nNIP. 19700101 199503 2 001\n\n"
     "I. PENDAHULUAN\n\nisi bab satu\n\nII. PERENCANAAN KINERJA\n\nisi bab dua\n\nIII. AKUNTABILITAS KINERJA\n\nisi bab tiga\n\nIV. PENUTUP\n\nisi bab empat\n",
     "tahun: 2022\ntempat: Contoh Kota\ntanggal: 14 Februari 2023\njabatan: Kepala Dinas Pangan\nnama: Dra. SITI CONTOH, M.Si\nnip: 19700101 199503 2 001\n"
     "bab 1: I. PENDAHULUAN\nbab 2: II. PERENCANAAN KINERJA\nbab 3: III. AKUNTABILITAS KINERJA\nbab 4: IV. PENUTUP\n"
     "narasi: LAKIP DINAS PANGAN TAHUN 2022\nnarasi: Contoh Kota, 14 Februari 2023 Kepala Dinas Pangan\nnarasi: Dra. SITI CONTOH, M.Si Pembina Tingkat I NIP. 19700101 199503 2 001\n"},
    {"pipe tables: Perjanjian Kinerja, measurement with means of each sasaran, budget",
     "BAB II PERENCANAAN KINERJA\n\nTabel 2.1 Perjanjian Kinerja Tahun 2023\n\n"
     "| No | Sasaran Strategis | Indikator Kinerja | Satuan | Target |\n|---|---|---|---|---|\n| 1 | Meningkatnya produksi | Jumlah produksi | Ton | 120 |\n| 2 | Meningkatnya layanan | Indeks kepuasan | Indeks | 82,5 |\n\n"
     "| No | Program | Anggaran (Rp) | Keterangan |\n|---|---|---|---|\n| 1 | Program Perikanan | 1.000.000 | APBD |\n| | Jumlah | 1.000.000 | |\n\n"
     "BAB III AKUNTABILITAS KINERJA\n\nTabel 3.1 Pengukuran Kinerja Tahun 2023\n\n"
     "| Sasaran | Indikator | Target | Realisasi | Capaian (%) | Predikat |\n|---|---|---|---|---|---|\n"
     "| Meningkatnya produksi | Jumlah produksi | 120 | 132 | 110,00 | Sangat Tinggi |\n| | Rata-rata Capaian | | | 110,00 | |\n"
     "| Meningkatnya layanan | Indeks kepuasan | 82,5 | 80 | 96,97 | Tinggi |\n| | Rata-rata lama layanan | 4 | 5 | 75 | Sedang |\n| | Rata-rata Capaian | | | 85,98 | |\n| Rata-rata | | | | 97,99 | |\n",
     "tahun: 2023\nbab 2: BAB II PERENCANAAN KINERJA\nbab 3: BAB III AKUNTABILITAS KINERJA\n"
     "t 2.1: Tabel 2.1 Perjanjian Kinerja Tahun 2023\nt 3.1: Tabel 3.1 Pengukuran Kinerja Tahun 2023\n"
     "pk 2023: Tabel 2.1 Perjanjian Kinerja Tahun 2023\n  sasaran 0: Meningkatnya produksi\n  sasaran 1: Meningkatnya layanan\n"
     "  Jumlah produksi s=Ton t=120 g=0\n  Indeks kepuasan s=Indeks t=82,5 g=1\n"
     "pengukuran 2023: Tabel 3.1 Pengukuran Kinerja Tahun 2023\n  sasaran 0: Meningkatnya produksi rata-rata=110,00\n  sasaran 1: Meningkatnya layanan rata-rata=85,98\n"
     "  Jumlah produksi t=120 r=132 c=110,00 k=Sangat Tinggi g=0\n  Indeks kepuasan t=82,5 r=80 c=96,97 k=Tinggi g=1\n  Rata-rata lama layanan t=4 r=5 c=75 k=Sedang g=1\n  rata-rata: 97,99\n"
     "anggaran-pk 2023:\n  1 Program Perikanan p=1.000.000\n  jumlah Jumlah p=1.000.000\n"},
    {"a text across the columns names the sasaran; a heading broken inside its words",
     "BAB III AKUNTABILITAS KINERJA\n\nTabel 3.1 Pengukuran Kinerja Tahun 2023\n\n"
     "<table><tr><th>No</th><th>Indikator Kinerja</th><th>Target</th><th>Realisa<br>si</th><th>Capaia<br>n (%)</th></tr>"
     "<tr><td colspan=5>Sasaran 1: Meningkatnya produksi</td></tr><tr><td>1</td><td>Jumlah produksi</td><td>120</td><td>132</td><td>110,00</td></tr>"
     "<tr><td colspan=5>Urusan Perikanan</td></tr><tr><td>2</td><td>Jumlah benih</td><td>10</td><td>9</td><td>90,00</td></tr></table>\n",
     "bab 3: BAB III AKUNTABILITAS KINERJA\nt 3.1: Tabel 3.1 Pengukuran Kinerja Tahun 2023\n"
     "pengukuran 2023: Tabel 3.1 Pengukuran Kinerja Tahun 2023\n  sasaran 0: Meningkatnya produksi\n"
     "  Jumlah produksi t=120 r=132 c=110,00 g=0\n  Jumlah benih t=10 r=9 c=90,00 g=0\n"},
    {"figures that went astray: those of one row are not known",
     "BAB III AKUNTABILITAS KINERJA\n\nTabel 3.1 Pengukuran Kinerja Tahun 2023\n\n"
     "| Indikator | Target | Realisasi | Capaian (%) |\n|---|---|---|---|\n| Jumlah produksi | 120 | 132 | 110,00 |\n| Jumlah benih | 10 9 | | 90,00 |\n"
     "| Jumlah kapal | 10 | 9 | 90,00 |\n| Jumlah kolam | 10 | 9 | 90,00 |\n| Jumlah jaring | 10 | 9 | 90,00 |\n| Jumlah pasar | 10 | 9 | 90,00 |\n",
     "bab 3: BAB III AKUNTABILITAS KINERJA\nt 3.1: Tabel 3.1 Pengukuran Kinerja Tahun 2023\n"
     "pengukuran 2023: Tabel 3.1 Pengukuran Kinerja Tahun 2023\n"
     "  Jumlah produksi t=120 r=132 c=110,00\n  Jumlah benih\n  Jumlah kapal t=10 r=9 c=90,00\n  Jumlah kolam t=10 r=9 c=90,00\n  Jumlah jaring t=10 r=9 c=90,00\n  Jumlah pasar t=10 r=9 c=90,00\n"},
    {"nor those of a table where many did, or of one whose names stand elsewhere",
     "BAB III AKUNTABILITAS KINERJA\n\nTabel 3.1 Pengukuran Kinerja Tahun 2023\n\n"
     "| Indikator | Target | Realisasi | Capaian (%) |\n|---|---|---|---|\n| Jumlah produksi | 120 132 | | 110,00 |\n| Jumlah benih | 10 9 | | 90,00 |\n\n"
     "Tabel 3.2 Pengukuran Kinerja Tahun 2023\n\n"
     "| Indikator | Target | | Realisasi | Capaian (%) |\n|---|---|---|---|---|\n| Jumlah produksi | 120 | 132 | 110,00 | |\n| Jumlah benih | 10 | 9 | 90,00 | |\n",
     "tahun: 2023\nbab 3: BAB III AKUNTABILITAS KINERJA\nt 3.1: Tabel 3.1 Pengukuran Kinerja Tahun 2023\nt 3.2: Tabel 3.2 Pengukuran Kinerja Tahun 2023\n"},
    {"in columns of blanks the one empty cell is not known where a figure may have gone astray into words",
     "BAB III AKUNTABILITAS KINERJA\n\nTabel 3.1 Pengukuran Kinerja Tahun 2023\n\n"
     "  No   Indikator            Satuan       Target   Realisasi   Capaian (%)\n  1    Jumlah produksi      Ton          120      132         110,00\n"
     "  2    Jumlah benih         Ekor 10               9           90,00\n  3    Jumlah kapal         Unit                  9           90,00\n",
     "bab 3: BAB III AKUNTABILITAS KINERJA\nt 3.1: Tabel 3.1 Pengukuran Kinerja Tahun 2023\n"
     "pengukuran 2023: Tabel 3.1 Pengukuran Kinerja Tahun 2023\n"
     "  Jumlah produksi s=Ton t=120 r=132 c=110,00\n  Jumlah benih s=Ekor 10 r=9 c=90,00\n  Jumlah kapal s=Unit t= r=9 c=90,00\n"},
    {"budget: numbers and letters in the names, levels, a page between, the name of a program apart from its money",
     "Tabel 3.2 Realisasi Anggaran Tahun 2023\n\n"
     "No Program / Kegiatan / Sub Kegiatan\tAnggaran (Rp)\tRealisasi (Rp)\t%\nI Program Penunjang Urusan\t300\t270\t90\n1. Administrasi Keuangan\t300\t270\t90\na. Penyediaan Gaji\t200\t180\t90\nPenyediaan Alat\t100\t90\t90\n\f"
     "Program Perikanan\t50\t50\t100\n1. Budidaya Ikan\t50\t50\t100\na. Bibit\t50\t50\t100\nJumlah\t350\t320\t91,43\n",
     "t 3.2: Tabel 3.2 Realisasi Anggaran Tahun 2023\n"
     "anggaran 2023: Tabel 3.2 Realisasi Anggaran Tahun 2023\n  1 Program Penunjang Urusan p=300 r=270 %=90\n  2 Administrasi Keuangan p=300 r=270 %=90\n  3 Penyediaan Gaji p=200 r=180 %=90\n  3 Penyediaan Alat p=100 r=90 %=90\n"
     "  1 Program Perikanan p=50 r=50 %=100\n  2 Budidaya Ikan p=50 r=50 %=100\n  3 Bibit p=50 r=50 %=100\n  jumlah Jumlah p=350 r=320 %=91,43\n"},
    {"budget: codes, HTML, headings over two columns",
     "<table><tr><th rowspan=2>Kode</th><th rowspan=2>Program/Kegiatan</th><th colspan=3>Keuangan</th></tr><tr><th>Pagu</th><th>Realisasi</th><th>%</th></tr>"
     "<tr><td>3.25.02</td><td>Program Tangkap</td><td>900</td><td>810</td><td>90</td></tr><tr><td>3.25.02.2.01</td><td>Kegiatan Pelabuhan</td><td>900</td><td>810</td><td>90</td></tr>"
     "<tr><td>3.25.02.2.01.05</td><td>Sub Dermaga</td><td>900</td><td>810</td><td>90</td></tr><tr><td colspan=2>Total</td><td>900</td><td>810</td><td>90</td></tr></table>\n",
     "anggaran 0:\n  di bawah program: 2\n  1 Program Tangkap p=900 r=810 %=90\n  2 Kegiatan Pelabuhan p=900 r=810 %=90\n  3 Sub Dermaga p=900 r=810 %=90\n  jumlah Total p=900 r=810 %=90\n"},
    {"several years side by side: a comparison, and a measurement for each year that is whole",
     "Tabel 3.3 Perbandingan Capaian Tahun 2022 dan 2023\n\n"
     "<table><tr><th rowspan=2>Indikator</th><th colspan=3>Tahun 2022</th><th colspan=3>Tahun 2023</th></tr><tr><th>Target</th><th>Realisasi</th><th>Capaian</th><th>Target</th><th>Realisasi</th><th>Capaian</th></tr>"
     "<tr><td>Indeks kepuasan</td><td>80</td><td>82</td><td>102,5</td><td>82</td><td>82</td><td>100</td></tr></table>\n",
     "t 3.3: Tabel 3.3 Perbandingan Capaian Tahun 2022 dan 2023\n"
     "pengukuran 2022: Tabel 3.3 Perbandingan Capaian Tahun 2022 dan 2023\n  Indeks kepuasan t=80 r=82 c=102,5\n"
     "pengukuran 2023: Tabel 3.3 Perbandingan Capaian Tahun 2022 dan 2023\n  Indeks kepuasan t=82 r=82 c=100\n"
     "perbandingan: Indeks kepuasan 2022t=80 2022r=82 2022c=102,5 2023t=82 2023r=82 2023c=100\n"},
    {"a plan's targets of five years beside the realisasi",
     "| No | IKU | Satuan | 2021 | Target 2022 | 2023 | Realisasi 2023 | Target Akhir Renstra |\n|---|---|---|---|---|---|---|---|\n| 1 | Produksi ikan | Ton | 10 | 20 | 30 | 29 | 40 |\n",
     "perbandingan: Produksi ikan s=Ton 2021t=10 2022t=20 2023t=30 2023r=29 akhir=40\n"},
    {"efficiency: performance and money in one table, totals of both",
     "Tabel 3.4 Efisiensi Tahun 2023\n\n| Indikator | Target | Realisasi | % Capaian | Program | Pagu | Realisasi | % | Tingkat Efisiensi |\n|---|---|---|---|---|---|---|---|---|\n"
     "| Produksi ikan | 10 | 12 | 120 | Program Perikanan | 500 | 450 | 90 | 10 |\n| Rata-rata Capaian | | | 120 | Total Realisasi | 500 | 450 | 90 | 10 |\n",
     "t 3.4: Tabel 3.4 Efisiensi Tahun 2023\n"
     "pengukuran 2023: Tabel 3.4 Efisiensi Tahun 2023\n  Produksi ikan t=10 r=12 c=120\n  rata-rata: 120\n"
     "efisiensi 2023: Tabel 3.4 Efisiensi Tahun 2023\n  1 Program Perikanan p=500 r=450 %=90 c=120 e=10\n  jumlah Total Realisasi p=500 r=450 %=90 c=120 e=10\n"},
    {"money in thousands, by the caption",
     "Tabel 3.1 Realisasi Anggaran (dalam ribuan rupiah)\n\n| No | Program | Pagu | Realisasi | % |\n|---|---|---|---|---|\n| 1 | Program A | 12 | 11 | 91,67 |\n",
     "t 3.1: Tabel 3.1 Realisasi Anggaran (dalam ribuan rupiah)\nanggaran 0: Tabel 3.1 Realisasi Anggaran (dalam ribuan rupiah)\n  x 1000\n  1 Program A p=12 r=11 %=91,67\n"},
    {"money in millions, by a heading",
     "Tabel 3.1 Realisasi Anggaran\n\n| No | Program | Pagu (Rp juta) | Realisasi | % |\n|---|---|---|---|---|\n| 1 | Program A | 12 | 11 | 91,67 |\n",
     "t 3.1: Tabel 3.1 Realisasi Anggaran\nanggaran 0: Tabel 3.1 Realisasi Anggaran\n  x 1000000\n  1 Program A p=12 r=11 %=91,67\n"},
    {"money in thousands, by noughts",
     "Tabel 3.1 Realisasi Anggaran\n\n| No | Program | Pagu (Rp 000) | Realisasi | % |\n|---|---|---|---|---|\n| 1 | Program A | 12 | 11 | 91,67 |\n",
     "t 3.1: Tabel 3.1 Realisasi Anggaran\nanggaran 0: Tabel 3.1 Realisasi Anggaran\n  x 1000\n  1 Program A p=12 r=11 %=91,67\n"},
    {"money in thousands, by a factor",
     "Tabel 3.1 Realisasi Anggaran\n\n| No | Program | Pagu (x Rp1.000) | Realisasi | % |\n|---|---|---|---|---|\n| 1 | Program A | 12 | 11 | 91,67 |\n",
     "t 3.1: Tabel 3.1 Realisasi Anggaran\nanggaran 0: Tabel 3.1 Realisasi Anggaran\n  x 1000\n  1 Program A p=12 r=11 %=91,67\n"},
    {"money in thousand millions",
     "Tabel 3.1 Realisasi Anggaran (Rp Miliar)\n\n| No | Program | Pagu | Realisasi | % |\n|---|---|---|---|---|\n| 1 | Program A | 12 | 11 | 91,67 |\n",
     "t 3.1: Tabel 3.1 Realisasi Anggaran (Rp Miliar)\nanggaran 0: Tabel 3.1 Realisasi Anggaran (Rp Miliar)\n  x 1000000000\n  1 Program A p=12 r=11 %=91,67\n"},
    {"an amount in a caption is no unit",
     "Tabel 3.1 Realisasi Anggaran Kegiatan di Atas 200 Juta\n\n| No | Program | Pagu (Rp) | Realisasi | % |\n|---|---|---|---|---|\n| 1 | Program A | 12 | 11 | 91,67 |\n",
     "t 3.1: Tabel 3.1 Realisasi Anggaran Kegiatan di Atas 200 Juta\nanggaran 0: Tabel 3.1 Realisasi Anggaran Kegiatan di Atas 200 Juta\n  1 Program A p=12 r=11 %=91,67\n"},
    {"a heading that names one level below programmes; a share alone",
     "| No | Program/Sub Kegiatan | Pagu | Realisasi | % |\n|---|---|---|---|---|\n| 1 | Program A | | | 90 |\n| | Penyediaan Gaji | 100 | 90 | 90 |\n",
     "anggaran 0:\n  di bawah program: 3\n  1 Program A p= r= %=90\n  -1 Penyediaan Gaji p=100 r=90 %=90\n"},
    {"growth; what stands behind the plan's end is of it",
     "| Indikator Kinerja | Realisasi 2022 | Realisasi 2023 | Kenaikan/Penurunan (%) | Target Akhir Renstra | Capaian (%) |\n|---|---|---|---|---|---|\n| Produksi ikan | 20 | 30 | 50 | 40 | 75 |\n",
     "perbandingan: Produksi ikan 2022r=20 2023r=30 0c=75 akhir=40 naik=50\n"},
    {"a sasaran printed for each indicator, numbers before names",
     "Tabel 3.1 Pengukuran Kinerja\n\n| Sasaran | Indikator | Target | Realisasi | Capaian |\n|---|---|---|---|---|\n| 1. Meningkatnya mutu | 1. Indeks mutu | 80 | 80 | 100 |\n| 1. Meningkatnya mutu | 2. Nilai mutu | 70 | 70 | 100 |\n",
     "t 3.1: Tabel 3.1 Pengukuran Kinerja\npengukuran 0: Tabel 3.1 Pengukuran Kinerja\n  sasaran 0: Meningkatnya mutu\n  Indeks mutu t=80 r=80 c=100 g=0\n  Nilai mutu t=70 r=70 c=100 g=0\n"},
    {"kegiatan measured under their own names",
     "| No | Program / Kegiatan | Target | Realisasi | % |\n|---|---|---|---|---|\n| | a. Pengadaan Kendaraan | 4 Unit | 4 Unit | 4% |\n| | b. Laporan | 12 Laporan | - | 0% |\n",
     "pengukuran 0:\n  Pengadaan Kendaraan t=4 Unit r=4 Unit c=4%\n  Laporan t=12 Laporan r=- c=0%\n"},
    {"the rating scale as a table, the formula",
     "Rumus yang digunakan adalah (2 x Target - Realisasi) / Target x 100%.\n\n"
     "| No | Interval Nilai | Kategori |\n|---|---|---|\n| 1 | 91 \xE2\x89\xA4 | Sangat Tinggi |\n| 2 | > 75 - 90 | Tinggi |\n| 3 | 66 s.d. 75 | Sedang |\n| 4 | \xE2\x89\xA4 50 | Sangat Rendah |\n| 5 | kurang dari 20 | Buruk |\n",
     "rumus: 2t-r\nskala Sangat Tinggi: >==91\nskala Tinggi: >=75 <==90\nskala Sedang: >==66 <==75\nskala Sangat Rendah: <==50\nskala Buruk: <=20\n"
     "narasi: Rumus yang digunakan adalah (2 x Target - Realisasi) / Target x 100%.\n"},
    {"the scale in sentences",
     "a. Nilai Capaian Kinerja dari 85 % - 100 % adalah sangat berhasil.\n\nb. Nilai Capaian Kinerja di bawah 55 % adalah tidak berhasil;\n",
     "skala sangat berhasil: >==85 <==100\nskala tidak berhasil: <=55\n"
     "narasi: Nilai Capaian Kinerja dari 85 % - 100 % adalah sangat berhasil.\nnarasi: Nilai Capaian Kinerja di bawah 55 % adalah tidak berhasil;\n"},
    {"a total of another table",
     "Tabel 1.1 Jumlah Pegawai\n\n| No | Pendidikan | PNS | Relawan |\n|---|---|---|---|\n| 1 | SMA | 1 | 25 |\n| 2 | S1 | 13 | - |\n| | Jumlah | 14 | 25 |\n",
     "t 1.1: Tabel 1.1 Jumlah Pegawai\njumlah PNS: 1 13 = 14\n"},
    {"sentences over lines and a page; abbreviations end none",
     "Nilai SAKIP dinas pada tahun 2023 naik dari 60,10 menjadi\n\f62,68 dengan predikat B. Hasil itu menurut Perka No. 3 Tahun 2012 termasuk baik.\n",
     "narasi: Nilai SAKIP dinas pada tahun 2023 naik dari 60,10 menjadi 62,68 dengan predikat B. Hasil itu menurut Perka No. 3 Tahun 2012 termasuk baik.\n"},
    {"aligned columns: a second table behind a blank line",
     "Tabel 2.1 Perjanjian Kinerja Tahun 2023\n\n"
     "     No       Sasaran Strategis          Indikator Kinerja            Satuan     Target\n"
     "     1    Meningkatnya derajat      Angka Kematian Ibu per       Per 100.000    120\n"
     "          kesehatan masyarakat      100.000 kelahiran hidup          KH\n"
     "                                    Prevalensi stunting              %         14,00\n"
     "     2    Meningkatnya mutu         Indeks Kepuasan              Indeks        85,00\n"
     "          pelayanan                 Masyarakat\n\n"
     "      No                      Program                            Anggaran\n"
     "     1.    Program Penunjang Urusan Pemerintahan Daerah        Rp 12.500.000.000\n"
     "           Kabupaten/Kota\n"
     "     2.    Program Pemenuhan Upaya Kesehatan                   Rp 8.250.500.000\n"
     "           Jumlah                                              Rp 20.750.500.000\n",
     "t 2.1: Tabel 2.1 Perjanjian Kinerja Tahun 2023\n"
     "pk 2023: Tabel 2.1 Perjanjian Kinerja Tahun 2023\n  sasaran 0: Meningkatnya derajat kesehatan masyarakat\n  sasaran 1: Meningkatnya mutu pelayanan\n"
     "  Angka Kematian Ibu per 100.000 kelahiran hidup s=Per 100.000 KH t=120 g=0\n  Prevalensi stunting s=% t=14,00 g=0\n  Indeks Kepuasan Masyarakat s=Indeks t=85,00 g=1\n"
     "anggaran-pk 2023:\n  1 Program Penunjang Urusan Pemerintahan Daerah Kabupaten/Kota p=Rp 12.500.000.000\n  1 Program Pemenuhan Upaya Kesehatan p=Rp 8.250.500.000\n"
     "  jumlah Jumlah p=Rp 20.750.500.000\n"},
    {"aligned columns: years in the middle of their columns, a figure with its unit, a heading behind the table",
     "Tabel 3.2 Perbandingan Tahun 2021 dan 2022\n\n"
     "                                               Tahun 2021                       Tahun 2022\n"
     " No   Indikator Kinerja Utama          Target   Realisasi   Capaian    Target   Realisasi   Capaian\n"
     "                                                              (%)                             (%)\n"
     " 1    Nilai Survei Kepuasan             85,00      85,50     100,59     86,00      87,20     101,40\n"
     "      Masyarakat\n"
     " 2    Jumlah kejadian gangguan             15         14     106,67        12          9     125,00\n"
     "      ketertiban umum\n\n"
     "3.3   Realisasi Anggaran\n",
     "t 3.2: Tabel 3.2 Perbandingan Tahun 2021 dan 2022\n"
     "pengukuran 2021: Tabel 3.2 Perbandingan Tahun 2021 dan 2022\n  Nilai Survei Kepuasan Masyarakat t=85,00 r=85,50 c=100,59\n  Jumlah kejadian gangguan ketertiban umum t=15 r=14 c=106,67\n"
     "pengukuran 2022: Tabel 3.2 Perbandingan Tahun 2021 dan 2022\n  Nilai Survei Kepuasan Masyarakat t=86,00 r=87,20 c=101,40\n  Jumlah kejadian gangguan ketertiban umum t=12 r=9 c=125,00\n"
     "perbandingan: Nilai Survei Kepuasan Masyarakat 2021t=85,00 2021r=85,50 2021c=100,59 2022t=86,00 2022r=87,20 2022c=101,40\n"
     "perbandingan: Jumlah kejadian gangguan ketertiban umum 2021t=15 2021r=14 2021c=106,67 2022t=12 2022r=9 2022c=125,00\n"
     "narasi: 3.3 Realisasi Anggaran\n"},
    {"a Perjanjian Kinerja in the appendix",
     "BAB I PENDAHULUAN\n\nisi\n\nBAB II PERENCANAAN KINERJA\n\nisi\n\nBAB III AKUNTABILITAS KINERJA\n\nisi\n\nBAB IV PENUTUP\n\nisi\n\nLAMPIRAN 1 PERJANJIAN KINERJA TAHUN 2023\n\n"
     "| Sasaran | Indikator Kinerja | Target |\n|---|---|---|\n| Meningkatnya layanan | Indeks kepuasan | 82,5 |\n",
     "bab 1: BAB I PENDAHULUAN\nbab 2: BAB II PERENCANAAN KINERJA\nbab 3: BAB III AKUNTABILITAS KINERJA\nbab 4: BAB IV PENUTUP\n"
     "l 1: LAMPIRAN 1 PERJANJIAN KINERJA TAHUN 2023\n"
     "pk 2023 lampiran: LAMPIRAN 1 PERJANJIAN KINERJA TAHUN 2023\n  sasaran 0: Meningkatnya layanan\n  Indeks kepuasan t=82,5 g=0\n"
     "lampiran: LAMPIRAN 1 PERJANJIAN KINERJA TAHUN 2023\n"},
    {"a Perjanjian Kinerja below the heading of its section; that of another section announces nothing",
     "BAB II PERENCANAAN KINERJA\n\n2.1 Rencana Strategis\n\n| Sasaran | Indikator Kinerja | Target |\n|---|---|---|\n| Meningkatnya layanan | Indeks mutu | 80 |\n\n"
     "2.2 Perjanjian Kinerja Tahun 2023\n\n| Sasaran | Indikator Kinerja | Target |\n|---|---|---|\n| Meningkatnya layanan | Indeks kepuasan | 82,5 |\n\nBAB III AKUNTABILITAS KINERJA\n\nisi\n",
     "bab 2: BAB II PERENCANAAN KINERJA\n  bagian 1: 2.1 Rencana Strategis\n  bagian 1: 2.2 Perjanjian Kinerja Tahun 2023\nbab 3: BAB III AKUNTABILITAS KINERJA\n"
     "pk 2023: 2.2 Perjanjian Kinerja Tahun 2023\n  sasaran 0: Meningkatnya layanan\n  Indeks kepuasan t=82,5 g=0\n"},
};

static enum document_kind recognised(struct buf *b, struct str raw)
{
    struct arena *rules = arena_new(), *a = arena_new();
    struct pack_faults faults = {0};
    struct limits limits;
    struct trouble why = {0};
    struct source s = {.path = STR("x.txt"), .raw = raw, .words = read_words_load(rules, &bundle_embedded, &(struct pack_faults){0})};
    struct reading r = {0};
    struct document d = {.kind = DOCUMENT_NONE};
    bool claims = false;
    limits_default(&limits);
    const struct vocabulary *v = vocabulary_load(rules, &bundle_embedded, &faults);
    if (v && source_decode(a, &s, &limits, &why) == RC_OK && read_source(a, &s, &limits, &r, &why) == RC_OK && r.layout) recognise(a, v, r.layout, &d, &claims, NULL);
    arena_free(r.pages); /* nothing of it is needed any more */
    if (b && d.kind == DOCUMENT_LKJIP) print_report(b, d.lkjip);
    arena_free(a);
    arena_free(rules);
    return d.kind;
}

/* A cover and chapters around a piece, so that it is a report whatever it holds. */
static struct str as_report(struct buf *b, const char *piece, const char *cover)
{
    buf_z(b, cover);
    buf_z(b, piece);
    return buf_view(b);
}

static void test_shapes(void)
{
    static const char cover[] = "LKjIP\n\nLAPORAN KINERJA\n\nLAPORAN KINERJA INSTANSI PEMERINTAH\n\nLAPORAN KINERJA\n\n";
    for (size_t i = 0; i < COUNT(shapes); i++) {
        struct buf text = BUF_INIT, b = BUF_INIT;
        (void)recognised(&b, as_report(&text, shapes[i].text, cover));
        is_str(b.p ? b.p : "", shapes[i].want, "%s", shapes[i].name);
        buf_free(&text);
        buf_free(&b);
    }
}

static void test_kind(void)
{
    ok(recognised(NULL, STR("Nomor SOP : 1/2024\nNama SOP : Penyusunan Laporan Kinerja Instansi Pemerintah (LKjIP)\nTanggal Efektif : 1 Mei 2024\n\nDasar Hukum :\n1. Peraturan Presiden Nomor 29 Tahun 2014\n\n"
                            "LAPORAN KINERJA\n\nNo\tKegiatan\tPelaksana\tKelengkapan\tWaktu\tOutput\n1\tMenyusun LKjIP\tv\tData\t1 hari\tLKjIP\n2\tMengirim LKjIP\tv\tLKjIP\t1 jam\tBukti\n")) == DOCUMENT_SOP,
       "an SOP about the report is an SOP");
    ok(recognised(NULL, STR("LAPORAN KINERJA\n\nRapat membahas laporan kinerja.\n")) == DOCUMENT_NONE, "a note about a report is none");
}

/* Whatever stands in it, a report is read to the end in little time; the test's own time limit holds that. */
static void test_hostile(void)
{
    static const char cover[] = "LAPORAN KINERJA\n\nLAPORAN KINERJA\n\nLAPORAN KINERJA\n\nLAPORAN KINERJA TAHUN 99999\n\n";
    struct buf wide = BUF_INIT, tall = BUF_INIT, digits = BUF_INIT, lines = BUF_INIT, bab = BUF_INIT;
    struct buf *all[] = {&wide, &tall, &digits, &lines, &bab};
    for (size_t i = 0; i < COUNT(all); i++) buf_z(all[i], cover);
    for (int i = 0; i < 10000; i++) buf_z(&wide, "Target\t");
    buf_z(&wide, "Realisasi\nx\t1\t2\n");
    buf_z(&tall, "Sasaran\tIndikator\tTarget\tRealisasi\tCapaian\n");
    for (int i = 0; i < 8000; i++) buf_z(&tall, "\tx\t1\t1\t100\n\tlanjutan\t\t\t\n");
    buf_z(&digits, "Indikator\tTarget\tRealisasi\tCapaian\nx\t");
    for (int i = 0; i < 10000; i++) buf_z(&digits, "9");
    buf_z(&digits, "\t1.\t-\n");
    for (int i = 0; i < 40000; i++) buf_z(&lines, "a 1\n");
    for (int i = 0; i < 20000; i++) buf_z(&bab, "BAB II\n\n2.1. Satu\n\nTabel 1.1 Dua\n\n");
    for (size_t i = 0; i < COUNT(all); i++) {
        ok(recognised(NULL, buf_view(all[i])) == DOCUMENT_LKJIP, "hostile report %zu", i);
        buf_free(all[i]);
    }
}

int main(void)
{
    test_shapes();
    test_kind();
    test_hostile();
    return done();
}
