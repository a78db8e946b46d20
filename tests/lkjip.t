#!/usr/bin/perl
# What corpus/lkjip/PROVENANCE.md says was planted, against what is found: each defect by its rule at its line, and nothing else; every
# rule has one. The worked examples of public reports, and one Perjanjian Kinerja in several layouts.
use strict;
use warnings;
use FindBin;
use JSON::PP;
use Test::More;
chdir "$FindBin::Bin/.." or die;
my $patuh = $ENV{PATUH} // 'build/san/patuh';
my $folder = 'corpus/lkjip';

sub slurp { open my $f, '<:encoding(UTF-8)', $_[0] or die "$_[0]: $!"; local $/; <$f> }
sub none { my ($name, @bad) = @_; ok(!@bad, $name) or diag(join "\n", @bad) }

sub findings { # of one document: [line or '-', rule, message, subject]
    my ($file, @options) = @_;
    open my $run, '-|', $patuh, qw(check --format json --today 2025-06-30), @options, "$folder/$file" or die "$patuh: $!";
    my $text = do { local $/; <$run> };
    close $run;
    my $all = eval { decode_json($text) } or return fail("$file: checked");
    is(scalar(grep { $_->{error} } @{ $all->{documents} }), 0, "$file: read");
    map { [$_->{location}{line} // '-', $_->{rule}, $_->{message}, $_->{subject} // ''] } map { @{ $_->{findings} } } @{ $all->{documents} };
}

my $provenance = slurp("$folder/PROVENANCE.md");
my (%planted, %exempt, %kind);
while ($provenance =~ /^\| (\S+\.\w+) \| (\d+|-) \| ([A-Z]{2}\d{3}) \| (.+) \|$/mg) { push @{ $planted{$1} }, "$2 $3" }
$exempt{$1} = $2 while $provenance =~ /^\| ([A-Z]{2}\d{3}) \| (.+) \|$/mg;

# ---- each document
my @documents = sort map { m{([^/]+)$} } grep { !/\.expect$|PROVENANCE\.md$/ } glob "$folder/*";
my (%found, %expected);
for my $d (@documents) {
    $found{$d} = [findings($d)];
    is_deeply([sort map { "$_->[0] $_->[1]" } @{ $found{$d} }], [sort @{ $planted{$d} // [] }], "$d: what was planted, line by line");
    (my $expect = "$folder/$d") =~ s/\.\w+$/.expect/;
    $expected{$d} = join ' ', sort map { /^(\S+)/ } split /\n/, slurp($expect);
    is($expected{$d}, join(' ', sort map { (split ' ', $_)[1] } @{ $planted{$d} // [] }), "$d: its .expect has those rules and no others");
    $kind{ $d =~ /^(\w+)-/ ? $1 : '' }++;
}
none('every planted defect is in a document that is there', grep { !$found{$_} } sort keys %planted);
cmp_ok($kind{benar}, '>=', 6, 'reports that are right');
cmp_ok($kind{salah}, '>=', 6, 'reports with planted defects');
cmp_ok($kind{benar} + $kind{salah}, '>=', 12, 'twelve reports');
none('a report that is right has nothing to be found but notes', map { my $d = $_; map { "$d $_" } grep { !/CK010$/ } @{ $planted{$d} // [] } } grep { /^(benar|pk)-/ } @documents);

# ---- each rule
my %rule = map { m{/([A-Z]{2}\d{3})-} ? ($1 => slurp($_)) : () } glob 'rules/*/*.yaml';
my @ours = grep { $rule{$_} =~ /^at:.*\blkjip\b/m || -e "rules/umum/" && glob "rules/umum/$_-*" } sort keys %rule;
my %has = map { (split ' ', $_)[1] => 1 } map { @$_ } values %planted;
cmp_ok(scalar @ours, '>', 50, 'the rules of reports');
none('every rule of reports has a planted defect, or says why not', grep { !$has{$_} && !$exempt{$_} } @ours);
none('no rule has both, and none is unknown', grep { $has{$_} || !$rule{$_} } sort keys %exempt);
none('one that fires and two that do not among its examples', grep { $rule{$_} !~ /^scope: program/m && (() = $rule{$_} =~ /fires: [1-9]/g) < 1 || (() = $rule{$_} =~ /fires: 0/g) < 2 && $rule{$_} !~ /^scope: program/m } @ours);

# ---- the worked examples: document, then line and verdict of each figure; "ok" where nothing may be said of it
my %examples = (
    1 => ['contoh-01.yaml', '8 ok', '9 ok', '10 ok', '11 AG001 77,08', '6 AG004 88,92'],
    2 => ['contoh-02.yaml', '8 CK019 -29,03'],
    3 => ['contoh-03.yaml', '8 CK010 -70,50', '9 CK005 0,269', '11 CK015 -24,39', '12 CK015 106,60'],
    4 => ['contoh-04.yaml', '8 ok', '9 ok', '11 ok', '12 ok', '14 LN002 91,41', '15 LN002 0.0185'],
    5 => ['contoh-05.yaml', '7 ok', '9 ok', '11 LN001 413.064', '12 LN002 504'],
    6 => ['contoh-06a.yaml', '8 CK010 184,75', '9 ok', '10 CK010 198,58', '12 ok', '13 ok'],
    '6, second year' => ['contoh-06b.yaml', '8 ok', '10 ok'],
    7 => ['contoh-07.yaml', '7 ok', '9 LN001 98.80'],
    8 => ['contoh-08.yaml', '5 ok', '6 ok', '7 ok', '8 AG001 98,70', '10 AG006 235,08'],
    9 => ['contoh-09.yaml', '7 ok', '8 CK014 92,24', '9 ok', '11 ok'],
    10 => ['contoh-10.yaml', '7 ok', '8 ok', '9 ok', '11 ok', '13 ok', '14 ok', '15 ok', '16 ok'],
    11 => ['contoh-11.yaml', '8 CK001 102,22', '9 ok', '10 ok', '11 ok'],
);
for my $number (sort { ($a =~ /^(\d+)/)[0] <=> ($b =~ /^(\d+)/)[0] || $a cmp $b } keys %examples) {
    my ($file, @verdicts) = @{ $examples{$number} };
    my $lines = () = slurp("$folder/$file") =~ /\n/g;
    for (@verdicts) {
        my ($line, $rule, $figure) = split ' ';
        my @here = grep { $_->[0] eq $line } @{ $found{$file} };
        cmp_ok($line, '<=', $lines, "example $number: line $line is there");
        if ($rule eq 'ok') { none("example $number, line $line: right", map { "$_->[1] $_->[2]" } @here) }
        else { ok(@here == 1 && $here[0][1] eq $rule && index($here[0][2], $figure) >= 0, "example $number, line $line: $rule, $figure") or diag(map { "$_->[1] $_->[2]\n" } @here) }
    }
}

# ---- a Perjanjian Kinerja as text: printed columns, HTML of a scan, tabs, numbered indicators, targets of each quarter, with that of a
# part of the agency behind it, headings in capitals; given by --pk
my @agreements = grep { /^pk-/ } @documents;
my @want = sort map { "$_->[0] $_->[1] $_->[2]" } grep { $_->[1] =~ /^PK/ } @{ $found{'salah-pembanding.yaml'} };
cmp_ok(scalar @agreements, '>=', 7, 'layouts');
for my $pk (@agreements) {
    my @got = findings('salah-pembanding.yaml', '--select', 'PK', '--pk', "$folder/$pk");
    is_deeply([sort map { "$_->[0] $_->[1] $_->[2]" } @got], \@want, "$pk: the same findings");
}

# ---- the reviewer's checklist of a report with faults and of one without
sub reviewed { # item => [status, the rules found]
    open my $run, '-|', $patuh, qw(reviu --format json --today 2025-06-30), "$folder/$_[0]" or die "$patuh: $!";
    my $text = do { local $/; <$run> };
    close $run;
    map { $_->{item} => [$_->{status}, join ' ', map { $_->{rule} } @{ $_->{findings} }] } @{ decode_json($text)->{items} };
}
my %faulty = reviewed('salah-capaian.md');
my %right = reviewed('benar-ribuan.txt');
is(scalar keys %faulty, 23, 'twenty-three items');
is_deeply($faulty{'I-2'}, ['terpenuhi', ''], 'the targets are shown');
is_deeply($faulty{'I-3'}, ['tidak-terpenuhi', 'CK001 CK007 CK005 CK004 CK013 LN001'], 'the results are not, and why');
is_deeply($faulty{'III-10'}, ['perlu-penilaian-pereviu', 'CK008 CK004 CK010'], 'findings for the reviewer to judge');
my %partly = reviewed('salah-sistematika.txt');
is_deeply($partly{'III-7'}, ['tidak-terpenuhi', 'LS003 LS003 LS003'], 'no comparison of the three');
is_deeply($partly{'I-3'}, ['sebagian', 'LS003 LS003 LS003 LN003'], 'the other analyses are of another item');
none('nothing is unmet in a report without faults', grep { $right{$_}[0] =~ /^(tidak|sebagian)/ || $right{$_}[1] } sort keys %right);
is($right{$_}[0], 'terpenuhi', "$_: met") for qw(I-2 I-3 I-4 I-5 I-6 III-1 III-4 III-7);
is($right{$_}[0], 'perlu-penilaian-pereviu', "$_: for people") for qw(II-1 II-6 III-2 III-8 III-9);
done_testing;
