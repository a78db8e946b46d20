#!/usr/bin/perl
# TAP, JUnit and Checkstyle beside the JSON of the same run: the same cases, the same findings. usage: perl read.pl FOLDER
use strict;
use warnings;
use JSON::PP;
use TAP::Parser;
use Test::More;
my ($folder) = @ARGV;
sub slurp { open my $f, '<:raw', "$folder/$_[0]" or die "$_[0]: $!"; local $/; <$f> }
my $json = decode_json(slurp('json'));

# What the JSON makes of each case: failed where a finding is galat (the default of --fail-on), skipped where it could not be checked.
my %want = (passed => 0, failed => 0, skipped => 0);
my $findings = 0;
for my $d (@{ $json->{documents} }, $json->{set}) {
    my %failing = map { $_->{rule} => 1 } grep { $_->{severity} eq 'galat' } @{ $d->{findings} };
    my %found = map { $_->{rule} => 1 } @{ $d->{findings} };
    $findings += @{ $d->{findings} };
    my %cases = map { $_ => 1 } keys %found, grep { $d->{rules}{$_}{outcome} ne 'tidak-berlaku' } keys %{ $d->{rules} };
    for (keys %cases) { $want{ $failing{$_} ? 'failed' : !$found{$_} && $d->{rules}{$_}{outcome} eq 'tidak-dapat-diperiksa' ? 'skipped' : 'passed' }++ }
}

my $parser = TAP::Parser->new({ tap => slurp('tap') });
my $yaml = 0;
while (my $r = $parser->next) { $yaml++ if $r->is_yaml }
is_deeply([$parser->parse_errors], [], 'TAP: no parse errors');
is($parser->version, 13, 'TAP 13');
is(scalar $parser->failed, $want{failed}, 'TAP: failed');
is(scalar $parser->skipped, $want{skipped}, 'TAP: skipped');
is(scalar $parser->passed, $want{passed} + $want{skipped}, 'TAP: passed');
is($parser->tests_run, $parser->tests_planned, 'TAP: as planned');
cmp_ok($yaml, '>', 0, 'TAP: details are YAML');

# By libxml2, as xmllint reads paths.
sub path { my ($file, $xpath) = @_; my $out = `xmllint --xpath '$xpath' '$folder/$file' 2>/dev/null`; chomp $out; $out }
is(path('junit', 'count(//testcase[failure or error])'), $want{failed}, 'JUnit: failed');
is(path('junit', 'count(//testcase/skipped)'), $want{skipped}, 'JUnit: skipped');
is(path('junit', 'count(//testcase)'), $want{passed} + $want{failed} + $want{skipped}, 'JUnit: all');
is(path('junit', "sum(//testsuite/\@$_->[0])"), $_->[1], "JUnit: the sum of $_->[0]")
    for ['tests', $want{passed} + $want{failed} + $want{skipped}], ['skipped', $want{skipped}];
is(path('junit', 'sum(//testsuite/@failures) + sum(//testsuite/@errors)'), $want{failed}, 'JUnit: the sums of failures and errors');
is(path('junit', 'count(//testsuite[@errors > 0])'), scalar(grep { $_->{error} } @{ $json->{documents} }), 'JUnit: what could not be read is an error');
is(path('checkstyle', 'count(//error)'), $findings, 'Checkstyle: every finding');
is(path('checkstyle', 'count(//error[@line > 0])'), scalar(grep { $_->{location}{line} } map { @{ $_->{findings} } } @{ $json->{documents} }, $json->{set}), 'Checkstyle: lines');
done_testing;
