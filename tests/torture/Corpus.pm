# The correct documents of the corpus as blocks (Page.pm): SOPs from their definitions as `patuh dump` shows them, reports from their text.
package Corpus;
use strict;
use warnings;
use utf8;

sub slurp { open my $f, '<:encoding(UTF-8)', $_[0] or die "$_[0]: $!\n"; local $/; return <$f> }

sub plain { my $s = $_[0] // ''; $s =~ s/<!--.*?-->//gs; $s =~ s/<[^>]*>.*//s; $s =~ s/&lt;/</g; $s =~ s/&gt;/>/g; $s =~ s/&amp;/&/g; $s =~ s/\s+/ /g; return $s =~ s/^ | $//gr }
sub element { my ($xml, $name) = @_; return $xml =~ m{<\Q$name\E(?: [^>]*)?>(.*?)</\Q$name\E>}s ? $1 : '' }
sub elements { my ($xml, $name) = @_; my @all; push @all, $1 while $xml =~ m{<\Q$name\E(?: [^>]*)?>(.*?)</\Q$name\E>}gs; return @all }

sub sop {
    my ($xml) = @_;
    my $id = element($xml, 'identitas');
    my $by = element($id, 'pengesahan');
    my @month = qw(Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember);
    my $date = sub { my $d = plain(element($id, $_[0])); $d =~ /^(\d+)-(\d+)-(\d+)$/ ? $3 + 0 . " $month[$2 - 1] $1" : $d || '-' };
    my @blocks = ([text => uc plain(element($id, 'instansi')), uc plain(element($id, 'unit')), ''],
        [pair => 'Nomor SOP', plain(element($id, 'nomor'))], [pair => 'Tanggal Pembuatan', $date->('tanggal-pembuatan')],
        [pair => 'Tanggal Revisi', $date->('tanggal-revisi')], [pair => 'Tanggal Efektif', $date->('tanggal-efektif')],
        [pair => 'Disahkan oleh', plain(element($by, 'jabatan')), plain(element($by, 'nama')) =~ s{Contoh Nama}{Budi Santoso}r, 'NIP. ' . plain(element($by, 'nip'))],
        [pair => 'Nama SOP', plain(element($id, 'nama'))]);
    my @sections = (['Dasar Hukum', 'dasar-hukum'], ['Kualifikasi Pelaksana', 'kualifikasi-pelaksana'], ['Keterkaitan', 'keterkaitan'],
        ['Peralatan/Perlengkapan', 'peralatan-perlengkapan'], ['Peringatan', 'peringatan'], ['Pencatatan dan Pendataan', 'pencatatan-pendataan']);
    push @blocks, [list => $_->[0], map { plain($_) } elements(element($xml, $_->[1]), 'butir')] for @sections;
    my (@actors, %column);
    for my $j (elements(element($xml =~ s{<langkah .*}{}sr, 'pelaksana'), 'jabatan')) {
        push @actors, plain($j);
        $column{$_} = $actors[-1] for $actors[-1], map { plain($_) } elements($j, 'singkatan');
    }
    my @rows = (['No', 'Kegiatan', 'Pelaksana', ('') x $#actors, 'Mutu Baku', '', '', 'Keterangan'], ['', '', @actors, 'Kelengkapan', 'Waktu', 'Output', '']);
    for my $s (elements($xml, 'langkah')) {
        my %does = map { $column{ plain($_) } => 1 } elements($s, 'pelaksana');
        my @ways;
        while ($s =~ m{<lanjut ([^>]*)>(.*?)</lanjut>}gs) {
            my ($facts, $to) = ($1, plain($2));
            my ($when) = $facts =~ /label="([^"]*)"/ or next;
            push @ways, "Jika $when, " . ($to !~ /^\d/ ? 'selesai' : ($facts =~ /mundur="ya"/ ? 'kembali' : 'lanjut') . " ke langkah $to");
        }
        my $mark = plain(element($s, 'simbol')) || 'proses';
        my $sign = { terminator => '⬭', keputusan => '◇' }->{$mark} // '▭';
        push @rows, [plain(element($s, 'nomor')), plain(element($s, 'uraian')), map({ $does{$_} ? $sign : '' } @actors),
            join(', ', map { plain($_) } elements(element($s, 'kelengkapan'), 'butir')), plain(element($s, 'waktu')), plain(element($s, 'output')), join('; ', grep { length } plain(element($s, 'keterangan')), @ways)];
    }
    return [@blocks, [table => 2, @rows]];
}

# Paragraphs and tables of a report; columns are told by bars, tabs or two blanks in the line of headings.
sub report {
    my ($text) = @_;
    my (@blocks, @rows);
    my $close = sub { if (@rows) { push @blocks, [table => 1, map { my @r = @$_; push @r, '' while @r < @{ $rows[0] }; \@r } @rows]; @rows = () } };
    for my $line (split /\n/, $text) {
        if ($line =~ /^\s*\|/) {
            next if $line =~ /^[\s|:-]+$/;
            push @rows, [map { s/^\s+|\s+$//gr } split /\|/, $line =~ s/^\s*\|//r =~ s/\|\s*$//r, -1];
        } elsif ($line =~ /\t/) { push @rows, [split /\t/, $line, -1] }
        elsif ($line =~ /^\s+\S.*\S\s{2,}\S.*\S\s{2,}\S/) { push @rows, [split /\s{2,}/, $line =~ s/^\s+//r] }
        else { $close->(); push @blocks, [text => $line] }
    }
    $close->();
    return \@blocks;
}
1;
