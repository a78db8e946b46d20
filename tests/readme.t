#!/usr/bin/perl
# The sessions in README.md are real: each `console` block is run and compared. `tests/readme.t --update` writes their output anew.
use strict;
use warnings;
use File::Temp qw(tempdir);
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

# The map of checker/: every file that it names is there, every folder is named, every list of words has its reader.
open my $map, '<:raw', 'checker/README.md' or die;
my $drawn = do { local $/; <$map> };
close $map;
my @lost = grep { !-e "checker/$_" && !-e } $drawn =~ /`([\w-]+\/[\w.\/-]+\.(?:c|h|def|yaml|t))`/g;
is("@lost", '', 'every file that the map names exists');
my @folders = grep { -d } glob('checker/*'), glob('checker/*/*'), glob('checker/*/*/*');
my @unnamed = grep { (my $short = $_) =~ s{^checker/}{}; $drawn !~ /(?:`|\*\*)\Q$short\E(?:`|\*\*)/ } @folders;
cmp_ok(scalar @folders, '>', 20, 'folders');
is("@unnamed", '', 'every folder of checker/ stands in the map');
is(join(' ', grep { my $name = s{.*/}{}r; $drawn !~ /`\Q$name\E`/ && $drawn !~ m{vocabulary/\Q$name\E`} } glob 'rules/vocabulary/*.yaml'), '', 'every list of words, too');

# ---- what .ci/packages says where neither root nor sudo is there: only these tools, and what is in $LACK is not installed
my $bin = tempdir(CLEANUP => 1);
sub tool { my ($name, $body) = @_; open my $out, '>', "$bin/$name" or die; print $out "#!/bin/sh\n$body\n"; close $out; chmod 0755, "$bin/$name" }
tool('id', 'echo 1000');
tool('dpkg-query', 'for p; do :; done; case " $LACK " in *" $p "*) exit 1;; esac; echo install ok installed');
for my $name (qw(sh grep)) {
    my ($real) = grep { -x } map { "$_/$name" } split /:/, $ENV{PATH};
    symlink $real, "$bin/$name" or die;
}
sub packages { my ($lack) = @_; my $said = `LACK='$lack' PATH=$bin sh .ci/packages 2>&1`; ($said, $? >> 8) }
my ($said, $status) = packages('libyaml-dev hunspell-id');
like($said, qr/administrator.*\n\s*apt-get install libyaml-dev hunspell-id$/m, 'the packages for an administrator');
is($status, 1, 'and that is an end');
($said, $status) = packages('hunspell-id');
like($said, qr/spelling is not checked without the package hunspell-id/, 'the dictionary can be left out');
is($status, 0, 'and the rest goes on');
($said, $status) = packages('');
is("$said$status", '0', 'nothing is missing: nothing is said');
like(scalar `PKG_CONFIG_LIBDIR=/none PKG_CONFIG_PATH= make -n all 2>&1`, qr/make demo/, 'make without the libraries names make demo');

if ($update) {
    open my $out, '>:raw', 'README.md' or die;
    print $out $text;
    close $out;
}
done_testing;
