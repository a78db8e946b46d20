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
my @provisions = slurp('rules/coverage.yaml') =~ /^  - (\{number: .*(?:\n     .*)*)/mg;
my (%seen, %listed, @broken, @unknown, @silent);
my ($checkable, $covered) = (0, 0);
for (@provisions) {
    my ($number, $id, $en, $where, $rules) = /^\{number: (F\d+\.\d+), id: "([^"]+)", en: "([^"]+)", checkable: (ya|himpunan|tidak), rules: \[([^\]]*)\]/
        or push(@broken, $_), next;
    push @broken, "$number stands twice" if $seen{$number}++;
    my @rules = split /, /, $rules;
    $listed{$_}++ for @rules;
    push @unknown, "$number: $_" for grep { !$file{$_} } @rules;
    push @silent, $number if !@rules && !/why: \{id: "[^"]+", en: "[^"]+"\}/;
    $checkable++ if $where eq 'ya';
    $covered++ if $where eq 'ya' && @rules;
}
none('each provision has its number once, both languages, and where it can be checked', @broken);
none('each rule there exists', @unknown);
none('where no rule looks, it says why', @silent);
none('every rule that rests on Permenpan-RB 35/2012 is listed',
     grep { !$listed{$_} && slurp($file{$_}) =~ /^basis: \{regulation: "?Permenpan-RB 35\/2012/m } sort keys %file);
cmp_ok($covered / $checkable, '>=', 0.9, "$covered of $checkable");
for my $lang (qw(id en)) {
    my @lines = `$patuh rules --coverage --lang $lang`;
    is($?, 0, "patuh rules --coverage --lang $lang");
    is(2 * @provisions + 1, scalar @lines, 'two lines for each, one for the sum');
    like($lines[-1], qr/^$covered \w+ $checkable /, 'the sum');
}
done_testing;
