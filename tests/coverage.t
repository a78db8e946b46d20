#!/usr/bin/perl
# The table of provisions: its rules exist, no rule that rests on the regulation is left out, nine of ten checkable provisions are looked at.
use strict;
use warnings;
use FindBin;
use Test::More;
chdir "$FindBin::Bin/.." or die;
my $patuh = $ENV{PATUH} // 'build/san/patuh';

sub slurp { open my $f, '<', $_[0] or die "$_[0]: $!"; local $/; <$f> }
sub none { my ($name, @bad) = @_; ok(!@bad, $name) or diag(join "\n", @bad) }

my %file = map { m{/([A-Z]{2}\d{3})-} ? ($1 => $_) : () } glob 'rules/*/*.yaml';
my %listed_in = ('rules/coverage.yaml' => ['PermenPANRB 35/2012', 'F'], 'rules/coverage-lkjip.yaml' => ['PermenPANRB 53/2014', 'L']);
my (@sums, $lines_wanted);
for my $file (sort { $b cmp $a } keys %listed_in) { # 35/2012 first, as it is printed
    my ($regulation, $letter) = @{ $listed_in{$file} };
    my @provisions = slurp($file) =~ /^  - (\{number: .*(?:\n     .*)*)/mg;
    my (%seen, %listed, @broken, @unknown, @silent);
    my ($checkable, $covered) = (0, 0);
    for (@provisions) {
        my ($number, $id, $en, $where, $rules) = /^\{number: ($letter\d+\.\d+), id: "([^"]+)", en: "([^"]+)", checkable: (ya|himpunan|tidak), rules: \[([^\]]*)\]/
            or push(@broken, $_), next;
        push @broken, "$number stands twice" if $seen{$number}++;
        my @rules = split /, /, $rules;
        $listed{$_}++ for @rules;
        push @unknown, "$number: $_" for grep { !$file{$_} } @rules;
        push @silent, $number if !@rules && !/why: \{id: "[^"]+", en: "[^"]+"\}/;
        $checkable++ if $where eq 'ya';
        $covered++ if $where eq 'ya' && @rules;
    }
    none("$regulation: each provision has its number once, both languages, and where it can be checked", @broken);
    none("$regulation: each rule there exists", @unknown);
    none("$regulation: where no rule looks, it says why", @silent);
    none("every rule that rests on $regulation is listed", grep { !$listed{$_} && slurp($file{$_}) =~ /^basis: \{regulation: "?\Q$regulation\E/m } sort keys %file);
    cmp_ok($covered / $checkable, '>=', 0.9, "$regulation: $covered of $checkable");
    push @sums, [$regulation, $covered, $checkable, scalar @provisions];
}
for my $lang (qw(id en)) {
    my @lines = `$patuh rules --coverage --lang $lang`;
    is($?, 0, "patuh rules --coverage --lang $lang");
    for (@sums) {
        my ($regulation, $covered, $checkable, $n) = @$_;
        is(shift @lines, "$regulation\n", "$regulation, in $lang");
        my @own = splice @lines, 0, 2 * $n + 1;
        like($own[-1], qr/^$covered \w+ $checkable /, 'two lines for each, and the sum');
    }
    is(scalar @lines, 0, 'nothing else');
}
done_testing;
