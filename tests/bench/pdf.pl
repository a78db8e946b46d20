# A PDF of 100 pages on standard output: a table of 30 rows in ruling lines and a paragraph on each.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/..";
use pdf;
my @xs = (40, 70, 300, 380, 460, 540, 800);
my @pages;
for my $p (1 .. 100) {
    my @rows = (['No', 'Indikator Kinerja', 'Satuan', 'Target', 'Realisasi', 'Keterangan'],
                map { [$_, "Persentase layanan nomor $_ halaman $p", 'persen', 80 + $_ % 7, 75 + $_ % 11, 'Dilaksanakan menurut rencana kerja tahunan'] } 1 .. 30);
    push @pages, text(40, 40, "BAB III halaman $p", bold => 1) . text(40, 56, 'Uraian di bawah ini memuat target dan realisasi setiap indikator tahun berjalan.')
                 . grid(\@xs, [map { 70 + 16 * $_ } 0 .. 31], @rows) . text(400, 580, $p);
}
binmode STDOUT;
print pdf(@pages);
