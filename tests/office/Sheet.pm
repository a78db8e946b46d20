# Workbooks (XLSX) made of the blocks of Office.pm: one block below the other on one sheet, a blank row between them.
#
# Sheet::xlsx([[NAME, BLOCKS, DRAWING], …]): a drawing is a list of
#   {id, kind, cell => [ROW, COL], text}  a shape in the middle of a cell (rows and columns of the sheet, from 0), or
#   {line => 'straight'|'elbow', from => ID, to => ID, head => 1, dashed => 1}, or {kind => 'teks', at => [X, Y], text}.
package Sheet;
use strict;
use warnings;
use utf8;
use Office;

our ($ROW, $COL) = (60, 90); # points: how high rows and how wide columns are

sub ref_of { my ($row, $col) = @_; my $s = ''; for (my $c = $col + 1; $c; $c = int(($c - 1) / 26)) { $s = chr(65 + ($c - 1) % 26) . $s } $s . ($row + 1) }

sub text_of {
    my ($blocks) = @_;
    return join "\n", map { exists $_->{item} ? join ' ', grep { length } $_->{marker} // '', $_->{item} : $_->{p} // '' } @$blocks;
}

# Cells by row and column: [text, bold, framed], the merged ranges, and where each table begins.
sub grid_of {
    my ($blocks) = @_;
    my (%cells, @merged, @tables);
    my ($row, $width) = (0, 1);
    for my $b (@$blocks) {
        if ($b->{table}) {
            $row++ if $row;
            push @tables, $row;
            my $rows = 0;
            for my $c (@{ $b->{table} }) {
                $cells{ $row + $c->{row} }{ $c->{col} } = [text_of($c->{blocks}), $c->{th}, 1];
                push @merged, ref_of($row + $c->{row}, $c->{col}) . ':' . ref_of($row + $c->{row} + $c->{rs} - 1, $c->{col} + $c->{cs} - 1) if $c->{rs} > 1 || $c->{cs} > 1;
                for my $r (0 .. $c->{rs} - 1) { for my $k (0 .. $c->{cs} - 1) { $cells{ $row + $c->{row} + $r }{ $c->{col} + $k } //= ['', 0, 1] } }
                $rows = $c->{row} + $c->{rs} if $c->{row} + $c->{rs} > $rows;
            }
            $row += $rows + 1;
        } elsif (!$b->{page}) {
            $cells{$row}{0} = [text_of([$b]), $b->{bold} || $b->{level}, 0];
            $row++;
        }
    }
    return (\%cells, \@merged, \@tables);
}

my %preset = (terminator => 'flowChartTerminator', proses => 'flowChartProcess', keputusan => 'flowChartDecision', konektor => 'homePlate',
              dokumen => 'flowChartDocument', lingkaran => 'flowChartConnector');
my $main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
my $rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

sub emu { int($_[0] * 12700 + 0.5) }

sub anchor {
    my ($x, $y, $w, $h, $inside) = @_;
    my $mark = sub { my ($name, $px, $py) = @_; my ($c, $r) = (int($px / $COL), int($py / $ROW));
        "<xdr:$name><xdr:col>$c</xdr:col><xdr:colOff>" . emu($px - $c * $COL) . "</xdr:colOff><xdr:row>$r</xdr:row><xdr:rowOff>" . emu($py - $r * $ROW) . "</xdr:rowOff></xdr:$name>" };
    return '<xdr:twoCellAnchor>' . $mark->('from', $x, $y) . $mark->('to', $x + $w, $y + $h) . $inside . '<xdr:clientData/></xdr:twoCellAnchor>';
}

sub drawing {
    my ($things) = @_;
    my ($out, %middle) = ('');
    my ($w, $h) = (60, 30);
    for my $s (grep { $_->{cell} } @$things) {
        my ($x, $y) = (($s->{cell}[1] + 0.5) * $COL, ($s->{cell}[0] + 0.5) * $ROW + ($s->{down} // 0));
        $middle{ $s->{id} } = [$x, $y];
        $out .= anchor($x - $w / 2, $y - $h / 2, $w, $h, "<xdr:sp><xdr:nvSpPr><xdr:cNvPr id=\"$s->{id}\" name=\"S$s->{id}\"/><xdr:cNvSpPr/></xdr:nvSpPr><xdr:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"9\" cy=\"9\"/></a:xfrm>"
            . "<a:prstGeom prst=\"$preset{$s->{kind}}\"><a:avLst/></a:prstGeom><a:ln><a:solidFill><a:srgbClr val=\"000000\"/></a:solidFill></a:ln></xdr:spPr>"
            . '<xdr:txBody><a:bodyPr/><a:p>' . (defined $s->{text} ? '<a:r><a:t>' . Office::esc($s->{text}) . '</a:t></a:r>' : '') . '</a:p></xdr:txBody></xdr:sp>');
    }
    my $id = 1000;
    for my $s (grep { $_->{line} } @$things) {
        my @p = map { $middle{ $s->{$_} } } 'from', 'to';
        my ($x0, $x1) = sort { $a <=> $b } $p[0][0], $p[1][0];
        my ($y0, $y1) = sort { $a <=> $b } $p[0][1], $p[1][1];
        my $flip = ($p[0][0] > $p[1][0] ? ' flipH="1"' : '') . ($p[0][1] > $p[1][1] ? ' flipV="1"' : '');
        my $glue = $s->{loose} ? '' : "<a:stCxn id=\"$s->{from}\" idx=\"2\"/><a:endCxn id=\"$s->{to}\" idx=\"0\"/>";
        $id++;
        $out .= anchor($x0, $y0, $x1 - $x0, $y1 - $y0, "<xdr:cxnSp><xdr:nvCxnSpPr><xdr:cNvPr id=\"$id\" name=\"C$id\"/><xdr:cNvCxnSpPr>$glue</xdr:cNvCxnSpPr></xdr:nvCxnSpPr><xdr:spPr><a:xfrm$flip><a:off x=\"0\" y=\"0\"/><a:ext cx=\"9\" cy=\"9\"/></a:xfrm>"
            . '<a:prstGeom prst="' . ($s->{line} eq 'elbow' ? 'bentConnector3' : 'straightConnector1') . '"><a:avLst/></a:prstGeom><a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill>' . ($s->{dashed} ? '<a:prstDash val="dash"/>' : '')
            . ($s->{head} // 1 ? '<a:tailEnd type="triangle"/>' : '') . '</a:ln></xdr:spPr></xdr:cxnSp>');
    }
    for my $s (grep { $_->{at} } @$things) {
        $id++;
        $out .= anchor($s->{at}[0], $s->{at}[1], 26, 14, "<xdr:sp><xdr:nvSpPr><xdr:cNvPr id=\"$id\" name=\"TextBox $id\"/><xdr:cNvSpPr txBox=\"1\"/></xdr:nvSpPr><xdr:spPr><a:prstGeom prst=\"rect\"/><a:noFill/><a:ln><a:noFill/></a:ln></xdr:spPr>"
            . '<xdr:txBody><a:bodyPr/><a:p><a:r><a:t>' . Office::esc($s->{text}) . '</a:t></a:r></a:p></xdr:txBody></xdr:sp>');
    }
    return $out;
}

sub sheet_xml {
    my ($cells, $merged, $drawn, $more) = @_;
    my $rows = '';
    my ($last) = sort { $b <=> $a } keys %$cells, 0;
    for my $r (0 .. $last) {
        my $in = $cells->{$r} // {};
        $rows .= '<row r="' . ($r + 1) . "\" ht=\"$ROW\" customHeight=\"1\">" . join('', map {
            my ($text, $bold, $framed) = @{ $in->{$_} };
            my $s = ($bold ? 1 : 0) + ($framed ? 2 : 0);
            $text =~ /^\d+$/ && $text !~ /^0\d/ ? '<c r="' . ref_of($r, $_) . "\" s=\"$s\"><v>$text</v></c>"
                : length $text ? '<c r="' . ref_of($r, $_) . "\" s=\"$s\" t=\"inlineStr\"><is><t xml:space=\"preserve\">" . Office::esc($text) . '</t></is></c>'
                : '<c r="' . ref_of($r, $_) . "\" s=\"$s\"/>"
        } sort { $a <=> $b } keys %$in) . '</row>';
    }
    return "<worksheet xmlns=\"$main\" xmlns:r=\"$rel\"><cols><col min=\"1\" max=\"60\" width=\"" . $COL / 5.25 . "\" customWidth=\"1\"/></cols><sheetData>$rows</sheetData>"
        . (@$merged ? '<mergeCells>' . join('', map { "<mergeCell ref=\"$_\"/>" } @$merged) . '</mergeCells>' : '') . ($drawn ? '<drawing r:id="d"/>' : '') . ($more // '') . '</worksheet>';
}

sub xlsx {
    my ($sheets, %more) = @_;
    my $type = 'application/vnd.openxmlformats-officedocument';
    my (@parts, $types, $names, $rels);
    ($types, $names, $rels) = ('', '', '');
    for my $i (1 .. @$sheets) {
        my ($name, $blocks, $drawing) = @{ $sheets->[$i - 1] };
        my ($cells, $merged) = grid_of($blocks);
        push @parts, "xl/worksheets/sheet$i.xml", sheet_xml($cells, $merged, $drawing);
        push @parts, "xl/worksheets/_rels/sheet$i.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"d\" Type=\"$rel/drawing\" Target=\"../drawings/drawing$i.xml\"/>" . ($more{relations} // '') . '</Relationships>',
            "xl/drawings/drawing$i.xml", '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">' . drawing($drawing) . '</xdr:wsDr>' if $drawing;
        $types .= "<Override PartName=\"/xl/worksheets/sheet$i.xml\" ContentType=\"$type.spreadsheetml.worksheet+xml\"/>" . ($drawing ? "<Override PartName=\"/xl/drawings/drawing$i.xml\" ContentType=\"$type.drawing+xml\"/>" : '');
        $names .= '<sheet name="' . Office::esc($name) . "\" sheetId=\"$i\" r:id=\"s$i\"/>";
        $rels .= "<Relationship Id=\"s$i\" Type=\"$rel/worksheet\" Target=\"worksheets/sheet$i.xml\"/>";
    }
    my $styles = "<styleSheet xmlns=\"$main\"><fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font><font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts><fills count=\"1\"><fill><patternFill patternType=\"none\"/></fill></fills>"
        . '<borders count="2"><border/><border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4">'
        . join('', map { my $i = $_; '<xf numFmtId="0" fontId="' . ($i & 1) . '" fillId="0" borderId="' . ($i >> 1) . '" xfId="0" applyFont="1" applyBorder="1"/>' } 0 .. 3) . '</cellXfs></styleSheet>';
    return Office::package_of(
        '[Content_Types].xml' => "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            . "<Override PartName=\"/xl/workbook.xml\" ContentType=\"$type.spreadsheetml.sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"$type.spreadsheetml.styles+xml\"/>$types" . ($more{types} // '') . '</Types>',
        '_rels/.rels' => "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"a\" Type=\"$rel/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>",
        'xl/workbook.xml' => "<workbook xmlns=\"$main\" xmlns:r=\"$rel\"><sheets>$names</sheets></workbook>",
        'xl/_rels/workbook.xml.rels' => "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"y\" Type=\"$rel/styles\" Target=\"styles.xml\"/>$rels</Relationships>",
        'xl/styles.xml' => $styles, @parts, %{ $more{parts} // {} });
}

# ---- OpenDocument: the same sheets

my %odf = (terminator => 'flowchart-terminator', proses => 'flowchart-process', keputusan => 'flowchart-decision', konektor => 'flowchart-off-page-connector',
           dokumen => 'flowchart-document', lingkaran => 'flowchart-connector');

sub odf_drawing {
    my ($things) = @_;
    my ($out, %middle) = ('');
    my ($w, $h) = (60, 30);
    for my $s (@$things) {
        if ($s->{cell}) {
            my ($x, $y) = (($s->{cell}[1] + 0.5) * $COL, ($s->{cell}[0] + 0.5) * $ROW + ($s->{down} // 0));
            $middle{ $s->{id} } = [$x, $y];
            $out .= "<draw:custom-shape draw:style-name=\"g\" draw:id=\"id$s->{id}\" svg:x=\"" . ($x - $w / 2) . 'pt" svg:y="' . ($y - $h / 2) . "pt\" svg:width=\"${w}pt\" svg:height=\"${h}pt\">"
                . (defined $s->{text} ? '<text:p>' . Office::esc($s->{text}) . '</text:p>' : '<text:p/>') . "<draw:enhanced-geometry draw:type=\"$odf{$s->{kind}}\"/></draw:custom-shape>";
        } elsif ($s->{line}) {
            my @p = map { @{ $middle{ $s->{$_} } // [0, 0] } } 'from', 'to';
            my $glue = $s->{loose} ? '' : " draw:start-shape=\"id$s->{from}\" draw:end-shape=\"id$s->{to}\"";
            my $style = ($s->{head} // 1 ? 'h' : 'n') . ($s->{dashed} ? 'd' : '');
            my @mm = map { $_ * 2540 / 72 } @p;
            my $half = ($mm[2] - $mm[0]) / 2;
            $out .= "<draw:connector draw:style-name=\"$style\"$glue svg:x1=\"$p[0]pt\" svg:y1=\"$p[1]pt\" svg:x2=\"$p[2]pt\" svg:y2=\"$p[3]pt\" svg:d=\"M$mm[0] $mm[1]h${half}V$mm[3]H$mm[2]\"/>";
        } else {
            $out .= "<draw:frame draw:style-name=\"t\" svg:x=\"$s->{at}[0]pt\" svg:y=\"$s->{at}[1]pt\" svg:width=\"26pt\" svg:height=\"14pt\"><draw:text-box><text:p>" . Office::esc($s->{text}) . '</text:p></draw:text-box></draw:frame>';
        }
    }
    return $out;
}

sub ods {
    my ($sheets) = @_;
    my $tables = '';
    for (@$sheets) {
        my ($name, $blocks, $drawing) = @$_;
        my ($cells, $merged) = grid_of($blocks);
        my (%span, %covered);
        for (@$merged) {
            my ($c0, $r0, $c1, $r1) = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/;
            my @c = map { my $n = 0; $n = $n * 26 + ord($_) - 64 for split //; $n - 1 } $c0, $c1;
            $span{ $r0 - 1 }{ $c[0] } = [$r1 - $r0 + 1, $c[1] - $c[0] + 1];
            for my $r ($r0 - 1 .. $r1 - 1) { for my $c ($c[0] .. $c[1]) { $covered{$r}{$c} = 1 unless $r == $r0 - 1 && $c == $c[0] } }
        }
        my ($last) = sort { $b <=> $a } keys %$cells, 0;
        my $rows = '';
        for my $r (0 .. $last) {
            my $in = $cells->{$r} // {};
            my ($right) = sort { $b <=> $a } keys %$in, 0;
            $rows .= '<table:table-row table:style-name="r">';
            for my $c (0 .. $right) {
                if ($covered{$r}{$c}) { $rows .= '<table:covered-table-cell/>'; next }
                my ($text, $bold, $framed) = @{ $in->{$c} // ['', 0, 0] };
                my $s = $span{$r}{$c} ? " table:number-rows-spanned=\"$span{$r}{$c}[0]\" table:number-columns-spanned=\"$span{$r}{$c}[1]\"" : '';
                $rows .= "<table:table-cell table:style-name=\"c" . ($bold ? 1 : 0) . ($framed ? 1 : 0) . "\"$s>" . (length $text ? join '', map { '<text:p>' . Office::esc($_) . '</text:p>' } split /\n/, $text : '') . '</table:table-cell>';
            }
            $rows .= '<table:table-cell table:number-columns-repeated="' . (16384 - $right - 1) . '"/></table:table-row>';
        }
        $tables .= '<table:table table:name="' . Office::esc($name) . '">' . ($drawing ? '<table:shapes>' . odf_drawing($drawing) . '</table:shapes>' : '')
            . "<table:table-column table:style-name=\"k\" table:number-columns-repeated=\"16384\"/>$rows<table:table-row table:number-rows-repeated=\"" . (1048576 - $last - 1) . '"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>';
    }
    my $line = '<style:graphic-properties draw:stroke="solid" draw:fill="none"';
    my $styles = join('', map { my ($b, $f) = @$_; "<style:style style:name=\"c$b$f\" style:family=\"table-cell\">" . ($f ? '<style:table-cell-properties fo:border="0.75pt solid #000000"/>' : '') . ($b ? '<style:text-properties fo:font-weight="bold"/>' : '') . '</style:style>' } [0, 0], [0, 1], [1, 0], [1, 1])
        . "<style:style style:name=\"r\" style:family=\"table-row\"><style:table-row-properties style:row-height=\"${ROW}pt\"/></style:style><style:style style:name=\"k\" style:family=\"table-column\"><style:table-column-properties style:column-width=\"${COL}pt\"/></style:style>"
        . '<style:style style:name="g" style:family="graphic"><style:graphic-properties draw:stroke="solid" draw:fill="solid"/></style:style><style:style style:name="t" style:family="graphic"><style:graphic-properties draw:stroke="none" draw:fill="none"/></style:style>'
        . "<style:style style:name=\"n\" style:family=\"graphic\">$line/></style:style><style:style style:name=\"h\" style:family=\"graphic\">$line draw:marker-end=\"Panah\"/></style:style><style:style style:name=\"hd\" style:family=\"graphic\"><style:graphic-properties draw:stroke=\"dash\" draw:marker-end=\"Panah\"/></style:style>";
    my $spaces = join ' ', map { "xmlns:$_->[0]=\"urn:oasis:names:tc:opendocument:xmlns:$_->[1]:1.0\"" } ['office', 'office'], ['table', 'table'], ['text', 'text'], ['draw', 'drawing'], ['style', 'style'], ['svg', 'svg-compatible'], ['fo', 'xsl-fo-compatible'];
    return Office::package_of(mimetype => 'application/vnd.oasis.opendocument.spreadsheet',
        'content.xml' => "<office:document-content $spaces office:version=\"1.2\"><office:automatic-styles>$styles</office:automatic-styles><office:body><office:spreadsheet>$tables</office:spreadsheet></office:body></office:document-content>",
        'META-INF/manifest.xml' => '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>'
            . '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>');
}

1;
