#!/usr/bin/perl
# Memory that runs out, once or for good, at one of several hundred allocations, inside the libraries, too: the same report as ever, or the
# message and status 134. Never another report, a crash of its own, or no end.
use strict;
use warnings;
use FindBin;
use File::Temp 'tempdir';
use Test::More;
chdir "$FindBin::Bin/.." or die;
my $patuh = $ENV{PLAIN} // 'build/patuh';
my $dir = tempdir(CLEANUP => 1);
my $cc = $ENV{CC} // 'cc';
plan skip_all => 'no glibc to replace the allocations of' if system("$cc -std=c11 -O1 -shared -fPIC -o $dir/alloc.so tests/preload/alloc.c 2>$dir/err");

sub run {
    my ($env, @args) = @_;
    my $pid = fork // die;
    if (!$pid) {
        open STDOUT, '>', "$dir/out" or die;
        open STDERR, '>', "$dir/err" or die;
        $ENV{$_} = $env->{$_} for keys %$env;
        exec 'timeout', '20', 'sh', '-c', 'ulimit -c 0; LD_PRELOAD=$0 exec "$@"', "$dir/alloc.so", $patuh, @args;
    }
    waitpid $pid, 0;
    return map({ my $f = "$dir/$_"; open my $h, '<', $f or die; local $/; scalar <$h> // '' } 'out', 'err'), $? & 127 ? 128 + ($? & 127) : $? >> 8;
}
sub count { my (@args) = @_; my ($out, $err, $status) = run({ ALLOC_COUNT => "$dir/count" }, @args); open my $f, '<', "$dir/count" or die; return (int <$f>, $out, $status) }

my ($start) = count('rules');
my @inputs = (
    ['text', 'corpus/sop/balangan-dinas-perpustakaan-2024.txt'], ['HTML', 'corpus/lkjip/benar-satuan.html'],
    ['YAML', 'corpus/definisi/contoh-sop.yaml'], ['BPMN', 'tests/flow/good.bpmn'], ['a dictionary', 'tests/flow/good.bpmn', 1],
);
for (@inputs) {
    my ($name, $file, $dictionary) = @$_;
    my @args = ('check', '--format', 'json', '--today', '2025-06-30', $dictionary ? () : ('--param', "kamus=$dir"), $file);
    my ($n, $right, $status) = count(@args);
    ok($n > $start / 2 && $status < 3 && length $right, "$name: a report, $n allocations") or next;
    my $from = $n > $start ? $start : 0;
    my @at = (map({ 1 + int($from * $_ / 12) } 0 .. 11), map { $from + int(($n - $from) * $_ / 60) } 1 .. 60);
    my (@wrong, $ended);
    for my $at (@at) {
        for my $ever (0, 1) {
            my ($out, $err, $got) = run({ FAIL_AT => $at, FAIL_EVER => $ever }, @args);
            next if $got == $status && $out eq $right && $err eq '';
            $ended++;
            next if $got == 134 && $err eq "patuh: memori habis / out of memory\n";
            next if $dictionary && ($got == 134 && $err =~ /bad_alloc/ || $got == 139); # hunspell's own ends: nothing can be asked of it before
            push @wrong, "allocation $at" . ($ever ? ' and all behind it' : '') . ": status $got, " . substr($err, 0, 200) . ($out eq $right ? '' : ', another report');
        }
    }
    ok(!@wrong, "$name: " . @at . ' allocations that fail') or diag(join "\n", @wrong > 8 ? (@wrong[0 .. 7], @wrong - 8 . ' more') : @wrong);
    ok($ended, "$name: the message is what comes of most");
}
for ('corpus/lkjip/benar-satuan.html', 'tests/flow/good.bpmn', 'corpus/definisi') {
    my @args = ('check', '--format', 'json', '--today', '2025-06-30', $_);
    my ($n, $right, $status) = count(@args);
    my ($out, $err, $got) = run({ ERRNO_LEFT => 1 }, @args);
    ok($status < 3 && $got == $status && $out eq $right && $err eq '', "$_: memory that was found, whatever errno says") or diag("status $got, $err");
}
done_testing;
