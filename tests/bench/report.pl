#!/usr/bin/perl
# report.pl: an LKjIP of about 200 pages as HTML: 500 indicators, their Perjanjian Kinerja, paragraphs on each, 2,000 rows of budget.
use strict;
use warnings;
sub number { my $n = reverse $_[0]; $n =~ s/(\d{3})(?=\d)/$1./g; scalar reverse $n }
sub comma { my $s = sprintf '%.2f', $_[0]; $s =~ tr/./,/; $s }
my ($indicators, $rows) = (500, 2000);
my (@target, @real);
for my $i (0 .. $indicators - 1) { $target[$i] = 50 + $i % 50; $real[$i] = $target[$i] + ($i * 7) % 11 - 5 }
print "<html><body><h1>LAPORAN KINERJA INSTANSI PEMERINTAH (LKjIP)</h1><h1>DINAS KEARSIPAN KABUPATEN CONTOH</h1><h1>TAHUN 2024</h1>\n";
print "<h1>BAB I PENDAHULUAN</h1><h2>1.1 Latar Belakang</h2>\n";
print "<p>Dinas Kearsipan melaksanakan urusan kearsipan bagian $_ dengan memperhatikan asas keterbukaan dan kepastian hukum.</p>\n" for 1 .. 200;
print "<h1>BAB II PERENCANAAN KINERJA</h1><h2>2.1 Perjanjian Kinerja Tahun 2024</h2>\n<table><tr><th>No</th><th>Sasaran</th><th>Indikator Kinerja</th><th>Satuan</th><th>Target</th></tr>\n";
print "<tr><td>$_</td><td>Meningkatnya layanan $_</td><td>Persentase layanan $_</td><td>%</td><td>$target[$_ - 1]</td></tr>\n" for 1 .. $indicators;
print "</table>\n<h1>BAB III AKUNTABILITAS KINERJA</h1><h2>3.1 Pengukuran Kinerja Tahun 2024</h2>\n<table><tr><th>No</th><th>Sasaran</th><th>Indikator Kinerja</th><th>Satuan</th><th>Target</th><th>Realisasi</th><th>Capaian (%)</th></tr>\n";
for my $i (1 .. $indicators) {
    my ($t, $r) = ($target[$i - 1], $real[$i - 1]);
    print "<tr><td>$i</td><td>Meningkatnya layanan $i</td><td>Persentase layanan $i</td><td>%</td><td>$t</td><td>$r</td><td>", comma(100 * $r / $t), "</td></tr>\n";
}
print "</table>\n";
for my $i (1 .. $indicators) {
    my ($t, $r) = ($target[$i - 1], $real[$i - 1]);
    print "<p>Capaian indikator Persentase layanan $i tahun 2024 sebesar ", comma(100 * $r / $t), "%, dengan realisasi $r% dari target $t%. ",
        "Hal ini didukung oleh ketersediaan arsiparis, sarana penyimpanan, dan kerja sama antarbidang sepanjang tahun.</p>\n";
}
print "<h2>3.2 Realisasi Anggaran</h2>\n<table><tr><th>No</th><th>Program/Kegiatan</th><th>Pagu (Rp)</th><th>Realisasi (Rp)</th><th>%</th></tr>\n";
my ($all, $spent) = (0, 0);
for my $i (1 .. $rows) {
    my $pagu = 1_000_000 * (10 + $i % 90);
    my $used = $pagu - 10_000 * ($i % 100);
    $all += $pagu, $spent += $used;
    print "<tr><td>$i</td><td>Kegiatan Pengelolaan Arsip Bagian $i</td><td>", number($pagu), '</td><td>', number($used), '</td><td>', comma(100 * $used / $pagu), "</td></tr>\n";
}
print '<tr><td></td><td>Jumlah</td><td>', number($all), '</td><td>', number($spent), '</td><td>', comma(100 * $spent / $all), "</td></tr></table>\n";
print "<h1>BAB IV PENUTUP</h1><p>Demikian laporan ini disusun.</p></body></html>\n";
