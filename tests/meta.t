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

use File::Find qw(find);
my @files;
find({no_chdir => 1, wanted => sub { push @files, $_ if /\.(c|h|def)$/ }}, 'checker', 'include');
my @sources = sort grep { m{^checker/.*\.[ch]$} } @files;
my @headers = sort grep { m{^include/.*\.h$} } @files;
ok(@sources > 200 && @headers > 10, 'the sources are seen, however deep they lie');

# ---- who may include whom. Includes name a file from include/ or checker/ on; a room sees itself and what is listed for it.
my @below = qw(base words language);        # tools that know no documents …
my @model = (@below, map { "stage/$_" } qw(layout item reading sop lkjip document set)); # … and what the stages hand on
my @facts = (@model, 'domain');
my %sees = (
    base      => [qw(base words)],
    model     => [@model],
    language  => [qw(base)],
    domain    => [qw(base language)],
    read      => [@model, 'stage/read', 'read'],
    recognise => [@facts, 'stage/recognise'],
    analyse   => [@facts, 'stage/analyse'],
    view      => [@model, map { "stage/$_" } qw(view node xpath)],
    rules     => [@below, map { "stage/$_" } qw(item finding analyse rules view node xpath)],
    merge     => [@below, map { "stage/$_" } qw(item reading set finding report view merge)],
    report    => [@below, map { "stage/$_" } qw(item reading set finding report view node)],
    annotate  => [@below, 'stage/annotate', 'read/office', 'read/office/sheet', 'read/page/pdf', 'read/page/pipe'],
    draw      => [@model, map { "stage/$_" } qw(finding draw)],
    waive     => [@model, 'stage/finding'],
    config    => [@below, 'waive', map { "stage/$_" } qw(read analyse finding rules)],
    baseline  => [@below, 'stage/finding'],
    fix       => [@below, 'stage/finding'],
    api       => [@model, 'patuh', 'config/config', 'waive/waive', map { "stage/$_" } qw(read recognise analyse view finding rules report)],
    cli       => [@model, 'patuh', 'baseline/baseline', 'fix/fix', 'api/session', map { "stage/$_" } qw(analyse view finding rules report draw annotate merge)],
    embed     => [qw(base domain/citation/laws)],
);
# Rooms inside a room: what of the room they may see beside themselves; the rest of the room does not see into them.
my %inner = (
    'domain/citation'  => ['domain'],
    'read/text'        => ['read', 'read/html', 'read/aligned', 'read/mermaid'],
    'read/mermaid'     => ['read'],
    'read/aligned'     => ['read', 'read/html'],
    'read/html'        => ['read', 'read/mermaid'],
    'read/page'        => ['read', 'read/office', 'read/text/text', 'stage/page'],
    'read/pdf'         => ['read/page/pipe', 'stage/page'], # a program of its own
    'read/office'      => ['read'],
    'read/office/docx' => ['read', 'read/office'],
    'read/office/sheet' => ['read', 'read/office'],
    'read/office/odt'  => ['read', 'read/office'],
    'read/yaml'        => ['read'],
    'read/bpmn'        => ['read'],
    'recognise/sop'    => ['recognise'],
    'recognise/sop/template' => ['recognise', 'recognise/sop'],
    'recognise/sop/chart' => ['recognise', 'recognise/sop'],
    'recognise/lkjip'  => ['recognise'],
    'analyse/sop'      => ['analyse'],
    'analyse/sop/flow' => ['analyse', 'analyse/sop'],
    'analyse/lkjip'    => ['analyse'],
    'analyse/lkjip/prose' => ['analyse', 'analyse/lkjip'],
);
my %outside = (   # headers of libraries and systems, and where alone they may stand
    # The view is one door to libxml2's trees and expressions, parts of office files are the other; each reader has one file that parses.
    'libxml/'   => qr{^(checker/(view/|annotate/parts\.|read/(html/html|bpmn/bpmn_parse|office/xml)\.c)|include/stage/node\.h)},
    'jansson.h' => qr{^checker/merge/},
    'zip.h'     => qr{^checker/(read/office|annotate)/},
    'yaml.h'    => qr{^checker/base/yaml\.c$},
    'hunspell'  => qr{^checker/language/speller\.c$},
    'utf8proc'  => qr{^checker/(base|language|domain|read|recognise|analyse|report)/},
    'mupdf/'    => qr{^checker/read/pdf/},
    'linux/'    => qr{^checker/base/os\.c$},
    'getopt.h'  => qr{^checker/cli/options\.c$},
    map { $_ => qr{^checker/base/os\.c$} } qw(unistd.h dirent.h fcntl.h signal.h spawn.h sys/ windows.h io.h),
);
my %rank = (map({ $_ => 1 } qw(layout item page)), map({ $_ => 2 } qw(sop lkjip set reading)), document => 3,
            map({ $_ => 4 } qw(read recognise analyse view finding)), map({ $_ => 5 } qw(rules report draw annotate node xpath)), merge => 6);
my (@direction, @library, @upward, %leads);
for my $file (@sources, @headers) {
    my ($room) = $file =~ m{^checker/(.*)/[^/]+$};
    my ($outer) = ($room // '') =~ m{^(\w+)};
    for (slurp($file) =~ /^\s*#\s*include\s*([<"][^>"]+)[>"]/mg) {
        my ($kind, $name) = /^(.)(.*)/;
        if ($kind eq '<') {
            for my $lib (keys %outside) { push @library, "$file: <$name>" if index($name, $lib) == 0 && $file !~ $outside{$lib} }
            next;
        }
        my $path = $name =~ s/\.(h|def)$//r;
        my $folder = (-e "checker/$name" ? 'checker/' : 'include/') . dirname($path);
        $leads{ dirname($file) }{$folder} = $file unless $folder eq dirname($file);
        next if $path eq 'stage/facts' && $file =~ m{^(include/stage/item\.h|checker/model/item\.c)$};
        if (!$room) { # a contract: the tools, and contracts that are not above it
            my ($from, $to) = (basename($file, '.h'), $path =~ s{^stage/}{}r);
            push @upward, "$file: \"$name\"" unless $path =~ m{^(base|words)/} || $path =~ m{^stage/} && exists $rank{$from} && exists $rank{$to} && $rank{$to} <= $rank{$from};
            next;
        }
        my $its = dirname($path);
        next if $its eq $room || grep { $_ eq $path || $_ eq $its } @{ $inner{$room} || [] };
        next if grep { $_ eq $path || $_ eq $its || $its eq 'domain/citation' && $_ eq 'domain' } @{ $sees{$outer} };
        push @direction, "$file: \"$name\"";
    }
}
# Steps from folder to folder, each with a file that takes it, from whose end a way leads back.
sub circles
{
    my ($leads) = @_;
    my $reaches = sub {
        my ($from, $to) = @_;
        my (%seen, @way);
        for (@way = $from; @way;) { my $at = pop @way; push @way, keys %{ $leads->{$at} || {} } unless $seen{$at}++ }
        $seen{$to};
    };
    map { my $from = $_; map { "$from -> $_ ($leads->{$from}{$_})" } grep { $reaches->($_, $from) } sort keys %{ $leads->{$from} } } sort keys %$leads;
}
is(join(' ', circles({a => {b => 'a.c'}, b => {c => 'b.c'}, c => {b => 'c.c', d => 'c.c'}, d => {}})), 'b -> c (b.c) c -> b (c.c)', 'a circle would be seen');
cmp_ok(scalar keys %leads, '>', 25, 'folders lead to others');
none('no circle of includes between folders', circles(\%leads));
none('a room includes only what it may know', @direction);
none('contract headers look one way', @upward);
none('libraries and the system are used only where they belong', @library);
# Comments aside, libxml2 is named only behind these doors, too: its structures lie open to whoever includes their header.
my $doors = qr{^(checker/(view|annotate)/|checker/read/(html/html|bpmn/bpmn_parse|office/xml)\.c$|include/stage/node\.h$)};
my @named;
for my $file (grep { $_ !~ $doors } @sources, @headers) {
    my $code = slurp($file) =~ s{/\*.*?\*/|"(?:\\.|[^"\\])*"}{}gsr;
    push @named, map { "$file: $_" } $code =~ /\b((?:xml|html)[A-Z]\w*|XML_\w+|XPATH_\w+|_private|psvi)\b/g;
}
none('nobody else names libxml2', @named);
none('no folder of more than 30 files', grep { my $d = $_; 30 < grep { dirname($_) eq $d } @files } keys %{{ map { dirname($_) => 1 } @files }});

# ---- words: one file a speaker
my %speaks = (
    base => '.*', read => 'read|analyse|report|cli|api|annotate', annotate => 'annotate|cli', reason => 'read|recognise|analyse|model|report', evidence => 'read|recognise|analyse|rules|report',
    merge => 'merge|cli', pack => 'language|domain|recognise|analyse|rules|config|api|cli', rules => 'rules', api => 'api|config|report|cli', config => 'config|baseline|cli', report => 'report|cli', draw => 'draw', cli => 'cli',
);
my (%speaker, @mute);
for my $file (glob 'checker/words/*.def') {
    my $name = basename($file, '.def');
    for (slurp($file) =~ /^WORD\((\w+)/mg) { $speaker{$_} = $name }
    push @mute, "$file: whose words are these?" unless $speaks{$name} || $name eq 'all';
}
for my $file (grep { /\.[ch]$/ } @sources) {
    my ($room) = $file =~ m{^checker/(\w+)};
    for my $word (slurp($file) =~ /\bW_(\w+)/g) { push @mute, "$file: W_$word" if $speaker{$word} && $room !~ /^(?:$speaks{$speaker{$word}})$/ }
}
none('words stand with those who say them', @mute);

# ---- words of documents are data: readers get theirs from rules/vocabulary/. Keys of definitions are the contract of that format, codes of
# numbers that of spreadsheets.
my @said;
for my $file (grep { m{^checker/read/} && !m{^checker/read/(yaml/|office/sheet/shown\.c|pdf/)} } @sources) {
    my $code = slurp($file) =~ s{/\*.*?\*/}{}gsr =~ s/^\s*#.*//mgr;
    for my $text ($code =~ /"((?:[^"\\\n]|\\.)*)"/g) {
        push @said, "$file: \"$text\"" if $text =~ /\b(?:WTP|WDP|TMP|bab|bagian|lampiran|rp|halaman|hal|dari|di|ke|dan|yg|januari|februari|maret|mei|juni|juli|agustus|oktober|desember|senin|selasa|rabu|kamis|jumat|sabtu|minggu|tabel|gambar|daftar|nomor|langkah|kegiatan|pelaksana|sasaran|indikator|persen|rupiah)\b/i;
    }
}
none('no words of documents in checker/read/', @said);

# ---- sizes
none('no file of C over 400 lines', grep { my $n = () = slurp($_) =~ /\n/g; $n > 400 } @sources, @headers, glob('tests/*.[ch] tests/*/*.[ch]'));
none('no rule file over 300 lines', grep { my $n = () = slurp($_) =~ /\n/g; $n > 300 } glob('rules/{sop,lkjip,umum}/*.yaml'));

# ---- nothing mutable and global in the plain build
my $build = dirname($ENV{PLAIN} // 'build/patuh');
SKIP: {
    skip 'no objdump or no plain build', 1 unless -e "$build/all.a" && `objdump --version 2>/dev/null`;
    my ($object, @mutable) = ('');
    for (`objdump -t $build/all.a $build/obj/cli/main.o`) {
        $object = $1 if /^(\S+\.o):/;
        push @mutable, "$object: $2" if /\s[O ]\s+(\.data|\.bss|\*COM\*|\.tdata|\.tbss)(?:\.\S+)?\t[0-9a-f]+\s+(?:\.hidden )?(\S+)/ && $2 !~ /^\.(data|bss)/ && !/\.data\.rel\.ro/;
    }
    none('no mutable globals or statics', @mutable);
}

# ---- headers alone
my $cc = $ENV{CC} // 'cc';
my $flags = `pkg-config --cflags libxml-2.0`;
chomp $flags;
$flags .= " -I$build/include"; # facts.def
none('each header of include/ compiles alone',
     grep { system("echo '#include \"$_\"' | $cc -std=c11 -Wall -Wextra -Werror -Iinclude -Ichecker $flags -fsyntax-only -xc -") } map { s{^include/}{}r } @headers);
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
    my $all = `pkg-config --cflags libxml-2.0 yaml-0.1 libutf8proc hunspell libzip jansson`;
    chomp $all;
    my $warnings = '-Wall -Wextra -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes';
    my @c = grep { /\.c$/ && (!m{^checker/read/pdf/} || -e "$build/patuh-pdf") } @sources;
    my $out = `clang -std=c11 $warnings -Werror -Iinclude -Ichecker -I$build/include $all -fsyntax-only @c 2>&1`;
    ok($? == 0, 'clang has nothing to warn of') or diag(substr $out, 0, 3000);
}
done_testing;
