#!/usr/bin/perl
# PDFs through the whole program: tables from rules, places with page and box, what cannot be read.
use strict;
use warnings;
use FindBin;
use lib $FindBin::Bin;
use Test::More;
use File::Temp qw(tempdir);
use JSON::PP;
use pdf;

my $patuh = $ENV{PATUH} // 'build/patuh';
(my $beside = $patuh) =~ s{[^/]*$}{};
plan skip_all => 'patuh-pdf is not built (libmupdf-dev)' unless -x "${beside}patuh-pdf";
my $work = tempdir(CLEANUP => 1);

sub put { my ($name, $bytes) = @_; open my $f, '>:raw', "$work/$name" or die; print $f $bytes; close $f; "$work/$name" }
sub dump_of { my ($path, @more) = @_; scalar `"$patuh" dump @more "$path" 2>&1` }
sub check { my ($path, @more) = @_; my $json = `"$patuh" check --format json --today 2025-06-30 @more "$path" 2>/dev/null`; ($? >> 8, decode_json($json)) }

sub found_in { my ($path, @more) = @_; my (undef, $r) = check($path, @more); join ' ', sort map { $_->{rule} . ($_->{step} ? ":$_->{step}" : '') } map { @{ $_->{findings} } } @{ $r->{documents} } }
my @head = ('No', 'Kegiatan', 'Pelaksana', 'Kelengkapan', 'Waktu', 'Output', 'Keterangan');
my @xs = (40, 70, 260, 360, 480, 560, 680, 800);
sub identity {
    text(320, 40, 'STANDAR OPERASIONAL PROSEDUR', bold => 1) .
    grid([40, 400, 560, 800], [60, 76, 92, 108, 124], ['PEMERINTAH KABUPATEN CONTOH', 'Nomor SOP', '045/007/2025'], ['DINAS KEARSIPAN', 'Tanggal Pembuatan', '3 Februari 2025'],
         ['', 'Tanggal Efektif', '10 Februari 2025'], ['', 'Nama SOP', 'Penanganan Surat Masuk']);
}
my @steps = (
    ['1', 'Menerima surat masuk', 'Pengadministrasi', 'Surat masuk', '5 menit', 'Surat bercap', ''],
    ['2', 'Mencatat surat masuk', 'Pengadministrasi', 'Surat bercap', '10 menit', 'Surat tercatat', ''],
    ['3', ['Memeriksa surat', 'masuk'], 'Kasubbag Umum', 'Surat tercatat', '15 menit', 'Surat terperiksa', ''],
    ['4', 'Mendisposisikan surat', 'Kepala Dinas', 'Surat terperiksa', '30 menit', 'Lembar disposisi', ''],
);
sub rows { my ($top, @rows) = @_; grid(\@xs, [map { $top + 30 * $_ } 0 .. @rows], @rows) }

# ---- a table over two pages, its heading repeated
my $two = put('dua.pdf', pdf(identity() . rows(150, \@head, @steps[0, 1]) . text(400, 570, 'Halaman 1'), rows(60, \@head, @steps[2, 3]) . text(400, 570, 'Halaman 2')));
my $dump = dump_of($two);
is(() = $dump =~ /<langkah /g, 4, 'four steps, the repeated heading is none');
like($dump, qr{Memeriksa surat masuk}, 'a cell of two lines is one text');
like($dump, qr{Penanganan Surat Masuk}, 'the identity block is read');
unlike($dump, qr{Halaman 2}, 'page numbers are no content');

# ---- places
my ($status, $found) = check(put('jumlah.pdf', pdf(identity() . rows(150, \@head, @steps, ['', 'Jumlah', '', '', '90 menit', '', '']))), '--select', 'WK003');
my ($f) = @{ $found->{documents}[0]{findings} };
is($status, 1, 'a wrong total is found');
is($f->{rule}, 'WK003', '… as such');
is($f->{location}{page}, 1, '… on its page');
is_deeply([map { int } @{ $f->{location}{box} // [] }], [483, 301, 517, 313], '… in its box');
ok(!exists $f->{location}{line}, '… without a line');

# ---- pages that are pictures are named; what is painted over is not read
my $scan = put('pindaian.pdf', pdf(picture(0, 0, 842, 595), picture(0, 0, 842, 595) . "3 Tr " . text(50, 50, 'hasil OCR')));
my $said = `"$patuh" check "$scan" 2>&1`;
is($? >> 8, 3, 'a scan cannot be checked');
like($said, qr/halaman 1, 2 adalah gambar/, '… and says which pages are pictures');
sub unread_of { my ($path) = @_; my (undef, $r) = check($path); [map { [$_->{page}, $_->{reason}] } map { @{ $_->{unread} } } @{ $r->{documents} }] }
sub rules_of { my ($path) = @_; my (undef, $r) = check($path); ($r, map { $_->{rule} } map { @{ $_->{findings} } } @{ $r->{documents} }) }
is_deeply([map { $_->[0] } @{ unread_of($scan) }], [1, 2], '… in JSON, too');

# ---- a layer of OCR over a scan is no text of the page: it tells what the file is, and accuses nobody
sub ocr { (my $words = $_[0]) =~ s/^[-\d. ]+ re f\n//mg; "3 Tr $words 0 Tr\n" }
my @faulty = (identity(), rows(150, \@head, @steps, ['', 'Jumlah', '', '', '90 menit', '', '']));
for (['a picture of the whole page', picture(0, 0, 842, 595)], ['strips', map { picture(0, $_ * 119, 842, $_ * 119 + 119) } 0 .. 4], ['a picture with a margin', picture(100, 60, 742, 535)]) {
    my ($what, @pictures) = @$_;
    my $path = put('ocr.pdf', pdf(join '', @pictures, ocr(join '', @faulty)));
    my ($r, @rules) = rules_of($path);
    is($r->{documents}[0]{kind}, 'sop', "OCR over $what: it is an SOP");
    is("@rules", '', '… nobody is accused');
    is($r->{documents}[0]{rules}{WK003}{outcome}, 'tidak-dapat-diperiksa', '… the wrong total is not checked');
    like(unread_of($path)->[0][1], qr/OCR/, '… and the page is named');
}
my (undef, @vector) = rules_of(put('vektor.pdf', pdf(join '', @faulty)));
ok((grep { $_ eq 'WK003' } @vector), 'printed, the same is found');
my ($r, @rules) = rules_of(put('sisipan.pdf', pdf(identity() . rows(150, \@head, @steps, ['', 'Jumlah', '', '', '60 menit', '', '']), picture(0, 0, 842, 595) . ocr(text(50, 50, 'DINAS LAIN')))));
is($r->{documents}[0]{rules}{WK003}{outcome}, 'lolos', 'a scan among printed pages: what is printed is judged');
unlike(dump_of("$work/sisipan.pdf"), qr/DINAS LAIN/, '… what OCR laid over the other page is not read');
unlike(dump_of(put('siluman.pdf', pdf(identity() . rows(150, \@head, @steps) . ocr(text(50, 560, 'tersembunyi'))))), qr/tersembunyi/, 'words that are not seen are none');
# What a page that is a picture may hold is not missed: steps between, the end of the table, sections of the next page.
for (['between the steps', identity() . rows(150, \@head, @steps[0, 1]), picture(0, 0, 842, 595), rows(60, \@head, ['5', 'Menyimpan surat', 'Pengadministrasi', 'Lembar disposisi', '5 menit', 'Arsip', ''])],
     ['before the steps', picture(0, 0, 842, 595), identity() . rows(150, \@head, @steps[2, 3])], ['behind the steps', identity() . rows(150, \@head, @steps), picture(0, 0, 842, 595)]) {
    my ($where, @pages) = @$_;
    my (undef, @rules) = rules_of(put('sela.pdf', pdf(@pages)));
    is(join(" ", grep { $where !~ /before/ || /^(KG|WK|AL)/ } @rules), "", "a picture $where: nothing is missed");
}
my $mixed = put('campur.pdf', pdf(picture(0, 0, 842, 595), identity() . rows(150, \@head, @steps)));
like(scalar `"$patuh" check "$mixed" 2>&1`, qr/halaman 1: halaman ini berupa gambar/, 'a page that is a picture among others is named');
my $under = put('tertutup.pdf', pdf(identity() . rows(150, \@head, @steps) . "1 g " . box(40, 200, 800, 260, 'f') . '0 g '));
is(() = dump_of($under) =~ /Mencatat surat masuk|Memeriksa surat/g, 0, 'words under a white area are not there');

my $signed = put('paraf.pdf', pdf(identity() . rows(150, \@head, @steps, ['', 'Jumlah', '', '', '90 menit', '', '']) . grid([500, 650, 800], [400, 420, 470], ['Dibuat', 'Disetujui'], ['Ani', 'Budi']) . picture(500, 400, 800, 470)));
is(unread_of($signed)->[0][1], 'sebagian halaman ini tertutup gambar, sehingga isinya tidak terbaca', 'a picture over a small table: a part of the page');
like(found_in($signed, '--select', 'WK003'), qr/WK003/, '… the rest is judged');
# Of several SOPs each has the unread pages between its first page and the next one's, once.
sub identity_of { my ($number, $name) = @_; (my $i = identity()) =~ s/045\/007\/2025/$number/; $i =~ s/Penanganan Surat Masuk/$name/; $i }
my $several = put('beberapa.pdf', pdf(picture(0, 0, 842, 595), identity_of('045/1/2025', 'Penanganan Surat Masuk') . rows(150, \@head, @steps), picture(0, 0, 842, 595),
                                      identity_of('045/2/2025', 'Pembuatan Surat Keluar') . rows(150, \@head, @steps)));
my (undef, $each) = check($several);
is(join(', ', map { "$_->{part}: " . join ' ', map { $_->{page} } @{ $_->{unread} } } @{ $each->{documents} }), 'halaman 2: 1 3, halaman 4: ', 'unread pages of several SOPs');
is(() = dump_of($several, '--bacaan', '--part', 1) =~ /^baris tabel langkah:/mg, 1, '… and regions, each once');

# ---- a file that breaks off: what MuPDF puts together of the rest may lack fonts, contents, pages
my @listed = ('Dasar Hukum', ['1. Undang-Undang Nomor 43 Tahun 2009', 'tentang Kearsipan']);
my $full = pdf(identity() . grid([40, 200, 500], [140, 170], \@listed) . rows(180, \@head, @steps, ['', 'Jumlah', '', '', '90 menit', '', '']), text(50, 50, 'Lampiran'));
my ($whole_file, @of_whole) = rules_of(put('penuh.pdf', $full));
ok((grep { $_ eq 'DH002' } @of_whole) && (grep { $_ eq 'WK003' } @of_whole), 'a list that lacks something and a wrong total are found');
(my $mended = $full) =~ s/startxref\n\d+/startxref\n7/;
(undef, my @of_mended) = rules_of(put('xref.pdf', $mended));
is_deeply(\@of_mended, \@of_whole, '… also where only the table of objects is wrong');
for my $less (60, 300, 1200) {
    my $path = put('terpotong.pdf', substr $full, 0, -$less);
    my (undef, @rules) = rules_of($path);
    is("@rules", '', "$less bytes are missing at the end: nobody is accused");
    is(join(' ', map { "$_->[0]: $_->[1]" } @{ unread_of($path) }), join(' ', map { "$_: halaman ini rusak: sebagian isinya tidak terbaca" } 1, 2), '… and the pages are named');
}
like(scalar `"$patuh" check "@{[put('tanpa.pdf', pdf())]}" 2>&1`, qr/PDF rusak/, 'a file without a page is broken');

# ---- fonts that do not tell which letters they print: what they set is no value, and nobody is accused of it
my $dumb = '<< /Type /Font /Subtype /Type0 /BaseFont /Tanpa /Encoding /Identity-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Tanpa ' .
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 500 /FontDescriptor << /Type /FontDescriptor /FontName /Tanpa /Flags 4 ' .
    '/FontBBox [0 0 1000 1000] /Ascent 800 /Descent -200 /CapHeight 700 /ItalicAngle 0 /StemV 80 >> >>] >>';
sub unmapped { my ($content, $what) = @_; $content =~ s{BT /[RB] (\S+ Tf .*? Tm) \(($what)\) Tj ET}{"BT /U $1 <" . join('', map { sprintf '%04X', ord } split //, $2) . '> Tj ET'}ge; $content }
sub dumb { my ($name, $what, @pages) = @_; put($name, pdf({objects => [$dumb]}, map { [unmapped($_, $what), {Resources => '<< /Font << /R 3 0 R /B 4 0 R /U 5 0 R >> >>'}] } @pages)) }
for (['the times', qr/\d+ menit/], ['the number', qr{045/007/2025}]) {
    my ($what, $which) = @$_;
    my $path = dumb('fon.pdf', $which, join '', @faulty);
    my (undef, @rules) = rules_of($path);
    is("@rules", '', "$what in such a font: nobody is accused");
    like(unread_of($path)->[0][1], qr/fon di halaman ini tidak menyebut huruf/, '… and the page is named');
}
is(unread_of(dumb('butir.pdf', qr/x/, join('', @faulty) . text(30, 560, 'x')))->[0], undef, 'a single such letter is an ornament');
is(unread_of(dumb('kaki.pdf', qr/Dokumen \d/, map { text(60, 580, "Dokumen $_") . identity_of("045/$_/2025", 'Surat ' . ('Masuk', 'Keluar', 'Tugas')[$_]) . rows(150, \@head, @steps) } 0 .. 2))->[0], undef,
   '… and a running foot is no text of the page');
like(scalar `"$patuh" check "@{[dumb('semua.pdf', qr/.*?/, join '', @faulty)]}" 2>&1`, qr/halaman 1 terbaca, karena .* fonnya tidak menyebut huruf/, 'all of it in such a font: said to be so');
# ---- rows cut by the end of a page, tables that lie on their side, rows of several cells
my $cut = put('potong.pdf', pdf(identity() . rows(150, \@head, @steps[0, 1]), rows(60, \@head, ['', 'dalam buku agenda', '', '', '', '', ''], @steps[2, 3])));
like(dump_of($cut), qr{Mencatat surat masuk dalam buku agenda}, 'a row that the end of the page cuts is one');
my $turned = put('miring.pdf', pdf(["0 1 -1 0 595 0 cm " . identity() . rows(150, \@head, @steps), {MediaBox => '[0 0 595 842]'}]));
is(() = dump_of($turned) =~ /<langkah /g, 4, 'a page whose text runs upwards is turned');
$turned = put('rotasi.pdf', pdf(["0 1 -1 0 595 0 cm " . identity() . rows(150, \@head, @steps), {MediaBox => '[0 0 595 842]', Rotate => 90}]));
is(() = dump_of($turned) =~ /<langkah /g, 4, '… by its own word, too');

# ---- documents of chapters: headings by letters and numbers, lists, running heads
SKIP: {
    skip 'the printer of layouts is not built', 3 unless -x "${beside}layout";
    my $line = 0;
    sub chapter { my ($n, $y) = ($_[0], 60); text(60, 20, 'Laporan Kinerja Dinas Kearsipan', size => 8) . text(400, 580, "Halaman $n") . text(355 - 4.6 * length("BAB $_[1]"), $y, "BAB $_[1]", bold => 1, size => 14) . text(355 - 4.6 * length $_[2], $y + 18, $_[2], bold => 1, size => 14) .
        text(60, $y + 50, "$n.1 Latar Belakang", bold => 1, size => 11) . join('', map { text(60, $y + 70 + 14 * $_, 'Kinerja dinas pada tahun ini diukur terhadap sasaran yang telah ditetapkan dalam perjanjian kinerja, lalu dibandingkan', size => 11) } 0 .. 3) .
        text(60, $y + 130, 'dengan tahun sebelumnya.', size => 11) . text(60, $y + 160, '1.', size => 11) . text(80, $y + 160, 'Sasaran pertama;', size => 11) . text(60, $y + 174, '2.', size => 11) . text(80, $y + 174, 'Sasaran kedua.', size => 11) }
    my $report = put('bab.pdf', pdf(chapter(1, 'I', 'PENDAHULUAN'), chapter(2, 'II', 'PERENCANAAN KINERJA'), chapter(3, 'III', 'AKUNTABILITAS KINERJA')));
    my @layout = split /\n/, `"${beside}layout" "$report"`;
    is(join('|', grep { s/^H\t// } map { "$_" } @layout), "1\tBAB I\\nPENDAHULUAN|3\t1.1 Latar Belakang|1\tBAB II\\nPERENCANAAN KINERJA|3\t2.1 Latar Belakang|1\tBAB III\\nAKUNTABILITAS KINERJA|3\t3.1 Latar Belakang", 'headings and their levels');
    is(scalar(grep { /^I\t0\t[12]\.\tSasaran (pertama;|kedua\.)$/ } @layout), 6, 'items of lists');
    is(scalar(grep { /Laporan Kinerja|Halaman/ } @layout), 0, 'running heads and feet are no content');
}

# ---- running text in two columns, a heading over both of them
{
    my @left = ('Lampiran ini menjelaskan cara petugas', 'menerima dan mencatat surat yang masuk', 'ke dinas setiap hari kerja. Petugas', 'mencocokkan nomor surat dengan isinya', 'lalu membubuhkan cap pada lembar depan,', 'dan bila ada lampiran yang hilang ia');
    my @right = ('menghubungi pengirim pada hari itu juga.', 'Surat yang lengkap diteruskan kepada', 'kepala subbagian, yang memeriksanya dan', 'menyusun usul disposisi. Kepala dinas', 'membaca usul itu, mengubahnya bila perlu,', 'lalu menandatangani lembar disposisi itu.');
    my $annex = put('kolom.pdf', pdf(identity() . rows(150, \@head, @steps), text(60, 60, 'Lampiran tentang tata cara pencatatan surat masuk di lingkungan dinas', size => 11) .
        join('', map { text(60, 90 + 14 * $_, $left[$_], size => 11) . text(296, 94 + 14 * $_, $right[$_], size => 11) } 0 .. $#left)));
    like(dump_of($annex, '--bacaan'), qr/^teks: kolom \(halaman 2\): terbukti\n.*prosa dalam 2 kolom, dibaca kolom demi kolom: 12 baris/m, 'text in two columns: said, with what it was read as');
    is(() = dump_of($annex) =~ /<langkah /g, 4, '… the table before it as it was');
    SKIP: {
        skip 'the printer of layouts is not built', 1 unless -x "${beside}layout";
        my ($told) = `"${beside}layout" "$annex"` =~ /^P\t0\t(Lampiran ini .*)/m;
        is($told, join('\n', @left, @right), '… the first column to its end, then the next');
    }
}

# ---- a copy with notes
my $sums = put('catatan.pdf', pdf(['0 1 -1 0 595 0 cm ' . identity() . rows(150, \@head, @steps, ['', 'Jumlah', '', '', '90 menit', '', '']), {MediaBox => '[0 0 595 842]'}], text(50, 50, 'Lampiran')));
my $copy = "$work/salinan.pdf";
sub slurp { open my $h, '<:raw', $_[0] or return ''; local $/; <$h> }
my $before = slurp($sums);
system("'$patuh' check --today 2025-06-30 --select WK003 --annotate '$copy' '$sums' >/dev/null 2>&1");
is($? >> 8, 1, 'annotated');
is(slurp($sums), $before, 'the original is untouched');
is(substr(slurp($copy), 0, length $before), $before, 'the copy begins with it');
is(() = slurp($copy) =~ m{/Subtype\s*/Highlight}g, 1, '… and has the one finding as a highlight');
like(slurp($copy), qr{WK003}, '… by its name');
my (undef, $again) = check($copy, '--select', 'WK003');
is($again->{documents}[0]{findings}[0]{rule}, 'WK003', 'the copy is read like the original');
my @box = @{ $again->{documents}[0]{findings}[0]{location}{box} };
ok($box[2] <= 595 && $box[3] > $box[1] && $box[3] - $box[1] > $box[2] - $box[0], 'a box on a page that was turned lies as viewers show the page') or diag("@box");
for my $viewer (['pdftotext', '-q', $copy, '-'], ['mutool', 'draw', '-F', 'text', $copy]) {
    SKIP: {
        skip "no $viewer->[0]", 1 if system("command -v $viewer->[0] >/dev/null 2>&1");
        like(scalar `@$viewer 2>/dev/null`, qr/Lampiran/, "$viewer->[0] opens it");
    }
}
system("'$patuh' check --annotate '$sums' '$sums' >/dev/null 2>&1");
is($? >> 8, 2, 'a copy does not take the place of its original');

# ---- the picture of a page
my $svg = `"$patuh" dump --halaman 1 "$two"`;
is($? >> 8, 0, 'a page as it was understood');
like($svg, qr{^<svg .*>Kegiatan</text>.*</svg>\s*\z}s, '… with its words');
like(scalar `"$patuh" dump --halaman 9 "$two" 2>&1`, qr/tidak mempunyai halaman/, '… but not one that it does not have');

# ---- drawn flows
my @lanes = ('No', 'Kegiatan', 'Staf', 'Kasubbag', 'Kepala', 'Kelengkapan', 'Waktu', 'Output');
my @at = (40, 70, 260, 340, 420, 500, 600, 680, 800);
my @works = ('Menerima surat', 'Mencatat surat', 'Memeriksa surat', 'Meneliti surat', 'Menandatangani surat', 'Menyimpan surat');
sub centre { my ($row, $lane) = @_; (300 + 80 * $lane, 195 + 50 * $row) }
sub pline { my @p = @_; join(' ', map { sprintf '%g %g %s', $p[2 * $_], $pdf::HEIGHT - $p[2 * $_ + 1], $_ ? 'l' : 'm' } 0 .. @p / 2 - 1) }
# A line with a filled head at its end.
sub arrow {
    my @p = @_;
    my ($x, $y, $u, $v) = @p[-2, -1, -4, -3];
    my $l = sqrt(($x - $u)**2 + ($y - $v)**2);
    my ($dx, $dy) = (($x - $u) / $l, ($y - $v) / $l);
    my ($bx, $by) = ($x - 9 * $dx, $y - 9 * $dy);
    @p[-2, -1] = ($bx + $dx, $by + $dy);
    '0.8 w ' . pline(@p) . " S\n" . pline($x, $y, $bx - 3 * $dy, $by + 3 * $dx, $bx + 3 * $dy, $by - 3 * $dx) . " f\n";
}
sub symbol { my ($x, $y, $kind) = @_; return '' if $kind eq 'x'; my ($w, $h) = (24, 12); '1 g 0 G 0.8 w ' . ($kind eq 'd' ? pline($x - $w, $y, $x, $y - $h, $x + $w, $y, $x, $y + $h) : pline($x - $w, $y - $h, $x + $w, $y - $h, $x + $w, $y + $h, $x - $w, $y + $h)) . " h B 0 g\n" }
# Steps by the lane of each; @more is painted over them. Every line has its own operation.
sub flow_table {
    my ($o, $first, $lanes, $kinds, @more) = @_;
    my @ys = (150, map { 170 + 50 * $_ } 0 .. @$lanes);
    my @rows = ([@lanes], map { [$first + $_, $works[$first + $_ - 1], '', '', '', 'Berkas ' . ($first + $_), '5 menit', 'Surat ' . ($first + $_)] } 0 .. $#$lanes);
    my $s = grid(\@at, \@ys, @rows);
    if ($o->{open}) { # the outer lines are not drawn
        my @lines = split /^/, $s;
        my ($top, $bottom, $left, $right) = (rule(40, 150, 800, 150), rule(40, $ys[-1], 800, $ys[-1]), map { my $x = $_; join '', map { rule($x, $ys[$_], $x, $ys[$_ + 1]) } 0 .. $#ys - 1 } 40, 800);
        my %gone = map { $_ => 1 } $top, $bottom, split /^/, $left . $right;
        $s = join '', grep { !$gone{$_} } @lines;
    }
    $s . join('', map { symbol(centre($_, $lanes->[$_]), substr $kinds, $_, 1) } 0 .. $#$lanes) . join '', @more;
}
sub edges_of { my ($path) = @_; my $d = dump_of($path); my @e; while ($d =~ m{<langkah .*?</langkah>}gs) { my $l = $&; my ($n) = $l =~ m{<nomor[^>]*>(\d+)}; push @e, map { "$n>$_" } sort $l =~ m{asal="digambar"[^>]*? tujuan="(\w+)"}g } join ' ', @e }
sub down { my ($row, $from, $to) = @_; my ($x, $y) = centre($row, $from); my ($u, $v) = centre($row + 1, $to); $x == $u ? arrow($x, $y + 12, $u, $v - 12) : arrow($x, $y + 12, $x, $y + 25, $u, $y + 25, $u, $v - 12) }
sub back { my ($from, $to, $lane) = @_; my ($x, $y) = centre($from, $lane); my ($u, $v) = centre($to, $lane); arrow($x + 24, $y, $x + 36, $y, $x + 36, $v, $u + 24, $v) }
my @straight = (down(0, 0, 1), down(1, 1, 1), down(2, 1, 2));
is(edges_of(put('alur.pdf', pdf(identity() . flow_table({}, 1, [0, 1, 1, 2], 'bbdb', @straight)))), '1>2 2>3 3>4', 'a drawn flow');
is(edges_of(put('terbuka.pdf', pdf(identity() . flow_table({open => 1}, 1, [0, 1, 1, 2], 'bbdb', @straight)))), '1>2 2>3 3>4', '… in a table whose outer lines are not drawn, under another table');
is(edges_of(put('kembali.pdf', pdf(identity() . flow_table({}, 1, [0, 1, 1, 1, 2], 'bbddb', down(0, 0, 1), down(1, 1, 1), down(2, 1, 1), down(3, 1, 2), back(3, 2, 1), back(2, 1, 1))))),
   '1>2 2>3 3>2 3>4 4>3 4>5', 'one return arrow ends where the next one begins: two arrows');

# A chart that stands free: an SOP where the document begins with words that say so, and nothing else.
sub chart {
    my @says = ('Menerima', 'Memeriksa', 'Sesuai?', 'Mencatat');
    my $s = join '', map { symbol(400, 120 + 60 * $_, substr 'bbdb', $_, 1) . text(400 - 1.5 * length $says[$_], 122 + 60 * $_, $says[$_], size => 6) } 0 .. 3;
    $s . join('', map { arrow(400, 132 + 60 * $_, 400, 168 + 60 * $_) } 0 .. 2) . arrow(424, 240, 470, 240, 470, 180, 424, 180) . text(428, 236, 'Tidak', size => 6) . text(404, 262, 'Ya', size => 6);
}
my $prose = join '', map { text(60, 60 + 12 * $_, 'Kegiatan dinas pada tahun ini berjalan menurut rencana kerja yang telah ditetapkan.') } 0 .. 2;
for (['SOP PENANGANAN SURAT', text(330, 60, 'SOP PENANGANAN SURAT', bold => 1)], ['the agency over it', text(330, 40, 'PEMERINTAH KABUPATEN CONTOH') . text(330, 60, 'Standar Operasional Prosedur Penanganan Surat', bold => 1)]) {
    my ($what, $title) = @$_;
    my $path = put('bebas.pdf', pdf($title . chart()));
    is(edges_of($path), '1>2 2>3 3>2 3>4', "a free chart, $what: its flow");
    is(found_in($path, map { ('--select', $_) } qw(AL003 AL004 AL005 AL008 AL013 PL WK ID001)), 'ID001', '… only that it has no block');
}
for (['ALUR PENANGANAN SURAT', text(330, 60, 'ALUR PENANGANAN SURAT', bold => 1) . chart()], ['the same words in running text', text(330, 60, 'SOP penanganan surat') . chart()],
     ['text before the title', $prose . text(330, 100, 'SOP PENANGANAN SURAT', bold => 1) . chart()], ['the title on a page before', text(330, 60, 'SOP PENANGANAN SURAT', bold => 1), chart()],
     ['a page of text before', $prose, text(330, 60, 'SOP PENANGANAN SURAT', bold => 1) . chart()], ['a title without a chart', text(330, 60, 'SOP PENANGANAN SURAT', bold => 1) . $prose]) {
    my ($what, @pages) = @$_;
    is(found_in(put('bebas.pdf', pdf(@pages))), 'UM002', "$what: no SOP");
}

# The end of a page: lines that it cuts, page connectors; a line over three pages.
sub out { my ($row, $lane, $to) = @_; my ($x, $y) = centre($row, $lane); '0.8 w ' . pline($x, $y + 12, $x, $to) . " S\n" }
sub in { my ($lane) = @_; my ($x, $y) = centre(0, $lane); arrow($x, 171, $x, $y - 12) }
my @page_two = flow_table({}, 3, [1, 2], 'bb', in(1), down(0, 1, 2));
my $over = put('putus.pdf', pdf(identity() . flow_table({}, 1, [0, 1], 'bb', down(0, 0, 1), out(1, 1, 269)), $page_two[0]));
is(edges_of($over), '1>2 2>3 3>4', 'a line that the end of the page cuts goes on');
is(found_in($over, '--select', 'AL011'), 'AL011:2', '… and there is no connector');
$over = put('lepas.pdf', pdf(identity() . flow_table({}, 1, [0, 1], 'bb', down(0, 0, 1), out(1, 1, 269)), flow_table({}, 3, [1, 2], 'bb', down(0, 1, 2))));
is(found_in($over, '--select', 'AL011'), '', 'one that does not go on is no ground for that');
is(found_in($over, map { ('--select', $_) } qw(AL003 AL004 AL005 AL013)), '', '… nor for anything else');
sub pentagon { my ($x, $y) = @_; '1 g 0 G 0.8 w ' . pline($x - 8, $y - 7, $x + 8, $y - 7, $x + 8, $y + 3, $x, $y + 9, $x - 8, $y + 3) . " h B 0 g\n" }
my ($ox, $oy) = centre(1, 1);
my ($ix, $iy) = centre(0, 1);
$over = put('segilima.pdf', pdf(identity() . flow_table({}, 1, [0, 1], 'bb', down(0, 0, 1), pentagon($ox + 55, $oy + 10), arrow($ox + 24, $oy, $ox + 55, $oy, $ox + 55, $oy + 3)),
                                flow_table({}, 3, [1, 2], 'bb', pentagon($ix + 55, $iy - 10), arrow($ix + 47, $iy - 8, $ix + 24, $iy - 8), down(0, 1, 2))));
is(edges_of($over), '1>2 2>3 3>4', 'page connectors');
is(found_in($over, '--select', 'AL010', '--select', 'AL011'), '', '… as they should be');
for (['a pentagon', \&pentagon], ['a circle', sub { my ($x, $y) = @_; my $k = 5.52; '1 g 0 G 0.8 w ' . join(' ', map { sprintf '%g %g', $_->[0] + $x, $pdf::HEIGHT - $y + $_->[1] } [10, 0]) . ' m ' .
    join('', map { sprintf '%g %g %g %g %g %g c ', map { ($_->[0] + $x, $pdf::HEIGHT - $y + $_->[1]) } @$_ } [[10, $k], [$k, 10], [0, 10]], [[-$k, 10], [-10, $k], [-10, 0]], [[-10, -$k], [-$k, -10], [0, -10]], [[$k, -10], [10, -$k], [10, 0]]) . "h B 0 g\n" }]) {
    my ($what, $draw) = @$_;
    my @c = centre(2, 1);
    my $path = put('salah.pdf', pdf(identity() . flow_table({}, 1, [0, 1, 1, 2], 'bbxb') . $draw->(@c) . join '', @straight));
    is(found_in($path, '--select', 'AL010'), 'AL010:3', "$what as the symbol of an activity");
}
my $three = put('tiga.pdf', pdf(identity() . flow_table({}, 1, [0, 1], 'bb', down(0, 0, 1), out(1, 1, 269)), flow_table({}, 3, [2], 'b', '0.8 w ' . pline(380, 171, 380, 219) . " S\n"), flow_table({}, 4, [1, 2], 'bb', in(1), down(0, 1, 2))));
is(edges_of($three), '1>2 2>4 4>5', 'a line through a page');

# ---- what cannot be read is said, once
for (['rusak.pdf', "%PDF-1.4\nnothing of the kind\n", qr/rusak/]) {
    my ($name, $bytes, $says) = @$_;
    my $path = put($name, $bytes);
    my $out = `"$patuh" check "$path" 2>&1`;
    is($? >> 8, 3, "$name: status 3");
    like($out, qr/UM001/, "$name: UM001");
    like($out, $says, "$name: says why");
}
my $alone = "$work/alone";
mkdir $alone;
system("cp '$patuh' '$alone/patuh'") == 0 or die;
like(scalar `"$alone/patuh" check "$two" 2>&1`, qr/libmupdf-dev/, 'without patuh-pdf the message says what to install');

# ---- another program in the place of patuh-pdf: nothing of it is believed
my $magic = "patuh-page 1\n";
for (['nothing', ''], ['another version', "patuh-page 2\nZ" . pack('V', 0)], ['half a record', $magic . 'P' . pack('V', 1)], ['a word outside of pages', $magic . 'W' . pack('V11', (1) x 11) . 'a'],
     ['no end', $magic . 'P' . pack('V4', 1, 1000, 1000, 0) . 'E' . pack('V', 1)], ['something behind the end', $magic . 'Z' . pack('V', 0) . 'Z']) {
    my ($what, $bytes) = @$_;
    put('alone/said', $bytes);
    put('alone/patuh-pdf', "#!/bin/sh\nexec cat '$alone/said'\n");
    chmod 0755, "$alone/patuh-pdf";
    my @said = `"$alone/patuh" check "$two" 2>&1`;
    is($? >> 8, 3, "said by it: $what: status 3");
    is(scalar(grep { /\[UM001\]/ } @said), 1, '… and one message');
}
put('alone/patuh-pdf', "#!/bin/sh\nwhile :; do echo patuh-page; done\n");
like(scalar `"$alone/patuh" check --limit pdf-output=100000 "$two" 2>&1`, qr/UM001/, 'one that never stops talking is stopped');

# ---- patuh-pdf is shut in before it looks at anything
SKIP: {
    skip 'no seccomp here', 1 unless -r '/proc/self/status' && `grep -c Seccomp /proc/self/status` > 0 && `nm '$patuh' 2>/dev/null` !~ /__asan_init/ && `uname -m` =~ /x86_64|aarch64/;
    my $pid = open my $to, '|-', "exec '${beside}patuh-pdf' pages 10 1073741824 1048576 >/dev/null 2>&1" or die;
    my $state = '';
    for (1 .. 100) {
        $state = slurp("/proc/$pid/status");
        last if $state =~ /^Seccomp:\s*2/m;
        select undef, undef, undef, 0.02;
    }
    like($state, qr/^Seccomp:\s*2$/m, 'while it waits for its input patuh-pdf is under seccomp');
    close $to;
}
done_testing;
