#!/usr/bin/perl
# Correct documents of the corpus as converters and scanners leave them: whatever becomes of the text, nothing may be called wrong that is
# right in the document. No galat that the document itself does not have, and at most one peringatan in fifty variants.
# TORTURE_KEEP=FOLDER keeps the variants there.
use strict;
use warnings;
use utf8;
use File::Temp qw(tempdir);
use Test::More;
use FindBin;
use lib "$FindBin::Bin/torture";
use Corpus;
use Damage;
use Page;

chdir "$FindBin::Bin/.." or die;
my $patuh = $ENV{PLAIN} // 'build/patuh';
my @today = ('--today', '2025-06-30');
my $folder = $ENV{TORTURE_KEEP} // tempdir(CLEANUP => 1);
mkdir $folder;

# A generator of its own: the same numbers everywhere. Park and Miller, "Random number generators: good ones are hard to find" (1988).
sub random { my $state = $_[0] % 2147483646 + 1; return sub { $state = $state * 16807 % 2147483647; return ($state - 1) / 2147483646 } }

my @layouts = (
    {as => 'pipe'}, {as => 'tab'},
    map({ my $n = $_; map { { as => 'blanks', narrow => $n, apart => $_ & 1, middle => $_ & 2 } } 0 .. 3 } 10, 16, 24),
);
my %damage = (
    none   => sub { Page::text($_[0], $_[2]) },
    scan1  => sub { Damage::scan(Page::text($_[0], $_[2]), $_[1], 0.01) },
    scan3  => sub { Damage::scan(Page::text($_[0], $_[2]), $_[1], 0.03) },
    scan10 => sub { Damage::scan(Page::text($_[0], $_[2]), $_[1], 0.10) },
    labels => sub { Page::text(Damage::labels($_[0], $_[1], 0.3), $_[2]) },
    cut    => sub { Damage::cut(Page::text($_[0], $_[2]), $_[1]) },
    swap   => sub { Page::text(Damage::swap($_[0], $_[1]), $_[2]) },
    heads  => sub { Page::text(Damage::heads($_[0], $_[1]), $_[2]) },
);
my @sops = glob('corpus/definisi/{contoh-sop,peminjaman-arsip,penanganan-surat-masuk,reviu-laporan-kinerja}.yaml');
my @reports = grep { !/ribuan/ } glob('corpus/lkjip/benar-*.{md,txt}'); # all that have a row on a line

my (%count, %file);
sub variants {
    my ($kind, $name, $blocks, $seeds) = @_;
    for my $l (0 .. $#layouts) {
        for my $d (sort keys %damage) {
            for my $seed (1 .. ($d eq 'none' ? 1 : $seeds)) {
                my $random = random($seed * 7919 + $l * 131 + length($name) * 17 + unpack('%32C*', "$name$d"));
                $random->() for 1 .. 3;
                my $text = $damage{$d}->($blocks, $random, $layouts[$l]);
                my $file = "$kind-$name-$l-$d-$seed.txt";
                open my $f, '>:encoding(UTF-8)', "$folder/$file" or die;
                print $f $text;
                close $f or die;
                $count{$kind}{$d}{variants}++;
                $file{$file} = [$kind, $d];
            }
        }
    }
}
for (@sops) {
    my ($name) = m{([^/]+)\.yaml$};
    variants('sop', $name, Corpus::sop(do { local $/; open my $p, '-|:encoding(UTF-8)', $patuh, 'dump', @today, $_ or die; <$p> }), 4);
}
for (@reports) {
    my ($name) = m{([^/]+)\.\w+$};
    variants('lkjip', $name, Corpus::report(Corpus::slurp($_)), 2);
}

# One process for all; rules over several files have nothing to say here.
my (%rules, $last);
open my $p, '-|:encoding(UTF-8)', $patuh, 'check', '--quiet', '--fail-on', 'never', @today, '--ignore', 'KT004,KT006,KT007,UM', $folder or die;
while (<$p>) {
    next if /\[UM\d+\]$/; # that a text is not recognised any more accuses nobody
    next unless m{([^/]+\.txt)[^/]*: (galat|peringatan): .*\[(\w+)\]$} && $file{$1};
    my ($kind, $d) = @{ $file{$1} };
    $count{$kind}{$d}{$2}++;
    push @{ $rules{"$kind $2 $3"} }, $1;
}
close $p;

my (%sum, $all);
for my $kind (sort keys %count) {
    for my $d (sort keys %{ $count{$kind} }) {
        my $c = $count{$kind}{$d};
        diag sprintf '%-6s %-7s %5d variants, %4d galat, %4d peringatan', $kind, $d, $c->{variants}, $c->{galat} // 0, $c->{peringatan} // 0;
        $sum{$kind}{$_} += $c->{$_} // 0 for qw(variants galat peringatan);
        $all += $c->{variants};
    }
}
if ($ENV{TORTURE_KEEP}) { diag sprintf '%4d %s, first in %s', scalar @{ $rules{$_} }, $_, $rules{$_}[0] for sort { @{ $rules{$b} } <=> @{ $rules{$a} } } keys %rules }
cmp_ok $all, '>=', 2000, 'two thousand variants';
for my $kind (sort keys %sum) {
    is $sum{$kind}{galat}, 0, "$kind: no galat that the document does not have";
    cmp_ok $sum{$kind}{peringatan} * 50, '<=', $sum{$kind}{variants}, "$kind: at most one peringatan in fifty variants";
}
done_testing;
