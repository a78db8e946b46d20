#!/usr/bin/perl
# JSON of `patuh check` on standard input, as lines "RULE STEP SUBJECT" on standard output. Dies on JSON that is none.
use strict;
use warnings;
use JSON::PP;
binmode STDOUT, ':utf8';
my $all = decode_json(do { local $/; <STDIN> });
for my $f ((map { @{ $_->{findings} } } @{ $all->{documents} }), @{ $all->{set}{findings} }) {
    print join(' ', $f->{rule}, $f->{step} // '-', $f->{subject} // '-'), "\n";
}
