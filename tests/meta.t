#!/usr/bin/perl
# The shape of the source: stages look one way, nothing is mutable and global, headers stand alone, files stay small.
use strict;
use warnings;
use FindBin;
use Test::More;
use File::Basename qw(basename dirname);
chdir "$FindBin::Bin/.." or die;

sub slurp { open my $f, '<', $_[0] or die "$_[0]: $!"; local $/; <$f> }
sub none { my ($name, @bad) = @_; ok(!@bad, $name) or diag(join "\n", @bad) }

my @sources = sort glob('checker/*/*.c checker/*/*.h');
my @headers = sort glob('include/*.h');

# ---- who may include whom. A folder sees the tools, the contracts named here, and itself.
my @tools = qw(base words source limits suggest os yaml_tree bundle date);
my @model = (@tools, qw(layout item sop lkjip document set));
my %sees = (
    base      => [@model],
    read      => [@model, 'read'],
    recognise => [@model, 'recognise'],
    analyse   => [@model, 'analyse'],
    view      => [@model, 'view'],
    rules     => [@tools, qw(item finding analyse rules)],
    report    => [@tools, qw(item finding report)],
    draw      => [@model, qw(finding draw)],
    api       => [@model, qw(read recognise analyse view finding rules report patuh)],
    cli       => [@model, qw(analyse view finding rules report draw patuh)],
    embed     => [@tools],
);
my %outside = (   # headers of libraries and systems, and where alone they may stand
    'libxml/'   => qr{^(checker/(read|view|rules|report|api)/|include/(view|rules|report)\.h)},
    'yaml.h'    => qr{^checker/base/yaml\.c$},
    'hunspell'  => qr{^checker/analyse/spell},
    'utf8proc'  => qr{^checker/(base|read|recognise|analyse|report)/},
    'getopt.h'  => qr{^checker/cli/options\.c$},
    map { $_ => qr{^checker/base/os\.c$} } qw(unistd.h dirent.h fcntl.h signal.h spawn.h sys/ windows.h io.h),
);
my %rank = (map({ $_ => 0 } @tools), map({ $_ => 1 } qw(layout item)), map({ $_ => 2 } qw(sop lkjip set)), document => 3,
            map({ $_ => 4 } qw(read recognise analyse view finding)), map({ $_ => 5 } qw(rules report draw)), patuh => 6);
my (@direction, @library, @upward);
for my $file (@sources, @headers) {
    my ($folder) = $file =~ m{^checker/(\w+)/};
    for (slurp($file) =~ /^\s*#\s*include\s*([<"][^>"]+)[>"]/mg) {
        my ($kind, $name) = /^(.)(.*)/;
        if ($kind eq '<') {
            for my $lib (keys %outside) { push @library, "$file: <$name>" if index($name, $lib) == 0 && $file !~ $outside{$lib} }
        } elsif (!$folder) {
            next if $name =~ m{^(limits\.def|\.\./checker/words/\w+\.def)$};
            my ($from, $to) = (basename($file, '.h'), $name =~ s/\.h$//r);
            push @upward, "$file: \"$name\"" unless exists $rank{$from} && exists $rank{$to} && $rank{$to} <= $rank{$from};
        } elsif ($name =~ m{/}) {
            next if $folder eq 'cli' && $name eq '../api/session.h' || $file eq 'checker/base/words.c' && $name =~ m{^\.\./words/};
            push @direction, "$file: \"$name\"";
        } else {
            my $header = $name =~ s/\.h$//r;
            next if -e "checker/$folder/$name" || $name eq 'limits.def' || grep { $_ eq $header } @{ $sees{$folder} || [] };
            push @direction, "$file: \"$name\"";
        }
    }
}
none('a stage includes only contracts it may know, and its own folder', @direction);
none('contract headers look one way', @upward);
none('libraries and the system are used only where they belong', @library);

# ---- sizes
none('no file of C over 800 lines', grep { my $n = () = slurp($_) =~ /\n/g; $n > 800 } @sources, @headers, glob('tests/*/*.[ch]'));
none('no rule file over 200 lines', grep { my $n = () = slurp($_) =~ /\n/g; $n > 200 } glob('rules/{sop,lkjip,umum}/*.yaml'));

# ---- nothing mutable and global in the plain build
my $build = dirname($ENV{PLAIN} // 'build/patuh');
SKIP: {
    skip 'no objdump or no plain build', 1 unless -e "$build/libpatuh.a" && `objdump --version 2>/dev/null`;
    my ($object, @mutable) = ('');
    for (`objdump -t $build/libpatuh.a $build/obj/cli/main.o`) {
        $object = $1 if /^(\S+\.o):/;
        push @mutable, "$object: $2" if /\s[O ]\s+(\.data|\.bss|\*COM\*|\.tdata|\.tbss)(?:\.\S+)?\t[0-9a-f]+\s+(?:\.hidden )?(\S+)/ && $2 !~ /^\.(data|bss)/ && !/\.data\.rel\.ro/;
    }
    none('no mutable globals or statics', @mutable);
}

# ---- headers alone
my $cc = $ENV{CC} // 'cc';
my $flags = `pkg-config --cflags libxml-2.0`;
chomp $flags;
none('each header of include/ compiles alone',
     grep { system("echo '#include \"$_\"' | $cc -std=c11 -Wall -Wextra -Werror -Iinclude $flags -fsyntax-only -xc -") } map { basename $_ } @headers);
SKIP: {
    skip 'no C++ compiler', 1 if system('c++ --version >/dev/null 2>&1');
    ok(!system(q(echo '#include "patuh.h"' | c++ -Wall -Wextra -Werror -Iinclude -fsyntax-only -xc++ -)), 'patuh.h is C++, too');
}
none('patuh.h needs no library', slurp('include/patuh.h') =~ /#include\s*"|#include <(?!stddef)/g);

# ---- rules
my (@misnamed, %ids);
for my $file (glob('rules/{sop,lkjip,umum}/*.yaml')) {
    my $text = slurp($file);
    my ($id) = $text =~ /^id:\s*(\S+)/m;
    my ($name) = $text =~ /^name:\s*(\S+)/m;
    push @misnamed, $file unless ($id // '') =~ /^[A-Z]{2}\d{3}$/ && basename($file, '.yaml') eq "$id-" . ($name // '') && $name =~ /^[a-z0-9]+(-[a-z0-9]+)*$/;
    push @misnamed, "$file: $id stands in $ids{$id}, too" if $id && $ids{$id};
    $ids{$id // ''} = $file;
}
none('each rule file is named after its id and name, each id once', @misnamed);

# ---- the top level holds what was agreed
none('nothing else at the top', grep { !/^(checker|rules|corpus|include|tests|Makefile|README\.md|LICENSE|action\.yml|\..*)$/ }
     do { my %seen; grep { !$seen{$_}++ } map { m{^([^/]+)}; $1 } split /\0/, `git ls-files -z 2>/dev/null` });

# ---- the other compiler
SKIP: {
    skip 'no clang', 1 if system('clang --version >/dev/null 2>&1');
    my $all = `pkg-config --cflags libxml-2.0 yaml-0.1 libutf8proc hunspell`;
    chomp $all;
    my $warnings = '-Wall -Wextra -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes';
    my @c = grep { /\.c$/ } @sources;
    my $out = `clang -std=c11 $warnings -Werror -Iinclude $all -fsyntax-only @c 2>&1`;
    ok($? == 0, 'clang has nothing to warn of') or diag(substr $out, 0, 3000);
}
done_testing;
