# What happens to documents on their way: a scanner's confusions, labels that are lost, pages that are cut, columns that change places,
# heads that are dropped. Every kind takes (blocks or text, random) and gives the same anew.
package Damage;
use strict;
use warnings;
use utf8;

my %like = (
    a => ['o', 'e', '@'], b => ['h', '6'], c => ['e', '('], d => ['cl', 'a'], e => ['c', 'o'], f => ['t', 'l'], g => ['q', '9'], h => ['b', 'n'],
    i => ['l', '1', '!'], j => ['i', ';'], k => ['lc', 'h'], l => ['1', 'i', '|'], m => ['rn', 'n'], n => ['r', 'u', 'ri'], o => ['0', 'a'],
    p => ['o', 'n'], r => ['n', 't'], s => ['5', 'a'], t => ['f', 'l', '+'], u => ['n', 'v', 'ii'], v => ['y', 'u'], w => ['vv', 'm'], y => ['v', 'g'],
    0 => ['O', '6'], 1 => ['l', 'I', '7'], 2 => ['Z', '7'], 3 => ['8', '5'], 4 => ['A', '9'], 5 => ['S', '6'], 6 => ['8', 'b'], 7 => ['1', '/'],
    8 => ['3', 'B'], 9 => ['g', '0'], '.' => [',', ''], ',' => ['.', ''], ':' => [';', '', '.'],
);
my @dirt = ('|', '~', "'", '`', '_', '^', '\\', '=', '»', '§');

# `share` of the characters that are no white space.
sub scan {
    my ($text, $random, $share) = @_;
    my $out = '';
    for my $c (split //, $text) {
        if ($c =~ /\s/ || $random->() >= $share) { $out .= $c; next }
        my $what = $random->();
        my $alike = $like{ lc $c };
        if ($alike && $what < 0.72) {
            my $d = $alike->[ int $random->() * @$alike ];
            $out .= $c =~ /[A-Z]/ && $random->() < 0.6 ? uc $d : $d;
        } elsif ($what < 0.82) { next }
        elsif ($what < 0.92) { $out .= $c . $dirt[ int $random->() * @dirt ] }
        else { $out .= "$c " }
    }
    return $out;
}

# The labels of some fields and sections are gone; what they held stands there still.
sub labels {
    my ($blocks, $random, $share) = @_;
    return [map { ($_->[0] eq 'pair' || $_->[0] eq 'list') && $random->() < $share ? lost($_) : $_ } @$blocks];
}
sub lost {
    my ($kind, undef, @rest) = @{ $_[0] };
    return [text => map { ' ' x 22 . $_ } @rest] if $kind eq 'pair';
    return [text => '', @rest > 1 ? map({ $_ + 1 . ". $rest[$_]" } 0 .. $#rest) : @rest];
}

# From some line on, or up to some line, everything is gone; a page may end in the middle.
sub cut {
    my ($text, $random) = @_;
    my @lines = split /\n/, $text;
    my $n = @lines;
    my ($from, $to) = (0, $n);
    if ($random->() < 0.5) { $to = int($n * (0.3 + 0.6 * $random->())) } else { $from = int($n * (0.1 + 0.5 * $random->())) }
    @lines = @lines[$from .. $to - 1];
    splice @lines, int($random->() * @lines), 0, "\f" if @lines && $random->() < 0.5;
    return join "\n", @lines, '';
}

# Two columns of a table change places, or the head loses one name.
sub swap {
    my ($blocks, $random) = @_;
    return [map {
        my ($kind, $heads, @rows) = @$_;
        if ($kind eq 'table' && @{ $rows[0] } > 2) {
            my $a = int $random->() * @{ $rows[0] };
            my $b = ($a + 1 + int $random->() * ($#{ $rows[0] })) % @{ $rows[0] };
            my $whole = $random->() < 0.6; # heads go along
            @rows = map { my @r = @{ $rows[$_] }; @r[$a, $b] = @r[$b, $a] if $whole || $_ >= $heads; \@r } 0 .. $#rows;
        }
        $kind eq 'table' ? [$kind, $heads, @rows] : $_;
    } @$blocks];
}
sub heads {
    my ($blocks, $random) = @_;
    return [map {
        my ($kind, $heads, @rows) = @$_;
        if ($kind eq 'table' && $heads) {
            if ($random->() < 0.5) { splice @rows, int($random->() * $heads), 1; $heads-- }
            else {
                my $col = int $random->() * @{ $rows[0] };
                $rows[$_] = [map { $_ } @{ $rows[$_] }], $rows[$_][$col] = '' for 0 .. $heads - 1;
            }
        }
        $kind eq 'table' ? [$kind, $heads, @rows] : $_;
    } @$blocks];
}
1;
