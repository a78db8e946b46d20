#!/usr/bin/perl
# JSON of `patuh check` on standard input, as lines "RULE STEP SUBJECT" on standard output; those of one document of several in a file stand
# below its name. Dies on JSON that is none.
use strict;
use warnings;
use JSON::PP;
binmode STDOUT, ':utf8';
my $all = decode_json(do { local $/; <STDIN> });
for my $d (@{ $all->{documents} }, $all->{set}) {
    print "$d->{part}:\n" if defined $d->{part};
    print join(' ', $_->{rule}, $_->{step} // '-', $_->{subject} // '-'), "\n" for @{ $d->{findings} };
}
