#!/usr/bin/perl
# Word documents as readers see them: each peculiarity of the format in a small document of its own, against the layout that it gives.
use strict;
use warnings;
use utf8;
use FindBin;
use lib "$FindBin::Bin/office";
use Encode qw(decode encode);
use File::Temp qw(tempdir);
use Test::More;
use Form;
use IO::Uncompress::Unzip;
use Office;
use Report;
binmode $_, ':utf8' for map { Test::More->builder->$_ } qw(output failure_output todo_output);
chdir "$FindBin::Bin/.." or die;

my $patuh = $ENV{PATUH} // 'build/san/patuh';
my $layout = $patuh =~ s{patuh$}{layout}r;
my $dir = tempdir(CLEANUP => 1);
mkdir $ENV{TMPDIR} = "$dir/sementara"; # of our own: other tests run beside this one

sub save { my ($name, $bytes) = @_; open my $f, '>:raw', "$dir/$name" or die; print $f $bytes; close $f; "$dir/$name" }
sub layout_of { my ($file) = @_; open my $p, '-|', $layout, $file or die; local $/; my $t = decode('UTF-8', <$p> // ''); close $p; $t }

# body: what stands in w:body. The layout has to be these lines (tabs as in tests/office/layout.c).
sub reads {
    my ($name, $body, $want, %more) = @_;
    my $got = layout_of(save('a.docx', Office::docx([], body => $body, %more)));
    is($got, join('', map { "$_\n" } @$want), $name);
}
sub para { my ($inside, $pr) = @_; '<w:p>' . ($pr ? "<w:pPr>$pr</w:pPr>" : '') . "$inside</w:p>" }
sub run { my ($text, $pr) = @_; '<w:r>' . ($pr ? "<w:rPr>$pr</w:rPr>" : '') . "<w:t xml:space=\"preserve\">$text</w:t></w:r>" }
sub tc { my ($inside, $pr) = @_; '<w:tc>' . ($pr ? "<w:tcPr>$pr</w:tcPr>" : '') . ($inside =~ /^</ ? $inside : para(run($inside))) . '</w:tc>' }
sub row { '<w:tr>' . join('', @_) . '</w:tr>' }
sub tbl { my ($widths, @rows) = @_; '<w:tbl><w:tblGrid>' . join('', map { "<w:gridCol w:w=\"$_\"/>" } @$widths) . '</w:tblGrid>' . join('', @rows) . '</w:tbl>' }

# ---- paragraphs and runs
reads('text, tabulators, line breaks, hyphens',
      para(run('Nama') . '<w:r><w:tab/><w:t>: A</w:t><w:br/><w:t>non</w:t><w:noBreakHyphen/><w:t>ASN ke</w:t><w:softHyphen/><w:t>dua</w:t></w:r>'),
      ["P\t0\tNama : A\\nnon-ASN kedua"]);
reads('a heading by its outline, its style or what that is based on', para(run('Satu'), '<w:outlineLvl w:val="0"/>') . para(run('Dua'), '<w:pStyle w:val="Judul2"/>') . para(run('Tiga'), '<w:pStyle w:val="Anak"/>'),
      ["H\t1\tSatu", "H\t2\tDua", "H\t3\tTiga"],
      parts => {'word/styles.xml' => '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="paragraph" w:styleId="Judul2"><w:name w:val="heading 2"/></w:style>'
          . '<w:style w:type="paragraph" w:styleId="Induk"><w:basedOn w:val="Anak"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style><w:style w:type="paragraph" w:styleId="Anak"><w:basedOn w:val="Induk"/></w:style></w:styles>'});
reads('capitals and hidden text', para(run('bab i ', '<w:caps/>') . run('rahasia', '<w:vanish/>') . run('é', '<w:caps w:val="1"/>') . run(' x', '<w:caps w:val="0"/>')), ["P\t0\tBAB I É x"]);
reads('bold all through, and not', para(run('tebal', '<w:b/>')) . para(run('tebal', '<w:b/>') . run(' tipis', '<w:b w:val="false"/>')), ["P\t1\ttebal", "P\t0\ttebal tipis"]);
reads('symbols of fonts', para('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>' . run("\x{F0FE}", '<w:rFonts w:ascii="Wingdings"/>') . '<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>'),
      ["P\t0\t✓☑≥"]);
reads('a formula', para('<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:f><m:num><m:r><m:t>Target-Realisasi</m:t></m:r></m:num><m:den><m:r><m:t>Target</m:t></m:r></m:den></m:f></m:oMath>'),
      ["P\t0\t(Target-Realisasi) / Target"]);

# ---- changes
reads('changes as accepted', para(run('lama ') . '<w:del w:id="1" w:author="x"><w:r><w:delText>hapus</w:delText></w:r></w:del><w:ins w:id="2" w:author="x">' . run('baru') . '</w:ins>'
      . '<w:moveFrom w:id="3" w:author="x">' . run('pergi') . '</w:moveFrom><w:moveTo w:id="4" w:author="x">' . run(' datang') . '</w:moveTo>'), ["P\t0\tlama baru datang"]);
reads('a paragraph mark that is deleted', para(run('satu '), '<w:rPr><w:del w:id="1" w:author="x"/></w:rPr>') . para(run('dua')) . para('<w:del w:id="1" w:author="x"><w:r><w:delText>x</w:delText></w:r></w:del>', '<w:rPr><w:del w:id="1" w:author="x"/></w:rPr>') . para(run('tiga')),
      ["P\t0\tsatu dua", "P\t0\ttiga"]);
reads('a row that is deleted', tbl([2000], row(tc('a')), '<w:tr><w:trPr><w:del w:id="1" w:author="x"/></w:trPr>' . tc('b') . '</w:tr>', row(tc('c'))),
      ['T', "C\t0\t0\t1\t1\t0", "P\t0\ta", 'c', "C\t1\t0\t1\t1\t0", "P\t0\tc", 'c', 'E']);

# ---- fields and controls
my ($begin, $mid, $end) = map { "<w:r><w:fldChar w:fldCharType=\"$_\"/></w:r>" } qw(begin separate end);
reads('fields: what was saved', para(run('Tabel ') . $begin . '<w:r><w:instrText> SEQ Tabel \* ARABIC </w:instrText></w:r>' . $mid . run('3') . $end . '<w:fldSimple w:instr="REF x">' . run(' lihat') . '</w:fldSimple>'), ["P\t0\tTabel 3 lihat"]);
reads('a field inside an instruction', para($begin . '<w:r><w:instrText>IF </w:instrText></w:r>' . $begin . '<w:r><w:instrText>DATE</w:instrText></w:r>' . $mid . run('hari ini') . $end . $mid . run('hasil') . $end), ["P\t0\thasil"]);
reads('an instruction that never ends does not silence the rest', para($begin . run('hilang')) . para(run('ada')), ["P\t0\tada"]);
reads('form fields', para('<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r>' . $end
      . '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="jam"/><w:listEntry w:val="hari"/></w:ddList></w:ffData></w:fldChar></w:r>' . $mid . $end), ["P\t0\t☑hari"]);
reads('content controls: filled, and showing what to fill in', '<w:sdt><w:sdtContent>' . para(run('isi')) . '</w:sdtContent></w:sdt>'
      . para(run('Nomor: ') . '<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>' . run('Klik di sini') . '</w:sdtContent></w:sdt>'), ["P\t0\tisi", "P\t0\tNomor:"]);
reads('places left free', tbl([2000, 2000], row(tc('……………'), tc('.......... '))), ['T', "C\t0\t0\t1\t1\t0", 'c', "C\t0\t1\t1\t1\t0", 'c', 'E']);

# ---- numbers
sub numbering {
    my %list = @_;
    my $xml = '<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' . $list{abstract} . $list{num} . '</w:numbering>';
    return (parts => {'word/numbering.xml' => $xml});
}
sub lvl { my ($i, $fmt, $text, $more) = @_; "<w:lvl w:ilvl=\"$i\"><w:start w:val=\"1\"/><w:numFmt w:val=\"$fmt\"/><w:lvlText w:val=\"$text\"/>" . ($more // '') . '</w:lvl>' }
sub n { my ($text, $id, $level) = @_; para(run($text), "<w:numPr><w:ilvl w:val=\"$level\"/><w:numId w:val=\"$id\"/></w:numPr>") }
my @lists = numbering(
    abstract => '<w:abstractNum w:abstractNumId="0">' . lvl(0, 'upperRoman', 'BAB %1') . lvl(1, 'decimal', '%1.%2', '<w:isLgl/>') . lvl(2, 'lowerLetter', '%3)') . '</w:abstractNum>'
        . '<w:abstractNum w:abstractNumId="1">' . lvl(0, 'decimal', '%1.') . lvl(1, 'bullet', "\x{F0B7}", '<w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr>') . '</w:abstractNum>',
    num => '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
        . '<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>');
sub in_cells { join '', map { my $b = $_; row(tc($b)) } @_ }
reads('numbers as printed: levels, restarts, letters, legal numbers', tbl([4000], in_cells(n('A', 1, 0), n('B', 1, 1), n('C', 1, 2), n('D', 1, 2), n('E', 1, 0), n('F', 1, 1), n('G', 1, 2))),
      ['T', (map { ("C\t$_->[0]\t0\t1\t1\t0", "P\t0\t$_->[1]", 'c') } [0, 'BAB I A'], [1, '1.1 B'], [2, 'a) C'], [3, 'b) D'], [4, 'BAB II E'], [5, '2.1 F'], [6, 'a) G']), 'E'], @lists);
reads('a list goes on where its instance does, and starts anew where told', n('satu', 2, 0) . n('dua', 2, 0) . para(run('Teks')) . n('tiga', 2, 0) . para(run('Teks')) . n('tujuh', 3, 0),
      ["I\t0\t1.\tsatu", "I\t0\t2.\tdua", "P\t0\tTeks", "I\t0\t3.\ttiga", "P\t0\tTeks", "I\t0\t7.\ttujuh"], @lists);
reads('bullets are what is seen', n('satu', 2, 0) . n('rinci', 2, 1), ["I\t0\t1.\tsatu", "I\t1\t•\trinci"], @lists);
reads('a number alone in its cell', tbl([900, 900], row(tc(para('', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>')), tc('x'))),
      ['T', "C\t0\t0\t1\t1\t0", "P\t0\t1.", 'c', "C\t0\t1\t1\t1\t0", "P\t0\tx", 'c', 'E'], @lists);

# ---- tables
reads('cells merged down and across', tbl([1000, 1000, 1000], row(tc('a', '<w:vMerge w:val="restart"/>'), tc('b', '<w:gridSpan w:val="2"/>')), row(tc('x', '<w:vMerge/>'), tc('c'), tc('d'))),
      ['T', "C\t0\t0\t2\t1\t0", "P\t0\ta", 'c', "C\t0\t1\t1\t2\t0", "P\t0\tb", 'c', "C\t1\t1\t1\t1\t0", "P\t0\tc", 'c', "C\t1\t2\t1\t1\t0", "P\t0\td", 'c', 'E']);
reads('cells left out before and merged the old way', tbl([1000, 1000, 1000], '<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>' . tc('b') . '</w:tr>', row(tc('c', '<w:hMerge w:val="restart"/>'), tc('', '<w:hMerge/>'), tc('d'))),
      ['T', "C\t0\t1\t1\t1\t0", "P\t0\tb", 'c', "C\t1\t0\t1\t2\t0", "P\t0\tc", 'c', "C\t1\t2\t1\t1\t0", "P\t0\td", 'c', 'E']);
reads('lines of the grid a hair apart are one', tbl([1000, 40, 1000], row(tc('a', '<w:gridSpan w:val="2"/>'), tc('b')), row(tc('c'), tc('d', '<w:gridSpan w:val="2"/>'))),
      ['T', "C\t0\t0\t1\t1\t0", "P\t0\ta", 'c', "C\t0\t1\t1\t1\t0", "P\t0\tb", 'c', "C\t1\t0\t1\t1\t0", "P\t0\tc", 'c', "C\t1\t1\t1\t1\t0", "P\t0\td", 'c', 'E']);
reads('a row of heads, a table inside a cell', tbl([1000], '<w:tr><w:trPr><w:tblHeader/></w:trPr>' . tc('No') . '</w:tr>', row(tc(tbl([500], row(tc('dalam'))) . para('')))),
      ['T', "C\t0\t0\t1\t1\t1", "P\t0\tNo", 'c', "C\t1\t0\t1\t1\t0", 'T', "C\t0\t0\t1\t1\t0", "P\t0\tdalam", 'c', 'E', 'c', 'E']);

# ---- boxes, notes, heads, pages
my $box = '<w:txbxContent>' . para(run('Kotak')) . '</w:txbxContent>';
reads('a text box once, though it is written twice', para(run('Teks ') . '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx>' . $box
      . '</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>' . $box . '</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>' . run('terus')),
      ["P\t0\tTeks terus", "P\t0\tKotak"]);
reads('a branch for another program is not ours', para('<w:r><mc:AlternateContent><mc:Choice Requires="xyz"><w:t>baru</w:t></mc:Choice><mc:Fallback><w:t>lama</w:t></mc:Fallback></mc:AlternateContent></w:r>'), ["P\t0\tlama"]);
my $type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
my $w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
reads('footnotes behind their paragraph', para(run('Kinerja') . '<w:r><w:footnoteReference w:id="2"/></w:r>') . para(run('Lanjut')), ["P\t0\tKinerja", "P\t0\tCatatan kaki", "P\t0\tLanjut"],
      relations => "<Relationship Id=\"rId8\" Type=\"$type/footnotes\" Target=\"footnotes.xml\"/>",
      parts => {'word/footnotes.xml' => "<w:footnotes $w><w:footnote w:id=\"0\">" . para(run('x')) . '</w:footnote><w:footnote w:id="2">' . para('<w:r><w:footnoteRef/></w:r>' . run(' Catatan kaki')) . '</w:footnote></w:footnotes>'});
reads('headers before, footers behind, page numbers left out', para(run('Isi'), '<w:sectPr><w:headerReference w:type="default" r:id="rId9"/><w:footerReference w:type="default" r:id="rId10"/></w:sectPr>') . para(run('Bagian dua'), '<w:sectPr><w:type w:val="continuous"/><w:headerReference w:type="default" r:id="rId9"/></w:sectPr>'),
      ["P\t0\tKepala", "P\t0\tIsi", "P\t0\tBagian dua", 'B', "P\t0\tKaki"],
      relations => "<Relationship Id=\"rId9\" Type=\"$type/header\" Target=\"header1.xml\"/><Relationship Id=\"rId10\" Type=\"$type/footer\" Target=\"footer1.xml\"/>",
      parts => {'word/header1.xml' => "<w:hdr $w>" . para(run('Kepala')) . '</w:hdr>', 'word/footer1.xml' => "<w:ftr $w>" . para(run('Kaki ') . $begin . '<w:r><w:instrText> PAGE </w:instrText></w:r>' . $mid . run('7') . $end) . '</w:ftr>'});
reads('pages: told and saved once are one; where a page was only full nothing ends', para(run('a') . '<w:r><w:br w:type="page"/></w:r>') . para('<w:r><w:lastRenderedPageBreak/><w:t>b</w:t></w:r>') . para(run('c') . '<w:r><w:lastRenderedPageBreak/><w:t> d</w:t></w:r>') . para(run('e')),
      ["P\t0\ta", 'B', "P\t0\tb", "P\t0\tc d", "P\t0\te"]);
reads('a hyperlink, a smart tag, a comment', para('<w:commentRangeStart w:id="0"/><w:hyperlink>' . run('tautan') . '</w:hyperlink><w:smartTag>' . run(' kota') . '</w:smartTag><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'), ["P\t0\ttautan kota"]);

my $bare = save('tanpa-isi.docx', Office::docx([], parts => {'word/document.xml' => "<w:document $w/>"}));
system("$patuh check --quiet $bare >$dir/out 2>&1");
is($? >> 8, 3, 'a document without a body: a message, no crash');

# ---- OpenDocument
sub reads_odt { my ($name, $body, $want, %more) = @_; is(layout_of(save('a.odt', Office::odt([], body => $body, %more))), join('', map { "$_\n" } @$want), "OpenDocument: $name") }
my $levels = '<text:list-style style:name="B"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="1" text:display-levels="2" style:num-suffix=")"/>'
    . '<text:list-level-style-bullet text:level="3" text:bullet-char="•"/></text:list-style>';
sub li { my ($level, @inside) = @_; my $out = join '', map { "<text:list-item>$_</text:list-item>" } @inside; $out = "<text:list-item><text:list>$out</text:list></text:list-item>" for 2 .. $level; $out }
reads_odt('spaces, tabulators, spans, notes, deleted text', '<text:tracked-changes><text:changed-region><text:deletion><text:p>hapus</text:p></text:deletion></text:changed-region></text:tracked-changes>'
    . '<text:p>a<text:s text:c="3"/>b<text:tab/><text:span text:style-name="T">c</text:span><text:change text:change-id="c1"/><text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Catatan</text:p></text:note-body></text:note>'
    . '<office:annotation><text:p>komentar</text:p></office:annotation><text:placeholder text:placeholder-type="text">&lt;isi&gt;</text:placeholder></text:p>', ["P\t0\ta b c", "P\t0\tCatatan"]);
reads_odt('a heading, capitals, a table with merged cells', '<text:h text:outline-level="2" text:style-name="Besar">judul</text:h><table:table><table:table-column table:number-columns-repeated="2"/><table:table-header-rows><table:table-row>'
    . '<table:table-cell table:number-columns-spanned="2"><text:p>Kepala</text:p></table:table-cell><table:covered-table-cell/></table:table-row></table:table-header-rows><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell>'
    . '<table:table-cell><text:p>b</text:p></table:table-cell></table:table-row></table:table>', ["H\t2\tJUDUL", 'T', "C\t0\t0\t1\t2\t1", "P\t0\tKepala", 'c', "C\t1\t0\t1\t1\t0", "P\t0\ta", 'c', "C\t1\t1\t1\t1\t0", "P\t0\tb", 'c', 'E'],
    styles => '<style:style style:name="Besar" style:family="paragraph"><style:text-properties fo:text-transform="uppercase"/></style:style>');
reads_odt('numbers as printed: levels, lists that go on, where they start', '<text:list text:style-name="B" xml:id="x">' . li(1, '<text:p>satu</text:p>') . li(2, '<text:p>rinci</text:p>') . '</text:list><text:p>Teks</text:p><text:list text:style-name="B" text:continue-list="x">'
    . li(1, '<text:p>dua</text:p>') . '</text:list><text:p>Teks</text:p><text:list text:style-name="B"><text:list-item text:start-value="5"><text:p>lima</text:p></text:list-item></text:list>',
    ["I\t0\t1.\tsatu", "P\t0\t1.1) rinci", "P\t0\tTeks", "I\t0\t2.\tdua", "P\t0\tTeks", "I\t0\t5.\tlima"], styles => $levels);

# ---- the corpus as Word and HTML: found is what is found in the original
my $today = '2025-06-30';
# Findings with their severity and message, those of parts together. Lines are only those of text; how often a word stands in it (the
# layout has heads that repeat once) and paths are not compared.
sub blocks { my ($text) = @_; join '', sort map { s/ @\S+$//mr =~ s{ di \S+/\S+$}{ di …}mr =~ s{\(\d+×\)}{(n×)}gr } grep { !/^[a-z]+ [\d-]+:$/ } split /^(?=\S)/m, $text }
sub found { my ($file) = @_; blocks(decode('UTF-8', scalar `$patuh check --format json --today $today '$file' 2>/dev/null | perl tests/findings.pl --whole`)) }
sub expected { my ($file) = @_; open my $f, '<:utf8', $file =~ s/\.\w+$/.expect/r or die; local $/; blocks(<$f> // '') }
for my $file (sort grep { !/PROVENANCE/ } glob('corpus/lkjip/*.{txt,md,html} corpus/sop/*.txt corpus/gabungan/*.txt')) {
    my $blocks = Office::blocks_of([split /\n/, layout_of($file)]);
    my $want = expected($file);
    is(found(save('a.docx', Office::docx($blocks))), $want, "$file as Word: the same is found");
    is(found(save('a.odt', Office::odt($blocks))), $want, "$file as OpenDocument: the same is found");
    is(found(save('a.html', encode('UTF-8', Office::html($blocks)))), $want, "$file as HTML: the same is found");
}

# ---- definitions as forms with their flow drawn; then one thing of the drawing changed
sub dump_of { Form::xml(decode('UTF-8', scalar `$patuh dump $_[0] 2>/dev/null`)) }
sub form { my ($sop, %how) = @_; found(save('a.docx', Office::docx(Form::sop($sop, %how)))) }
# The same without severities and messages.
sub bare { my ($blocks) = @_; join '', map { my ($rule, undef, $rest) = /^(\S+) (\S+) (.*)/ ? ($1, $2, $3) : (); defined $rule ? "$rule $rest\n" : () } split /\n/, $blocks }
for my $file (sort glob('corpus/definisi/*.yaml')) {
    my $sop = dump_of($file);
    next unless $sop && $sop->[0] eq 'sop';
    my $want = expected($file);
    is(form($sop), $want, "$file as a form in Word with its flow drawn: the same is found");
    is(found(save('a.odt', Office::odt(Form::sop($sop)))), $want, "$file as a form in OpenDocument: the same is found");
}
# ---- definitions of reports as the reports that offices write
my %but = ( # what a report says otherwise than its definition, or cannot say
    'contoh-01' => ['AG004 - Program kerja sama' => '', 'PK007 - -' => 1],  # which activities belong to the programme; it measures nothing, so nothing is agreed
    'contoh-05' => ['LN001 - Jumlah kunjungan wisatawan' => '', 'LN002 - -' => ''], # a table of capaian of several years is not read as a comparison
    'contoh-08' => ['AG001 - -' => '', 'AG001 - Jumlah' => 1, 'AG006 - Seluruh program' => '', 'PK007 - -' => 1], # the total has a name; a table of one row has no name for what it is; as contoh-01
    'salah-pembanding' => ['PK007 - -' => 1],                               # what was agreed stands in another file
    'contoh-09' => ['CK014 - Angka partisipasi murni SD' => ''],            # no column holds the two figures of a ratio
);
for my $file (sort glob('corpus/lkjip/*.yaml'), 'corpus/definisi/contoh-lkjip.yaml') {
    my ($name) = $file =~ m{([^/]*)\.yaml$};
    my $pk = $name eq 'salah-pembanding';
    my @with = $pk ? ('--pk', 'corpus/lkjip/pk-kearsipan.txt', '--tahun-lalu', 'corpus/lkjip/benar-2023.yaml') : ();
    my $list = sub { my %seen = map { $_ => 1 } split /\n/, decode('UTF-8', scalar `$patuh check --format json --today $today @_ 2>/dev/null | perl tests/findings.pl`); \%seen };
    my $want = $list->($file);
    my @but = @{ $but{$name} // [] };
    while (my ($finding, $there) = splice @but, 0, 2) { if ($there) { $want->{$finding} = 1 } else { delete $want->{$finding} } }
    my $blocks = Report::blocks(dump_of($file), pk => $pk);
    for my $kind (['a.docx', \&Office::docx], ['a.odt', \&Office::odt], ['a.html', sub { encode('UTF-8', Office::html(@_)) }]) {
        is_deeply($list->(@with, save($kind->[0], $kind->[1]->($blocks))), $want, "$file as a report, $kind->[0]: the same is found");
    }
}

my $sop = dump_of('corpus/definisi/penanganan-surat-masuk.yaml');
sub without { my ($flow, $symbol) = @_; @{ $flow->{lines} } = grep { $_->{a} != $symbol && $_->{b} != $symbol } @{ $flow->{lines} } }
for my $case (
    ['a way out left out', "AL003 5 -\nAL004 4 -\n", sub { my $s = $_[0]{symbols}[3]; @{ $_[0]{lines} } = grep { $_->{a} != $s } @{ $_[0]{lines} } }],
    ['a label left out', "AL006 3 -\n", sub { my ($l) = grep { $_->{label} } @{ $_[0]{lines} }; delete $l->{label} }],
    ['a symbol that is none of the five', "AL010 3 -\n", sub { $_[0]{symbols}[2]{kind} = 'dokumen' }],
    ['a step without a symbol', "AL003 3 -\nAL003 4 -\nAL004 2 -\nAL008 3 -\nPL001 3 -\nPL003 - Kasubbag Umum\n",
     sub { without($_[0], splice @{ $_[0]{symbols} }, 2, 1) }],
    ['a second way out of a process', "AL017 2 -\n", sub { push @{ $_[0]{lines} }, {id => 900, a => $_[0]{symbols}[1], b => $_[0]{symbols}[3], head => 1} }],
    ['a pair of page connectors', '', sub {
        my ($f) = @_;
        my ($l) = grep { $_->{a} == $f->{symbols}[1] } @{ $f->{lines} };
        my @ends = @$l{qw(a b)};
        my @pair = map { {id => 901 + $_, kind => 'konektor', row => $ends[$_]{row}, col => $ends[$_]{col}, w => 20, h => 14, X => $ends[$_]{X} + 7, Y => $ends[$_]{Y} + ($_ ? -22 : 28)} } 0, 1;
        push @{ $f->{symbols} }, @pair;
        $l->{b} = $pair[0];
        push @{ $f->{lines} }, {id => 910, a => $pair[1], b => $ends[1], head => 1};
    }],
    ['lines without heads lead nowhere for certain', '', sub { delete $_->{head} for @{ $_[0]{lines} } }],
) {
    is(bare(form($sop, change => $case->[2])), $case->[1], "drawn flow: $case->[0]");
    is(bare(found(save('a.odt', Office::odt(Form::sop($sop, change => $case->[2]))))), $case->[1], "the same in OpenDocument");
}

# ---- older and other ways to draw in Word
sub vml { # lines are tied to symbols by rules in the settings
    my (%how) = @_;
    my @drawn;
    my $blocks = Form::sop($sop, %how, drawn => \@drawn);
    return Office::docx($blocks, relations => "<Relationship Id=\"rId5\" Type=\"$type/settings\" Target=\"settings.xml\"/>", parts => {'word/settings.xml' => Office::vml_rules(grep { $_->{line} } @drawn)});
}
is(found(save('a.docx', vml(vml => 1))), expected('corpus/definisi/penanganan-surat-masuk.yaml'), 'VML: the same is found');
is(bare(found(save('a.docx', vml(vml => 1, change => sub { $_[0]{symbols}[2]{kind} = 'dokumen' })))), "AL010 3 -\n", 'VML: a symbol that is none of the five');
is(bare(found(save('a.docx', vml(vml => 1, change => sub { my $s = $_[0]{symbols}[3]; @{ $_[0]{lines} } = grep { $_->{a} != $s } @{ $_[0]{lines} } })))), "AL003 5 -\nAL004 4 -\n", 'VML: a way out left out');
sub unchecked { my ($file, $rule) = @_; local $ENV{PATH} = $dir; my ($r) = decode('UTF-8', scalar `$patuh check --format json --today $today $file 2>/dev/null`) =~ /"$rule": \{"outcome": "tidak-dapat-diperiksa", "reason": "([^"]*)"/; $r // '' }
{
    my $smart = sub { my ($sop) = @_; my $blocks = Form::sop($sop, change => sub { $_[0] = {symbols => [], lines => []}; @{ $_[0]{$_} } = () for qw(symbols lines) });
        my $xml = '<w:r><w:drawing><wp:inline><wp:extent cx="2000000" cy="1500000"/><wp:docPr id="900" name="D"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/diagram"><dgm:relIds xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>';
        my ($steps) = grep { $_->{heights} } @$blocks;
        my ($cell) = grep { $_->{row} == 2 && $_->{col} == 2 } @{ $steps->{table} };
        $cell->{shapes} = [{raw => $xml}];
        Office::docx($blocks) };
    like(unchecked(save('a.docx', $smart->(dump_of('corpus/definisi/penanganan-surat-masuk.yaml'))), 'PL001'), qr/SmartArt/, 'SmartArt in a step table: not read, and said');
    my $points = sub { my ($sop) = @_; my $blocks = Form::sop($sop, change => sub { $_[0] = {symbols => [], lines => []}; @{ $_[0]{$_} } = () for qw(symbols lines) });
        my $xml = '<w:r><w:drawing><wp:anchor><wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset></wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV><wp:extent cx="200000" cy="100000"/><wp:docPr id="900" name="D"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
            . '<wps:wsp><wps:cNvSpPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="200000" cy="100000"/></a:xfrm><a:custGeom><a:pathLst><a:path w="2" h="1"><a:moveTo><a:pt x="0" y="0"/></a:moveTo><a:lnTo><a:pt x="2" y="1"/></a:lnTo></a:path></a:pathLst></a:custGeom><a:ln w="9525"><a:tailEnd type="triangle"/></a:ln></wps:spPr></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>';
        my ($steps) = grep { $_->{heights} } @$blocks;
        my ($cell) = grep { $_->{row} == 2 && $_->{col} == 2 } @{ $steps->{table} };
        $cell->{shapes} = [{raw => $xml}];
        Office::docx($blocks) };
    like(unchecked(save('a.docx', $points->(dump_of('corpus/definisi/penanganan-surat-masuk.yaml'))), 'PL001'), qr/bentuk simbol alur tidak tersimpan/, 'drawn things of which an old file keeps points only: not read, and said');
    my $chunk = save('a.docx', Office::docx([{p => 'SOP Uji'}], body => '<w:altChunk r:id="rId4"/>'));
    my $said = decode('UTF-8', scalar `$patuh check $chunk 2>&1`);
    ok($? >> 8 == 3 && $said =~ /altChunk/, 'a file inside the file that only Word puts in its place is said');
    my $rows = join '', map { row(tc($_), tc("Menyusun surat $_"), tc($_ == 1 ? para('<w:r><mc:AlternateContent><mc:Choice Requires="wpc"><w:drawing><wp:inline><wp:extent cx="900000" cy="3000000"/><wp:docPr id="900" name="D"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas"><wpc:wpc>'
        . join('', map { Office::w_wsp({id => $_, kind => $_ == 2 ? 'proses' : 'terminator', w => 30, h => 20}, 10 * 12700, ($_ - 1) * 60 * 12700) } 1 .. 3) . Office::w_wsp({id => 4, line => 'straight', from => 1, to => 2, w => 0, h => 40, head => 1}, 25 * 12700, 20 * 12700)
        . Office::w_wsp({id => 5, line => 'straight', from => 2, to => 3, w => 0, h => 40, head => 1}, 25 * 12700, 80 * 12700) . '</wpc:wpc></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice></mc:AlternateContent></w:r>') : para(''), $_ == 1 ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>'), tc('1 jam')) } 1 .. 3;
    like(unchecked(save('a.docx', Office::docx([{p => 'SOP Uji'}], body => tbl([500, 3000, 2000, 1500], row(tc('No'), tc('Kegiatan'), tc('Pelaksana'), tc('Waktu')), row(tc(''), tc(''), tc('Staf'), tc('')), $rows))), 'PL001'),
         qr/letak simbol alur/, 'a canvas in one cell that goes over all rows: their rows are not known, and said');
}

# ---- flat OpenDocument
{
    my $file = save('a.fodt', Office::flat(Office::odt(Form::sop($sop, change => sub { $_[0]{symbols}[2]{kind} = 'dokumen' }))));
    is(bare(found($file)), "AL010 3 -\n", 'a flat text: the same is found');
    system("$patuh check --quiet --today $today --annotate $dir/baru.fodt $file >$dir/out 2>&1");
    my $copy = do { open my $f, '<:utf8', "$dir/baru.fodt" or die; local $/; <$f> };
    like($copy, qr{<office:document [^>]*mimetype.*<office:annotation [^>]*><dc:creator>patuh</dc:creator><text:p>\[AL010\]}s, '… and its copy has the notes');
}

# ---- symbols over all rows from one anchor: only the laid out page tells their rows
{
    my $alone = sub { local $ENV{PATH} = $dir; decode('UTF-8', scalar `$patuh check --format json --today $today $_[0] 2>/dev/null`) };
    my $json = $alone->(save('a.docx', Office::docx(Form::sop($sop, floats => 1))));
    is(join(' ', $json =~ /"rule": "(\w+)"/g), 'AL013', 'symbols over all rows from one anchor, and no LibreOffice: not known, and said');
    like($json, qr/"PL001": \{"outcome": "tidak-dapat-diperiksa", "reason": "letak simbol alur [^"]*libreoffice-writer-nogui/, 'the reason names the way');
}
SKIP: {
    skip 'no LibreOffice', 14 unless -x '/usr/bin/soffice' && -x $patuh =~ s{patuh$}{patuh-pdf}r;
    my $want = expected('corpus/definisi/penanganan-surat-masuk.yaml');
    for my $kind (['a.docx', \&Office::docx], ['a.odt', \&Office::odt]) {
        my $laid = sub { found(save($kind->[0], $kind->[1]->(Form::sop($sop, @_)))) };
        is($laid->(floats => 1), $want, "$kind->[0]: all tied to the first symbol's cell: the same is found");
        is($laid->(floats => {p => ''}), $want, "$kind->[0]: all tied to the paragraph before the table: the same is found");
        is($laid->(floats => 1, unglued => 1), $want, "$kind->[0]: and lines that name nothing: the same is found") if $kind->[0] =~ /docx/;
        is(bare($laid->(floats => 1, change => sub { without($_[0], splice @{ $_[0]{symbols} }, 2, 1) })), "AL003 3 -\nAL003 4 -\nAL004 2 -\nAL008 3 -\nPL001 3 -\nPL003 - Kasubbag Umum\n", "$kind->[0]: a step without a symbol");
        is(bare($laid->(floats => 1, change => sub { $_->{Y} += 56 for @{ $_[0]{symbols} } })), "AL013 - -\n", "$kind->[0]: a drawing that has slipped by a row accuses nobody");
    }
    for my $how (['a group', group => 'wpg'], ['a canvas', group => 'wpc'], ['a group of VML', group => 'vml'], ['VML', vml => 1]) {
        my ($name, @how) = @$how;
        is(found(save('a.docx', vml(@how, floats => {p => ''}))), $want, "$name over the whole table, tied to the paragraph before it: the same is found");
    }
    is(bare(found(save('a.docx', vml(vml => 1, floats => 1)))), "AL013 - -\n", 'rows that grow around what is drawn in them: nothing is concluded');
    is(join(' ', glob "$ENV{TMPDIR}/patuh-*"), '', 'nothing is left behind');
}

# ---- annotated copies
sub part {
    my ($file, $name) = @_;
    my $z = IO::Uncompress::Unzip->new($file, Name => $name) or return '';
    local $/;
    return decode('UTF-8', <$z>);
}
sub comments_of { my ($xml) = @_; map { [$_ =~ /w:id="(\d+)"/, $_ =~ /w:author="([^"]*)"/, join ' ', $_ =~ /<w:t[^>]*>([^<]*)/g] } $xml =~ m{<w:comment .*?</w:comment>}gs }
{
    my $blocks = Office::blocks_of([split /\n/, layout_of('corpus/sop/balangan-dinas-perpustakaan-2024.txt')]);
    my ($cell) = grep { $_->{blocks}[0] && ($_->{blocks}[0]{p} // '') eq 'Nama SOP' } map { @{ $_->{table} // [] } } @$blocks;
    my $old = '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="7" w:author="Pereviu">' . para(run('Catatan lama')) . '</w:comment></w:comments>';
    my $file = save('lama.docx', Office::docx($blocks, body => para('<w:commentRangeStart w:id="7"/>' . run('Lampiran') . '<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>'),
        relations => "<Relationship Id=\"rId7\" Type=\"$type/comments\" Target=\"catatan.xml\"/>", parts => {'word/catatan.xml' => $old}));
    my $before = do { open my $f, '<:raw', $file or die; local $/; <$f> };
    my $found = () = `$patuh check --format json --today $today --annotate $dir/baru.docx $file` =~ /"rule": /g;
    my @comments = comments_of(part("$dir/baru.docx", 'word/catatan.xml'));
    is(scalar @comments, $found + 1, 'a comment for each finding, and the one that was there');
    is_deeply($comments[0], [7, 'Pereviu', 'Catatan lama'], 'which stayed as it was');
    is(join(',', map { $_->[0] } @comments), join(',', 7 .. 7 + $found), 'every id once');
    like($comments[1][2], qr/^\[\w\w\d{3}\] \w+.* saran: .+ dasar: /, 'a comment says rule, message, hint and provision');
    is(do { open my $f, '<:raw', $file or die; local $/; <$f> }, $before, 'the original is as it was');
    my $body = part("$dir/baru.docx", 'word/document.xml');
    my ($id) = map { $_->[0] } grep { $_->[2] =~ /ID014/ } @comments;
    like($body, qr{<w:commentRangeStart w:id="$id"/><w:r><w:t xml:space="preserve">SOP Mekanisme Pengumpulan Data Kinerja</w:t></w:r><w:commentRangeEnd w:id="$id"/><w:r><w:commentReference w:id="$id"/>}, 'at the very run');
    SKIP: {
        skip 'no LibreOffice', 1 unless -x '/usr/bin/soffice';
        system("soffice -env:UserInstallation=file://$dir/profile --headless --convert-to odt --outdir $dir $dir/baru.docx >/dev/null 2>&1");
        my $odt = part("$dir/baru.odt", 'content.xml');
        my $kept = () = $odt =~ /<office:annotation /g;
        is($kept, $found + 1, 'LibreOffice opens the copy and keeps every comment');
    }
    my $odt = save('lama.odt', Office::odt($blocks, body => '<text:p><office:annotation office:name="patuh1"><dc:creator>Pereviu</dc:creator><text:p>Catatan lama</text:p></office:annotation>Lampiran</text:p>'));
    $found = () = `$patuh check --format json --today $today --annotate $dir/baru2.odt $odt` =~ /"rule": /g;
    my $content = part("$dir/baru2.odt", 'content.xml');
    my @names = $content =~ /<office:annotation office:name="([^"]*)"/g;
    my %once = map { $_ => 1 } @names;
    is(scalar @names, $found + 1, 'OpenDocument: an annotation for each finding, and the one that was there');
    is(scalar keys %once, scalar @names, 'every name once');
    like($content, qr{<office:annotation office:name="patuh2_\d+"><dc:creator>patuh</dc:creator><text:p>\[ID014\] catatan</text:p>(?:(?!</office:annotation>).)*</office:annotation>SOP Mekanisme Pengumpulan Data Kinerja<office:annotation-end}, 'around the very text');
    SKIP: {
        skip 'no LibreOffice', 1 unless -x '/usr/bin/soffice';
        system("soffice -env:UserInstallation=file://$dir/profile --headless --convert-to docx --outdir $dir $dir/baru2.odt >/dev/null 2>&1");
        is(scalar(comments_of(part("$dir/baru2.docx", 'word/comments.xml'))), $found + 1, 'LibreOffice opens the copy and keeps every annotation');
    }
    system("$patuh check --quiet --annotate $file $file >$dir/out 2>&1");
    is($? >> 8, 2, 'the original is not written over');
    is(do { open my $f, '<:raw', $file or die; local $/; <$f> }, $before, 'indeed not');
}
{
    my $blocks = Form::sop($sop, change => sub { $_[0]{symbols}[2]{kind} = 'dokumen' });
    my ($steps) = grep { $_->{heights} } @$blocks;
    my ($waktu) = grep { $_->{row} == 3 && $_->{col} == $steps->{cols} - 3 } @{ $steps->{table} };
    $waktu->{blocks} = [];
    my $file = save('kosong.docx', Office::docx($blocks));
    mkdir "$dir/satu";
    save('satu/kosong.docx', Office::docx($blocks));
    system("$patuh check --quiet --today $today --annotate $dir/salinan $file $dir/satu corpus/definisi/contoh-sop.yaml >$dir/out 2>$dir/err");
    ok(-e "$dir/salinan/kosong.docx" && -e "$dir/salinan/kosong-2.docx", 'a folder of copies, each with a name of its own');
    like(do { local (@ARGV, $/) = "$dir/err"; <> }, qr/^patuh: 1 berkas tanpa salinan/, 'what carries no notes is said');
    my $body = part("$dir/salinan/kosong.docx", 'word/document.xml');
    my %id = map { $_->[2] =~ /\[(\w+)\]/ ? ($1 => $_->[0]) : () } comments_of(part("$dir/salinan/kosong.docx", 'word/comments.xml'));
    ok(defined $id{WK001}, 'an empty time is found') or diag(join ' ', %id);
    my ($cell) = $body =~ m{(<w:tc>(?:(?!<w:tc>).)*?<w:commentRangeStart w:id="$id{WK001}"/>.*?</w:tc>)};
    unlike($cell // 'x', qr/<w:t>|<w:t /, 'and noted in the empty cell');
    like(part("$dir/salinan/kosong.docx", '[Content_Types].xml'), qr{PartName="/word/comments.xml"}, 'the new part is made known');
}

# ---- findings on several files together stand in the copies, too
{
    mkdir "$dir/himpunan";
    save("himpunan/$_.docx", Office::docx(Form::sop($sop))) for 1, 2;
    save('himpunan/3.odt', Office::odt(Form::sop($sop)));
    my $json = decode('UTF-8', scalar `$patuh check --quiet --format json --today $today --select KT006 --annotate $dir/himpunan-salinan $dir/himpunan`);
    is(scalar(() = $json =~ /"rule": "KT006"/g), 2, 'a number used three times');
    like($json, qr{"rule": "KT006".*?"location": \{"table": 1, "row": 1[,\}].*?"related": \[\{"path": "[^"]*1\.docx", "location": \{"table": 1, "row": 1}, 'is placed by table and row');
    is_deeply([map { scalar comments_of(part("$dir/himpunan-salinan/$_.docx", 'word/comments.xml')) } 1, 2], [0, 1], 'a comment in the file that the finding is about');
    like(part("$dir/himpunan-salinan/2.docx", 'word/document.xml'), qr{<w:commentRangeStart w:id="0"/><w:r><w:t xml:space="preserve">045/007/2025</w:t>}, '… at the number');
    like(part("$dir/himpunan-salinan/3.odt", 'content.xml'), qr{\[KT006\] galat}, 'and an annotation in OpenDocument');
}

# ---- places people understand
{
    my $file = save('tempat.docx', Office::docx(Form::sop($sop, change => sub { $_[0]{symbols}[2]{kind} = 'dokumen' })));
    my $json = decode('UTF-8', scalar `$patuh check --format json --today $today $file`);
    like($json, qr/"rule": "AL010".*?"location": \{"table": 3, "row": 5/, 'JSON: table and row, no lines, no page that nobody knows');
    unlike($json, qr/"line":|"page":/, 'indeed none');
    like(decode('UTF-8', scalar `$patuh reviu --today $today $file`), qr/AL010, langkah 3/, 'the checklist says the place in words');
    my $paged = save('halaman.docx', Office::docx([], body => para(run('a')) . para('<w:r><w:lastRenderedPageBreak/><w:t>STANDAR OPERASIONAL PROSEDUR</w:t></w:r>') . tbl([2000, 2000], row(tc('Nomor SOP'), tc('')), row(tc('Nama SOP'), tc('Uji')), row(tc('Tanggal Pembuatan'), tc('1 Januari 2025')))
        . tbl([500, 2000, 2000], row(tc('No'), tc('Kegiatan'), tc('Waktu')), row(tc('1'), tc('Menyusun surat'), tc('1 jam')), row(tc('2'), tc('Mengirim surat'), tc('1 jam')))));
    like(decode('UTF-8', scalar `$patuh check --format json --today $today $paged`), qr/"rule": "ID001".*?"location": \{"page": 2, "table": 1, "row": 1/, 'a page that Word noted is told');
}

done_testing;
