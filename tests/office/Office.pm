# Office documents made of a plain description, for tests: Word (DOCX), OpenDocument text (ODT), HTML. No file is kept anywhere.
#
# A document is a list of blocks:
#   {p => TEXT, bold => 1, level => N}       a paragraph; with a level, a heading
#   {item => TEXT, marker => "1.", depth => N} an item of a list
#   {table => [CELL…], cols => N, widths => [POINTS…]}  a table; {page => 1}  a page break
# a cell: {row, col, rs, cs, th, blocks => [BLOCK…], shapes => [SHAPE…]}; a paragraph may have shapes, too.
# a shape, tied to its paragraph or the first one of its cell: {id, kind, x, y, w, h, text} (points from the cell), or a line
#   {id, line => 'straight'|'elbow', from => ID, to => ID, x, y, w, h, flip => 'h'|'v'|'hv', head => 1, dashed => 1}.
package Office;
use strict;
use warnings;
use utf8;
use Encode qw(decode encode);
use IO::Uncompress::Unzip;
use IO::Compress::Zip qw(:constants $ZipError);

sub esc { my $s = shift // ''; $s =~ s/&/&amp;/g; $s =~ s/</&lt;/g; $s =~ s/>/&gt;/g; $s =~ s/"/&quot;/g; $s }

# A ZIP of (name, bytes, name, bytes …) in that order; a part named "mimetype" is stored, as OpenDocument wants it.
sub package_of {
    my (%last, @parts, $bytes, $zip);
    %last = @_; # a part given twice is the later one
    for (my $i = 0; $i < @_; $i += 2) { push @parts, $_[$i], delete $last{ $_[$i] } if exists $last{ $_[$i] } }
    $bytes = '';
    while (my ($name, $text) = splice @parts, 0, 2) {
        my %how = (Name => $name, Method => $name eq 'mimetype' ? ZIP_CM_STORE : ZIP_CM_DEFLATE, Time => 1735689600, Minimal => 1);
        if ($zip) { $zip->newStream(%how) or die $ZipError } else { $zip = IO::Compress::Zip->new(\$bytes, %how) or die $ZipError }
        $zip->write(utf8::is_utf8($text) ? encode('UTF-8', $text) : $text);
    }
    $zip->close;
    return $bytes;
}

# ---- a layout as tests/office/layout.c prints it, to blocks

sub blocks_of {
    my ($lines) = @_;
    my @blocks;
    while (@$lines) {
        my ($kind, @f) = split /\t/, shift @$lines, -1;
        for (@f) { s/\\(.)/$1 eq 'n' ? "\n" : $1 eq 't' ? "\t" : $1/ge }
        if ($kind eq 'P') { push @blocks, {p => $f[1], bold => $f[0]} }
        elsif ($kind eq 'H') { push @blocks, {p => $f[1], level => $f[0]} }
        elsif ($kind eq 'I') { push @blocks, {item => $f[2], marker => $f[1], depth => $f[0]} }
        elsif ($kind eq 'B') { push @blocks, {page => 1} }
        elsif ($kind eq 'T') {
            my (@cells, $cols);
            while (@$lines && $lines->[0] ne 'E') {
                my (undef, $row, $col, $rs, $cs, $th) = split /\t/, shift @$lines, -1;
                push @cells, {row => $row, col => $col, rs => $rs, cs => $cs, th => $th, blocks => blocks_of($lines)};
                $cols = $col + $cs if $col + $cs > ($cols // 0);
            }
            shift @$lines;
            push @blocks, {table => \@cells, cols => $cols};
        } else { last } # "c": the cell ends
    }
    return \@blocks;
}

# ---- numbers: items of one run whose markers count up get a real list, others their marker as text

my %format = ('1' => 'decimal', 'a' => 'lowerLetter', 'i' => 'lowerRoman', 'A' => 'upperLetter', 'I' => 'upperRoman');

# For each block the list it belongs to: {id, level, format, before, after, start}; new => 1 on its first item.
sub lists {
    my ($blocks, $counter) = @_;
    my (%list, @open);
    for my $i (0 .. $#$blocks) {
        my $b = $blocks->[$i];
        @open = () unless exists $b->{item};
        next unless exists $b->{item};
        my $depth = $b->{depth} // 0;
        my ($before, $number, $after) = ($b->{marker} // '') =~ /^(\(?)(\d+|[a-z])([.)])$/ or (@open = (), next);
        my $value = $number =~ /^\d/ ? $number : ord($number) - 96;
        my $format = $number =~ /^\d/ ? 'decimal' : 'lowerLetter';
        $#open = $depth if $#open > $depth;
        my $last = $open[$depth];
        if ($last && $last->{format} eq $format && $last->{before} eq $before && $last->{after} eq $after && $value == $last->{value} + 1) {
            $last->{value} = $value;
            $list{$i} = {list => $last};
        } else {
            $open[$depth] = {id => ++$$counter, level => $depth, format => $format, before => $before, after => $after, start => $value, value => $value};
            $list{$i} = {list => $open[$depth], new => 1};
        }
    }
    return \%list;
}

# ---- Word

my %word = (terminator => 'flowChartTerminator', proses => 'flowChartProcess', keputusan => 'flowChartDecision', konektor => 'flowChartOffpageConnector',
            dokumen => 'flowChartDocument', lingkaran => 'flowChartConnector');
my $spaces = join ' ', map { "xmlns:$_->[0]=\"$_->[1]\"" }
    ['w', 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'], ['r', 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'],
    ['wp', 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing'], ['a', 'http://schemas.openxmlformats.org/drawingml/2006/main'],
    ['wps', 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape'], ['mc', 'http://schemas.openxmlformats.org/markup-compatibility/2006'],
    ['wpg', 'http://schemas.microsoft.com/office/word/2010/wordprocessingGroup'], ['wpc', 'http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas'], ['v', 'urn:schemas-microsoft-com:vml'],
    ['o', 'urn:schemas-microsoft-com:office:office'];

sub w_text {
    my ($text, $bold) = @_;
    my $pr = $bold ? '<w:rPr><w:b/></w:rPr>' : '';
    my @lines = split /\n/, $text, -1;
    return join '<w:r><w:br/></w:r>', map { $_ eq '' ? '' : "<w:r>$pr<w:t xml:space=\"preserve\">" . esc($_) . '</w:t></w:r>' } @lines;
}

sub emu { int($_[0] * 12700 + 0.5) }

# The inside of a shape (wps:wsp); in a group its own offset counts.
sub w_wsp {
    my ($s, $x, $y) = @_;
    my ($w, $h) = (emu($s->{w}), emu($s->{h}));
    my ($inside, $glue) = ('', '');
    my $flip = join '', map { ($s->{flip} // '') =~ /$_/ ? ' flip' . uc($_) . '="1"' : '' } 'h', 'v';
    my $xfrm = "<a:xfrm$flip><a:off x=\"$x\" y=\"$y\"/><a:ext cx=\"$w\" cy=\"$h\"/></a:xfrm>";
    if ($s->{line}) {
        my $preset = $s->{line} eq 'elbow' ? 'bentConnector3' : 'straightConnector1';
        $glue = join '', map { defined $s->{ $_->[1] } ? "<a:$_->[0] id=\"$s->{$_->[1]}\" idx=\"0\"/>" : '' } ['stCxn', 'from'], ['endCxn', 'to'];
        $inside = "<wps:cNvPr id=\"$s->{id}\" name=\"C$s->{id}\"/><wps:cNvCnPr>$glue</wps:cNvCnPr><wps:spPr>$xfrm<a:prstGeom prst=\"$preset\"><a:avLst/></a:prstGeom>"
            . '<a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill>' . ($s->{dashed} ? '<a:prstDash val="dash"/>' : '')
            . ($s->{head} ? '<a:tailEnd type="triangle"/>' : '') . '</a:ln></wps:spPr><wps:bodyPr/>';
    } else {
        my $preset = $s->{kind} eq 'teks' ? 'rect' : $word{ $s->{kind} } // die $s->{kind};
        my $ink = $s->{kind} eq 'teks' ? '<a:noFill/><a:ln><a:noFill/></a:ln>'
            : '<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln>';
        my $text = defined $s->{text} ? '<wps:txbx><w:txbxContent><w:p>' . w_text($s->{text}) . '</w:p></w:txbxContent></wps:txbx>' : '';
        $inside = "<wps:cNvPr id=\"$s->{id}\" name=\"S$s->{id}\"/><wps:cNvSpPr" . ($s->{kind} eq 'teks' ? ' txBox="1"' : '')
            . "/><wps:spPr>$xfrm<a:prstGeom prst=\"$preset\"><a:avLst/></a:prstGeom>$ink</wps:spPr>$text<wps:bodyPr/>";
    }
    return "<wps:wsp>$inside</wps:wsp>";
}

# As VML: what Word wrote before 2010. Lines name what they join in rules of the settings (vml_rules).
# A shape's type stands in front of it, as Word writes it.
sub w_type { "<v:shapetype id=\"_x0000_t$_[0]\" coordsize=\"21600,21600\" o:spt=\"$_[0]\" path=\"m,l,21600r21600,l21600,xe\"><v:stroke joinstyle=\"miter\"/></v:shapetype>" }
my %spt = (terminator => 116, proses => 109, keputusan => 110, konektor => 177, dokumen => 114, lingkaran => 120, teks => 202);
sub w_vml {
    my ($s, $grouped) = @_;
    my $flip = ($s->{flip} // '') eq '' ? '' : ';flip:' . (($s->{flip} =~ /h/ ? 'x' : '') . ($s->{flip} =~ /v/ ? 'y' : ''));
    my $unit = $grouped ? '' : 'pt';
    my $place = $grouped ? "left:$s->{X};top:$s->{Y}" : sprintf 'margin-left:%.2fpt;margin-top:%.2fpt', $s->{x}, $s->{y};
    my $style = "position:absolute;z-index:$s->{id};$place;width:$s->{w}$unit;height:$s->{h}$unit$flip";
    my $stroke = $s->{line} ? '<v:stroke' . ($s->{dashed} ? ' dashstyle="dash"' : '') . ($s->{head} ? ' endarrow="block"' : '') . '/>' : '';
    return w_type($s->{line} eq 'elbow' ? 34 : 32) . "<v:shape id=\"_x0000_s$s->{id}\" o:spid=\"_x0000_s$s->{id}\" type=\"#_x0000_t" . ($s->{line} eq 'elbow' ? 34 : 32) . "\" o:connectortype=\"" . ($s->{line} eq 'elbow' ? 'elbow' : 'straight') . "\" style=\"$style\" filled=\"f\">$stroke</v:shape>" if $s->{line};
    my $text = defined $s->{text} ? '<v:textbox><w:txbxContent><w:p>' . w_text($s->{text}) . '</w:p></w:txbxContent></v:textbox>' : '';
    my $ink = $s->{kind} eq 'teks' ? ' stroked="f" filled="f"' : '';
    return w_type($spt{ $s->{kind} }) . "<v:shape id=\"_x0000_s$s->{id}\" o:spid=\"_x0000_s$s->{id}\" type=\"#_x0000_t$spt{ $s->{kind} }\" style=\"$style\"$ink>$text</v:shape>";
}
sub vml_rules {
    my @lines = @_;
    return '<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:v="urn:schemas-microsoft-com:vml"><w:shapeDefaults><o:shapelayout v:ext="edit"><o:rules v:ext="edit">'
        . join('', map { "<o:r id=\"V:Rule$_->{id}\" type=\"connector\" idref=\"#_x0000_s$_->{id}\"><o:proxy start=\"\" idref=\"#_x0000_s$_->{from}\" connectloc=\"2\"/><o:proxy end=\"\" idref=\"#_x0000_s$_->{to}\" connectloc=\"0\"/></o:r>" } @lines)
        . '</o:rules></o:shapelayout></w:shapeDefaults></w:settings>';
}

# {group => 'wpg'|'wpc'|'vml', id, x, y, w, h, members => [shapes at X, Y of the group]}
sub w_group {
    my ($s) = @_;
    my ($w, $h) = (emu($s->{w}), emu($s->{h}));
    return '<w:r><w:pict><v:group id="_x0000_s' . "$s->{id}\" style=\"position:absolute;margin-left:$s->{x}pt;margin-top:$s->{y}pt;width:$s->{w}pt;height:$s->{h}pt\" coordorigin=\"0,0\" coordsize=\"$s->{w},$s->{h}\">"
        . join('', map { w_vml($_, 1) } @{ $s->{members} }) . '</v:group></w:pict></w:r>' if $s->{group} eq 'vml';
    my $inside = join '', map { w_wsp($_, emu($_->{X}), emu($_->{Y})) } @{ $s->{members} };
    my $own = "<a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"$w\" cy=\"$h\"/><a:chOff x=\"0\" y=\"0\"/><a:chExt cx=\"$w\" cy=\"$h\"/></a:xfrm>";
    return w_anchor($s, $s->{group} eq 'wpg' ? ('wordprocessingGroup', "<wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr>$own</wpg:grpSpPr>$inside</wpg:wgp>", '')
                                             : ('wordprocessingCanvas', "<wpc:wpc><wpc:bg/><wpc:whole/>$inside</wpc:wpc>", w_group({%$s, group => 'vml'}) =~ s{^<w:r>|</w:r>$}{}gr));
}

sub w_shape {
    my ($s) = @_;
    return $s->{raw} if $s->{raw};
    return w_group($s) if $s->{group};
    return '<w:r><w:pict>' . w_vml($s) . '</w:pict></w:r>' if $s->{vml};
    my $fallback = defined $s->{text} ? '<w:pict><v:rect style="position:absolute"><v:textbox><w:txbxContent><w:p>' . w_text($s->{text})
        . '</w:p></w:txbxContent></v:textbox></v:rect></w:pict>' : '';
    return w_anchor($s, 'wordprocessingShape', w_wsp($s, 0, 0), $fallback);
}

sub w_anchor {
    my ($s, $uri, $inside, $fallback) = @_;
    my ($x, $y, $w, $h) = map { emu($s->{$_}) } qw(x y w h);
    return "<w:r><mc:AlternateContent><mc:Choice Requires=\"" . ($uri =~ /Canvas/ ? 'wpc' : $uri =~ /Group/ ? 'wpg' : 'wps') . '"><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" '
        . "relativeHeight=\"$s->{id}\" behindDoc=\"0\" locked=\"0\" layoutInCell=\"1\" allowOverlap=\"1\"><wp:simplePos x=\"0\" y=\"0\"/>"
        . "<wp:positionH relativeFrom=\"column\"><wp:posOffset>$x</wp:posOffset></wp:positionH>"
        . "<wp:positionV relativeFrom=\"paragraph\"><wp:posOffset>$y</wp:posOffset></wp:positionV><wp:extent cx=\"$w\" cy=\"$h\"/><wp:wrapNone/>"
        . "<wp:docPr id=\"$s->{id}\" name=\"D$s->{id}\"/><wp:cNvGraphicFramePr/>"
        . "<a:graphic><a:graphicData uri=\"http://schemas.microsoft.com/office/word/2010/$uri\">$inside"
        . "</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback>$fallback</mc:Fallback></mc:AlternateContent></w:r>";
}

sub w_table {
    my ($t, $state) = @_;
    my $cols = $t->{cols};
    my @width = @{ $t->{widths} // [map { 480 / $cols } 1 .. $cols] };
    my $out = '<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders>' . join('', map { "<w:$_ w:val=\"single\" w:sz=\"4\"/>" } qw(top left bottom right insideH insideV))
        . '</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>' . join('', map { '<w:gridCol w:w="' . int($_ * 20) . '"/>' } @width) . '</w:tblGrid>';
    my (%at, $rows);
    for my $c (@{ $t->{table} }) {
        for my $r ($c->{row} .. $c->{row} + $c->{rs} - 1) { $at{$r}{ $c->{col} } = [$c, $r > $c->{row}] }
        $rows = $c->{row} + $c->{rs} if $c->{row} + $c->{rs} > ($rows // 0);
    }
    for my $r (0 .. $rows - 1) {
        my $col = 0;
        my $height = $t->{heights} ? "<w:trPr><w:trHeight w:val=\"" . int($t->{heights}[$r] * 20) . '"/></w:trPr>' : '';
        $out .= "<w:tr>$height";
        while ($col < $cols) {
            my ($c, $below) = @{ $at{$r}{$col} // [{cs => 1, rs => 1, blocks => []}, 0] };
            my $w = 0;
            $w += $_ for @width[$col .. $col + $c->{cs} - 1];
            $out .= '<w:tc><w:tcPr><w:tcW w:w="' . int($w * 20) . '" w:type="dxa"/>' . ($c->{cs} > 1 ? "<w:gridSpan w:val=\"$c->{cs}\"/>" : '')
                . ($c->{rs} > 1 ? $below ? '<w:vMerge/>' : '<w:vMerge w:val="restart"/>' : '') . '</w:tcPr>';
            $out .= ($below ? '<w:p/>' : w_cell($c, $state)) . '</w:tc>';
            $col += $c->{cs};
        }
        $out .= '</w:tr>';
    }
    return "$out</w:tbl>";
}

sub w_cell {
    my ($c, $state) = @_;
    my $drawn = join '', map { w_shape($_) } @{ $c->{shapes} // [] };
    my $inside = w_blocks([map { $c->{th} && exists $_->{p} ? {%$_, bold => 1} : $_ } @{ $c->{blocks} }], $state);
    $inside .= '<w:p/>' if $inside eq '' || $inside =~ m{</w:tbl>$};
    $inside =~ s{<w:p>(<w:pPr>.*?</w:pPr>)?}{'<w:p>' . ($1 // '') . $drawn}e or $inside =~ s{<w:p/>}{<w:p>$drawn</w:p>} if $drawn;
    return $inside;
}

sub w_blocks {
    my ($blocks, $state) = @_;
    my $lists = lists($blocks, \$state->{lists});
    my $out = '';
    for my $i (0 .. $#$blocks) {
        my $b = $blocks->[$i];
        if ($b->{table}) {
            $out .= '<w:p/>' if $i && $blocks->[$i - 1]{table};
            $out .= w_table($b, $state);
        } elsif ($b->{page}) {
            $out .= '<w:p><w:r><w:br w:type="page"/></w:r></w:p>';
        } elsif (exists $b->{item}) {
            my $l = $lists->{$i};
            push @{ $state->{numbering} }, $l->{list} if $l && $l->{new};
            my $pr = $l ? "<w:pPr><w:numPr><w:ilvl w:val=\"$l->{list}{level}\"/><w:numId w:val=\"$l->{list}{id}\"/></w:numPr></w:pPr>" : '';
            my $text = $l || ($b->{marker} // '') eq '' ? $b->{item} : "$b->{marker} $b->{item}";
            $out .= "<w:p>$pr" . w_text($text, $b->{bold}) . '</w:p>';
        } else {
            my $pr = $b->{level} ? "<w:pPr><w:pStyle w:val=\"Judul$b->{level}\"/></w:pPr>" : '';
            $out .= "<w:p>$pr" . join('', map { w_shape($_) } @{ $b->{shapes} // [] }) . w_text($b->{p}, $b->{bold}) . '</w:p>';
        }
    }
    return $out;
}

sub docx {
    my ($blocks, %more) = @_;
    my %state = (lists => 0, numbering => []);
    my $xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
    my $body = w_blocks($blocks, \%state);
    my $numbering = '';
    for my $l (@{ $state{numbering} }) {
        $numbering .= "<w:abstractNum w:abstractNumId=\"$l->{id}\">" . join('', map {
            "<w:lvl w:ilvl=\"$_\"><w:start w:val=\"$l->{start}\"/><w:numFmt w:val=\"$l->{format}\"/><w:lvlText w:val=\"$l->{before}%" . ($_ + 1) . "$l->{after}\"/></w:lvl>"
        } 0 .. $l->{level}) . '</w:abstractNum>';
    }
    $numbering .= "<w:num w:numId=\"$_->{id}\"><w:abstractNumId w:val=\"$_->{id}\"/></w:num>" for @{ $state{numbering} };
    my $styles = join '', map { "<w:style w:type=\"paragraph\" w:styleId=\"Judul$_\"><w:name w:val=\"heading $_\"/><w:pPr><w:outlineLvl w:val=\"" . ($_ - 1)
        . '"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>' } 1 .. 9;
    my $type = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
    my $rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    return package_of(
        '[Content_Types].xml' => "$xml<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            . "<Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"$type.document.main+xml\"/>"
            . "<Override PartName=\"/word/styles.xml\" ContentType=\"$type.styles+xml\"/><Override PartName=\"/word/numbering.xml\" ContentType=\"$type.numbering+xml\"/>" . ($more{types} // '') . '</Types>',
        '_rels/.rels' => "$xml<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"$rel/officeDocument\" Target=\"word/document.xml\"/></Relationships>",
        'word/_rels/document.xml.rels' => "$xml<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"$rel/styles\" Target=\"styles.xml\"/>"
            . "<Relationship Id=\"rId2\" Type=\"$rel/numbering\" Target=\"numbering.xml\"/>" . ($more{relations} // '') . '</Relationships>',
        'word/document.xml' => "$xml<w:document $spaces mc:Ignorable=\"\"><w:body>$body" . ($more{body} // '') . '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1000" w:right="1000" w:bottom="1000" w:left="1000" w:header="500" w:footer="500" w:gutter="0"/></w:sectPr></w:body></w:document>',
        'word/styles.xml' => "$xml<w:styles $spaces>$styles</w:styles>",
        'word/numbering.xml' => "$xml<w:numbering $spaces>$numbering</w:numbering>",
        %{ $more{parts} // {} });
}

# ---- OpenDocument

# A package as one flat XML document (.fodt, .fods).
sub flat {
    my ($package) = @_;
    my %part = map { my $name = $_; my $z = IO::Uncompress::Unzip->new(\$package, Name => $name); ($name => $z ? do { local $/; decode('UTF-8', scalar <$z>) } : '') } qw(mimetype content.xml styles.xml);
    my ($spaces, $inside) = $part{'content.xml'} =~ m{<office:document-content ([^>]*)>(.*)</office:document-content>}s or die;
    my ($layouts, $masters) = map { $part{'styles.xml'} =~ m{<office:$_>(.*)</office:$_>}s ? $1 : '' } 'automatic-styles', 'master-styles';
    $inside =~ s{</office:automatic-styles>}{$layouts</office:automatic-styles><office:master-styles>$masters</office:master-styles>};
    return encode('UTF-8', "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document $spaces office:mimetype=\"$part{mimetype}\">$inside</office:document>");
}

my %odf = (terminator => 'flowchart-terminator', proses => 'flowchart-process', keputusan => 'flowchart-decision', konektor => 'flowchart-off-page-connector',
           dokumen => 'flowchart-document', lingkaran => 'flowchart-connector');

sub o_text { join '<text:line-break/>', map { esc($_) } split /\n/, $_[0] // '', -1 }

sub o_shape {
    my ($s) = @_;
    my $at = "text:anchor-type=\"paragraph\" draw:id=\"id$s->{id}\" xml:id=\"id$s->{id}\"";
    my $box = sprintf 'svg:x="%.2fpt" svg:y="%.2fpt" svg:width="%.2fpt" svg:height="%.2fpt"', @$s{qw(x y w h)};
    my $text = defined $s->{text} ? '<text:p>' . o_text($s->{text}) . '</text:p>' : '';
    if ($s->{line}) {
        my ($x0, $x1) = ($s->{flip} // '') =~ /h/ ? ($s->{x} + $s->{w}, $s->{x}) : ($s->{x}, $s->{x} + $s->{w});
        my ($y0, $y1) = ($s->{flip} // '') =~ /v/ ? ($s->{y} + $s->{h}, $s->{y}) : ($s->{y}, $s->{y} + $s->{h});
        my $glue = defined $s->{from} ? " draw:start-shape=\"id$s->{from}\" draw:start-glue-point=\"2\" draw:end-shape=\"id$s->{to}\" draw:end-glue-point=\"0\"" : '';
        my $style = $s->{dashed} ? 'grPutus' : $s->{head} ? 'grPanah' : 'grGaris';
        return sprintf '<draw:connector %s draw:style-name="%s" draw:type="%s" svg:x1="%.2fpt" svg:y1="%.2fpt" svg:x2="%.2fpt" svg:y2="%.2fpt"%s/>',
            $at, $style, $s->{line} eq 'elbow' ? 'standard' : 'line', $x0, $y0, $x1, $y1, $glue;
    }
    return "<draw:frame $at draw:style-name=\"grTeks\" $box><draw:text-box>$text</draw:text-box></draw:frame>" if $s->{kind} eq 'teks';
    return "<draw:custom-shape $at draw:style-name=\"grSimbol\" $box>$text<draw:enhanced-geometry draw:type=\"$odf{ $s->{kind} }\"/></draw:custom-shape>";
}

sub o_table {
    my ($t, $state) = @_;
    my @width = @{ $t->{widths} // [map { 480 / $t->{cols} } 1 .. $t->{cols}] };
    my (%at, $rows);
    for my $c (@{ $t->{table} }) {
        for my $r ($c->{row} .. $c->{row} + $c->{rs} - 1) { for my $k ($c->{col} .. $c->{col} + $c->{cs} - 1) { $at{$r}{$k} = $r == $c->{row} && $k == $c->{col} ? $c : 0 } }
        $rows = $c->{row} + $c->{rs} if $c->{row} + $c->{rs} > ($rows // 0);
    }
    my $all = 0;
    $all += $_ for @width;
    $state->{tables}{ sprintf '%.0f', $all } = 1;
    my $out = sprintf('<table:table table:style-name="T%.0f">', $all) . join('', map { my $n = 'K' . sprintf('%.0f', $_ * 100); $state->{columns}{$n} = $_; "<table:table-column table:style-name=\"$n\"/>" } @width);
    for my $r (0 .. $rows - 1) {
        my $height = $t->{heights} ? $t->{heights}[$r] : 0;
        $state->{rows}{$height} = 1 if $height;
        $out .= $height ? "<table:table-row table:style-name=\"B$height\">" : '<table:table-row>';
        for my $k (0 .. $t->{cols} - 1) {
            my $c = $at{$r}{$k} // {rs => 1, cs => 1, blocks => []};
            $out .= '<table:covered-table-cell/>' and next unless $c;
            my $drawn = join '', map { o_shape($_) } @{ $c->{shapes} // [] };
            my $inside = o_blocks([map { $c->{th} && exists $_->{p} ? {%$_, bold => 1} : $_ } @{ $c->{blocks} }], $state) || '<text:p/>';
            $inside =~ s{<text:p([^>]*?)/>}{<text:p$1>$drawn</text:p>} or $inside =~ s{(<text:p[^>]*>)}{$1$drawn} if $drawn;
            $out .= "<table:table-cell table:style-name=\"Sel\" table:number-rows-spanned=\"$c->{rs}\" table:number-columns-spanned=\"$c->{cs}\">$inside</table:table-cell>";
        }
        $out .= '</table:table-row>';
    }
    return "$out</table:table>";
}

sub o_blocks {
    my ($blocks, $state) = @_;
    my $lists = lists($blocks, \$state->{lists});
    my $out = '';
    for my $i (0 .. $#$blocks) {
        my $b = $blocks->[$i];
        my $style = $b->{bold} ? ' text:style-name="Tebal"' : '';
        if ($b->{table}) { $out .= o_table($b, $state) }
        elsif ($b->{page}) { $out .= '<text:p text:style-name="Halaman"/>' }
        elsif (exists $b->{item} && $lists->{$i}) {
            my $l = $lists->{$i}{list};
            my ($open, $close) = ('<text:list>' . '<text:list-item>', '</text:list-item></text:list>');
            my $first = $lists->{$i}{new} ? "xml:id=\"list$l->{id}\"" : "text:continue-list=\"list$l->{id}\"";
            $state->{numbering}{ $l->{id} } = $l;
            $out .= "<text:list text:style-name=\"L$l->{id}\" $first><text:list-item>" . $open x $l->{level} . "<text:p$style>" . o_text($b->{item}) . '</text:p>' . $close x $l->{level} . '</text:list-item></text:list>';
        } elsif ($b->{level}) {
            $out .= "<text:h text:outline-level=\"$b->{level}\">" . o_text($b->{p}) . '</text:h>';
        } else {
            my $text = exists $b->{item} ? join ' ', grep { length } $b->{marker} // '', $b->{item} : $b->{p};
            $out .= "<text:p$style>" . join('', map { o_shape($_) } @{ $b->{shapes} // [] }) . o_text($text) . '</text:p>';
        }
    }
    return $out;
}

sub odt {
    my ($blocks, %more) = @_;
    my $state = {lists => 0, numbering => {}, columns => {}};
    my $body = o_blocks($blocks, $state) . ($more{body} // '');
    my $ns = join ' ', (map { "xmlns:$_->[0]=\"urn:oasis:names:tc:opendocument:xmlns:$_->[1]:1.0\"" } ['office', 'office'], ['text', 'text'], ['table', 'table'], ['draw', 'drawing'],
        ['style', 'style'], ['fo', 'xsl-fo-compatible'], ['svg', 'svg-compatible']), 'xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"';
    my $styles = '<style:style style:name="Tebal" style:family="paragraph"><style:text-properties fo:font-weight="bold"/></style:style>'
        . '<style:style style:name="Halaman" style:family="paragraph"><style:paragraph-properties fo:break-before="page"/></style:style>'
        . join('', map { "<style:style style:name=\"$_->[0]\" style:family=\"graphic\"><style:graphic-properties $_->[1]/></style:style>" }
            ['grSimbol', 'draw:stroke="solid" draw:fill="solid"'], ['grTeks', 'draw:stroke="none" draw:fill="none" fo:border="none"'], ['grGaris', 'draw:stroke="solid"'],
            ['grPanah', 'draw:stroke="solid" draw:marker-end="Panah"'], ['grPutus', 'draw:stroke="dash" draw:marker-end="Panah"'])
        . join('', map { "<style:style style:name=\"$_\" style:family=\"table-column\"><style:table-column-properties style:column-width=\"$state->{columns}{$_}pt\"/></style:style>" } sort keys %{ $state->{columns} })
        . join('', map { "<style:style style:name=\"T$_\" style:family=\"table\"><style:table-properties style:width=\"${_}pt\" table:align=\"left\"/></style:style>" } sort keys %{ $state->{tables} // {} })
        . '<style:style style:name="Sel" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #000000"/></style:style>'
        . join('', map { "<style:style style:name=\"B$_\" style:family=\"table-row\"><style:table-row-properties style:min-row-height=\"${_}pt\"/></style:style>" } sort keys %{ $state->{rows} // {} });
    for my $l (map { $state->{numbering}{$_} } sort { $a <=> $b } keys %{ $state->{numbering} }) {
        my $format = $l->{format} eq 'decimal' ? '1' : 'a';
        $styles .= "<text:list-style style:name=\"L$l->{id}\">" . join('', map { "<text:list-level-style-number text:level=\"$_\" style:num-format=\"$format\" style:num-prefix=\"$l->{before}\" style:num-suffix=\"$l->{after}\" text:start-value=\"$l->{start}\"/>" } 1 .. $l->{level} + 1)
            . '</text:list-style>';
    }
    return package_of(mimetype => 'application/vnd.oasis.opendocument.text',
        'META-INF/manifest.xml' => '<?xml version="1.0" encoding="UTF-8"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/><manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/></manifest:manifest>',
        'content.xml' => "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content $ns office:version=\"1.2\"><office:automatic-styles>$styles" . ($more{styles} // '') . "</office:automatic-styles><office:body><office:text>$body</office:text></office:body></office:document-content>",
        'styles.xml' => "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-styles $ns office:version=\"1.2\"><office:styles><draw:marker draw:name=\"Panah\" svg:viewBox=\"0 0 20 30\" svg:d=\"M10 0l-10 30h20z\"/></office:styles><office:automatic-styles><style:page-layout style:name=\"H\"><style:page-layout-properties fo:page-width=\"842pt\" fo:page-height=\"595pt\" "
            . 'style:print-orientation="landscape" fo:margin-top="50pt" fo:margin-bottom="50pt" fo:margin-left="50pt" fo:margin-right="50pt"/></style:page-layout></office:automatic-styles><office:master-styles>'
            . '<style:master-page style:name="Standard" style:page-layout-name="H"/></office:master-styles></office:document-styles>',
        %{ $more{parts} // {} });
}

# ---- HTML

sub h_blocks {
    my ($blocks) = @_;
    my $out = '';
    for my $block (@$blocks) {
        if ($block->{table}) {
            my (%rows, $last);
            push @{ $rows{ $_->{row} } }, $_ for @{ $block->{table} };
            ($last) = sort { $b <=> $a } keys %rows;
            $out .= '<table>';
            for my $r (0 .. $last) {
                $out .= '<tr>' . join('', map { my $t = $_->{th} ? 'th' : 'td'; "<$t rowspan=\"$_->{rs}\" colspan=\"$_->{cs}\">" . h_blocks($_->{blocks}) . "</$t>" } @{ $rows{$r} // [] }) . "</tr>\n";
            }
            $out .= "</table>\n";
        } elsif ($block->{page}) {
            $out .= '<div style="page-break-before: always"></div>';
        } else {
            my $text = exists $block->{item} ? join ' ', grep { length } $block->{marker} // '', $block->{item} : $block->{p};
            $text = join '<br>', map { esc($_) } split /\n/, $text, -1;
            $text = "<b>$text</b>" if $block->{bold};
            my $tag = $block->{level} ? 'h' . ($block->{level} > 6 ? 6 : $block->{level}) : 'p';
            $out .= "<$tag>$text</$tag>\n";
        }
    }
    return $out;
}

sub html { '<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>' . h_blocks($_[0]) . '</body></html>' }

1;
