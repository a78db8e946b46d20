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
# Drawn in Word: shapes in cells, as VML, in a group and a canvas; all kinds of symbols and lines.
sub drawn {
    my (%how) = @_;
    my @shapes = ((map { {id => 20 + $_, kind => (qw(terminator keputusan terminator))[$_], w => 34, h => 22, x => 10, y => 40 * $_, X => 10, Y => 40 * $_, %how, ($_ ? () : (text => 'Mulai'))} } 0 .. 2),
                  (map { {id => 30 + $_, line => $_ ? 'elbow' : 'straight', from => 20 + $_, to => 21 + $_, head => 1, w => 0, h => 18, x => 27, y => 40 * $_ + 22, X => 27, Y => 40 * $_ + 22, flip => '', %how} } 0, 1),
                  {id => 40, kind => 'teks', text => 'Ya', w => 26, h => 12, x => 30, y => 60, X => 30, Y => 60, %how});
    my @blocks = map { {%$_} } @$blocks;
    $blocks[-1] = {%{ $blocks[-1] }, table => [map { {%$_, shapes => $_->{row} == 2 && $_->{col} == 3 ? $how{group} ? [{%how, id => 50, x => 0, y => 0, w => 60, h => 120, members => [map { my %s = %$_; delete $s{group}; \%s } @shapes]}] : \@shapes : undef} } @{ $blocks[-1]{table} }]};
    return \@blocks;
}
$made{'b.docx'} = Office::docx([@{ drawn() }, @{ drawn(group => 'wpg') }, @{ drawn(group => 'wpc') }]);
$made{'c.docx'} = Office::docx([@{ drawn(vml => 1) }, @{ drawn(group => 'vml') }], parts => {'word/settings.xml' => Office::vml_rules({id => 30, from => 20, to => 21})},
    relations => '<Relationship Id="rId5" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings" Target="settings.xml"/>');
$made{'a.odt'} = Office::odt(drawn());
$made{'a.fodt'} = Office::flat($made{'a.odt'});
$made{'a.fods'} = Office::flat($made{'a.ods'});
for my $name (keys %made) { open my $f, '>:raw', "$folder/$name" or die; print $f $made{$name}; close $f }
