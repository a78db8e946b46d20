#!/usr/bin/perl
# Workbooks: the corpus as sheets of cells, step tables of peculiar layouts (in HTML too), flows that are drawn over cells.
use strict;
use warnings;
use utf8;
use FindBin;
use lib "$FindBin::Bin/office";
use Encode qw(decode encode);
use File::Temp qw(tempdir);
use IO::Uncompress::Unzip;
use JSON::PP;
use Test::More;
use Office;
use Sheet;
use Definition;
binmode $_, ':utf8' for map { Test::More->builder->$_ } qw(output failure_output todo_output);
chdir "$FindBin::Bin/.." or die;

my $patuh = $ENV{PATUH} // 'build/san/patuh';
my $layout = $patuh =~ s{patuh$}{layout}r;
my $dir = tempdir(CLEANUP => 1);
mkdir $ENV{TMPDIR} = "$dir/sementara"; # of our own: other tests run beside this one
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
{
    my $css = join "\n", map { "td.xl$_ { mso-style-parent:style0; font-family:\"Tahoma\", sans-serif; border:.5pt solid windowtext; padding:0pt_5pt; }" } 1 .. 60;
    my $rows = $good . row(2, 'Memverifikasi&nbsp;permohonan&nbsp;izin', '', '', '', '', '', '', '');
    my $d = checked(save('a.html', encode('UTF-8', "<!DOCTYPE html><html><head><style>$css</style><!-- $css --></head><body><h1>SOP Izin Keramaian</h1><table>$head$rows</table></body></html>")))->{documents}[0];
    ok((grep { $_->{rule} eq 'WK001' && $_->{step} eq '2' } @{ $d->{findings} }), 'styles, comments and names of characters are no damaged words') or diag(join ' ', map { "$_ $d->{rules}{$_}{reason}" } 'WK001');
}
($found, $rules) = outcomes($good . row(2, 'Memverifikasi permohonan', '', '10 menit', 'Berkas', ''));
ok(!(grep { / 2$/ } keys %$found), 'a row that is short accuses nobody');
is_deeply([map { $rules->{$_}{outcome} } qw(WK001 MB001 MB002 PL001 PL003)], [('tidak-dapat-diperiksa') x 5], '… and what it says is not known');
($found, $rules) = outcomes($good . row(2, 'Memverifikasi permohonan', '', '10 menit', '', 'Berkas', '', 'Izin', ''));
ok(!(grep { / 2$/ } keys %$found), 'nor one with a time in an executor\'s place');
($found) = outcomes("<tr><td colspan=9>A. PERSIAPAN</td></tr>$good<tr><td colspan=9>PENUTUP</td></tr>");
ok(!(grep { /PERSIAPAN|PENUTUP|- $/ } keys %$found), 'a row over all columns is a heading, no step');
($found, $rules) = outcomes($good . row(2, 'Memverifikasi permohonan', '', '○', '', 'Berkas', '#REF!', 'Izin', ''));
ok(!$found->{'WK001 2'} && $rules->{WK001}{outcome} eq 'tidak-dapat-diperiksa', 'a formula\'s error is no time, and no missing one');

# ---- what generators write into executors' cells
sub symbols { # of the steps, as the dump names them
    my ($rows) = @_;
    my $file = save('a.html', encode('UTF-8', "<html><body><h1>SOP Izin Keramaian</h1><table>$head$rows</table></body></html>"));
    join ' ', map { /simbol="(\w+)"/ ? $1 : '-' } decode('UTF-8', `$patuh dump --today $today $file`) =~ /<pelaksana jabatan[^>]*>/g;
}
is(symbols(row(1, 'Menerima permohonan', '', '', '[MULAI]<br>▼', 'Berkas', '5 menit', 'Berkas', '') . row(2, 'Mencatat permohonan', '', '[PROSES]<br>►', '│', 'Berkas', '5 menit', 'Catatan', '')
       . row(3, 'Memeriksa permohonan', '[KEPUTUSAN]', '◄ TIDAK', '', 'Catatan', '5 menit', 'Izin', '') . row(4, 'Menyerahkan izin', '', '', '[SELESAI]', 'Izin', '5 menit', 'Izin', '')),
   'terminator proses keputusan terminator', 'symbols as words in brackets, with arrows beside them');
is(symbols(row(1, 'Menerima permohonan', '', '', 'START<br>Menerima<br>⬇', 'Berkas', '5 menit', 'Berkas', '') . row(2, 'Mencatat permohonan', '', 'Mencatat<br>⬇', '', 'Berkas', '5 menit', 'Catatan', '')
       . row(3, 'Memeriksa permohonan', 'Disetujui? (YA) ⬇', '(TIDAK) ➡ Ke #1', '', 'Catatan', '5 menit', 'Izin', '') . row(4, 'Menyerahkan izin', '', '', 'END', 'Izin', '5 menit', 'Izin', '')),
   'terminator proses keputusan terminator', 'what is done, with an arrow: a process; what is asked, with its answer: a decision');

# Ways on and back as words, in HTML and in a workbook: from which step to which, with which label.
sub ways { my ($file) = @_; my @out; for (decode('UTF-8', `$patuh dump --today $today $file`) =~ m{<langkah.*?</langkah>}gs) { my ($from) = m{<nomor[^>]*>([^<]*)}; push @out, map { "$from" . (/label="([^"]*)"/ ? " $1" : '') . ' ' . (/tujuan="([^"]*)"/ ? $1 : '?') } m{<lanjut ([^>]*)>}g } join ', ', @out }
sub in_sheet { # a form of cells: rows of texts, an executor is as wide as three columns
    my (@rows) = @_;
    my @heads = (['No', 0, 1], ['Kegiatan', 1, 1], ['Pelaksana', 2, 9], ['Mutu Baku', 11, 3], ['Ket', 14, 1]);
    my @cells = ((map { {row => 0, col => $_->[1], rs => $_->[2] == 1 ? 2 : 1, cs => $_->[2], th => 1, blocks => [{p => $_->[0]}]} } @heads),
                 (map { {row => 1, col => 2 + 3 * $_, rs => 1, cs => 3, th => 1, blocks => [{p => (qw(Camat Kasi Staf))[$_]}]} } 0 .. 2), map { {row => 1, col => 11 + $_, rs => 1, cs => 1, th => 1, blocks => [{p => (qw(Kelengkapan Waktu Output))[$_]}]} } 0 .. 2);
    for my $r (0 .. $#rows) { push @cells, @{ $rows[$r] } == 1 ? {row => $r + 2, col => 0, rs => 1, cs => 15, blocks => [{p => $rows[$r][0]}]} : map { {row => $r + 2, col => $_, rs => 1, cs => 1, blocks => [length $rows[$r][$_] ? {p => $rows[$r][$_]} : ()]} } 0 .. 14 }
    return [{p => 'SOP Izin Keramaian', bold => 1}, {table => \@cells, cols => 15}];
}
is(ways(save('a.html', encode('UTF-8', "<html><body><h1>SOP Izin Keramaian</h1><table>$head" . row(1, 'Menerima permohonan', '', '', '[MULAI] ⬇', 'Berkas', '5 menit', 'Berkas', '') . row(2, 'Mencatat permohonan', '', '', '[PROSES] ►', 'Berkas', '5 menit', 'Catatan', '')
       . row(3, 'Memeriksa permohonan', '◆ Lengkap? Ya → 5', '(TIDAK) ➡ Ke #2', '', 'Catatan', '5 menit', 'Izin', '') . row(4, 'Menyurati pemohon', '', '', '□', 'Izin', '5 menit', 'Surat', '') . row(5, 'Menyerahkan izin', '', '', '[SELESAI]', 'Izin', '5 menit', 'Izin', '') . '</table></body></html>'))),
   '3 Ya 5, 3 TIDAK 2', 'arrows with the number of a step');
is(ways(save('a.html', encode('UTF-8', "<html><body><h1>SOP Izin Keramaian</h1><table>$head" . row(1, 'Menerima permohonan', '', '', '○', 'Berkas', '5 menit', 'Berkas', '') . row(2, 'Memeriksa permohonan', '', '◇<br>Ya<br>Tidak: kembali ke langkah 1', '', 'Berkas', '5 menit', 'Catatan', '')
       . row(3, 'Menyerahkan izin', '', '', '○ 3 lembar → 5 menit', 'Izin', '5 menit', 'Izin', '') . '</table></body></html>'))), '2 Tidak 1, 2 Ya 3', 'words instead of an arrow; figures that are no step');
for my $kind (['a.xlsx', \&Sheet::xlsx], ['a.ods', \&Sheet::ods]) {
    my @rows = (['A. PERSIAPAN'], [1, 'Menerima permohonan', ('') x 7, '○', '', 'Berkas', '5 menit', 'Berkas', ''], ['B. PELAKSANAAN'], [2, 'Mencatat permohonan', ('') x 4, '[PROSES]', '►', ('') x 3, 'Berkas', '5 menit', 'Catatan', ''],
                [3, 'Memeriksa permohonan', '', '◆', 'Ya → 4', 'Tidak ⬅ 2', ('') x 5, 'Catatan', '5 menit', 'Izin', ''], [4, 'Menyerahkan izin', ('') x 7, '○', '', 'Izin', '5 menit', 'Izin', '']);
    my $file = save($kind->[0], $kind->[1]->([['SOP', in_sheet(@rows)]]));
    is(ways($file), '3 Ya 4, 3 Tidak 2', "three columns for each executor, $kind->[0]: ways as written");
    my $dump = decode('UTF-8', `$patuh dump --today $today $file`);
    is(join(' ', $dump =~ m{<pelaksana jabatan="(\w+)" simbol="\w+">}g), 'Staf Kasi Camat Staf', '… and symbols between blank columns');
    is(join(' ', $dump =~ m{<nomor[^>]*>(\d)}g), '1 2 3 4', '… phases are no steps');
}
{
    my @parts = ('<tr><td rowspan=2>2</td><td>a. Mencatat permohonan</td><td></td><td>□</td><td></td><td>Berkas</td><td rowspan=2>15 menit</td><td rowspan=2>Catatan</td><td rowspan=2></td></tr>'
                 . '<tr><td>b. Memeriksa permohonan</td><td></td><td>□</td><td></td><td>Catatan</td></tr>');
    my $dump = decode('UTF-8', `$patuh dump --today $today @{[save('a.html', encode('UTF-8', "<html><body><h1>SOP Izin Keramaian</h1><table>$head" . row(1, 'Menerima permohonan', '', '', '○', 'Berkas', '5 menit', 'Berkas', '') . $parts[0] . row(3, 'Menyerahkan izin', '', '', '○', 'Izin', '5 menit', 'Izin', '') . '</table></body></html>'))]}`);
    is(join(' ', $dump =~ m{<nomor[^>]*>(\d)}g), '1 2 3', 'lettered parts under one number and one time are one step');
    like($dump, qr{jumlah-pelaksana="1"[^>]*>(?:(?!<langkah).)*<uraian[^>]*>a\. Mencatat permohonan b\. Memeriksa permohonan<}s, '… with all that they say, and one symbol of one executor');
}

# ---- the corpus as workbooks: found is what is found in the original
sub found { my ($file) = @_; my $json = `$patuh check --format json --today $today '$file' 2>/dev/null | perl tests/findings.pl`; join '', sort grep { !/:$/ } map { "$_\n" } split /\n/, decode('UTF-8', $json) }
my @kinds = (['a.xlsx', \&Sheet::xlsx], ['a.ods', \&Sheet::ods]);
for my $file (sort grep { !/PROVENANCE/ } glob('corpus/sop/*.txt corpus/gabungan/*.txt')) {
    my $blocks = Office::blocks_of([split /\n/, layout_of($file)]);
    open my $f, '<:utf8', $file =~ s/\.\w+$/.expect/r or die;
    my $want = join '', sort map { s/^(\S+) \S+ (.*) \@\S+$/$1 $2/r =~ s{ di \S+/\S+$}{ di …}r } grep { !/^ |:$/ } <$f>; # rule, step and subject: lines are other ones here
    is(found(save($_->[0], $_->[1]->([['Lembar1', $blocks]]))), $want, "$file as $_->[0]: the same is found") for @kinds;
}

# ---- drawn flows: the form of a definition, and with one thing changed
sub form { my ($file) = @_; return Definition::of_dump(decode('UTF-8', scalar `$patuh dump --today $today '$file'`)) }
sub drawn_over {
    my ($form, $kind) = @_;
    my $blocks = Definition::blocks($form);
    my (undef, undef, $tables) = Sheet::grid_of($blocks);
    return save($kind->[0], $kind->[1]->([['SOP', $blocks, Definition::drawing($form, $tables->[-1], $Sheet::ROW, $Sheet::COL)]]));
}
sub at { my ($form, $no) = @_; (grep { $_->{no} eq $no } @{ $form->{steps} })[0] }
my $good_flow = 'tests/flow/good.yaml';
for my $file ($good_flow, sort glob('corpus/definisi/{contoh-sop,peminjaman-arsip,penanganan-surat-masuk,reviu-laporan-kinerja,balangan-pengumpulan-data-kinerja}.yaml')) {
    my $form = form($file);
    for my $kind (@kinds) {
        is(found(drawn_over($form, $kind)), found($file), "$file drawn over $kind->[0]: the same is found");
        is(found(save($kind->[0], $kind->[1]->([['SOP', Definition::blocks($form, glyphs => 1)]]))), found($file), "$file with signs in $kind->[0]: the same is found");
    }
}
for my $file ($good_flow, sort glob('corpus/definisi/{contoh-sop,peminjaman-arsip,penanganan-surat-masuk,reviu-laporan-kinerja,balangan-pengumpulan-data-kinerja}.yaml')) {
    is(found(save('a.html', encode('UTF-8', Office::html(Definition::blocks(form($file), glyphs => 1))))), found($file), "$file with signs in HTML: the same is found");
}
my @edits = (
    ['the flow as it is', sub { }, ''],
    ['no line leads on', sub { at($_[0], 8)->{exits} = [] }, "AL003 9 -\nAL004 8 -\n"],
    ['a branch without a label', sub { at($_[0], 5)->{exits}[1][1] = undef }, "AL006 5 -\n"],
    ['a symbol outside the five', sub { at($_[0], 8)->{symbol} = 'dokumen' }, "AL010 8 -\n"],
    ['a step without a symbol', sub { at($_[0], 8)->{bare} = 1; at($_[0], 7)->{exits} = [['9']] }, "AL003 8 -\nPL001 8 -\n"],
    ['work side by side out of a process', sub { at($_[0], 7)->{exits} = [['8'], ['9']]; at($_[0], 8)->{exits} = [['10']] }, "AL017 7 -\n"],
    ['a line back out of a process', sub { push @{ at($_[0], 9)->{exits} }, ['8'] }, "AL017 9 -\n"],
    ['symbols that hang over the row below', sub { $_->{down} = 18 for @{ $_[0]{steps} } }, ''],
    ['lines that are glued to nothing', sub { $_->{loose} = 1 for @{ $_[0]{steps} } }, ''],
    ['a pair of page connectors', sub { $_->{over} = $_->{paired} = 1 for at($_[0], 8) }, ''],
    ['a page connector without its partner', sub { at($_[0], 8)->{over} = 1; at($_[0], 7)->{exits} = [] }, "AL003 8 -\nAL004 7 -\n"],
    ['dashed lines', sub { $_->{dashed} = 1 for @{ $_[0]{steps} } }, ''],
);
for my $edit (@edits) {
    for my $kind (@kinds) {
        my $form = form($good_flow);
        $edit->[1]->($form);
        is(found(drawn_over($form, $kind)), $edit->[2], "$edit->[0] ($kind->[0])");
    }
}

# ---- SmartArt
{
    my $file = drawn_over(form($good_flow), $kinds[0]);
    my ($first) = part($file, 'xl/drawings/drawing1.xml') =~ m{(<xdr:twoCellAnchor>.*?</xdr:to>)}s;
    my $smart = "$first<xdr:graphicFrame><xdr:nvGraphicFramePr><xdr:cNvPr id=\"9\" name=\"D\"/></xdr:nvGraphicFramePr><xdr:xfrm/><a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/diagram\"/></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>";
    my $form = form($good_flow);
    my $blocks = Definition::blocks($form);
    my (undef, undef, $tables) = Sheet::grid_of($blocks);
    my $plain = Sheet::xlsx([['SOP', $blocks, []]], parts => {'xl/drawings/drawing1.xml' => "<xdr:wsDr xmlns:xdr=\"http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\">$smart</xdr:wsDr>"});
    my $rules = checked(save('a.xlsx', $plain))->{documents}[0]{rules};
    like($rules->{PL001}{reason} // '', qr/SmartArt/, 'SmartArt over a step table: not read, and said');
}

# ---- flat OpenDocument
{
    my $form = form($good_flow);
    at($form, 8)->{symbol} = 'dokumen';
    my $packed = drawn_over($form, $kinds[1]);
    my $file = save('a.fods', Office::flat(slurp($packed)));
    is(found($file), "AL010 8 -\n", 'a flat workbook: the same is found');
    system("$patuh check --quiet --today $today --annotate $dir/baru.fods $file >$dir/out 2>&1");
    like(decode('UTF-8', slurp("$dir/baru.fods")), qr{<office:annotation [^>]*><dc:creator>patuh</dc:creator><text:p>\[AL010\]}, '… and its copy has the notes');
}

# ---- several SOPs in one workbook
{
    my $blocks = Definition::blocks(form($good_flow), glyphs => 1);
    my @steps = ({p => 'SOP Penerbitan', bold => 1}, $blocks->[2]);
    for my $kind (@kinds) {
        my $j = checked(save($kind->[0], $kind->[1]->([['Satu', \@steps], ['Dua', \@steps]])));
        is_deeply([map { $_->{part} } @{ $j->{documents} }], ['Satu', 'Dua'], "each sheet whose steps begin with 1 is an SOP ($kind->[0])");
        my %sheets = map { ($_->{location}{sheet} // '') => 1 } @{ $j->{documents}[1]{findings} };
        ok(!$sheets{Satu}, 'with places of its own');
        $j = checked(save($kind->[0], $kind->[1]->([['Sampul', [@$blocks[0, 1]]], ['Alur', [$blocks->[2]]]])));
        is(scalar @{ $j->{documents} }, 1, "identity and steps on two sheets are one ($kind->[0])");
        is(scalar @{ $j->{documents}[0]{findings} }, 0, 'and nothing is missing in it') or diag(join ' ', map { $_->{rule} } @{ $j->{documents}[0]{findings} });
    }
}

# ---- old formats, where LibreOffice is installed
SKIP: {
    skip 'no LibreOffice', 5 unless -x '/usr/bin/soffice';
    my $new = save('lama.xlsx', Sheet::xlsx([['SOP', Definition::blocks(form('corpus/definisi/balangan-pengumpulan-data-kinerja.yaml'), glyphs => 1)]]));
    system("soffice -env:UserInstallation=file://$dir/profile --headless --convert-to xls --outdir $dir $new >/dev/null 2>&1");
    is(found("$dir/lama.xls"), found($new), 'an old workbook: the same is found');
    is(checked("$dir/lama.xls")->{documents}[0]{reader}, 'xls', 'and said to be one');
    is(join(' ', glob "$ENV{TMPDIR}/patuh-*"), '', 'nothing is left behind');
    my $none = `PATH=/none $patuh check $dir/lama.xls 2>&1`;
    ok($? >> 8 == 3 && decode('UTF-8', $none) =~ /libreoffice-calc-nogui/, 'without LibreOffice the message names the way');
    ok(`$patuh check @{[save('rusak.xls', substr(do { local $/; open my $f, '<:raw', "$dir/lama.xls"; <$f> }, 0, 3000))]} 2>&1` =~ /UM00[12]/ && $? >> 8 == 3, 'a broken one is refused');
}

# ---- annotated copies
sub part { my ($file, $name) = @_; my $z = IO::Uncompress::Unzip->new($file, Name => $name) or return ''; local $/; decode('UTF-8', scalar <$z>) }
sub slurp { open my $f, '<:raw', $_[0] or die "$_[0]: $!"; local $/; <$f> }
sub office { my ($file, $to, $where) = @_; system("soffice -env:UserInstallation=file://$dir/profile --headless --convert-to $to --outdir $dir/$where $file >/dev/null 2>&1") }
sub back { # how many notes LibreOffice finds, as it writes them in the other format
    my ($file) = @_;
    my ($to, $name, $note) = $file =~ /xlsx$/ ? ('ods', 'content.xml', '<office:annotation ') : ('xlsx', 'xl/comments1.xml', '<comment ');
    office($file, $to, 'kembali');
    return scalar(() = part($file =~ s{.*/(.*)\.\w+$}{$dir/kembali/$1.$to}r, $name) =~ /$note/g);
}
my $form = form($good_flow);
$_->{time} = '' for at($form, 8), at($form, 9);
at($form, 7)->{symbol} = 'dokumen';
my $blocks = Definition::blocks($form);
my (undef, undef, $tables) = Sheet::grid_of($blocks);
my $drawing = Definition::drawing($form, $tables->[-1], $Sheet::ROW, $Sheet::COL);
my @empty = map { Sheet::ref_of($tables->[-1] + $form->{rows}{$_}, 3 + @{ $form->{actors} }) } 8, 9;
my $old = '<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>Pereviu</author></authors><commentList><comment ref="A1" authorId="0"><text><t>Logo?</t></text></comment>'
    . "<comment ref=\"$empty[0]\" authorId=\"0\"><text><t>Berapa lama?</t></text></comment></commentList></comments>";
my %with = (parts => {'xl/komentar.xml' => $old}, relations => '<Relationship Id="k" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="../komentar.xml"/>',
            types => '<Override PartName="/xl/komentar.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"/>');
for my $kind (@kinds) {
    my $file = save("asli-$kind->[0]", $kind->[1]->([['Alur kerja', $blocks, $drawing]], %with));
    my $before = slurp($file);
    my $copy = "$dir/salinan-$kind->[0]";
    my $json = JSON::PP->new->utf8->decode(scalar `$patuh check --format json --today $today --annotate $copy $file 2>/dev/null`);
    my %cells = map { ($_->{location}{cell} // 'A1') => 1 } @{ $json->{documents}[0]{findings} };
    ok($cells{ $empty[0] } && $cells{ $empty[1] } && keys %cells > 2, "$kind->[0]: findings name their cells") or diag(join ' ', %cells);
    is(slurp($file), $before, "$kind->[0]: the original is as it was");
    is(found($copy), found($file), "$kind->[0]: the copy says what the original says");
    my $notes = keys %cells;
    if ($kind->[0] =~ /xlsx/) {
        my $xml = part($copy, 'xl/komentar.xml');
        my %at = map { my ($ref) = /ref="(\w+)"/; ($ref => join '', /<t[^>]*>([^<]*)/g) } $xml =~ m{<comment .*?</comment>}gs;
        is(join(' ', sort keys %at), join(' ', sort { $a cmp $b } keys %{ { %cells, A1 => 1 } }), 'a note in each cell, and the one that was there');
        like($at{ $empty[0] }, qr/^Berapa lama\?\n\npatuh:\n\[WK001\] peringatan, langkah 8\n.*\nsaran: .*\ndasar: /, 'below a note that stood in the cell');
        like($at{ $empty[1] }, qr/^\[WK001\] peringatan, langkah 9\n/, 'or in one of its own');
        like(part($copy, 'xl/drawings/vmlDrawing-patuh1.vml'), qr{<x:Row>\d+</x:Row><x:Column>\d+</x:Column>}, 'with a box to show it in');
        like(part($copy, 'xl/worksheets/sheet1.xml'), qr{<drawing [^>]*/><legacyDrawing [^>]*id="rIdPatuhVml"/>}, 'that the sheet names');
        $notes = keys %{ { %cells, A1 => 1 } };
    } else {
        is(scalar(() = part($copy, 'content.xml') =~ /<office:annotation /g), $notes, 'an annotation in each cell');
    }
    SKIP: {
        skip 'no LibreOffice', 1 unless -x '/usr/bin/soffice';
        is(back($copy), $notes, "$kind->[0]: LibreOffice keeps every note");
    }
}
done_testing;
