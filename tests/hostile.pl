#!/usr/bin/perl
# hostile.pl NAME: one hostile input on standard output. hostile.pl without a name: the names.
use strict;
use warnings;
use FindBin;
use lib "$FindBin::Bin/office";
use Office;
binmode STDOUT;
my $top = "patuh: sop/1\nidentitas: {nama: Uji}\n";
# A performance report around a table or text.
sub report { print "LAPORAN KINERJA INSTANSI PEMERINTAH\nDINAS UJI KABUPATEN CONTOH\nTAHUN 2024\n\nBAB III AKUNTABILITAS KINERJA\n\nTabel 3.1 Pengukuran Kinerja\n\n"; $_[0]->(); print "\nBAB IV PENUTUP\n\nLangkah ke depan.\n" }
my @measured = ('No', 'Sasaran', 'Indikator Kinerja', 'Satuan', 'Target', 'Realisasi', 'Capaian (%)');
my @budget = ('No', 'Program/Kegiatan', 'Pagu (Rp)', 'Realisasi (Rp)', '%');
sub pipes { print '| ', join(' | ', @$_), " |\n" for @_ }
sub aligned { printf '%-8s' . '%-30s' x $#$_ . "\n", @$_ for @_ }
sub html { print '<table>', (map { '<tr>' . join('', map { "<td>$_</td>" } @$_) . '</tr>' } @_), '</table>' }
sub tabs { print join("\t", @$_), "\n" for @_ }
sub indicators { map { [$_, "Sasaran $_", "Indikator mutu layanan $_", 'Nilai', 80, 79, '98,75'] } 1 .. $_[0] }
my $top_report = "patuh: lkjip/1\nidentitas: {instansi: Dinas Uji, tahun: 2024}\n";
my $digits = '9' x 10_000;
# Workbooks and OpenDocument sheets around the XML of their sheet.
my $main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
my $rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
sub relations { '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' . join('', map { "<Relationship Id=\"$_->[0]\" Type=\"$rel/$_->[1]\" Target=\"$_->[2]\"/>" } @_) . '</Relationships>' }
sub book {
    my ($sheet, %parts) = @_;
    print Office::package_of('[Content_Types].xml' => '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
        '_rels/.rels' => relations(['a', 'officeDocument', 'xl/workbook.xml']), 'xl/workbook.xml' => "<workbook xmlns=\"$main\" xmlns:r=\"$rel\"><sheets><sheet name=\"A\" r:id=\"s\"/></sheets></workbook>",
        'xl/_rels/workbook.xml.rels' => relations(['s', 'worksheet', 's.xml'], ['t', 'sharedStrings', 't.xml']), 'xl/t.xml' => "<sst xmlns=\"$main\"><si><t>Nomor SOP</t></si></sst>",
        'xl/_rels/s.xml.rels' => relations(['d', 'drawing', 'd.xml']), 'xl/s.xml' => "<worksheet xmlns=\"$main\" xmlns:r=\"$rel\">$sheet</worksheet>", %parts);
}
sub row_of { my ($r, @cells) = @_; "<row r=\"$r\">" . join('', map { "<c r=\"$_->[0]$r\" t=\"s\"><v>$_->[1]</v></c>" } @cells) . '</row>' }
sub noise { my $x = 1; join '', map { $x = ($x * 48271) % 2147483647; sprintf $_[1], $x } 1 .. $_[0] } # does not pack too well
sub things {
    my ($n) = @_;
    my $at = sub { my ($i, $in) = @_; my ($r, $c) = (int($i / 10) % 90, $i % 10);
        "<xdr:twoCellAnchor><xdr:from><xdr:col>$c</xdr:col><xdr:colOff>$i</xdr:colOff><xdr:row>$r</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>$c</xdr:col><xdr:colOff>400000</xdr:colOff><xdr:row>$r</xdr:row><xdr:rowOff>90000</xdr:rowOff></xdr:to>$in</xdr:twoCellAnchor>" };
    my $box = sub { "<xdr:sp><xdr:nvSpPr><xdr:cNvPr id=\"$_[0]\"/></xdr:nvSpPr><xdr:spPr><a:prstGeom prst=\"rect\"/><a:ln><a:solidFill/></a:ln></xdr:spPr></xdr:sp>" };
    my $line = sub { "<xdr:cxnSp><xdr:nvCxnSpPr><xdr:cNvPr id=\"0\"/><xdr:cNvCxnSpPr/></xdr:nvCxnSpPr><xdr:spPr><a:prstGeom prst=\"bentConnector5\"/><a:ln><a:tailEnd type=\"arrow\"/></a:ln></xdr:spPr></xdr:cxnSp>" };
    return '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">' . join('', map { $at->($_, $_ % 2 ? $box->($_) : $line->()) } 1 .. $n) . '</xdr:wsDr>';
}
my $head = row_of(1, map { [$_, 0] } 'A' .. 'J');
sub ods { my ($table) = @_; print Office::package_of(mimetype => 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml' => '<office:document-content ' . join(' ', map { "xmlns:$_->[0]=\"urn:oasis:names:tc:opendocument:xmlns:$_->[1]:1.0\"" } ['office', 'office'], ['table', 'table'], ['text', 'text'])
    . "><office:body><office:spreadsheet><table:table table:name=\"A\">$table</table:table></office:spreadsheet></office:body></office:document-content>") }
my %make = (
    'book-ratio'      => sub { book('<sheetData>' . '<row/>' x 8_000_000 . '</sheetData>') },
    'book-part'       => sub { book('', 'xl/s.xml' => noise(7_000_000, '%011d')) },
    'book-doctype'    => sub { book('', 'xl/s.xml' => '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><worksheet xmlns="' . $main . '"><sheetData>&b;</sheetData></worksheet>') },
    'book-external'   => sub { book('', 'xl/s.xml' => '<!DOCTYPE w SYSTEM "file:///etc/passwd"><worksheet xmlns="' . $main . '"/>') },
    'book-deep'       => sub { book('<a>' x 100_000) },
    'book-cells'      => sub { book('<sheetData>' . join('', map { row_of($_, map { [$_, 0] } 'A' .. 'Z') } 1 .. 20_000) . '</sheetData>') },
    'book-far'        => sub { book('<sheetData>' . $head . row_of(1_048_576, ['XFD', 0], ['XFC', 0]) . '</sheetData>') },
    'book-wide'       => sub { book('<sheetData>' . join('', map { row_of($_, ['A', 0], ['XFD', 0]) } 1 .. 2000) . '</sheetData>') },
    'book-merges'     => sub { book("<sheetData>$head</sheetData><mergeCells>" . join('', map { "<mergeCell ref=\"A$_:XFD" . ($_ + 900_000) . '"/>' } 1 .. 60_000) . '</mergeCells>') },
    'book-long-texts' => sub { book('<sheetData>' . join('', map { row_of($_, ['A', 0], ['B', 0]) } 1 .. 20_000) . '</sheetData>', 'xl/t.xml' => "<sst xmlns=\"$main\"><si><t>" . noise(3000, '%011d') . '</t></si></sst>') },
    'book-drawn'      => sub { book("<sheetData>$head" . join('', map { row_of($_, ['A', 0]) } 2 .. 90) . '</sheetData><drawing r:id="d"/>', 'xl/d.xml' => things(20_000)) },
    'book-cols'       => sub { book('<cols>' . '<col min="1" max="16384" width="9"/>' x 50_000 . "</cols><sheetData>$head</sheetData>") },
    'sheet-repeats'   => sub { ods('<table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384"><text:p>Nomor SOP</text:p></table:table-cell></table:table-row>') },
    'sheet-spans'     => sub { ods('<table:table-row>' . '<table:table-cell table:number-rows-spanned="1048576" table:number-columns-spanned="16384"><text:p>Nomor SOP</text:p></table:table-cell>' x 5000 . '</table:table-row>') },
    'sheet-nested'    => sub { ods('<table:table-row-group>' x 100_000) },
    'empty'           => sub { },
    'blank'           => sub { print " \n\t\n\r\n" x 1000 },
    'binary'          => sub { print pack 'C*', map { ($_ * 7919 + 13) % 256 } 1 .. 100_000 },
    'elf'             => sub { open my $f, '<:raw', '/bin/sh' or return; print while read $f, $_, 65536 },
    'nul-in-text'     => sub { print "Nomor SOP : 1\0\nNama SOP : Uji\n" },
    'nul-in-yaml'     => sub { print $top, "peringatan: \"a\0b\"\n" },
    'long-line'       => sub { my $x = 'lorem ipsum ' x 87_382; print $x for 1 .. 100 },
    'long-line-under' => sub { print 'Nomor SOP : ', 'lorem ipsum ' x 2_600_000 },
    'long-word'       => sub { print "Nama SOP : ", 'a' x 20_000_000, "\n" },
    'tags'            => sub { print '<div><ol><li>' x 100_000, 'Nama SOP : Uji' },
    'tags-in-cell'    => sub { print "No\tKegiatan\tPelaksana\tWaktu\n1\t", '<b>' x 100_000, "Menerima\n" },
    'tables-nested'   => sub { print '<table><tr><td>' x 100_000 },
    'tag-open'        => sub { print '<' x 5_000_000 },
    'attribute'       => sub { print '<table border="', 'x' x 10_000_000 },
    'entities'        => sub { print '&amp;' x 2_000_000, "\n<table><tr><td>", '&#x110000;&#0;&#xD800;&nosuch;' x 100_000, '</td></tr></table>' },
    'yaml-levels'     => sub { print "patuh: sop/1\nidentitas: ", '[' x 100_000 },
    'yaml-maps'       => sub { print "patuh: sop/1\nidentitas: ", '{a: ' x 100_000 },
    'yaml-indent'     => sub { print "patuh: sop/1\n"; print ' ' x $_, "a:\n" for 0 .. 3000 },
    'yaml-bomb'       => sub {
        print "patuh: sop/1\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
        print "a$_: &a$_ [", join(', ', ('*a' . ($_ - 1)) x 10), "]\n" for 1 .. 12;
    },
    'yaml-bomb-deep'  => sub {
        print "patuh: sop/1\na0: &a0 [x, x]\n";
        print "a$_: &a$_ [*a", $_ - 1, ", *a", $_ - 1, "]\n" for 1 .. 40;
    },
    'yaml-self'       => sub { print "patuh: sop/1\nidentitas: &a [*a]\n" },
    'yaml-keys'       => sub { print "patuh: sop/1\n"; print "kunci$_: 1\n" for 1 .. 200_000 },
    'yaml-duplicates' => sub { print "patuh: sop/1\n", "nama: x\n" x 100_000 },
    'yaml-steps'      => sub { print $top, "langkah:\n"; print "  - {nomor: $_, uraian: Mencatat berkas $_, waktu: 1 menit}\n" for 1 .. 100_000 },
    'yaml-scalar'     => sub { print $top, 'peringatan: "', 'kata ' x 4_000_000, "\"\n" },
    'yaml-binary-tag' => sub { print $top, "peringatan: !!binary ", 'A' x 1000, "\nketerkaitan: !<tag:x> y\n" },
    'yaml-number'     => sub { print $top, "langkah: [{nomor: ", '9' x 10_000, ", waktu: ", '9' x 10_000, " menit}]\njumlah-waktu: ", '9' x 10_000, " hari\n" },
    'yaml-date'       => sub { print "patuh: sop/1\nidentitas: {tanggal-pembuatan: 99999-13-45, tanggal-efektif: 31 Februari 99999}\n" },
    'cells-tabs'      => sub { print "No\tKegiatan\tPelaksana\tKelengkapan\tWaktu\tOutput\n"; my $row = "\t" x 999 . "\n"; print "$_$row" for 1 .. 1000 },
    'cells-html'      => sub { print '<table>'; my $row = '<tr>' . '<td>x</td>' x 1000 . '</tr>'; print $row for 1 .. 1000; print '</table>' },
    'cells-pipe'      => sub { my $row = '| x ' x 1000 . "|\n"; print $row, '|---' x 1000, "|\n"; print $row for 1 .. 1000 },
    'spans'           => sub { print '<table><tr><td rowspan="4000000000" colspan="4000000000">x</td></tr>', '<tr><td rowspan=65535 colspan=65535>y</td></tr>' x 100, '</table>' },
    'columns'         => sub { print "No\tKegiatan", "\tPelaksana" x 10_000, "\n1\tMencatat", "\tv" x 10_000, "\n" },
    'surrogates'      => sub { print "\xFF\xFE", pack('v*', unpack('C*', "Nomor SOP : "), 0xD800, 0x31, 0xDC00, 0xDC00, 0xD800) },
    'surrogates-utf8' => sub { print "Nomor SOP : \xED\xA0\x80\xED\xB0\x80 \xF8\x88\x80\x80\x80 \xC0\x80\n" },
    'utf16-odd'       => sub { print "\xFE\xFF\0N\0o\0" },
    'bom-alone'       => sub { print "\xEF\xBB\xBF" },
    'truncated-utf8'  => sub { print "Nomor SOP : 1\nNama SOP : Uji \xE2\x82" },
    'truncated-html'  => sub { print "<table><tr><th>No<th>Kegiatan<th>Pelaksana<th>Waktu<tr><td>1<td>Mencatat<td", },
    'truncated-yaml'  => sub { print $top, "langkah:\n  - nomor: 1\n    uraian: \"Mencat" },
    'escapes'         => sub { print "Nomor SOP : \e]0;judul\a\e[31m\nNama SOP : \xE2\x80\xAEterbalik\n" },
    'entity-bomb'     => sub { print qq(<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "xxxxxxxxxx">), (map { my $p = chr(ord('a') + $_ - 1); my $n = chr(ord('a') + $_); qq(<!ENTITY $n ") . "&$p;" x 10 . '">' } 1 .. 12), ']><definitions>&m;</definitions>' },
    'entity-file'     => sub { print qq(<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="p"><task id="t" name="&a;"/></process></definitions>) },
    'page-breaks'     => sub { print "\f" x 1_000_000 },
    'lines'           => sub { print "\n" x 20_000_000 },
    'blocks'          => sub { print "Nomor SOP : $_\nTanggal Pembuatan : 2 Januari 2025\nNama SOP : Uji $_\n\nDasar Hukum :\n1. UU\n\nPeringatan :\nJika\n\n" for 1 .. 10_000 },
    'blocks-under'    => sub { print "Nomor SOP : $_\nTanggal Pembuatan : 2 Januari 2025\nNama SOP : Uji $_\n\nDasar Hukum :\n1. UU\n\nPeringatan :\nJika\n\n" for 1 .. 1000 },
    'labels'          => sub { print "Nomor SOP : 1\nDasar Hukum :\n" x 100_000 },
    'list'            => sub { print "Nama SOP : Uji\nDasar Hukum :\n"; print "$_. Peraturan Daerah Kabupaten Contoh Nomor $_ Tahun 2010 tentang Hal $_\n" for 1 .. 20_000 },
    'lkjip-cells-pipe'    => sub { report(sub { pipes(\@measured, [('---') x 7], indicators(142_858)) }) },
    'lkjip-cells-tabs'    => sub { report(sub { tabs(\@measured, indicators(142_858)) }) },
    'lkjip-cells-html'    => sub { report(sub { html(\@measured, indicators(142_858)) }) },
    'lkjip-cells-aligned' => sub { report(sub { aligned(\@measured, indicators(142_858)) }) },
    'lkjip-rows'          => sub { report(sub { pipes(\@measured, [('---') x 7], indicators(12_000)); print "\nTabel 3.2 Perbandingan\n\n"; pipes(['Indikator Kinerja', 'Realisasi 2023', 'Realisasi 2024', 'Target Akhir Renstra', 'Capaian (%)'], [('---') x 5], map { ["Indikator mutu layanan $_", 78, 79, 90, '87,78'] } 1 .. 12_000) }) },
    'lkjip-cells-yaml'    => sub { print $top_report, "pengukuran:\n  - sasaran: Uji\n    indikator:\n"; print "      - {nama: Indikator mutu $_, satuan: Nilai, target: \"80\", realisasi: \"79\", capaian: \"98,75\"}\n" for 1 .. 100_000 },
    'lkjip-budget'        => sub { report(sub { pipes(\@budget, [('---') x 5], map { [$_ % 50 ? '' : $_, ($_ % 50 ? 'Kegiatan ' : 'Program ') . $_, 100, 90, '90,00'] } 0 .. 100_000) }) },
    'lkjip-budget-yaml'   => sub { print $top_report, "anggaran:\n"; print "  - {program: P$_, pagu: \"300\", realisasi: \"270\", persen: \"90\", kegiatan: [{nama: K, pagu: \"300\", realisasi: \"270\", persen: \"90\"}]}\n" for 1 .. 50_000 },
    'lkjip-columns-pipe'  => sub { report(sub { pipes([@measured, map { "Realisasi $_" } 1 .. 10_000], [('---') x 10_007], [(1) x 10_007]); pipes(\@measured, [('---') x 7], indicators(3)) }) },
    'lkjip-columns-tabs'  => sub { report(sub { tabs([@measured, ('Target', 'Realisasi') x 5_000], [(1) x 10_007]); tabs(\@measured, indicators(3)) }) },
    'lkjip-columns-html'  => sub { report(sub { html([@measured, ('Capaian') x 10_000], [(1) x 10_007]); html(\@measured, indicators(3)) }) },
    'lkjip-columns-aligned' => sub { report(sub { print join('  ', @measured, ('Target') x 10_000), "\n", join('  ', ('123456') x 10_007), "\n" for 1 .. 3; print "\n\nTabel 3.2 Pengukuran Kinerja\n\n"; aligned(\@measured, indicators(3)) }) },
    'lkjip-columns-years' => sub { report(sub { pipes(['Indikator', map { 'Realisasi ' . (1990 + $_ % 110) } 1 .. 60], [('---') x 61], map { ["Indikator $_", (70) x 60] } 1 .. 5_000) }) },
    'lkjip-digits'        => sub { report(sub { pipes(\@measured, [('---') x 7], [1, 'S', 'Indikator', 'Nilai', $digits, $digits, $digits], [2, 'S', 'Lain', 'Nilai', "0,$digits", "$digits/$digits", "$digits%"], ['', '', 'Rata-rata', '', '', '', $digits]) }) },
    'lkjip-digits-budget' => sub { report(sub { tabs(\@budget, [1, 'Program A', $digits, $digits, $digits], [2, 'Program B', "Rp. $digits,-", "0.$digits", $digits], ['', 'Jumlah', $digits, $digits, $digits]) }) },
    'lkjip-digits-aligned' => sub { report(sub { aligned(\@measured, map { [$_, 'Sasaran', "Indikator $_", 'Nilai', $digits, $digits, $digits] } 1 .. 20) }) },
    'lkjip-digits-yaml'   => sub { print $top_report, "pengukuran: [{sasaran: S, indikator: [{nama: I, target: \"$digits\", realisasi: \"$digits\", capaian: \"$digits\", pembentuk: $digits/$digits}]}]\n", "perbandingan: [{indikator: I, realisasi: {2023: \"$digits\", 2024: \"1\"}, pertumbuhan: \"$digits\", target-akhir: {nilai: \"$digits\", capaian: \"$digits\"}}]\n", "anggaran: [{program: P, pagu: \"$digits\", realisasi: \"$digits\", persen: \"$digits\"}]\njumlah-anggaran: {pagu: \"$digits\"}\n" },
    'lkjip-date'          => sub { report(sub { pipes(\@measured, [('---') x 7], indicators(2)); pipes(['Indikator Kinerja', 'Realisasi 2023', 'Realisasi 99999'], [('---') x 3], ['Indikator mutu layanan 1', 1, 2]); print "\nUji, 31 Februari 99999\nKepala Dinas Uji\n\nSITI UJI\nNIP. 99999999 999999 9 999\n" }) },
    'lkjip-date-yaml'     => sub { print "patuh: lkjip/1\nidentitas: {instansi: Dinas Uji, tahun: 99999, tanggal: 99999-13-45}\nperbandingan: [{indikator: I, realisasi: {99998: \"1\", 99999: \"2\"}}]\n" },
    'lkjip-spans'         => sub { report(sub { print '<table><tr>', (map { "<th rowspan=65535 colspan=1000>$_</th>" } @measured), '</tr>', '<tr><td rowspan="4000000000" colspan="4000000000">80</td></tr>' x 50, '</table>' }) },
    'lkjip-spans-rows'    => sub { report(sub { print '<table><tr>', (map { "<th>$_</th>" } @measured), '</tr>', (map { "<tr><td>$_</td><td rowspan=65535>S</td><td>I $_</td><td>N</td><td>1</td><td>1</td><td>100</td></tr>" } 1 .. 1000), '</table>' }) },
    'lkjip-sentences'     => sub { report(sub { pipes(\@measured, [('---') x 7], indicators(500)); print "\nCapaian Indikator mutu layanan " . ($_ % 500 + 1) . " tahun 2024 sebesar 98,$_ % dan naik dari 97,00 menjadi 98,75 dibandingkan tahun 2023.\n" for 1 .. 30_000 }) },
    'lkjip-captions'      => sub { report(sub { print "Tabel 3.$_ Uji\n\nLihat Tabel 3.", $_ + 1, " dan Lampiran $_.\n\n" for 1 .. 30_000 }) },
    'lkjip-one-name'      => sub { report(sub { my @row = ('Layanan', 'Persentase layanan arsip', '%', 80); pipes(\@measured, [('---') x 7], map { [$_, @row, $_ % 80, '90,00'] } 1 .. 8000); print "\nTabel 3.2 Perjanjian Kinerja Tahun 2024\n\n"; pipes([@measured[0 .. 4]], [('---') x 5], map { [$_, @row] } 1 .. 8000); print "\nCapaian Persentase layanan arsip tahun 2024 sebesar 91,00%.\n" x 8000 }) },
    'lkjip-subtotals'     => sub { report(sub { pipes(\@budget, [('---') x 5], map { ([$_, "Kegiatan $_", '7.000.000', '6.900.000', '98,57'], ['', 'Jumlah', '7.100.000', '6.800.000', '']) } 1 .. 12_500) }) },
    'lkjip-numbered-wide' => sub { report(sub { for (1 .. 2000) { print 'No', ' ' x 180, 'Indikator', ' ' x 180, "Target\n1", ' ' x 190, '2', ' ' x 190, "3\n"; print 'a b ' x 97, "  $_,50\n" for 12, 13; print "\nKalimat biasa di bawah tabel itu, yang cukup panjang untuk menjadi paragraf teks biasa saja.\n\n" } }) },
    'lkjip-agreements'    => sub { print "PERJANJIAN KINERJA TAHUN 2024\n\n"; for my $k (1 .. 3000) { print "PERJANJIAN KINERJA $k\n\n"; pipes(['No', 'Sasaran', 'Indikator', 'Target'], [('---') x 4], map { [$_, "S $k", "Indikator $k $_", 80] } 1 .. 3); print "\n" } },
    'aligned-empty'   => sub { for (1 .. 200) { print "fflD\n is]\n ```\n&% \n  ", "\xC2\xB4" x 23, "\n  ", "\xE2\x80\x8B" x 5, "\n  No   Kegiatan   Waktu\n  ", "\xC2\xB4" x 9, "\n  1    Menulis    5 menit\n" } }, # lines of characters that are no words
    'citations'       => sub { print "Nama SOP : Uji\nDasar Hukum :\n1. ", 'Undang-Undang Nomor 23 Tahun 2014 tentang ' x 20_000, "\n" },
);
if (@ARGV) { ($make{ $ARGV[0] } or die "no such input\n")->() }
else { print "$_\n" for sort keys %make }
