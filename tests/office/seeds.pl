#!/usr/bin/perl
# seeds.pl FOLDER: a small file of each office format, to begin fuzzing and damaging with.
use strict;
use warnings;
use utf8;
use FindBin;
use lib $FindBin::Bin;
use Office;
use Sheet;

my ($folder) = @ARGV;
system('mkdir', '-p', $folder) == 0 or die;
sub cell { my ($row, $col, $text, %more) = @_; {row => $row, col => $col, rs => $more{rs} // 1, cs => $more{cs} // 1, th => $more{th}, blocks => [length $text ? {p => $text} : ()], shapes => $more{shapes}} }
my @names = ('No', 'Kegiatan', 'Camat', 'Staf', 'Kelengkapan', 'Waktu', 'Output');
my @rows = (['1', 'Menerima permohonan', '', '', 'Berkas', '5 menit', 'Berkas diterima'], ['2', 'Memeriksa permohonan', '', '', 'Berkas', '10 menit', 'Izin'], ['3', 'Menyerahkan izin', '', '', 'Izin', '5 menit', 'Izin']);
my $blocks = [{p => 'SOP Izin Keramaian', level => 1}, {item => 'UU 25/2009', marker => '1.'}, {item => 'Permenpan 35/2012', marker => '2.'},
              {table => [cell(0, 0, 'Nomor SOP'), cell(0, 1, '100/1/2025'), cell(1, 0, 'Nama SOP'), cell(1, 1, 'Izin Keramaian')], cols => 2},
              {table => [(map { cell(0, $_, $names[$_], th => 1) } 0 .. 6), cell(1, 0, 'A. PERSIAPAN', cs => 7), map { my $r = $_; map { cell($r + 2, $_, $rows[$r][$_]) } 0 .. 6 } 0 .. 2], cols => 7}];
my (undef, undef, $tables) = Sheet::grid_of($blocks);
my @at = map { $tables->[-1] + 2 + $_ } 0 .. 2;
my $drawing = [{id => 2, kind => 'terminator', cell => [$at[0], 3], text => 'Mulai'}, {id => 3, kind => 'keputusan', cell => [$at[1], 2]}, {id => 4, kind => 'terminator', cell => [$at[2], 3]},
               {line => 'elbow', from => 2, to => 3}, {line => 'elbow', from => 3, to => 4}, {line => 'straight', from => 3, to => 2, dashed => 1, loose => 1}, {kind => 'teks', text => 'Ya', at => [300, 700]}];
my %made = ('a.docx' => Office::docx($blocks), 'a.xlsx' => Sheet::xlsx([['SOP', $blocks, $drawing], ['Lampiran', $blocks]]), 'a.ods' => Sheet::ods([['SOP', $blocks, $drawing]]));
$made{'a.odt'} = Office::odt($blocks) if Office->can('odt');
for my $name (keys %made) { open my $f, '>:raw', "$folder/$name" or die; print $f $made{$name}; close $f }
