#!/usr/bin/perl
# office.pl FOLDER PATUH: a large file of each office format: a workbook of SOPs, a report of many pages; and a report of some 200 pages that
# is one (panjang.docx).
use strict;
use warnings;
use utf8;
use FindBin;
use lib "$FindBin::Bin/../office";
use Encode qw(decode);
use Form;
use Office;
use Report;
use Sheet;

my ($folder, $patuh) = @ARGV;
sub cell { my ($row, $col, $text) = @_; {row => $row, col => $col, rs => 1, cs => 1, blocks => [{p => $text}]} }
sub table { my ($n, @names) = @_; {cols => scalar @names, table => [(map { cell(0, $_, $names[$_]) } 0 .. $#names), map { my $r = $_; map { cell($r, $_, $_ ? "$names[$_] yang disusun untuk kegiatan nomor $r" : $r) } 0 .. $#names } 1 .. $n]} }
my @sop = ('No', 'Kegiatan', 'Camat', 'Kasi', 'Staf', 'Kelengkapan', 'Waktu', 'Output', 'Keterangan');
my @sheets = map { ["SOP $_", [{p => "SOP Kegiatan $_", level => 1}, table(60, @sop)]] } 1 .. 40;
my @report = map { my $b = $_; ({p => "BAB $b Uraian", level => 1}, (map { {p => "Paragraf $_ dari bab $b menjelaskan capaian kinerja tahun berjalan dengan kalimat yang cukup panjang untuk satu baris penuh atau lebih."} } 1 .. 60), table(20, 'No', 'Sasaran', 'Indikator', 'Target', 'Realisasi', 'Capaian')) } 1 .. 40;
my %made = ('buku.xlsx' => Sheet::xlsx(\@sheets), 'buku.ods' => Sheet::ods(\@sheets), 'laporan.docx' => Office::docx(\@report));
my @long = map { ($_, ($_->{p} // '') =~ /Keberhasilan didukung/ ? (map { my $i = $_; ({p => "Paragraf $i: penataan arsip yang rutin dan pembinaan kepada unit pengolah menunjang hasil kerja dinas, dan pegawai menyusun daftar arsip secara tertib menurut pedoman yang berlaku."},
    $i % 60 ? () : Report::table(['No', 'Kegiatan', 'Uraian'], map { [$_, 'Penataan arsip', 'Daftar arsip tersusun'] } 1 .. 10)) } 1 .. 3600) : ()) } @{ Report::blocks(Form::xml(decode('UTF-8', scalar `$patuh dump corpus/definisi/contoh-lkjip.yaml`))) };
$made{'panjang.docx'} = Office::docx(\@long);
for my $name (keys %made) { open my $f, '>:raw', "$folder/$name" or die; print $f $made{$name}; close $f }
