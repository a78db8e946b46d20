# Documents as blocks, and blocks as text. A block is [text => LINE …], [table => HEAD_ROWS, [CELL …] …] or [pair => LABEL, VALUE] (a field
# of an identity block) or [list => LABEL, ITEM …] (one of its sections).
package Page;
use strict;
use warnings;
use utf8;

sub wrap {
    my ($text, $width) = @_;
    my @lines = ('');
    for my $word (split ' ', $text) {
        while (length $word > $width) { # no column is narrower than its longest word, but names may be
            push @lines, '' if length $lines[-1];
            $lines[-1] = substr $word, 0, $width, '';
        }
        if (!length $lines[-1]) { $lines[-1] = $word }
        elsif (length($lines[-1]) + 1 + length $word <= $width) { $lines[-1] .= " $word" }
        else { push @lines, $word }
    }
    return @lines;
}

# One row over several lines; `middle` centres each cell in the height of the row.
sub row_lines {
    my ($cells, $widths, $middle) = @_;
    my @cells = map { [wrap($cells->[$_] // '', $widths->[$_])] } 0 .. $#$widths;
    my $height = 0;
    for (@cells) { $height = @$_ if @$_ > $height }
    my @out;
    for my $line (0 .. $height - 1) {
        my $text = ' ';
        for my $col (0 .. $#$widths) {
            my $at = $line - ($middle ? int(($height - @{ $cells[$col] }) / 2) : 0);
            my $part = $at >= 0 ? $cells[$col][$at] // '' : '';
            $text .= ' ' . $part . ' ' x ($widths->[$col] - length $part) . '  ';
        }
        push @out, $text =~ s/\s+$//r;
    }
    return @out;
}

sub widths {
    my ($rows, $narrow) = @_;
    my @w;
    for my $row (@$rows) {
        for my $col (0 .. $#$row) {
            my $n = length $row->[$col];
            $n = $narrow if $n > $narrow;
            for (split ' ', $row->[$col]) { $n = length if length > $n }
            $w[$col] //= 1;
            $w[$col] = $n if $n > $w[$col];
        }
    }
    return \@w;
}

sub table {
    my ($block, $how) = @_;
    my (undef, $heads, @rows) = @$block;
    return map { join("\t", @$_) } @rows if $how->{as} eq 'tab';
    if ($how->{as} eq 'pipe') {
        my @out = map { '| ' . join(' | ', @$_) . ' |' } @rows;
        splice @out, $heads, 0, '|' . '---|' x @{ $rows[0] } if $heads;
        return @out;
    }
    my $w = widths(\@rows, $how->{narrow});
    my @out;
    for my $i (0 .. $#rows) {
        push @out, '' if $i >= $heads && $how->{apart};
        push @out, row_lines($rows[$i], $w, $how->{middle} && $i >= $heads);
    }
    return @out;
}

sub text {
    my ($blocks, $how) = @_;
    my @out;
    for my $b (@$blocks) {
        my ($kind, @rest) = @$b;
        if ($kind eq 'table') { push @out, '', table($b, $how), '' }
        elsif ($kind eq 'pair') {
            my ($label, $value, @more) = @rest;
            my $cell = join ' <br> ', $value, @more;
            push @out, $how->{as} eq 'tab' ? "$label\t$cell" : $how->{as} eq 'pipe' ? "| $label | $cell |"
                : (sprintf('%-20s: %s', $label, $value), map { ' ' x 22 . $_ } @more);
        } elsif ($kind eq 'list') {
            my ($label, @items) = @rest;
            push @out, '', $label, @items > 1 ? map({ $_ + 1 . ". $items[$_]" } 0 .. $#items) : @items;
        } else { push @out, @rest }
    }
    return join "\n", @out, '';
}
1;
