#!/usr/bin/perl
# JSON of `patuh check` on standard input, as lines "RULE STEP SUBJECT" on standard output, or with --whole as blocks that also have the
# severity, the line and the message; those of one document of several in a file stand below its name. Dies on JSON that is none.
use strict;
use warnings;
use JSON::PP;
binmode STDOUT, ':utf8';
my $whole = "@ARGV" eq '--whole';
my $all = decode_json(do { local $/; <STDIN> });
for my $d (@{ $all->{documents} }, $all->{set}) {
    print "$d->{part}:\n" if defined $d->{part};
    for my $f (@{ $d->{findings} }) {
        print join(' ', $f->{rule}, ($whole ? $f->{severity} : ()), $f->{step} // '-', $f->{subject} // '-');
        print ' @', $f->{location}{line} // '-', "\n    $f->{message}" if $whole;
        print "\n";
    }
}
