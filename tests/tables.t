#!/usr/bin/perl
# Tables of reports as agencies print them: what is planted is found with its value, and nothing else. Each text is its own.
use strict;
use warnings;
use utf8;
use FindBin;
use JSON::PP;
use File::Temp;
use Test::More;
chdir "$FindBin::Bin/.." or die;
binmode Test::More->builder->$_, ':utf8' for qw(output failure_output);
my $patuh = $ENV{PATUH} // 'build/san/patuh';
my $folder = File::Temp->newdir;

sub checked { # of one text: the JSON of its document
    my ($text, $name) = @_;
    my $file = "$folder/" . ($name // 'laporan.txt');
    open my $out, '>:encoding(UTF-8)', $file or die;
    print $out $text;
    close $out;
    open my $run, '-|', $patuh, qw(check --format json --today 2025-06-30), $file or die "$patuh: $!";
    my $json = do { local $/; <$run> };
    decode_json($json)->{documents}[0];
}

sub report { # chapters around a piece
    my (%part) = @_;
    my $two = $part{two} // 'Rencana kinerja tahun 2023 mengacu pada Renstra.';
    join "\n\n", 'LAPORAN KINERJA INSTANSI PEMERINTAH', 'DINAS PERTANAHAN KABUPATEN UMBULREJA', 'TAHUN 2023', '',
        "BAB I PENDAHULUAN\n\n" . ($part{one} // 'Isu strategis adalah sengketa lahan.'), "BAB II PERENCANAAN KINERJA\n\n$two", "BAB III AKUNTABILITAS KINERJA\n\n$part{three}",
        "BAB IV PENUTUP\n\nLangkah perbaikan ke depan adalah mempercepat pemetaan.\n";
}

# What is found of these families: "rule fragment" for each, a fragment of the message.
sub finds {
    my ($name, $text, $families, @want) = @_;
    my @got = sort map { "$_->{rule} $_->{message}" } grep { $_->{rule} =~ /^(?:$families)/ } @{ checked($text)->{findings} };
    my @missing = grep { my ($rule, $part) = split ' ', $_, 2; !grep { index($_, "$rule ") == 0 && index($_, $part) > 0 } @got } @want;
    ok(@got == @want && !@missing, $name) or diag "found:\n  ", join("\n  ", @got), "\nmissing: ", join(', ', @missing);
}

# ---- levels and grades with their figures
finds('levels and grades with their figures', report(three => <<'T'), 'CK', 'CK001 98,50%', 'CK001 91,00%');
Tabel 3.1 Capaian Kinerja Tahun 2023

| No | Sasaran Strategis | Indikator Kinerja | Target | Realisasi | Capaian |
|---|---|---|---|---|---|
| 1 | Meningkatnya tata kelola | Maturitas penyelenggaraan SPIP | Level 3 (3,20) | Level 3 (3,04) | 98,50% |
| | | Kapabilitas APIP | Level II | Level II | 100% |
| | | Kualitas pelayanan | Sangat Baik (90,00) | Baik (85,50) | 95,00% |
| 2 | Meningkatnya akuntabilitas | Nilai AKIP | Predikat BB (75,00) | Predikat B (66,00) | 91,00% |
T

# ---- amounts that are no amounts
finds('amounts miswritten are named and not reckoned with', report(three => <<'T'), 'CK|AG', 'CK011 214.600.00,00', 'CK011 88.310.4000', 'CK011 12..400.500');
Tabel 3.2 Realisasi Anggaran Tahun 2023

| No | Program | Pagu (Rp) | Realisasi (Rp) | % |
|---|---|---|---|---|
| 1 | Program Pemetaan | 214.600.00,00 | 210.308.000,00 | 98,00 |
| 2 | Program Sertifikasi | 90.112.653,00 | 88.310.4000,00 | 98,00 |
| 3 | Program Penunjang | 12.652.551,00 | 12..400.500,00 | 98,00 |
T

# ---- pagu before and after a revision
finds('the pagu of the revision counts', report(three => <<'T'), 'AG', 'AG001 88,00');
Tabel 3.2 Realisasi Anggaran Tahun 2023

| No | Program | Pagu Semula | Pagu Setelah Perubahan | Realisasi | % |
|---|---|---|---|---|---|
| 1 | Program Pemetaan | 100.000.000 | 200.000.000 | 190.000.000 | 95,00 |
| 2 | Program Sertifikasi | 300.000.000 | 150.000.000 | 135.000.000 | 90,00 |
| 3 | Program Penunjang | 50.000.000 | 60.000.000 | 51.000.000 | 88,00 |
T

# ---- blocks of years
finds('blocks of years over aligned columns', report(three => <<'T'), 'CK00[1-7]|AG', 'CK001 91,00');
                    Tabel 3.1 Capaian Kinerja Tahun 2022-2023

 No   Indikator Kinerja             Target              Realisasi             Capaian (%)
                                2022     2023        2022     2023         2022     2023
 1    Indeks pertanahan        60,00    70,00       57,00    66,50        95,00    95,00
 2    Persentase bidang        80,00    90,00       80,00    81,00       100,00    91,00
      tanah terpetakan
T
finds('blocks of numbered years in a pipe table, with a column of ticks', report(three => <<'T'), 'CK00[1-7]|CK011|AG', 'CK001 77,00');
Tabel 3.3 Pencapaian Kinerja Pelayanan Tahun 2022-2023

| No | Indikator | Target SDGs | Target Renstra tahun ke- | | Realisasi tahun ke- | | Rasio Capaian tahun ke- | |
| | | | 1 | 2 | 1 | 2 | 1 | 2 |
|---|---|---|---|---|---|---|---|---|
| 1 | Indeks pertanahan | V | 60,00 | 70,00 | 57,00 | 66,50 | 95,00 | 95,00 |
| 2 | Persentase sengketa selesai | | 80,00 | 90,00 | 80,00 | 72,00 | 100,00 | 77,00 |
T
finds('money in blocks of years', report(three => <<'T'), 'AG', 'AG001 60,00');
Tabel 3.4 Anggaran dan Realisasi Tahun 2022-2023

| No | Uraian | Anggaran 2022 | Anggaran 2023 | Realisasi 2022 | Realisasi 2023 | Rasio 2022 | Rasio 2023 |
|---|---|---|---|---|---|---|---|
| 1 | Program Pemetaan | 400.000.000 | 200.000.000 | 380.000.000 | 190.000.000 | 95,00 | 95,00 |
| 2 | Program Sertifikasi | 100.000.000 | 500.000.000 | 90.000.000 | 450.000.000 | 90,00 | 60,00 |
T

# ---- one realisasi against another target
finds('against the plan\'s end and a standard', report(three => <<'T'), 'CK', 'CK015 82,00', 'CK015 99,00');
Tabel 3.5 Realisasi Kinerja Dibandingkan Target Jangka Menengah

| No | Indikator Kinerja | Target Akhir Renstra | Realisasi 2023 | Tingkat Kemajuan (%) |
|---|---|---|---|---|
| 1 | Indeks pertanahan | 90,00 | 72,00 | 80,00 |
| 2 | Persentase sengketa selesai | 80,00 | 60,00 | 75,00 |

Tabel 3.6 Realisasi Kinerja Dibandingkan Target Jangka Menengah

| No | Sasaran | Indikator Kinerja | Realisasi 2023 | Target Akhir Renstra | Capaian (%) |
|---|---|---|---|---|---|
| 1 | Tertib lahan | Nilai kearsipan | 72,00 | 90,00 | 82,00 |

Tabel 3.7 Realisasi Kinerja Dibandingkan Standar Nasional

| No | Indikator Kinerja | Realisasi 2023 | Standar Nasional | Capaian (%) |
|---|---|---|---|---|
| 1 | Nilai kearsipan | 72,00 | 75,00 | 99,00 |
T

# ---- names under a heading that nobody knows
finds('names under an unknown heading', report(three => <<'T'), 'CK|AG', 'CK001 90,00', 'AG001 97,00');
Tabel 3.1 Pelayanan Tahun 2023

| No | Loket | Satuan | Target | Realisasi | Capaian (%) |
|---|---|---|---|---|---|
| 1 | Loket pendaftaran hak | Berkas | 500 | 400 | 90,00 |
| 2 | Loket pengukuran | Berkas | 200 | 150 | 75,00 |

Tabel 3.2 Belanja Tahun 2023

| No | Wilayah Kerja | Anggaran | Realisasi | % |
|---|---|---|---|---|
| 1 | Umbulreja Utara | 200.000.000 | 190.000.000 | 95,00 |
| 2 | Umbulreja Selatan | 100.000.000 | 90.000.000 | 97,00 |
T

# ---- tables testify
finds('one row of many is wrong, and the finding says how many are right', report(three => <<'T'), 'CK|AG', 'CK001 (3 dari 4 baris', 'AG001 (3 dari 4 baris');
Tabel 3.1 Capaian Kinerja Tahun 2023

| No | Indikator Kinerja | Target | Realisasi | Capaian (%) |
|---|---|---|---|---|
| 1 | Indeks pertanahan | 60,00 | 57,00 | 95,00 |
| 2 | Persentase bidang terpetakan | 80,00 | 76,00 | 95,00 |
| 3 | Persentase sengketa selesai | 50,00 | 45,00 | 99,00 |
| 4 | Nilai kearsipan | 75,00 | 75,00 | 100,00 |

Tabel 3.2 Realisasi Anggaran Tahun 2023

| No | Program | Pagu | Realisasi | % |
|---|---|---|---|---|
| 1 | Program Pemetaan | 100.000.000 | 95.000.000 | 95,00 |
| 2 | Program Sertifikasi | 300.000.000 | 240.000.000 | 81,00 |
| 3 | Program Penunjang | 50.000.000 | 45.000.000 | 90,00 |
| | Jumlah | 450.000.000 | 380.000.000 | 84,44 |
T
finds('where no row fits the reading is wrong, not the report', report(three => <<'T'), 'CK|AG');
Tabel 3.1 Capaian Kinerja Tahun 2023

| No | Indikator Kinerja | Target | Realisasi | Capaian (%) |
|---|---|---|---|---|
| 1 | Indeks pertanahan | 31,00 | 57,00 | 95,00 |
| 2 | Persentase bidang terpetakan | 42,00 | 76,00 | 95,00 |
| 3 | Persentase sengketa selesai | 17,00 | 45,00 | 90,00 |

Tabel 3.2 Realisasi Anggaran Tahun 2023

| No | Program | Pagu | Realisasi | % |
|---|---|---|---|---|
| 1 | Program Pemetaan | 95.000.000 | 100.000.000 | 95,00 |
| 2 | Program Sertifikasi | 270.000.000 | 300.000.000 | 90,00 |
| 3 | Program Penunjang | 45.000.000 | 50.000.000 | 90,00 |
T
{
    my $d = checked(report(three => <<'T'));
Tabel 3.1 Capaian Kinerja Tahun 2023

| No | Indikator Kinerja | Target | Realisasi | Capaian (%) |
|---|---|---|---|---|
| 1 | Indeks pertanahan | 31,00 | 57,00 | 95,00 |
| 2 | Persentase bidang terpetakan | 42,00 | 76,00 | 95,00 |
| 3 | Persentase sengketa selesai | 17,00 | 45,00 | 90,00 |
T
    is($d->{rules}{CK001}{outcome}, 'tidak-dapat-diperiksa', 'such a table is unchecked');
    like($d->{rules}{CK001}{reason}, qr/arti kolomnya tidak pasti \(tabel 1\)/, 'with the reason and the table');
}
finds('what is left of the budget', report(three => <<'T'), 'AG', 'AG008 50.000.000');
Tabel 3.2 Realisasi Anggaran Tahun 2023

| No | Program | Pagu | Realisasi | % | Sisa |
|---|---|---|---|---|---|
| 1 | Program Pemetaan | 100.000.000 | 95.000.000 | 95,00 | 5.000.000 |
| 2 | Program Sertifikasi | 300.000.000 | 240.000.000 | 80,00 | 50.000.000 |
| 3 | Program Penunjang | 50.000.000 | 45.000.000 | 90,00 | (5.000.000) |
T
finds('a remainder that is none is another figure', report(three => <<'T'), 'AG');
Tabel 3.2 Realisasi Anggaran Tahun 2023

| No | Program | Pagu | Realisasi | % | Selisih |
|---|---|---|---|---|---|
| 1 | Program Pemetaan | 100.000.000 | 95.000.000 | 95,00 | 20.000.000 |
| 2 | Program Sertifikasi | 300.000.000 | 240.000.000 | 80,00 | 10.000.000 |
| 3 | Program Penunjang | 50.000.000 | 45.000.000 | 90,00 | 12.000.000 |
T

# ---- sums
finds('figures that went astray, and ratios, are not added up', report(three => <<'T'), 'CK017');
     Tabel 3.4 Jumlah Peserta Menurut Kegiatan

     No                         Kegiatan                        Peserta   Tamu
     1.   Pelatihan juru ukur                                      25      4
     2.   Bimbingan teknis pemetaan                                30
     3.   Sosialisasi sertifikat                                   20      3
                            Total                                  75     12
T
finds('a total over two pages', report(three => "Tabel 3.5 Berkas Menurut Loket\n\nLoket            Masuk      Selesai\nUtara              10           8\nSelatan            20          15\n\f"
    . "Loket            Masuk      Selesai\nTimur               5           5\nBarat               6           6\nJumlah             41          34\n"), 'CK017');

{
    my $d = checked(report(three => "Tabel 3.8 Luas Tanah\n\n| Kecamatan | 2021 | Catatan |\n|---|---|---|\n| Umbul | 35,5 | 12 |\n| Reja | 31,2 | 15 |\n"));
    is($d->{rules}{CK017}{outcome}, 'tidak-dapat-diperiksa', 'a table without a role is not passed over');
    open my $run, '-|', $patuh, qw(check --today 2025-06-30), "$folder/laporan.txt" or die;
    binmode $run, ':utf8';
    like(do { local $/; <$run> }, qr/Tabel 3\.8 Luas Tanah: tabel ini memuat angka, tetapi peran kolom-kolomnya tidak dikenali/, 'it is named');
    close $run;
}

# ---- the year, and what kind of document it is
sub kind { my ($text) = @_; my $d = checked($text); ($d->{kind} // '-') . ' ' . join ' ', map { $_->{message} } grep { $_->{rule} eq 'UM002' } @{ $d->{findings} } }

my $chapters = "BAB I PENDAHULUAN\n\nIsu strategis adalah sengketa.\n\nBAB II GAMBARAN PELAYANAN\n\nDinas memiliki sarana.\n\n";
my $table = <<'T';
| No | Sasaran | Indikator Kinerja | Target | Realisasi | Capaian (%) |
|---|---|---|---|---|---|
| 1 | Tertib lahan | Indeks pertanahan | 60,00 | 57,00 | 95,00 |
| 2 | Tertib arsip | Nilai kearsipan | 80,00 | 80,00 | 100,00 |
T
like(kind("PERUBAHAN RENCANA STRATEGIS\nDINAS PERTANAHAN\nTAHUN 2021-2026\n\n$chapters$table"), qr/^- .*; ini tampaknya Renstra\./, 'a Renstra is none of ours, and is called one');
like(kind("RENCANA KERJA\nDINAS PERTANAHAN\nTAHUN 2023\n\n$chapters$table"), qr/tampaknya Renja/, 'a Renja');
like(kind("LAPORAN HASIL EVALUASI\nAKUNTABILITAS KINERJA INSTANSI PEMERINTAH\nTAHUN 2023\n\n$table"), qr/tampaknya laporan hasil evaluasi/, 'a report of an evaluation');
like(kind("LAPORAN KINERJA TRIWULAN II\nDINAS PERTANAHAN\nTAHUN 2023\n\n$table"), qr/tampaknya laporan triwulanan/, 'a quarter is no year');
like(kind("KEPUTUSAN KEPALA DINAS PERTANAHAN\nNOMOR 12 TAHUN 2023\nTENTANG\nINDIKATOR KINERJA UTAMA\n\n$table"), qr/tampaknya keputusan/, 'a decree');
like(kind("Tabel 3.1 Capaian Kinerja Tahun 2023\n\n$table"), qr/^- /, 'an excerpt is no report by its tables alone');
is(kind("LAPORAN KINERJA INSTANSI PEMERINTAH\nDINAS PERTANAHAN KABUPATEN UMBULREJA\nTAHUN 2023\n\nBAB II PERENCANAAN KINERJA\n\nRENCANA STRATEGIS\n\nisi\n\nBAB III AKUNTABILITAS KINERJA\n\n$table"), 'lkjip ', 'a heading inside a report is no title');

my $page = sub { my ($n, $text) = @_; "$text\n\n\nLKjIP Dinas Pertanahan Tahun 2023                       $n\n\f" };
my $uncovered = sub { my ($three) = @_;
    $page->(1, "KATA PENGANTAR\n\nSesuai Peraturan Presiden Nomor 29\nTahun 2014 tentang Sistem Akuntabilitas Kinerja Instansi\nPemerintah laporan ini disusun.") . $page->(2, "BAB I PENDAHULUAN\n\nIsu strategis adalah sengketa.")
    . $page->(3, "BAB II PERENCANAAN KINERJA\n\nRenstra menjadi acuan.") . $page->(4, "BAB III AKUNTABILITAS KINERJA\n\n$three\n\n$table") . $page->(5, "BAB IV PENUTUP\n\nLangkah perbaikan ke depan adalah pemetaan.") };
finds('the year of running feet, not of a regulation', $uncovered->('Bab ini memuat capaian kinerja selama tahun 2023 menurut perjanjiannya.'), 'LS007|LS010|LS011');
finds('a sentence that reports on another year', $uncovered->('Bab ini adalah pertanggungjawaban kinerja selama tahun 2022 atas target yang diperjanjikan pada tahun 2022.'), 'LS007', 'LS007 menyebut tahun 2022');

# ---- programmes and their kegiatan in columns of their own; money planned; efficiency
finds('columns of programmes and kegiatan', report(three => <<'T'), 'AG', 'AG001 85,00', 'AG002 Rp190.000.000', 'AG002 Rp180.500.000');
             Tabel 3.1 Realisasi Anggaran Tahun 2023

No     Program           Kegiatan              Pagu                       Realisasi                %
1    Program                               200.000.000              190.000.000              95,00
     Pemetaan
                    Pengukuran bidang      150.000.000              142.500.000              95,00
                    Pencetakan peta         40.000.000               38.000.000              95,00
2    Program                               100.000.000               90.000.000              90,00
     Sertifikasi
                    Pendaftaran hak         60.000.000               54.000.000              90,00
                    Penerbitan buku         40.000.000               36.000.000              85,00
T
finds('money planned by programme adds up or does not', report(two => <<'P', three => 'Capaian kinerja diuraikan.'), 'AG', 'AG002 Rp250.000.000');
Tabel 2.1 Program dan Kegiatan Menurut DPA Tahun 2023

| No | Program / Kegiatan | Indikator | Target | Anggaran |
|---|---|---|---|---|
| I | Program Pemetaan | Persentase bidang terpetakan | 90% | 280.000.000 |
| 1 | Kegiatan Pengukuran | Jumlah bidang | 300 Bidang | 200.000.000 |
| 2 | Kegiatan Pencetakan | Jumlah peta | 120 Lembar | 50.000.000 |
P

# ---- lines above a table
{
    my $text = report(one => <<'O', two => <<'P', three => <<'T');
Isu strategis adalah sengketa. Dinas didukung pegawai sebagai berikut :
      a. Pegawai menurut golongan :
                    Tabel 1.1 Pegawai Menurut Golongan
            No           Golongan        Pria     Wanita      Jumlah
             1              IV            4         5            9
             2              III           7         6           13
                           JUMLAH        11        11           22
O
2.1 Tabel Penetapan Kinerja
                                         PENETAPAN KINERJA
                              TINGKAT SATUAN PERANGKAT DAERAH
      SKPD                      : Dinas Pertanahan
      Tahun Anggaran            : 2023

          No         Sasaran Strategis                Indikator Kinerja      Satuan   Target
           1         Tertibnya pertanahan             Indeks pertanahan      Indeks    60,00
           2         Meningkatnya akuntabilitas       Nilai kearsipan        Nilai     75,00
P
Tabel 3.1 Capaian Kinerja Tahun 2023

| No | Sasaran Strategis | Indikator Kinerja | Satuan | Target | Realisasi | Capaian (%) |
|---|---|---|---|---|---|---|
| 1 | Tertibnya pertanahan | Indeks pertanahan | Indeks | 62,00 | 57,00 | 91,94 |
T
    finds('a heading between centred lines, a caption below its sentence', $text, 'PK00[137]|LS01[23]', 'PK003 60,00', 'PK001 Nilai kearsipan');
}

# ---- what the text claims of the tables
my $claimed = sub { my ($prose) = @_; report(two => <<'P', three => "Kategori: \x{2265} 90 Memuaskan; 70 sampai < 90 Cukup; < 70 Kurang.\n\nTabel 3.1 Capaian Kinerja Tahun 2023\n\n" . <<"T") };
Tabel 2.1 Perjanjian Kinerja Tahun 2023

| No | Sasaran Strategis | Indikator Kinerja | Satuan | Target |
|---|---|---|---|---|
| 1 | Tertibnya pertanahan | Indeks pertanahan | Indeks | 4,00 |
| | | Persentase sengketa selesai | % | 90,00 |
| 2 | Meningkatnya akuntabilitas | Nilai kearsipan | Nilai | 80,00 |
P
| No | Sasaran Strategis | Indikator Kinerja | Satuan | Target | Realisasi | Capaian (%) |
|---|---|---|---|---|---|---|
| 1 | Tertibnya pertanahan | Indeks pertanahan | Indeks | 4,00 | 3,80 | 95,00 |
| | | Persentase sengketa selesai | % | 90,00 | 90,00 | 100,00 |
| 2 | Meningkatnya akuntabilitas | Nilai kearsipan | Nilai | 80,00 | 72,00 | 90,00 |

$prose
T
finds('all indicators', $claimed->('Tahun 2023 seluruh indikator kinerja dinas sudah memenuhi target.'), 'LN00[1678]', 'LN007 “Indeks pertanahan” di tabelnya 95,00');
finds('not all of them', $claimed->('Tahun 2023 hampir seluruh indikator kinerja dinas memenuhi target.'), 'LN00[1678]');
finds('how many the table above lists', $claimed->('Pada tabel di atas tercantum tiga sasaran dengan 5 indikator kinerja.'), 'LN00[1678]', 'LN006 3 sasaran', 'LN006 5 indikator');
finds('as many as it lists', $claimed->('Pada tabel di atas tercantum dua sasaran dengan 3 indikator kinerja.'), 'LN00[1678]');
finds('parts of a whole', $claimed->('Dari 3 indikator, 2 indikator memenuhi target dan 2 indikator tidak memenuhi target.'), 'LN00[1678]', 'LN006 (2 + 2 indikator)');
finds('the figure of another row', $claimed->('Nilai kearsipan Dinas Pertanahan Kabupaten Umbulreja tahun 2023 adalah 3,80.'), 'LN00[1678]', 'LN001 3,80');
finds('the figure of its row', $claimed->('Nilai kearsipan Dinas Pertanahan Kabupaten Umbulreja tahun 2023 adalah 72,00.'), 'LN00[1678]');
finds('a difference in points', $claimed->('Realisasi dinas tercatat 72,00, sedangkan rata-rata wilayah 65,50. Dinas lebih tinggi 5,50 poin.'), 'LN00[1678]', 'LN008 seharusnya 6,50');
finds('a difference from a figure that follows', $claimed->('Indeks pertanahan tahun 2023 sebesar 3,80, turun 0,25 poin dari tahun 2022 yang sebesar 3,95.'), 'LN00[1-24-8]', 'LN008 seharusnya 0,15');
finds('the right difference', $claimed->("Indeks pertanahan tahun 2023 sebesar 3,80, turun 0,15 poin dari tahun 2022 yang sebesar 3,95.\n\nIndeks pertanahan turun 3,80% dibandingkan tahun 2022 sebesar 3,95."), 'LN00[1-24-8]');
finds('a change in per cent that is neither', $claimed->('Realisasi Persentase sengketa selesai mencapai 90,00%, naik 2,45% dibanding tahun 2022 yang mencapai 88,00%.'), 'LN00[1-24-8]', 'LN008 2,00 poin, atau 2,27%');
finds('a fall called a rise', $claimed->('Persentase sengketa selesai 90,00%, meningkat dibandingkan tahun 2022 sebesar 91,40%.'), 'LN00[1-24-8]', 'LN002 91,40 menjadi 90,00');
finds('by how much, not from where', $claimed->("Persentase sengketa selesai 90,00%, menurun dibandingkan tahun 2022 sebesar 1,40%.\n\nDari target 95,00% realisasi 90,00% menurun dibandingkan triwulan III sebesar 89,00%."), 'LN00[1-24-8]');
finds('a capaian behind the realisasi', $claimed->('Realisasi Nilai kearsipan tahun 2023 sebesar 72,00 dari target 80,00 atau tercapai 92,00%.'), 'LN00[1-24-8]', 'LN001 capaian tahun 2023 sebesar 92,00');
finds('a capaian in brackets', $claimed->('Nilai kearsipan tahun 2023 adalah 72,00 (93,50% dari target).'), 'LN00[1-24-8]', 'LN001 93,50');
finds('of another target', $claimed->("Nilai kearsipan tahun 2023 mencapai 72,00 dari target 75,00 atau 96,00%.\n\nNilai kearsipan tahun 2023 mencapai 72,00 atau 90,00% dari target."), 'LN00[1-24-8]');
finds('how many reached their targets', $claimed->('Dari 3 (tiga) indikator kinerja, sebanyak 2 (dua) indikator telah mencapai target.'), 'LN00[1-24-8]', 'LN006 2 indikator yang mencapai target, padahal tabelnya memuat 1');
finds('how many missed them', $claimed->('Dari tiga indikator, satu belum mencapai target.'), 'LN00[1-24-8]', 'LN006 1 indikator yang tidak mencapai target, padahal tabelnya memuat 2');
finds('as many as did', $claimed->("Dari 3 indikator, 1 indikator memenuhi target dan 2 indikator tidak mencapai target.\n\nDari 3 indikator tahun 2022, 2 mencapai target.\n\nDari 9 indikator program, 5 mencapai target."), 'LN00[1-24-8]');
finds('all of a sasaran', $claimed->('Seluruh indikator pada sasaran Tertibnya pertanahan telah mencapai target.'), 'LN00[1-24-8]', 'LN007 “Indeks pertanahan” di tabelnya 95,00');
finds('all of a sasaran that is not named', $claimed->("Seluruh indikator pada sasaran ini telah mencapai target.\n\nPada tahun 2022 seluruh indikator telah mencapai target.\n\nSeluruh indikator pada Tabel 9.9 telah mencapai target."), 'LN00[1-24-8]');
finds('a predicate of another scale', $claimed->('Semua indikator berkategori Sangat Tinggi.'), 'LN00[1678]', 'LN007 “Sangat Tinggi” tidak ada');

# ---- a clean text of words that our own lists lack is no scan: its odd rows are wrong
{
    my $prose = join "\n\n", ('Petani padi di dataran tinggi mengalami musim kemarau panjang, sehingga gabah menyusut dan harga beras melonjak di pasar. ' .
        'Dinas melatih penyuluh, membagikan benih unggul, merawat saluran irigasi, dan menghimpun kelompok tani agar panen berikutnya membaik. ' .
        'Warga pesisir menanam mangrove, menambak udang, serta memelihara terumbu karang bersama nelayan muda yang tergabung dalam koperasi.') x 4;
    my $table = "\n\nTabel 3.1 Capaian Kinerja Tahun 2023\n\n" . <<'T';
| No | Sasaran Strategis | Indikator Kinerja | Satuan | Target | Realisasi | Capaian (%) |
|---|---|---|---|---|---|---|
| 1 | Tertibnya pertanahan | Indeks pertanahan | Indeks | 60,00 | 57,00 | 95,00 |
| 2 | Meningkatnya layanan | Persentase sengketa selesai | % | 90,00 | 81,00 | 96,00 |
T
    finds('words that only a dictionary knows are no damage', report(three => $prose . $table), 'CK00[1-7]', 'CK001 96,00');
    (my $scanned = $prose) =~ s/penyuluh/peny~uluh/g;
    $scanned =~ s/terumbu/t3rumbu/g;
    finds('signs and digits inside words are: a digit may be misread', report(three => $scanned . $table), 'CK00[1-7]');
}

# ---- a scale whose heading speaks of realisasi, in columns of blanks, its first bound a little aside
for my $shift (0, 6) {
    my $first = ' ' x $shift . "\x{2265} 95" . ' ' x (14 - $shift);
    my $text = report(three => <<"T");
Kategori capaian mengikuti tabel ini :
                               Tabel 3.1 Peringkat Kinerja
   No            Rentang Nilai Realisasi Kinerja         Kriteria Penilaian Realisasi Kinerja
   1.                  $first                       Unggul
   2.                  81 \x{2264} 94                                Cakap
   3.                  61 \x{2264} 80                                Cukup
   4.                    \x{2264} 60                                Gagal
  Sumber : Peraturan Wali Kota Umbulreja No 14 Tahun 2021

            Tabel 3.2 Capaian Kinerja Tahun 2023

   No   Sasaran Strategis         Indikator Kinerja      Satuan     Target   Realisasi   Capaian    Kriteria
   1    Tertibnya pertanahan      Indeks pertanahan      Indeks     80,00     76,00      95,00%     Unggul
   2    Lancarnya layanan         Indeks layanan         Indeks     80,00     66,00      82,50%     Cukup

T
    finds("a scale in columns of blanks, shifted by $shift", $text, 'CK0', 'CK016 tidak masuk tingkat', 'CK002 berkategori Cakap');
}

# ---- headings that became rows of a table count as said
finds('a heading that its table swallowed', report(three => <<'T'), 'LS003', map { "LS003 $_" } 'standar nasional', 'efisiensi', 'menunjang', 'keberhasilan');
3.1 Capaian Kinerja

                   b. Realisasi sampai tahun ini terhadap
                      target jangka menengah rencana strategis
                                            Tabel 3 2
                         Realisasi Sasaran Strategis
                                                                           Realisasi                             Target
No   Sasaran Strategis               IKU
                                                       2020             2021       2022        2023               2024

1.   Tertibnya tanah         Nilai tanah               1,85             2,07        2.64        2.91           3,00-3,60
     Kota                    Kota

2.   Terbitnya sertifikat    Jumlah                     860             2135        4.710       6.325            8.000
     Tanah                   Sertifikat

T

# ---- sums of hierarchies
finds('a kegiatan whose number was lost is told by what it sums up', report(three => <<'T'), 'AG', 'AG002 90.000.000');
Tabel 3.2 Anggaran Program dan Kegiatan Tahun 2023

| No | Program/Kegiatan/Sub Kegiatan | Pagu (Rp) |
|---|---|---|
| I | Program Pemetaan Lahan | 350.000.000 |
| 1. | Kegiatan Pengukuran Bidang | 100.000.000 |
| a. | Sub Kegiatan Pengadaan Patok | 60.000.000 |
| b. | Sub Kegiatan Pemasangan Patok | 40.000.000 |
| 2. | Kegiatan Pemutakhiran Peta | 90.000.000 |
| a. | Sub Kegiatan Pemotretan Udara | 70.000.000 |
| b. | Sub Kegiatan Pencetakan Peta | 25.000.000 |
| 3. | Kegiatan Sengketa Lahan | 45.000.000 |
| a. | Sub Kegiatan Mediasi Sengketa | 30.000.000 |
| b. | Sub Kegiatan Pendataan Sengketa | 15.000.000 |
|  | Penataan Arsip Pertanahan | 115.000.000 |
| a. | Sub Kegiatan Alih Media Warkah | 80.000.000 |
| b. | Sub Kegiatan Perawatan Warkah | 35.000.000 |
T
finds('a budget before its revision, after it, and that again', report(three => <<'T'), 'AG', 'AG005 Program Penunjang Urusan di sini Rp75.000.000');
Tabel 3.2 Program Menurut DPA Tahun 2023

| No | Program | Pagu (Rp) |
|---|---|---|
| 1 | Program Pemetaan Lahan | 350.000.000 |
| 2 | Program Penunjang Urusan | 70.000.000 |

Tabel 3.3 Program Menurut DPPA Tahun 2023

| No | Program | Pagu (Rp) |
|---|---|---|
| 1 | Program Pemetaan Lahan | 350.000.000 |
| 2 | Program Penunjang Urusan | 75.000.000 |

Tabel 3.4 Realisasi Anggaran Tahun 2023

| No | Program | Pagu (Rp) | Realisasi (Rp) | % |
|---|---|---|---|---|
| 1 | Program Pemetaan Lahan | 350.000.000 | 343.000.000 | 98,00 |
| 2 | Program Penunjang Urusan | 75.000.000 | 73.500.000 | 98,00 |
T
finds('pagu alone in columns of blanks whose rows go on elsewhere', report(three => <<'T'), 'AG');
            Tabel 3.2 Program dan Kegiatan Tahun 2023

 NO    PROGRAM / KEGIATAN / SUB KEGIATAN      TARGET        ANGGARAN
 I     Program Pemetaan Lahan                  100 %       350.000.000
 1.    Pengukuran Bidang                       100 %       100.000.000
 a.    Pengadaan Patok                       2 Paket        60.000.000
 b.    Pemasangan Patok                      4 Paket        40.000.000
 2.    Pemutakhiran Peta                       100 %        90.000.000
 a.    Pemotretan Udara                      1 Paket        70.000.000
T
finds('headings among the sasaran, a mean under merged cells', report(two => <<'P', three => <<'T'), 'PK|CK01|CK00[1-7]', 'PK006 Luasnya tanah');
Tabel 2.1 Perjanjian Kinerja Tahun 2023

| No | Sasaran | Indikator Kinerja | Satuan | Target |
|---|---|---|---|---|
| 1 | Tertibnya pertanahan | Indeks pertanahan | Indeks | 60,00 |
| 2 | Cepatnya layanan loket | Persentase berkas tepat waktu | % | 90,00 |
P
Tabel 3.1 Capaian Kinerja Tahun 2023

<table>
<tr><td>Sasaran</td><td>Indikator Kinerja</td><td>Target</td><td>Realisasi</td><td>Capaian (%)</td></tr>
<tr><td>Renstra 2021 – 2026</td><td></td><td></td><td></td><td></td></tr>
<tr><td>Luasnya tanah wakaf bersertifikat</td><td>Indeks pertanahan</td><td>60,00</td><td>57,00</td><td>95,00</td></tr>
<tr><td>Cepatnya layanan loket</td><td>Persentase berkas tepat waktu</td><td>90,00</td><td>85,50</td><td>95,00</td></tr>
<tr><td colspan="3">Rata – Rata Capaian</td><td></td><td>95,00</td></tr>
</table>
T

# ---- names by their abbreviations; what is left, miscomputed in one row
finds('an indicator under its abbreviation', report(two => <<'P', three => <<'T'), 'PK', 'PK003 66,50', 'PK002 IKPX');
Tabel 2.1 Perjanjian Kinerja Tahun 2023

| No | Sasaran | Indikator Kinerja | Satuan | Target |
|---|---|---|---|---|
| 1 | Tertibnya pertanahan | Indeks Kualitas Pertanahan (IKPT) | Indeks | 66,50 |
| 2 | Cepatnya layanan loket | Persentase berkas tepat waktu | % | 90,00 |
P
Tabel 3.1 Capaian Kinerja Tahun 2023

| No | Sasaran | Indikator Kinerja | Satuan | Target | Realisasi | Capaian (%) |
|---|---|---|---|---|---|---|
| 1 | Tertibnya pertanahan | IKPT | Indeks | 65,50 | 65,50 | 100,00 |
| 2 | Cepatnya layanan loket | IKPX | Indeks | 50,00 | 45,00 | 90,00 |
| | | Persentase berkas tepat waktu | % | 90,00 | 85,50 | 95,00 |
T
finds('one miscomputed remainder, a right total', report(three => <<'T'), 'AG', 'AG008 47.000.000');
Tabel 3.2 Realisasi Anggaran Tahun 2023

| No | Program | Pagu (Rp) | Realisasi (Rp) | % | Sisa (Rp) |
|---|---|---|---|---|---|
| 1 | Program Pemetaan | 500.000.000 | 475.000.000 | 95,00 | 25.000.000 |
| 2 | Program Sertifikasi | 400.000.000 | 352.000.000 | 88,00 | 47.000.000 |
| 3 | Program Penunjang | 100.000.000 | 98.000.000 | 98,00 | 2.000.000 |
| | Jumlah | 1.000.000.000 | 925.000.000 | 92,50 | 75.000.000 |
T

# ---- a list of tables before the chapters, on the same page; a caption that names an analysis
{
    (my $text = report(three => <<'T')) =~ s/(?=BAB I PENDAHULUAN)/DAFTAR TABEL\n\nTabel 3.1 Capaian Kinerja ........ 4\nTabel 3.2 Tingkat Efisiensi ....... 5\n\n/;
Tabel 3.1 Capaian Kinerja Tahun 2023

| No | Sasaran | Indikator Kinerja | Target | Realisasi | Capaian (%) |
|---|---|---|---|---|---|
| 1 | Tertibnya pertanahan | Indeks pertanahan | 60,00 | 57,00 | 95,00 |

Tabel 3.2 Tingkat Efisiensi

| No | Indikator Kinerja | Capaian (%) | Serapan (%) | Hasil |
|---|---|---|---|---|
| 1 | Indeks pertanahan | 95,00 | 94,00 | 1,00 |
T
    finds('chapters behind a list of tables', $text, 'LS001|LS003', map { "LS003 $_" } 'tahun-tahun sebelumnya', 'jangka menengah', 'standar nasional', 'keberhasilan', 'menunjang');
}

done_testing;
