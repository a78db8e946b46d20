#!/usr/bin/perl
# The sessions in README.md are real: each `console` block is run and compared. `tests/readme.t --update` writes their output anew.
use strict;
use warnings;
use FindBin;
use Test::More;
chdir "$FindBin::Bin/.." or die;
my $patuh = $ENV{PATUH} // 'build/san/patuh';
my $update = @ARGV && $ARGV[0] eq '--update';
open my $in, '<:raw', 'README.md' or die;
my $text = do { local $/; <$in> };
close $in;

sub output {
    my ($command) = @_;
    (my $real = $command) =~ s{\bbuild/patuh\b}{$patuh}g;
    delete $ENV{NO_COLOR};
    my $got = `$real 2>&1`;
    $got .= "\n" if length $got && $got !~ /\n\z/;
    return $got;
}

my $sessions = 0;
$text =~ s{(^```console\n)(.*?)(^```$)}{
    my ($open, $body, $close) = ($1, $2, $3);
    my $new = '';
    for my $part (split /^(?=\$ )/m, $body) {
        my ($command, $want) = $part =~ /\A\$ (.*)\n((?s).*)\z/ or die "no command: $part";
        my $got = output($command);
        $sessions++;
        is($got, $want, $command) unless $update;
        $new .= "\$ $command\n$got";
    }
    "$open$new$close";
}gemsx;
ok($sessions >= 2, "$sessions sessions");

# What the text names is there.
my %commands = map { $_ => 1 } `$patuh help` =~ /^  (\w+) /mg;
my @unknown = grep { !$commands{$_} } $text =~ /`(?:build\/)?patuh (\w+)/g;
is("@unknown", '', 'every command that is named exists');
my @gone = grep { !-e } $text =~ /`((?:rules|include|tests|corpus|checker)\/[\w.\/-]+)`/g;
is("@gone", '', 'every file that is named exists');
like($text, qr/^## Bahasa Indonesia$/m, 'a section in Indonesian');

if ($update) {
    open my $out, '>:raw', 'README.md' or die;
    print $out $text;
    close $out;
}
done_testing;
