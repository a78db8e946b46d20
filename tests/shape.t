#!/usr/bin/perl
# Every rule file is written the same way: one order of keys, one way of quoting, examples as blocks, messages without functions.
use strict;
use warnings;
use FindBin;
use Test::More;
chdir "$FindBin::Bin/.." or die;

my %order = (
    top     => [qw(rule id name scope default basis title at when cases instead-of why mend examples)],
    case    => [qw(test severity message mend subject point fix related)],
    example => [qw(fires today param sop lkjip himpunan text)],
);
my %quoted = map { $_ => 1 } qw(when test point subject); # XPath and templates; id and en below message, title and mend are, too
my $string = qr/"(?:[^"\\]|\\.)*"/;

# The keys of a map stand in their order, each once.
sub sorted {
    my ($kind, @keys) = @_;
    my ($i, %at) = (0, map { $order{$kind}[$_] => $_ } 0 .. $#{ $order{$kind} });
    for (@keys) { return "$_ of $kind" if !exists $at{$_} || $at{$_} < $i; $i = $at{$_} + 1 }
    return;
}

sub faults {
    my ($text) = @_;
    my (@bad, @top, @keys, $section, $kind, $below);
    my $end = sub { push @bad, grep { defined } sorted($kind, @keys) if $kind; @keys = (); $kind = undef };
    for (split /\n/, $text) {
        if (/^([a-z-]+):/) {
            $end->();
            push @top, $section = $1;
            push @bad, $_ if /^scope: document|^instead-of: \[\]|^basis:.*null|^(why|mend|title|cases):./ || /^when: / && !/^when: $string(?: #.*)?$/;
        } elsif ($section eq 'examples') {
            if (/^  - /) { $end->(); $kind = 'example'; push @bad, $_ unless /^  - fires: \d+(?: # .*)?$/ }
            push @keys, $1 if /^(?:  - |    )([a-z]+):/;
            push @bad, "a block is easier to read: $_" if /^ *(?:- )?[\w-]*:? ?[\[{]/ && length > 150;
        } elsif ($section eq 'cases') {
            if (/^  - /) { $end->(); $kind = 'case' }
            if (/^(?:  - |    )([a-z]+):(.*)/) {
                push @keys, $below = $1;
                push @bad, $_ if $quoted{$below} && $2 && $2 !~ /^ $string$/ || $below eq 'fix' && $2 !~ /^ \{(?:put: $string, )?(?:of: $string, )?safe: (?:true|false)\}$/ || $below =~ /^(message|related|mend)$/ && $2;
            } elsif (/^ {6,8}(id|en|at): (.*)/) {
                my ($key, $value) = ($1, $2);
                push @bad, $_ if $value !~ /^$string$/;
                $value =~ s/\{\{|\}\}//g;
                push @bad, "a function in a message: $_" if $key ne 'at' && $value =~ /\{[^{}]*\(/;
            }
        } elsif ($section =~ /^(title|mend)$/) {
            push @bad, $_ unless /^  (id|en): $string$/;
        } elsif ($section eq 'why') {
            push @bad, $_ unless /^  (id|en): \|$|^    \S/;
        }
    }
    $end->();
    push @bad, grep { defined } sorted('top', @top);
    return @bad;
}

my @bad;
my @files = glob 'rules/{sop,lkjip,umum}/*.yaml';
for my $file (@files) {
    open my $f, '<', $file or die "$file: $!";
    local $/;
    push @bad, map { "$file: $_" } faults(<$f>);
}
ok(@files > 150 && !@bad, 'every rule file has the one shape') or diag(join "\n", @bad);

# The test sees what it says it sees.
my $good = <<'END';
rule: 1
id: XX001
title:
  id: "Judul"
  en: "Title"
at: sop
cases:
  - test: "a"
    severity: galat
    message:
      id: "Pesan {.}"
      en: "Message {.}"
why:
  id: |
    Sebab
mend:
  id: "Perbaiki"
examples:
  - fires: 1
    sop:
      unit: Umum
END
is_deeply([faults($good)], [], 'a good one');
for my $c (['keys in another order', 'at: sop', "why:\nat: sop"], ['another way of quoting', '"a"', "'a'"], ['a plain text', '"Judul"', 'Judul'],
           ['a function in a message', 'Pesan {.}', 'Pesan {name()}'], ['an example on one line', "fires: 1\n    sop:\n      unit: Umum", '{fires: 1, sop: {unit: Umum}}'],
           ['an explanation on one line', "|\n    Sebab", '"Sebab"'], ['a default that is told', 'title:', "scope: document\ntitle:"]) {
    my ($name, $from, $to) = @$c;
    my $text = $good =~ s/\Q$from\E/$to/r;
    isnt(scalar faults($text), 0, $name);
}
done_testing;
