#!/usr/bin/perl
# What the program says on stderr of wrong usage, whole and in both languages. Which messages there are is read from the sources: one that has no
# case here is a failure, and so is a case that no source needs any more.
use strict;
use warnings;
use utf8;
use FindBin;
use File::Temp 'tempdir';
use Test::More;
chdir "$FindBin::Bin/.." or die;
binmode Test::More->builder->$_, ':utf8' for qw(output failure_output);
my $patuh = $ENV{PATUH} // 'build/san/patuh';
$patuh = "$FindBin::Bin/../$patuh" unless $patuh =~ m{^/};
my $dir = tempdir(CLEANUP => 1);

sub slurp { my ($path) = @_; open my $f, '<:encoding(UTF-8)', $path or die "$path: $!"; local $/; <$f> }
sub save { my ($name, $text) = @_; open my $f, '>:encoding(UTF-8)', "$dir/$name" or die; print $f $text; close $f; "$dir/$name" }

# ---- the words, and those that are told as faults of usage
my %words;
for my $def (glob 'checker/words/*.def') {
    my $text = slurp($def);
    while ($text =~ m{WORD\((\w+),\s*+((?:"(?:[^"\\]|\\.)*+"\s*+)++),\s*+((?:"(?:[^"\\]|\\.)*+"\s*+)++)\)}g) {
        my ($id, @both) = ($1, $2, $3);
        s/^"//, s/"\s*$//, s/(?<!\\)"\s*"//g, s/\\"/"/g, s/\\n/\n/g for @both;
        $words{$id} = \@both;
    }
}
my %told;
for my $source (glob 'checker/cli/*.c') {
    my $text = slurp($source);
    $told{$1} = 1 while $text =~ /\b(?:usage_error|unknown_name)\([^;]*?\bW_(\w+)/g;
}
for my $source ('checker/api/options.c', 'checker/api/checker.c', 'checker/api/companion.c') { # what patuh_checker_new refuses
    my $text = slurp($source);
    $told{$1} = 1 while $text =~ /\*message = word_format\([^;]*?\bW_(\w+)/g;
    $told{$1} = 1 while $text =~ /return unknown\([^;]*?\bW_(\w+)/g;
}
delete @told{qw(fix_worse fix_changed)}; # tests/fix.t
delete $told{verbatim};      # what patuh_checker_new says: by its own words
cmp_ok(keys %told, '>', 30, 'the sources tell which messages there are');

# ---- one case or more for each: id, status, arguments (before -- on standard input), {0} and {1}, what follows in the line (id, en)
sub template { my ($kind) = @_; open my $p, '-|:encoding(UTF-8)', $patuh, 'init', $kind or die; local $/; <$p> }
my $sop = save('sop.yaml', template('sop'));
my $report = save('laporan.yaml', template('lkjip'));
system('perl', 'tests/office/seeds.pl', "$dir/kantor") == 0 or die;
my $word = "$dir/kantor/a.docx";
my $list = "$dir/tidak-ada.txt";
mkdir "$dir/$_" for qw(kosong rusak tulis);
save('rusak/WK003-total-waktu-tidak-sesuai.yaml', "rule: 1\nid: WK003\n");
my $two = save('dua.txt', join "\n", map { my $n = $_; <<"T" } 1, 2);
SOP PELAYANAN ARSIP $n

| | |
|---|---|
| Nomor SOP | 045/$n/2024 |
| Tanggal Pembuatan | 2 Januari 2024 |
| Tanggal Efektif | 9 Januari 2024 |
| Disahkan Oleh | Kepala Dinas Kearsipan |
| Nama SOP | Pelayanan Arsip $n |

| No | Kegiatan | Staf | Kepala | Kelengkapan | Waktu | Output | Ket |
|---|---|---|---|---|---|---|---|
| 1 | Menerima arsip | mulai | | Arsip | 5 Menit | Tanda terima | |
| 2 | Memeriksa arsip | | v | Arsip | 5 Menit | Arsip terperiksa | |

\f
T
my $missing = ['tidak ada berkas atau folder ini', 'no such file or folder'];
my @cases = (
    [unknown_command => 2, ['chekc'], ['chekc'], ['; maksudnya check?', '; did you mean check?']],
    [unknown_command => 2, ['rules', 'tset'], ['tset'], ['; maksudnya test?', '; did you mean test?']],
    [unknown_option => 2, ['check', '--frmat', 'json'], ['--frmat'], ['; maksudnya --format?', '; did you mean --format?']],
    [unknown_option => 2, ['check', '-x', $sop], ['-x']],
    [unknown_format => 2, ['check', '--format', 'jsno', $sop], ['jsno'], ['; maksudnya json?', '; did you mean json?']],
    [unknown_format => 2, ['graph', '--format', 'gambar', $sop], ['gambar'], ['; yang ada: svg, dot', '; there are: svg, dot']],
    [unknown_severity => 2, ['check', '--fail-on', 'galt', $sop], ['galt'], ['; maksudnya galat?', '; did you mean galat?']],
    [unknown_color => 2, ['check', '--color', 'kadang', $sop], ['kadang'], ['; yang ada: auto, always, never', '; there are: auto, always, never']],
    [unknown_kind => 2, ['init', 'spo'], ['spo'], ['; maksudnya sop?', '; did you mean sop?']],
    [unknown_shell => 2, ['completion', 'fishh'], ['fishh'], ['; maksudnya fish?', '; did you mean fish?']],
    [which_shell => 2, ['completion'], []],
    [unknown_rule => 2, ['explain', 'WK03'], ['WK03'], ['; maksudnya WK003?', '; did you mean WK003?']],
    [unknown_rule => 2, ['check', '--select', 'WK03', $sop], ['WK03'], ['; maksudnya WK003?', '; did you mean WK003?']],
    [unknown_parameter => 2, ['check', '--param', 'jam-per-hri=1', $sop], ['jam-per-hri'], ['; maksudnya jam-per-hari?', '; did you mean jam-per-hari?']],
    [unknown_order => 2, ['check', '--sort', 'entah', $sop], ['entah'], ['; yang ada: severity, place', '; there are: severity, place']],
    [unknown_schema => 2, ['schema', 'keluaran'], ['keluaran'], ['; yang ada: config, output, sop, lkjip, pk', '; there are: config, output, sop, lkjip, pk']],
    [which_schema => 2, ['schema'], []],
    [which_parts => 2, ['merge'], []],
    [baseline_action => 2, ['baseline', 'tulis'], ['tulis'], ['; yang ada: write, update', '; there are: write, update']],
    [config_action => 2, ['config', 'lihat'], ['lihat'], ['; yang ada: show', '; there are: show']],
    [config_broken => 2, ['check', '--config', save('rusak.patuh.yaml', "selct: x\n"), $sop], []],
    [unknown_limit => 2, ['check', '--limit', 'bites=1', $sop], ['bites'], ['; maksudnya bytes?', '; did you mean bytes?']],
    [not_an_assignment => 2, ['check', '--limit', 'bytes', $sop], ['bytes']],
    [rule_always => 2, ['check', '--ignore', 'UM001', $sop], ['UM001']],
    [wrong_value => 2, ['check', '--limit', 'bytes=0', $sop], ['bytes=0', '1 … 2147483647']],
    [wrong_value => 2, ['check', '--param', 'jam-per-hari=lama', $sop], ['jam-per-hari=lama', 'angka']],
    [wrong_value => 2, ['check', '--today', '2025-02-30', $sop], ['--today 2025-02-30', 'YYYY-MM-DD']],
    [wrong_value => 2, ['check', '--lang', 'fr', $sop], ['--lang fr', 'id, en']],
    [wrong_value => 2, ['dump', '--part', '0', $sop], ['--part 0', '1, 2, …']],
    [wrong_value => 2, ['dump', '--page', 'x', $sop], ['--page x', '1, 2, …']],
    [companion_unread => 2, ['check', '--pk', $list, $report], [$list, $missing]],
    [option_needs_value => 2, ['check', '--format'], ['--format']],
    [option_without_value => 2, ['check', '--quiet=1', $sop], ['--quiet']],
    [option_not_here => 2, ['dump', '--color', 'never', $sop], ['--color', 'dump']],
    [one_file => 2, ['dump'], []],
    [which_rule => 2, ['explain'], []],
    [which_kind => 2, ['init'], []],
    [which_law => 2, ['peraturan'], []],
    [no_law => 2, ['peraturan', 'entah'], ['entah']],
    [list_unread => 2, ['check', "\@$list"], [$list, $missing]],
    [too_many_files => 2, ['check', '--limit', 'files=1', $sop, $report], ['1']],
    [nothing_checked => 3, ['check', "$dir/kosong"], []],
    [outputs_stdout => 2, ['check', '-f', 'json', '-f', 'text', $sop], ['json', 'text']],
    [outputs_twice => 2, ['check', '-f', "json=$dir/o", '-f', "text=$dir/o", $sop], ["$dir/o"]],
    [outputs_nowhere => 2, ['check', '-f', 'json=', $sop], ['json=']],
    [outputs_input => 2, ['check', '-f', "json=$sop", $sop], [$sop]],
    [file_says => 3, ['dump', $list], [$list, $missing]],
    [file_says => 2, ['check', '-f', "json=$dir/kosong", $sop], ["$dir/kosong", undef]],
    [pack_broken => 2, ['check', '--rules', "$dir/rusak", $sop], [undef]],
    [part_first => 0, ['dump', $two], [$two, '2']],
    [part_beyond => 2, ['dump', '--part', '3', $two], [$two, '2']],
    [graph_no_sop => 3, ['graph', $report], [$report]],
    [fix_alone => 2, ['check', '--fix', '--diff', $sop], []],
    [fix_what => 2, ['check', '--unsafe-fixes', $sop], []],
    [annotate_itself => 2, ['check', '--annotate', $word, $word], [$word]],
    [annotate_without => 0, ['check', '--annotate', "$dir/tulis/", $sop], ['1']],
    (-w '/dev/full' ? [cannot_write => 2, ['rules'], [undef], undef, '/dev/full'] : ()),
);

sub line_of { # a pattern of the line that is wanted
    my ($id, $lang, $arguments, $behind) = @_;
    my $text = quotemeta $words{$id}[$lang];
    for my $i (0, 1) {
        my $argument = $arguments->[$i];
        $argument = $argument->[$lang] if ref $argument;
        my $pattern = defined $argument ? quotemeta $argument : '.*';
        $text =~ s/\\\{$i\\\}/$pattern/g;
    }
    return $text . quotemeta($behind ? $behind->[$lang] : '');
}

my %met;
for my $case (@cases) {
    my ($id, $status, $arguments, $in, $behind, $out) = @$case;
    $met{$id} = 1;
    for my $lang (0, 1) {
        my @command = ($patuh, @$arguments, $lang ? ('--lang', 'en') : ());
        @command = ($patuh, $lang ? ('--lang', 'en') : (), @$arguments) if $arguments->[-1] =~ /^--/ || "@$arguments" =~ /--lang/;
        my $pid = fork // die;
        if (!$pid) {
            open STDIN, '<', '/dev/null';
            open STDOUT, '>', $out // '/dev/null';
            open STDERR, '>', "$dir/err";
            exec @command or exit 127;
        }
        waitpid $pid, 0;
        my ($got, $said) = ($? >> 8, slurp("$dir/err"));
        my $want = line_of($id, $lang, $in, $behind);
        my $all = join ' ', @$arguments;
        $all =~ s/\Q$dir\E\/?//g;
        ok($got == $status && $said =~ /^patuh: $want$/m, "$id, " . ($lang ? 'en' : 'id') . ": $all") or diag "status $got, want $status\n$said\nwant: patuh: $want";
    }
}
is_deeply([grep { !$met{$_} } sort keys %told], [], 'every message has a case');
is_deeply([grep { !$told{$_} } sort keys %met], [], 'and every case a message');
done_testing;
