#!/usr/bin/perl
# What a document says comes through every output as text: nothing in it is markup, moves the cursor or breaks the format.
use strict;
use warnings;
use utf8;
use FindBin;
use File::Temp 'tempdir';
use Test::More;
chdir "$FindBin::Bin/.." or die;
my $patuh = $ENV{PATUH} // 'build/san/patuh';
my $dir = tempdir(CLEANUP => 1);
binmode $_, ':utf8' for Test::More->builder->output, Test::More->builder->failure_output;

sub save { my ($name, $text) = @_; open my $f, '>:utf8', "$dir/$name" or die; no warnings 'utf8'; print $f $text; close $f; "$dir/$name" }
sub output {
    my (@args) = @_;
    open my $p, '-|', $patuh, @args or die;
    my $bytes = do { local $/; <$p> } // '';
    close $p;
    ok(utf8::decode(my $text = $bytes), "@args[0 .. ($#args < 2 ? $#args : 2)]: UTF-8");
    return $text;
}

# Marks of YAML and of what is written, each in the three texts that all outputs show.
my $invisible = join '', map { chr } 0x85, 0x9b, 0x61c, 0x200e, 0x200f, 0x2028, 0x202a .. 0x202e, 0x2066 .. 0x2069, 0xfdd0, 0xfdef, 0xfffe, 0xffff, 0x1fffe, 0x10ffff;
my $markup = q(\<b>x</b> <img src=x onerror=alert(1)> &amp; ]]> --> "k" 'k' `k` *k* _k_ ~~k~~ \[k](javascript:alert(1)) [k]: x \| y | z $x$ http://a.b www.a.b {k} ![k](x));
sub sop {
    my ($text) = @_;
    my $quoted = $text =~ s/([\\"])/\\$1/gr =~ s/([^ -~])/sprintf '\\U%08x', ord $1/ger;
    return "patuh: sop/1\nidentitas: {nama: \"$quoted\"}\nlangkah:\n" .
        join '', map { "  - nomor: $_\n    uraian: \"Menyusun $quoted\"\n    pelaksana: \"$quoted\"\n    waktu: \"sekejap $quoted\"\n" } 1, 2;
}
for my $case (['invisible', "a${invisible}b"], ['markup', $markup], ['text', "a${invisible}b $markup"]) {
    my ($name, $text) = @$case;
    my $file = $name eq 'text' ? save('t.txt', "Nomor SOP : 1 $text\nNama SOP : $text\n\n| No | Kegiatan | Staf $text | Kelengkapan | Waktu | Output |\n|---|---|---|---|---|---|\n" .
            join '', map { "| $_ | Menyusun " . ($text =~ s/\|/¦/gr) . " | □ | x | sekejap " . ($text =~ s/\|/¦/gr) . " | x |\n" } 1, 2) : save("$name.yaml", sop($text));
    for my $command (['dump'], ['graph', '--format', 'svg'], ['graph', '--format', 'dot'], ['reviu', '--format', 'md'], ['reviu', '--format', 'json'],
                     ['check', '--format', 'text'], ['check', '--format', 'json']) {
        my $out = output(@$command, '--today', '2025-06-30', $file);
        my $what = "@$command of $name";
        ok(length $out > 200, "$what says something") or diag($out);
        my @bad = $out =~ /([\x00-\x08\x0b-\x1f\x7f-\x9f\x{61c}\x{200e}\x{200f}\x{2028}-\x{202e}\x{2066}-\x{2069}\x{fdd0}-\x{fdef}\x{fffe}\x{ffff}\x{1fffe}\x{10ffff}])/;
        is_deeply([map { sprintf 'U+%04X', ord } @bad], [], "$what: no character that acts");
        if ($what =~ /dump|svg/ && !system 'xmllint --version >/dev/null 2>&1') {
            my $xml = save('out.xml', $out);
            is(`xmllint --noout $xml 2>&1`, '', "$what is well-formed");
        }
        unlike($out, qr/<img|<b>/, "$what: no element of its own") if $what =~ /dump|svg|md/;
        next unless $what =~ / md /;
        # Behind the marks that are escaped nothing is left that Markdown knows, but for the frame of the checklist itself.
        my @left = grep { !/^\|---|^## |^$/ } split /\n/, $out =~ s/\\[\\`*_{}\[\]<>|&~\$:.)#+\-=]//gr =~ s/<br>//gr =~ s/^# //r;
        s/^\| | \|( |$)/ /g for @left;
        s/ \| / /g for @left;
        is_deeply([grep { m{[\\`*_\[\]<>|&~\$]|://|www\.} } @left], [], "$what: every mark is escaped");
    }
}
is(scalar(() = output('reviu', save('markup.yaml', sop($markup))) =~ /^\|(?:(?:[^\\|\n]|\\.)*\|){4}$/mg), scalar(() = output('reviu', save('plain.yaml', sop('x'))) =~ /^\|(?:(?:[^\\|\n]|\\.)*\|){4}$/mg),
    'no column more');
save('plain.yaml', sop('x'));
for (['# judul', '\# judul'], ['- butir', '\- butir'], ['1. butir', '1\. butir'], ['12) butir', '12\) butir'], ['===', '\==='], ['+ butir', '\+ butir']) {
    my ($name, $want) = @$_;
    my @lines = split /\n/, `$patuh reviu --stdin-name '$name' - <$dir/plain.yaml`;
    is($lines[2], $want, "$name: no heading or list out of a name");
}
done_testing;
