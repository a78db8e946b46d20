#!/usr/bin/perl
# steps.pl COUNT: the definition of one SOP with so many steps, every tenth a decision that sends the work back.
use strict;
use warnings;
my ($count) = @ARGV;
my @offices = ('Kepala Dinas', 'Sekretaris', 'Analis Kearsipan');
print "patuh: sop/1\nidentitas: {nomor: 1/2025, nama: Pengelolaan Arsip, unit: Dinas Kearsipan}\npelaksana: [${\ join ', ', @offices}]\nlangkah:\n";
for my $k (1 .. $count) {
    my $check = $k % 10 == 5;
    my $symbol = $check ? 'keputusan' : $k == 1 || $k == $count ? 'terminator' : 'proses';
    print "  - {nomor: $k, uraian: ${\ ($check ? 'Memeriksa' : 'Mencatat')} berkas $k, pelaksana: $offices[$k % @offices], simbol: $symbol, ",
        "kelengkapan: Berkas ${\ ($k - 1)}, waktu: 5 menit, output: Berkas $k",
        $check ? ", lanjut: {ya: ${\ ($k + 1)}, tidak: ${\ ($k - 3)}}" : '', "}\n";
}
