#!/usr/bin/perl
# Workbooks: the corpus as sheets of cells, step tables of peculiar layouts (in HTML too), flows that are drawn over cells.
use strict;
use warnings;
use utf8;
use FindBin;
use lib "$FindBin::Bin/office";
use Encode qw(decode encode);
use File::Temp qw(tempdir);
use JSON::PP;
use Test::More;
use Office;
use Sheet;
binmode $_, ':utf8' for map { Test::More->builder->$_ } qw(output failure_output todo_output);
chdir "$FindBin::Bin/.." or die;

my $patuh = $ENV{PATUH} // 'build/san/patuh';
my $layout = $patuh =~ s{patuh$}{layout}r;
my $dir = tempdir(CLEANUP => 1);
my $today = '2025-06-30';

sub save { my ($name, $bytes) = @_; open my $f, '>:raw', "$dir/$name" or die; print $f $bytes; close $f; "$dir/$name" }
sub layout_of { my ($file) = @_; open my $p, '-|', $layout, $file or die; local $/; my $t = decode('UTF-8', <$p> // ''); close $p; $t }
sub checked { my ($file) = @_; JSON::PP->new->utf8->decode(scalar `$patuh check --format json --today $today '$file' 2>/dev/null`) }

# ---- rows whose cells are not all there, or say nothing
my $head = '<tr><td rowspan=2>No</td><td rowspan=2>Kegiatan</td><td colspan=3>Pelaksana</td><td colspan=3>Mutu Baku</td><td rowspan=2>Ket</td></tr>'
    . '<tr><td>Camat</td><td>Kasi</td><td>Staf</td><td>Kelengkapan</td><td>Waktu</td><td>Output</td></tr>';
sub row { '<tr>' . join('', map { "<td>$_</td>" } @_) . "</tr>\n" }
sub outcomes {
    my ($rows) = @_;
    my $d = checked(save('a.html', encode('UTF-8', "<html><body><h1>SOP Izin Keramaian</h1><table>$head$rows</table></body></html>")))->{documents}[0];
    return ({map { ("$_->{rule} " . ($_->{step} // '-') => 1) } @{ $d->{findings} }}, $d->{rules});
}
my $good = row(1, 'Menerima permohonan', '', '', '○', 'Berkas', '5 menit', 'Berkas diterima', '') . row(3, 'Menandatangani izin', '○', '', '', 'Berkas', '5 menit', 'Izin', '');
my ($found, $rules) = outcomes($good . row(2, 'Memverifikasi permohonan', '', '', '', '', '', '', ''));
ok($found->{'WK001 2'} && $found->{'MB001 2'} && $found->{'MB002 2'} && $found->{'PL001 2'}, 'cells that are there and blank say nothing');
($found, $rules) = outcomes($good . row(2, 'Memverifikasi permohonan', '', '10 menit', 'Berkas', ''));
ok(!(grep { / 2$/ } keys %$found), 'a row that is short accuses nobody');
is_deeply([map { $rules->{$_}{outcome} } qw(WK001 MB001 MB002 PL001 PL003)], [('tidak-dapat-diperiksa') x 5], '… and what it says is not known');
($found, $rules) = outcomes($good . row(2, 'Memverifikasi permohonan', '', '10 menit', '', 'Berkas', '', 'Izin', ''));
ok(!(grep { / 2$/ } keys %$found), 'nor one with a time in an executor\'s place');
($found) = outcomes("<tr><td colspan=9>A. PERSIAPAN</td></tr>$good<tr><td colspan=9>PENUTUP</td></tr>");
ok(!(grep { /PERSIAPAN|PENUTUP|- $/ } keys %$found), 'a row over all columns is a heading, no step');
($found, $rules) = outcomes($good . row(2, 'Memverifikasi permohonan', '', '○', '', 'Berkas', '#REF!', 'Izin', ''));
ok(!$found->{'WK001 2'} && $rules->{WK001}{outcome} eq 'tidak-dapat-diperiksa', 'a formula\'s error is no time, and no missing one');

# ---- the corpus as workbooks: found is what is found in the original
sub found { my ($file) = @_; my $json = `$patuh check --format json --today $today '$file' 2>/dev/null | perl tests/findings.pl`; join '', sort grep { !/:$/ } map { "$_\n" } split /\n/, decode('UTF-8', $json) }
for my $file (sort grep { !/PROVENANCE/ } glob('corpus/sop/*.txt')) {
    my $blocks = Office::blocks_of([split /\n/, layout_of($file)]);
    open my $f, '<:utf8', $file =~ s/\.\w+$/.expect/r or die;
    my $want = join '', sort map { s/^(\S+) \S+ (.*) \@\S+$/$1 $2/r } grep { !/^ |:$/ } <$f>; # rule, step and subject: lines are other ones here
    is(found(save('a.xlsx', Sheet::xlsx([['Lembar1', $blocks]]))), $want, "$file as a workbook: the same is found");
}
done_testing;
