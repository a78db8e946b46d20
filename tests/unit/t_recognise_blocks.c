/* Identity blocks whose parts a converter or a scanner set apart: what belongs together is found together. */
#include "../sop_shapes.h"

static const struct sop_shape shapes[] = {
    {"name and NIP further down, below the lines of the other column",
     "                                                                        Nomor SOP                 045/31/2025\n"
     "                                                                        Tanggal Pembuatan         2 Januari 2025\n"
     "                                                                        Tanggal Revisi            -\n"
     "                                                                        Tanggal Efektif           6 Januari 2025\n"
     "                                                                        Disahkan Oleh                        Kepala Balai Benih\n"
     "\n"
     "                   BALAI BENIH CONTOH\n"
     "                   KABUPATEN UMBULREJA\n"
     "                    SEKSI PERSEMAIAN\n"
     "                                                                                                             Ir. Budi Contoh, M.P.\n"
     "                                                                                                            NIP. 197004121995031004\n"
     "\n"
     "\n"
     "                                                                        Judul SOP                 Pengambilan Benih\n"
     "\n"
     "   Dasar Hukum :                                                        Kualifikasi Pelaksana :\n"
     "   1. Undang-Undang Nomor 22 Tahun 2019                                 1. Memahami benih\n",
     "instansi: KABUPATEN UMBULREJA\n"
     "unit: BALAI BENIH CONTOH\n"
     "nomor: 045/31/2025\n"
     "nama: Pengambilan Benih\n"
     "pembuatan: 2 Januari 2025\n"
     "revisi: -\n"
     "efektif: 6 Januari 2025\n"
     "pengesahan:  |  | Kepala Balai Benih | Ir. Budi Contoh, M.P. |  | 197004121995031004\n"
     "dasar-hukum: 1. Undang-Undang Nomor 22 Tahun 2019\n"
     "kualifikasi-pelaksana: 1. Memahami benih\n"},
    {"rows of tabs whose right-hand cells are blank have no tab",
     "\t\tNOMOR SOP\t045/32/2025\n"
     "\t\tTANGGAL PEMBUATAN\t2 Januari 2025\n"
     "\t\tTANGGAL EFEKTIF\t6 Januari 2025\n"
     "\t\tDISAHKAN OLEH\tKEPALA BALAI BENIH\n"
     "BALAI BENIH CONTOH\n"
     "SEKSI PERSEMAIAN\n"
     "JALAN MELATI\t\t\tIr. Budi Contoh, M.P.\n"
     "\t\t\tNIP. 197004121995031004\n"
     "\t\tNAMA SOP\tPENGAMBILAN BENIH\n",
     "unit: BALAI BENIH CONTOH\n"
     "nomor: 045/32/2025\n"
     "nama: PENGAMBILAN BENIH\n"
     "pembuatan: 2 Januari 2025\n"
     "efektif: 6 Januari 2025\n"
     "pengesahan:  |  | KEPALA BALAI BENIH | Ir. Budi Contoh, M.P. |  | 197004121995031004\n"},
    {"a bar between label and value, as a line of the table was scanned",
     "NOMOR SOP | 045/33/2025\n"
     "TGL. PEMBUATAN | 2 Januari 2025\n"
     "TGL. REVISI |\n"
     "TGL. AKTIF | 6 Januari 2025\n"
     "DISAHKAN OLEH | KEPALA BALAI BENIH\n"
     "Ir. BUDI CONTOH, M.P.\n"
     "NIP. 19700412 199503 1 004\n"
     "NAMA SOP | Pengambilan Benih\n"
     "DASAR HUKUM |\n"
     "1. Undang-Undang Nomor 22 Tahun 2019\n",
     "nomor: 045/33/2025\n"
     "nama: Pengambilan Benih\n"
     "pembuatan: 2 Januari 2025\n"
     "revisi: \n"
     "efektif: 6 Januari 2025\n"
     "pengesahan:  |  | KEPALA BALAI BENIH | Ir. BUDI CONTOH, M.P. |  | 19700412 199503 1 004\n"
     "dasar-hukum: 1. Undang-Undang Nomor 22 Tahun 2019\n"
     "label keliru: TGL. AKTIF = tanggal-efektif\n"},
    {"blanks inside the tags of a table",
     "<h1>SOP Pengambilan Benih</h1>\n"
     "<table>\n"
     "<tr><td  style=\"width:50%\">BALAI BENIH CONTOH</td><td  style=\"width:20%\">Nama SOP</td><td  style=\"width:30%\">Pengambilan Benih</td></tr>\n"
     "<tr><td  style=\"width:50%\">SEKSI</td><td  style=\"width:20%\">Tanggal Pembuatan</td><td  style=\"width:30%\">2 Januari 2025</td></tr>\n"
     "<tr><td  style=\"width:50%\"></td><td  style=\"width:20%\">Nomor SOP</td><td  style=\"width:30%\">045/34/2025</td></tr>\n"
     "</table>\n",
     "unit: BALAI BENIH CONTOH\n"
     "nomor: 045/34/2025\n"
     "nama: Pengambilan Benih\n"
     "pembuatan: 2 Januari 2025\n"
     "judul lain: SOP Pengambilan Benih\n"},
};

int main(void) { return recognised_as(shapes, COUNT(shapes)); }
