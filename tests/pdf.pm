# A small writer of PDFs for tests: pages are given as content streams; words and rules have helpers. Lengths in points, y downwards.
package pdf;
use strict;
use warnings;
use Exporter 'import';
our @EXPORT = qw(pdf text rule box grid picture);

our $HEIGHT = 595;
sub escaped { my ($s) = @_; $s =~ s/([\\()])/\\$1/g; $s }
# A word or line of text that begins at (x, y of the base line).
sub text { my ($x, $y, $s, %o) = @_; sprintf "BT /%s %g Tf 1 0 0 1 %.3f %.3f Tm (%s) Tj ET\n", $o{bold} ? 'B' : 'R', $o{size} // 9, $x, $HEIGHT - $y, escaped($s) }
# A filled rectangle as thin as a line.
sub rule { my ($x0, $y0, $x1, $y1, $t) = @_; $t //= 0.5; sprintf "%.3f %.3f %.3f %.3f re f\n", $x0 - $t / 2, $HEIGHT - $y1 - $t / 2, $x1 - $x0 + $t, $y1 - $y0 + $t }
sub box { my ($x0, $y0, $x1, $y1, $op) = @_; sprintf "%.3f %.3f %.3f %.3f re %s\n", $x0, $HEIGHT - $y1, $x1 - $x0, $y1 - $y0, $op // 'S' }
# A grey picture over a rectangle.
sub picture { my ($x0, $y0, $x1, $y1) = @_; sprintf "q %.3f 0 0 %.3f %.3f %.3f cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q\n", $x1 - $x0, $y1 - $y0, $x0, $HEIGHT - $y1 }
# A table: lists of x and y, and rows of cell texts (undef: the cell goes on from the left; several lines in a list).
sub grid {
    my ($xs, $ys, @rows) = @_;
    my $s = join '', map { rule($xs->[0], $_, $xs->[-1], $_) } @$ys;
    for my $j (0 .. $#$ys - 1) {
        for my $i (0 .. $#$xs) { $s .= rule($xs->[$i], $ys->[$j], $xs->[$i], $ys->[$j + 1]) if $i == 0 || $i == $#$xs || defined $rows[$j][$i] }
        for my $i (0 .. $#$xs - 1) {
            my $line = 0;
            $s .= text($xs->[$i] + 3, $ys->[$j] + 11 + 10 * $line++, $_) for grep { defined && length } ref $rows[$j][$i] ? @{ $rows[$j][$i] } : $rows[$j][$i];
        }
    }
    $s;
}

# The bytes of a PDF. Pages are contents, or [contents, {extra entries of the page}]. Further objects (numbered from 5 on, before the pages) and
# entries of the trailer: pdf({objects => [..], trailer => '..'}, pages).
sub pdf {
    my $o = ref $_[0] eq 'HASH' ? shift : {};
    my (@pages) = @_;
    my $out = "%PDF-1.4\n%\xE2\xE3\xCF\xD3\n";
    my @at;
    my $object = sub { push @at, length $out; $out .= @at . " 0 obj\n$_[0]\nendobj\n" };
    my $first = 5 + @{ $o->{objects} || [] };
    $object->('<< /Type /Catalog /Pages 2 0 R >>');
    $object->('<< /Type /Pages /Kids [' . join(' ', map { $first + 2 * $_ . ' 0 R' } 0 .. $#pages) . '] /Count ' . @pages . ' >>');
    $object->('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>');
    $object->('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>');
    $object->($_) for @{ $o->{objects} || [] };
    for my $i (0 .. $#pages) {
        my ($content, $extra) = ref $pages[$i] ? @{ $pages[$i] } : ($pages[$i], {});
        my %entries = (MediaBox => "[0 0 842 $HEIGHT]", Resources => '<< /Font << /R 3 0 R /B 4 0 R >> >>', %$extra);
        $object->('<< /Type /Page /Parent 2 0 R /Contents ' . ($first + 2 * $i + 1) . ' 0 R ' . join(' ', map { "/$_ $entries{$_}" } sort keys %entries) . ' >>');
        $object->('<< /Length ' . length($content) . " >>\nstream\n$content\nendstream");
    }
    my $xref = length $out;
    $out .= "xref\n0 " . (@at + 1) . "\n0000000000 65535 f \n" . join('', map { sprintf "%010d 00000 n \n", $_ } @at);
    $out . 'trailer << /Size ' . (@at + 1) . ' /Root 1 0 R ' . ($o->{trailer} // '') . " >>\nstartxref\n$xref\n%%EOF\n";
}
1;
